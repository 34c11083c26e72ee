//! Text from outside, without what is not seen and turns or hides what is.

use std::borrow::Cow;

/// `text` without characters that only steer how text is drawn: embeddings, overrides and isolates of direction (Unicode
/// Standard Annex 9, 2.1 to 2.4), which could reverse the words around a name or end the isolation that it is shown in;
/// spaces without width, which make two names that look alike; controls. Joiners stay: scripts and emoji need them.
#[must_use]
pub fn plain(text: &str) -> Cow<'_, str> {
    if text.chars().any(steers) {
        Cow::Owned(text.chars().filter(|c| !steers(*c)).collect())
    } else {
        Cow::Borrowed(text)
    }
}

fn steers(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}')
        || (c.is_control() && !matches!(c, '\n' | '\t'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_steer_the_words_around_it() {
        assert_eq!(plain("申领\u{202E}卡\u{2069}\u{200B}\u{7}"), "申领卡");
        assert_eq!(plain("Bus\ncard"), "Bus\ncard");
        // A family of four is one picture, and Uyghur and Persian words are spelt with joiners.
        assert_eq!(
            plain("👨\u{200D}👩\u{200D}👧\u{200D}👦 می\u{200C}خواهم"),
            "👨\u{200D}👩\u{200D}👧\u{200D}👦 می\u{200C}خواهم"
        );
        assert!(matches!(plain("社保卡"), Cow::Borrowed(_)));
    }
}
