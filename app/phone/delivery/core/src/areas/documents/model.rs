//! The person's documents as a mini-app's sheet shows them; whether a document that somebody shows is genuine.

use fingertip_contract::Document;
use fingertip_documents::unverified;
use fingertip_host::{Paper, Papers};
use fingertip_records::KeptDocument;

use crate::fault::ShownFault;

/// Whether a document that somebody shows is genuine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// Nothing was asked yet.
    Idle,
    /// It is being looked at.
    UnderWay,
    /// It is: this is what it says.
    Genuine(Box<Document>),
    /// It is not, or nobody can say.
    Failed(ShownFault),
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
