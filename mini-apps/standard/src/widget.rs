//! A card for home, made without opening the mini-app. Mirrors `widgets.wit` of 1.1, and holds the rules that a host enforces
//! on every card.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    EntryError, Fault, FaultClass, LocalText, Manifest, OperationId,
    events::Display,
    limits,
    step::entry_bytes,
    view::Tone,
    words::{Date, Decimal, Entry, InstantMs, Word},
};

/// A widget, as a manifest of 1.1 declares it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct WidgetUse {
    /// Its id: lower-case letters, digits and hyphens.
    pub id: String,
    /// Its name in each language, for the person who puts it on home.
    pub names: LocalText,
    /// The entry that a press opens.
    pub entry: String,
    /// The operation whose answer it is made from. The host calls it with an empty object.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[schemars(with = "Option<String>")]
    pub operation: Option<OperationId>,
    /// The stored values that it is made from, by key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stored: Vec<String>,
    /// How often it is refreshed.
    pub minutes: u32,
}

/// All that a card is made from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WidgetAsk {
    /// The widget's id in the manifest.
    pub widget: String,
    /// The person's region.
    pub region: String,
    /// The person's language.
    pub language: String,
    /// How the shell shows things.
    pub display: Display,
    /// Now.
    pub now: InstantMs,
    /// Today where the person is.
    pub today: Date,
    /// Whether the person is signed in.
    pub signed_in: bool,
    /// What `save` gave when the mini-app was last open at the widget's entry.
    pub saved: Option<Vec<u8>>,
    /// What the mini-app stored under the keys that the manifest names.
    pub stored: Vec<(String, Vec<u8>)>,
    /// The answer of the operation.
    pub reply: Option<String>,
}

/// A card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Widget {
    /// Every word that it names by index.
    pub words: Vec<Entry>,
    /// What it is about.
    pub title: Word,
    /// The one thing to see at a glance.
    pub value: Option<Word>,
    /// More of it, one line each.
    pub details: Vec<Word>,
    /// What it means.
    pub tone: Tone,
    /// A share of one, drawn as a bar.
    pub progress: Option<Decimal>,
    /// The parameters that a press opens the entry with.
    pub params: Vec<(String, String)>,
}

/// Why a card is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum WidgetError {
    /// The manifest has no such widget.
    #[error("the manifest has no widget {id:?}")]
    Unknown {
        /// Its id.
        id: String,
    },
    /// More of something than [`limits`] allows.
    #[error("{what} of a card: {found}, the limit is {limit}")]
    TooMany {
        /// Of what.
        what: &'static str,
        /// How many.
        found: usize,
        /// How many are allowed.
        limit: usize,
    },
    /// A word's index points past the words.
    #[error("the card names word {word}, there are {words}")]
    NoSuchWord {
        /// The index.
        word: Word,
        /// How many words there are.
        words: usize,
    },
    /// A rule of the standard is broken.
    #[error("the card breaks a rule: {0}")]
    Rule(&'static str),
    /// A press would lead nowhere.
    #[error("a press on the card would lead nowhere")]
    Entry(#[from] EntryError),
}

impl Fault for WidgetError {
    fn class(&self) -> FaultClass {
        FaultClass::Department
    }
    fn message_id(&self) -> &'static str {
        "fault-view-malformed"
    }
}

/// A card that keeps every rule. Only [`CheckedWidget::new`] makes one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedWidget(Widget);

impl CheckedWidget {
    /// Checks the card that `manifest` declares as `id`.
    ///
    /// # Errors
    /// [`WidgetError`]: the first rule that is broken.
    pub fn new(widget: Widget, id: &str, manifest: &Manifest) -> Result<Self, WidgetError> {
        let declared = manifest.widget(id).ok_or_else(|| WidgetError::Unknown { id: id.to_owned() })?;
        at_most("words", widget.words.len(), limits::WIDGET_WORDS)?;
        at_most("details", widget.details.len(), limits::WIDGET_DETAILS)?;
        at_most("parameters", widget.params.len(), limits::PARAMS)?;
        let params: usize = widget.params.iter().map(|(name, value)| name.len() + value.len()).sum();
        at_most(
            "bytes of text",
            widget.words.iter().map(entry_bytes).sum::<usize>() + params,
            limits::WIDGET_TEXT_BYTES,
        )?;
        let words = widget.words.len();
        let mut named = [widget.title].into_iter().chain(widget.value).chain(widget.details.iter().copied());
        if let Some(word) = named.find(|&word| word as usize >= words) {
            return Err(WidgetError::NoSuchWord { word, words });
        }
        if widget.progress.is_some_and(|share| !is_share(share)) {
            return Err(WidgetError::Rule("a progress is a share of one, from 0 to 1"));
        }
        // The manifest was checked: the entry of a widget is one of its entries.
        let entry = manifest
            .entry(&declared.entry)
            .ok_or_else(|| EntryError::NoEntry { route: declared.entry.clone() })?;
        entry.check_params(&widget.params)?;
        Ok(Self(widget))
    }

