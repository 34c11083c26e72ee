//! Days, where this device is.

use fingertip_standard::words::Date;
use jiff::{Timestamp, tz::TimeZone};

/// Today where this device is.
pub(crate) fn today(now: Timestamp) -> Date {
    let today = now.to_zoned(TimeZone::system()).date();
    Date { year: today.year().into(), month: today.month().unsigned_abs(), day: today.day().unsigned_abs() }
}
