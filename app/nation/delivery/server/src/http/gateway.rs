//! The gateway: a mini-app's call to a registered operation of its own department, under the pairwise subject.

use std::{sync::Arc, time::Duration};

use axum::{Json, extract::State, http::StatusCode};
use fingertip_contract::api::{self, OperationReply, OperationRequest, Problem};
use fingertip_standard::{DepartmentId, OperationId, RunningApp, limits};

use super::{
    auth::Person,
    body::{JsonBody, PathOf, StampedApp},
    problem::ApiError,
};
use crate::{
    domain::pairwise,
    platform::{Platform, Registration},
};

/// The header with the person's pairwise subject.
pub(crate) const SUBJECT: &str = "fingertip-subject";
/// A department that takes longer is told as unavailable.
const PATIENCE: Duration = Duration::from_secs(10);

pub(crate) async fn call(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf((department, operation)): PathOf<(DepartmentId, OperationId)>,
    StampedApp(app): StampedApp,
    JsonBody(request): JsonBody<OperationRequest>,
) -> Result<Json<OperationReply>, ApiError> {
    if app.department != department {
        return Err(ApiError::WrongDepartment);
    }
    let registered = platform.departments.get(&department).ok_or(ApiError::DepartmentUnknown)?;
    if !registered.operations.contains(&operation) {
        return Err(ApiError::OperationUnknown);
    }
    if request.body.len() > limits::BODY_BYTES {
        return Err(ApiError::BodyTooLarge);
    }
    let subject = pairwise::derive_subject(&person.subject, &department, &platform.pairwise_secret);
    let asked = forward(&platform.client, registered, Call { operation, subject, app, body: request.body });
    let (status, body) = asked.await.map_err(|_| ApiError::DepartmentUnavailable)??;
    answer(status, body).map(Json)
}

struct Call {
    operation: OperationId,
    subject: String,
    app: RunningApp,
    body: String,
}

async fn forward(
    client: &reqwest::Client,
    registered: &Registration,
    call: Call,
) -> Result<Result<(StatusCode, String), ApiError>, reqwest::Error> {
    let Ok(app) = serde_json::to_string(&call.app) else { return Ok(Err(ApiError::RunningAppMalformed)) };
    let mut response = client
        .post(format!("{}/operations/{}", registered.backend, call.operation))
        .bearer_auth(&registered.token)
        .header(SUBJECT, call.subject)
        .header(api::RUNNING_APP, app)
        .header("content-type", "application/json")
        .timeout(PATIENCE)
        .body(call.body)
        .send()
        .await?;
    let status = response.status();
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        body.extend_from_slice(&chunk);
        if body.len() > limits::BODY_BYTES {
            return Ok(Err(ApiError::DepartmentUnavailable));
        }
    }
    Ok(String::from_utf8(body).map(|body| (status, body)).map_err(|_| ApiError::DepartmentUnavailable))
}

fn answer(status: StatusCode, body: String) -> Result<OperationReply, ApiError> {
    if status.is_success() {
        return Ok(OperationReply { body });
    }
    // A 401 or 403 is between the department and the platform: passed on, the shell would end the person's session.
    if !status.is_client_error() || matches!(status, StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN) {
        return Err(ApiError::DepartmentUnavailable);
    }
    let problem: Option<Problem> = serde_json::from_str(&body).ok();
    let (code, detail) =
        problem.map_or(("department-refused".to_owned(), None), |problem| (problem.code, problem.detail));
    Err(ApiError::Department { status, code, detail })
}
