//! A department moves one of its cases on.

use std::sync::Arc;

use crate::{askers::DepartmentBearer, platform::Platform};
use axum::{Json, extract::State};
use fingertip_cases::{
    documents::{Owner, check_result},
    state,
};
use fingertip_contract::{Case, CaseState, CaseStep, ProblemCode, api::AdvanceCase};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
    clock,
};
use fingertip_standard::{CaseId, DepartmentId};
use fingertip_store::{Transaction, cases};

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
    let (pairwise_secret, days) = (platform.pairwise_secret.clone(), platform.working_days.clone());
    let change = move |work: &Transaction<'_>| {
        let (subject, mut case) =
            cases::of_department(work, &department, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
        let owner = Owner { subject: &subject, pairwise_secret: &pairwise_secret };
        check_result(&asked.documents, &department, &keys, owner)?;
        let step = CaseStep { state: asked.state, at: clock::now(), note: asked.note };
        state::advance(&mut case, step.clone(), &asked.documents, &days)?;
        cases::advance(work, &case, &step, &asked.documents)?;
        Ok(Json(case))
    };
    platform.database.run(change).await
}
