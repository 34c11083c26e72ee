//! The platform's HTTP interface: one file per group of endpoints of [`fingertip_contract::api`].

pub(crate) mod auth;
pub(crate) mod body;
mod cases;
mod catalogue;
pub(crate) mod gateway;
mod helpers;
mod info;
pub(crate) mod problem;
mod rating;
mod steps;

use std::{path::Path, sync::Arc, time::Instant};

use axum::{
    Router,
    extract::{DefaultBodyLimit, MatchedPath, Request},
    handler::HandlerWithoutStateExt,
    middleware::{self, Next},
    response::Response,
    routing::{delete, get, post, put},
};
use fingertip_contract::api;
use tower_http::services::ServeDir;

use crate::platform::Platform;
use problem::ApiError;

/// The largest body of any request, in bytes.
const BODY_LIMIT: usize = 8 << 20;

/// Every route of the platform, and the static files of the TUF repository in `repository`.
pub(crate) fn router(platform: Arc<Platform>, repository: &Path) -> Router {
    let files = |folder: &str| ServeDir::new(repository.join(folder)).fallback(not_found.into_service());
    let routes = Router::new()
        .route(api::INFO, get(info::show))
        .route(api::CATALOGUE, get(catalogue::show).put(catalogue::replace))
        .route(api::RATINGS, get(rating::of_services))
        .route(api::CASES, get(cases::list).post(cases::submit))
        .route("/api/v1/cases/{case}", get(cases::show))
        .route("/api/v1/cases/{case}/rating", put(rating::rate))
        .route(api::HELPERS, get(helpers::list).post(helpers::accept))
        .route(api::HELPER_CODES, post(helpers::make))
        .route("/api/v1/helpers/{link}", delete(helpers::end))
        .route("/api/v1/helpers/{link}/cases", get(helpers::cases))
        .route("/api/v1/departments/{department}/cases/{case}/steps", post(steps::advance))
        .route("/api/v1/departments/{department}/jwks.json", get(info::department_keys))
        .route("/api/v1/departments/{department}/operations/{operation}", post(gateway::call))
        .with_state(platform)
        .nest_service("/repository/metadata", files("metadata"))
        .nest_service("/repository/targets", files("targets"));
    with_common(routes)
}

/// What both listeners share: problems for unknown paths and methods, the body limit, one log line a request.
pub(crate) fn with_common(routes: Router) -> Router {
    routes
        .fallback(not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(DefaultBodyLimit::max(BODY_LIMIT))
        .layer(middleware::from_fn(log))
}

async fn not_found() -> ApiError {
    ApiError::NotFound
}

async fn method_not_allowed() -> ApiError {
    ApiError::MethodNotAllowed
}

/// Logs the route, never the path: paths hold case references, queries hold codes.
async fn log(request: Request, next: Next) -> Response {
    let method = request.method().clone();
    let route =
        request.extensions().get::<MatchedPath>().map(|path| path.as_str().to_owned()).unwrap_or_default();
    let start = Instant::now();
    let response = next.run(request).await;
    tracing::info!(%method, route, status = response.status().as_u16(), took = ?start.elapsed(), "answered");
    response
}
