//! How what is to be done here is done.

use std::{sync::Arc, time::Duration};

use fingertip_records::{Records, Rows};

use crate::{
    areas::resume::{
        effect::ResumeEffect,
        model::{LeftOpen, Typed},
        msg::ResumeMsg,
    },
    world::World,
};

/// Under which name it is kept what stands in the fields of a screen.
pub(crate) const TYPED: &str = "typed";
/// Under which name it is kept which mini-app is open.
pub(crate) const LEFT_OPEN: &str = "left-open";
/// How long after a letter what was typed is written down: long enough for a word, short enough for a flat battery.
const PAUSE: Duration = Duration::from_millis(400);

pub(crate) fn carry_out(world: &Arc<World>, effect: ResumeEffect) {
    let at = world.clone();
    match effect {
        ResumeEffect::WaitForTyped => drop(world.begin(async move {
            tokio::time::sleep(PAUSE).await;
            at.send(ResumeMsg::TypedDue);
        })),
        ResumeEffect::KeepTyped(typed) => {
            world.write(move |records| records.set_setting(TYPED, &typed).map(|()| None));
        }
        ResumeEffect::KeepOpen(left) => {
            world.write(move |records| records.set_setting(LEFT_OPEN, &left).map(|()| None));
        }
    }
}

/// What stood in the fields of a screen.
pub(crate) fn typed(rows: Rows<Typed>, n_unread: &mut usize) -> Typed {
    rows.take_one(n_unread).unwrap_or_default()
}

/// The mini-app that was open. Whoever filled in its form was there at the last letter.
pub(crate) fn left_open(
    rows: Rows<Option<LeftOpen>>,
    records: &Records,
    n_unread: &mut usize,
) -> Option<LeftOpen> {
    let left = rows.take_one(n_unread).flatten()?;
    // A draft that cannot be read is told elsewhere.
    let draft = records.draft(&left.app, &left.draft_key()).ok().flatten();
    let at = draft.map_or(left.at, |draft| draft.updated_at.max(left.at));
    Some(LeftOpen { at, ..left })
}
