//! Who may help whom: codes that cannot be guessed, and how many there may be.

use std::time::Duration;

use fingertip_contract::{Case, HelperCode};
use jiff::SignedDuration;
use rand::Rng;

use crate::secrets;

/// How long a code is taken.
pub(crate) const CODE_LIFETIME: Duration = Duration::from_secs(10 * 60);
/// How many wrong codes somebody may try within [`TRIES_WITHIN`]: 44 000 of a hundred million in a year.
pub(crate) const MOST_TRIES: u32 = 5;
/// See [`MOST_TRIES`].
pub(crate) const TRIES_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// How many helpers a person may have. Nobody needs more, and who asks for more is being used.
pub(crate) const MOST_HELPERS: u32 = 5;

/// Why somebody does not become a helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum HelperRefusal {
    /// There is no such code, or it is over, or somebody else used it: who tries codes learns not which.
    #[error("the code is not taken")]
    CodeUnknown,
    /// Too many wrong ones.
    #[error("too many wrong codes were tried; later again")]
    TooManyTries,
    /// The person's own code.
    #[error("nobody is their own helper")]
    Own,
    /// The person has helpers enough.
    #[error("the person has as many helpers as there may be")]
    TooMany,
}

/// A new code.
pub(crate) fn make_code(random: &mut impl Rng) -> String {
    (0..HelperCode::DIGITS).map(|_| char::from(b'0' + random.random_range(0..10_u8))).collect()
}

/// What is kept of a code. Spaces, in which people speak it, are no part of it.
pub(crate) fn derive_code_hash(code: &str, secret: &str) -> String {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    secrets::derive_hash(&format!("helper-code {secret} {digits}"))
}

/// What a helper sees of a case: where it stands and what is asked for, no document and no opinion.
pub(crate) fn show_helper(case: Case) -> Case {
    Case { documents: Vec::new(), rating: None, ..case }
}

#[cfg(test)]
mod tests {
    use rand::{SeedableRng, rngs::StdRng};

    use super::*;

    #[test]
    fn a_code_is_eight_digits_and_is_known_however_it_is_spaced() {
        let mut random = StdRng::seed_from_u64(1);
        let (one, other) = (make_code(&mut random), make_code(&mut random));
        assert!(one.len() == 8 && one.bytes().all(|b| b.is_ascii_digit()));
        assert_ne!(one, other);
        assert_eq!(derive_code_hash("1234 5678", "s"), derive_code_hash("12345678", "s"));
        assert_ne!(derive_code_hash("12345678", "s"), derive_code_hash("12345678", "t"));
    }
}
