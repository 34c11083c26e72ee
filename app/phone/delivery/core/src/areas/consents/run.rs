//! How what is to be done here is done.

use std::sync::{Arc, atomic::Ordering};

use fingertip_records::{RecordsError, ShownAs};
use fingertip_standard::Disclosure;

use crate::{
    areas::{
        consents::{effect::ConsentsEffect, msg::ConsentsMsg},
        documents::{self, model::showing},
    },
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

/// Writes into the ledger what goes to departments, a line each, and with each document for which `goes` holds that it went.
pub(crate) fn write_down(
    world: &World,
    lines: &[Disclosure],
    goes: impl Fn(&String) -> bool,
) -> Result<(), RecordsError> {
    lines.iter().try_for_each(|line| world.records.record_disclosure(line))?;
    read_ledger(world)?.into_iter().for_each(|msg| world.send(msg));
    let kept: Vec<_> = world.records.documents()?.rows.into_iter().filter(|kept| goes(&kept.jws)).collect();
    let of_line = |line: &Disclosure| {
        let (given, at) = (ShownAs::Given(line.app.department.clone()), line.at);
        kept.iter().map(|kept| showing(&kept.document, given.clone(), at)).collect::<Vec<_>>()
    };
    let showings: Vec<_> = lines.iter().flat_map(of_line).collect();
    if !showings.is_empty() {
        world.records.record_showings(&showings)?;
        documents::run::read_showings(&world.records, None)?.into_iter().for_each(|msg| world.send(msg));
    }
    Ok(())
}

/// The consents, and as much of the ledger as the person wanted to see, as they are now.
pub(crate) fn read_ledger(world: &World) -> Result<Option<Msg>, RecordsError> {
    let consents = world.records.consents()?.rows;
    let (lines, has_more) = world.records.latest_disclosures(world.ledger_lines.load(Ordering::Relaxed))?;
    Ok(Some(ConsentsMsg::LedgerChanged { consents, disclosures: lines.rows, has_more }.into()))
}
