//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::{Case, Rating};
use fingertip_platform_client::PlatformError;
use fingertip_records::OutgoingItem;
use fingertip_standard::{
    CaseId,
    requests::{Answer, RequestFault},
};

use crate::{
    areas::{
        cases::{effect::CasesEffect, msg::CasesMsg},
        documents,
        notices::{model::Told, msg::NoticesMsg},
        session::run::note_answer,
    },
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: CasesEffect) {
    let at = world.clone();
    drop(match effect {
        CasesEffect::FetchCases => world.begin(async move { fetch(&at).await }),
        CasesEffect::KeepCases(cases) => world.begin(async move { keep(&at, cases).await }),
        CasesEffect::Rate(case, rating) => world.begin(async move { rate(&at, case, rating).await }),
        CasesEffect::FlushOutbox => world.begin(async move { flush(&at).await }),
    });
}

/// Fetches every case of the person.
async fn fetch(world: &World) {
    match note_answer(world, world.platform.cases().await) {
        Ok(list) => world.send(CasesMsg::CasesCame(list.cases, world.now())),
        // Offline, the kept cases stand with their time; a session that ended was told already.
        Err(PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn) => {}
        Err(error) => world.fail(&error),
    }
}

/// Keeps cases, and the documents that came with them.
async fn keep(world: &World, cases: Vec<Case>) {
    if let Err(error) = world.records.keep_cases(&cases, world.now()) {
        world.fail(&error);
    }
    let known: Vec<String> =
        world.records.documents().unwrap_or_default().rows.into_iter().map(|kept| kept.jws).collect();
    for case in &cases {
        for jws in case.documents.iter().filter(|jws| !known.contains(jws)) {
            if let Err(fault) = documents::run::keep_document(world, &case.department, jws).await {
                world.send(NoticesMsg::Failed(fault));
            }
        }
    }
}

/// Rates a case, now or as soon as there is a connection.
async fn rate(world: &World, case: CaseId, rating: Rating) {
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
async fn flush(world: &World) {
    let waiting = match world.records.outbox() {
        Ok(waiting) => waiting.rows,
        Err(error) => return world.fail(&error),
    };
    for outgoing in waiting {
        send(world, &outgoing.key, outgoing.item, true).await;
    }
}

/// Sends one item of the outbox; it leaves the outbox only when the platform has it or refuses it for good.
pub(crate) async fn send_one(world: &World, key: &str, item: OutgoingItem) -> Answer {
    send(world, key, item, false).await
}

async fn send(world: &World, key: &str, item: OutgoingItem, has_waited: bool) -> Answer {
    let _turn = world.sending.lock().await;
    // While this one waited for its turn, another may have sent it.
    if has_waited
        && world
            .records
            .outbox()
            .is_ok_and(|waiting| !waiting.rows.iter().any(|outgoing| outgoing.key == key))
    {
        return Answer::Done;
    }
    let (sent, told) = match &item {
        OutgoingItem::Case { app, case, .. } => {
            (note_answer(world, world.platform.submit(key, app, case).await), None)
        }
        OutgoingItem::Rating { case, rating } => {
            (note_answer(world, world.platform.rate(case, rating).await), Some(Told::Rated(case.clone())))
        }
    };
    let settled = match &sent {
        Err(error) if error.is_passing() => world.records.count_attempt(key),
        _ => world.records.settle(key),
    };
    if let Err(error) = settled {
        world.fail(&error);
    }
    if let Ok(waiting) = world.records.outbox() {
        world.send(CasesMsg::OutboxCounted(waiting.rows.len()));
    }
    match sent {
        Ok(case) => {
            let id = case.id.to_string();
            let told = told.or_else(|| has_waited.then(|| Told::CaseArrived(case.id.clone())));
            world.send(CasesMsg::CaseCame { case: Box::new(case), as_of: world.now(), told });
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
