//! How what waits is sent.

use std::sync::Arc;

use fingertip_records::OutgoingItem;
use fingertip_standard::requests::{Answer, RequestFault};

use crate::{
    areas::{
        cases::msg::CasesMsg,
        notices::model::Told,
        outbox::{effect::OutboxEffect, msg::OutboxMsg, prove::prove},
        session::run::note_answer,
    },
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: &OutboxEffect) {
    match effect {
        OutboxEffect::FlushOutbox => {
            let at = world.clone();
            drop(world.begin(async move { flush(&at).await }));
        }
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
            let sent = match prove(world, key, case).await {
                Ok(proven) => world.platform.submit(key, app, &proven).await,
                Err(error) => Err(error),
            };
            (note_answer(world, sent), None)
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
        world.send(OutboxMsg::OutboxCounted(waiting.rows.len()));
    }
    match sent {
        Ok(case) => {
            let id = case.id.to_string();
            let told = told.or_else(|| has_waited.then(|| Told::CaseArrived(case.id.clone())));
            world.send(CasesMsg::CaseCame { case: Box::new(case), as_of: world.now(), told });
            Answer::CaseAccepted(id)
        }
        Err(error) if error.is_passing() => {
            if !has_waited && error.has_own_words() {
                world.fail(&error);
            }
            Answer::Queued
        }
        Err(error) => {
            if told.is_some() || error.has_own_words() {
                world.fail(&error);
            }
            match error.for_guest() {
                rejected @ Answer::Rejected(_) => rejected,
                _ => Answer::Failed(RequestFault::PlatformUnavailable),
            }
        }
    }
}
