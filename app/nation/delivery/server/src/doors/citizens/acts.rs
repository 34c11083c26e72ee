//! A person does something in a case of theirs.

use std::sync::Arc;

use axum::{extract::State, http::StatusCode, response::Response};
use fingertip_cases::{
    acts::{Act, Around},
    documents::{Owner, check_handed_in},
    joint::settle::settle_of,
};
use fingertip_contract::{
    Document,
    api::{CaseAct, Operation},
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf},
};
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{StoreError, Transaction, persons, values::text_of};

use super::super::written::written;
use crate::{askers::Person, audit::Actor, platform::Platform};

pub(crate) async fn act(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(case): PathOf<CaseId>,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(asked): JsonBody<CaseAct>,
) -> Result<Response, ApiError> {
    let act = Arc::new(Act::new(person.subject.clone(), key, case, asked)?);
    // What was done already is answered as it was, whatever has run out since.
    let same = Arc::clone(&act);
    if let Some(before) = platform.database.run(move |work| same.once.answer_before(work)).await? {
        return Ok(written(StatusCode::OK, before));
    }
    let subject = person.subject.clone();
    let names: Result<Vec<String>, StoreError> =
        platform.database.run(move |work| persons::names(work, &subject)).await;
    let owner = Owner { names: &names?, pairwise_secret: &platform.pairwise_secret };
    let documents = check_handed_in(&act.asked.documents, &platform.departments, owner)?;
    let at = Arc::clone(&platform);
    let (response, told) = platform.database.run(move |work| perform(&at, work, &act, &documents)).await?;
    platform.wake(&told);
    Ok(written(StatusCode::OK, response))
}

fn perform(
    platform: &Platform,
    work: &Transaction<'_>,
    act: &Act,
    documents: &[Document],
) -> Result<(String, Vec<DepartmentId>), ApiError> {
    if let Some(before) = act.once.answer_before(work)? {
        return Ok((before, Vec::new()));
    }
    let around = Around {
        now: (platform.now)(),
        working_days: &platform.working_days,
        pairwise_secret: &platform.pairwise_secret,
    };
    let performed = act.perform(work, documents, around)?;
    let actor = Actor::person(platform, act.once.subject());
    actor.note(work, Operation::ActOnCase, act.case.as_str(), &text_of(&performed.kind))?;
    let mut told = settle_of(work, &performed.case, platform.around_joint())?;
    told.push(performed.case.department);
    Ok((performed.response, told))
}
