//! Remembering and forgetting.

use std::collections::BTreeMap;

use fingertip_standard::ServiceId;
use jiff::Timestamp;

use crate::{
    areas::answers::{effect::AnswersEffect, model::Answer, msg::AnswersMsg},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: AnswersMsg) -> Vec<Effect> {
    let answers = &mut *model.answers;
    match msg {
        AnswersMsg::Forgot { asked, fact } => answers.forget(&asked, &fact),
        AnswersMsg::ForgotAll => answers.all.clear(),
        AnswersMsg::ChoseMemory(is_wanted) => {
            answers.is_off = !is_wanted;
            if !is_wanted {
                answers.all.clear();
            }
        }
    }
    vec![keep(model)]
}

/// A form was handed in with these answers. What the provider says of the person is no answer of theirs, and comes from there each time.
pub(crate) fn on_handed_in(
    model: &mut Model,
    service: Option<&ServiceId>,
    written: BTreeMap<String, String>,
    now: Timestamp,
) -> Option<Effect> {
    if model.answers.is_off {
        return None;
    }
    for (asked, fact) in written {
        let is_told = model.signed_in().is_some_and(|session| {
            session.claims.iter().any(|(name, value)| name.as_str() == asked && *value == fact)
        });
        if !is_told {
            model.answers.remember(Answer { asked, fact, service: service.cloned(), at: now });
        }
    }
    Some(keep(model))
}

fn keep(model: &Model) -> Effect {
    AnswersEffect::Keep((*model.answers).clone()).into()
}
