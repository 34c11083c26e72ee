//! The values of a page's inputs, as the host gathered them.

use crate::{Date, Decimal, File, Input};

/// The value of every input of a page, by the input's key. A missing or empty one reads as absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Inputs(Vec<(String, Input)>);

impl Inputs {
    pub(crate) fn new(inputs: Vec<(String, Input)>) -> Self {
        Self(inputs)
    }

    /// The input `key`, if it was on the page.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Input> {
        self.0.iter().find(|(own, _)| own == key).map(|(_, input)| input)
    }

    /// A line or lines of text without the blanks around it; empty where nothing was written.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        match self.get(key) {
            Some(Input::Text(text)) => text.trim().to_owned(),
            _ => String::new(),
        }
    }

    /// A number.
    #[must_use]
    pub fn number(&self, key: &str) -> Option<Decimal> {
        match self.get(key) {
            Some(Input::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// A whole number; absent also where the number has a fraction.
    #[must_use]
    pub fn integer(&self, key: &str) -> Option<i64> {
        let number = self.number(key)?;
        let unit = 10_i64.checked_pow(u32::from(number.scale))?;
        (number.digits % unit == 0).then_some(number.digits / unit)
    }

    /// An amount in minor units.
    #[must_use]
    pub fn money(&self, key: &str) -> Option<i64> {
        match self.get(key) {
            Some(Input::Money(money)) => Some(money.minor),
            _ => None,
        }
    }

    /// A date.
    #[must_use]
    pub fn date(&self, key: &str) -> Option<Date> {
        match self.get(key) {
            Some(Input::Date(date)) => Some(*date),
            _ => None,
        }
    }

    /// A time of day in minutes since midnight.
    #[must_use]
    pub fn minute(&self, key: &str) -> Option<u16> {
        match self.get(key) {
            Some(Input::Minute(minute)) => Some(*minute),
            _ => None,
        }
    }

    /// The id of the choice.
    #[must_use]
    pub fn choice(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Input::Choice(choice)) if !choice.is_empty() => Some(choice),
            _ => None,
        }
    }

    /// The ids of the choices.
    #[must_use]
    pub fn choices(&self, key: &str) -> &[String] {
        match self.get(key) {
            Some(Input::Choices(choices)) => choices,
            _ => &[],
        }
    }

    /// Whether the person agreed.
    #[must_use]
    pub fn is_agreed(&self, key: &str) -> bool {
        matches!(self.get(key), Some(Input::Agreed(true)))
    }

    /// The files.
    #[must_use]
    pub fn files(&self, key: &str) -> &[File] {
        match self.get(key) {
            Some(Input::Files(files)) => files,
            _ => &[],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_by_shape() {
        let inputs = Inputs::new(vec![
            ("name".into(), Input::Text("  Li Na ".into())),
            ("children".into(), Input::Number(Decimal { digits: 20, scale: 1 })),
            ("half".into(), Input::Number(Decimal { digits: 5, scale: 1 })),
            ("bank".into(), Input::Choice(String::new())),
        ]);
        assert_eq!(inputs.text("name"), "Li Na");
        assert_eq!(inputs.text("children"), "");
        assert_eq!(inputs.integer("children"), Some(2));
        assert_eq!(inputs.integer("half"), None);
        assert_eq!(inputs.choice("bank"), None);
        assert!(inputs.choices("bank").is_empty());
        assert!(!inputs.is_agreed("missing"));
    }
}
