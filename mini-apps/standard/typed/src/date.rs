//! Days as people write them: in parts, whole, in Han, with the name of a month; and what is known of a day in part.

use std::fmt;

use crate::{fold, han};

/// A calendar date (Gregorian) without a time zone, or what is known of a birth date: a month or day of 0 is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Date {
    /// The year.
    pub year: i32,
    /// 1 to 12; 0 where it is not known.
    pub month: u8,
    /// 1 to 31; 0 where it is not known.
    pub day: u8,
}

impl Date {
    /// Whether there is such a day, month or year.
    #[must_use]
    pub fn exists(self) -> bool {
        let is_leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let days = match self.month {
            0 => return self.day == 0,
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => return false,
        };
        self.day <= days
    }

    /// Whether day, month and year are known.
    #[must_use]
    pub fn is_whole(self) -> bool {
        self.month > 0 && self.day > 0
    }
}

/// As ISO 8601 writes it: `2026-11-04`, and `1958-06` or `1958` where no more is known.
impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { year, month, day } = self;
        match (month, day) {
            (0, _) => write!(f, "{year:04}"),
            (_, 0) => write!(f, "{year:04}-{month:02}"),
            _ => write!(f, "{year:04}-{month:02}-{day:02}"),
        }
    }
}

/// Which comes first where a day is written in numbers alone and the year last.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DayOrder {
    /// `4/11/2026` is the fourth of November.
    #[default]
    DayFirst,
    /// `11/4/2026` is the fourth of November.
    MonthFirst,
}

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// A day that is written in one: `2026-11-04`, `2026年11月4日`, `20261104`, `4 November 2026`, `二〇二六年十一月四日`, 民國 years; or what is
/// known of it (`1958`, `1958年6月`). None where it cannot be read for sure or there is no such day.
#[must_use]
pub fn day(typed: &str, order: DayOrder) -> Option<Date> {
    let text = fold(typed).to_lowercase();
    let (text, since) = match text.strip_prefix("民国").or_else(|| text.strip_prefix("民國")) {
        Some(rest) => (rest.to_owned(), 1911),
        None => (text.trim_start_matches("公元").to_owned(), 0),
    };
    let parts = numbers(&text)?;
    let is_year = |part: &Part| since > 0 || part.digits == 4;
    let read = match &parts[..] {
        [one] if one.digits == 8 && since == 0 => Date {
            year: one.value / 10_000,
            month: small(one.value / 100 % 100)?,
            day: small(one.value % 100)?,
        },
        [year] if is_year(year) => Date { year: year.value, month: 0, day: 0 },
        [year, month] if is_year(year) => Date { year: year.value, month: small(month.value)?, day: 0 },
        [month, year] if is_year(year) && month.is_name => {
            Date { year: year.value, month: small(month.value)?, day: 0 }
        }
        [year, month, day] if is_year(year) => {
            Date { year: year.value, month: small(month.value)?, day: small(day.value)? }
        }
        [first, second, year] if is_year(year) => {
            let is_month_first = first.is_name
                || !second.is_name && second.value > 12
                || !second.is_name && first.value <= 12 && order == DayOrder::MonthFirst;
            let (month, day) = if is_month_first { (first, second) } else { (second, first) };
            Date { year: year.value, month: small(month.value)?, day: small(day.value)? }
        }
        _ => return None,
    };
    let read = Date { year: read.year + since, ..read };
    let is_known = parts.len() == 1 && read.is_whole() || parts.len() < 2 || read.month > 0;
    (is_known && (parts.len() < 3 || read.day > 0) && read.exists()).then_some(read)
}

/// A day from three boxes. Whoever pastes a whole day into one of them means that day.
#[must_use]
pub fn day_of_parts(year: &str, month: &str, day_of_month: &str, order: DayOrder) -> Option<Date> {
    let texts = [year, month, day_of_month].map(fold);
    if let [one] = texts.iter().filter(|text| !text.is_empty()).collect::<Vec<_>>()[..] {
        let whole = day(one, order).filter(|read| read.is_whole() || *one == texts[0]);
        return whole;
    }
    let value = |text: &str| {
        numbers(text).filter(|parts| parts.len() == 1).map(|parts| (parts[0].value, parts[0].digits))
    };
    let (year, digits) = value(&texts[0])?;
    // Two digits of a year are a guess.
    (digits == 4).then_some(())?;
    let month = small(value(&texts[1])?.0).filter(|&month| month > 0)?;
    let day = if texts[2].is_empty() { 0 } else { small(value(&texts[2])?.0).filter(|&day| day > 0)? };
    let read = Date { year, month, day };
    read.exists().then_some(read)
}

struct Part {
    value: i32,
    digits: usize,
    is_name: bool,
}

