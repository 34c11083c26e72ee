//! What is to be done in this area. Data: the runner does it and reports back with messages.

use std::fmt;

use fingertip_carry::RecoveryCode;

/// Everything that can be done. Its `Debug` shows no code and nothing of a file.
pub enum CarryEffect {
    /// Make a recovery code.
    MakeCode,
    /// Write a copy that this code opens.
    Save(RecoveryCode),
    /// Open a copy and take it in.
    BringBack {
        /// What is in the file.
        file: Vec<u8>,
        /// The code as it was typed.
        code: String,
    },
}

impl fmt::Debug for CarryEffect {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::MakeCode => "MakeCode",
            Self::Save(_) => "Save",
            Self::BringBack { .. } => "BringBack",
        })
    }
}
