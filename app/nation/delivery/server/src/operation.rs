//! The doors of whoever runs the platform, on a port of their own that no proxy shows to the outside: whether it lives, whether it is ready for
//! requests, what it counts.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use fingertip_kit::{ApiError, listener};
use fingertip_store::outbox;

use crate::platform::Platform;

/// How long the database may take to say that it is there.
const PATIENCE: Duration = Duration::from_secs(2);

/// `/live`, `/ready` and `/metrics`.
pub(crate) fn router(platform: Arc<Platform>) -> Router {
    let routes = Router::new()
        .route("/live", get(|| async { StatusCode::NO_CONTENT }))
        .route("/ready", get(ready))
        .route("/metrics", get(metrics))
        .with_state(platform);
    listener::with_common(routes)
}

/// Ready is who is not about to end and whose database answers.
async fn ready(State(platform): State<Arc<Platform>>) -> StatusCode {
    if platform.readiness.has_ended() {
        return StatusCode::SERVICE_UNAVAILABLE;
    }
    match tokio::time::timeout(PATIENCE, platform.database.answers()).await {
        Ok(Ok(())) => StatusCode::NO_CONTENT,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

async fn metrics(State(platform): State<Arc<Platform>>) -> Result<Response, ApiError> {
    let waiting = platform.database.look(outbox::count_waiting).await?;
    let text = platform
        .metrics
        .written(waiting)
        .map_err(|_| ApiError::from(fingertip_contract::ProblemCode::PlatformFailed))?;
    let kind = "application/openmetrics-text; version=1.0.0; charset=utf-8";
    Ok(([(header::CONTENT_TYPE, kind)], text).into_response())
}
