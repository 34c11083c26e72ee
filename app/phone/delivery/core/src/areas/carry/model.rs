//! A copy that is being saved, and one that is brought back.

use fingertip_carry::RecoveryCode;
use fingertip_records::Came;

use crate::fault::ShownFault;

/// Copies of the person's records. Nothing of it is kept: a recovery code is shown once.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Carry {
    /// The copy that is being saved.
    pub saving: Saving,
    /// The copy that is brought back.
    pub bringing: Bringing,
}

/// How far the saving of a copy is.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Saving {
    /// None is being saved.
    #[default]
    Idle,
    /// The code is made, or the file is written.
    Busy,
    /// The code is shown, to be written down; nothing is saved yet.
    Code(RecoveryCode),
    /// The copy is in this file.
    Saved(String),
}

/// How far the bringing back of a copy is.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Bringing {
    /// None is brought back.
    #[default]
    Idle,
    /// It is opened and taken in.
    Busy,
    /// So much came.
    Came(Came),
    /// Nothing came, and why.
    Refused(ShownFault),
}
