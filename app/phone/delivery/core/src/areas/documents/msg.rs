//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::Document;
use fingertip_records::KeptDocument;

use crate::fault::ShownFault;

/// Documents: kept, and checked for others.
#[derive(Debug)]
pub enum DocumentsMsg {
    /// The documents kept by now.
    DocumentsKept(Vec<KeptDocument>),
    /// The person wants to know whether a document that somebody shows is genuine.
    AskedToVerify(String),
    /// A document that somebody shows was looked at.
    Verified(Result<Box<Document>, ShownFault>),
}
