//! What is to be done in this area. Data: the runner does it and reports back with messages.

use crate::areas::person::model::Preferences;

/// Everything that can be done.
#[derive(Debug)]
pub enum StorageEffect {
    /// Measure what is kept on this device.
    MeasureStorage,
    /// Give back the room of what is made again when needed.
    FreeSpace,
    /// Take away what has had its time.
    Sweep,
    /// Write everything of the person to a file that they take along.
    Export,
    /// Sign out, and forget everything of the person.
    DeleteEverything {
        /// What whoever comes next begins with.
        kept: Box<Preferences>,
    },
}
