//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_records::OutgoingState;

/// What waits to be sent, and what was not accepted.
#[derive(Debug)]
pub enum OutboxMsg {
    /// How far everything is by now.
    OutboxRead(Vec<OutgoingState>),
    /// So much of an item's files has been sent, in percent.
    WentOn {
        /// The item's key.
        key: String,
        /// From 0 to 100.
        percent: u8,
    },
    /// The person wants what waits to be sent now.
    AskedToSend,
    /// The person took back what was not sent, or put away what was not accepted.
    TookBack(String),
}
