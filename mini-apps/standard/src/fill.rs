//! An agreed fact in the shape of the input that it fills. Pure; every host and both kits' harnesses fill alike, and
//! `conformance/facts` says how.

use fingertip_typed::{DayOrder, minor_digits};

use crate::{
    RegionCode,
    events::Input,
    no_input,
    view::{Choice, Kind, SelectFrom, TextPurpose},
    words::{Decimal, Money},
};

/// The value that the fact `fact` gives to an input of this kind; none where it does not fit, so that the person is asked.
///
/// A fact is text: a date is ISO 8601, an amount is in whole units with at most the decimals of its currency, several choices are joined
/// by commas. What is known of a date in part (`1958`, `1958-06`, `1958-00-00`) is that much of a date; what is none stays in the input
/// as it is, for the person to mend. Nobody agrees to a declaration by a fact, and no fact is a file, a place or an appointment.
#[must_use]
pub fn input_from_fact(kind: &Kind, fact: &str) -> Option<Input> {
    if fact.trim().is_empty() {
        return None;
    }
    match kind {
        Kind::TextInput(_) | Kind::TextArea(_) => Some(Input::Text(fact.to_owned())),
        Kind::NumberInput(_) => decimal(fact).map(Input::Number),
        Kind::MoneyInput(input) => decimal(fact)?
            .in_minor_units(&input.currency)
            .map(|minor| Input::Money(Money { currency: input.currency.clone(), minor })),
        Kind::DateInput(_) => date(fact),
        Kind::TimeInput(_) => minute(fact).map(Input::Minute),
        Kind::ChooseOne(input) => has(&input.choices, fact).then(|| Input::Choice(fact.to_owned())),
        Kind::SelectFrom(input) => is_of(input, fact).then(|| Input::Choice(fact.to_owned())),
        Kind::ChooseMany(input) => {
            let ids: Vec<&str> = fact.split(',').map(str::trim).collect();
            let fit = ids.iter().all(|id| has(&input.choices, id))
                && input.at_most.is_none_or(|most| ids.len() <= most as usize);
            fit.then(|| Input::Choices(ids.into_iter().map(str::to_owned).collect()))
        }
        // A line of address names no region by its code: the person chooses it, or the mini-app knows it.
        Kind::AddressInput(input) => {
            Some(Input::Address(input.region.clone().unwrap_or_default(), fact.to_owned()))
        }
        Kind::Declaration(_)
        | Kind::PlaceInput(_)
        | Kind::FileInput(_)
        | Kind::SlotPicker(_)
        | no_input!() => None,
    }
}

/// What an input asks for, where other forms ask for the same: the claim that its field names, else what its purpose or kind says. By
/// this name a host may offer again what the person wrote before; a name that is a document's kind stands for that document's number.
#[must_use]
pub fn asks_for(kind: &Kind) -> Option<&str> {
    if let Some(claim) = kind.field().and_then(|field| field.fills_from.as_deref()) {
        return Some(claim);
    }
    match kind {
        Kind::TextInput(input) => match input.purpose {
            TextPurpose::Phone => Some("phone"),
            TextPurpose::Email => Some("email"),
            TextPurpose::Postcode => Some("postcode"),
            TextPurpose::Plate => Some("plate"),
            TextPurpose::Account => Some("account"),
            // Anybody's, or anything: no two of them ask for the same.
            TextPurpose::Plain | TextPurpose::Name | TextPurpose::NationalId | TextPurpose::Reference => None,
        },
        Kind::AddressInput(_) => Some("address"),
        Kind::TextArea(_)
        | Kind::NumberInput(_)
        | Kind::MoneyInput(_)
        | Kind::DateInput(_)
        | Kind::TimeInput(_)
        | Kind::ChooseOne(_)
        | Kind::ChooseMany(_)
        | Kind::SelectFrom(_)
        | Kind::Declaration(_)
        | Kind::PlaceInput(_)
        | Kind::FileInput(_)
        | Kind::SlotPicker(_)
        | no_input!() => None,
    }
}

/// What the person wrote, as a fact: what [`input_from_fact`] makes this value of again, in the kind of input that holds it. None for what
/// is chosen, where another form has other answers.
#[must_use]
pub fn fact_from_input(input: &Input) -> Option<String> {
    let fact = match input {
        Input::Text(text) | Input::Address(_, text) => text.trim().to_owned(),
        Input::Number(number) => number.to_string(),
        Input::Money(money) => {
            Decimal { digits: money.minor, scale: minor_digits(&money.currency) }.to_string()
        }
        Input::Date(date) => date.to_string(),
        Input::None
        | Input::Minute(_)
        | Input::Choice(_)
        | Input::Choices(_)
        | Input::Agreed(_)
        | Input::Place(..)
        | Input::Files(_)
        | Input::Slot(_) => return None,
    };
    (!fact.is_empty()).then_some(fact)
}

fn has(choices: &[Choice], id: &str) -> bool {
    choices.iter().any(|choice| choice.id == id)
}

/// Whether `id` is an answer that can be given here. A code list stands with the platform; a code at least looks like one.
fn is_of(input: &SelectFrom, id: &str) -> bool {
    has(&input.choices, id) || input.code_list.is_some() && RegionCode::new(id).is_ok()
}

/// A number such as `-2.50`, with the decimals that it was written with.
#[must_use]
pub fn decimal(text: &str) -> Option<Decimal> {
    let text = text.trim();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits_of = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_number =
        digits_of(whole.strip_prefix('-').unwrap_or(whole)) && (!text.contains('.') || digits_of(fraction));
    if !is_number {
        return None;
    }
    let digits = format!("{whole}{fraction}").parse().ok()?;
    Some(Decimal { digits, scale: u8::try_from(fraction.len()).ok()? })
}

fn date(text: &str) -> Option<Input> {
    let text = text.trim();
    let is_digits_and_hyphens = text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let begins_with_a_year = text.get(..4).is_some_and(|year| year.bytes().all(|byte| byte.is_ascii_digit()));
    if text.len() > 10 || !is_digits_and_hyphens || !begins_with_a_year {
        return None;
    }
    // Registers write what is not known as noughts.
    let known = text.trim_end_matches("-00");
    let has_parts = matches!(known.len(), 4 | 7 | 10);
    let day = has_parts.then(|| fingertip_typed::day(known, DayOrder::default())).flatten();
    Some(day.map_or_else(|| Input::Text(text.to_owned()), Input::Date))
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let two = |part: &str| {
        let is_two = part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
        is_two.then(|| part.parse::<u16>().ok()).flatten()
    };
    let (hour, minute) = (two(hour)?, two(minute)?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests;
