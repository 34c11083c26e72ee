//! How what is to be done here is done.

use std::sync::{Arc, atomic::Ordering};

use fingertip_records::RecordsError;

use crate::{
    areas::consents::{effect::ConsentsEffect, msg::ConsentsMsg},
    msg::Msg,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: ConsentsEffect) {
    let at = world.clone();
    match effect {
        ConsentsEffect::ReadLedger(lines) => {
            world.ledger_lines.fetch_max(lines, Ordering::Relaxed);
            world.write(move |_| read_ledger(&at));
        }
        ConsentsEffect::GiveConsent(consent) => world.write(move |records| {
            records.give_consent(&consent)?;
            read_ledger(&at)
        }),
        ConsentsEffect::RevokeConsent(app, subject) => world.write(move |records| {
            records.revoke_consent(&app, &subject)?;
            read_ledger(&at)
        }),
    }
}

/// The consents, and as much of the ledger as the person wanted to see, as they are now.
pub(crate) fn read_ledger(world: &World) -> Result<Option<Msg>, RecordsError> {
    let consents = world.records.consents()?.rows;
    let (lines, has_more) = world.records.latest_disclosures(world.ledger_lines.load(Ordering::Relaxed))?;
    Ok(Some(ConsentsMsg::LedgerChanged { consents, disclosures: lines.rows, has_more }.into()))
}
