//! Reading a screen aloud, with the voice that the device has.

mod spoken;
mod voices;

use dioxus::prelude::*;
use serde::{Deserialize, Serialize};

use self::{spoken::spoken, voices::voices};

/// How far reading is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reading {
    /// Nothing is read.
    #[default]
    Silent,
    /// The screen is being read.
    Aloud,
    /// This device has no voice, or none for the language.
    Unavailable,
}

impl Reading {
    fn named(name: &str) -> Self {
        match name {
            "aloud" => Self::Aloud,
            "unavailable" => Self::Unavailable,
            _ => Self::Silent,
        }
    }
}

/// A line of the screen.
#[derive(Debug, Deserialize)]
struct Line {
    /// BCP 47.
    language: String,
    text: String,
}

/// What is said of it.
#[derive(Debug, Serialize)]
pub struct Utterance {
    /// The language that it is in, BCP 47.
    pub language: String,
    /// The languages of voices that can say it, the best first.
    pub voices: Vec<String>,
    /// What is said.
    pub text: String,
}

impl From<Line> for Utterance {
    fn from(line: Line) -> Self {
        Self { voices: voices(&line.language), text: spoken(&line.text), language: line.language }
    }
}

/// What is seen of the screen, line by line, each with the language that it is in.
const LINES: &str = "
const lines = [];
const main = document.querySelector('main');
if (!main) return lines;
let before = null;
const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const of = walker.currentNode.parentElement;
  const text = walker.currentNode.data.replace(/\\s+/g, ' ');
  if (!text.trim() || !of.checkVisibility({ visibilityProperty: true }) || of.closest('[aria-hidden=\"true\"], script, style')) continue;
  let block = of;
  while (block !== main && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
  const language = of.closest('[lang]').lang;
  const last = lines.at(-1);
  if (last && before === block && last.language === language) last.text += text;
  else lines.push({ language, text });
  before = block;
}
return lines;
";

/// Web Speech API. An utterance is a line, for Chromium cuts long ones off; WebKit gets all that one voice says in one, for in WebKitGTK
/// 2.50 what waits behind another never ends. Each is waited for only as long as a slow voice needs: a reading ends on every engine.
const SPEAK: &str = "
const lines = await dioxus.recv();
const speech = window.speechSynthesis;
const tag = (voice) => voice.lang.toLowerCase().replaceAll('_', '-');
const voice = (line) => {
  for (const wanted of line.voices) {
    const found = speech.getVoices().find((voice) => tag(voice) === wanted || tag(voice).startsWith(wanted + '-'));
    if (found) return found;
  }
};
const own = lines.find((line) => line.language === document.documentElement.lang) ?? lines[0];
for (let waited = 0; speech && own && !voice(own) && waited < 3000; waited += 100) await new Promise((done) => setTimeout(done, 100));
if (!speech || !own || !voice(own)) { dioxus.send('unavailable'); return; }
const mine = (window.fingertipReading = {});
speech.cancel();
dioxus.send('aloud');
const parts = [];
for (const line of lines) {
  const last = parts.at(-1);
  const by = voice(line) ?? voice(own);
  if (last && last.by === by && navigator.vendor.startsWith('Apple')) last.text += '\\n' + line.text;
  else parts.push({ by, text: line.text });
}
for (const { by, text } of parts) {
  const said = new SpeechSynthesisUtterance(text);
  said.voice = by;
  said.lang = by.lang;
  said.rate = 0.9;
  // Chromium forgets an utterance that nobody holds, and its end with it.
  mine.said = said;
  await new Promise((done) => { said.onend = said.onerror = done; setTimeout(done, 10000 + 600 * text.length); speech.speak(said); });
  if (window.fingertipReading !== mine) break;
}
if (window.fingertipReading === mine) speech.cancel();
dioxus.send('silent');
";

/// What is seen of the screen, as it is said, for a voice outside the page.
pub async fn screen_lines() -> Vec<Utterance> {
    let lines: Vec<Line> = document::eval(LINES).join().await.unwrap_or_default();
    lines.into_iter().map(Utterance::from).collect()
}

/// Reads the screen aloud, and says how far that is; ends when it is read or was stopped.
pub async fn read_screen(mut tell: impl FnMut(Reading)) {
    let utterances = screen_lines().await;
    let mut reading = document::eval(SPEAK);
    if reading.send(utterances).is_err() {
        // A page that has gone is read to nobody.
        return tell(Reading::Silent);
    }
    while let Ok(name) = reading.recv::<String>().await {
        let now = Reading::named(&name);
        tell(now);
        if now != Reading::Aloud {
            break;
        }
    }
}

/// Ends what is being read, at once.
pub fn stop_reading() {
    document::eval("window.fingertipReading = null; window.speechSynthesis?.cancel();");
}
