//! From what is typed to a typed value and back. What cannot be read stays as it was typed, [`Input::Text`], so that
//! the host can say what is wrong and nothing typed is lost.

use fingertip_standard::{
    events::Input,
    words::{Decimal, Money},
};
use fingertip_typed::{DayOrder, DecimalSign, amount, day, day_of_parts, fold, minor_digits};

use crate::components::DateParts;

/// A line of text.
#[must_use]
pub fn text(typed: &str) -> Input {
    if typed.trim().is_empty() { Input::None } else { Input::Text(typed.to_owned()) }
}

/// A number: `1,234.5`.
#[must_use]
pub fn number(typed: &str, sign: DecimalSign) -> Input {
    fingertip_typed::number(typed, sign).map_or_else(|| text(typed), Input::Number)
}

/// An amount of money in major units, with or without its currency.
#[must_use]
pub fn money(typed: &str, currency: &str, sign: DecimalSign) -> Input {
    amount(typed, currency, sign)
        .map_or_else(|| text(typed), |minor| Input::Money(Money { currency: currency.to_owned(), minor }))
}

/// A date typed in three parts. Kept as `year-month-day` where it is none; what is known of it in part is a date only for a birth date.
#[must_use]
pub fn date(parts: &DateParts, is_birth_date: bool) -> Input {
    let DateParts { year, month, day } = parts;
    if [year, month, day].iter().all(|part| part.trim().is_empty()) {
        return Input::None;
    }
    let read = day_of_parts(year, month, day, DayOrder::default());
    read.filter(|read| read.is_whole() || is_birth_date)
        .map_or_else(|| Input::Text([year, month, day].map(|part| fold(part)).join("-")), Input::Date)
}

/// What a native date input says: `2026-11-04`.
#[must_use]
pub fn iso_date(typed: &str) -> Input {
    let read = day(typed, DayOrder::default()).filter(|read| read.is_whole());
    read.map_or_else(|| text(typed), Input::Date)
}

/// What a native time input says: `09:30`.
#[must_use]
pub fn time(typed: &str) -> Input {
    if typed.trim().is_empty() {
        return Input::None;
    }
    let read = || {
        let typed = fold(typed);
        let (hour, rest) = typed.split_once(':')?;
        let (hour, minute): (u16, u16) = (hour.parse().ok()?, rest.split(':').next()?.parse().ok()?);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    };
    read().map_or_else(|| Input::Text(typed.to_owned()), Input::Minute)
}

/// A place: `23.1291, 113.2644`, in degrees, kept in millionths.
#[must_use]
pub fn place(typed: &str) -> Input {
    let degrees = |text: &str| {
        let number = fingertip_typed::number(text.trim().trim_end_matches('°'), DecimalSign::Point)?;
        let scale = 6_i32.checked_sub(i32::from(number.scale))?;
        let shift = 10_i64.checked_pow(scale.unsigned_abs())?;
        let millionths = if scale < 0 { number.digits / shift } else { number.digits.checked_mul(shift)? };
        i32::try_from(millionths).ok()
    };
    let read = || {
        let typed = fold(typed);
        let (latitude, longitude) = typed.split_once([',', ' '])?;
        Some(Input::Place(degrees(latitude)?, degrees(longitude)?))
    };
    read().unwrap_or_else(|| text(typed))
}

/// A place as it is typed.
#[must_use]
pub fn show_place(latitude_e6: i32, longitude_e6: i32) -> String {
    let degrees = |millionths: i32| {
        show_decimal(Decimal { digits: i64::from(millionths), scale: 6 }, DecimalSign::Point)
    };
    format!("{}, {}", degrees(latitude_e6), degrees(longitude_e6))
}

/// The number as it is typed: no grouping, with the device's sign.
#[must_use]
pub fn show_decimal(number: Decimal, sign: DecimalSign) -> String {
    let shown = number.to_string();
    match sign {
        DecimalSign::Point => shown,
        DecimalSign::Comma => shown.replace('.', ","),
    }
}

