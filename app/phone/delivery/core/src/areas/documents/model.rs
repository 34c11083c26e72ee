//! The person's documents as a mini-app's sheet shows them; whether they still hold; what is shown now; whether a document that
//! somebody else shows is genuine.

use std::collections::BTreeMap;

use fingertip_contract::Document;
use fingertip_documents::{Check, parts::Parts, unverified};
use fingertip_host::{Paper, Papers};
use fingertip_records::{KeptDocument, Showing, ShownAs};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use crate::fault::ShownFault;

/// Whether a document that somebody shows is genuine. Nothing of it is kept: it goes with the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// Nothing was asked yet.
    Idle,
    /// It is being looked at.
    UnderWay,
    /// It goes in parts, and some of them are missing.
    Parts(Parts),
    /// Its department signed it: this is what it says, and whether it still holds.
    Genuine(Box<Document>, Check),
    /// It is not genuine, or nobody can say.
    Failed(ShownFault),
}

/// Whether the person's documents still hold, by issuer and id.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Checks(pub(crate) BTreeMap<(DepartmentId, String), Check>);

impl Checks {
    /// What was found out of a document last.
    #[must_use]
    pub fn of(&self, document: &Document) -> Check {
        // A map of pairs is asked with a pair of its own; the person has a handful of documents.
        let key = (document.issuer.clone(), document.id.clone());
        self.0.get(&key).copied().unwrap_or(Check::UNASKED)
    }

    /// Whether all of these were asked lately.
    pub(crate) fn are_current(&self, documents: &[KeptDocument], now: Timestamp) -> bool {
        documents.iter().all(|kept| self.of(&kept.document).is_current(now))
    }
}

impl FromIterator<((DepartmentId, String), Check)> for Checks {
    fn from_iter<I: IntoIterator<Item = ((DepartmentId, String), Check)>>(checks: I) -> Self {
        Self(checks.into_iter().collect())
    }
}

/// A showing of `document`, as the ledger names it.
pub(crate) fn showing(document: &Document, shown_as: ShownAs, at: Timestamp) -> Showing {
    Showing {
        at,
        issuer: document.issuer.clone(),
        document: document.id.clone(),
        title: document.title.clone(),
        shown_as,
    }
}

/// The documents that the person has.
pub(crate) struct Kept<'m>(pub(crate) &'m [KeptDocument]);

impl Papers for Kept<'_> {
    fn of_kinds(&self, kinds: &[String]) -> Vec<Paper> {
        let wanted = self.0.iter().filter(|kept| kinds.contains(&kept.document.kind));
        wanted.map(|kept| paper(&kept.document, &kept.jws)).collect()
    }

    fn read(&self, jws: &str) -> Option<Paper> {
        let known = self.0.iter().find(|kept| kept.jws == jws).map(|kept| paper(&kept.document, jws));
        known.or_else(|| unverified(jws).ok().map(|document| paper(&document, jws)))
    }
}

fn paper(document: &Document, jws: &str) -> Paper {
    Paper {
        title: document.title.clone(),
        issuer: document.issuer.clone(),
        holder: document.holder.clone(),
        number: document.number.clone(),
        jws: jws.to_owned(),
    }
}
