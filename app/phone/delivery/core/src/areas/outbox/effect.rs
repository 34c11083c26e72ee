//! What is to be done in this area. Data: the runner does it and reports back with messages.

/// Everything that can be done.
#[derive(Debug)]
pub enum OutboxEffect {
    /// Send what waits.
    FlushOutbox,
}
