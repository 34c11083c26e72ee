//! What things of a catalogue are called on the web.

use std::fmt::Display;

use fingertip_standard::LocalText;
use serde_json::{Value, json};

/// Where a platform is found: the beginning of every name.
#[derive(Debug, Clone, Copy)]
pub(super) struct Base<'a>(&'a str);

impl<'a> Base<'a> {
    /// `url` is the platform's address.
    pub(super) fn new(url: &'a str) -> Self {
        Self(url.trim_end_matches('/'))
    }

    pub(super) fn service(self, id: impl Display) -> String {
        format!("{}/id/services/{id}", self.0)
    }

    pub(super) fn department(self, id: impl Display) -> String {
        format!("{}/id/departments/{id}", self.0)
    }

    pub(super) fn region(self, code: impl Display) -> String {
        format!("{}/id/regions/{code}", self.0)
    }

    pub(super) fn life_event(self, id: impl Display) -> String {
        format!("{}/id/life-events/{id}", self.0)
    }
}

/// A text with its languages.
pub(super) fn texts(text: &LocalText) -> Value {
    let of_language = |(language, text): (&String, &String)| json!({ "@language": language, "@value": text });
    text.0.iter().filter(|(_, text)| !text.trim().is_empty()).map(of_language).collect()
}
