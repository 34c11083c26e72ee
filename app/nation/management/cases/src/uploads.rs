//! Files that come apart from their case, so that a cut line costs a piece and not the whole: which are begun, what is appended, and how a
//! case takes them.

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use fingertip_contract::{
    ProblemCode,
    api::{BeginUpload, SubmittedFile},
};
use fingertip_kit::{ApiError, clock, secrets};
use fingertip_store::{
    Transaction, idempotency,
    uploads::{self, NewUpload, Upload},
};
use sha2::{Digest, Sha256};

/// The largest file, in bytes.
pub const MOST_OF_FILE: u32 = 10 << 20;
/// What all uploads of a person hold that no case has taken yet, in bytes.
pub const MOST_OF_PERSON: u32 = 40 << 20;
/// How many uploads a person has that no case has taken yet.
pub const MOST_UPLOADS: u32 = 32;
/// How many uploads of a person are still told of that cases have taken.
const MOST_TAKEN: u32 = 256;
/// How long an upload waits for its case and is told of afterwards, in milliseconds: a day.
const LIFETIME_MS: i64 = 24 * 60 * 60 * 1000;

/// Begins the upload of a file for the case with the idempotency key `key`; the same one again is the one that there is,
/// and one that its case has taken is whole.
///
/// # Errors
/// `body-malformed`, `upload-too-large` with the limit in its title, `upload-too-many`, `idempotency-key-reused` when the same file is said to
/// have another length, or the database refuses.
pub fn begin(
    work: &Transaction<'_>,
    subject: &str,
    key: &str,
    asked: &BeginUpload,
) -> Result<Upload, ApiError> {
    let now_ms = clock::now().as_millisecond();
    uploads::remove_expired(work, now_ms)?;
    let is_hash =
        asked.sha256.len() == 64 && asked.sha256.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    if !is_hash || asked.length == 0 {
        return Err(ProblemCode::BodyMalformed.into());
    }
    let Some(length) = u32::try_from(asked.length).ok().filter(|length| *length <= MOST_OF_FILE) else {
        return Err(ApiError::titled(ProblemCode::UploadTooLarge, format!("{MOST_OF_FILE} bytes at most")));
    };
    if let Some(same) = uploads::find_same(work, subject, key, &asked.sha256)? {
        let is_same = same.length == length;
        return if is_same { Ok(same) } else { Err(ProblemCode::IdempotencyKeyReused.into()) };
    }
    // The same file has the same id for ever: a case that is told again, since its answer was lost, is the same request.
    let id = secrets::derive_hash(&format!("{subject}\n{key}\n{}", asked.sha256)).split_off(32);
    let sha256 = asked.sha256.clone();
    // Its case has it: nothing is sent once more.
    let is_taken = idempotency::is_used(work, subject, key)?;
    let held = uploads::held_by(work, subject)?;
    let is_full = held.n_open >= MOST_UPLOADS || held.n_bytes + length > MOST_OF_PERSON;
    if if is_taken { held.n_taken >= MOST_TAKEN } else { is_full } {
        return Err(ProblemCode::UploadTooMany.into());
    }
    let expires_ms = now_ms + LIFETIME_MS;
    uploads::insert(
        work,
        &NewUpload { id: &id, subject, key, sha256: &sha256, length, expires_ms, is_taken },
    )?;
    let offset = if is_taken { length } else { 0 };
    Ok(Upload { id, sha256, length, offset, is_taken })
}

/// The person's upload, how far it is.
///
/// # Errors
/// `upload-unknown`, also for another person's and an expired one, or the database refuses.
pub fn find(work: &Transaction<'_>, subject: &str, id: &str) -> Result<Upload, ApiError> {
    uploads::remove_expired(work, clock::now().as_millisecond())?;
    Ok(uploads::find(work, subject, id)?.ok_or(ProblemCode::UploadUnknown)?)
}

/// What came of an append. All of these are kept: a refusal that undid its own work could not remove a broken file.
#[derive(Debug, PartialEq, Eq)]
pub enum Appended {
    /// It is so far now.
    Kept(Upload),
    /// The piece belongs elsewhere: nothing was kept.
    OtherOffset(Upload),
    /// It was whole and not the file that was promised: it begins from the start.
    Broken,
}

/// Appends `piece` at `offset`, in bytes; `is_last` says that the file ends with it.
///
/// # Errors
/// `upload-unknown`, `upload-too-large` when it goes beyond the length that was promised, `input-invalid` when it ends elsewhere, or the
/// database refuses.
pub fn append(
    work: &Transaction<'_>,
    (subject, id): (&str, &str),
    (offset, is_last): (u32, bool),
    piece: &[u8],
) -> Result<Appended, ApiError> {
    let mut upload = find(work, subject, id)?;
    if upload.offset != offset || upload.is_taken {
        return Ok(Appended::OtherOffset(upload));
    }
    let end = u32::try_from(piece.len()).ok().and_then(|length| offset.checked_add(length));
    let Some(end) = end.filter(|end| *end <= upload.length) else {
        return Err(ApiError::titled(
            ProblemCode::UploadTooLarge,
            format!("{} bytes were promised", upload.length),
        ));
    };
    if is_last != (end == upload.length) {
        return Err(ProblemCode::InputInvalid.into());
    }
    if !piece.is_empty() {
        uploads::append(work, id, offset, piece)?;
    }
    upload.offset = end;
    if is_last && !is_promised(&upload, &uploads::content(work, id)?) {
        uploads::empty(work, id)?;
        return Ok(Appended::Broken);
    }
    Ok(Appended::Kept(upload))
}

/// Puts the content of the uploads that `files` name in place, which are taken with it: whoever takes the case sees no difference.
///
/// # Errors
/// `upload-incomplete` when one is not the person's, not whole or not what was promised, `input-invalid` when a file has both content and
/// an upload, or the database refuses.
pub fn take(work: &Transaction<'_>, subject: &str, files: &mut [SubmittedFile]) -> Result<(), ApiError> {
    let mut taken = Vec::new();
    for file in files {
        let Some(id) = file.upload.take() else { continue };
        if !file.content.is_empty() {
            return Err(ProblemCode::InputInvalid.into());
        }
        uploads::remove_expired(work, clock::now().as_millisecond())?;
        let upload = uploads::find(work, subject, &id)?.ok_or(ProblemCode::UploadIncomplete)?;
        let content = uploads::content(work, &id)?;
        if !is_promised(&upload, &content) {
            return Err(ProblemCode::UploadIncomplete.into());
        }
        file.content = BASE64.encode(content);
        taken.push(id);
    }
    // Afterwards: one file may stand in two inputs.
    Ok(taken.iter().try_for_each(|id| uploads::mark_taken(work, id))?)
}

fn is_promised(upload: &Upload, content: &[u8]) -> bool {
    u32::try_from(content.len()) == Ok(upload.length) && hex::encode(Sha256::digest(content)) == upload.sha256
}
