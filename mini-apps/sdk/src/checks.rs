//! Checks that many forms need. A host checks too; a department never trusts that.

/// Whether `text` can be a telephone number: a mainland mobile or landline number, or an international one.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let n_digits = text.bytes().filter(u8::is_ascii_digit).count();
    let is_plain = text
        .strip_prefix('+')
        .unwrap_or(text)
        .bytes()
        .all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'-'));
    is_plain && if text.starts_with('1') { n_digits == 11 } else { (7..=15).contains(&n_digits) }
}

/// Whether `text` is a resident identity number with the right check digit (GB 11643-1999).
#[must_use]
pub fn is_resident_id(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = text.as_bytes();
    if bytes.len() != 18 || !bytes[..17].iter().all(u8::is_ascii_digit) {
        return false;
    }
    let two = |at: usize| (bytes[at] - b'0') * 10 + (bytes[at + 1] - b'0');
    let is_date = matches!(two(10), 1..=12) && matches!(two(12), 1..=31) && matches!(two(6), 18..=20);
    let sum: u32 = WEIGHTS.iter().zip(bytes).map(|(weight, byte)| weight * u32::from(byte - b'0')).sum();
    is_date && CHECKS.get((sum % 11) as usize) == Some(&bytes[17].to_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_ids_are_told_by_their_check_digit() {
        assert!(is_resident_id("11010519491231002X"));
        assert!(is_resident_id("11010519491231002x"));
        for bad in ["", "110105194912310021", "11010519491331002X", "1101051949123100", "1101051949123100２X"]
        {
            assert!(!is_resident_id(bad), "{bad}");
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
