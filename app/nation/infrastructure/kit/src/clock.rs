//! The nation's time.

use jiff::{Timestamp, tz::TimeZone};

/// The nation's one time zone in the IANA time zone database, as devices are told it.
pub const NATION_ZONE: &str = "Asia/Shanghai";

/// The nation's one time zone (UTC+8 without summer time since 1991); a day in a reference or a promise is a day there.
#[must_use]
pub fn nation_zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(8))
}

/// The time now to the millisecond, so that what is answered equals what is stored.
#[must_use]
pub fn now() -> Timestamp {
    let exact = Timestamp::now();
    Timestamp::from_millisecond(exact.as_millisecond()).unwrap_or(exact)
}
