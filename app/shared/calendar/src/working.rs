//! Which days are worked: weekends, holidays, and the days that are worked instead, as each year is announced.

use std::{collections::BTreeMap, sync::LazyLock};

use jiff::civil::{Date, Weekday};
use serde::Deserialize;

use crate::Holiday;

/// The years that this program was built with.
static BUILT_IN: LazyLock<Result<WorkingDays, WorkingDaysError>> =
    LazyLock::new(|| WorkingDays::read(include_str!("../../../../assets/nation/working-days.json")));

/// Which days of announced years are worked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct WorkingDays {
    years: BTreeMap<i16, Year>,
}

/// What was announced for one year: how it differs from its weeks.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Year {
    /// The notice.
    source: String,
    /// Days on which nobody works.
    free: Vec<Date>,
    /// Saturdays and Sundays that are worked.
    worked: Vec<Date>,
}

/// Why a file of working days is not taken.
#[derive(Debug, thiserror::Error)]
pub enum WorkingDaysError {
    /// It is no such file.
    #[error("the working days cannot be read")]
    Malformed(#[from] serde_json::Error),
    /// A day stands under another year than its own, or is both free and worked.
    #[error("{0} is not rightly announced")]
    Day(Date),
    /// A year does not say who announced it.
    #[error("{0} names no source")]
    NoSource(i16),
}

/// A day by which something is promised: all of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// The day.
    pub day: Date,
    /// Whether it may still move: a year on the way has no announced holidays yet, so that only its weekends and the festivals that the
    /// law names are known to be free.
    pub may_move: bool,
}

impl WorkingDays {
    /// The announced years that this program was built with.
    #[must_use]
    pub fn built_in() -> Self {
        // A test reads the file, so it is never another.
        BUILT_IN.as_ref().cloned().unwrap_or_default()
    }

    /// Reads the announced years: `{"2026": {"source": "...", "free": ["2026-01-01"], "worked": ["2026-01-04"]}}`.
    ///
    /// # Errors
    /// [`WorkingDaysError`]: what is wrong with it.
    pub fn read(json: &str) -> Result<Self, WorkingDaysError> {
        let read: Self = serde_json::from_str(json)?;
        for (year, own) in &read.years {
            let is_wrong = |day: &&Date| day.year() != *year;
            if let Some(day) = own.free.iter().chain(&own.worked).find(is_wrong) {
                return Err(WorkingDaysError::Day(*day));
            }
            if let Some(day) = own.free.iter().find(|day| own.worked.contains(day)) {
                return Err(WorkingDaysError::Day(*day));
            }
            if own.source.trim().is_empty() {
                return Err(WorkingDaysError::NoSource(*year));
            }
        }
        Ok(read)
    }

    /// Whether the holidays of a year are announced.
    #[must_use]
    pub fn is_announced(&self, year: i16) -> bool {
        self.years.contains_key(&year)
    }

    /// Whether people work on `day`, as far as it is known.
    #[must_use]
    pub fn is_worked(&self, day: Date) -> bool {
        let is_weekend = matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday);
        match self.years.get(&day.year()) {
            Some(year) => year.worked.contains(&day) || !is_weekend && !year.free.contains(&day),
            None => !is_weekend && Holiday::on(day).is_empty(),
        }
    }

    /// The day that is `count` working days after `day`; `day` itself where that is none. None beyond the calendar.
    #[must_use]
    pub fn after(&self, day: Date, count: u16) -> Option<Promise> {
        let (mut on, mut left, mut may_move) = (day, count, false);
        while left > 0 {
            on = on.tomorrow().ok()?;
            may_move |= !self.is_announced(on.year());
            if self.is_worked(on) {
                left -= 1;
            }
        }
        Some(Promise { day: on, may_move })
    }

    /// How many working days lie between two days, neither counted.
    #[must_use]
    pub fn between(&self, from: Date, to: Date) -> u16 {
        let days = from.series(jiff::Span::new().days(1)).skip(1).take_while(|day| *day < to);
        u16::try_from(days.filter(|day| self.is_worked(*day)).count()).unwrap_or(u16::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, count: u16, expected: &str, may_move: bool) {
        let promise = WorkingDays::built_in().after(from.parse().expect("a day"), count).expect("a day");
        assert_eq!(
            (promise.day.to_string().as_str(), promise.may_move),
            (expected, may_move),
            "{from} + {count}"
        );
    }

    #[test]
    fn holidays_are_free_and_made_up_days_are_worked() {
        WorkingDays::read(include_str!("../../../../assets/nation/working-days.json"))
            .expect("the file of the tree");
        // The Spring Festival of 2026: 14 and 28 February are worked, 15 to 23 are free.
        check("2026-02-12", 5, "2026-02-26", false);
        check("2026-02-27", 1, "2026-02-28", false);
        check("2026-09-30", 1, "2026-10-08", false);
        check("2026-10-09", 1, "2026-10-10", false);
        check("2026-04-03", 1, "2026-04-07", false);
        check("2025-01-24", 1, "2025-01-26", false);
        check("2026-11-24", 1, "2026-11-25", false);
        check("2026-11-27", 1, "2026-11-30", false);
        check("2026-11-28", 5, "2026-12-04", false);
        check("2026-11-24", 0, "2026-11-24", false);
    }

    #[test]
    fn a_year_that_is_not_announced_says_so_and_keeps_what_the_law_names() {
        let days = WorkingDays::built_in();
        let next = (2026..).find(|year| !days.is_announced(*year)).expect("a year to come");
        let eve = Date::new(next - 1, 12, 31).expect("a day");
        let promise = days.after(eve, 1).expect("a day");
        assert!(promise.may_move && promise.day > Date::new(next, 1, 1).expect("a day"), "{promise:?}");
        assert!(!days.is_worked(Date::new(next, 10, 1).expect("a day")));
        assert_eq!(days.after(Date::MAX, 1), None);
    }

    #[test]
    fn days_between_are_worked_ones() {
        let days = WorkingDays::built_in();
        let between =
            |from: &str, to: &str| days.between(from.parse().expect("a day"), to.parse().expect("a day"));
        assert_eq!(between("2026-02-12", "2026-02-26"), 4);
        assert_eq!(between("2026-11-23", "2026-11-24"), 0);
        assert_eq!(between("2026-11-24", "2026-11-23"), 0);
    }

    #[test]
    fn a_wrong_announcement_is_refused() {
        let read = |free: &str, worked: &str| {
            WorkingDays::read(&format!(
                r#"{{"2026": {{"source": "notice", "free": [{free}], "worked": [{worked}]}}}}"#
            ))
        };
        assert!(read("", "").is_ok());
        assert!(matches!(read("\"2027-01-01\"", ""), Err(WorkingDaysError::Day(_))));
        assert!(matches!(read("\"2026-01-01\"", "\"2026-01-01\""), Err(WorkingDaysError::Day(_))));
        assert!(matches!(WorkingDays::read("[]"), Err(WorkingDaysError::Malformed(_))));
    }
}
