//! Payments are listed as they are kept.

use crate::{areas::payments::msg::PaymentsMsg, effect::Effect, model::Model};

pub(crate) fn update(model: &mut Model, msg: PaymentsMsg) -> Vec<Effect> {
    match msg {
        PaymentsMsg::Kept(payments) => model.payments.set(payments),
    }
    Vec::new()
}
