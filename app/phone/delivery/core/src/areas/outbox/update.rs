//! What waits is shown, sent when the person wants it, and taken back.

use crate::{
    areas::outbox::{effect::OutboxEffect, msg::OutboxMsg},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: OutboxMsg) -> Vec<Effect> {
    match msg {
        OutboxMsg::OutboxRead(states) => {
            model.outbox.set(states);
            model.sending = None;
            Vec::new()
        }
        OutboxMsg::WentOn { key, percent } => {
            model.sending = Some((key, percent));
            Vec::new()
        }
        OutboxMsg::AskedToSend => {
            model.has_declined_assurance = false;
            vec![OutboxEffect::SendNow.into()]
        }
        OutboxMsg::TookBack(key) => vec![OutboxEffect::TakeBack(key).into()],
    }
}
