//! From a value in a journey's file to the value of an input, by the input's kind.

use fingertip_standard::{
    events::{File, Input},
    no_input,
    view::Kind,
    words::{Decimal, Money},
};
use fingertip_typed::{DayOrder, minor_digits};
use serde_json::Value;

/// The value for an input of this kind.
///
/// # Errors
/// What the kind takes, as the end of a sentence, where `value` is something else.
pub fn typed(kind: &Kind, value: &Value) -> Result<Input, String> {
    if value.is_null() {
        return Ok(Input::None);
    }
    let text = || value.as_str().map(str::to_owned).ok_or_else(|| "takes a text".to_owned());
    let list = || -> Option<Vec<String>> {
        value.as_array()?.iter().map(|one| one.as_str().map(str::to_owned)).collect()
    };
    let number = || {
        decimal(&value.as_str().map_or_else(|| value.to_string(), str::to_owned))
            .ok_or_else(|| "takes a number".to_owned())
    };
    Ok(match kind {
        Kind::TextInput(_) | Kind::TextArea(_) => Input::Text(text()?),
        Kind::NumberInput(_) => Input::Number(number()?),
        Kind::MoneyInput(input) => {
            let places = minor_digits(&input.currency);
            let minor = number()?
                .in_minor_units(&input.currency)
                .ok_or_else(|| format!("takes an amount with at most {places} decimals"))?;
            Input::Money(Money { currency: input.currency.clone(), minor })
        }
        Kind::DateInput(_) => {
            let day = fingertip_typed::day(&text()?, DayOrder::default());
            Input::Date(day.ok_or("takes a date such as 2026-11-24")?)
        }
        Kind::TimeInput(_) => {
            let time: jiff::civil::Time = text()?.parse().map_err(|_| "takes a time such as 09:30")?;
            Input::Minute(
                u16::from(time.hour().unsigned_abs()) * 60 + u16::from(time.minute().unsigned_abs()),
            )
        }
        Kind::ChooseOne(_) | Kind::SelectFrom(_) => Input::Choice(text()?),
        Kind::ChooseMany(_) => Input::Choices(list().ok_or("takes a list of ids")?),
        Kind::Declaration(_) => Input::Agreed(value.as_bool().ok_or("takes true or false")?),
        Kind::AddressInput(_) => match list().as_deref() {
            Some([region, rest]) => Input::Address(region.clone(), rest.clone()),
            _ => {
                return Err(
                    "takes a region's code and the rest: [\"440100\", \"1 Dongfeng Road\"]".to_owned()
                );
            }
        },
        Kind::PlaceInput(_) => place(value).ok_or("takes latitude and longitude: [23.1291, 113.2644]")?,
        Kind::SlotPicker(_) => Input::Slot(text()?),
        Kind::FileInput(input) => {
            let name = text()?;
            let media_type =
                input.media_types.first().cloned().unwrap_or_else(|| "application/octet-stream".to_owned());
            Input::Files(vec![File { handle: format!("file-{name}"), name, media_type, bytes: 1000 }])
        }
        no_input!() => return Err(format!("is no input but a {}", kind.name())),
    })
}

fn decimal(text: &str) -> Option<Decimal> {
    let (whole, fraction) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    let digits = format!("{whole}{fraction}").parse().ok()?;
    Some(Decimal { digits, scale: u8::try_from(fraction.len()).ok()? })
}

fn place(value: &Value) -> Option<Input> {
    #[expect(
        clippy::cast_possible_truncation,
        reason = "degrees in millionths fit, and a cast from floating point saturates"
    )]
    let millionths = |degrees: f64| (degrees * 1e6).round() as i32;
    match value.as_array()?.as_slice() {
        [latitude, longitude] => {
            Some(Input::Place(millionths(latitude.as_f64()?), millionths(longitude.as_f64()?)))
        }
        _ => None,
    }
}

/// The value of an input as a journey's file writes it.
#[must_use]
pub fn written(input: &Input) -> Value {
    match input {
        Input::None => Value::Null,
        Input::Text(text) | Input::Choice(text) | Input::Slot(text) => text.as_str().into(),
        Input::Number(number) => number.to_string().into(),
        Input::Money(money) => {
            Decimal { digits: money.minor, scale: minor_digits(&money.currency) }.to_string().into()
        }
        Input::Date(date) => date.to_string().into(),
        Input::Minute(minute) => format!("{:02}:{:02}", minute / 60, minute % 60).into(),
        Input::Choices(ids) => ids.clone().into(),
        Input::Agreed(agreed) => (*agreed).into(),
        Input::Address(region, rest) => vec![region.clone(), rest.clone()].into(),
        Input::Place(latitude, longitude) => {
            vec![f64::from(*latitude) / 1e6, f64::from(*longitude) / 1e6].into()
        }
        Input::Files(files) => files.first().map_or(Value::Null, |file| file.name.as_str().into()),
    }
}
