//! The host's own checks on Continue, so that every mini-app says the same thing in the same way. A mini-app's own
//! checks come on top.

use std::{cmp::Ordering, collections::BTreeMap};

use fingertip_typed::{self as typed, DayOrder, DecimalSign, Nation};

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
    /// Too long.
    TooLong {
        /// How many characters it may have.
        most: u32,
        /// How many it has.
        given: u32,
    },
    /// Not an e-mail address.
    NotEmail,
    /// Not a telephone number.
    NotPhone,
    /// Not an id number.
    NotNationalId,
    /// Not a postcode.
    NotPostcode,
    /// Not a vehicle's plate.
    NotPlate,
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
            Self::TooLong { .. } => "mini-app-problem-too-long",
            Self::NotEmail => "mini-app-problem-not-email",
            Self::NotPhone => "mini-app-problem-not-phone",
            Self::NotNationalId => "mini-app-problem-not-national-id",
            Self::NotPostcode => "mini-app-problem-not-postcode",
            Self::NotPlate => "mini-app-problem-not-plate",
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

    /// The numbers that the message names, by their names in it.
    #[must_use]
    pub fn numbers(self) -> Vec<(&'static str, u32)> {
        match self {
            Self::TooLong { most, given } => vec![("limit", most), ("given", given)],
            Self::TooMany(limit) => vec![("limit", limit)],
            _ => Vec::new(),
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

/// What the person meant by `input`, in an input of this kind: what an input method or a copied page leaves in it is gone, and what is
/// written out is read. What cannot be read stays as it was typed.
#[must_use]
pub fn as_meant(kind: &Kind, input: Input, nation: &Nation) -> Input {
    let text = match input {
        Input::Text(text) => text,
        Input::Address(region, rest) => return Input::Address(region, typed::tidy(&rest)),
        input => return input,
    };
    let kept = |read: String| if read.is_empty() { Input::None } else { Input::Text(read) };
    let read = match kind {
        Kind::TextInput(spec) => return kept(typed::read(spec.purpose, &text, nation)),
        Kind::TextArea(_) => return kept(typed::lines(&text)),
        Kind::NumberInput(_) => typed::number(&text, DecimalSign::default()).map(Input::Number),
        Kind::MoneyInput(spec) => typed::amount(&text, &spec.currency, DecimalSign::default())
            .map(|minor| Input::Money(Money { currency: spec.currency.clone(), minor })),
        Kind::DateInput(spec) => typed::day(&text, DayOrder::default())
            .filter(|read| read.is_whole() || spec.field.is_birth_date())
            .map(Input::Date),
        Kind::TimeInput(_)
        | Kind::ChooseOne(_)
        | Kind::ChooseMany(_)
        | Kind::SelectFrom(_)
        | Kind::Declaration(_)
        | Kind::AddressInput(_)
        | Kind::PlaceInput(_)
        | Kind::FileInput(_)
        | Kind::SlotPicker(_)
        | no_input!() => None,
    };
    read.unwrap_or(Input::Text(text))
}

/// Every input of `view` with its value as the person meant it, and what is wrong by the nation's rules. `view` holds every copy of its repeat groups, whose
/// numbers of copies are handed in too.
#[must_use]
pub fn gather(
    view: &View,
    given: &BTreeMap<String, Input>,
    nation: &Nation,
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
        let input = as_meant(&node.kind, current_input(node, given), nation);
        if let Some(problem) = problem(&node.kind, &input, nation) {
            problems.insert(node.key.clone(), problem);
        }
        inputs.push((node.key.clone(), input));
    }
    (inputs, problems)
}

fn problem(kind: &Kind, input: &Input, nation: &Nation) -> Option<Problem> {
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
        false => wrong(kind, input, nation),
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
fn wrong(kind: &Kind, input: &Input, nation: &Nation) -> Option<Problem> {
    match kind {
        Kind::TextInput(spec) => match input {
            Input::Text(text) => {
                long(text, spec.max_chars).or_else(|| by_purpose(spec.purpose, text, nation))
            }
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
            Input::Money(money) if money.minor < spec.minimum_minor.unwrap_or(0) => Some(Problem::TooSmall),
            Input::Money(money) => {
                spec.maximum_minor.filter(|&most| money.minor > most).map(|_| Problem::TooLarge)
            }
            _ => Some(Problem::NotNumber),
        },
        Kind::DateInput(spec) => match input {
            Input::Date(date) if date.is_whole() || spec.field.is_birth_date() => {
                day(*date, spec.earliest, spec.latest)
            }
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
    let given = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    (given > most).then_some(Problem::TooLong { most, given })
}

/// What is wrong with a line that was read ([`as_meant`]).
fn by_purpose(purpose: TextPurpose, text: &str, nation: &Nation) -> Option<Problem> {
    let (fits, problem) = match purpose {
        TextPurpose::Email => (is_email(text), Problem::NotEmail),
        TextPurpose::Phone => (nation.is_phone(text), Problem::NotPhone),
        TextPurpose::NationalId => (nation.is_national_id(text), Problem::NotNationalId),
        TextPurpose::Postcode => (nation.is_postcode(text), Problem::NotPostcode),
        TextPurpose::Plate => (nation.is_plate(text), Problem::NotPlate),
        TextPurpose::Plain | TextPurpose::Name | TextPurpose::Reference | TextPurpose::Account => {
            return None;
        }
    };
    (!fits).then_some(problem)
}

fn is_email(text: &str) -> bool {
    let has_host = |host: &str| host.contains('.') && !host.starts_with('.') && !host.ends_with('.');
    text.split_once('@').is_some_and(|(name, host)| !name.is_empty() && has_host(host))
        && !text.contains(char::is_whitespace)
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
    // What is known in part is too early or too late when it is so whatever the rest is.
    let filled = |rest: u8| Date {
        month: if date.month == 0 { rest } else { date.month },
        day: if date.day == 0 { rest } else { date.day },
        ..date
    };
    let is_listed = (-9999..=9999).contains(&date.year);
    if !is_listed || !date.exists() {
        Some(Problem::NotDate)
    } else if earliest.is_some_and(|earliest| order(filled(u8::MAX)) < order(earliest)) {
        Some(Problem::TooEarly)
    } else {
        latest.filter(|&latest| order(filled(1)) > order(latest)).map(|_| Problem::TooLate)
    }
}

#[cfg(test)]
mod tests;
