//! Tests of a fact: the list of what may be asked about a fact without the fact. The host answers; the mini-app learns yes or no.

use jiff::civil::Date;

use crate::ClaimName;

/// The claim whose tests are about an age in whole years.
pub(crate) const BIRTH_DATE: &str = "birth-date";

/// How two numbers are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Comparison {
    AtLeast,
    MoreThan,
    AtMost,
    LessThan,
}

/// A test of a fact; there are no others than those that [`Self::read`] takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FactTest {
    comparison: Comparison,
    years: i16,
}

impl FactTest {
    /// Reads `test` of `claim`: `>= 60`, `> 17`, `<= 6` or `< 18` of `birth-date`, in whole years of age. None for every other.
    #[must_use]
    pub fn read(claim: &ClaimName, test: &str) -> Option<Self> {
        let (sign, years) = test.trim().split_at(test.trim().find(|c: char| !"<>=".contains(c))?);
        let comparison = match sign {
            ">=" => Comparison::AtLeast,
            ">" => Comparison::MoreThan,
            "<=" => Comparison::AtMost,
            "<" => Comparison::LessThan,
            _ => return None,
        };
        let years = years.trim();
        let is_number = (1..=3).contains(&years.len()) && years.bytes().all(|b| b.is_ascii_digit());
        (claim.as_str() == BIRTH_DATE && is_number)
            .then(|| Some(Self { comparison, years: years.parse().ok()? }))
            .flatten()
    }

    /// Whether `fact` passes on the day `today`. None where the fact does not say: it is no date, or is known in part only and the
    /// answer depends on the rest.
    #[must_use]
    pub fn holds(self, fact: &str, today: Date) -> Option<bool> {
        let (earliest, latest) = days(fact)?;
        let holds = |born: Date| {
            let age = age(born, today);
            match self.comparison {
                Comparison::AtLeast => age >= self.years,
                Comparison::MoreThan => age > self.years,
                Comparison::AtMost => age <= self.years,
                Comparison::LessThan => age < self.years,
            }
        };
        let (one, other) = (holds(earliest), holds(latest));
        (one == other).then_some(one)
    }
}

/// The first and the last day that a date may be: `1958-06-03`, `1958-06`, `1958`.
fn days(fact: &str) -> Option<(Date, Date)> {
    let parts: Vec<&str> = fact.trim().split('-').collect();
    let number = |at: usize, digits: usize| {
        let part = parts.get(at)?;
        (part.len() == digits && part.bytes().all(|b| b.is_ascii_digit()))
            .then(|| part.parse::<i16>().ok())?
    };
    let year = number(0, 4)?;
    let month = |at| number(at, 2).and_then(|month| i8::try_from(month).ok());
    match parts.len() {
        1 => Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?)),
        2 => {
            let first = Date::new(year, month(1)?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        3 => Date::new(year, month(1)?, month(2)?).ok().map(|day| (day, day)),
        _ => None,
    }
}

/// Whole years: who was born on 29 February is a year older on 1 March of other years.
fn age(born: Date, today: Date) -> i16 {
    let had_birthday = (today.month(), today.day()) >= (born.month(), born.day());
    today.year() - born.year() - i16::from(!had_birthday)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(test: &str, fact: &str, today: &str) -> Option<bool> {
        let claim = ClaimName::new(BIRTH_DATE).expect("a claim");
        FactTest::read(&claim, test)?.holds(fact, today.parse().expect("a day"))
    }

    #[test]
    fn an_age_is_counted_to_the_day() {
        assert_eq!(answer(">= 60", "1966-11-28", "2026-11-28"), Some(true), "on the birthday");
        assert_eq!(answer(">= 60", "1966-11-29", "2026-11-28"), Some(false), "a day before it");
        assert_eq!(answer("<18", "2008-11-29", "2026-11-28"), Some(true));
        assert_eq!(answer("> 17", "2008-02-29", "2026-02-28"), Some(false), "born on a leap day");
        assert_eq!(answer("<= 6", "2020-01-01", "2026-11-28"), Some(true));
    }

    #[test]
    fn a_date_known_in_part_answers_only_where_the_rest_does_not_matter() {
        assert_eq!(answer(">= 60", "1958", "2026-11-28"), Some(true));
        assert_eq!(answer(">= 60", "1966", "2026-11-28"), None);
        assert_eq!(answer(">= 60", "1966-11", "2026-11-28"), None);
        assert_eq!(answer(">= 60", "1966-12", "2026-11-28"), Some(false));
        for none in ["", "unknown", "58", "1958-13", "1958-02-30", "1958-1-1", "-1958", "1958-06-03-1"] {
            assert_eq!(answer(">= 60", none, "2026-11-28"), None, "{none}");
        }
    }

    #[test]
    fn there_are_no_other_tests() {
        let birth = ClaimName::new(BIRTH_DATE).expect("a claim");
        for bad in [
            "",
            "60",
            ">=",
            ">= x",
            "= 60",
            "== 60",
            ">=> 60",
            ">= -1",
            ">= 6000",
            ">= 60 or",
            "matches 1",
            ">= ６０",
        ] {
            assert_eq!(FactTest::read(&birth, bad), None, "{bad}");
        }
        // A number that is asked about often enough is told.
        assert_eq!(FactTest::read(&ClaimName::new("id-number").expect("a claim"), ">= 1"), None);
    }
}
