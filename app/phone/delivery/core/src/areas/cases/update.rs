//! Cases are placed, kept, and told to the mini-app that watches them.

use fingertip_contract::{Case, EntryKind};
use fingertip_records::AsOf;
use fingertip_standard::HelperLinkId;
use jiff::Timestamp;

use crate::{
    areas::{
        cases::{effect::CasesEffect, msg::CasesMsg},
        joint::effect::JointEffect,
        mini_app::{self, model::OpenMiniApp},
        notices::model::Told,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: CasesMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        CasesMsg::RatedCase(case, rating) => vec![CasesEffect::Rate(case, rating).into()],
        CasesMsg::AppealedRating(case, words) => vec![CasesEffect::AppealRating(case, words).into()],
        CasesMsg::LookedAtCases if model.signed_in().is_some() => {
            model.following.restart();
            fetch(model)
        }
        CasesMsg::LookedAtCases => Vec::new(),
        // A fetch that was under way when the person left must not bring their cases back.
        CasesMsg::CasesCame(..) if model.signed_in().is_none() => Vec::new(),
        CasesMsg::CasesCame(cases, as_of) => on_cases_came(model, cases, as_of, now),
        CasesMsg::CaseCame { case, as_of, told } => {
            model.following.restart();
            let has_arrived = matches!(told, Some(Told::CaseArrived(_)));
            let mut effects = Vec::new();
            if has_arrived {
                effects.extend(deliver(model, &case, now));
            }
            told.into_iter().for_each(|told| model.tell(told));
            effects.extend(tell_mini_app(model, &case, now));
            effects.push(CasesEffect::KeepCases(vec![(*case).clone()]).into());
            place(model, *case, as_of);
            effects
        }
    }
}

fn on_cases_came(model: &mut Model, cases: Vec<Case>, as_of: Timestamp, now: Timestamp) -> Vec<Effect> {
    let mut effects = Vec::new();
    let is_new = |case: &&Case| model.case(&case.id).is_none_or(|kept| kept.value != **case);
    let moved: Vec<Case> = cases.iter().filter(is_new).cloned().collect();
    for case in &moved {
        effects.extend(tell_mini_app(model, case, now));
    }
    for case in cases {
        place(model, case, as_of);
    }
    if !moved.is_empty() {
        model.following.restart();
    }
    // What moved in a step moves the whole.
    effects.extend(moved.iter().any(|case| case.joint.is_some()).then(|| JointEffect::Fetch.into()));
    // A document whose department could not be asked for its keys is tried again with the next look.
    let is_kept = |jws: &String| model.documents.iter().any(|kept| kept.jws == *jws);
    let lacks = |case: &Case| case.documents.iter().any(|jws| !is_kept(jws));
    let all = model.cases.iter().map(|kept| &kept.value);
    let keep: Vec<Case> = all.filter(|case| moved.contains(case) || lacks(case)).cloned().collect();
    if !keep.is_empty() {
        effects.push(CasesEffect::KeepCases(keep).into());
    }
    effects
}

/// The cases are asked for, and with them the joint cases where there are any: of what is a step its case says so.
fn fetch(model: &Model) -> Vec<Effect> {
    let is_step = |case: &AsOf<Case>| case.value.joint.is_some();
    let has_joint = !model.joint.cases.is_empty() || model.cases.iter().any(is_step);
    let joint = has_joint.then(|| JointEffect::Fetch.into());
    [CasesEffect::FetchCases.into()].into_iter().chain(joint).collect()
}

/// The longest time between two looks at what is under way, in ticks: ten minutes of a phone's two seconds.
const LONGEST_WAIT: u32 = 300;

/// What is under way is looked at: soon after something moved, then ever less, and not while nobody looks at the app.
pub(crate) fn on_ticked(model: &mut Model) -> Vec<Effect> {
    // A question is waited for whatever became of the case.
    let asks = |case: &Case| case.entries.last().is_some_and(|entry| entry.kind == EntryKind::Question);
    let is_under_way = |case: &AsOf<Case>| !case.value.state.is_over() || asks(&case.value);
    let has_any = model.cases.iter().any(is_under_way) || model.joint.is_under_way();
    let is_due = model.is_in_front && has_any && model.following.tick(LONGEST_WAIT);
    if is_due { fetch(model) } else { Vec::new() }
}

fn place(model: &mut Model, case: Case, as_of: Timestamp) {
    match model.cases.iter_mut().find(|kept| kept.value.id == case.id) {
        Some(kept) => *kept = AsOf { value: case, as_of },
        None => model.cases.insert(0, AsOf { value: case, as_of }),
    }
    model.cases.sort_by_key(|case| std::cmp::Reverse(case.value.submitted_at));
}

/// The open mini-app is told of its own cases only.
fn tell_mini_app(model: &mut Model, case: &Case, now: Timestamp) -> Vec<Effect> {
    if !is_of_open(model, None, case) {
        return Vec::new();
    }
    let Some(state) =
        serde_json::to_value(&case.state).ok().and_then(|state| Some(state.as_str()?.to_owned()))
    else {
        return Vec::new();
    };
    mini_app::hosting::happen(model, now, |host, _| host.move_case(&case.id, &state))
}

/// A case that was kept has arrived: the mini-app that handed it in, if it is still open, is answered once more.
fn deliver(model: &mut Model, case: &Case, now: Timestamp) -> Vec<Effect> {
    deliver_for(model, None, case, now)
}

/// As [`deliver`], of a case that was handed in under this link for another.
pub(crate) fn deliver_for(
    model: &mut Model,
    on_behalf: Option<&HelperLinkId>,
    case: &Case,
    now: Timestamp,
) -> Vec<Effect> {
    if !is_of_open(model, on_behalf, case) {
        return Vec::new();
    }
    mini_app::hosting::happen(model, now, |host, _| host.deliver_case(&case.id))
}

fn is_of_open(model: &Model, on_behalf: Option<&HelperLinkId>, case: &Case) -> bool {
    let is_it =
        |open: &OpenMiniApp| open.place().app == case.app && open.arrival().on_behalf.as_ref() == on_behalf;
    model.open.as_ref().is_some_and(is_it)
}
