//! The host's own checks on Continue, so that every mini-app says the same thing in the same way. A mini-app's own
//! checks come on top.

use std::{cmp::Ordering, collections::BTreeMap};

use crate::{
    events::Input,
    no_input, repeat,
    step::is_on_earth,
    view::{Kind, Node, TextPurpose, View},
    words::{Date, Decimal, Money},
};

/// What is wrong with an input.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Problem {
    /// Nothing given.
    Missing,
    /// Nothing chosen.
    NotChosen,
    /// Not agreed to.
    NotAgreed,
    /// Too long; how long it may be.
    TooLong(u32),
    /// Not an e-mail address.
    NotEmail,
    /// Not a telephone number.
    NotPhone,
    /// Not an id number.
    NotNationalId,
    /// Not a number.
    NotNumber,
    /// Less than allowed.
    TooSmall,
    /// More than allowed.
    TooLarge,
    /// Not a date.
    NotDate,
    /// Not a time.
    NotTime,
    /// Before the first day allowed.
    TooEarly,
    /// After the last day allowed.
    TooLate,
    /// More than may be chosen.
    TooMany(u32),
    /// A file is too large.
    FileTooLarge,
    /// An address without its region.
    NoRegion,
    /// An address without street and door.
    NoStreet,
    /// Not a place on the earth.
    NotPlace,
}

impl Problem {
    /// The Fluent message that says so.
    #[must_use]
    pub fn message_id(self) -> &'static str {
        match self {
            Self::Missing => "mini-app-problem-missing",
            Self::NotChosen => "mini-app-problem-not-chosen",
            Self::NotAgreed => "mini-app-problem-not-agreed",
            Self::TooLong(_) => "mini-app-problem-too-long",
            Self::NotEmail => "mini-app-problem-not-email",
            Self::NotPhone => "mini-app-problem-not-phone",
            Self::NotNationalId => "mini-app-problem-not-national-id",
            Self::NotNumber => "mini-app-problem-not-number",
            Self::TooSmall => "mini-app-problem-too-small",
            Self::TooLarge => "mini-app-problem-too-large",
            Self::NotDate => "mini-app-problem-not-date",
            Self::NotTime => "mini-app-problem-not-time",
            Self::TooEarly => "mini-app-problem-too-early",
            Self::TooLate => "mini-app-problem-too-late",
            Self::TooMany(_) => "mini-app-problem-too-many",
            Self::FileTooLarge => "mini-app-problem-file-too-large",
            Self::NoRegion => "mini-app-problem-no-region",
            Self::NoStreet => "mini-app-problem-no-street",
            Self::NotPlace => "mini-app-problem-not-place",
        }
    }

    /// The number that the message names, where it names one.
    #[must_use]
    pub fn limit(self) -> Option<u32> {
        match self {
            Self::TooLong(limit) | Self::TooMany(limit) => Some(limit),
            _ => None,
        }
    }
}

/// What an input holds now: what the person gave, else what the mini-app put there.
#[must_use]
pub fn current_input(node: &Node, given: &BTreeMap<String, Input>) -> Input {
    given.get(&node.key).cloned().unwrap_or_else(|| initial(&node.kind))
}

fn initial(kind: &Kind) -> Input {
    let text = |text: &str| if text.is_empty() { Input::None } else { Input::Text(text.to_owned()) };
    match kind {
        Kind::TextInput(input) => text(&input.initial),
        Kind::TextArea(input) => text(&input.initial),
        Kind::NumberInput(input) => input.initial.map_or(Input::None, Input::Number),
        Kind::MoneyInput(input) => input
            .initial
            .map_or(Input::None, |minor| Input::Money(Money { currency: input.currency.clone(), minor })),
        Kind::DateInput(input) => input.initial.map_or(Input::None, Input::Date),
        Kind::TimeInput(input) => input.initial_minute.map_or(Input::None, Input::Minute),
        Kind::ChooseOne(input) => input.initial.clone().map_or(Input::None, Input::Choice),
        Kind::SelectFrom(input) => input.initial.clone().map_or(Input::None, Input::Choice),
        Kind::ChooseMany(input) => Input::Choices(input.initial.clone()),
        // Nobody has agreed before they did, whatever the mini-app says.
        Kind::Declaration(_) => Input::Agreed(false),
        Kind::AddressInput(input) => match (&input.region, &input.initial) {
            (None, None) => Input::None,
            (region, rest) => {
                Input::Address(region.clone().unwrap_or_default(), rest.clone().unwrap_or_default())
            }
        },
        Kind::SlotPicker(input) => input.initial.clone().map_or(Input::None, Input::Slot),
        Kind::PlaceInput(_) | Kind::FileInput(_) | no_input!() => Input::None,
    }
}

