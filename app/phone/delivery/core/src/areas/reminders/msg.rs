//! What happens in this area. Past tense: a message reports, `update` decides.

/// What the person is reminded of. Each is named by [`Reminder::number`](crate::Reminder::number).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RemindersMsg {
    /// The person opened what they are reminded of.
    Opened(u64),
    /// The person does not want it any more.
    Removed(u64),
}
