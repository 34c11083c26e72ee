//! The file format of a journey.

use std::collections::BTreeMap;

use fingertip_standard::events::Display;
use serde::{Deserialize, Serialize};

use crate::Reply;

/// A journey through a mini-app: `journeys/NAME.json`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Journey {
    /// What the person is after, in a sentence.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// The entry route.
    #[serde(default = "first_route")]
    pub route: String,
    /// The person's region.
    #[serde(default = "region")]
    pub region: String,
    /// Whether the person is signed in at first.
    #[serde(default)]
    pub signed_in: bool,
    /// The day, as ISO 8601.
    #[serde(default = "today")]
    pub today: jiff::civil::Date,
    /// The displays that it is for, where a seniors page asks one thing at a time and so goes another way.
    #[serde(default = "displays", skip_serializing_if = "is_for_all")]
    pub displays: Vec<Display>,
    /// How requests are answered, by the request's name (`claims`, `call bus-card.balance`, `pay` ...). What is not named
    /// is answered as a host does when all goes well; a call must be named.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<String, Reply>,
    /// What the person does, in order.
    pub steps: Vec<Action>,
}

fn first_route() -> String {
    "/".to_owned()
}

fn region() -> String {
    "440100".to_owned()
}

fn today() -> jiff::civil::Date {
    jiff::civil::date(2026, 11, 24)
}

fn displays() -> Vec<Display> {
    vec![Display::Normal, Display::Seniors]
}

fn is_for_all(own: &[Display]) -> bool {
    own == displays()
}

/// What is pressed: an action, and which row of which node where several report it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Press {
    /// The first thing on the page that reports the action.
    Action(String),
    /// A row of a node.
    Row {
        /// The action.
        action: String,
        /// The node's key.
        node: String,
        /// The row, counted from 0.
        row: u32,
    },
}

/// One thing that a person does, or that happens to them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Fills inputs in: the value by the input's key, in the input's own shape (text, number, date as ISO 8601, id ...).
    Fill(BTreeMap<String, serde_json::Value>),
    /// Presses a button, link, bill or row that does not hand the page in.
    Press(Press),
    /// Presses the button that hands the page in under this action.
    Submit(String),
    /// Goes back.
    Back,
    /// Adds a copy of the repeat group with this key.
    AddCopy(String),
    /// Takes a copy of a repeat group away: its key, and which copy.
    RemoveCopy(String, u32),
    /// Signs in.
    SignIn,
    /// Signs out.
    SignOut,
    /// Reads another language from here on.
    Language(String),
    /// Changes the display.
    Display(Display),
    /// The last case that was handed in is now in this state.
    Case(String),
    /// From here on requests of this name are answered so.
    Answer(BTreeMap<String, Reply>),
    /// The mini-app is ended and launched again from its small state.
    Restart,
    /// The page with this key must be shown.
    See(String),
}

impl std::fmt::Display for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // The file's own words are the ones that its author knows.
        f.write_str(&serde_json::to_string(self).unwrap_or_default())
    }
}

/// Why a file is no journey.
#[derive(Debug, thiserror::Error)]
#[error("not a journey: {0}")]
pub struct JourneyError(#[from] serde_json::Error);

impl Journey {
    /// Reads a journey.
    ///
    /// # Errors
    /// [`JourneyError`] with line and column.
    pub fn parse(text: &str) -> Result<Self, JourneyError> {
        Ok(serde_json::from_str(text)?)
    }

    /// The journey as its file holds it.
    #[must_use]
    pub fn to_text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_journey_is_read_and_written_as_it_was() {
        let text = r#"{
            "about": "Tops up a card",
            "signed_in": true,
            "answers": { "call bus-card.balance": { "reply": { "minor": 500 } }, "pay": { "failed": "offline" } },
            "steps": [ { "fill": { "amount": "50.00" } }, { "submit": "continue" }, "back", { "press": "pay" },
                       { "press": { "action": "open", "node": "rides", "row": 2 } }, { "remove-copy": ["child", 1] }, "restart", { "see": "page-done" } ]
        }"#;
        let journey = Journey::parse(text).expect("a journey");
        assert_eq!(journey.route, "/");
        assert_eq!(Journey::parse(&journey.to_text()).expect("the same"), journey);
    }

    #[test]
    fn a_slip_is_named_with_its_place() {
        let error = Journey::parse(r#"{ "steps": [ { "tap": "pay" } ] }"#).expect_err("unknown");
        assert!(error.to_string().contains("tap") && error.to_string().contains("line 1"), "{error}");
        assert!(
            Journey::parse(r#"{ "steps": [], "region_code": "1" }"#).is_err(),
            "a misspelt member is not passed over"
        );
    }
}
