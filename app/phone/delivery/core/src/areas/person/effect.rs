//! What is to be done in this area. Data: the runner does it and reports back with messages.

use jiff::Timestamp;

use crate::areas::person::model::Preferences;

/// Everything that can be done.
#[derive(Debug)]
pub enum PersonEffect {
    /// Keep what the person chose.
    KeepPreferences(Preferences),
    /// Keep where in the shell the person is.
    KeepPlace(String, Timestamp),
}