/// An amount as it is typed.
#[must_use]
pub fn show_money(minor: i64, currency: &str, sign: DecimalSign) -> String {
    show_decimal(Decimal { digits: minor, scale: minor_digits(currency) }, sign)
}

/// A time as a native input takes it.
#[must_use]
pub fn show_minute(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

#[cfg(test)]
mod tests {
    use fingertip_standard::words::Date;

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
            assert_eq!(number(typed, DecimalSign::Point), expected, "{typed}");
        }
        for typed in ["1,5", "abc", "1.2.3", "-", "1234567890123456789", "1,2345"] {
            assert_eq!(number(typed, DecimalSign::Point), Input::Text(typed.into()), "{typed}");
        }
    }

    #[test]
    fn money_is_read_in_major_units() {
        let money = |typed, currency| money(typed, currency, DecimalSign::Point);
        let cny = |minor| Input::Money(Money { currency: "CNY".into(), minor });
        assert_eq!(money("¥1,000", "CNY"), cny(100_000));
        assert_eq!(money("5.5元", "CNY"), cny(550));
        assert_eq!(money("5.500", "CNY"), cny(550));
        assert_eq!(money("5.555", "CNY"), Input::Text("5.555".into()));
        assert_eq!(money("500", "JPY"), Input::Money(Money { currency: "JPY".into(), minor: 500 }));
        assert_eq!(show_money(550, "CNY", DecimalSign::Point), "5.50");
    }

    #[test]
    fn what_cannot_be_read_stays_as_typed_and_what_is_shown_is_read_again() {
        let decimal = |digits, scale| Input::Number(Decimal { digits, scale });
        assert_eq!(number("１，２３４．５０", DecimalSign::Point), decimal(123_450, 2));
        assert_eq!(number("1,5", DecimalSign::Comma), decimal(15, 1));
        assert_eq!(number("1,5", DecimalSign::Point), Input::Text("1,5".into()));
        assert_eq!(number(" ", DecimalSign::Point), Input::None);
        assert_eq!(money("5.555", "CNY", DecimalSign::Point), Input::Text("5.555".into()));
        for sign in [DecimalSign::Point, DecimalSign::Comma] {
            for (minor, currency) in
                [(550, "CNY"), (-5, "CNY"), (500, "JPY"), (1_234, "KWD"), (1_234_567, "CNY")]
            {
                let again = money(&show_money(minor, currency, sign), currency, sign);
                assert_eq!(
                    again,
                    Input::Money(Money { currency: currency.into(), minor }),
                    "{minor} {currency}"
                );
            }
        }
        assert_eq!(place("２３．１２９１，１１３．２６４４"), Input::Place(23_129_100, 113_264_400));
        assert_eq!(place(&show_place(23_129_100, -113_264_400)), Input::Place(23_129_100, -113_264_400));
    }

    #[test]
    fn dates_that_are_none_stay_as_typed() {
        let parts = |year: &str, month: &str, day: &str| DateParts {
            year: year.into(),
            month: month.into(),
            day: day.into(),
        };
        assert_eq!(
            date(&parts("2024", "２", "29"), false),
            Input::Date(Date { year: 2024, month: 2, day: 29 })
        );
        assert_eq!(date(&parts("2023", "2", "29"), false), Input::Text("2023-2-29".into()));
        assert_eq!(date(&parts("24", "2", ""), true), Input::Text("24-2-".into()));
        assert_eq!(date(&parts(" ", "", ""), false), Input::None);
        let known = Input::Date(Date { year: 1958, month: 6, day: 0 });
        assert_eq!(date(&parts("1958", "6", ""), true), known);
        assert_eq!(date(&parts("1958", "6", ""), false), Input::Text("1958-6-".into()));
        assert_eq!(iso_date("2026-11-04"), Input::Date(Date { year: 2026, month: 11, day: 4 }));
        assert_eq!(time("09:30"), Input::Minute(570));
        assert_eq!(time("25:00"), Input::Text("25:00".into()));
        assert_eq!(show_minute(570), "09:30");
    }
}
