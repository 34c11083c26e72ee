//! How what is to be done here is done.

use std::{sync::Arc, time::Duration};

use fingertip_documents::photo::PhotoError;
use fingertip_records::{Records, RecordsError};

use crate::{
    areas::mini_app::{effect::MiniAppEffect, guest, msg::MiniAppMsg, perform, scan},
    fault::ShownFault,
    msg::Msg,
    world::World,
};

/// How long after a letter what was typed is written down: long enough for a word, short enough for a flat battery.
const PAUSE: Duration = Duration::from_millis(400);

pub(crate) fn carry_out(world: &Arc<World>, effect: MiniAppEffect) {
    let at = world.clone();
    match effect {
        MiniAppEffect::PrepareMiniApp(department, app) => {
            drop(world.begin(async move { guest::prepare(&at, &department, &app).await }));
        }
        MiniAppEffect::OpenMiniApp(job) => drop(world.begin(async move { guest::open(at, *job).await })),
        MiniAppEffect::Guest { instance, n_restored, event } => {
            guest::give(world, instance, n_restored, event)
        }
        MiniAppEffect::CloseMiniApp(instance) => guest::close(world, instance),
        MiniAppEffect::WaitForDraft(instance) => drop(world.begin(async move {
            tokio::time::sleep(PAUSE).await;
            at.send(MiniAppMsg::DraftDue(instance));
        })),
        MiniAppEffect::KeepDraft(draft) => world.write(move |records| {
            records.keep_draft(&draft)?;
            count_drafts(records)
        }),
        MiniAppEffect::DiscardDraft(app, route) => world.write(move |records| {
            records.discard_draft(&app, &route)?;
            count_drafts(records)
        }),
        MiniAppEffect::ReadCode { instance, sheet, content } => drop(world.begin(async move {
            // Nobody is left waiting: a reader that ended found none.
            let read = tokio::task::spawn_blocking(move || scan::read(content)).await;
            let read = read.unwrap_or_else(|_| Err(ShownFault::of(&PhotoError::NoCode)));
            at.send(MiniAppMsg::CodeRead { instance, sheet, read });
        })),
        MiniAppEffect::Perform(request) => {
            drop(world.begin(async move { perform::perform(&at, *request).await }))
        }
    }
}

fn count_drafts(records: &Records) -> Result<Option<Msg>, RecordsError> {
    Ok(Some(MiniAppMsg::DraftsCounted(records.drafted_apps()?).into()))
}
