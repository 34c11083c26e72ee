//! Of what was chosen on two devices, what holds.

use fingertip_contract::Helpers;
use jiff::Timestamp;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::{
    areas::{
        answers::{model::Answers, run::ANSWERS},
        cards::run::WIDGETS,
        person::{model::Preferences, run::PLACE},
        resume::run::{LEFT_OPEN, TYPED},
        uses::run::{REPORT, USES},
    },
    names::PREFERENCES,
};

/// Under which name the records keep those who help.
const HELPERS: &str = "helpers";

/// What becomes of the setting `name`: what was chosen here stays, what never was comes from the copy. None leaves what is here.
pub(crate) fn settle_setting(name: &str, own: Option<&Value>, came: &Value) -> Option<Value> {
    match (name, own) {
        // Where somebody was on another device is no place to begin on this one.
        (PLACE | TYPED | LEFT_OPEN, _) => None,
        // What was used is reported by the device on which it was, once.
        (USES | REPORT, _) => None,
        (_, None) => Some(came.clone()),
        (PREFERENCES, Some(own)) => {
            let (own, came) = (read::<Preferences>(own)?, read::<Preferences>(came)?);
            serde_json::to_value(own.completed_from(came)).ok()
        }
        (ANSWERS, Some(own)) => {
            let (own, came) = (read::<Answers>(own)?, read::<Answers>(came)?);
            serde_json::to_value(own.completed_from(came)).ok()
        }
        (WIDGETS, Some(own)) => own.as_array().is_some_and(Vec::is_empty).then(|| came.clone()),
        (HELPERS, Some(own)) => {
            let (_, own_at) = read::<(Helpers, Timestamp)>(own)?;
            let (_, came_at) = read::<(Helpers, Timestamp)>(came)?;
            (came_at > own_at).then(|| came.clone())
        }
        (_, Some(_)) => None,
    }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    T::deserialize(value).ok()
}
