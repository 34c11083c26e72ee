//! A department's backend, over the same HTTP that a real department's would speak.

use std::sync::Arc;

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    middleware::from_fn_with_state,
    response::{IntoResponse, Response},
    routing::{get, post, put},
};
use fingertip_contract::{
    ProblemCode,
    api::{DispatchedAct, DispatchedCase, Operation, SUBJECT},
};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf, RawBody, StampedApp, text_header},
    clock,
    webhooks::{FromPlatform, WebhookDoor, only_of_platform},
};
use fingertip_standard::{CaseId, OperationId};
use fingertip_store::{StoreError, Transaction};

use crate::{
    department::{Backend, Call},
    desk, standing,
};

impl FromPlatform for Backend {
    fn door(&self) -> &WebhookDoor {
        &self.door
    }

    fn keys_url(&self) -> String {
        format!("{}{}", self.platform_url, Operation::ShowPlatformKeys.route().path)
    }
}

/// The backend's routes, to be nested under `/departments/{id}`.
pub(crate) fn router(backend: Arc<Backend>) -> Router {
    let told = Router::new()
        .route("/cases", post(take_case))
        .route("/cases/{case}/acts", post(take_act))
        .route("/operations/{operation}", post(operate))
        .layer(from_fn_with_state(Arc::clone(&backend), only_of_platform::<Backend>));
    told.route("/status/{list}", get(standing::show_list))
        .route("/documents/{document}/standing", put(standing::change))
        .with_state(backend)
}

/// Stored before it is acknowledged; a case told twice is one case.
async fn take_case(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
    JsonBody(case): JsonBody<DispatchedCase>,
) -> Result<StatusCode, ApiError> {
    backend.check_token(&headers)?;
    let department = backend.department.id();
    let due_ms = desk::in_ms(backend.pace);
    let take = move |work: &Transaction<'_>| desk::take(work, &department, &case, due_ms);
    let taken: Result<(), StoreError> = backend.database.run(take).await;
    taken?;
    backend.wake.notify_one();
    Ok(StatusCode::ACCEPTED)
}

/// Stored before it is acknowledged; an act told twice is one act.
async fn take_act(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
    PathOf(case): PathOf<CaseId>,
    JsonBody(act): JsonBody<DispatchedAct>,
) -> Result<StatusCode, ApiError> {
    backend.check_token(&headers)?;
    if act.case != case {
        return Err(ProblemCode::BodyMalformed.into());
    }
    let department = backend.department.id();
    let due_ms = desk::in_ms(backend.pace);
    let take = move |work: &Transaction<'_>| desk::take_act(work, &department, &act, due_ms);
    let is_known: Result<bool, StoreError> = backend.database.run(take).await;
    if !is_known? {
        return Err(ProblemCode::CaseNotFound.into());
    }
    backend.wake.notify_one();
    Ok(StatusCode::ACCEPTED)
}

async fn operate(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
    PathOf(operation): PathOf<OperationId>,
    StampedApp(app): StampedApp,
    RawBody(body): RawBody,
) -> Result<Response, ApiError> {
    backend.check_token(&headers)?;
    let subject = text_header(&headers, SUBJECT).ok_or(ProblemCode::DepartmentTokenInvalid)?.to_owned();
    let call = Call { subject, app, body: body.to_vec(), now: clock::now() };
    let answered = backend.department.operate(&backend, &operation, call).await?;
    Ok(([(header::CONTENT_TYPE, "application/json")], answered).into_response())
}
