//! Asking the platform for helpers, and being one.

use super::{World, session::with_token};
use crate::{HelpJob, HelpMsg, Msg, PlatformError, ShownFault};

pub(super) async fn carry_out(world: &World, job: HelpJob) {
    let done = match job {
        HelpJob::Fetch => return fetch(world, true).await,
        HelpJob::MakeCode => with_token!(world, token => world.platform.helper_code(&token))
            .map(|code| Some(HelpMsg::CodeCame(code))),
        HelpJob::Accept(code) => {
            with_token!(world, token => world.platform.become_helper(&token, &code)).map(|_| None)
        }
        HelpJob::End(link) => {
            with_token!(world, token => world.platform.end_help(&token, &link)).map(|()| None)
        }
        HelpJob::FetchCases(link) => {
            let cases = with_token!(world, token => world.platform.helped_cases(&token, &link));
            Ok(Some(HelpMsg::CasesCame(link, cases.map_err(|error| ShownFault::of(&error)))))
        }
    };
    match done {
        Ok(Some(msg)) => world.send(Msg::Help(msg)),
        Ok(None) => fetch(world, false).await,
        Err(error) => fail(world, &error),
    }
}

/// Offline, what is kept stands with its time, unless it is `kept_is_good` no more: something was changed just now.
async fn fetch(world: &World, kept_is_good: bool) {
    match with_token!(world, token => world.platform.helpers(&token)) {
        Ok(helpers) => world.send(Msg::Help(HelpMsg::Came(helpers))),
        Err(PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn)
            if kept_is_good => {}
        Err(error) => fail(world, &error),
    }
}

/// A session that ended is told by its own sheet.
fn fail(world: &World, error: &PlatformError) {
    world.send(Msg::Help(HelpMsg::Failed(ShownFault::of(error))));
}
