//! What the person agreed to is withdrawn, and the ledger grows.

use crate::{
    areas::consents::{effect::ConsentsEffect, msg::ConsentsMsg},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: ConsentsMsg) -> Vec<Effect> {
    match msg {
        ConsentsMsg::RevokedConsent(app, subject) => vec![ConsentsEffect::RevokeConsent(app, subject).into()],
        ConsentsMsg::LedgerChanged(consents, disclosures) => {
            model.consents.set(consents);
            model.disclosures.set(disclosures);
            Vec::new()
        }
    }
}
