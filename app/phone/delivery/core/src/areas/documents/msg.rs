//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::Document;
use fingertip_documents::Check;
use fingertip_records::{KeptDocument, Showing, ShownAs};
use fingertip_standard::DepartmentId;

use crate::{areas::documents::model::Checks, fault::ShownFault};

/// Documents: kept, shown, and checked for others.
#[derive(Debug)]
pub enum DocumentsMsg {
    /// The documents kept by now.
    DocumentsKept(Vec<KeptDocument>),
    /// The person looked at documents of theirs.
    LookedAtDocuments,
    /// Whether the person's documents still hold was found out.
    DocumentsChecked(Checks),
    /// The person wants to show a document, by its code or on paper.
    AskedToShow {
        /// Who issued it.
        issuer: DepartmentId,
        /// Its id there.
        id: String,
        /// How.
        shown_as: ShownAs,
    },
    /// A showing was written down, and may be shown if it is one of this screen; the whole ledger of them.
    ShowingsWritten(Option<Showing>, Vec<Showing>),
    /// What was shown is put away.
    PutAway,
    /// The person opened the place where they check somebody else's document.
    LookedAtVerifier,
    /// The person wants to know whether a document that somebody shows is genuine.
    AskedToVerify(String),
    /// The person chose a file or a photo with a document's code.
    ChoseFile(Vec<u8>),
    /// What stands in the chosen file.
    FileRead(Result<String, ShownFault>),
    /// A document that somebody shows was looked at.
    Verified(Result<(Box<Document>, Check), ShownFault>),
    /// The person left that place.
    LeftVerifier,
}
