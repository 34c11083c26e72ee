//! What a department did not take: listed, and brought to it again.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use fingertip_contract::{
    ProblemCode,
    api::{DeadLetter, Operation},
};
use fingertip_kit::{ApiError, body::PathOf, clock};
use fingertip_standard::DepartmentId;
use fingertip_store::{StoreError, Transaction, outbox};

use crate::{askers::DepartmentBearer, audit::Actor, platform::Platform};

pub(crate) async fn list(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf(department): PathOf<DepartmentId>,
) -> Result<Json<Vec<DeadLetter>>, ApiError> {
    bearer.check(&platform, &department)?;
    let list = move |work: &Transaction<'_>| outbox::dead_letters(work, &department);
    let letters: Result<Vec<DeadLetter>, StoreError> = platform.database.run(list).await;
    Ok(Json(letters?))
}

pub(crate) async fn retry(
    bearer: DepartmentBearer,
    State(platform): State<Arc<Platform>>,
    PathOf((department, letter)): PathOf<(DepartmentId, String)>,
) -> Result<StatusCode, ApiError> {
    bearer.check(&platform, &department)?;
    let (id, now_ms) = (department.clone(), clock::now().as_millisecond());
    let put_back = move |work: &Transaction<'_>| {
        let case = outbox::retry(work, &id, &letter, now_ms)?;
        if let Some(case) = &case {
            Actor::department(&id).note(work, Operation::RetryDeadLetter, case, "")?;
        }
        Ok(case)
    };
    let case: Result<Option<String>, StoreError> = platform.database.run(put_back).await;
    case?.ok_or(ProblemCode::DeadLetterUnknown)?;
    if let Some(registered) = platform.departments.find(&department) {
        registered.wake.notify_one();
    }
    Ok(StatusCode::NO_CONTENT)
}
