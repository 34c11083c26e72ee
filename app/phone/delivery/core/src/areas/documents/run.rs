//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::Document;
use fingertip_documents::{claimed_issuer, verify_document};
use fingertip_records::KeptDocument;
use fingertip_standard::DepartmentId;

use crate::{
    areas::documents::{effect::DocumentsEffect, msg::DocumentsMsg},
    fault::ShownFault,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: DocumentsEffect) {
    match effect {
        DocumentsEffect::VerifyDocument(jws) => {
            let at = world.clone();
            drop(world.begin(async move { verify(&at, &jws).await }));
        }
    }
}

/// Keeps a document whose signature holds.
pub(crate) async fn keep_document(
    world: &World,
    department: &DepartmentId,
    jws: &str,
) -> Result<(), ShownFault> {
    let document = verified(world, department, jws).await?;
    let fault = |error| ShownFault::of(&error);
    world
        .records
        .keep_document(&KeptDocument { document, jws: jws.to_owned(), as_of: world.now() })
        .map_err(fault)?;
    world.send(DocumentsMsg::DocumentsKept(world.records.documents().map_err(fault)?.rows));
    Ok(())
}

/// Says whether a document that somebody shows is genuine.
async fn verify(world: &World, jws: &str) {
    let jws = jws.trim();
    let outcome = match claimed_issuer(jws) {
        Ok(department) => verified(world, &department, jws).await.map(Box::new),
        Err(error) => Err(ShownFault::of(&error)),
    };
    world.send(DocumentsMsg::Verified(outcome));
}

/// A document whose signature holds under its department's published keys, as kept on this device or fetched anew.
pub(crate) async fn verified(
    world: &World,
    department: &DepartmentId,
    jws: &str,
) -> Result<Document, ShownFault> {
    let name = format!("keys-{department}");
    let verify = |keys: &str| verify_document(jws, department, keys);
    let cached = world.records.cached::<String>(&name).ok().flatten().map(|cached| cached.value);
    if let Some(Ok(document)) = cached.as_deref().map(verify) {
        return Ok(document);
    }
    // New keys may have come since.
    let keys = world.platform.department_keys(department).await.map_err(|error| ShownFault::of(&error))?;
    if let Err(error) = world.records.keep_cached(&name, &keys, world.now()) {
        tracing::warn!(%error, "a department's keys could not be kept");
    }
    verify(&keys).map_err(|error| ShownFault::of(&error).owned_by(department))
}
