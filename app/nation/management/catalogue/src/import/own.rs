//! Our own format: a catalogue as the platform offers it, or its items line by line, each an object whose one member says what it is.

use fingertip_contract::{LifeEvent, Unread, read_item};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::value::RawValue;

use super::{
    draft::{Draft, Item},
    format::Members,
    text::LineEnds,
};

/// The members of a catalogue in one object.
const LISTS: [&str; 7] =
    ["regions", "departments", "services", "life_events", "alerts", "best_bets", "synonyms"];

#[derive(Default, Deserialize)]
#[serde(default, bound = "'de: 'a")]
struct Whole<'a> {
    #[serde(borrow)]
    regions: Vec<&'a RawValue>,
    #[serde(borrow)]
    departments: Vec<&'a RawValue>,
    #[serde(borrow)]
    services: Vec<&'a RawValue>,
    #[serde(borrow)]
    life_events: Vec<&'a RawValue>,
    #[serde(borrow)]
    alerts: Vec<&'a RawValue>,
    #[serde(borrow)]
    best_bets: Vec<&'a RawValue>,
    synonyms: String,
}

/// A catalogue in one object.
pub(super) fn whole(text: &str) -> Draft {
    let mut draft = Draft::default();
    let whole: Whole<'_> = match serde_json::from_str(text) {
        Ok(whole) => whole,
        Err(error) => {
            draft.reject(error.line(), "", without_place(&error));
            return draft;
        }
    };
    let ends = LineEnds::of(text);
    // A list under another name would be lost without a word.
    for (name, value) in serde_json::from_str::<Members<'_>>(text).unwrap_or_default() {
        if !LISTS.contains(&name.as_str()) {
            draft.reject(ends.line_of(text, value.get()), name, "is nothing that a catalogue has");
        }
    }
    let line_of = |item: &RawValue| ends.line_of(text, item.get());
    for (list, items) in [
        ("region", &whole.regions),
        ("department", &whole.departments),
        ("service", &whole.services),
        ("life_event", &whole.life_events),
        ("alert", &whole.alerts),
        ("best_bet", &whole.best_bets),
    ] {
        for item in items {
            read(&mut draft, list, item.get(), line_of(item));
        }
    }
    if !whole.synonyms.is_empty() {
        draft.take(0, Item::Synonyms(whole.synonyms));
    }
    draft
}

/// A catalogue line by line.
pub(super) fn lines(text: &str) -> Draft {
    let mut draft = Draft::default();
    for (idx, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = idx + 1;
        // The item's own text, so that what is wrong with it is named by its own fields.
        match serde_json::from_str::<Members<'_>>(line) {
            Ok(members) if members.len() == 1 => {
                for (what, item) in members {
                    read(&mut draft, &what, item.get(), number);
                }
            }
            Ok(members) => {
                draft.reject(number, "", format!("has {} members, each line has one", members.len()));
            }
            Err(error) => draft.reject(number, "", without_place(&error)),
        }
    }
    draft
}

fn read(draft: &mut Draft, what: &str, json: &str, line: usize) {
    fn item<T: DeserializeOwned>(json: &str) -> Result<T, Unread<serde_json::Error>> {
        read_item(&mut serde_json::Deserializer::from_str(json))
    }
    let read = match what {
        "region" => item(json).map(Item::Region),
        "department" => item(json).map(Item::Department),
        "service" => item(json).map(Box::new).map(Item::Service),
        "life_event" => item(json).map(Box::new).map(Item::LifeEvent),
        "alert" => item(json).map(Box::new).map(Item::Alert),
        "best_bet" => item(json).map(Item::BestBet),
        "synonyms" => item(json).map(Item::Synonyms),
        other => return draft.reject(line, other, "is nothing that a catalogue has"),
    };
    match read {
        Ok(item) => draft.take(line, item),
        Err(Unread { field, error }) => {
            // Who takes what is good has the life event without its one form.
            if let Some(event) = without_form(what, &field, json) {
                draft.take(line, Item::LifeEvent(Box::new(event)));
            }
            // A parser counts from where its text begins.
            let line = line + error.line().saturating_sub(1);
            draft.reject(line, field, format!("{what}: {}", without_place(&error)));
        }
    }
}

/// The life event of which only the one form could not be read.
fn without_form(what: &str, field: &str, json: &str) -> Option<LifeEvent> {
    let is_form = what == "life_event" && field.starts_with("joint");
    let mut event: serde_json::Value = is_form.then(|| serde_json::from_str(json).ok())??;
    event.as_object_mut()?.remove("joint");
    serde_json::from_value(event).ok()
}

/// What a parser says, without the place: that is the line's, told apart.
pub(super) fn without_place(error: &serde_json::Error) -> String {
    let said = error.to_string();
    said.rsplit_once(" at line ").map_or(said.as_str(), |(said, _)| said).to_owned()
}
