//! Cards for home under test, as a host would have them made.

use fingertip_standard::{Manifest, widget::CheckedWidget};

use super::{Messages, standard};
use crate::{
    Date, Display, Value, Widgets,
    bindings::fingertip::mini_app::words::Entry,
    show,
    widget_bindings::exports::fingertip::mini_app1_1_0::widgets::{Ask, Widget},
};

/// What the host asks for a card of the widget `id`: a signed-in person in Guangzhou on 24 November 2026, of whom nothing is
/// known yet.
#[must_use]
pub fn ask(id: &str) -> Ask {
    Ask {
        widget: id.to_owned(),
        region: "440100".to_owned(),
        language: "zh-Hans".to_owned(),
        display: Display::Normal,
        now: 1_795_500_000_000,
        today: Date { year: 2026, month: 11, day: 24 },
        signed_in: true,
        saved: None,
        stored: Vec::new(),
        reply: None,
    }
}

/// A card that was made.
#[derive(Debug, Clone, PartialEq)]
pub struct ShownCard(pub Widget);

/// Has the card made, and checks it by the rules of the standard and by `manifest`, the text of the mini-app's own; every
/// message must stand in `messages`.
///
/// # Panics
/// When the manifest is refused, or the card breaks a rule.
#[must_use]
pub fn card<A: Widgets>(ask: Ask, manifest: &str, messages: Option<&Messages>) -> Option<ShownCard> {
    let manifest = Manifest::parse(manifest.as_bytes())
        .unwrap_or_else(|error| panic!("the manifest is refused: {error}"));
    let id = ask.widget.clone();
    let widget = show::<A>(ask)?;
    if let Err(error) = CheckedWidget::new(standard::widget(&widget), &id, &manifest) {
        panic!("the card breaks a rule of the standard: {error}");
    }
    if let Some(messages) = messages {
        messages.check(&widget.words);
    }
    Some(ShownCard(widget))
}

impl ShownCard {
    /// Whether the card says the message `id`.
    #[must_use]
    pub fn says(&self, id: &str) -> bool {
        self.0.words.iter().any(|entry| matches!(entry, Entry::Message(message) if message.id == id))
    }

    /// Whether the card says `value`, alone or in a message.
    #[must_use]
    pub fn says_value(&self, value: &Value) -> bool {
        self.0.words.iter().any(|entry| match entry {
            Entry::Message(message) => message.args.iter().any(|(_, own)| own == value),
            Entry::Value(own) => own == value,
        })
    }
}
