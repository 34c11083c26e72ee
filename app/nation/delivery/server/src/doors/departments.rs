//! A department moves one of its cases on.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_cases::state;
use fingertip_contract::{Case, CaseState, CaseStep, Document, ProblemCode, api::AdvanceCase};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
    clock, keys,
};
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{Transaction, cases};
use jsonwebtoken::jwk::JwkSet;

use crate::{askers::DepartmentBearer, platform::Platform};

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
    let registered = platform.departments.find(&department).ok_or(ProblemCode::DepartmentUnknown)?;
    check_documents(&asked.documents, &department, &registered.keys)?;
    let change = move |work: &Transaction<'_>| {
        let mut case =
            cases::of_department(work, &department, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
        let step = CaseStep { state: asked.state, at: clock::now(), note: asked.note };
        state::advance(&mut case, step.clone(), &asked.documents)?;
        cases::advance(work, id.as_str(), &step, &asked.documents)?;
        Ok(Json(case))
    };
    platform.database.run(change).await
}

/// A person is never handed a document that their shell would have to refuse.
fn check_documents(documents: &[String], department: &DepartmentId, keys: &JwkSet) -> Result<(), ApiError> {
    let validation = keys::plain_validation();
    let is_signed = |jws: &String| {
        keys::verify::<Document>(jws, keys, &validation).is_ok_and(|document| document.issuer == *department)
    };
    if documents.iter().all(is_signed) { Ok(()) } else { Err(ProblemCode::DocumentInvalid.into()) }
}
