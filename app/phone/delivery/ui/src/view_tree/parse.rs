//! From what is typed to a typed value and back. What cannot be read stays as it was typed, [`Input::Text`], so that
//! the host can say what is wrong and nothing typed is lost.

use fingertip_standard::{
    events::Input,
    words::{Date, Decimal, Money},
};

use crate::components::DateParts;

/// A line of text.
#[must_use]
pub fn text(typed: &str) -> Input {
    if typed.trim().is_empty() { Input::None } else { Input::Text(typed.to_owned()) }
}

/// A number: `1,234.5`, also in full-width digits.
#[must_use]
pub fn number(typed: &str) -> Input {
    if typed.trim().is_empty() {
        return Input::None;
    }
    decimal(typed).map_or_else(|| Input::Text(typed.to_owned()), Input::Number)
}

/// An amount of money in major units, with or without its sign.
#[must_use]
pub fn money(typed: &str, currency: &str) -> Input {
    if typed.trim().is_empty() {
        return Input::None;
    }
    let plain: String = typed.chars().filter(|c| !matches!(c, '¥' | '￥' | '元' | '$' | '€' | '£')).collect();
    let minor = decimal(&plain).and_then(|number| {
        let scale = minor_digits(currency);
        if number.scale <= scale {
            number.digits.checked_mul(10_i64.pow(u32::from(scale - number.scale)))
        } else {
            // Zeros behind the smallest coin are no fraction of it.
            let surplus = 10_i64.checked_pow(u32::from(number.scale - scale))?;
            (number.digits % surplus == 0).then_some(number.digits / surplus)
        }
    });
    minor.map_or_else(
        || Input::Text(typed.to_owned()),
        |minor| Input::Money(Money { currency: currency.to_owned(), minor }),
    )
}

/// A date typed in three parts. Kept as `year-month-day` where it is none.
#[must_use]
pub fn date(parts: &DateParts) -> Input {
    let [year, month, day] = [&parts.year, &parts.month, &parts.day].map(|part| ascii(part.trim()));
    if year.is_empty() && month.is_empty() && day.is_empty() {
        return Input::None;
    }
    let read = || {
        // Two digits of a year are a guess.
        let year = (year.len() == 4).then(|| year.parse::<i32>().ok())??;
        let date = Date { year, month: month.parse().ok()?, day: day.parse().ok()? };
        is_date(date).then_some(date)
    };
    read().map_or_else(|| Input::Text(format!("{year}-{month}-{day}")), Input::Date)
}

/// What a native date input says: `2026-11-04`.
#[must_use]
pub fn iso_date(typed: &str) -> Input {
    let mut parts = typed.splitn(3, '-').map(str::to_owned);
    date(&DateParts {
        year: parts.next().unwrap_or_default(),
        month: parts.next().unwrap_or_default(),
        day: parts.next().unwrap_or_default(),
    })
}

