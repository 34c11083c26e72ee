//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_records::{Records, RecordsError};

use crate::{
    areas::consents::{effect::ConsentsEffect, msg::ConsentsMsg},
    msg::Msg,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: ConsentsEffect) {
    match effect {
        ConsentsEffect::GiveConsent(consent) => world.write(move |records| {
            records.give_consent(&consent)?;
            read_ledger(records)
        }),
        ConsentsEffect::RevokeConsent(app, subject) => world.write(move |records| {
            records.revoke_consent(&app, &subject)?;
            read_ledger(records)
        }),
    }
}

/// The consents and the ledger as they are now.
pub(crate) fn read_ledger(records: &Records) -> Result<Option<Msg>, RecordsError> {
    Ok(Some(ConsentsMsg::LedgerChanged(records.consents()?.rows, records.disclosures()?.rows).into()))
}
