//! A day that the person does not want to miss.

use jiff::{Timestamp, civil::Date};

/// A day for a calendar, in the words of the person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDay {
    /// What makes it the same day again: saved twice, a calendar has it once.
    pub id: String,
    /// When it is.
    pub due: Due,
    /// What it is.
    pub summary: String,
    /// What is to be done.
    pub details: String,
}

/// When something for a calendar is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Due {
    /// A whole day, where the nation is.
    Day {
        /// The day.
        day: Date,
        /// How many days before the calendar reminds.
        reminder_days: u32,
    },
    /// A moment, at which the calendar reminds.
    At(Timestamp),
}
