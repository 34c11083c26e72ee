//! Who may help whom: codes that cannot be guessed, and how many there may be.

use std::time::Duration;

use fingertip_contract::{Case, CaseEntry, HelperCode, HelperLink, Mandate, ProblemCode};
use fingertip_kit::{ApiError, clock, secrets};
use fingertip_standard::{HelperLinkId, LocalText};
use fingertip_store::{StoreError, Transaction, helpers};
use jiff::SignedDuration;
use rand::Rng;

use crate::mandates::check_given;

/// How long a code is taken.
pub const CODE_LIFETIME: Duration = Duration::from_secs(10 * 60);
/// How many wrong codes somebody may try within [`TRIES_WITHIN`]: 44 000 of a hundred million in a year.
const MOST_TRIES: u32 = 5;
/// See [`MOST_TRIES`].
const TRIES_WITHIN: SignedDuration = SignedDuration::from_hours(1);
/// How many helpers a person may have. Nobody needs more, and who asks for more is being used.
const MOST_HELPERS: u32 = 5;

/// Why somebody does not become a helper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum HelperRefusal {
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

impl From<HelperRefusal> for ApiError {
    fn from(refusal: HelperRefusal) -> Self {
        let code = match refusal {
            HelperRefusal::CodeUnknown => ProblemCode::HelperCodeUnknown,
            HelperRefusal::TooManyTries => {
                let wait = Duration::try_from(TRIES_WITHIN).unwrap_or_default();
                return ApiError::from(ProblemCode::HelperTries).after(wait);
            }
            HelperRefusal::Own => ProblemCode::HelperOwn,
            HelperRefusal::TooMany => ProblemCode::HelperTooMany,
        };
        code.into()
    }
}

/// A new code for the person, given as subject and name, in place of an earlier one. Whoever uses it has the `mandate`, if there is one.
///
/// # Errors
/// `helper-too-many`, `mandate-invalid` or `body-too-large` for a mandate that is over or names too many departments, or the database refuses.
pub fn make_helper_code(
    work: &Transaction<'_>,
    person: (&str, &str),
    mandate: Option<&Mandate>,
    secret: &str,
    lifetime: Duration,
) -> Result<HelperCode, ApiError> {
    mandate.map_or(Ok(()), check_given)?;
    if helpers::count_helpers(work, person.0)? >= MOST_HELPERS {
        return Err(HelperRefusal::TooMany.into());
    }
    // Two persons with one code at the same time would help each other to the wrong one.
    let (code, hash) = loop {
        let code = make_code(&mut rand::rng());
        let hash = derive_code_hash(&code, secret);
        if !helpers::code_exists(work, &hash)? {
            break (code, hash);
        }
    };
    let now = clock::now();
    let expires_at = now.checked_add(lifetime).unwrap_or(now);
    helpers::keep_code(work, &hash, person, mandate, (now, expires_at))?;
    Ok(HelperCode { code, expires_at })
}

/// The same helper with the same code is the same request.
///
/// # Errors
/// [`StoreError`]; the refusal is inside, for a wrong try stays noted.
pub fn become_helper(
    work: &Transaction<'_>,
    hash: &str,
    helper: (&str, &str),
    id: &HelperLinkId,
) -> Result<Result<HelperLink, HelperRefusal>, StoreError> {
    let now = clock::now();
    if helpers::tries_since(work, helper.0, now.checked_sub(TRIES_WITHIN).unwrap_or(now))? >= MOST_TRIES {
        return Ok(Err(HelperRefusal::TooManyTries));
    }
    let Some(code) = helpers::live_code(work, hash, now)?
        .filter(|code| code.used_by.as_deref().is_none_or(|by| by == helper.0))
    else {
        helpers::note_try(work, helper.0, now)?;
        return Ok(Err(HelperRefusal::CodeUnknown));
    };
    if code.subject == helper.0 {
        return Ok(Err(HelperRefusal::Own));
    }
    if code.used_by.is_none() {
        if helpers::count_helpers(work, &code.subject)? >= MOST_HELPERS {
            return Ok(Err(HelperRefusal::TooMany));
        }
        helpers::use_code(work, hash, helper.0)?;
        helpers::link(work, id, (&code.subject, &code.subject_name), helper, code.mandate.as_ref(), now)?;
    }
    // A link that was ended since is not begun again by its code.
    Ok(helpers::between(work, &code.subject, helper.0)?.ok_or(HelperRefusal::CodeUnknown))
}

/// A new code.
fn make_code(random: &mut impl Rng) -> String {
    (0..HelperCode::DIGITS).map(|_| char::from(b'0' + random.random_range(0..10_u8))).collect()
}

/// What is kept of a code, as the person meant it who typed it. What is none has a hash that no code has.
#[must_use]
pub fn derive_code_hash(code: &str, secret: &str) -> String {
    let digits = HelperCode::read(code).unwrap_or_default();
    secrets::derive_hash(&format!("helper-code {secret} {digits}"))
}

/// What a helper sees of a case: where it stands and what is asked for, no document and no opinion. That something was said they see,
/// and neither what nor what came with it.
#[must_use]
pub fn show_helper(case: Case) -> Case {
    let wordless =
        |entry: CaseEntry| CaseEntry { words: LocalText::default(), attachments: Vec::new(), ..entry };
    Case {
        documents: Vec::new(),
        rating: None,
        follow_up: None,
        acts: Vec::new(),
        entries: case.entries.into_iter().map(wordless).collect(),
        ..case
    }
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
        for typed in ["1234 5678", "１２３４　５６７８", "1234\u{2013}5678", "\u{2068}12345678\u{2069}"]
        {
            assert_eq!(derive_code_hash(typed, "s"), derive_code_hash("12345678", "s"), "{typed:?}");
        }
        assert_ne!(derive_code_hash("12345678a", "s"), derive_code_hash("12345678", "s"));
        assert_ne!(derive_code_hash("12345678", "s"), derive_code_hash("12345678", "t"));
    }
}
