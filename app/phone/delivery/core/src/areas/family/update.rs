//! Letting somebody help, and helping.

use fingertip_contract::Helpers;
use fingertip_records::AsOf;
use jiff::Timestamp;

use crate::{
    areas::{
        family::{
            acting,
            effect::{FamilyEffect, HelpJob},
            model::Help,
            msg::FamilyMsg,
        },
        notices::model::Told,
    },
    effect::Effect,
    model::Model,
    remote::Remote,
};

pub(crate) fn update(model: &mut Model, msg: FamilyMsg, now: Timestamp) -> Vec<Effect> {
    let is_signed_in = model.signed_in().is_some();
    let help = &mut model.help;
    match msg {
        FamilyMsg::LookedAtHelpers if is_signed_in => {
            help.fault = None;
            vec![Effect::Family(FamilyEffect::Help(HelpJob::Fetch))]
        }
        FamilyMsg::LookedAtHelped(link) if is_signed_in => {
            help.helped = Some((link.clone(), Remote::Loading));
            vec![Effect::Family(FamilyEffect::Help(HelpJob::FetchCases(link)))]
        }
        FamilyMsg::LookedAtHelpers => Vec::new(),
        FamilyMsg::LookedAtHelped(link) => {
            // Asked for again once the person is signed in.
            help.helped = Some((link, Remote::Loading));
            model.ask_to_sign_in();
            Vec::new()
        }
        FamilyMsg::AskedForHelp(mandate) => begin(help, HelpJob::MakeCode(mandate)),
        FamilyMsg::GotCode(code) => begin(help, HelpJob::Accept(code)),
        FamilyMsg::EndedHelp(link) => begin(help, HelpJob::End(link)),
        FamilyMsg::PutAwayCode => {
            help.code = None;
            Vec::new()
        }
        FamilyMsg::CodeCame(code) => {
            help.is_busy = false;
            help.code = Some(code);
            Vec::new()
        }
        FamilyMsg::BeganActing(link) => acting::begin(model, &link, now),
        FamilyMsg::StoppedActing => acting::stop(model, now),
        FamilyMsg::HandedIn { link, name, case, has_waited } => {
            acting::on_handed_in(model, &link, name, *case, has_waited, now)
        }
        FamilyMsg::Came(helpers) => came(model, helpers, now),
        FamilyMsg::CasesCame(link, outcome) => {
            if let Some((_, cases)) = help.helped.as_mut().filter(|(shown, _)| *shown == link) {
                *cases = outcome.map_or_else(Remote::Failed, |cases| Remote::Ready(cases, now));
            }
            Vec::new()
        }
        FamilyMsg::Failed(fault) => {
            help.is_busy = false;
            help.fault = Some(fault);
            Vec::new()
        }
    }
}

fn begin(help: &mut Help, job: HelpJob) -> Vec<Effect> {
    help.fault = None;
    help.is_busy = true;
    vec![Effect::Family(FamilyEffect::Help(job))]
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
    let mut effects = acting::check(model, now);
    effects.push(Effect::Family(FamilyEffect::KeepHelpers(helpers, now)));
    effects
}

/// While a code is told, the person sees when it is used. Acting for another ends with the mandate's last day.
pub(crate) fn on_ticked(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let mut effects = acting::check(model, now);
    if model.help.live_code(now).is_none() {
        model.help.code = None;
    } else {
        effects.push(Effect::Family(FamilyEffect::Help(HelpJob::Fetch)));
    }
    effects
}

/// Whose cases the person was looking at are asked for again.
pub(crate) fn on_signed_in(help: &Help) -> Option<Effect> {
    help.helped
        .as_ref()
        .map(|(link, _)| Effect::Family(FamilyEffect::Help(HelpJob::FetchCases(link.clone()))))
}
