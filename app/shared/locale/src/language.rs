//! Which language, and which way it runs.

use fingertip_standard::language::nearest;
use unic_langid::{CharacterDirection, LanguageIdentifier};

/// Which way text runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// Left to right.
    Ltr,
    /// Right to left.
    Rtl,
}

impl Direction {
    /// As HTML's `dir` wants it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Ltr => "ltr",
            Self::Rtl => "rtl",
        }
    }
}

/// The direction of a language, by its script. Malformed tags run left to right.
#[must_use]
pub fn direction(tag: &str) -> Direction {
    // Uyghur is written in Arabic script in China; without a script subtag the library knows no direction for it.
    let is_rtl = tag.split('-').next() == Some("ug")
        || tag
            .parse::<LanguageIdentifier>()
            .is_ok_and(|id| id.character_direction() == CharacterDirection::RTL);
    if is_rtl { Direction::Rtl } else { Direction::Ltr }
}

/// The best of `available` for the wishes of a person or device, the first of `available` when none fits.
#[must_use]
pub fn negotiate<'a>(wished: &[&str], available: &[&'a str]) -> &'a str {
    nearest(wished, available).or(available.first().copied()).unwrap_or("en")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_gets_its_language_or_the_first() {
        let available = ["zh-Hans", "en"];
        assert_eq!(negotiate(&["en-GB"], &available), "en");
        assert_eq!(negotiate(&["zh-CN"], &available), "zh-Hans");
        assert_eq!(negotiate(&["zh"], &available), "zh-Hans");
        assert_eq!(negotiate(&["fr", "en"], &available), "en");
        assert_eq!(negotiate(&["fr"], &available), "zh-Hans");
        assert_eq!(negotiate(&["zh-HK"], &["zh-Hans", "zh-Hant", "en"]), "zh-Hant");
        assert_eq!(negotiate(&["zh-HK"], &["en", "zh-Hans"]), "zh-Hans");
        assert_eq!(negotiate(&["not a tag"], &available), "zh-Hans");
    }

    #[test]
    fn scripts_decide_the_direction() {
        assert_eq!(direction("ug"), Direction::Rtl);
        assert_eq!(direction("ar"), Direction::Rtl);
        assert_eq!(direction("zh-Hans"), Direction::Ltr);
        assert_eq!(direction("?"), Direction::Ltr);
    }
}
