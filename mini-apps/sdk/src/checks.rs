//! Checks that many forms need, by the nation's rules. A host reads and checks too, by the same ones; a department never trusts that.

use fingertip_typed::Nation;

/// Whether `text` is a telephone number that can be called: one of the nation's, or another country's with its code. Blanks and hyphens
/// between its groups do not count.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    Nation::built_in().is_phone(&joined(text))
}

/// Whether `text` is one of the nation's id numbers, with the right check and a birth date that there was.
#[must_use]
pub fn is_national_id(text: &str) -> bool {
    Nation::built_in().is_national_id(&text.to_ascii_uppercase())
}

/// A host hands a number in as its digits; what was saved before may stand in groups.
fn joined(text: &str) -> String {
    text.chars().filter(|c| !matches!(c, ' ' | '-')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_ids_are_told_by_their_check_digit() {
        assert!(is_national_id("11010519491231002X"));
        assert!(is_national_id("11010519491231002x"));
        for bad in ["", "110105194912310021", "11010519491331002X", "1101051949123100", "1101051949123100２X"]
        {
            assert!(!is_national_id(bad), "{bad}");
        }
    }

    #[test]
    fn phones_are_told_by_their_length() {
        for good in ["13800138000", "020-83126543", "+44 20 7946 0018"] {
            assert!(is_phone(good), "{good}");
        }
        for bad in ["", "1380013800", "12", "phone", "138001380001"] {
            assert!(!is_phone(bad), "{bad}");
        }
    }
}
