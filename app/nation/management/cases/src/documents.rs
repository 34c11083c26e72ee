//! Documents at the platform's door, in both directions: issued by whom they say, to whom they are handed in or sent, and not over.

use fingertip_contract::{Document, ProblemCode};
use fingertip_departments::Departments;
use fingertip_kit::{ApiError, clock, keys};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;
use jsonwebtoken::{dangerous::insecure_decode_claims, jwk::JwkSet};

use crate::pairwise::derive_subject;

/// The most documents with one case: each costs a check of a signature.
const MOST_DOCUMENTS: usize = 64;

/// The person whose documents they have to be.
#[derive(Debug, Clone, Copy)]
pub struct Owner<'a> {
    /// Every name that they have here or had ([`fingertip_store::persons::names`]): what was issued to one of them is theirs.
    pub names: &'a [String],
    /// With which departments' names for persons are derived.
    pub pairwise_secret: &'a str,
}

impl Owner<'_> {
    fn is_of(&self, document: &Document) -> bool {
        let is_issued_to =
            |name: &String| document.subject == derive_subject(name, &document.issuer, self.pairwise_secret);
        self.names.iter().any(is_issued_to)
    }
}

/// Documents that a person hands in, read: each signed by a registered department, issued to them, and valid on the nation's day.
///
/// # Errors
/// `document-invalid`, `document-of-another`, `document-expired`, `body-too-large` for more than anybody has.
pub fn check_handed_in(
    documents: &[String],
    departments: &Departments,
    owner: Owner<'_>,
) -> Result<Vec<Document>, ApiError> {
    if documents.len() > MOST_DOCUMENTS {
        return Err(ProblemCode::BodyTooLarge.into());
    }
    let read = documents.iter().map(|jws| {
        // Whose keys have to hold is all that is believed before they do.
        let says: Document = insecure_decode_claims(jws).map_err(|_| ProblemCode::DocumentInvalid)?;
        let registered = departments.find(&says.issuer).ok_or(ProblemCode::DocumentInvalid)?;
        let document = verify(jws, &says.issuer, &registered.keys)?;
        if !owner.is_of(&document) {
            return Err(ProblemCode::DocumentOfAnother.into());
        }
        if is_over(&document, clock::now()) {
            return Err(ProblemCode::DocumentExpired.into());
        }
        Ok(document)
    });
    read.collect()
}

/// Documents that `department` signs for the person of one of its cases: a person is never handed one that their shell would have
/// to refuse, nor one of somebody else.
///
/// # Errors
/// `document-invalid`, `document-of-another`.
pub fn check_result(
    documents: &[String],
    department: &DepartmentId,
    keys: &JwkSet,
    owner: Owner<'_>,
) -> Result<(), ApiError> {
    documents.iter().try_for_each(|jws| {
        let document = verify(jws, department, keys)?;
        if owner.is_of(&document) { Ok(()) } else { Err(ProblemCode::DocumentOfAnother.into()) }
    })
}

fn verify(jws: &str, department: &DepartmentId, keys: &JwkSet) -> Result<Document, ApiError> {
    let document: Document =
        keys::verify(jws, keys, &keys::plain_validation()).map_err(|_| ProblemCode::DocumentInvalid)?;
    if document.issuer == *department { Ok(document) } else { Err(ProblemCode::DocumentInvalid.into()) }
}

/// Whether its last day is past, where the nation is.
fn is_over(document: &Document, now: Timestamp) -> bool {
    let today = now.to_zoned(clock::nation_zone()).date();
    document.valid_until.is_some_and(|last| last < today)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_issued_to_a_person_under_a_name_that_they_had_is_theirs() {
        let issued_to = |subject: String| -> Document {
            serde_json::from_value(serde_json::json!({
                "jti": "d", "iss": "parks", "sub": subject, "kind": "pass", "title": {"en": "Pass"}, "holder": "h", "number": "1", "iat": 0
            }))
            .expect("a document")
        };
        let parks = DepartmentId::new("parks").expect("an id");
        let names = ["now".to_owned(), "before".to_owned()];
        let owner = Owner { names: &names, pairwise_secret: "s" };
        for (name, is_theirs) in [("now", true), ("before", true), ("another", false)] {
            assert_eq!(owner.is_of(&issued_to(derive_subject(name, &parks, "s"))), is_theirs, "{name}");
        }
        assert!(!owner.is_of(&issued_to("before".into())));
    }

    #[test]
    fn a_document_is_good_for_all_of_its_last_day_in_the_nation() {
        let document: Document = serde_json::from_value(serde_json::json!({
            "jti": "d", "iss": "parks", "sub": "s", "kind": "pass", "title": {"en": "Pass"}, "holder": "h", "number": "1",
            "iat": 0, "valid_until": "2026-11-24"
        }))
        .expect("a document");
        let over = |at: &str| is_over(&document, at.parse().expect("a time"));
        assert!(!over("2026-11-24T15:59:59Z"), "the last minute of the day at UTC+8");
        assert!(over("2026-11-24T16:00:00Z"));
        assert!(!is_over(&Document { valid_until: None, ..document.clone() }, Timestamp::MAX));
    }
}
