//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::Case;
use fingertip_platform_client::PlatformError;
use fingertip_records::OutgoingItem;

use crate::{
    areas::{
        cases::{effect::CasesEffect, msg::CasesMsg},
        documents,
        notices::msg::NoticesMsg,
        outbox,
        session::run::note_answer,
    },
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: CasesEffect) {
    let at = world.clone();
    drop(match effect {
        CasesEffect::FetchCases => world.begin(async move { fetch(&at).await }),
        CasesEffect::KeepCases(cases) => world.begin(async move { keep(&at, cases).await }),
        CasesEffect::Rate(case, rating) => {
            let key = format!("rating-{case}");
            world.begin(async move { send(&at, &key, OutgoingItem::Rating { case, rating }).await })
        }
        CasesEffect::AppealRating(case, words) => {
            let key = format!("rating-appeal-{case}");
            world.begin(async move { send(&at, &key, OutgoingItem::RatingAppeal { case, words }).await })
        }
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

/// Sends what a person thinks of a case, now or as soon as there is a connection.
async fn send(world: &World, key: &str, item: OutgoingItem) {
    match world.records.enqueue(key, &item, None, world.now()) {
        Ok(()) => drop(outbox::run::send_one(world, key, item).await),
        Err(error) => world.fail(&error),
    }
}
