//! The day by which a service is promised.

use jiff::{
    Timestamp,
    civil::{Date, Weekday},
};

use fingertip_kit::clock::nation_zone;

/// `working_days` after the day of `from`, Saturdays and Sundays not counted.
pub(crate) fn derive_promised_by(from: Timestamp, working_days: u16) -> Option<Date> {
    let mut day = from.to_zoned(nation_zone()).date();
    let mut left = working_days;
    while left > 0 {
        day = day.tomorrow().ok()?;
        if !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday) {
            left -= 1;
        }
    }
    Some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, days: u16, expected: &str) {
        let from: Timestamp = from.parse().expect("a time");
        assert_eq!(derive_promised_by(from, days).expect("a day").to_string(), expected);
    }

    #[test]
    fn weekends_do_not_count() {
        check("2026-11-24T02:00:00Z", 1, "2026-11-25");
        check("2026-11-27T02:00:00Z", 1, "2026-11-30");
        check("2026-11-28T02:00:00Z", 5, "2026-12-04");
        check("2026-11-24T02:00:00Z", 0, "2026-11-24");
    }

    #[test]
    fn the_day_is_the_nations() {
        check("2026-11-24T17:00:00Z", 1, "2026-11-26");
    }
}
