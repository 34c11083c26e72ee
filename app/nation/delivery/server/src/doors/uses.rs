//! How often services are used: what stands out, and what devices say.

use std::sync::Arc;

use axum::{Json, extract::State, http::StatusCode};
use fingertip_contract::{
    ProblemCode,
    use_counts::{ServiceUse, UseReport},
};
use fingertip_kit::{ApiError, body::JsonBody};

use crate::platform::Platform;

pub(crate) async fn list(State(platform): State<Arc<Platform>>) -> Json<Vec<ServiceUse>> {
    Json(platform.uses.told())
}

pub(crate) async fn report(
    State(platform): State<Arc<Platform>>,
    JsonBody(report): JsonBody<UseReport>,
) -> Result<StatusCode, ApiError> {
    if platform.uses.take(report, (platform.now)()) {
        Ok(StatusCode::NO_CONTENT)
    } else {
        Err(ProblemCode::InputInvalid.into())
    }
}
