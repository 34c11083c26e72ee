//! How what is to be done here is done.

use std::sync::Arc;

use fingertip_platform_client::PlatformError;

use crate::{
    areas::{
        family::{
            effect::{FamilyEffect, HelpJob},
            msg::FamilyMsg,
        },
        session::run::with_token,
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
        HelpJob::MakeCode => with_token!(world, token => world.platform.helper_code(&token))
            .map(|code| Some(FamilyMsg::CodeCame(code))),
        HelpJob::Accept(code) => {
            with_token!(world, token => world.platform.become_helper(&token, &code)).map(|_| None)
        }
        HelpJob::End(link) => {
            with_token!(world, token => world.platform.end_help(&token, &link)).map(|()| None)
        }
        HelpJob::FetchCases(link) => {
            let cases = with_token!(world, token => world.platform.helped_cases(&token, &link));
            Ok(Some(FamilyMsg::CasesCame(link, cases.map_err(|error| ShownFault::of(&error)))))
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
    match with_token!(world, token => world.platform.helpers(&token)) {
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
