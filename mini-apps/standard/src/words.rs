//! Words and values: what a person reads, before it is put into their language. Mirrors `words.wit`.

use fingertip_typed::{Day, Exact};
use serde::{Deserialize, Serialize};

/// A calendar date without a time zone, or what is known of a birth date: a month or day of 0 is not known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The year.
    pub year: i32,
    /// 1 to 12; 0 where it is not known.
    pub month: u8,
    /// 1 to 31; 0 where it is not known.
    pub day: u8,
}

impl From<Day> for Date {
    fn from(Day { year, month, day }: Day) -> Self {
        Self { year, month, day }
    }
}

impl From<Date> for Day {
    fn from(Date { year, month, day }: Date) -> Self {
        Self { year, month, day }
    }
}

/// An instant in milliseconds since 1970-01-01T00:00:00Z.
pub type InstantMs = i64;

/// An exact decimal number: `digits` divided by ten to the power of `scale`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decimal {
    /// All digits.
    pub digits: i64,
    /// How many of them stand behind the point.
    pub scale: u8,
}

impl From<Exact> for Decimal {
    fn from(Exact { digits, scale }: Exact) -> Self {
        Self { digits, scale }
    }
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
}

/// An amount in minor units of an ISO 4217 currency.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// ISO 4217: `CNY`.
    pub currency: String,
    /// The amount in minor units (fen, cents).
    pub minor: i64,
}

/// A value that the host formats for the person's language and region.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// Data in no particular language, shown direction-isolated.
    Data(String),
    /// A whole number.
    Integer(i64),
    /// A decimal number.
    Decimal(Decimal),
    /// A share of one: 0.25 is a quarter.
    Percent(Decimal),
    /// An amount of money.
    Money(Money),
    /// A date.
    Date(Date),
    /// An instant.
    Instant(InstantMs),
    /// A length of time in whole days.
    Days(u32),
    /// A region code; the host knows its name.
    Region(String),
}

/// A message of the bundle's Fluent resources with its variables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Message {
    /// Its id.
    pub id: String,
    /// Its variables.
    pub args: Vec<(String, Value)>,
}

/// Anything a person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Entry {
    /// A message of the bundle.
    Message(Message),
    /// A value.
    Value(Value),
}

/// An index into a step's words.
pub type Word = u32;
