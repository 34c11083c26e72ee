//! Whether a document that somebody shows is genuine.

use fingertip_contract::Document;

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
