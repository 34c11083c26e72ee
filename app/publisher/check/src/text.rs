//! How long, how loud and in which script a text is.

use unicode_script::{Script, UnicodeScript};
use unicode_segmentation::UnicodeSegmentation;

/// The text without the marks that isolate its direction.
pub(crate) fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| !matches!(c, '\u{2066}'..='\u{2069}' | '\u{200e}' | '\u{200f}'))
        .collect::<String>()
        .trim()
        .to_owned()
}

/// How many Han characters stand in it.
pub(crate) fn n_han(text: &str) -> usize {
    text.chars().filter(|c| c.script() == Script::Han).count()
}

/// How many words stand in it, Han characters left out.
pub(crate) fn n_words(text: &str) -> usize {
    text.unicode_words().filter(|word| n_han(word) == 0).count()
}

/// Its sentences (Unicode Standard Annex 29).
pub(crate) fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.unicode_sentences().map(str::trim).filter(|sentence| !sentence.is_empty())
}

/// Whether a sentence is longer than `words` words or `han` Han characters.
pub(crate) fn is_long(sentence: &str, words: usize, han: usize) -> bool {
    n_words(sentence) > words || n_han(sentence) > han
}

/// Whether it shouts: at least two words or eight letters, all of them capitals.
pub(crate) fn is_in_capitals(text: &str) -> bool {
    let letters: Vec<char> = text.chars().filter(|c| c.is_alphabetic()).collect();
    let n_cased = letters.iter().filter(|c| c.is_uppercase() || c.is_lowercase()).count();
    let is_loud = n_cased > 0 && n_cased == letters.len() && letters.iter().all(|c| c.is_uppercase());
    is_loud
        && (letters.len() >= 8
            || text
                .unicode_words()
                .filter(|word| word.chars().filter(|c| c.is_uppercase()).count() > 1)
                .count()
                >= 2)
}

/// Whether people who read this language read Han characters.
pub(crate) fn is_han_language(tag: &str) -> bool {
    matches!(tag.split('-').next(), Some("zh" | "yue" | "ja"))
}

/// Two texts that a person would hear as the same.
pub(crate) fn sounds_as(a: &str, b: &str) -> bool {
    let bare = |text: &str| {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>()
    };
    let (a, b) = (bare(a), bare(b));
    !a.is_empty() && a == b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_measured_in_both_scripts() {
        assert_eq!((n_words("Apply for a card in 10 minutes."), n_han("申领社保卡。")), (7, 5));
        assert_eq!(sentences("One. Two! 三。四？").count(), 4);
        assert!(
            is_in_capitals("STOP NOW")
                && is_in_capitals("IMPORTANT")
                && !is_in_capitals("PDF")
                && !is_in_capitals("社保卡")
        );
        assert!(sounds_as("Your name", "your name:") && !sounds_as("", ""));
        assert_eq!(plain("\u{2068}李\u{2069} "), "李");
    }
}
