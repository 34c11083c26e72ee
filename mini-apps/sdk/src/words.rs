//! What a person reads: messages of the bundle and values, gathered into the words of a step.

use crate::{
    Date, Decimal, Money, Value,
    bindings::fingertip::mini_app::words::{Entry, InstantMs, Message, Word},
};

/// Anything a person reads: a message by its id, or a value.
///
/// A `&'static str` is the id of a message, so that a fixed text cannot slip past the translators; what a server or a
/// person said goes through [`data()`].
#[derive(Debug, Clone, PartialEq)]
pub struct Text(Said);

/// Most of what a page says is a plain message: an id that costs nothing until it stands in the table keeps the code of
/// a page small, and so the component.
#[derive(Debug, Clone, PartialEq)]
enum Said {
    Id(&'static str),
    Entry(Box<Entry>),
}

/// The message `id` of the bundle's Fluent resources.
#[must_use]
pub fn msg(id: &'static str) -> Text {
    Text(Said::Id(id))
}

/// What a server or a person said, in no particular language.
#[must_use]
pub fn data(text: impl Into<String>) -> Text {
    Value::Data(text.into()).into()
}

/// An amount in minor units of an ISO 4217 currency: `money("CNY", 4250)` is 42.50 yuan.
#[must_use]
pub fn money(currency: &str, minor: i64) -> Value {
    Value::Money(Money { currency: currency.to_owned(), minor })
}

/// A whole number.
#[must_use]
pub fn integer(number: i64) -> Value {
    Value::Integer(number)
}

/// A decimal number.
#[must_use]
pub fn decimal(digits: i64, scale: u8) -> Value {
    Value::Decimal(Decimal { digits, scale })
}

/// A share of one: `percent(25, 2)` is a quarter.
#[must_use]
pub fn percent(digits: i64, scale: u8) -> Value {
    Value::Percent(Decimal { digits, scale })
}

/// A date.
#[must_use]
pub fn date(date: Date) -> Value {
    Value::Date(date)
}

/// An instant in milliseconds since 1970-01-01T00:00:00Z.
#[must_use]
pub fn instant(at: InstantMs) -> Value {
    Value::Instant(at)
}

/// A length of time in whole days.
#[must_use]
pub fn days(days: u32) -> Value {
    Value::Days(days)
}

/// A region by its code.
#[must_use]
pub fn region(code: impl Into<String>) -> Value {
    Value::Region(code.into())
}

impl Text {
    /// Gives the message its variable `name`. A value has no variables and stays as it is.
    #[must_use]
    pub fn arg(self, name: &'static str, value: impl Into<Value>) -> Self {
        self.with_arg(name, value.into())
    }

    fn with_arg(self, name: &'static str, value: Value) -> Self {
        let mut entry = self.0.into_entry();
        if let Entry::Message(message) = &mut entry {
            message.args.push((name.to_owned(), value));
        }
        Self(Said::Entry(Box::new(entry)))
    }

    /// The id of the message; none for a value.
    #[must_use]
    pub fn message_id(&self) -> Option<&str> {
        match &self.0 {
            Said::Id(id) => Some(id),
            Said::Entry(entry) => match &**entry {
                Entry::Message(message) => Some(&message.id),
                Entry::Value(_) => None,
            },
        }
    }
}

impl Said {
    fn into_entry(self) -> Entry {
        match self {
            Self::Id(id) => Entry::Message(Message { id: id.to_owned(), args: Vec::new() }),
            Self::Entry(entry) => *entry,
        }
    }

    fn is(&self, entry: &Entry) -> bool {
        match (self, entry) {
            (Self::Id(id), Entry::Message(message)) => message.id == *id && message.args.is_empty(),
            (Self::Id(_), Entry::Value(_)) => false,
            (Self::Entry(own), other) => **own == *other,
        }
    }
}

impl From<&'static str> for Text {
    fn from(id: &'static str) -> Self {
        msg(id)
    }
}

impl From<Value> for Text {
    fn from(value: Value) -> Self {
        Self(Said::Entry(Box::new(Entry::Value(value))))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Data(text)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Data(text.to_owned())
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

/// The words of the step that is being made.
#[derive(Debug, Default)]
pub(crate) struct Words(Vec<Entry>);

impl Words {
    /// The index of `text`, which stands in the table once however often it is named.
    pub(crate) fn add(&mut self, text: Text) -> Word {
        let found = self.0.iter().position(|entry| text.0.is(entry));
        if found.is_none() {
            self.0.push(text.0.into_entry());
        }
        found.unwrap_or(self.0.len() - 1) as Word
    }

    pub(crate) fn into_entries(self) -> Vec<Entry> {
        self.0
    }
}
