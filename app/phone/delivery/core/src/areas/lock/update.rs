//! A PIN is changed, and the app closes when the person wants it or is away for long.

use jiff::Timestamp;

use crate::{
    areas::lock::{effect::LockEffect, model::CLOSES_AFTER, msg::LockMsg},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: LockMsg) -> Vec<Effect> {
    match msg {
        LockMsg::PinRead(has_pin) => {
            model.lock.has_pin = has_pin;
            Vec::new()
        }
        LockMsg::ChosePin { .. } if model.lock.is_busy => Vec::new(),
        LockMsg::ChosePin { new, before } => {
            model.lock.is_busy = true;
            model.lock.refused = None;
            vec![LockEffect::ChangePin { new, before }.into()]
        }
        LockMsg::PinChanged(has_pin) => {
            model.lock.is_busy = false;
            model.lock.has_pin = has_pin;
            Vec::new()
        }
        LockMsg::PinRefused(why) => {
            model.lock.is_busy = false;
            model.lock.refused = Some(why);
            Vec::new()
        }
        LockMsg::PinNotChanged => {
            model.lock.is_busy = false;
            Vec::new()
        }
        LockMsg::AskedToLock => lock(model),
    }
}

/// The app went out of sight, or came back.
pub(crate) fn on_front(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    if !model.is_in_front {
        model.lock.hidden_since = Some(now);
        return Vec::new();
    }
    let is_late = is_away_for_long(model, now);
    model.lock.hidden_since = None;
    if is_late { lock(model) } else { Vec::new() }
}

pub(crate) fn on_ticked(model: &Model, now: Timestamp) -> Vec<Effect> {
    if is_away_for_long(model, now) { lock(model) } else { Vec::new() }
}

fn is_away_for_long(model: &Model, now: Timestamp) -> bool {
    model.lock.hidden_since.is_some_and(|since| now.duration_since(since) >= CLOSES_AFTER)
}

/// Without a PIN there is nothing to open it with.
fn lock(model: &Model) -> Vec<Effect> {
    if model.lock.has_pin { vec![LockEffect::Lock.into()] } else { Vec::new() }
}
