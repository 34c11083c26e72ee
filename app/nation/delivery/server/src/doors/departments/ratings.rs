//! A department reads what people think of how it handled their cases, and answers for it.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::{Query, State},
};
use fingertip_cases::ratings as rules;
use fingertip_contract::api::{
    AFTER, CaseReply, DepartmentRating, DepartmentRatings, ExclusionRequest, Operation,
};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
};
use fingertip_standard::DepartmentId;
use fingertip_store::{Transaction, ratings as kept};

use crate::{askers::DepartmentBearer, audit::Actor, platform::Platform};

pub(crate) async fn list(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf(department): PathOf<DepartmentId>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Json<DepartmentRatings>, ApiError> {
    bearer.check(&platform, &department)?;
    let before = query.get(AFTER).and_then(|text| text.parse().ok()).unwrap_or(i64::MAX);
    let at = (platform.now)();
    let list = move |work: &Transaction<'_>| {
        let mut found = kept::list(work, &department, before, DepartmentRatings::MOST + 1)?;
        let has_more = found.len() > DepartmentRatings::MOST;
        found.truncate(DepartmentRatings::MOST);
        let next = if has_more { found.last().map(|rating| rating.position.to_string()) } else { None };
        let ratings = found.iter().map(|rating| rules::show(rating, at)).collect();
        Ok(Json(DepartmentRatings { ratings, next }))
    };
    platform.database.run(list).await
}

pub(crate) async fn reply(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, id)): PathOf<(DepartmentId, String)>,
    JsonBody(asked): JsonBody<CaseReply>,
) -> Result<Json<DepartmentRating>, ApiError> {
    bearer.check(&platform, &department)?;
    let at = (platform.now)();
    let reply = move |work: &Transaction<'_>| {
        let rating = rules::reply(work, (&department, &id), asked, at)?;
        Actor::department(&department).note(work, Operation::ReplyToRating, &id, "")?;
        Ok(Json(rating))
    };
    platform.database.run(reply).await
}

pub(crate) async fn ask_for_exclusion(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, id)): PathOf<(DepartmentId, String)>,
    JsonBody(asked): JsonBody<ExclusionRequest>,
) -> Result<Json<DepartmentRating>, ApiError> {
    bearer.check(&platform, &department)?;
    let at = (platform.now)();
    let ask = move |work: &Transaction<'_>| {
        let rating = rules::ask_for_exclusion(work, (&department, &id), asked, at)?;
        Actor::department(&department).note(work, Operation::AskForExclusion, &id, "")?;
        Ok(Json(rating))
    };
    platform.database.run(ask).await
}
