//! A day that the person does not want to miss.

use jiff::civil::Date;

/// A day for a calendar, in the words of the person's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueDay {
    /// What makes it the same day again: saved twice, a calendar has it once.
    pub id: String,
    /// The day, where the nation is.
    pub day: Date,
    /// What it is.
    pub summary: String,
    /// What is to be done.
    pub details: String,
    /// How many days before the calendar reminds.
    pub reminder_days: u32,
}
