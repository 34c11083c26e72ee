//! What is to be done in this area. Data: the runner does it and reports back with messages.

/// Everything that can be done. Its `Debug` shows no PIN.
pub enum LockEffect {
    /// Put the key behind another PIN, or none.
    ChangePin {
        /// The new one; none takes it away.
        new: Option<String>,
        /// The one before.
        before: String,
    },
    /// End the app until the PIN is given.
    Lock,
}

impl std::fmt::Debug for LockEffect {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::ChangePin { .. } => "ChangePin",
            Self::Lock => "Lock",
        })
    }
}
