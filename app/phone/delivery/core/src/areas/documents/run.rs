//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::Document;
use fingertip_documents::{Check, claimed_issuer, photo};
use fingertip_records::{KeptDocument, Records, RecordsError, Showing};
use fingertip_standard::DepartmentId;

use crate::{
    areas::documents::{ask::Asker, effect::DocumentsEffect, model::Checks, msg::DocumentsMsg},
    fault::ShownFault,
    msg::Msg,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: DocumentsEffect) {
    let at = world.clone();
    match effect {
        DocumentsEffect::VerifyDocument(jws) => {
            drop(world.begin(async move { verify(&at, &jws).await }));
        }
        DocumentsEffect::ReadFile(bytes) => drop(world.begin(async move { read_file(&at, bytes).await })),
        DocumentsEffect::CheckDocuments { may_ask } => {
            drop(world.begin(async move { check_all(&at, may_ask).await }));
        }
        DocumentsEffect::KeepKeys(departments) => {
            drop(world.begin(async move { keep_keys(&at, &departments).await }));
        }
        DocumentsEffect::WriteShowing(showing) => world.write(move |records| {
            records.record_showings(std::slice::from_ref(&showing))?;
            read_showings(records, Some(showing))
        }),
    }
}

/// The ledger of showings as it is now; `shown` may be on the screen.
pub(crate) fn read_showings(records: &Records, shown: Option<Showing>) -> Result<Option<Msg>, RecordsError> {
    Ok(Some(DocumentsMsg::ShowingsWritten(shown, records.showings()?.rows).into()))
}

/// Keeps a document whose signature holds.
pub(crate) async fn keep_document(
    world: &World,
    department: &DepartmentId,
    jws: &str,
) -> Result<(), ShownFault> {
    let (document, _) = verified(world, department, jws).await?;
    let fault = |error| ShownFault::of(&error);
    world
        .records
        .keep_document(&KeptDocument { document, jws: jws.to_owned(), as_of: world.now() })
        .map_err(fault)?;
    world.send(DocumentsMsg::DocumentsKept(world.records.documents().map_err(fault)?.rows));
    Ok(())
}

/// Says whether a document that somebody shows is genuine, and whether it still holds.
async fn verify(world: &World, jws: &str) {
    let outcome = match claimed_issuer(jws) {
        Ok(department) => verified(world, &department, jws).await,
        Err(error) => Err(ShownFault::of(&error)),
    };
    world.send(DocumentsMsg::Verified(outcome.map(|(document, check)| (Box::new(document), check))));
}

pub(crate) async fn verified(
    world: &World,
    department: &DepartmentId,
    jws: &str,
) -> Result<(Document, Check), ShownFault> {
    let found = Asker::new(world, true).check(jws, department).await?;
    let document = found.document.map_err(|error| ShownFault::of(&error).owned_by(department))?;
    Ok((document, found.check))
}

/// Finds out whether the person's documents still hold.
async fn check_all(world: &World, may_ask: bool) {
    // One after another: two looks would ask everybody twice.
    let _one = world.checking.lock().await;
    let mut asker = Asker::new(world, may_ask);
    let mut checks = Checks::default();
    for kept in world.records.documents().unwrap_or_default().rows {
        let found = asker.check(&kept.jws, &kept.document.issuer).await;
        let check = found.map_or(Check::UNASKED, |found| found.check);
        checks.0.insert((kept.document.issuer, kept.document.id), check);
    }
    world.send(DocumentsMsg::DocumentsChecked(checks));
}

/// Somebody who checks documents on a bus has the keys with them. Nothing waits for it, and nothing is said when it does not come.
async fn keep_keys(world: &World, departments: &[DepartmentId]) {
    let mut asker = Asker::new(world, true);
    for department in departments {
        if asker.keep_keys(department).await.is_err_and(|fault| fault.can_retry) {
            // Without a network none of the others comes either.
            return;
        }
    }
}

/// What stands in a file: a text as it is, and of a photo its codes.
async fn read_file(world: &World, bytes: Vec<u8>) {
    let read = tokio::task::spawn_blocking(move || photo::read_file(bytes).map(|codes| codes.join("\n")));
    let read = read.await.unwrap_or(Err(photo::PhotoError::NoCode));
    world.send(DocumentsMsg::FileRead(read.map_err(|error| ShownFault::of(&error))));
}
