//! What departments write on their documents: what they know themselves, and what was proven of the person. What somebody typed
//! would be true on their paper, whoever typed it.

use fingertip_contract::{
    Document,
    api::{DispatchedAct, DispatchedCase},
    document::DocumentField,
};
use fingertip_kit::secrets;
use fingertip_standard::{ClaimName, DepartmentId};
use jiff::Timestamp;

use crate::said::said;

/// The person's name as it was proven with the case, or as another department wrote it on a document of theirs that they handed in since. The
/// platform has checked whose document it is and who signed it.
pub(crate) fn proven_name(case: &DispatchedCase, acts: &[DispatchedAct]) -> Option<String> {
    let on_documents = acts.iter().flat_map(|act| &act.act.documents).find_map(|jws| {
        let document: Document = jsonwebtoken::dangerous::insecure_decode_claims(jws).ok()?;
        Some(document.holder.trim().to_owned()).filter(|holder| !holder.is_empty())
    });
    proven(case, "name").map(str::to_owned).or(on_documents)
}

/// A fact about the person that was proven with the case.
fn proven<'a>(case: &'a DispatchedCase, name: &str) -> Option<&'a str> {
    let name = ClaimName::new(name).ok()?;
    let value = case.proven.as_ref()?.claims.get(&name)?;
    Some(value.trim()).filter(|value| !value.is_empty())
}

/// A document to be written for the person of a case.
pub(crate) struct Paper {
    pub(crate) issuer: DepartmentId,
    pub(crate) kind: &'static str,
    /// The text that is its title.
    pub(crate) title: &'static str,
    /// The name on it.
    pub(crate) holder: String,
    /// What its number begins with.
    pub(crate) prefix: &'static str,
    pub(crate) fields: Vec<DocumentField>,
}

impl Paper {
    /// The document that comes of `case`.
    pub(crate) fn write(self, case: &DispatchedCase, now: Timestamp) -> Document {
        Document {
            id: case.id.to_string(),
            issuer: self.issuer,
            subject: case.subject.clone(),
            kind: self.kind.to_owned(),
            title: said(self.title),
            number: derive_number(self.prefix, &format!("{}{}", case.subject, self.holder), 10),
            holder: self.holder,
            issued: now.as_second(),
            valid_until: None,
            status: None,
            fields: self.fields,
        }
    }
}

/// The text that tells somebody who shared no proven name: a document in a name that was typed would be one in anybody's name.
pub(crate) const NAME_UNPROVEN: &str = "refused-name-unproven";

/// A number that is the same whenever it is derived for the same seed.
pub(crate) fn derive_number(prefix: &str, seed: &str, n_digits: usize) -> String {
    let hash = secrets::derive_hash(seed);
    let digits = hash.bytes().map(|b| char::from(b'0' + b % 10)).take(n_digits);
    prefix.chars().chain(digits).collect()
}
