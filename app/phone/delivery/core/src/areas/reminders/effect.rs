//! What is to be done in this area. Data: the runner does it.

use crate::areas::reminders::model::Reminder;

/// Everything that can be done.
#[derive(Debug)]
pub enum RemindersEffect {
    /// Keep what the person is reminded of.
    Keep(Vec<Reminder>),
}
