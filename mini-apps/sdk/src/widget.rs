//! A card for home: one more plain function, from what the host knows to what is seen at a glance.

use crate::{
    App, Context, Decimal, Json, Text, Tone, widget_bindings::exports::fingertip::mini_app1_1_0::widgets,
    words::Words,
};

/// A mini-app with widgets, of the standard 1.1.
pub trait Widgets: App {
    /// Makes the card that `ask` names; none where there is nothing worth a place on home. It is called without a launch, and
    /// what it answers rests on its arguments alone.
    fn card(ask: &Ask, cx: &Context) -> Option<Card>;
}

/// All that a card is made from.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Ask {
    /// The id of the widget in the manifest.
    pub widget: String,
    /// What [`App::save`] gave when the mini-app was last open at the widget's entry.
    pub saved: Option<Json>,
    /// What was stored under the keys that the manifest names for this widget.
    pub stored: Vec<(String, Vec<u8>)>,
    /// The answer of the operation that the manifest names for this widget; none where it could not be had.
    pub reply: Option<Json>,
}

impl Ask {
    /// The stored value under `key`.
    #[must_use]
    pub fn stored(&self, key: &str) -> Option<Json> {
        self.stored.iter().find(|(own, _)| own == key).and_then(|(_, bytes)| Json::from_bytes(bytes))
    }
}

/// A card: a title, the one thing to see, and up to three lines below it.
#[derive(Debug)]
pub struct Card {
    words: Words,
    title: u32,
    value: Option<u32>,
    details: Vec<u32>,
    tone: Tone,
    progress: Option<Decimal>,
    params: Vec<(String, String)>,
}

impl Card {
    /// A card about `title`.
    #[must_use]
    pub fn new(title: impl Into<Text>) -> Self {
        let mut words = Words::default();
        let title = words.add(title.into());
        Self {
            words,
            title,
            value: None,
            details: Vec::new(),
            tone: Tone::Neutral,
            progress: None,
            params: Vec::new(),
        }
    }

    /// The one thing to see at a glance, drawn large.
    #[must_use]
    pub fn value(mut self, value: impl Into<Text>) -> Self {
        self.value = Some(self.words.add(value.into()));
        self
    }

    /// One more line; at most three.
    #[must_use]
    pub fn detail(mut self, line: impl Into<Text>) -> Self {
        self.details.push(self.words.add(line.into()));
        self
    }

    /// What it means.
    #[must_use]
    pub fn tone(self, tone: Tone) -> Self {
        Self { tone, ..self }
    }

    /// How much of the whole, drawn as a bar: `progress(25, 2)` is a quarter.
    #[must_use]
    pub fn progress(self, digits: i64, scale: u8) -> Self {
        Self { progress: Some(Decimal { digits, scale }), ..self }
    }

    /// A parameter that a press opens the widget's entry with.
    #[must_use]
    pub fn param(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.params.push((name.to_owned(), value.into()));
        self
    }
}

/// Answers the host. Called by [`mini_app!`](crate::mini_app) and by the test harness.
#[must_use]
pub fn show<A: Widgets>(ask: widgets::Ask) -> Option<widgets::Widget> {
    let cx = Context {
        region: ask.region,
        language: ask.language,
        display: ask.display,
        now: ask.now,
        today: ask.today,
        is_signed_in: ask.signed_in,
    };
    let json = |bytes: Vec<u8>| Json::from_bytes(&bytes);
    let own = Ask {
        widget: ask.widget,
        saved: ask.saved.and_then(json),
        stored: ask.stored,
        reply: ask.reply.as_deref().and_then(Json::parse),
    };
    let Card { words, title, value, details, tone, progress, params } = A::card(&own, &cx)?;
    Some(widgets::Widget { words: words.into_entries(), title, value, details, tone, progress, params })
}
