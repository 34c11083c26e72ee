//! The doors of the platform, sorted by who stands at them. Which there are says the table of
//! [`fingertip_contract::api::routes`]; here stands who answers at each.

mod citizens {
    pub(super) mod cases;
    pub(super) mod helpers;
    pub(super) mod rating;
}
mod departments;
mod everybody;
mod gateway;
mod operator;

use std::{path::Path, sync::Arc};

use axum::{
    Router,
    handler::HandlerWithoutStateExt,
    routing::{delete, get, post, put},
};
use fingertip_contract::api;
use fingertip_kit::listener::{not_found, with_common};
use tower_http::services::ServeDir;

use crate::platform::Platform;
use citizens::{cases, helpers, rating};

/// Every route of the platform, and the static files of the TUF repository in `repository`.
pub(crate) fn router(platform: Arc<Platform>, repository: &Path) -> Router {
    let files = |folder: &str| ServeDir::new(repository.join(folder)).fallback(not_found.into_service());
    let routes = Router::new()
        .route(api::INFO, get(everybody::info))
        .route(api::CATALOGUE, get(everybody::catalogue).put(operator::replace_catalogue))
        .route(api::RATINGS, get(everybody::ratings))
        .route(api::CASES, get(cases::list).post(cases::submit))
        .route("/api/v1/cases/{case}", get(cases::show))
        .route("/api/v1/cases/{case}/rating", put(rating::rate))
        .route(api::HELPERS, get(helpers::list).post(helpers::accept))
        .route(api::HELPER_CODES, post(helpers::make))
        .route("/api/v1/helpers/{link}", delete(helpers::end))
        .route("/api/v1/helpers/{link}/cases", get(helpers::cases))
        .route("/api/v1/departments/{department}/cases/{case}/steps", post(departments::advance))
        .route("/api/v1/departments/{department}/jwks.json", get(everybody::department_keys))
        .route("/api/v1/departments/{department}/operations/{operation}", post(gateway::call))
        .with_state(platform)
        .nest_service("/repository/metadata", files("metadata"))
        .nest_service("/repository/targets", files("targets"));
    with_common(routes)
}
