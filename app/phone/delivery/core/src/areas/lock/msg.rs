//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_secrets::PinError;

/// The PIN. Its `Debug` shows none.
pub enum LockMsg {
    /// It was read whether there is one.
    PinRead(bool),
    /// The person chose a PIN; the one before, where there is one.
    ChosePin {
        /// The new one; none takes it away.
        new: Option<String>,
        /// The one before.
        before: String,
    },
    /// It is changed: whether there is one now.
    PinChanged(bool),
    /// It was not changed.
    PinRefused(PinError),
    /// It could not be changed: the person is told otherwise.
    PinNotChanged,
    /// The person wants the app closed until the PIN is given.
    AskedToLock,
}

impl std::fmt::Debug for LockMsg {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::PinRead(_) => "PinRead",
            Self::ChosePin { .. } => "ChosePin",
            Self::PinChanged(_) => "PinChanged",
            Self::PinRefused(_) => "PinRefused",
            Self::PinNotChanged => "PinNotChanged",
            Self::AskedToLock => "AskedToLock",
        })
    }
}
