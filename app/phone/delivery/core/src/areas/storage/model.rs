//! How much is kept on this device.

/// What is kept on this device, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Storage {
    /// Cases, documents, drafts, the catalogue: encrypted.
    pub records: u64,
    /// Verified mini-apps, to open without a connection.
    pub mini_apps: u64,
    /// Mini-apps made ready for this device: made again when needed.
    pub prepared: u64,
}
