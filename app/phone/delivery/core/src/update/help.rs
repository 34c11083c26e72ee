//! Letting somebody help, and helping.

use fingertip_contract::Helpers;
use fingertip_records::AsOf;
use jiff::Timestamp;

use crate::{Effect, Help, HelpJob, HelpMsg, Model, Remote, Told};

pub(super) fn update(model: &mut Model, msg: HelpMsg, now: Timestamp) -> Vec<Effect> {
    let is_signed_in = model.signed_in().is_some();
    let help = &mut model.help;
    match msg {
        HelpMsg::LookedAtHelpers if is_signed_in => {
            help.fault = None;
            vec![Effect::Help(HelpJob::Fetch)]
        }
        HelpMsg::LookedAtHelped(link) if is_signed_in => {
            help.helped = Some((link.clone(), Remote::Loading));
            vec![Effect::Help(HelpJob::FetchCases(link))]
        }
        HelpMsg::LookedAtHelpers => Vec::new(),
        HelpMsg::LookedAtHelped(link) => {
            // Asked for again once the person is signed in.
            help.helped = Some((link, Remote::Loading));
            super::ask_to_sign_in(model);
            Vec::new()
        }
        HelpMsg::AskedForHelp => begin(help, HelpJob::MakeCode),
        HelpMsg::GotCode(code) => begin(help, HelpJob::Accept(code)),
        HelpMsg::EndedHelp(link) => begin(help, HelpJob::End(link)),
        HelpMsg::PutAwayCode => {
            help.code = None;
            Vec::new()
        }
        HelpMsg::CodeCame(code) => {
            help.is_busy = false;
            help.code = Some(code);
            Vec::new()
        }
        HelpMsg::Came(helpers) => came(model, helpers, now),
        HelpMsg::CasesCame(link, outcome) => {
            if let Some((_, cases)) = help.helped.as_mut().filter(|(shown, _)| *shown == link) {
                *cases = outcome.map_or_else(Remote::Failed, |cases| Remote::Ready(cases, now));
            }
            Vec::new()
        }
        HelpMsg::Failed(fault) => {
            help.is_busy = false;
            help.fault = Some(fault);
            Vec::new()
        }
    }
}

fn begin(help: &mut Help, job: HelpJob) -> Vec<Effect> {
    help.fault = None;
    help.is_busy = true;
    vec![Effect::Help(job)]
}

fn came(model: &mut Model, helpers: Helpers, now: Timestamp) -> Vec<Effect> {
    // What was under way when the person left is not theirs any more.
    if model.signed_in().is_none() {
        return Vec::new();
    }
    let help = &mut model.help;
    help.is_busy = false;
    let known = help.helpers.as_ref().map(|kept| &kept.value);
    let new = helpers
        .helpers
        .iter()
        .find(|link| known.is_none_or(|known| known.helpers.iter().all(|before| before.id != link.id)));
    let told = new.filter(|_| help.code.is_some()).map(|link| Told::HelperCame(link.name.clone()));
    if told.is_some() {
        // Whoever it was told to has used it.
        help.code = None;
    }
    help.helpers = Some(AsOf { value: helpers.clone(), as_of: now });
    told.into_iter().for_each(|told| model.tell(told));
    vec![Effect::KeepHelpers(helpers, now)]
}

/// While a code is told, the person sees when it is used.
pub(super) fn ticked(model: &mut Model, now: Timestamp) -> Option<Effect> {
    if model.help.live_code(now).is_none() {
        model.help.code = None;
        return None;
    }
    Some(Effect::Help(HelpJob::Fetch))
}

/// What somebody else's cases were, was for the one who signed in.
pub(super) fn signed_out(help: &mut Help) {
    *help = Help { helpers: help.helpers.take(), ..Help::default() };
}

/// Whose cases the person was looking at are asked for again.
pub(super) fn signed_in(help: &Help) -> Option<Effect> {
    help.helped.as_ref().map(|(link, _)| Effect::Help(HelpJob::FetchCases(link.clone())))
}
