//! Numbers and amounts as people write them: in groups, with either decimal sign, with 万 and 亿, in Han, with the name of the currency.

use std::fmt;

use crate::{
    currency::{minor_digits, names},
    fold, han,
};

/// An exact decimal number: `digits` divided by ten to the power of `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Decimal {
    /// All digits.
    pub digits: i64,
    /// How many of them stand behind the point.
    pub scale: u8,
}

impl Decimal {
    /// The number as a float, for drawing and for number formats.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        #[expect(
            clippy::cast_precision_loss,
            reason = "shown and drawn only; sums are done in the department's code"
        )]
        let digits = self.digits as f64;
        digits / 10f64.powi(i32::from(self.scale))
    }

    /// An amount in major units of `currency` in its minor ones; none where it has more decimals than the currency.
    #[must_use]
    pub fn in_minor_units(self, currency: &str) -> Option<i64> {
        let missing = minor_digits(currency).checked_sub(self.scale)?;
        self.digits.checked_mul(10_i64.checked_pow(missing.into())?)
    }
}

/// All its decimals behind a point, no groups: `-1234.50`.
impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let scale = usize::from(self.scale);
        let digits = format!("{:0>width$}", self.digits.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        if fraction.is_empty() { write!(f, "{sign}{whole}") } else { write!(f, "{sign}{whole}.{fraction}") }
    }
}

/// The sign between whole and fraction on the person's device: the one that its keyboard offers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DecimalSign {
    /// `1.5`
    #[default]
    Point,
    /// `1,5`
    Comma,
}

/// A number as a person writes it; none where it cannot be read for sure.
///
/// `1,5` where the device writes a point could be one and a half or a slip, so it is asked again.
#[must_use]
pub fn number(typed: &str, sign: DecimalSign) -> Option<Decimal> {
    let text = fold(typed);
    figures(&text, sign).or_else(|| han::number(&text))
}

/// An amount in minor units of `currency`, from one in major units; with the currency's own sign, code or name or without. None where it
/// cannot be read for sure: another currency's sign, or parts of the smallest coin.
#[must_use]
pub fn amount(typed: &str, currency: &str, sign: DecimalSign) -> Option<i64> {
    let text = fold(typed);
    let (is_negative, text) = without_minus(&text);
    let bare = without_names(text, currency);
    let (is_negative, bare) = match without_minus(&bare) {
        (true, _) if is_negative => return None,
        (inner, rest) => (is_negative || inner, rest.to_owned()),
    };
    let minor = match han::coins(&bare) {
        Some(minor) if currency == "CNY" => minor,
        _ => in_coins(figures(&bare, sign).or_else(|| han::number(&bare))?, currency)?,
    };
    Some(if is_negative { -minor } else { minor })
}

/// Zeros behind the smallest coin are no fraction of it.
fn in_coins(number: Decimal, currency: &str) -> Option<i64> {
    number.in_minor_units(currency).or_else(|| {
        let surplus = 10_i64.checked_pow(number.scale.checked_sub(minor_digits(currency))?.into())?;
        (number.digits % surplus == 0).then_some(number.digits / surplus)
    })
}

fn without_minus(text: &str) -> (bool, &str) {
    text.strip_prefix('-').map_or((false, text), |rest| (true, rest.trim_start()))
}

/// Each name of the currency may stand once before and once behind.
fn without_names(text: &str, currency: &str) -> String {
    let names = names(currency);
    let mut bare = text.trim();
    for _ in 0..2 {
        let before = names.iter().find_map(|name| strip(bare, name, true));
        bare = before.unwrap_or(bare).trim();
        let behind = names.iter().find_map(|name| strip(bare, name, false));
        bare = behind.unwrap_or(bare).trim();
    }
    bare.to_owned()
}

/// Names of currencies are written in either case.
fn strip<'t>(text: &'t str, name: &str, is_before: bool) -> Option<&'t str> {
    let at = if is_before { name.len() } else { text.len().checked_sub(name.len())? };
    let (first, last) = text.split_at_checked(at)?;
    let (found, rest) = if is_before { (first, last) } else { (last, first) };
    found.eq_ignore_ascii_case(name).then_some(rest)
}

/// A folded number in digits.
fn figures(text: &str, sign: DecimalSign) -> Option<Decimal> {
    let text: String = text.chars().filter(|c| !matches!(c, ' ' | '\'')).collect();
    let (is_negative, text) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(&text)),
    };
    let (whole, fraction) = parts(text, sign)?;
    if whole.len() + fraction.len() == 0 || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit())
    {
        return None;
    }
    let digits: i64 = format!("{whole}{fraction}").parse().ok()?;
    // A guest counts in 64 bits, and eighteen digits are more than anybody means.
    (whole.len() + fraction.len() <= 18).then_some(())?;
    Some(Decimal {
        digits: if is_negative { -digits } else { digits },
        scale: u8::try_from(fraction.len()).ok()?,
    })
}

