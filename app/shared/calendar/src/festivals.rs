//! What a day is beside its date: its place in the Chinese calendar, and the public holiday that falls on it.

use icu_calendar::{Date as Day, cal::ChineseTraditional};
use jiff::civil::Date;

/// The years for which the months are those of the observatories; beyond, the library only estimates them.
const KNOWN: std::ops::RangeInclusive<i16> = 1901..=2100;

/// A day of the Chinese calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lunar {
    /// 1 to 12.
    pub month: u8,
    /// Whether it is the second month of this number in its year.
    pub is_leap: bool,
    /// 1 to 30.
    pub day: u8,
}

impl Lunar {
    /// The day of `date`; none for a date that does not exist or is too far away to be certain.
    #[must_use]
    pub fn of(date: Date) -> Option<Self> {
        if !KNOWN.contains(&date.year()) {
            return None;
        }
        let (year, month, day) = (date.year().into(), date.month().unsigned_abs(), date.day().unsigned_abs());
        let day = Day::try_new_gregorian(year, month, day).ok()?.to_calendar(ChineseTraditional::new());
        let month = day.month().to_input();
        Some(Self { month: month.number(), is_leap: month.is_leap(), day: day.day_of_month().0 })
    }

    fn is(self, month: u8, day: u8) -> bool {
        (self.month, self.day) == (month, day) && !self.is_leap
    }
}

/// A public holiday of the nation, on its own days. Which days are worked or free around it is decided year by year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Holiday {
    /// 元旦.
    NewYear,
    /// 除夕.
    SpringFestivalEve,
    /// 春节.
    SpringFestival,
    /// 清明节.
    Qingming,
    /// 劳动节.
    LabourDay,
    /// 端午节.
    DragonBoat,
    /// 中秋节.
    MidAutumn,
    /// 国庆节.
    NationalDay,
}

impl Holiday {
    /// The holidays on `date`; two where a lunar one falls on another. The days are those of the Regulation on Public Holidays
    /// for National Annual Festivals and Memorial Days, as amended in November 2024.
    #[must_use]
    pub fn on(date: Date) -> Vec<Self> {
        let fixed = match (date.month(), date.day()) {
            (1, 1) => Some(Self::NewYear),
            (5, 1..=2) => Some(Self::LabourDay),
            (10, 1..=3) => Some(Self::NationalDay),
            (4, day) if qingming(date.year()) == Some(day) => Some(Self::Qingming),
            _ => None,
        };
        let lunar = Lunar::of(date).and_then(|today| match (today.month, today.day) {
            _ if today.is_leap => None,
            (1, 1..=3) => Some(Self::SpringFestival),
            (5, 5) => Some(Self::DragonBoat),
            (8, 15) => Some(Self::MidAutumn),
            (12, 29..) if date.tomorrow().ok().and_then(Lunar::of).is_some_and(|next| next.is(1, 1)) => {
                Some(Self::SpringFestivalEve)
            }
            _ => None,
        });
        fixed.into_iter().chain(lunar).collect()
    }
}

/// The day of April on which the sun reaches 15 degrees (GB/T 33661-2017), by the rule of almanacs for this century:
/// ⌊0.2422 y + 4.81⌋ − ⌊y / 4⌋ for the year's last two digits. A test compares it with the sun.
fn qingming(year: i16) -> Option<i8> {
    let y = i32::from((2000..2100).contains(&year).then_some(year - 2000)?);
    i8::try_from((2422 * y + 48_100) / 10_000 - y / 4).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(year: i16, month: i8, day: i8) -> Date {
        Date::new(year, month, day).expect("a day")
    }

    #[test]
    fn known_days_fall_where_the_observatories_have_them() {
        let check = |day, month, is_leap, of| {
            assert_eq!(Lunar::of(day), Some(Lunar { month, is_leap, day: of }), "{day:?}")
        };
        check(date(2026, 2, 17), 1, false, 1);
        check(date(2026, 11, 24), 10, false, 16);
        check(date(2025, 7, 24), 6, false, 30);
        check(date(2025, 7, 25), 6, true, 1);
        check(date(2025, 8, 23), 7, false, 1);
        check(date(2033, 12, 22), 11, true, 1);
        check(date(2034, 2, 19), 1, false, 1);
        assert_eq!(Lunar::of(date(2500, 1, 1)), None);
    }

    #[test]
    fn holidays_fall_on_their_days() {
        let check = |day, expected: &[Holiday]| assert_eq!(Holiday::on(day), expected, "{day:?}");
        check(date(2026, 1, 1), &[Holiday::NewYear]);
        check(date(2026, 2, 16), &[Holiday::SpringFestivalEve]);
        check(date(2026, 2, 17), &[Holiday::SpringFestival]);
        check(date(2026, 2, 20), &[]);
        check(date(2026, 4, 5), &[Holiday::Qingming]);
        check(date(2028, 4, 4), &[Holiday::Qingming]);
        check(date(2026, 6, 19), &[Holiday::DragonBoat]);
        check(date(2026, 9, 25), &[Holiday::MidAutumn]);
        check(date(2020, 10, 1), &[Holiday::NationalDay, Holiday::MidAutumn]);
        // The eve is the 29th where the last month is short, and the 30th of a long one only.
        check(date(2025, 1, 28), &[Holiday::SpringFestivalEve]);
        check(date(2024, 2, 8), &[]);
        check(date(2024, 2, 9), &[Holiday::SpringFestivalEve]);
        // No festival falls into the leap sixth month's neighbour twice: the fifth month of 2028 is doubled.
        check(date(2028, 5, 28), &[Holiday::DragonBoat]);
        check(date(2028, 6, 27), &[]);
    }

    /// The sun's apparent longitude in degrees at a Julian day of terrestrial time, to 0.01 degrees (Meeus, Astronomical Algorithms, chapter 25).
    fn sun(day: f64) -> f64 {
        let t = (day - 2_451_545.0) / 36_525.0;
        let mean = 280.46646 + 36000.76983 * t + 0.0003032 * t * t;
        let anomaly = (357.52911 + 35999.05029 * t - 0.0001537 * t * t).to_radians();
        let centre = (1.914602 - 0.004817 * t - 0.000014 * t * t) * anomaly.sin()
            + (0.019993 - 0.000101 * t) * (2.0 * anomaly).sin()
            + 0.000289 * (3.0 * anomaly).sin();
        (mean + centre - 0.00569 - 0.00478 * (125.04 - 1_934.136 * t).to_radians().sin()).rem_euclid(360.0)
    }

    #[test]
    fn qingming_is_the_day_on_which_the_sun_reaches_fifteen_degrees() {
        for year in 2000..2100 {
            let day = qingming(year).expect("a year of this century");
            // Midnight in Beijing; the clock of the planets runs about 70 seconds ahead of ours.
            let year = i32::from(year);
            let january_first = 2_451_544.5 + f64::from(365 * (year - 2000) + (year - 1997).div_euclid(4));
            let leap = i32::from(year % 4 == 0);
            let midnight =
                january_first + f64::from(90 + leap + i32::from(day) - 1) - (8.0 * 3600.0 - 70.0) / 86_400.0;
            assert!(
                sun(midnight) < 15.0 && sun(midnight + 1.0) >= 15.0,
                "{year}-04-{day}: {} to {}",
                sun(midnight),
                sun(midnight + 1.0)
            );
        }
    }
}
