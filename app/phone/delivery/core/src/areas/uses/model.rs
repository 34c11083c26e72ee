//! What was used, until one report of it was sent.

use std::collections::{BTreeMap, BTreeSet};

use fingertip_standard::ServiceId;
use jiff::{ToSpan, civil::Date};
use serde::{Deserialize, Serialize};

/// The most services of a week: one of them is reported.
const SERVICES: usize = 50;

/// What this device's person used in this week and the last, as long as no report of it was sent. It stays on the device; a report holds
/// one service at most, and hides at random which ([`fingertip_contract::use_counts`]).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Uses {
    /// Nothing is noted and nothing said: the person chose so.
    pub is_off: bool,
    /// The Monday of the last week of which nothing more is to be said; none on a device that has only begun.
    pub done: Option<Date>,
    /// Services by the Monday of their week.
    pub weeks: BTreeMap<Date, BTreeSet<ServiceId>>,
    /// A report is on its way.
    #[serde(skip)]
    pub(crate) is_sending: bool,
}

impl Uses {
    /// A service was opened in the week of `week`.
    pub(crate) fn note(&mut self, week: Date, service: ServiceId) {
        self.weeks.retain(|known, _| Some(*known) == last(week) || *known == week);
        let used = self.weeks.entry(week).or_default();
        if used.len() < SERVICES {
            used.insert(service);
        }
    }
}

/// The Monday of the week of `day`.
pub(crate) fn monday(day: Date) -> Date {
    day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).unwrap_or(day)
}

/// The Monday before.
pub(crate) fn last(week: Date) -> Option<Date> {
    week.checked_sub(7.days()).ok()
}
