//! Looks which steps' turn it is, after anything has changed in one of them, in the transaction in which it did.

use std::collections::BTreeSet;

use fingertip_contract::{
    Case, JointMomentKind, JointReason, JointReasonKind, JointService, JointStepState, ProblemCode,
};
use fingertip_kit::ApiError;
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{StoreError, Transaction, cases, joint, joint::Joint};
use jiff::{SignedDuration, Timestamp};

use super::{
    around::{Around, plan_of},
    begin::begin,
    order::{Outcome, Standing, Standings, Turn, may_be_objected_to, outcome_of, turn_of},
    skip::{moment, skip},
};

/// For how long what the person said is kept when only an objection could begin something: as long as one may object to a decision
/// (Administrative Reconsideration Law, 20: 60 days).
const OBJECTION: SignedDuration = SignedDuration::from_hours(60 * 24);

/// Settles the joint case of which `case` is a step, where it is one; says which departments have something new.
///
/// # Errors
/// The database refuses, or a row is damaged.
pub fn settle_of(
    work: &Transaction<'_>,
    case: &Case,
    around: Around<'_>,
) -> Result<Vec<DepartmentId>, ApiError> {
    match &case.joint {
        Some(of) => settle(work, &of.id, around),
        None => Ok(Vec::new()),
    }
}

/// Begins the steps whose turn it is and skips those that cannot be done any more, until nothing changes; says which departments have
/// something new.
///
/// # Errors
/// `joint-not-found`, or the database refuses, or a row is damaged.
pub(super) fn settle(
    work: &Transaction<'_>,
    id: &CaseId,
    around: Around<'_>,
) -> Result<Vec<DepartmentId>, ApiError> {
    let of = joint::find(work, id.as_str())?.ok_or(ProblemCode::JointNotFound)?;
    let plan = plan_of(&of)?;
    let mut standings = load(work, &of)?;
    let before: BTreeSet<CaseId> = begun(&standings).cloned().collect();
    // What was forgotten is not begun any more; where a reason has fallen it is too late.
    if of.content.is_some() && !of.is_withdrawn {
        // A step's turn depends on those before it alone: once through for each step is enough.
        for _ in 0..plan.steps.len() {
            if !go_through(work, (&of, &plan), &mut standings, around)? {
                break;
            }
        }
    }
    keep_or_forget(work, &of, &standings, around.now)?;
    let is_new =
        |standing: &&Standing| standing.step.case.as_ref().is_some_and(|case| !before.contains(case));
    Ok(standings.values().filter(is_new).map(|standing| standing.step.department.clone()).collect())
}

fn begun(standings: &Standings) -> impl Iterator<Item = &CaseId> {
    standings.values().filter_map(|standing| standing.step.case.as_ref())
}

/// Looks at each step once; says whether one came to stand elsewhere.
fn go_through(
    work: &Transaction<'_>,
    (of, plan): (&Joint, &JointService),
    standings: &mut Standings,
    around: Around<'_>,
) -> Result<bool, ApiError> {
    let mut has_changed = false;
    for step in &plan.steps {
        let Some(before) = standings.get(&step.id).map(|standing| standing.step.clone()) else { continue };
        if !is_open(&before.state, before.reason.as_ref()) {
            continue;
        }
        match turn_of(plan, step, standings) {
            Turn::Begin => {
                resume(work, of, standings, &step.id, around.now)?;
                begin(work, (of, plan), step, standings, around)?;
            }
            Turn::Wait(_) => resume(work, of, standings, &step.id, around.now)?,
            Turn::Skip(kind, because) => {
                skip(work, of, standings, &step.id, (kind, Some(because)), around.now)?;
            }
        }
        has_changed |= standings.get(&step.id).is_some_and(|now| now.step != before);
    }
    Ok(has_changed)
}

/// Whether a step may still begin.
fn is_open(state: &JointStepState, reason: Option<&JointReason>) -> bool {
    use JointReasonKind::{NoDocument, RefusedBefore};
    match state {
        JointStepState::Waiting | JointStepState::Ready => true,
        JointStepState::Skipped => {
            reason.is_some_and(|reason| matches!(reason.kind, RefusedBefore | NoDocument))
        }
        JointStepState::Begun | JointStepState::Unknown(_) => false,
    }
}

/// A step that was not to be done waits again: its reason has fallen.
fn resume(
    work: &Transaction<'_>,
    of: &Joint,
    standings: &mut Standings,
    id: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let Some(standing) = standings.get_mut(id) else { return Ok(()) };
    if standing.step.state == JointStepState::Skipped {
        standing.step.state = JointStepState::Waiting;
        standing.step.reason = None;
        joint::set_step(work, &of.id, &standing.step)?;
        joint::note(work, &of.id, &moment(now, JointMomentKind::Resumed, Some(id)))?;
    }
    Ok(())
}

/// The steps with their cases.
pub(super) fn load(work: &Transaction<'_>, of: &Joint) -> Result<Standings, StoreError> {
    let with_case = |step: joint::Step| {
        let case = match &step.case {
            Some(case) => cases::of_person(work, &of.subject, case.as_str())?,
            None => None,
        };
        Ok((step.id.clone(), Standing { step, case }))
    };
    joint::steps(work, &of.id)?.into_iter().map(with_case).collect()
}

/// What the person said is forgotten as soon as no step can need it, and some time after only an objection could make one.
fn keep_or_forget(
    work: &Transaction<'_>,
    of: &Joint,
    standings: &Standings,
    now: Timestamp,
) -> Result<(), StoreError> {
    if of.content.is_none() {
        return Ok(());
    }
    if of.is_withdrawn {
        return joint::forget(work, &of.id);
    }
    let is_to_begin =
        |standing: &Standing| matches!(standing.step.state, JointStepState::Waiting | JointStepState::Ready);
    let hangs = standings.values().any(|one| {
        one.step.state == JointStepState::Skipped && is_open(&one.step.state, one.step.reason.as_ref())
    });
    // Something that is not done hangs on a decision that is not the last one, or need not be.
    let cases = || standings.values().filter_map(|standing| standing.case.as_ref());
    if standings.values().any(is_to_begin)
        || hangs && cases().any(|case| outcome_of(case) == Outcome::Pending)
    {
        joint::keep_until(work, &of.id, None)
    } else if hangs && cases().any(may_be_objected_to) {
        let until = now.checked_add(OBJECTION).unwrap_or(now);
        joint::keep_until(work, &of.id, Some(until))
    } else {
        joint::forget(work, &of.id)
    }
}

#[cfg(test)]
mod tests;
