//! Trials beside the walk: the same events again, on both engines; opening again; another language and display.

use fingertip_standard::{
    events::{Display, Event, Moment},
    step::Step,
    words::{Entry, Value},
};

use super::{
    Mishap, Programs, Runs, Start,
    events::NOW,
    session::{Ground, Session},
};
use crate::{
    Subject,
    text::{is_han_language, n_han, n_words},
};

/// Walks `events` again on each engine; every step must be the same.
pub(super) fn compare(programs: &Programs, events: &[Event], name: &str, runs: &mut Runs) {
    let first = steps(&programs.native(), events);
    runs.n_steps += events.len() * if programs.pulley.is_some() { 3 } else { 2 };
    if steps(&programs.native(), events) != first {
        runs.mishap(Mishap::OtherStep, name);
    }
    if let Some(pulley) = programs.pulley()
        && steps(&pulley, events) != first
    {
        runs.mishap(Mishap::OtherEngine, name);
    }
}

fn steps(ground: &Ground<'_>, events: &[Event]) -> Result<Vec<Step>, String> {
    Session::replay(ground, events).map(|(_, steps)| steps).map_err(|error| error.for_developer())
}

/// Saves at the end of `events` and opens the mini-app with it.
pub(super) fn restore(programs: &Programs, start: &Start, events: &[Event], name: &str, runs: &mut Runs) {
    let Ok((mut session, _)) = Session::replay(&programs.native(), events) else { return };
    let saved = match session.save() {
        Ok(saved) => saved,
        Err(error) => return runs.fault(&error, &format!("{name} > saves")),
    };
    runs.saved_bytes = runs.saved_bytes.max(saved.len());
    let mut again = start.clone();
    again.is_signed_in = session.state.is_signed_in;
    match Session::launch(&programs.native(), &again.launch(Some(saved))) {
        Ok((opened, _)) => {
            let (before, after) = (page(&session), page(&opened));
            if before != after {
                runs.mishap(Mishap::RestoredElsewhere(before, after), name);
            }
        }
        Err(error) => runs.fault(&error, &format!("{name} > opened again")),
    }
}

fn page(session: &Session) -> String {
    session.state.view().and_then(|view| view.nodes.first()).map(|node| node.key.clone()).unwrap_or_default()
}

/// Tells the mini-app of everything that a device may tell it at any time.
pub(super) fn probe(subject: &Subject, programs: &Programs, start: &Start, runs: &mut Runs) {
    let other = if start.display == Display::Normal { Display::Seniors } else { Display::Normal };
    let happenings = [
        ("is shown", Event::Moment(Moment::Shown)),
        ("is hidden", Event::Moment(Moment::Hidden)),
        ("time moves", Event::Ticked(NOW + 60_000)),
        ("is shown again", Event::Moment(Moment::Shown)),
        ("is back", Event::Moment(Moment::Resumed)),
        ("another region", Event::RegionChanged("440300".into())),
        ("the other display", Event::DisplayChanged(other)),
        ("signs out", Event::Moment(Moment::SignedOut)),
        ("is unloaded", Event::Moment(Moment::Unloaded)),
    ];
    let Ok((mut session, _)) = Session::launch(&programs.native(), &start.launch(None)) else { return };
    for (name, event) in happenings {
        runs.n_steps += 1;
        if let Err(error) = session.update(&event) {
            return runs.fault(&error, &format!("{} > {name}", start.name()));
        }
    }
    for language in subject.languages().iter().filter(|language| **language != start.language) {
        in_language(programs, start, language, runs);
    }
}

/// Changes the language before anything was typed or answered: every text as data is then the mini-app's own.
fn in_language(programs: &Programs, start: &Start, language: &str, runs: &mut Runs) {
    let Ok((mut session, _)) = Session::launch(&programs.native(), &start.launch(None)) else { return };
    let name = format!("{} > language {language}", start.name());
    if let Err(error) = session.update(&Event::LanguageChanged(language.to_owned())) {
        return runs.fault(&error, &name);
    }
    runs.n_steps += 2;
    for text in session.state.words().iter().filter_map(data) {
        let is_foreign = if is_han_language(language) { n_words(text) >= 3 } else { n_han(text) >= 2 };
        if is_foreign {
            runs.mishap(Mishap::DataStays(text.to_owned()), &name);
        }
    }
}

fn data(entry: &Entry) -> Option<&str> {
    match entry {
        Entry::Value(Value::Data(text)) => Some(text),
        Entry::Message(message) => message.args.iter().find_map(|(_, value)| match value {
            Value::Data(text) => Some(text.as_str()),
            _ => None,
        }),
        Entry::Value(_) => None,
    }
}
