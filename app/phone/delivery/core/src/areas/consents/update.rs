//! What the person agreed to is withdrawn, and the ledger grows.

use crate::{
    areas::consents::{effect::ConsentsEffect, model::LEDGER_PAGE, msg::ConsentsMsg},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: ConsentsMsg) -> Vec<Effect> {
    match msg {
        ConsentsMsg::RevokedConsent(app, subject) => vec![ConsentsEffect::RevokeConsent(app, subject).into()],
        ConsentsMsg::AskedForMoreLedger if !model.has_more_disclosures => Vec::new(),
        ConsentsMsg::AskedForMoreLedger => {
            vec![ConsentsEffect::ReadLedger(model.disclosures.len() + LEDGER_PAGE).into()]
        }
        ConsentsMsg::LedgerChanged { consents, disclosures, has_more } => {
            model.consents.set(consents);
            model.disclosures.set(disclosures);
            model.has_more_disclosures = has_more;
            Vec::new()
        }
    }
}
