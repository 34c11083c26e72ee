//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_contract::ProblemCode;
use fingertip_platform_client::PlatformError;

use crate::{
    areas::{
        family::{
            effect::{FamilyEffect, HelpJob},
            msg::FamilyMsg,
        },
        session::run::note_answer,
    },
    fault::ShownFault,
    world::World,
};

pub(crate) fn carry_out(world: &Arc<World>, effect: FamilyEffect) {
    match effect {
        FamilyEffect::Help(job) => {
            let at = world.clone();
            drop(world.begin(async move { ask(&at, job).await }));
        }
        FamilyEffect::KeepHelpers(helpers, now) => {
            world.write(move |records| records.keep_helpers(&helpers, now).map(|()| None));
        }
    }
}

async fn ask(world: &World, job: HelpJob) {
    let done = match job {
        HelpJob::Fetch => return fetch(world, true).await,
        HelpJob::MakeCode(mandate) => note_answer(world, world.platform.helper_code(mandate.as_ref()).await)
            .map(|code| Some(FamilyMsg::CodeCame(code))),
        HelpJob::Accept(code) => note_answer(world, world.platform.become_helper(&code).await).map(|_| None),
        HelpJob::End(link) => note_answer(world, world.platform.end_help(&link).await).map(|()| None),
        HelpJob::FetchCases(link) => {
            let cases = note_answer(world, world.platform.helped_cases(&link).await);
            Ok(Some(FamilyMsg::CasesCame(
                link,
                cases.map(|list| list.cases).map_err(|error| ShownFault::of(&error)),
            )))
        }
    };
    match done {
        Ok(Some(msg)) => world.send(msg),
        Ok(None) => fetch(world, false).await,
        Err(error) => fail(world, &error),
    }
}

/// Offline, what is kept stands with its time, unless it is `kept_is_good` no more: something was changed just now.
async fn fetch(world: &World, kept_is_good: bool) {
    match note_answer(world, world.platform.helpers().await) {
        Ok(helpers) => world.send(FamilyMsg::Came(helpers)),
        Err(PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn)
            if kept_is_good => {}
        Err(error) => fail(world, &error),
    }
}

/// A session that ended is told by its own sheet.
fn fail(world: &World, error: &PlatformError) {
    world.send(FamilyMsg::Failed(ShownFault::of(error)));
}

/// A mandate that the platform does not take was ended or has run out: what is known of it is out of date.
pub(crate) async fn look_after_refusal(world: &World, error: &PlatformError) {
    if matches!(error, PlatformError::Refused { code: ProblemCode::MandateInvalid, .. }) {
        fetch(world, true).await;
    }
}
