//! How often services are used: what devices say at random, until it is added to the sums ([`crate::counted`]), and what stands out.

use std::{
    collections::HashMap,
    mem,
    sync::{Arc, Mutex, PoisonError},
};

use fingertip_contract::use_counts::{ServiceUse, UseReport};
use fingertip_kit::clock;
use jiff::{Timestamp, ToSpan, civil::Date};

/// How many weeks count for what is told.
const WEEKS: i64 = 4;

/// What was said and is not written yet, and what stands out.
#[derive(Debug, Default)]
pub(crate) struct Uses {
    said: Mutex<HashMap<(Date, u16, u8), u32>>,
    told: Mutex<Arc<Vec<ServiceUse>>>,
}

impl Uses {
    /// Adds a report of this or the last week; false for any other, or one that no device makes.
    pub(crate) fn take(&self, report: UseReport, now: Timestamp) -> bool {
        let this = monday(now);
        let is_timely =
            report.week == this || this.checked_sub(7.days()).is_ok_and(|last| report.week == last);
        if !is_timely || !report.is_possible() {
            return false;
        }
        let mut said = self.said.lock().unwrap_or_else(PoisonError::into_inner);
        let count = said.entry((report.week, report.hash, report.bucket)).or_default();
        *count = count.saturating_add(1);
        true
    }

    /// What stands out, the most used first.
    pub(crate) fn told(&self) -> Vec<ServiceUse> {
        self.told.lock().unwrap_or_else(PoisonError::into_inner).to_vec()
    }

    /// From now on this stands out.
    pub(crate) fn tell(&self, told: Vec<ServiceUse>) {
        *self.told.lock().unwrap_or_else(PoisonError::into_inner) = Arc::new(told);
    }

    /// What was said since this was asked last.
    pub(crate) fn take_said(&self) -> Vec<(UseReport, u32)> {
        let said = mem::take(&mut *self.said.lock().unwrap_or_else(PoisonError::into_inner));
        let report = |((week, hash, bucket), count)| (UseReport { week, hash, bucket }, count);
        said.into_iter().map(report).collect()
    }
}

/// The Monday of the nation's week.
fn monday(now: Timestamp) -> Date {
    let today = now.to_zoned(clock::nation_zone()).date();
    let since = today.weekday().to_monday_zero_offset();
    today.checked_sub(i64::from(since).days()).unwrap_or(today)
}

/// The first week that counts.
pub(crate) fn first_week(now: Timestamp) -> Date {
    let this = monday(now);
    this.checked_sub((7 * (WEEKS - 1)).days()).unwrap_or(this)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().expect("a time")
    }

    #[test]
    fn a_week_begins_on_the_nations_monday() {
        // 30 November 2026 is a Monday; in the nation it begins at 16:00 of Sunday in UTC.
        assert_eq!(monday(at("2026-11-29T15:59:59Z")), date(2026, 11, 23));
        assert_eq!(monday(at("2026-11-29T16:00:00Z")), date(2026, 11, 30));
        assert_eq!(first_week(at("2026-11-30T00:00:00Z")), date(2026, 11, 9));
    }

    #[test]
    fn only_reports_of_this_and_the_last_week_count() {
        let (uses, now) = (Uses::default(), at("2026-11-30T08:00:00Z"));
        let report = |day, hash, bucket| UseReport { week: date(2026, 11, day), hash, bucket };
        for (report, counts) in [
            (report(30, 0, 0), true),
            (report(23, 1023, 7), true),
            (report(16, 0, 0), false),
            (report(29, 0, 0), false),
            (report(30, 1024, 0), false),
            (report(30, 0, 8), false),
        ] {
            assert_eq!(uses.take(report, now), counts, "{report:?}");
        }
        assert!(uses.take(report(30, 0, 0), now));
        let mut said = uses.take_said();
        said.sort_by_key(|(report, _)| report.week);
        assert_eq!(said, [(report(23, 1023, 7), 1), (report(30, 0, 0), 2)]);
        assert_eq!(uses.take_said(), []);
    }
}
