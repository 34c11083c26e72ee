//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_records::Showing;
use fingertip_standard::DepartmentId;

/// Everything that can be done.
#[derive(Debug)]
pub enum DocumentsEffect {
    /// Check whether a document that somebody shows is genuine: a compact JWS, as its code holds it.
    VerifyDocument(String),
    /// Read the codes in a photo, or a text in a file.
    ReadFile(Vec<u8>),
    /// Find out whether the person's documents still hold.
    CheckDocuments {
        /// Whether departments are asked; else by what this device has.
        may_ask: bool,
    },
    /// Have the keys of these departments at hand, for a place without a network.
    KeepKeys(Vec<DepartmentId>),
    /// Write down that a document is shown, before it is.
    WriteShowing(Showing),
}
