//! Words and values: what a person reads, before it is put into their language. Mirrors `words.wit`.

pub use fingertip_typed::{Date, Decimal};
use serde::{Deserialize, Serialize};

/// An instant in milliseconds since 1970-01-01T00:00:00Z.
pub type InstantMs = i64;

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