/// Every input of `view` with its value, and what is wrong. `view` holds every copy of its repeat groups, whose
/// numbers of copies are handed in too.
#[must_use]
pub fn gather(
    view: &View,
    given: &BTreeMap<String, Input>,
) -> (Vec<(String, Input)>, BTreeMap<String, Problem>) {
    let mut inputs = Vec::new();
    let mut problems = BTreeMap::new();
    for node in &view.nodes {
        if let Kind::RepeatGroup(group) = &node.kind {
            inputs.push((node.key.clone(), repeat::count(repeat::copies(&node.key, group, given))));
        }
        if node.kind.field().is_none() {
            continue;
        }
        let input = current_input(node, given);
        if let Some(problem) = problem(&node.kind, &input) {
            problems.insert(node.key.clone(), problem);
        }
        inputs.push((node.key.clone(), input));
    }
    (inputs, problems)
}

fn problem(kind: &Kind, input: &Input) -> Option<Problem> {
    let is_optional = kind.field().is_some_and(|field| field.optional);
    let is_empty = match input {
        Input::None => true,
        Input::Text(text) => text.trim().is_empty(),
        Input::Choices(ids) => ids.is_empty(),
        Input::Choice(id) | Input::Slot(id) => id.is_empty(),
        Input::Address(region, rest) => region.is_empty() && rest.trim().is_empty(),
        Input::Agreed(agreed) => !agreed,
        Input::Files(files) => files.is_empty(),
        _ => false,
    };
    match is_empty {
        true if is_optional => None,
        true => missing(kind),
        false => wrong(kind, input),
    }
}

/// What is said of an input that is empty and must not be; none of what is no input.
fn missing(kind: &Kind) -> Option<Problem> {
    match kind {
        Kind::ChooseOne(_) | Kind::SelectFrom(_) | Kind::ChooseMany(_) | Kind::SlotPicker(_) => {
            Some(Problem::NotChosen)
        }
        Kind::Declaration(_) => Some(Problem::NotAgreed),
        Kind::TextInput(_)
        | Kind::TextArea(_)
        | Kind::NumberInput(_)
        | Kind::MoneyInput(_)
        | Kind::DateInput(_)
        | Kind::TimeInput(_)
        | Kind::AddressInput(_)
        | Kind::PlaceInput(_)
        | Kind::FileInput(_) => Some(Problem::Missing),
        no_input!() => None,
    }
}

