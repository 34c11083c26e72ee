//! What is to be done in this area. Data: the runner does it and reports back with messages.

use crate::areas::calendar::model::DueDay;

/// Everything that can be done.
#[derive(Debug)]
pub enum CalendarEffect {
    /// Write a day to a file that a calendar opens.
    SaveDay(Box<DueDay>),
}
