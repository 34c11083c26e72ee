//! Text that comes with its translations.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::language::nearness;

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

    /// A text in a language that nobody named (`und`, BCP 47, 4.1).
    #[must_use]
    pub fn unnamed(text: impl Into<String>) -> Self {
        Self::single("und", text)
    }

    /// The text in `language`, else in the nearest there is ([`nearness`]); with the language it is in. Empty where there is no text at all.
    #[must_use]
    pub fn pick(&self, language: &str) -> (&str, &str) {
        self.pick_among(language, &[])
    }

    /// Like [`Self::pick`], with an order for those whose language nobody wrote: a nation's languages, the one that most of its texts are
    /// in first. Without one, which language they get is the alphabet's choice.
    #[must_use]
    pub fn pick_among(&self, language: &str, then: &[&str]) -> (&str, &str) {
        // A text of spaces is none: the next language has more to say.
        let has_text = |text: &str| !text.trim().is_empty();
        if let Some((tag, text)) = self.0.get_key_value(language).filter(|(_, text)| has_text(text)) {
            return (text, tag);
        }
        let place = |tag: &str| then.iter().position(|own| *own == tag).unwrap_or(then.len());
        let written = self.0.iter().filter(|(_, text)| has_text(text));
        let nearest = written.min_by_key(|(tag, _)| (nearness(language, tag), place(tag)));
        nearest.map_or(("", ""), |(tag, text)| (text, tag))
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
    fn who_finds_no_near_language_gets_the_nations_first() {
        let text = LocalText(BTreeMap::from([("en".into(), "Card".into()), ("zh-Hans".into(), "卡".into())]));
        let order = ["zh-Hans", "zh-Hant", "ug", "en"];
        assert_eq!(text.pick_among("ug", &order), ("卡", "zh-Hans"));
        // In the reader's own script before any other.
        assert_eq!(text.pick_among("zh-HK", &["en"]), ("卡", "zh-Hans"));
        assert_eq!(text.pick_among("fr", &order), ("Card", "en"));
        let chinese = LocalText(BTreeMap::from([
            ("zh-Hans".into(), "驾驶证".into()),
            ("zh-Hant".into(), "駕駛證".into()),
        ]));
        assert_eq!(chinese.pick("zh-HK"), ("駕駛證", "zh-Hant"));
        assert_eq!(chinese.pick("yue"), ("駕駛證", "zh-Hant"));
        assert_eq!(chinese.pick("zh-SG"), ("驾驶证", "zh-Hans"));
        assert_eq!(text.pick_among("en-GB", &order), ("Card", "en"));
        assert_eq!(text.pick_among("zh-Hant", &order), ("卡", "zh-Hans"));
        assert_eq!(LocalText::single("bo", "ཀ").pick_among("ug", &order), ("ཀ", "bo"));
    }

    #[test]
    fn the_nearest_language_is_shown_with_its_tag() {
        let text = LocalText(BTreeMap::from([("en".into(), "Card".into()), ("zh-Hans".into(), "卡".into())]));
        assert_eq!(text.pick("zh-Hans"), ("卡", "zh-Hans"));
        assert_eq!(text.pick("zh-Hant"), ("卡", "zh-Hans"));
        assert_eq!(text.pick("fr").0, "Card");
        assert_eq!(LocalText::default().pick("en"), ("", ""));
        let blank = LocalText(BTreeMap::from([("en".into(), " ".into()), ("zh-Hans".into(), "卡".into())]));
        assert_eq!(blank.pick("en").0, "卡");
    }
}