/// What is wrong with a value that is there. One of another shape is as good as none, said in the kind's own words.
fn wrong(kind: &Kind, input: &Input) -> Option<Problem> {
    match kind {
        Kind::TextInput(spec) => match input {
            Input::Text(text) => long(text, spec.max_chars).or_else(|| by_purpose(spec.purpose, text.trim())),
            _ => Some(Problem::Missing),
        },
        Kind::TextArea(spec) => match input {
            Input::Text(text) => long(text, spec.max_chars),
            _ => Some(Problem::Missing),
        },
        Kind::NumberInput(spec) => match input {
            Input::Number(number) => range(*number, spec.minimum, spec.maximum),
            _ => Some(Problem::NotNumber),
        },
        Kind::MoneyInput(spec) => match input {
            Input::Money(money) if money.minor < 0 => Some(Problem::TooSmall),
            Input::Money(money) => {
                spec.maximum_minor.filter(|&most| money.minor > most).map(|_| Problem::TooLarge)
            }
            _ => Some(Problem::NotNumber),
        },
        Kind::DateInput(spec) => match input {
            Input::Date(date) => day(*date, spec.earliest, spec.latest),
            _ => Some(Problem::NotDate),
        },
        Kind::TimeInput(_) => {
            (!matches!(input, Input::Minute(minute) if *minute < 24 * 60)).then_some(Problem::NotTime)
        }
        Kind::ChooseOne(spec) => match input {
            Input::Choice(id) => {
                (!spec.choices.iter().any(|choice| choice.id == *id)).then_some(Problem::NotChosen)
            }
            _ => Some(Problem::NotChosen),
        },
        Kind::ChooseMany(spec) => match input {
            Input::Choices(ids) => {
                spec.at_most.filter(|&most| ids.len() > most as usize).map(Problem::TooMany)
            }
            _ => Some(Problem::NotChosen),
        },
        Kind::SelectFrom(_) => (!matches!(input, Input::Choice(_))).then_some(Problem::NotChosen),
        Kind::Declaration(_) => (!matches!(input, Input::Agreed(_))).then_some(Problem::NotAgreed),
        Kind::AddressInput(_) => match input {
            Input::Address(region, _) if region.is_empty() => Some(Problem::NoRegion),
            Input::Address(_, rest) if rest.trim().is_empty() => Some(Problem::NoStreet),
            Input::Address(_, rest) => long(rest, 0),
            _ => Some(Problem::Missing),
        },
        Kind::PlaceInput(_) => match input {
            Input::Place(latitude, longitude) if is_on_earth(*latitude, *longitude) => None,
            _ => Some(Problem::NotPlace),
        },
        Kind::FileInput(spec) => match input {
            Input::Files(files) if files.len() > spec.at_most as usize => {
                Some(Problem::TooMany(spec.at_most))
            }
            Input::Files(files) => {
                files.iter().any(|file| file.bytes > spec.max_bytes).then_some(Problem::FileTooLarge)
            }
            _ => Some(Problem::Missing),
        },
        // A slot that was taken meanwhile is chosen again.
        Kind::SlotPicker(spec) => match input {
            Input::Slot(id) if spec.slots.iter().any(|slot| slot.id == *id && slot.left > 0) => None,
            _ => Some(Problem::NotChosen),
        },
        no_input!() => None,
    }
}

fn long(text: &str, most: u32) -> Option<Problem> {
    let most = if most == 0 { 2000 } else { most };
    (text.chars().count() > most as usize).then_some(Problem::TooLong(most))
}

fn by_purpose(purpose: TextPurpose, text: &str) -> Option<Problem> {
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    match purpose {
        TextPurpose::Email => {
            let good = text.split_once('@').is_some_and(|(name, host)| {
                !name.is_empty() && host.contains('.') && !host.starts_with('.') && !host.ends_with('.')
            });
            (!good || text.contains(char::is_whitespace)).then_some(Problem::NotEmail)
        }
        TextPurpose::Phone => {
            let good = (5..=15).contains(&digits(text))
                && text.chars().all(|c| c.is_ascii_digit() || "+-() ".contains(c));
            (!good).then_some(Problem::NotPhone)
        }
        TextPurpose::NationalId => (!is_resident_id(text)).then_some(Problem::NotNationalId),
        _ => None,
    }
}

/// GB 11643-1999: 17 digits and a check character (ISO/IEC 7064, MOD 11-2).
fn is_resident_id(text: &str) -> bool {
    const WEIGHTS: [u32; 17] = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    const CHECKS: &[u8; 11] = b"10X98765432";
    let bytes = text.as_bytes();
    let [body @ .., check] = bytes else { return false };
    if body.len() != 17 || !body.iter().all(u8::is_ascii_digit) {
        return false;
    }
    let sum: u32 = body.iter().zip(WEIGHTS).map(|(digit, weight)| u32::from(digit - b'0') * weight).sum();
    CHECKS[(sum % 11) as usize] == check.to_ascii_uppercase()
}

fn range(number: Decimal, minimum: Option<Decimal>, maximum: Option<Decimal>) -> Option<Problem> {
    let less = |a: Decimal, b: Decimal| order(a, b) == Ordering::Less;
    if minimum.is_some_and(|minimum| less(number, minimum)) {
        Some(Problem::TooSmall)
    } else {
        maximum.filter(|&maximum| less(maximum, number)).map(|_| Problem::TooLarge)
    }
}

