//! Checks that many forms need, by the nation's rules. A host checks too, by the same ones; a department never trusts that.

use fingertip_typed::Nation;

/// Whether `text` is a telephone number that can be called: one of the nation's, or another country's with its code.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    Nation::built_in().is_phone(text)
}

/// Whether `text` is one of the nation's id numbers, with the right check and a birth date that there was.
#[must_use]
pub fn is_national_id(text: &str) -> bool {
    Nation::built_in().is_national_id(text)
}
