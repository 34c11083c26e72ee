//! A department moves one of its cases on.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_contract::{Case, CaseStep, Document, api::AdvanceCase};
use fingertip_standard::{CaseId, DepartmentId};
use jsonwebtoken::jwk::JwkSet;

use super::{
    auth::DepartmentBearer,
    body::{JsonBody, PathOf},
    problem::ApiError,
};
use crate::{domain, keys, platform::Platform, store};

pub(crate) async fn advance(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, id)): PathOf<(DepartmentId, CaseId)>,
    JsonBody(asked): JsonBody<AdvanceCase>,
) -> Result<Json<Case>, ApiError> {
    bearer.check(&platform, &department)?;
    let registered = platform.departments.get(&department).ok_or(ApiError::DepartmentUnknown)?;
    check_documents(&asked.documents, &department, &registered.keys)?;
    let change = move |work: &rusqlite::Transaction<'_>| {
        let mut case =
            store::cases::of_department(work, &department, id.as_str())?.ok_or(ApiError::CaseNotFound)?;
        let step = CaseStep { state: asked.state, at: domain::now(), note: asked.note };
        domain::case::advance(&mut case, step.clone(), &asked.documents)?;
        store::cases::advance(work, id.as_str(), &step, &asked.documents)?;
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
    if documents.iter().all(is_signed) { Ok(()) } else { Err(ApiError::DocumentInvalid) }
}