/// Which of two numbers is larger, exactly, whatever their scales: a guest may name any.
fn order(a: Decimal, b: Decimal) -> Ordering {
    let scale = a.scale.max(b.scale);
    // No digits at all fill 10^20; where the scales are further apart, only the larger number's sign counts.
    let scaled = |number: Decimal| {
        let factor = 10_i128.pow(u32::from(scale - number.scale).min(20));
        i128::from(number.digits).saturating_mul(factor)
    };
    scaled(a).cmp(&scaled(b))
}

fn day(date: Date, earliest: Option<Date>, latest: Option<Date>) -> Option<Problem> {
    let order = |date: Date| (date.year, date.month, date.day);
    let exists = i16::try_from(date.year).is_ok_and(|year| {
        let (month, day) = (i8::try_from(date.month).unwrap_or(0), i8::try_from(date.day).unwrap_or(0));
        jiff::civil::Date::new(year, month, day).is_ok()
    });
    if !exists {
        Some(Problem::NotDate)
    } else if earliest.is_some_and(|earliest| order(date) < order(earliest)) {
        Some(Problem::TooEarly)
    } else {
        latest.filter(|&latest| order(date) > order(latest)).map(|_| Problem::TooLate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn resident_ids_carry_their_check() {
        assert!(is_resident_id("11010519491231002X"));
        assert!(is_resident_id("11010519491231002x"));
        assert!(!is_resident_id("110105194912310021"));
        assert!(!is_resident_id("1101051949123100"));
        assert!(!is_resident_id("张"));
    }

    #[test]
    fn purposes_are_checked_without_being_pedantic() {
        for (purpose, good, bad, problem) in [
            (TextPurpose::Email, "a.b@example.cn", "a@b", Problem::NotEmail),
            (TextPurpose::Phone, "+86 138-0000-0000", "call me", Problem::NotPhone),
        ] {
            assert_eq!(by_purpose(purpose, good), None);
            assert_eq!(by_purpose(purpose, bad), Some(problem));
        }
        assert_eq!(long("一二三", 3), None);
        assert_eq!(long("一二三四", 3), Some(Problem::TooLong(3)));
    }

    #[test]
    fn addresses_and_places_are_whole() {
        use crate::view::{AddressInput, Field, PlaceInput};
        let field = || Field {
            label: 0,
            hint: None,
            error: None,
            optional: false,
            fills_from: None,
            reports_change: false,
        };
        let address = Kind::AddressInput(AddressInput { field: field(), region: None, initial: None });
        let of = |region: &str, rest: &str| problem(&address, &Input::Address(region.into(), rest.into()));
        assert_eq!(of("", "1 Dongfeng Road"), Some(Problem::NoRegion));
        assert_eq!(of("440100", " "), Some(Problem::NoStreet));
        assert_eq!(of("440100", "1 Dongfeng Road"), None);
        assert_eq!(of("", ""), Some(Problem::Missing));
        let place = Kind::PlaceInput(PlaceInput { field: field(), near_region: None });
        assert_eq!(problem(&place, &Input::Place(23_129_100, 113_264_400)), None);
        assert_eq!(problem(&place, &Input::Place(123_129_100, 113_264_400)), Some(Problem::NotPlace));
        assert_eq!(problem(&place, &Input::Place(i32::MIN, 0)), Some(Problem::NotPlace));
        assert_eq!(problem(&place, &Input::Text("somewhere".into())), Some(Problem::NotPlace));
    }

    #[test]
    fn numbers_and_days_keep_their_ranges() {
        let number = |digits, scale| Decimal { digits, scale };
        assert_eq!(range(number(15, 1), Some(number(1, 0)), Some(number(2, 0))), None);
        assert_eq!(range(number(21, 1), None, Some(number(2, 0))), Some(Problem::TooLarge));
        assert_eq!(range(number(i64::MAX, 255), Some(number(0, 0)), Some(number(1, 0))), None);
        assert_eq!(range(number(i64::MIN, 0), Some(number(-1, 255)), None), Some(Problem::TooSmall));
        assert_eq!(range(number(0, 0), Some(number(0, 255)), Some(number(0, 19))), None);
        let date = |year, month, day| Date { year, month, day };
        assert_eq!(day(date(2026, 2, 30), None, None), Some(Problem::NotDate));
        assert_eq!(day(date(2026, 2, 3), Some(date(2026, 2, 4)), None), Some(Problem::TooEarly));
    }
}
