//! What is open to all: the platform's own data, the catalogue with an entity tag, what people think of services, and
//! the departments' keys.

use std::sync::{Arc, LazyLock};

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::{
    ProblemCode, ServiceRating,
    api::{PlatformInfo, openapi::describe},
};
use fingertip_kit::{
    ApiError,
    body::{PathOf, text_header},
};
use fingertip_standard::DepartmentId;
use fingertip_store::cases;
use jsonwebtoken::jwk::JwkSet;

use crate::platform::Platform;

pub(crate) async fn info(State(platform): State<Arc<Platform>>) -> Json<PlatformInfo> {
    Json(platform.info.clone())
}

/// The same for whole versions of this program, so it is written once.
pub(crate) async fn interface() -> Response {
    static INTERFACE: LazyLock<String> = LazyLock::new(|| describe().to_string());
    ([(header::CONTENT_TYPE, "application/json")], INTERFACE.as_str()).into_response()
}

pub(crate) async fn catalogue(State(platform): State<Arc<Platform>>, headers: HeaderMap) -> Response {
    let offered = platform.shelf.offered();
    let tags = [(header::ETAG, offered.etag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if text_header(&headers, "if-none-match").is_some_and(|known| is_known(known, &offered.etag)) {
        return (StatusCode::NOT_MODIFIED, tags).into_response();
    }
    (tags, [(header::CONTENT_TYPE, "application/json")], offered.body.clone()).into_response()
}

pub(crate) async fn ratings(
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<ServiceRating>>, ApiError> {
    platform.database.run(|work| Ok(Json(cases::ratings(work, ServiceRating::LEAST)?))).await
}

pub(crate) async fn department_keys(
    State(platform): State<Arc<Platform>>,
    PathOf(department): PathOf<DepartmentId>,
) -> Result<Json<JwkSet>, ApiError> {
    let registered = platform.departments.find(&department).ok_or(ProblemCode::DepartmentUnknown)?;
    Ok(Json(registered.keys.clone()))
}

/// `If-None-Match` compares weakly (RFC 9110, 13.1.2).
fn is_known(known: &str, etag: &str) -> bool {
    known.split(',').map(str::trim).any(|tag| tag == "*" || tag.strip_prefix("W/").unwrap_or(tag) == etag)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_of_the_known_tags_matches() {
        assert!(is_known("\"a\"", "\"a\""));
        assert!(is_known("\"b\", W/\"a\"", "\"a\""));
        assert!(is_known("*", "\"a\""));
        assert!(!is_known("\"b\"", "\"a\""));
    }
}