fn small(value: i32) -> Option<u8> {
    u8::try_from(value).ok()
}

/// The numbers of a folded text in their order, where there is nothing else in it but what stands between and behind the parts of a day.
fn numbers(text: &str) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text.trim();
    while let Some(c) = rest.chars().next() {
        let run = |is_of: fn(char) -> bool| rest.len() - rest.trim_start_matches(is_of).len();
        let (figures, letters) = (run(|c| c.is_ascii_digit()), run(|c| c.is_ascii_alphabetic()));
        let in_han = run(|c| "零〇○一二三四五六七八九十廿卅".contains(c));
        let taken = if figures > 0 {
            parts.push(Part { value: rest[..figures].parse().ok()?, digits: figures, is_name: false });
            figures
        } else if letters > 0 {
            match month(&rest[..letters]) {
                Some(value) => parts.push(Part { value, digits: 2, is_name: true }),
                // 1st, 2nd: what is said behind a number.
                None if ["st", "nd", "rd", "th", "of"].contains(&&rest[..letters]) => {}
                None => return None,
            }
            letters
        } else if in_han > 0 {
            let run = &rest[..in_han];
            let value = han::number(run);
            parts.push(Part {
                value: i32::try_from(value?.digits).ok()?,
                digits: run.chars().count(),
                is_name: false,
            });
            in_han
        } else if "-/., 年月日号號'".contains(c) || matches!(c, '\u{0600}'..='\u{06FF}') {
            c.len_utf8()
        } else {
            return None;
        };
        rest = &rest[taken..];
        if parts.len() > 3 {
            return None;
        }
    }
    (!parts.is_empty()).then_some(parts)
}

/// A month by its English name, whole or in its first three letters.
fn month(name: &str) -> Option<i32> {
    let is_it = |own: &&str| {
        *own == name || name.len() >= 3 && own.starts_with(name) && (name.len() == 3 || name == "sept")
    };
    let at = MONTHS.iter().position(is_it)?;
    i32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(read: Option<Date>) -> String {
        read.map_or_else(|| "none".to_owned(), |Date { year, month, day }| format!("{year}-{month}-{day}"))
    }

    #[test]
    fn a_day_is_read_as_it_is_written() {
        for (typed, expected) in [
            ("2026-11-04", "2026-11-4"),
            ("２０２６／１１／４", "2026-11-4"),
            ("2026.11.4", "2026-11-4"),
            ("2026年11月4日", "2026-11-4"),
            ("2026 年 11 月 4 日", "2026-11-4"),
            ("20261104", "2026-11-4"),
            ("4 November 2026", "2026-11-4"),
            ("Nov 4, 2026", "2026-11-4"),
            ("4th of Sept 2026", "2026-9-4"),
            ("4/11/2026", "2026-11-4"),
            ("11/25/2026", "2026-11-25"),
            ("2026-يىلى 11-ئاينىڭ 4-كۈنى", "2026-11-4"),
            ("\u{2068}2026-11-04\u{2069}", "2026-11-4"),
            ("二〇二六年十一月四日", "2026-11-4"),
            ("二〇二六年十二月三十一日", "2026-12-31"),
            ("民國80年5月3日", "1991-5-3"),
            ("1958", "1958-0-0"),
            ("1958-06", "1958-6-0"),
            ("1958年6月", "1958-6-0"),
            ("June 1958", "1958-6-0"),
            ("2023-02-29", "none"),
            ("2026-13-01", "none"),
            ("58-06-03", "none"),
            ("1958-00", "none"),
            ("tomorrow", "none"),
            ("", "none"),
            ("2026-11-04-01", "none"),
        ] {
            assert_eq!(written(day(typed, DayOrder::DayFirst)), expected, "{typed:?}");
        }
        assert_eq!(written(day("4/11/2026", DayOrder::MonthFirst)), "2026-4-11");
    }

    #[test]
    fn boxes_are_read_together() {
        let read = |year, month, day| written(day_of_parts(year, month, day, DayOrder::DayFirst));
        assert_eq!(read("２０２４", "2月", "29"), "2024-2-29");
        assert_eq!(read("2024", "", ""), "2024-0-0");
        assert_eq!(read("2024", "6", ""), "2024-6-0");
        assert_eq!(read("2026年11月4日", "", ""), "2026-11-4");
        assert_eq!(read("", "", "4 November 2026"), "2026-11-4");
        assert_eq!(read("", "", "4"), "none");
        assert_eq!(read("2024", "", "5"), "none");
        assert_eq!(read("24", "2", "5"), "none");
        assert_eq!(read("2023", "2", "29"), "none");
        assert_eq!(read("2023", "0", ""), "none");
    }
}
