//! Words of letters: their stems, and the words that say only that something is asked.

use rust_stemmers::{Algorithm, Stemmer};

use crate::weights;

/// Words that say how something is asked, not what: they count little, and are never wrong.
const ASKING: [&str; 95] = [
    "a", "about", "am", "an", "and", "any", "are", "as", "at", "be", "been", "by", "can", "cant", "could",
    "did", "do", "does", "doing", "dont", "for", "from", "get", "getting", "go", "got", "had", "has", "have",
    "having", "hello", "here", "hi", "how", "i", "id", "if", "ill", "im", "in", "into", "is", "it", "its",
    "ive", "just", "like", "long", "many", "may", "me", "much", "must", "my", "myself", "need", "of", "on",
    "or", "our", "please", "shall", "should", "so", "some", "someone", "thank", "thanks", "that", "the",
    "their", "them", "there", "this", "to", "us", "want", "was", "we", "what", "whats", "when", "where",
    "wheres", "which", "who", "whos", "why", "will", "with", "would", "yes", "you", "your", "yours",
];

/// Whether a folded word only says that something is asked.
pub(crate) fn is_asking(word: &str) -> bool {
    ASKING.binary_search(&word).is_ok()
}

/// How much a word counts.
pub(crate) fn weight(word: &str) -> f32 {
    if is_asking(word) { weights::ASKING } else { 1.0 }
}

/// The stem of a word of Latin letters (Snowball's English); any other word is its own.
pub(crate) fn stem(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_lowercase()) {
        Stemmer::create(Algorithm::English).stem(word).into_owned()
    } else {
        word.to_owned()
    }
}

/// How many slips people expect to be forgiven in a word of so many characters.
pub(crate) fn budget(characters: usize) -> u8 {
    match characters {
        0..=4 => 0,
        5..=8 => 1,
        _ => 2,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_in_order() {
        assert!(ASKING.is_sorted());
        assert!(is_asking("how") && !is_asking("passport"));
    }

    #[test]
    fn forms_of_a_word_have_one_stem() {
        assert_eq!(stem("licences"), stem("licence"));
        assert_eq!(stem("renewing"), stem("renew"));
    }
}
