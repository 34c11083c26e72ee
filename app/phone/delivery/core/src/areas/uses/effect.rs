//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_standard::ServiceId;
use jiff::civil::Date;

use crate::areas::uses::model::Uses;

/// Everything that can be done.
#[derive(Debug)]
pub enum UsesEffect {
    /// Keep what was used in these weeks.
    Keep(Uses),
    /// Say of a week what hides at random which of these services was used; nothing where none was.
    Report {
        /// The Monday of the week.
        week: Date,
        /// What was used in it.
        used: Vec<ServiceId>,
    },
}
