//! A department looks at its cases, moves them on, and says something in them.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_cases::{
    documents::{Owner, check_result},
    replies, state,
};
use fingertip_contract::{
    Case, CaseState, ProblemCode,
    api::{AFTER, AdvanceCase, CaseQueue, CaseReply, Operation},
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf},
};
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{Transaction, cases, queue, values::text_of};

use crate::{askers::DepartmentBearer, audit::Actor, platform::Platform};

pub(crate) async fn list(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf(department): PathOf<DepartmentId>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Json<CaseQueue>, ApiError> {
    bearer.check(&platform, &department)?;
    // A place that nobody gave is the beginning: it may be one of another version.
    let after =
        query.get(AFTER).and_then(|text| queue::Place::read(text)).unwrap_or_else(queue::Place::first);
    let list = move |work: &Transaction<'_>| {
        let mut cases = queue::list(work, &department, &after, CaseQueue::MOST + 1)?;
        let has_more = cases.len() > CaseQueue::MOST;
        cases.truncate(CaseQueue::MOST);
        let next = if has_more { cases.last().map(|case| queue::Place::of(case).written()) } else { None };
        Ok(Json(CaseQueue { cases, next }))
    };
    platform.database.run(list).await
}

pub(crate) async fn show(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
) -> Result<Json<Case>, ApiError> {
    bearer.check(&platform, &department)?;
    let find = move |work: &Transaction<'_>| {
        let found = cases::of_department(work, &department, id.as_str())?;
        let (_, case) = found.ok_or(ProblemCode::CaseNotFound)?;
        Actor::department(&department).note(work, Operation::ShowDepartmentCase, id.as_str(), "")?;
        Ok(Json(case))
    };
    platform.database.run(find).await
}

pub(crate) async fn advance(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
    JsonBody(asked): JsonBody<AdvanceCase>,
) -> Result<Json<Case>, ApiError> {
    bearer.check(&platform, &department)?;
    // What reads newer states is the phone; here nobody could say what follows one.
    if let CaseState::Unknown(_) = asked.state {
        return Err(ProblemCode::BodyMalformed.into());
    }
    let keys = platform.departments.find(&department).ok_or(ProblemCode::DepartmentUnknown)?.keys.clone();
    let (pairwise_secret, days, now) =
        (platform.pairwise_secret.clone(), platform.working_days.clone(), platform.now);
    let change = move |work: &Transaction<'_>| {
        let (subject, mut case) =
            cases::of_department(work, &department, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
        let owner = Owner { subject: &subject, pairwise_secret: &pairwise_secret };
        check_result(&asked.documents, &department, &keys, owner)?;
        let step = state::advance(&mut case, &asked, now(), &days)?;
        cases::advance(work, &case, Some(&step), &asked.documents)?;
        let actor = Actor::department(&department);
        actor.note(work, Operation::AdvanceCase, id.as_str(), &text_of(&case.state))?;
        Ok(Json(case))
    };
    platform.database.run(change).await
}

pub(crate) async fn reply(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(asked): JsonBody<CaseReply>,
) -> Result<Response, ApiError> {
    bearer.check(&platform, &department)?;
    let say = move |work: &Transaction<'_>| {
        let said = replies::reply(work, (&department, &id), &key, asked)?;
        if said.is_new {
            Actor::department(&department).note(work, Operation::ReplyInCase, id.as_str(), "")?;
        }
        Ok::<_, ApiError>(said.response)
    };
    let said = platform.database.run(say).await?;
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], said).into_response())
}
