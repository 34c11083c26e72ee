//! Text that comes with its translations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// A text in one or more languages, by BCP 47 tag: `{"zh-Hans": "社会保障卡", "en": "Social security card"}`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct LocalText(pub BTreeMap<String, String>);

impl LocalText {
    /// A text in one language.
    #[must_use]
    pub fn single(language: &str, text: impl Into<String>) -> Self {
        Self(BTreeMap::from([(language.to_owned(), text.into())]))
    }

    /// The text in `language`, else in its base language, else in any; with the language it is in.
    /// Empty where there is no text at all.
    #[must_use]
    pub fn pick(&self, language: &str) -> (&str, &str) {
        let base = language.split('-').next().unwrap_or(language);
        let exact = self.0.get_key_value(language);
        let near = || self.0.iter().find(|(tag, _)| tag.split('-').next() == Some(base));
        exact.or_else(near).or_else(|| self.0.iter().next()).map_or(("", ""), |(tag, text)| (text, tag))
    }

    /// The text in `language` or the nearest there is.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        self.pick(language).0
    }

    /// Every translation.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        self.0.values().map(String::as_str)
    }

    /// Whether there is no text in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.values().all(|text| text.trim().is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_language_is_shown_with_its_tag() {
        let text = LocalText(BTreeMap::from([("en".into(), "Card".into()), ("zh-Hans".into(), "卡".into())]));
        assert_eq!(text.pick("zh-Hans"), ("卡", "zh-Hans"));
        assert_eq!(text.pick("zh-Hant"), ("卡", "zh-Hans"));
        assert_eq!(text.pick("fr").0, "Card");
        assert_eq!(LocalText::default().pick("en"), ("", ""));
    }
}
