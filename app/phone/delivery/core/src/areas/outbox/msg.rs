//! What happens in this area. Past tense: a message reports, `update` decides.

/// What waits to be sent.
#[derive(Debug)]
pub enum OutboxMsg {
    /// How much waits in the outbox by now.
    OutboxCounted(usize),
}
