//! JSON without floating-point numbers: amounts and references survive a round trip to the digit, and a component
//! does not carry the code that prints floats.

use std::fmt::{self, Write as _};

use crate::{Date, Decimal};

mod parse;

/// A JSON value.
#[derive(Debug, Clone, PartialEq)]
pub enum Json {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, exact. Exponents are not read.
    Number(Decimal),
    /// A text.
    Text(String),
    /// `[...]`.
    List(Vec<Json>),
    /// `{...}`, in the order of writing.
    Object(Vec<(String, Json)>),
}

impl Json {
    /// Reads a JSON text; none where it is malformed, nested deeper than 32, or has a number out of range.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        parse::parse(text)
    }

    /// Reads JSON bytes, such as the ones that a store kept.
    #[must_use]
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        std::str::from_utf8(bytes).ok().and_then(Self::parse)
    }

    /// An object to be filled: `Json::object().with("year", 2025)`.
    #[must_use]
    pub fn object() -> Members {
        Members(Vec::new())
    }

    /// A member of an object; none where this is no object or has no such member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Self> {
        match self {
            Self::Object(members) => members.iter().find(|(own, _)| own == name).map(|(_, value)| value),
            _ => None,
        }
    }

    /// A member that is a text.
    #[must_use]
    pub fn text(&self, name: &str) -> Option<&str> {
        match self.get(name) {
            Some(Self::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// A member that is a whole number.
    #[must_use]
    pub fn integer(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(Self::as_integer)
    }

    /// A member that is `true` or `false`.
    #[must_use]
    pub fn bool(&self, name: &str) -> Option<bool> {
        match self.get(name) {
            Some(Self::Bool(value)) => Some(*value),
            _ => None,
        }
    }

    /// The items of a member that is a list; none where there is no such list.
    #[must_use]
    pub fn list(&self, name: &str) -> &[Self] {
        match self.get(name) {
            Some(Self::List(items)) => items,
            _ => &[],
        }
    }

    /// A member that is a date as ISO 8601 writes it: `2026-11-24`.
    #[must_use]
    pub fn date(&self, name: &str) -> Option<Date> {
        let mut parts = self.text(name)?.split('-');
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        Some(Date { year: year.parse().ok()?, month: month.parse().ok()?, day: day.parse().ok()? })
    }

    /// A member that is a list of texts.
    #[must_use]
    pub fn texts(&self, name: &str) -> Vec<String> {
        self.list(name).iter().filter_map(Self::as_text).map(str::to_owned).collect()
    }

    /// This value as a whole number.
    #[must_use]
    pub fn as_integer(&self) -> Option<i64> {
        match self {
            Self::Number(number) if number.scale == 0 => Some(number.digits),
            _ => None,
        }
    }

    /// This value as a text.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }
}

/// The members of an object that is being written.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Members(Vec<(String, Json)>);

impl Members {
    /// Adds a member.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl Into<Json>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }

    /// Adds a member where there is a value.
    #[must_use]
    pub fn with_some(self, name: &str, value: Option<impl Into<Json>>) -> Self {
        match value {
            Some(value) => self.with(name, value),
            None => self,
        }
    }
}

impl From<Members> for Json {
    fn from(members: Members) -> Self {
        Self::Object(members.0)
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Json {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Json {
    fn from(number: i64) -> Self {
        Self::Number(Decimal { digits: number, scale: 0 })
    }
}

impl From<bool> for Json {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Date> for Json {
    fn from(date: Date) -> Self {
        Self::Text(format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
    }
}

impl From<&[String]> for Json {
    fn from(texts: &[String]) -> Self {
        Self::List(texts.iter().map(|text| text.as_str().into()).collect())
    }
}

impl From<Vec<Json>> for Json {
    fn from(items: Vec<Json>) -> Self {
        Self::List(items)
    }
}

impl fmt::Display for Json {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => f.write_str(if *value { "true" } else { "false" }),
            Self::Number(number) => write_number(f, *number),
            Self::Text(text) => write_text(f, text),
            Self::List(items) => {
                f.write_char('[')?;
                for (index, item) in items.iter().enumerate() {
                    if index > 0 {
                        f.write_char(',')?;
                    }
                    item.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Object(members) => {
                f.write_char('{')?;
                for (index, (name, value)) in members.iter().enumerate() {
                    if index > 0 {
                        f.write_char(',')?;
                    }
                    write_text(f, name)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn write_number(f: &mut fmt::Formatter<'_>, number: Decimal) -> fmt::Result {
    let Some(unit) = 10_u64.checked_pow(u32::from(number.scale)) else { return f.write_str("0") };
    let (sign, digits) = (if number.digits < 0 { "-" } else { "" }, number.digits.unsigned_abs());
    write!(f, "{sign}{}", digits / unit)?;
    if number.scale > 0 {
        write!(f, ".{:0width$}", digits % unit, width = usize::from(number.scale))
    } else {
        Ok(())
    }
}

fn write_text(f: &mut fmt::Formatter<'_>, text: &str) -> fmt::Result {
    f.write_char('"')?;
    for char in text.chars() {
        match char {
            '"' => f.write_str("\\\"")?,
            '\\' => f.write_str("\\\\")?,
            '\n' => f.write_str("\\n")?,
            control if control < ' ' => write!(f, "\\u{:04x}", control as u32)?,
            other => f.write_char(other)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_reads_the_same() {
        let value: Json = Json::object()
            .with("name", "李\"娜\\\n\u{1}")
            .with("minor", -9_007_199_254_740_993)
            .with("agreed", true)
            .with_some("none", None::<&str>)
            .with(
                "list",
                vec![Json::Null, Json::Number(Decimal { digits: -125, scale: 2 }), Json::List(Vec::new())],
            )
            .into();
        assert_eq!(Json::parse(&value.to_string()), Some(value));
    }

    #[test]
    fn what_a_department_sends_is_read() {
        let value = Json::parse(" {\"a\" : [1, 2.50, {\"b\":\"\\u4e2d\\ud83d\\ude00\\/\"}], \"c\":false }\n")
            .expect("JSON");
        assert_eq!(value.list("a")[0].as_integer(), Some(1));
        assert_eq!(value.list("a")[1], Json::Number(Decimal { digits: 250, scale: 2 }));
        assert_eq!(value.list("a")[2].text("b"), Some("中😀/"));
        assert_eq!(value.bool("c"), Some(false));
    }

    #[test]
    fn malformed_texts_are_refused() {
        let deep = "[".repeat(100_000);
        let bad = [
            "",
            "{",
            "[1,]",
            "{\"a\"}",
            "\"\\ud83d\"",
            "01x",
            "1e5",
            "99999999999999999999",
            "nul",
            "\"a",
            "[] []",
            "-",
            "1.",
            &deep,
        ];
        for text in bad {
            assert_eq!(Json::parse(text), None, "{}", &text[..text.len().min(20)]);
        }
    }
}
