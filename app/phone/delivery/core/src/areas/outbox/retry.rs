//! When what is not sent yet is tried again.

use crate::{areas::outbox::effect::OutboxEffect, effect::Effect, model::Model};

/// From time to time, while somebody is signed in.
pub(crate) fn on_ticked(model: &Model) -> Vec<Effect> {
    flush_if(model.waiting > 0)
}

/// The platform answers again.
pub(crate) fn on_back_online(model: &Model) -> Vec<Effect> {
    flush_if(model.waiting > 0)
}

/// Somebody signed in: what waits may be theirs.
pub(crate) fn on_signed_in() -> Vec<Effect> {
    flush_if(true)
}

fn flush_if(is_due: bool) -> Vec<Effect> {
    if is_due { vec![OutboxEffect::FlushOutbox.into()] } else { Vec::new() }
}
