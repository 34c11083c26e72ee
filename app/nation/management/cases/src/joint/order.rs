//! Which step's turn it is: a step waits for those that it depends on, begins when all were decided in the person's favour and gave their
//! documents, and is not done where one was not.

use std::collections::{BTreeMap, BTreeSet};

use fingertip_contract::{
    Case, CaseState, Document, JointReason, JointReasonKind, JointService, JointStep, JointStepState,
};
use fingertip_store::joint::Step;
use jsonwebtoken::dangerous::insecure_decode_claims;

use crate::state;

/// What a department has decided on a step's case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Pending,
    InFavour,
    Against,
    Withdrawn,
}

/// The last decision in `case`. An objection sets it aside until there is another; one that is closed without another leaves it as it was.
pub(super) fn outcome_of(case: &Case) -> Outcome {
    use CaseState::{Appealed, Approved, Closed, Delivered, Refused, Rejected, Withdrawn};
    if case.state == Withdrawn {
        return Outcome::Withdrawn;
    }
    for step in case.steps.iter().rev() {
        match step.state {
            Approved | Delivered => return Outcome::InFavour,
            Refused | Rejected => return Outcome::Against,
            Appealed if case.state != Closed => return Outcome::Pending,
            _ => {}
        }
    }
    Outcome::Pending
}

/// Whether a decision against the person may still fall.
pub(super) fn may_be_objected_to(case: &Case) -> bool {
    outcome_of(case) == Outcome::Against && state::takes(case, &fingertip_contract::ActKind::Appeal)
}

/// The last document of this kind that came of `case`, as a JWS. Whose it is and who signed it was looked at when it came.
pub(super) fn document_of<'a>(case: &'a Case, kind: &str) -> Option<&'a str> {
    let is_of_kind = |jws: &&String| {
        insecure_decode_claims::<Document>(jws.as_bytes()).is_ok_and(|document| document.kind == kind)
    };
    case.documents.iter().rev().find(is_of_kind).map(String::as_str)
}

/// A step with its case, where it is one.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    pub(super) step: Step,
    pub(super) case: Option<Case>,
}

/// All steps, by their ids.
pub(super) type Standings = BTreeMap<String, Standing>;

/// What comes next of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Turn {
    /// It waits for these, in the order of the life event.
    Wait(Vec<String>),
    /// It begins.
    Begin,
    /// It is not done, for this reason, because of this step.
    Skip(JointReasonKind, String),
}

/// What comes next of `step`.
pub(super) fn turn_of(plan: &JointService, step: &JointStep, standings: &Standings) -> Turn {
    let mut waits = BTreeSet::new();
    for before in needed_before(plan, step, standings) {
        let Some(standing) = standings.get(before) else { continue };
        if standing.step.state == JointStepState::Skipped {
            return follow(before, standing.step.reason.as_ref());
        }
        match standing.case.as_ref().map_or(Outcome::Pending, outcome_of) {
            Outcome::InFavour => {}
            Outcome::Pending => drop(waits.insert(before)),
            Outcome::Against => return Turn::Skip(JointReasonKind::RefusedBefore, before.to_owned()),
            Outcome::Withdrawn => return Turn::Skip(JointReasonKind::WithdrawnBefore, before.to_owned()),
        }
    }
    for kind in &step.takes {
        let Some(giver) = plan.steps.iter().find(|other| other.gives.as_ref() == Some(kind)) else {
            continue;
        };
        let Some(case) = standings.get(&giver.id).and_then(|standing| standing.case.as_ref()) else {
            continue;
        };
        if outcome_of(case) != Outcome::InFavour || document_of(case, kind).is_some() {
            continue;
        }
        // It comes with the result, which is still on its way.
        if case.state == CaseState::Approved {
            waits.insert(&giver.id);
        } else {
            return Turn::Skip(JointReasonKind::NoDocument, giver.id.clone());
        }
    }
    if waits.is_empty() {
        return Turn::Begin;
    }
    let in_order = plan.steps.iter().filter(|step| waits.contains(step.id.as_str()));
    Turn::Wait(in_order.map(|step| step.id.clone()).collect())
}

/// The steps that `step` waits for; in the place of one that is not needed, those that it would have waited for.
fn needed_before<'a>(plan: &'a JointService, step: &'a JointStep, standings: &Standings) -> Vec<&'a str> {
    let mut open: Vec<&str> = step.depends_on.iter().rev().map(String::as_str).collect();
    let (mut seen, mut needed) = (BTreeSet::new(), Vec::new());
    while let Some(id) = open.pop() {
        if !seen.insert(id) {
            continue;
        }
        let is_needless = standings.get(id).is_some_and(|standing| {
            standing.step.state == JointStepState::Skipped
                && standing
                    .step
                    .reason
                    .as_ref()
                    .is_some_and(|reason| reason.kind == JointReasonKind::NotNeeded)
        });
        match plan.step(id) {
            Some(before) if is_needless => open.extend(before.depends_on.iter().rev().map(String::as_str)),
            _ => needed.push(id),
        }
    }
    needed
}

/// Because of a step that is not done itself.
fn follow(before: &str, reason: Option<&JointReason>) -> Turn {
    let because = reason.and_then(|reason| reason.step.clone()).unwrap_or_else(|| before.to_owned());
    let kind = match reason.map(|reason| &reason.kind) {
        Some(JointReasonKind::RefusedBefore) => JointReasonKind::RefusedBefore,
        Some(JointReasonKind::NoDocument) => JointReasonKind::NoDocument,
        _ => JointReasonKind::WithdrawnBefore,
    };
    Turn::Skip(kind, because)
}

#[cfg(test)]
mod tests;