/// Whole and fraction, without the signs between groups.
fn parts(text: &str, sign: DecimalSign) -> Option<(String, String)> {
    let (own, other) = match sign {
        DecimalSign::Point => ('.', ','),
        DecimalSign::Comma => (',', '.'),
    };
    let at = match (text.rfind(own), text.rfind(other)) {
        (None, None) => None,
        // Two kinds of signs: the last one is between whole and fraction, on every device.
        (Some(mine), Some(theirs)) => Some(mine.max(theirs)),
        (Some(mine), None) if text.matches(own).count() == 1 => Some(mine),
        // The other sign once: groups where they are whole; else a point, which every machine writes, is read as one.
        (None, Some(theirs))
            if sign == DecimalSign::Comma
                && text.matches(other).count() == 1
                && grouped(text, other).is_none() =>
        {
            Some(theirs)
        }
        (Some(_), None) => return Some((grouped(text, own)?, String::new())),
        (None, Some(_)) => return Some((grouped(text, other)?, String::new())),
    };
    let Some(at) = at else { return Some((text.to_owned(), String::new())) };
    let (whole, fraction) = (&text[..at], &text[at + 1..]);
    let between = if text[at..].starts_with('.') { ',' } else { '.' };
    let whole = if whole.contains(between) { grouped(whole, between)? } else { whole.to_owned() };
    Some((whole, fraction.to_owned()))
}

/// The digits of groups of three; of two before the last three, as India writes them.
fn grouped(text: &str, between: char) -> Option<String> {
    let groups: Vec<&str> = text.split(between).collect();
    let (first, rest) = groups.split_first()?;
    let (last, middle) = rest.split_last()?;
    let is_whole = (1..=3).contains(&first.len())
        && last.len() == 3
        && (middle.iter().all(|group| group.len() == 3) || middle.iter().all(|group| group.len() == 2));
    is_whole.then(|| groups.concat())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_sign_is_read_where_the_device_writes_it() {
        let read = |typed: &str, sign| number(typed, sign).map(|read| (read.digits, read.scale));
        for (typed, point, comma) in [
            ("1.5", Some((15, 1)), Some((15, 1))),
            ("1,5", None, Some((15, 1))),
            ("1,234", Some((1234, 0)), Some((1234, 3))),
            ("1.234", Some((1234, 3)), Some((1234, 0))),
            ("1.234,50", Some((123_450, 2)), Some((123_450, 2))),
            ("1,234.50", Some((123_450, 2)), Some((123_450, 2))),
            ("1 234 567", Some((1_234_567, 0)), Some((1_234_567, 0))),
            ("1’234.5", Some((12_345, 1)), Some((12_345, 1))),
            ("12,34,567", Some((1_234_567, 0)), Some((1_234_567, 0))),
            ("1,2345", None, Some((12_345, 4))),
            ("1.234.567", Some((1_234_567, 0)), Some((1_234_567, 0))),
            ("٣٫٥", Some((35, 1)), Some((35, 1))),
            ("5.", Some((5, 0)), Some((5, 0))),
            ("--5", None, None),
            ("", None, None),
            ("1.2.3", None, None),
            ("1234567890123456789", None, None),
        ] {
            assert_eq!(read(typed, DecimalSign::Point), point, "{typed:?} with a point");
            assert_eq!(read(typed, DecimalSign::Comma), comma, "{typed:?} with a comma");
        }
    }

    #[test]
    fn an_amount_carries_its_currency_or_none_and_no_other() {
        let read = |typed: &str, currency| amount(typed, currency, DecimalSign::Point);
        for (typed, currency, minor) in [
            ("¥1,234.50", "CNY", Some(123_450)),
            ("￥１，２３４．５０", "CNY", Some(123_450)),
            ("500元整", "CNY", Some(50_000)),
            ("人民币500元", "CNY", Some(50_000)),
            ("伍佰元整", "CNY", Some(50_000)),
            ("叁仟零伍元贰角", "CNY", Some(300_520)),
            ("3元5角", "CNY", Some(350)),
            ("12块5", "CNY", Some(1_250)),
            ("1万", "CNY", Some(1_000_000)),
            ("1.5万元", "CNY", Some(1_500_000)),
            ("rmb 20", "CNY", Some(2_000)),
            ("CNY 20.00", "CNY", Some(2_000)),
            ("\u{200E}−¥0.05", "CNY", Some(-5)),
            ("5.500", "CNY", Some(550)),
            ("5.555", "CNY", None),
            ("$5", "CNY", None),
            ("€ 5", "EUR", Some(500)),
            ("KWD 1.234", "KWD", Some(1_234)),
            ("1,500 ISK", "ISK", Some(1_500)),
            ("1.5", "ISK", None),
            ("HK$12", "HKD", Some(1_200)),
            ("", "CNY", None),
            ("¥", "CNY", None),
            ("--5", "CNY", None),
        ] {
            assert_eq!(read(typed, currency), minor, "{typed:?} in {currency}");
        }
    }
}
