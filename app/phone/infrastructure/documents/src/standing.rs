//! Whether a document still holds, as far as this device knows, and since when it knows.

use fingertip_contract::Document;
use fingertip_credential::status::{self, CheckedList, Status};
use fingertip_standard::DepartmentId;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::jwk::JwkSet;

use crate::{DocumentError, verify_document};

/// How long kept keys of a department count as asked lately. A key that it withdrew is believed for so long at most where there is a
/// network; longer than a weekend's outage they would not be worth keeping.
pub const KEYS_AGE: SignedDuration = SignedDuration::from_hours(24);

/// Whether a document still holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It holds.
    Valid,
    /// Its department took it back for good.
    Withdrawn,
    /// It does not hold for now.
    Suspended,
    /// Its department publishes the key no more that signed it.
    KeyGone,
    /// Its department says something that this version does not know; only the department can explain it.
    Unclear,
    /// Nobody could be asked yet.
    Unasked,
}

/// What was found out of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Check {
    /// Whether it holds.
    pub standing: Standing,
    /// When what this rests on was fetched, the oldest part of it; none where nobody could be asked.
    pub as_of: Option<Timestamp>,
    /// Until when that counts as asked lately.
    pub current_until: Option<Timestamp>,
}

impl Check {
    /// Nobody could be asked.
    pub const UNASKED: Self = Self { standing: Standing::Unasked, as_of: None, current_until: None };

    /// Whether it was asked lately. A clock that was set back makes nothing current.
    #[must_use]
    pub fn is_current(&self, now: Timestamp) -> bool {
        self.as_of.is_some_and(|as_of| as_of <= now) && self.current_until.is_some_and(|until| now < until)
    }
}

/// What this device has of a department: its keys or a status list, and when they were fetched.
#[derive(Debug, Clone, Copy)]
pub struct Kept<'a> {
    /// A JWK set as JSON, or a status list token.
    pub text: &'a str,
    /// When it was fetched.
    pub as_of: Timestamp,
}

/// A document and what was found out of it.
#[derive(Debug)]
pub struct Checked {
    /// What it says, if one of the keys signed it.
    pub document: Result<Document, DocumentError>,
    /// Whether it still holds.
    pub check: Check,
}

/// Whether a document was issued by `department`, and still holds, by the kept `keys` and `list`. The list is the one that the document
/// names; none where the device has none.
#[must_use]
pub fn check_document(
    jws: &str,
    department: &DepartmentId,
    keys: Kept<'_>,
    list: Option<Kept<'_>>,
    now: Timestamp,
) -> Checked {
    let keys_until = keys.as_of.checked_add(KEYS_AGE).unwrap_or(keys.as_of);
    let by_keys = |standing| Check { standing, as_of: Some(keys.as_of), current_until: Some(keys_until) };
    let document = match verify_document(jws, department, keys.text) {
        Ok(document) => document,
        Err(error) => {
            // Older keys may lack the one that signed it: then they say nothing.
            let gone = by_keys(Standing::KeyGone);
            let check = if gone.is_current(now) { gone } else { Check::UNASKED };
            return Checked { document: Err(error), check };
        }
    };
    let check = match (&document.status, document.status_place()) {
        (None, _) => by_keys(Standing::Valid),
        (Some(_), None) => by_keys(Standing::Unclear),
        (Some(_), Some(place)) => list
            .and_then(|list| Some((list, read(list, department, keys, &place.uri, now)?)))
            .map_or(Check::UNASKED, |(kept, list)| Check {
                standing: standing(&list, place.idx),
                as_of: Some(keys.as_of.min(kept.as_of)),
                current_until: Some(keys_until.min(list.is_current_until(kept.as_of))),
            }),
    };
    Checked { document: Ok(document), check }
}

/// Whether the `fetched` list may take the place of the `kept` one: it holds, and its department did not make it before that one.
/// Whoever stands between could otherwise give an old list for a new one.
#[must_use]
pub fn is_newer(
    fetched: Kept<'_>,
    kept: Option<Kept<'_>>,
    department: &DepartmentId,
    keys: Kept<'_>,
    uri: &str,
) -> bool {
    let now = fetched.as_of;
    let Some(new) = read(fetched, department, keys, uri, now).filter(|new| now < new.is_current_until(now))
    else {
        return false;
    };
    kept.and_then(|kept| read(kept, department, keys, uri, now))
        .is_none_or(|old| old.issued_at <= new.issued_at)
}

fn read(
    list: Kept<'_>,
    department: &DepartmentId,
    keys: Kept<'_>,
    uri: &str,
    now: Timestamp,
) -> Option<CheckedList> {
    let keys: JwkSet = serde_json::from_str(keys.text).ok()?;
    status::check(list.text, &keys, department.as_str(), uri, now).ok()
}

fn standing(list: &CheckedList, place: u64) -> Standing {
    match list.get(place) {
        Ok(Status::Valid) => Standing::Valid,
        Ok(Status::Invalid) => Standing::Withdrawn,
        Ok(Status::Suspended) => Standing::Suspended,
        // A list without the place says nothing of the document, and that is not that it holds.
        Ok(Status::Other(_)) | Err(_) => Standing::Unclear,
    }
}
