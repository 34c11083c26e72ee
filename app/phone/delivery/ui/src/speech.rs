//! Reading a screen aloud, with the voice that the device has.

use dioxus::prelude::*;

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

/// Web Speech API. Each line is an utterance of its own: long ones are cut off by some engines. A voice is looked for in the
/// language of the screen; some engines list theirs only after a while.
const READ: &str = "
const speech = window.speechSynthesis;
const language = document.documentElement.lang;
const base = (tag) => tag.toLowerCase().split(/[-_]/)[0];
const voice = () => speech.getVoices().find((voice) => base(voice.lang) === base(language));
if (speech && !voice()) await new Promise((done) => { speech.onvoiceschanged = done; setTimeout(done, 1000); });
const lines = (document.querySelector('main')?.innerText ?? '').split(/\\n+/).map((line) => line.trim()).filter(Boolean);
if (!speech || !voice() || lines.length === 0) { dioxus.send('unavailable'); return; }
speech.cancel();
dioxus.send('aloud');
lines.forEach((line, at) => {
  const said = new SpeechSynthesisUtterance(line);
  said.voice = voice();
  said.lang = language;
  said.rate = 0.9;
  if (at === lines.length - 1) said.onend = said.onerror = () => dioxus.send('silent');
  speech.speak(said);
});
await new Promise((done) => { const wait = setInterval(() => { if (!speech.speaking && !speech.pending) { clearInterval(wait); dioxus.send('silent'); done(); } }, 500); });
";

/// Reads the screen aloud, and says how far that is; ends when it is read or was stopped.
pub async fn read_screen(mut tell: impl FnMut(Reading)) {
    let mut reading = document::eval(READ);
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
    document::eval("window.speechSynthesis?.cancel();");
}
