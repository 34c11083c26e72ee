//! A joint case as its person sees it: what the platform keeps of it and what happened in its steps' cases, on one line.

use fingertip_contract::{
    ActKind, Case, CaseState, EntryKind, JointCase, JointMoment, JointMomentKind, JointProgress,
    JointReasonKind, JointService, JointState, JointStepState,
};
use fingertip_kit::ApiError;
use fingertip_store::{StoreError, Transaction, joint, joint::Joint};
use jiff::Timestamp;

use super::{
    around::plan_of,
    order::{Outcome, Standing, Standings, Turn, outcome_of, turn_of},
    settle::load,
    skip::moment,
};
use crate::{ratings::with_follow_up, state};

/// A person's joint cases, newest first.
///
/// # Errors
/// The database refuses, or a row is damaged.
pub fn list(work: &Transaction<'_>, subject: &str, now: Timestamp) -> Result<Vec<JointCase>, ApiError> {
    joint::list(work, subject)?.iter().map(|of| show(work, of, now)).collect()
}

/// One joint case of this person; none where they have none with this reference.
///
/// # Errors
/// The database refuses, or a row is damaged.
pub fn find(
    work: &Transaction<'_>,
    subject: &str,
    id: &str,
    now: Timestamp,
) -> Result<Option<JointCase>, ApiError> {
    let of = joint::find(work, id)?.filter(|of| of.subject == subject);
    of.map(|of| show(work, &of, now)).transpose()
}

/// As its person sees it.
///
/// # Errors
/// The database refuses, or a row is damaged.
pub(super) fn show(work: &Transaction<'_>, of: &Joint, now: Timestamp) -> Result<JointCase, ApiError> {
    let plan = plan_of(of)?;
    let standings = load(work, of)?;
    let steps: Vec<JointProgress> = plan
        .steps
        .iter()
        .filter_map(|step| Some((step, standings.get(&step.id)?)))
        .map(|(step, standing)| {
            let waits_for = match turn_of(&plan, step, &standings) {
                Turn::Wait(waits) if standing.step.state == JointStepState::Waiting => waits,
                _ => Vec::new(),
            };
            let case = standing.case.clone().map(|case| with_follow_up(work, state::with_acts(case), now));
            let case = case.transpose()?;
            Ok(JointProgress {
                id: step.id.clone(),
                service: standing.step.service.clone(),
                department: standing.step.department.clone(),
                region: standing.step.region.clone(),
                state: standing.step.state.clone(),
                waits_for,
                takes: step.takes.clone(),
                reason: standing.step.reason.clone(),
                may_withdraw: may_withdraw(standing),
                case: case.map(Box::new),
            })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(JointCase {
        id: of.id.clone(),
        life_event: of.life_event.clone(),
        name: of.name.clone(),
        region: of.region.clone(),
        destination: of.destination.clone(),
        submitted_at: of.submitted_at,
        state: state_of(of, &standings),
        may_withdraw: !of.is_withdrawn && steps.iter().any(|step| step.may_withdraw),
        timeline: timeline(joint::moments(work, &of.id)?, &plan, &standings),
        steps,
    })
}

/// Whether a step can be taken back.
pub(super) fn may_withdraw(standing: &Standing) -> bool {
    match &standing.case {
        Some(case) => state::takes(case, &ActKind::Withdraw),
        None => matches!(standing.step.state, JointStepState::Waiting | JointStepState::Ready),
    }
}

fn state_of(of: &Joint, standings: &Standings) -> JointState {
    if of.is_withdrawn {
        return JointState::Withdrawn;
    }
    let cases = || standings.values().filter_map(|standing| standing.case.as_ref());
    if cases().any(|case| case.state.asks_person()) {
        return JointState::AsksPerson;
    }
    let is_to_begin = standings
        .values()
        .any(|standing| matches!(standing.step.state, JointStepState::Waiting | JointStepState::Ready));
    // What was decided in favour is done when the person has it.
    if is_to_begin
        || cases().any(|case| outcome_of(case) == Outcome::Pending || case.state == CaseState::Approved)
    {
        return JointState::UnderWay;
    }
    let is_done = |standing: &Standing| match &standing.case {
        Some(case) => outcome_of(case) == Outcome::InFavour,
        None => standing.step.reason.as_ref().is_some_and(|reason| reason.kind == JointReasonKind::NotNeeded),
    };
    if standings.values().all(is_done) { JointState::Done } else { JointState::Ended }
}

/// What the platform did and what happened in the cases, oldest first; of one moment in the order of the steps.
fn timeline(noted: Vec<JointMoment>, plan: &JointService, standings: &Standings) -> Vec<JointMoment> {
    let mut all = noted;
    for step in &plan.steps {
        let Some(case) = standings.get(&step.id).and_then(|standing| standing.case.as_ref()) else {
            continue;
        };
        // That it was received first is that it has begun.
        all.extend(case.steps.iter().skip(1).map(|moved| JointMoment {
            state: Some(moved.state.clone()),
            words: moved.note.clone().unwrap_or_default(),
            ..moment(moved.at, JointMomentKind::Moved, Some(&step.id))
        }));
        all.extend(told(case, &step.id));
    }
    all.sort_by_key(|moment| moment.at);
    all
}

fn told<'a>(case: &'a Case, step: &'a str) -> impl Iterator<Item = JointMoment> + 'a {
    let is_told = |kind: &EntryKind| matches!(kind, EntryKind::Escalation | EntryKind::PutAside);
    case.entries.iter().filter(move |entry| is_told(&entry.kind)).map(move |entry| JointMoment {
        words: entry.words.clone(),
        ..moment(entry.at, JointMomentKind::Told, Some(step))
    })
}