    /// The card.
    #[must_use]
    pub fn get(&self) -> &Widget {
        &self.0
    }

    /// The card, to take apart.
    #[must_use]
    pub fn into_inner(self) -> Widget {
        self.0
    }
}

fn at_most(what: &'static str, found: usize, limit: usize) -> Result<(), WidgetError> {
    if found > limit { Err(WidgetError::TooMany { what, found, limit }) } else { Ok(()) }
}

fn is_share(share: Decimal) -> bool {
    // More digits behind the point than an i64 has before it: a share is then next to nothing.
    share.digits >= 0 && 10_i64.checked_pow(share.scale.into()).is_none_or(|one| share.digits <= one)
}

impl Manifest {
    /// The widget with this id.
    #[must_use]
    pub fn widget(&self, id: &str) -> Option<&WidgetUse> {
        self.fingertip.widgets.iter().find(|widget| widget.id == id)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::words::Value;

    /// A manifest of 1.1 with one widget.
    pub(crate) fn example() -> serde_json::Value {
        let mut value = crate::manifest::tests::example();
        let own = &mut value["fingertip"];
        own["standard"] = "1.1".into();
        own["capabilities"] = serde_json::json!(["claims", "call", "storage"]);
        own["operations"] = serde_json::json!(["card.state"]);
        own["entries"] = serde_json::json!([{ "route": "/" }, { "route": "/card", "params": [{ "name": "card", "type": "code" }] }]);
        own["widgets"] = serde_json::json!([{
            "id": "state", "names": { "en": "State of the card" }, "entry": "/card", "operation": "card.state", "stored": ["last"],
            "minutes": 60,
        }]);
        value
    }

    fn card() -> Widget {
        Widget {
            words: vec![Entry::Value(Value::Data("a".into()))],
            title: 0,
            value: Some(0),
            details: vec![0],
            tone: Tone::Neutral,
            progress: Some(Decimal { digits: 25, scale: 2 }),
            params: vec![("card".into(), "A-1".into())],
        }
    }

    fn check(change: impl FnOnce(&mut Widget)) -> Result<CheckedWidget, WidgetError> {
        let mut widget = card();
        change(&mut widget);
        let manifest = Manifest::parse(example().to_string().as_bytes()).expect("a manifest");
        CheckedWidget::new(widget, "state", &manifest)
    }

    #[test]
    fn a_card_within_the_rules_is_taken() {
        check(|_| ()).expect("the example");
        for share in [
            Decimal { digits: 0, scale: 0 },
            Decimal { digits: 1, scale: 0 },
            Decimal { digits: 1000, scale: 3 },
        ] {
            check(|card| card.progress = Some(share)).expect("a share");
        }
        check(|card| card.progress = Some(Decimal { digits: i64::MAX, scale: 255 }))
            .expect("next to nothing");
        check(|card| card.params.clear()).expect("the parameter is not required");
    }

    #[test]
    fn what_breaks_a_rule_is_refused_by_it() {
        assert!(matches!(check(|card| card.title = 1), Err(WidgetError::NoSuchWord { word: 1, words: 1 })));
        assert!(matches!(check(|card| card.value = Some(u32::MAX)), Err(WidgetError::NoSuchWord { .. })));
        assert!(matches!(check(|card| card.details = vec![7]), Err(WidgetError::NoSuchWord { .. })));
        assert!(matches!(
            check(|card| card.details = vec![0; 4]),
            Err(WidgetError::TooMany { what: "details", .. })
        ));
        assert!(matches!(
            check(|card| card.words = vec![card.words[0].clone(); 17]),
            Err(WidgetError::TooMany { what: "words", .. })
        ));
        let long = Entry::Value(Value::Data("x".repeat(limits::WIDGET_TEXT_BYTES)));
        assert!(matches!(
            check(|card| card.words.push(long)),
            Err(WidgetError::TooMany { what: "bytes of text", .. })
        ));
        for share in [
            Decimal { digits: -1, scale: 0 },
            Decimal { digits: 2, scale: 0 },
            Decimal { digits: 101, scale: 2 },
        ] {
            assert!(
                matches!(check(|card| card.progress = Some(share)), Err(WidgetError::Rule(_))),
                "{share:?}"
            );
        }
        assert!(matches!(
            check(|card| card.params[0].1 = "../x".into()),
            Err(WidgetError::Entry(EntryError::BadParam { .. }))
        ));
        assert!(matches!(
            check(|card| card.params[0].0 = "other".into()),
            Err(WidgetError::Entry(EntryError::UnknownParam { .. }))
        ));
        let manifest = Manifest::parse(example().to_string().as_bytes()).expect("a manifest");
        assert!(matches!(CheckedWidget::new(card(), "other", &manifest), Err(WidgetError::Unknown { .. })));
    }
}
