//! A person's joint cases. No life event is begun with one form yet: each door says so.

use axum::Json;
use fingertip_contract::{
    JointCase, ProblemCode,
    api::{SubmitJointCase, WithdrawJointCase},
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf},
};
use fingertip_standard::CaseId;

use crate::askers::Person;

pub(crate) async fn list(_: Person) -> Json<Vec<JointCase>> {
    Json(Vec::new())
}

pub(crate) async fn submit(
    _: Person,
    _: IdempotencyKey,
    _: JsonBody<SubmitJointCase>,
) -> Result<Json<JointCase>, ApiError> {
    Err(ProblemCode::JointUnknown.into())
}

pub(crate) async fn show(_: Person, _: PathOf<CaseId>) -> Result<Json<JointCase>, ApiError> {
    Err(ProblemCode::JointNotFound.into())
}

pub(crate) async fn withdraw(
    _: Person,
    _: PathOf<CaseId>,
    _: IdempotencyKey,
    _: JsonBody<WithdrawJointCase>,
) -> Result<Json<JointCase>, ApiError> {
    Err(ProblemCode::JointNotFound.into())
}
