//! What is to be done in this area. Data: the runner does it and reports back with messages.

/// Everything that can be done.
#[derive(Debug)]
pub enum DocumentsEffect {
    /// Check whether a document that somebody shows is genuine: a compact JWS, as its code holds it.
    VerifyDocument(String),
}
