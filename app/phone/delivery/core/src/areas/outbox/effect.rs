//! What is to be done in this area. Data: the runner does it and reports back with messages.

/// Everything that can be done.
#[derive(Debug)]
pub enum OutboxEffect {
    /// Send what is due.
    Send,
    /// Send everything that waits, whatever it was to wait for.
    SendNow,
    /// Take back what was not sent, or put away what was not accepted: by its key.
    TakeBack(String),
}
