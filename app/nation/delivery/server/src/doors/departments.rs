//! The doors of a department's programs: its token is looked at, the rest is done at its desk.

use std::{collections::HashMap, sync::Arc};

use axum::{
    Json,
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::{
    Case,
    api::{
        AFTER, AdvanceCase, CaseQueue, CaseReply, DeadLetter, DepartmentRating, DepartmentRatings,
        ExclusionRequest,
    },
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf},
};
use fingertip_standard::{CaseId, DepartmentId};

use crate::{
    askers::AskingDepartment,
    desk::{cases, letters, ratings},
    platform::Platform,
};

type At = State<Arc<Platform>>;
type After = Query<HashMap<String, String>>;

pub(crate) async fn list_cases(
    _: AskingDepartment,
    State(platform): At,
    PathOf(department): PathOf<DepartmentId>,
    Query(query): After,
) -> Result<Json<CaseQueue>, ApiError> {
    cases::list(&platform, department, query.get(AFTER).map(String::as_str)).await.map(Json)
}

pub(crate) async fn show_case(
    _: AskingDepartment,
    State(platform): At,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
) -> Result<Json<Case>, ApiError> {
    cases::show(&platform, department, id).await.map(Json)
}

pub(crate) async fn advance_case(
    _: AskingDepartment,
    State(platform): At,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
    JsonBody(asked): JsonBody<AdvanceCase>,
) -> Result<Json<Case>, ApiError> {
    cases::advance(&platform, department, id, asked).await.map(Json)
}

pub(crate) async fn reply_in_case(
    _: AskingDepartment,
    State(platform): At,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(asked): JsonBody<CaseReply>,
) -> Result<Response, ApiError> {
    let said = cases::reply(&platform, department, id, (key, asked)).await?;
    Ok((StatusCode::OK, [(header::CONTENT_TYPE, "application/json")], said).into_response())
}

pub(crate) async fn list_letters(
    _: AskingDepartment,
    State(platform): At,
    PathOf(department): PathOf<DepartmentId>,
) -> Result<Json<Vec<DeadLetter>>, ApiError> {
    Ok(Json(letters::list(&platform, department).await?))
}

pub(crate) async fn retry_letter(
    _: AskingDepartment,
    State(platform): At,
    PathOf((department, letter)): PathOf<(DepartmentId, String)>,
) -> Result<StatusCode, ApiError> {
    letters::retry(&platform, department, letter).await?;
    Ok(StatusCode::NO_CONTENT)
}

pub(crate) async fn list_ratings(
    _: AskingDepartment,
    State(platform): At,
    PathOf(department): PathOf<DepartmentId>,
    Query(query): After,
) -> Result<Json<DepartmentRatings>, ApiError> {
    ratings::list(&platform, department, query.get(AFTER).map(String::as_str)).await.map(Json)
}

pub(crate) async fn reply_to_rating(
    _: AskingDepartment,
    State(platform): At,
    PathOf((department, id)): PathOf<(DepartmentId, String)>,
    JsonBody(asked): JsonBody<CaseReply>,
) -> Result<Json<DepartmentRating>, ApiError> {
    ratings::reply(&platform, department, id, asked).await.map(Json)
}

pub(crate) async fn ask_for_exclusion(
    _: AskingDepartment,
    State(platform): At,
    PathOf((department, id)): PathOf<(DepartmentId, String)>,
    JsonBody(asked): JsonBody<ExclusionRequest>,
) -> Result<Json<DepartmentRating>, ApiError> {
    ratings::ask_for_exclusion(&platform, department, id, asked).await.map(Json)
}