/// What a native time input says: `09:30`.
#[must_use]
pub fn time(typed: &str) -> Input {
    if typed.trim().is_empty() {
        return Input::None;
    }
    let read = || {
        let (hour, rest) = typed.trim().split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, rest.split(':').next()?.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    read().map_or_else(|| Input::Text(typed.to_owned()), Input::Minute)
}

/// A place: `23.1291, 113.2644`, in degrees, kept in millionths.
#[must_use]
pub fn place(typed: &str) -> Input {
    if typed.trim().is_empty() {
        return Input::None;
    }
    let degrees = |text: &str| {
        let number = decimal(text.trim().trim_end_matches('°'))?;
        let scale = 6_i32.checked_sub(i32::from(number.scale))?;
        let shift = 10_i64.checked_pow(scale.unsigned_abs())?;
        let millionths = if scale < 0 { number.digits / shift } else { number.digits.checked_mul(shift)? };
        i32::try_from(millionths).ok()
    };
    let read = || {
        let (latitude, longitude) = typed.split_once([',', '，', ' '])?;
        Some(Input::Place(degrees(latitude)?, degrees(longitude)?))
    };
    read().unwrap_or_else(|| Input::Text(typed.to_owned()))
}

/// A place as it is typed.
#[must_use]
pub fn show_place(latitude_e6: i32, longitude_e6: i32) -> String {
    let degrees = |millionths: i32| show_decimal(Decimal { digits: i64::from(millionths), scale: 6 });
    format!("{}, {}", degrees(latitude_e6), degrees(longitude_e6))
}

/// The number as it is typed: no grouping.
#[must_use]
pub fn show_decimal(number: Decimal) -> String {
    let sign = if number.digits < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", number.digits.unsigned_abs(), width = usize::from(number.scale) + 1);
    let (whole, fraction) = digits.split_at(digits.len() - usize::from(number.scale));
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

/// An amount as it is typed.
#[must_use]
pub fn show_money(minor: i64, currency: &str) -> String {
    show_decimal(Decimal { digits: minor, scale: minor_digits(currency) })
}

/// A date as a native input takes it.
#[must_use]
pub fn show_date(date: Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}

/// A time as a native input takes it.
#[must_use]
pub fn show_minute(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// ISO 4217: two digits but for the few currencies without.
fn minor_digits(currency: &str) -> u8 {
    if matches!(currency, "JPY" | "KRW" | "VND") { 0 } else { 2 }
}

/// Full-width digits and signs, as input methods give them, in ASCII.
fn ascii(text: &str) -> String {
    text.chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(u32::from(c) - u32::from('０') + u32::from('0')).unwrap_or(c),
            '．' | '。' => '.',
            '，' => ',',
            '－' | '\u{2212}' => '-',
            '＋' => '+',
            c => c,
        })
        .collect()
}

fn decimal(typed: &str) -> Option<Decimal> {
    let text: String = ascii(typed).chars().filter(|c| !c.is_whitespace()).collect();
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    // A comma only groups three digits: "1,5" could be one and a half or a slip, so it is asked again.
    let mut groups = whole.split(',');
    let first = groups.next()?;
    let is_grouped = whole.contains(',');
    if (is_grouped && !(1..=3).contains(&first.len())) || groups.any(|group| group.len() != 3) {
        return None;
    }
    let digits: String = whole.chars().filter(|c| *c != ',').chain(fraction.chars()).collect();
    if digits.is_empty() || digits.len() > 18 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let digits: i64 = digits.parse().ok()?;
    Some(Decimal {
        digits: if is_negative { -digits } else { digits },
        scale: u8::try_from(fraction.len()).ok()?,
    })
}

fn is_date(date: Date) -> bool {
    let is_leap = date.year % 4 == 0 && (date.year % 100 != 0 || date.year % 400 == 0);
    let days = match date.month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if is_leap => 29,
        2 => 28,
        _ => return false,
    };
    (1..=days).contains(&date.day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_type_them() {
        let decimal = |digits, scale| Input::Number(Decimal { digits, scale });
        for (typed, expected) in [
            ("1,234.50", decimal(123_450, 2)),
            ("１２", decimal(12, 0)),
            (" -0.5 ", decimal(-5, 1)),
            ("", Input::None),
            (".5", decimal(5, 1)),
        ] {
            assert_eq!(number(typed), expected, "{typed}");
        }
        for typed in ["1,5", "abc", "1.2.3", "-", "1234567890123456789", "1,2345"] {
            assert_eq!(number(typed), Input::Text(typed.into()), "{typed}");
        }
    }

    #[test]
    fn money_is_read_in_major_units() {
        let cny = |minor| Input::Money(Money { currency: "CNY".into(), minor });
        assert_eq!(money("¥1,000", "CNY"), cny(100_000));
        assert_eq!(money("5.5元", "CNY"), cny(550));
        assert_eq!(money("5.500", "CNY"), cny(550));
        assert_eq!(money("5.555", "CNY"), Input::Text("5.555".into()));
        assert_eq!(money("500", "JPY"), Input::Money(Money { currency: "JPY".into(), minor: 500 }));
        assert_eq!(show_money(550, "CNY"), "5.50");
    }

    #[test]
    fn dates_that_are_none_stay_as_typed() {
        let parts = |year: &str, month: &str, day: &str| DateParts {
            year: year.into(),
            month: month.into(),
            day: day.into(),
        };
        assert_eq!(date(&parts("2024", "２", "29")), Input::Date(Date { year: 2024, month: 2, day: 29 }));
        assert_eq!(date(&parts("2023", "2", "29")), Input::Text("2023-2-29".into()));
        assert_eq!(date(&parts("24", "2", "")), Input::Text("24-2-".into()));
        assert_eq!(date(&parts(" ", "", "")), Input::None);
        assert_eq!(iso_date("2026-11-04"), Input::Date(Date { year: 2026, month: 11, day: 4 }));
        assert_eq!(time("09:30"), Input::Minute(570));
        assert_eq!(time("25:00"), Input::Text("25:00".into()));
        assert_eq!(show_minute(570), "09:30");
    }
}
