//! What can be wrong with a copy.

use fingertip_standard::{Fault, FaultClass};

use crate::CodeError;

/// Why a copy was not made or not opened. Nothing was changed by trying.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CarryError {
    /// What was typed is no recovery code.
    #[error("the recovery code is none")]
    Code(#[from] CodeError),
    /// It is no copy of anybody's records.
    #[error("the file is no copy of records")]
    NotACopy,
    /// The code does not open it.
    #[error("another recovery code opens this file")]
    WrongCode,
    /// It ends early or was changed.
    #[error("the file is damaged")]
    Torn,
    /// It asks for more work than any copy does before its code could be checked: it is made to keep a device busy.
    #[error("the file asks for too much work")]
    TooMuchWork,
    /// It is larger than a copy may be.
    #[error("the copy is too large")]
    TooLarge,
    /// A newer version wrote it.
    #[error("the copy has version {found}, this program knows {known}")]
    FromNewer {
        /// The version found.
        found: u32,
        /// The newest version known.
        known: u32,
    },
    /// It is opened, and what is in it is no record of anything.
    #[error("what is in the copy cannot be read: {:?}", .0.classify())]
    Unreadable(#[source] serde_json::Error),
    /// Its records are another person's.
    #[error("the copy is another person's")]
    AnotherPersons,
    /// Nobody has signed in here yet, so that nobody can say whose it is.
    #[error("nobody has signed in here")]
    Nobodys,
}

impl Fault for CarryError {
    fn class(&self) -> FaultClass {
        FaultClass::Person
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Code(error) => error.message_id(),
            Self::NotACopy => "fault-carry-not-a-copy",
            Self::WrongCode => "fault-carry-wrong-code",
            Self::Torn | Self::Unreadable(_) => "fault-carry-torn",
            Self::TooMuchWork => "fault-carry-work",
            Self::TooLarge => "fault-carry-large",
            Self::FromNewer { .. } => "fault-carry-newer",
            Self::AnotherPersons => "fault-carry-anothers",
            Self::Nobodys => "fault-carry-nobodys",
        }
    }
}
