//! The catalogue: read by all with an entity tag, replaced by the operator.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::Catalogue;

use super::{
    auth::Operator,
    body::{JsonBody, text_header},
    problem::ApiError,
};
use crate::{
    domain,
    platform::{Offered, Platform},
    store,
};

pub(crate) async fn show(State(platform): State<Arc<Platform>>, headers: HeaderMap) -> Response {
    let offered = platform.offered();
    let tags = [(header::ETAG, offered.etag.clone()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if text_header(&headers, "if-none-match").is_some_and(|known| is_known(known, &offered.etag)) {
        return (StatusCode::NOT_MODIFIED, tags).into_response();
    }
    (tags, [(header::CONTENT_TYPE, "application/json")], offered.body.clone()).into_response()
}

pub(crate) async fn replace(
    _: Operator,
    State(platform): State<Arc<Platform>>,
    JsonBody(catalogue): JsonBody<Catalogue>,
) -> Result<Response, ApiError> {
    domain::catalogue::check(&catalogue)?;
    let offered = Offered::new(catalogue)?;
    let body = offered.body.clone();
    let etag = offered.etag.clone();
    platform.database.run(move |work| Ok::<_, ApiError>(store::catalogue::replace(work, &body)?)).await?;
    platform.offer(offered);
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, etag)]).into_response())
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
