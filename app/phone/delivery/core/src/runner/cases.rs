//! Cases, ratings and documents: sent, fetched, kept.

use fingertip_contract::{Case, Document, Rating};
use fingertip_documents::{claimed_issuer, verify_document};
use fingertip_records::{KeptDocument, OutgoingItem};
use fingertip_standard::{
    CaseId, DepartmentId,
    requests::{Answer, RequestFault},
};

use super::{World, session::with_token};
use crate::{Msg, PlatformError, ShownFault, Told};

/// Fetches every case of the person.
pub(super) async fn fetch(world: &World) {
    match with_token!(world, token => world.platform.cases(&token)) {
        Ok(cases) => world.send(Msg::CasesCame(cases, world.now())),
        // Offline, the kept cases stand with their time; a session that ended was told already.
        Err(PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn) => {}
        Err(error) => world.fail(&error),
    }
}

/// Keeps cases, and the documents that came with them.
pub(super) async fn keep(world: &World, cases: Vec<Case>) {
    if let Err(error) = world.records.keep_cases(&cases, world.now()) {
        world.fail(&error);
    }
    let known: Vec<String> =
        world.records.documents().unwrap_or_default().into_iter().map(|kept| kept.jws).collect();
    for case in &cases {
        for jws in case.documents.iter().filter(|jws| !known.contains(jws)) {
            if let Err(fault) = keep_document(world, &case.department, jws).await {
                world.send(Msg::Failed(fault));
            }
        }
    }
}

/// Keeps a document whose signature holds.
pub(super) async fn keep_document(
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
    world.send(Msg::DocumentsKept(world.records.documents().map_err(fault)?));
    Ok(())
}

/// Says whether a document that somebody shows is genuine.
pub(super) async fn verify(world: &World, jws: &str) {
    let jws = jws.trim();
    let outcome = match claimed_issuer(jws) {
        Ok(department) => verified(world, &department, jws).await.map(Box::new),
        Err(error) => Err(ShownFault::of(&error)),
    };
    world.send(Msg::Verified(outcome));
}

/// A document whose signature holds under its department's published keys, as kept on this device or fetched anew.
async fn verified(world: &World, department: &DepartmentId, jws: &str) -> Result<Document, ShownFault> {
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

/// Rates a case, now or as soon as there is a connection.
pub(super) async fn rate(world: &World, case: CaseId, rating: Rating) {
    let key = format!("rating-{case}");
    let item = OutgoingItem::Rating { case, rating };
    if world
        .records
        .settle(&key)
        .and_then(|()| world.records.enqueue(&key, &item, world.now()))
        .map_err(|error| world.fail(&error))
        .is_ok()
    {
        send_one(world, &key, item).await;
    }
}

/// Sends everything that waits.
pub(super) async fn flush(world: &World) {
    let waiting = match world.records.outbox() {
        Ok(waiting) => waiting,
        Err(error) => return world.fail(&error),
    };
    for outgoing in waiting {
        send(world, &outgoing.key, outgoing.item, true).await;
    }
}

/// Sends one item of the outbox; it leaves the outbox only when the platform has it or refuses it for good.
pub(super) async fn send_one(world: &World, key: &str, item: OutgoingItem) -> Answer {
    send(world, key, item, false).await
}

async fn send(world: &World, key: &str, item: OutgoingItem, has_waited: bool) -> Answer {
    let _turn = world.sending.lock().await;
    // While this one waited for its turn, another may have sent it.
    if has_waited
        && world.records.outbox().is_ok_and(|waiting| !waiting.iter().any(|outgoing| outgoing.key == key))
    {
        return Answer::Done;
    }
    let (sent, told) = match &item {
        OutgoingItem::Case { app, case, .. } => {
            (with_token!(world, token => world.platform.submit(&token, key, app, case)), None)
        }
        OutgoingItem::Rating { case, rating } => (
            with_token!(world, token => world.platform.rate(&token, case, rating)),
            Some(Told::Rated(case.clone())),
        ),
    };
    let settled = match &sent {
        Err(error) if error.is_passing() => world.records.count_attempt(key),
        _ => world.records.settle(key),
    };
    if let Err(error) = settled {
        world.fail(&error);
    }
    if let Ok(waiting) = world.records.outbox() {
        world.send(Msg::OutboxCounted(waiting.len()));
    }
    match sent {
        Ok(case) => {
            let id = case.id.to_string();
            let told = told.or_else(|| has_waited.then(|| Told::CaseArrived(case.id.clone())));
            world.send(Msg::CaseCame { case: Box::new(case), as_of: world.now(), told });
            Answer::CaseAccepted(id)
        }
        Err(error) if error.is_passing() => Answer::Queued,
        Err(error) => {
            if told.is_some() {
                world.fail(&error);
            }
            match error.for_guest() {
                rejected @ Answer::Rejected(_) => rejected,
                _ => Answer::Failed(RequestFault::PlatformUnavailable),
            }
        }
    }
}
