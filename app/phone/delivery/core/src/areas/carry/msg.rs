//! What happens in this area. Past tense: a message reports, `update` decides.

use std::fmt;

use fingertip_carry::RecoveryCode;
use fingertip_records::Came;

use crate::fault::ShownFault;

/// Copies of the person's records. Its `Debug` shows no code and nothing of a file.
pub enum CarryMsg {
    /// The person came to where copies are saved and brought back.
    LookedAtCopies,
    /// The person wants a copy.
    AskedForCopy,
    /// Its recovery code is made.
    CodeMade(RecoveryCode),
    /// The person has written the code down: the copy may be saved.
    WroteCodeDown,
    /// The person wants no copy after all, or has read where it is.
    PutCopyAway,
    /// It is in this file.
    CopySaved(String),
    /// It could not be saved.
    CopyNotSaved(ShownFault),
    /// The person has chosen a file and typed its code.
    BroughtCopy {
        /// What is in the file.
        file: Vec<u8>,
        /// The code as it was typed.
        code: String,
    },
    /// It came in.
    CopyCame(Came),
    /// It did not.
    CopyRefused(ShownFault),
}

impl fmt::Debug for CarryMsg {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::LookedAtCopies => "LookedAtCopies",
            Self::AskedForCopy => "AskedForCopy",
            Self::CodeMade(_) => "CodeMade",
            Self::WroteCodeDown => "WroteCodeDown",
            Self::PutCopyAway => "PutCopyAway",
            Self::CopySaved(_) => "CopySaved",
            Self::CopyNotSaved(_) => "CopyNotSaved",
            Self::BroughtCopy { .. } => "BroughtCopy",
            Self::CopyCame(_) => "CopyCame",
            Self::CopyRefused(_) => "CopyRefused",
        })
    }
}
