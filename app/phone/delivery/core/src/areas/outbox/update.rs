//! How much waits is shown.

use crate::{areas::outbox::msg::OutboxMsg, effect::Effect, model::Model};

pub(crate) fn update(model: &mut Model, msg: &OutboxMsg) -> Vec<Effect> {
    match msg {
        OutboxMsg::OutboxCounted(waiting) => {
            model.waiting = *waiting;
            Vec::new()
        }
    }
}
