//! What is to be done in this area. Data: the runner does it and reports back with messages.

/// Everything that can be done.
#[derive(Debug)]
pub enum StartEffect {
    /// Read what was kept.
    Restore,
}
