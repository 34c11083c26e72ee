//! The platform's rules, pure: time and chance are arguments.

pub(crate) mod case;
pub(crate) mod catalogue;
pub(crate) mod helper;
pub(crate) mod pairwise;
pub(crate) mod promise;
pub(crate) mod reference;

use jiff::{Timestamp, tz::TimeZone};

/// The nation's one time zone (UTC+8 without summer time); a day in a reference or a promise is a day there.
pub(crate) fn nation_zone() -> TimeZone {
    TimeZone::fixed(jiff::tz::offset(8))
}

/// The time now to the millisecond, so that what is answered equals what is stored.
pub(crate) fn now() -> Timestamp {
    let exact = Timestamp::now();
    Timestamp::from_millisecond(exact.as_millisecond()).unwrap_or(exact)
}
