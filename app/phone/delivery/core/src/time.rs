//! Days, where the nation is.

use fingertip_standard::words;
use jiff::{civil::Date, tz::TimeZone};

/// The zone that a nation names; this device's own where it names none, or one that this version does not know.
pub(crate) fn zone(name: Option<&str>) -> TimeZone {
    let known = name.and_then(|name| {
        TimeZone::get(name)
            .inspect_err(|_| {
                tracing::warn!("the nation's time zone is not known here; this device's own counts")
            })
            .ok()
    });
    known.unwrap_or_else(TimeZone::system)
}

/// A day as a mini-app is told.
pub(crate) fn told(day: Date) -> words::Date {
    words::Date { year: day.year().into(), month: day.month().unsigned_abs(), day: day.day().unsigned_abs() }
}
