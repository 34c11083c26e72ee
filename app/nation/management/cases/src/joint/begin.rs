//! A step whose turn has come becomes a case of its department, with what it is given and the documents of the steps before it.

use std::collections::BTreeMap;

use fingertip_contract::{
    CaseOfJoint, JointMoment, JointMomentKind, JointReasonKind, JointService, JointStep, JointStepState,
    ProblemCode,
    api::{DispatchedCase, DispatchedJoint, SubmitCase},
    joint::form_app,
};
use fingertip_kit::{ApiError, clock};
use fingertip_standard::RunningApp;
use fingertip_store::{
    Transaction,
    audit::{self, Note},
    cases, joint,
    joint::Joint,
    outbox::NewParcel,
    persons,
    values::json_of,
};

use super::{
    around::Around,
    content::Content,
    order::{Standing, Standings, document_of},
    skip::{moment, skip},
};
use crate::{
    deliveries,
    documents::{Owner, check_handed_in},
    pairwise,
    state::{self, NewCase},
    submission::free_reference,
};

/// Begins `step`, or says why it is not done; leaves it ready where its department is not there.
///
/// # Errors
/// The database refuses, or a row is damaged.
pub(super) fn begin(
    work: &Transaction<'_>,
    (of, plan): (&Joint, &JointService),
    step: &JointStep,
    standings: &mut Standings,
    around: Around<'_>,
) -> Result<(), ApiError> {
    let Some(mut standing) = standings.get(&step.id).cloned() else { return Ok(()) };
    let Some(content) = &of.content else { return Ok(()) };
    if around.departments.find(&standing.step.department).is_none() {
        if standing.step.state != JointStepState::Ready {
            standing.step.state = JointStepState::Ready;
            standing.step.reason = None;
            joint::set_step(work, &of.id, &standing.step)?;
            standings.insert(step.id.clone(), standing);
        }
        return Ok(());
    }
    let handed_on = handed_on(plan, step, standings);
    let documents: Vec<String> = handed_on.iter().map(|(_, _, jws)| jws.clone()).collect();
    // At the door as all documents are: the day of one may have passed, or its department's key been withdrawn.
    let names = persons::names(work, &of.subject)?;
    let owner = Owner { names: &names, pairwise_secret: around.pairwise_secret };
    if check_handed_in(&documents, around.departments, owner).is_err() {
        let giver = handed_on.first().map(|(giver, _, _)| giver.clone());
        return skip(work, of, standings, &step.id, (JointReasonKind::NoDocument, giver), around.now);
    }
    let content: Content = json_of("joint_cases", content)?;
    let given = content.given_to(plan, step, joint::files(work, &of.id)?);
    let body = serde_json::to_string(&given.answers).map_err(|_| ProblemCode::PlatformFailed)?;
    let id = free_reference(work, &standing.step.department)?;
    let app = form_app(&of.life_event);
    let new = NewCase {
        id: id.clone(),
        service: standing.step.service.clone(),
        department: standing.step.department.clone(),
        region: standing.step.region.clone(),
        app: app.clone(),
        promised_days: standing.step.promised_days,
        handed_in_by: None,
        joint: Some(CaseOfJoint { id: of.id.clone(), step: step.id.clone() }),
    };
    let case = state::receive(new, around.now);
    cases::insert(work, &of.subject, None, &case)?;
    let department = case.department.clone();
    let dispatched = DispatchedCase {
        id: id.clone(),
        subject: pairwise::derive_subject(&of.subject, &department, around.pairwise_secret),
        app: RunningApp { department: department.clone(), app, version: 0, sha256: String::new() },
        case: SubmitCase {
            service: case.service.clone(),
            region: case.region.clone(),
            body,
            documents,
            files: given.files,
            claims: BTreeMap::new(),
            proof: None,
            told: BTreeMap::new(),
            on_behalf: None,
        },
        proven: given.proven,
        joint: Some(DispatchedJoint {
            id: of.id.clone(),
            life_event: of.life_event.clone(),
            step: step.id.clone(),
        }),
    };
    let body = serde_json::to_string(&dispatched).map_err(|_| ProblemCode::PlatformFailed)?;
    let reference = id.as_str();
    let parcel = NewParcel {
        id: reference,
        case_id: reference,
        department: department.as_str(),
        path: "/cases",
        body: &body,
    };
    // Deliveries go by the machine's clock, whatever the nation's day is.
    deliveries::put(work, &parcel, clock::now().as_millisecond())?;
    for (giver, kind, _) in handed_on {
        let moment = JointMoment {
            from_step: Some(giver),
            document: Some(kind),
            ..moment(around.now, JointMomentKind::HandedOn, Some(&step.id))
        };
        joint::note(work, &of.id, &moment)?;
    }
    joint::note(work, &of.id, &moment(around.now, JointMomentKind::Begun, Some(&step.id)))?;
    let note = Note { actor: "platform", action: "begin-step", object: reference, detail: &step.id };
    audit::note(work, &note, around.now.as_millisecond())?;
    standing.step.state = JointStepState::Begun;
    standing.step.reason = None;
    standing.step.case = Some(id);
    joint::set_step(work, &of.id, &standing.step)?;
    standings.insert(step.id.clone(), Standing { case: Some(case), ..standing });
    Ok(())
}

/// The documents that `step` takes: from which step, of which kind, and the JWS.
fn handed_on(plan: &JointService, step: &JointStep, standings: &Standings) -> Vec<(String, String, String)> {
    let find = |kind: &String| {
        let giver = plan.steps.iter().find(|other| other.gives.as_ref() == Some(kind))?;
        let jws = document_of(standings.get(&giver.id)?.case.as_ref()?, kind)?;
        Some((giver.id.clone(), kind.clone(), jws.to_owned()))
    };
    step.takes.iter().filter_map(find).collect()
}
