//! What a voice says of a text: a number that is dialled, copied or compared is no amount.

use std::sync::LazyLock;

use fingertip_locale::plain;
use regex::{Captures, Regex};

/// What is read sign by sign: references (`GA-20261128-7K2M9Q`), telephone and card numbers and ids in groups, and any five digits or
/// more together, for an amount of that length is grouped by commas.
static SPELT: LazyLock<Option<Regex>> = LazyLock::new(|| {
    // ASCII's boundaries: a number stands right beside Chinese signs.
    const SPELT: &str = r"(?x)
        (?-u:\b) [0-9A-Z]{2,} (?: - [0-9A-Z]{2,} )+ (?-u:\b)                            # a reference
      | \( 0 \d{2,3} \) [\ \u{a0}\u{202f}]? \d{3,4} [\ \u{a0}\u{202f}-]? \d{4}          # (020) 8312 6543
      | \+? (?-u:\b) \d{1,6} (?: [\ \u{a0}\u{202f}-] \d{3,8} )+ [0-9Xx]? (?-u:\b)       # 138 0013 8000, 110105 19491231 002X
      | [0-9.,]* \d{5,} [0-9.,]* [Xx]?                                                  # 12345; an amount with its parts
    ";
    Regex::new(SPELT).ok()
});

/// The text as it is to be said.
pub(super) fn spoken(text: &str) -> String {
    let text = plain(text);
    let Some(spelt) = SPELT.as_ref() else { return text.into_owned() };
    spelt.replace_all(&text, |found: &Captures<'_>| said(&found[0])).into_owned()
}

fn said(number: &str) -> String {
    let digits = number.chars().filter(char::is_ascii_digit).count();
    let inside = number.trim_end_matches(['.', ',']);
    let (is_amount, is_day) = (inside.contains(['.', ',']), is_day(number));
    // Two years in a row are no telephone number, and a code of letters is a word.
    if digits < 5 || is_amount || is_day || is_years(number) {
        return number.to_owned();
    }
    let mut said = String::new();
    for sign in inside.chars() {
        match sign {
            sign if sign.is_ascii_alphanumeric() => {
                if !said.is_empty() && !said.ends_with(' ') {
                    said.push(' ');
                }
                said.push(sign);
            }
            '+' => said.push('+'),
            // A pause between groups.
            _ if !said.is_empty() && !said.ends_with(' ') => said.push_str(", "),
            _ => {}
        }
    }
    said.push_str(&number[inside.len()..]);
    said
}

/// ISO 8601: `2026-11-28`.
fn is_day(text: &str) -> bool {
    let parts: Vec<usize> = text.split('-').map(str::len).collect();
    parts == [4, 2, 2]
}

fn is_years(text: &str) -> bool {
    text.split([' ', '-']).all(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_dialled_or_copied_is_said_sign_by_sign() {
        for (text, said) in [
            ("Call 12345", "Call 1 2 3 4 5"),
            ("138 0013 8000", "1 3 8, 0 0 1 3, 8 0 0 0"),
            ("拨打13800138000。", "拨打1 3 8 0 0 1 3 8 0 0 0。"),
            ("电话138 0013 8000", "电话1 3 8, 0 0 1 3, 8 0 0 0"),
            ("(020) 8312 6543", "0 2 0, 8 3 1 2, 6 5 4 3"),
            ("\u{2068}110105 19491231 002X\u{2069}", "1 1 0 1 0 5, 1 9 4 9 1 2 3 1, 0 0 2 X"),
            ("11010519491231002X", "1 1 0 1 0 5 1 9 4 9 1 2 3 1 0 0 2 X"),
            ("Reference: GA-20261128-7K2M9Q.", "Reference: G A, 2 0 2 6 1 1 2 8, 7 K 2 M 9 Q."),
            ("6222 0213 0000 0000 123", "6 2 2 2, 0 2 1 3, 0 0 0 0, 0 0 0 0, 1 2 3"),
            ("The line is 12333, day and night.", "The line is 1 2 3 3 3, day and night."),
        ] {
            assert_eq!(spoken(text), said);
        }
    }

    #[test]
    fn amounts_days_times_and_years_are_said_as_they_are() {
        for text in [
            "¥12,000.00",
            "1,234,567",
            "120000.50",
            "2026-11-28",
            "28 November 2026",
            "09:00 to 17:30",
            "2025 2026",
            "2025-2026",
            "15 days",
            "No. 32 of 2023",
            "98.6 %",
            "A-B",
            "DD-MM-YYYY",
        ] {
            assert_eq!(spoken(text), text);
        }
    }
}
