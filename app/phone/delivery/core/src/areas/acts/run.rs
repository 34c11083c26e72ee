//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_records::OutgoingItem;
use fingertip_standard::Disclosure;

use crate::{
    areas::{
        acts::{effect::ActsEffect, model::ActDraft, msg::ActsMsg},
        consents, outbox,
    },
    world::World,
};

/// Under which name it is kept what is being written in cases.
pub(crate) const ACTS: &str = "case-acts";

pub(crate) fn carry_out(world: &Arc<World>, effect: ActsEffect) {
    let at = world.clone();
    match effect {
        ActsEffect::Keep(drafts) => {
            world.write(move |records| records.set_setting(ACTS, &drafts).map(|()| None));
        }
        ActsEffect::Send { draft, disclosure, left } => {
            drop(world.begin(async move { send(&at, *draft, &disclosure, left).await }));
        }
        ActsEffect::Reopen(key) => drop(world.begin(async move { reopen(&at, &key).await })),
    }
}

/// The ledger first, then the outbox: from then on nothing can lose it.
async fn send(world: &World, draft: ActDraft, disclosure: &Disclosure, left: Vec<ActDraft>) {
    let key = uuid::Uuid::new_v4().to_string();
    let item = OutgoingItem::Act { case: draft.case.clone(), act: Box::new(draft.act()) };
    // What cannot be written down does not go.
    let kept = consents::run::write_down(world, disclosure, |jws| draft.documents.contains(jws))
        .and_then(|()| world.records.enqueue(&key, &item, None, world.now()))
        .and_then(|()| world.records.set_setting(ACTS, &left));
    if let Err(error) = kept {
        world.fail(&error);
        return world.send(ActsMsg::CameBack(Box::new(draft)));
    }
    outbox::run::tell(world);
    drop(outbox::run::send_one(world, &key, item).await);
}

/// Of what was not accepted everything is there again, the files too.
async fn reopen(world: &World, key: &str) {
    // What is on its way at this moment is not taken back under it.
    let _turn = world.sending.lock().await;
    let found = world.records.outbox().map(|kept| kept.rows.into_iter().find(|row| row.key == key));
    let item = match found {
        Ok(found) => found.map(|found| found.item),
        Err(error) => return world.fail(&error),
    };
    if let Some(OutgoingItem::Act { case, act }) = item {
        world.send(ActsMsg::CameBack(Box::new(ActDraft::again(case, *act))));
        if let Err(error) = world.records.take_back(key) {
            world.fail(&error);
        }
        outbox::run::tell(world);
    }
}
