//! What a department says in a case without moving it on: kept once under its key.

use fingertip_contract::{
    Case, CaseEntry, EntryKind, Party, ProblemCode,
    api::{CaseAct, CaseReply},
};
use fingertip_kit::{ApiError, clock, secrets};
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{StoreError, Transaction, cases, entries};

use crate::{asks::is_within, once::Once};

/// The most entries of a case altogether: no department hides a person's other cases behind one.
const MOST_ENTRIES: usize = 500;

/// Says it in `department`'s case under `key`, and says the case as JSON. The same again is answered as before.
///
/// # Errors
/// `case-not-found`, `act-incomplete` for no words, `words-too-long` for too many, also in all, `idempotency-key-reused`, or the database
/// refuses.
pub fn reply(
    work: &Transaction<'_>,
    (department, id): (&DepartmentId, &CaseId),
    key: &str,
    asked: CaseReply,
) -> Result<Said, ApiError> {
    // No issuer's subject has a line break: a department's keys are nobody else's.
    let subject = format!("department\n{department}");
    let once = Once::new(subject, key.to_owned(), &("reply", id, &asked))?;
    if let Some(response) = once.answer_before(work)? {
        return Ok(Said { response, is_new: false });
    }
    let (_, mut case) =
        cases::of_department(work, department, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
    if asked.words.is_empty() {
        return Err(ProblemCode::ActIncomplete.into());
    }
    if !is_within(&asked.words, CaseAct::MOST_WORDS) || case.entries.len() >= MOST_ENTRIES {
        return Err(ProblemCode::WordsTooLong.into());
    }
    let at = clock::now();
    let entry = CaseEntry {
        id: secrets::make_token(16).map_err(|_| StoreError::Ended)?,
        from: Party::Department,
        kind: EntryKind::Reply,
        at,
        words: asked.words,
        attachments: Vec::new(),
    };
    entries::append(work, id.as_str(), &entry)?;
    case.entries.push(entry);
    let response = written(&case)?;
    once.keep(work, &response, at.as_millisecond())?;
    Ok(Said { response, is_new: true })
}

/// What became of a reply.
#[derive(Debug)]
pub struct Said {
    /// The case as JSON.
    pub response: String,
    /// Whether it was said now, and not before under the same key.
    pub is_new: bool,
}

fn written(case: &Case) -> Result<String, ApiError> {
    serde_json::to_string(case).map_err(|_| ProblemCode::PlatformFailed.into())
}
