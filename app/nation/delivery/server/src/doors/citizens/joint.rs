//! A person's joint cases: a life event handed in once per idempotency key with one form, listed, shown, taken back.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use fingertip_cases::{
    facts::{Request, check_facts},
    joint::{
        submission::{Fitting, JointSubmission},
        view,
        withdrawal::Withdrawal,
    },
};
use fingertip_contract::{
    JointCase, ProblemCode,
    api::{Operation, ProvenFacts, SubmitJointCase, WithdrawJointCase},
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf},
};
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::Transaction;

use super::super::{tagged::tagged_json, written::written};
use crate::{askers::Person, audit::Actor, platform::Platform};

pub(crate) async fn list(
    person: Person,
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let at = (platform.now)();
    let list = move |work: &Transaction<'_>| view::list(work, &person.subject, at);
    let joints: Vec<JointCase> = platform.database.run(list).await?;
    tagged_json(&headers, &joints)
}

pub(crate) async fn show(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
) -> Result<Json<JointCase>, ApiError> {
    let at = (platform.now)();
    let find = move |work: &Transaction<'_>| view::find(work, &person.subject, id.as_str(), at);
    let found: Option<JointCase> = platform.database.run(find).await?;
    Ok(Json(found.ok_or(ProblemCode::JointNotFound)?))
}

pub(crate) async fn submit(
    person: Person,
    State(platform): State<Arc<Platform>>,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(asked): JsonBody<SubmitJointCase>,
) -> Result<Response, ApiError> {
    let submission = Arc::new(JointSubmission::new(person.subject.clone(), key.clone(), asked)?);
    // What is here already is answered as it was, whatever has run out since.
    let same = Arc::clone(&submission);
    if let Some(before) = platform.database.run(move |work| same.once.answer_before(work)).await? {
        return Ok(written(StatusCode::CREATED, before));
    }
    // The cheap questions first, and again when it is received: the catalogue may be another by then.
    let fitting = fit(&platform, &submission)?;
    for department in fitting.departments() {
        person.check_assurance(platform.departments.needed_for_cases(department))?;
    }
    let request = Request { subject: &person.issuer_subject, audience: &platform.url, key: &key };
    let asked = &submission.asked;
    let proven =
        check_facts(person.issuer(&platform)?, (&asked.claims, asked.proof.as_deref()), request).await?;
    let at = Arc::clone(&platform);
    let (response, told) = platform.database.run(move |work| receive(&at, work, &submission, proven)).await?;
    platform.wake(&told);
    Ok(written(StatusCode::CREATED, response))
}

fn receive(
    platform: &Platform,
    work: &Transaction<'_>,
    submission: &JointSubmission,
    proven: Option<ProvenFacts>,
) -> Result<(String, Vec<DepartmentId>), ApiError> {
    if let Some(before) = submission.once.answer_before(work)? {
        return Ok((before, Vec::new()));
    }
    let fitting = fit(platform, submission)?;
    let received = submission.receive(work, fitting, proven, platform.around_joint())?;
    let actor = Actor::person(platform, submission.once.subject());
    actor.note(work, Operation::SubmitJointCase, received.id.as_str(), "")?;
    Ok((received.response, received.told))
}

/// Whether it fits what is offered now, and every department that has a step in it takes cases.
fn fit(platform: &Platform, submission: &JointSubmission) -> Result<Fitting, ApiError> {
    let fitting = submission.fit(&platform.shelf.offered().catalogue)?;
    let are_there = fitting.departments().all(|id| platform.departments.find(id).is_some());
    if are_there { Ok(fitting) } else { Err(ProblemCode::ServiceNotOnline.into()) }
}

pub(crate) async fn withdraw(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(asked): JsonBody<WithdrawJointCase>,
) -> Result<Response, ApiError> {
    let withdrawal = Withdrawal::new(person.subject, key, id, asked)?;
    let at = Arc::clone(&platform);
    let perform = move |work: &Transaction<'_>| -> Result<_, ApiError> {
        if let Some(before) = withdrawal.once.answer_before(work)? {
            return Ok((before, Vec::new()));
        }
        let done = withdrawal.perform(work, at.around_joint())?;
        let actor = Actor::person(&at, withdrawal.once.subject());
        actor.note(work, Operation::WithdrawJointCase, withdrawal.joint.as_str(), "")?;
        Ok(done)
    };
    let (response, told) = platform.database.run(perform).await?;
    platform.wake(&told);
    Ok(written(StatusCode::OK, response))
}
