//! Whose a case is that is handed in: the caller's own, or that of somebody who gave the caller a mandate for it.

use fingertip_contract::{Mandate, ProblemCode};
use fingertip_kit::{ApiError, clock};
use fingertip_standard::{DepartmentId, HelperLinkId};
use fingertip_store::{StoreError, Transaction, helpers};
use jiff::{SignedDuration, civil::Date};

/// What a helper asks departments within so long is one act for the person to see: a form asks more than once.
const ONE_ACT: SignedDuration = SignedDuration::from_mins(10);

/// The person whose case it is, and the helper who hands it in, if any.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Principal {
    /// The issuer's subject of the person.
    pub subject: String,
    /// The helper's name at the issuer; none where the person hands it in.
    pub helper_name: Option<String>,
}

/// For whom `caller` acts at `department`: for themselves where no `link` is named.
///
/// # Errors
/// `mandate-invalid` when the caller does not help under that link, or their mandate is over or reaches not so far: who tries learns not
/// which. Or the database refuses.
pub fn find_principal(
    work: &Transaction<'_>,
    caller: &str,
    link: Option<&HelperLinkId>,
    department: &DepartmentId,
) -> Result<Principal, ApiError> {
    let Some(link) = link else {
        return Ok(Principal { subject: caller.to_owned(), helper_name: None });
    };
    let helped = helpers::helped(work, link, caller)?.ok_or(ProblemCode::MandateInvalid)?;
    let mandate = helped.mandate.ok_or(ProblemCode::MandateInvalid)?;
    if !mandate.holds(today()) || !mandate.covers(department) {
        return Err(ProblemCode::MandateInvalid.into());
    }
    Ok(Principal { subject: helped.subject, helper_name: Some(helped.helper_name) })
}

/// Notes for the person that their helper acts for them at `department`. Where nobody helps there is nothing to note.
///
/// # Errors
/// The database refuses: then nothing is done for them either.
pub fn note_act(
    work: &Transaction<'_>,
    principal: &Principal,
    department: &DepartmentId,
) -> Result<(), StoreError> {
    let Some(name) = &principal.helper_name else { return Ok(()) };
    let now = clock::now();
    let since = now.checked_sub(ONE_ACT).unwrap_or(now);
    if helpers::has_acted_since(work, &principal.subject, name, department, since)? {
        return Ok(());
    }
    helpers::note_look(work, &principal.subject, name, Some(department), now)
}

/// Whether a mandate may be given.
///
/// # Errors
/// `mandate-invalid` for one that is over already, `body-too-large` for more departments than anybody names.
pub fn check_given(mandate: &Mandate) -> Result<(), ApiError> {
    if mandate.departments.len() > Mandate::MOST_DEPARTMENTS {
        return Err(ProblemCode::BodyTooLarge.into());
    }
    if mandate.holds(today()) { Ok(()) } else { Err(ProblemCode::MandateInvalid.into()) }
}

/// The nation's day.
fn today() -> Date {
    clock::now().to_zoned(clock::nation_zone()).date()
}
