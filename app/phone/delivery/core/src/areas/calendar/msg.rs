//! What happens in this area. Past tense: a message reports, `update` decides.

use crate::areas::calendar::model::DueDay;

/// Days for a calendar.
#[derive(Debug)]
pub enum CalendarMsg {
    /// The person wants a day in their calendar.
    AskedToSaveDay(Box<DueDay>),
    /// It was written to this file.
    DaySaved(String),
}
