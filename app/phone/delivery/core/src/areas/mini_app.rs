//! The open mini-app.

pub(crate) mod effect;
pub(crate) mod guest;
pub(crate) mod lifecycle;
pub(crate) mod model;
pub(crate) mod msg;
pub(crate) mod opening;
pub(crate) mod perform;
pub(crate) mod requests;
pub(crate) mod run;
pub(crate) mod update;

use crate::{areas::mini_app::effect::MiniAppEffect, effect::Effect, model::Model};

/// Counts the events that the open mini-app is given: what is pressed meanwhile waits.
pub(crate) fn count_events(model: &mut Model, effects: &[Effect]) {
    let Some(instance) = model.open.as_ref().map(|open| open.instance) else { return };
    let is_given =
        |effect: &&Effect| matches!(effect, Effect::MiniApp(MiniAppEffect::Guest(to, _)) if *to == instance);
    let given = effects.iter().filter(is_given).count();
    if given > 0
        && let Some(open) = &mut *model.open
    {
        open.in_flight += given;
    }
}

#[cfg(test)]
mod tests;
