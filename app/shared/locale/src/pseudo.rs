//! Languages that nobody speaks, made from English: what is shown without them was never a message, and what they do not fit
//! into is too narrow for somebody's language.

use crate::Direction;

/// The tags, as Android and ICU have them: accented and longer, and from right to left.
pub const PSEUDO_LANGUAGES: [&str; 2] = ["en-XA", "ar-XB"];

/// Right-to-left override and pop directional formatting (Unicode UAX 9).
const OVERRIDE: (char, char) = ('\u{202E}', '\u{202C}');

/// One of them, and the language that it is made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Pseudo(Direction);

impl Pseudo {
    /// The language that they are made from.
    pub(crate) const SOURCE: &str = "en";

    /// The pseudo-language of this tag.
    pub(crate) fn of(tag: &str) -> Option<Self> {
        let [left_to_right, right_to_left] = PSEUDO_LANGUAGES;
        match tag {
            _ if tag == left_to_right => Some(Self(Direction::Ltr)),
            _ if tag == right_to_left => Some(Self(Direction::Rtl)),
            _ => None,
        }
    }

    /// A text of the source in it.
    pub(crate) fn write(self, text: &str) -> String {
        match self.0 {
            Direction::Ltr => stretch(text),
            Direction::Rtl => format!("[{}{text}{}]", OVERRIDE.0, OVERRIDE.1),
        }
    }
}

/// A third longer, in brackets, with accents: "[Ñàmé ~~]".
#[must_use]
pub fn stretch(text: &str) -> String {
    const PLAIN: &str = "aeioucnyAEIOUCNY";
    const ACCENTED: &str = "àéîöûçñýÀÉÎÖÛÇÑÝ";
    let accented: String = text
        .chars()
        .map(|c| {
            PLAIN.chars().position(|plain| plain == c).and_then(|at| ACCENTED.chars().nth(at)).unwrap_or(c)
        })
        .collect();
    format!("[{accented} {}]", "~".repeat(text.chars().count().div_ceil(3)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Args, direction, shell_messages};

    #[test]
    fn stretched_words_are_longer_and_still_readable() {
        assert_eq!(stretch("Name"), "[Ñàmé ~~]");
        assert_eq!(stretch("姓名"), "[姓名 ~]");
    }

    #[test]
    fn every_message_has_its_pseudo_text() {
        let say = |language| shell_messages().text(language, "nav-home", &Args::new());
        assert_eq!(say("en-XA"), "[Hömé ~~]");
        assert_eq!(say("ar-XB"), "[\u{202E}Home\u{202C}]");
        assert_eq!((direction("en-XA"), direction("ar-XB")), (Direction::Ltr, Direction::Rtl));
    }
}
