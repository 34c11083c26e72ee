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

    /// The region and the rest of an address.
    #[must_use]
    pub fn address(&self, key: &str) -> Option<(&str, &str)> {
        match self.get(key) {
            Some(Input::Address((region, rest))) => Some((region, rest)),
            _ => None,
        }
    }

    /// A place, in millionths of a degree.
    #[must_use]
    pub fn place(&self, key: &str) -> Option<(i32, i32)> {
        match self.get(key) {
            Some(Input::Place(place)) => Some(*place),
            _ => None,
        }
    }

    /// The id of the appointment.
    #[must_use]
    pub fn slot(&self, key: &str) -> Option<&str> {
        match self.get(key) {
            Some(Input::Slot(slot)) => Some(slot),
            _ => None,
        }
    }

    /// How many copies of a repeat group were handed in.
    #[must_use]
    pub fn copies(&self, group: &str) -> u32 {
        self.integer(group).and_then(|copies| u32::try_from(copies).ok()).unwrap_or(0)
    }

    /// The inputs of one copy of a repeat group, counted from 0, under their own keys.
    #[must_use]
    pub fn copy(&self, group: &str, copy: u32) -> Self {
        let prefix = format!("{group}.{copy}.");
        Self(
            self.0
                .iter()
                .filter_map(|(key, input)| Some((key.strip_prefix(&prefix)?.to_owned(), input.clone())))
                .collect(),
        )
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
            ("child".into(), Input::Number(Decimal { digits: 2, scale: 0 })),
            ("child.1.name".into(), Input::Text("Bo".into())),
        ]);
        assert_eq!(inputs.copies("child"), 2);
        assert_eq!(inputs.copy("child", 1).text("name"), "Bo");
        assert_eq!(inputs.copy("child", 0), Inputs::default());
        assert_eq!(inputs.text("name"), "Li Na");
        assert_eq!(inputs.text("children"), "");
        assert_eq!(inputs.integer("children"), Some(2));
        assert_eq!(inputs.integer("half"), None);
        assert_eq!(inputs.choice("bank"), None);
        assert!(inputs.choices("bank").is_empty());
        assert!(!inputs.is_agreed("missing"));
    }
}
