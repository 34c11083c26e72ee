//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_records::OutgoingItem;
use fingertip_standard::Disclosure;

use crate::{
    areas::{
        acts::{effect::ActsEffect, model::ActDraft, msg::ActsMsg},
        outbox::hand_over::{hand_over, take_out},
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

async fn send(world: &World, draft: ActDraft, disclosure: &Disclosure, left: Vec<ActDraft>) {
    let item = OutgoingItem::Act { case: draft.case.clone(), act: Box::new(draft.act()) };
    let goes = |jws: &String| draft.documents.contains(jws);
    if !hand_over(world, item, (std::slice::from_ref(disclosure), goes), (ACTS, &left)).await {
        world.send(ActsMsg::CameBack(Box::new(draft)));
    }
}

async fn reopen(world: &World, key: &str) {
    let again = |item| match item {
        OutgoingItem::Act { case, act } => {
            Some(ActsMsg::CameBack(Box::new(ActDraft::again(case, *act))).into())
        }
        _ => None,
    };
    take_out(world, key, again).await;
}
