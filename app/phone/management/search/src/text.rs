//! How texts are read: one form for all widths and cases, and pinyin for Han.

use pinyin::ToPinyin;
use unicode_normalization::UnicodeNormalization;

/// A text as it is searched.
#[derive(Debug)]
pub(crate) struct Field {
    pub(crate) text: String,
    /// Its words, where it has spaces.
    pub(crate) words: Vec<String>,
    /// The pinyin of each Han character, in order.
    pub(crate) syllables: Vec<&'static str>,
    pub(crate) weight: f32,
}

impl Field {
    pub(crate) fn new(text: &str, weight: f32) -> Self {
        let text = fold(text);
        let words = text
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .map(str::to_owned)
            .collect();
        let syllables = text.as_str().to_pinyin().flatten().map(pinyin::Pinyin::plain).collect();
        Self { text, words, syllables, weight }
    }
}

/// Compatibility composition (UAX 15) makes full-width letters and digits plain; then lower case.
pub(crate) fn fold(text: &str) -> String {
    text.nfkc().flat_map(char::to_lowercase).collect::<String>().trim().to_owned()
}

pub(crate) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
}
