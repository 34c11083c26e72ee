//! A text that its department wrote in several languages.

use crate::Json;

/// A text in one or more languages: `{"zh-Hans": "钟楼", "en": "Bell Tower"}` in a reply of a department. Keep it in the model as it is and
/// ask for the person's language when the page is made: people change it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LocalText(Vec<(String, String)>);

impl LocalText {
    /// The text in `json`: an object of languages, or one text in a language that is not said. Empty for anything else.
    #[must_use]
    pub fn of(json: Option<&Json>) -> Self {
        let texts = match json {
            Some(Json::Text(text)) => vec![(String::new(), text.clone())],
            Some(Json::Object(members)) => {
                let text = |(tag, text): &(String, Json)| Some((tag.clone(), text.as_text()?.to_owned()));
                members.iter().filter_map(text).collect()
            }
            _ => Vec::new(),
        };
        Self(texts)
    }

    /// The text in `language` (BCP 47), else in another script or region of it, else in the first language it was written in.
    #[must_use]
    pub fn in_language(&self, language: &str) -> &str {
        let base = |tag: &str| tag.split('-').next().unwrap_or_default().to_owned();
        let same = self.0.iter().find(|(tag, _)| tag == language);
        let near = || self.0.iter().find(|(tag, _)| base(tag) == base(language));
        same.or_else(near).or(self.0.first()).map_or("", |(_, text)| text)
    }

    /// Whether it says nothing in any language.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, text)| text.trim().is_empty())
    }
}

impl From<&LocalText> for Json {
    fn from(text: &LocalText) -> Self {
        match &text.0[..] {
            [(tag, one)] if tag.is_empty() => Json::Text(one.clone()),
            all => {
                Json::Object(all.iter().map(|(tag, text)| (tag.clone(), Json::Text(text.clone()))).collect())
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reader_gets_their_language_or_the_nearest() {
        let json =
            Json::parse(r#"{"zh-Hans": "钟楼", "zh-Hant": "鐘樓", "en": "Bell Tower"}"#).expect("JSON");
        let text = LocalText::of(Some(&json));
        for (language, expected) in
            [("zh-Hant", "鐘樓"), ("zh", "钟楼"), ("en-GB", "Bell Tower"), ("ug", "钟楼")]
        {
            assert_eq!(text.in_language(language), expected, "{language}");
        }
        assert_eq!(LocalText::of(Some(&Json::from(&text))), text, "kept and read again");
        let one = LocalText::of(Some(&Json::Text("1 路".into())));
        assert_eq!((one.in_language("ug"), Json::from(&one)), ("1 路", Json::Text("1 路".into())));
        assert!(LocalText::of(None).is_empty() && LocalText::of(Some(&Json::Bool(true))).is_empty());
    }
}
