//! Answers with an entity tag: whoever knows it already is told so, and nothing is sent twice (RFC 9110, 13.1.2).

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_catalogue::offered::etag_of;
use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, body::text_header};
use serde::Serialize;

/// JSON with its tag, or that it is as it was.
pub(super) fn tagged(headers: &HeaderMap, etag: &str, body: impl FnOnce() -> String) -> Response {
    tagged_as("application/json", headers, etag, body)
}

/// The same of another media type.
pub(super) fn tagged_as(
    media_type: &'static str,
    headers: &HeaderMap,
    etag: &str,
    body: impl FnOnce() -> String,
) -> Response {
    let tags = [(header::ETAG, etag.to_owned()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if text_header(headers, "if-none-match").is_some_and(|known| is_known(known, etag)) {
        return (StatusCode::NOT_MODIFIED, tags).into_response();
    }
    (tags, [(header::CONTENT_TYPE, media_type)], body()).into_response()
}

/// The same of what is written now: the tag is of what stands in it.
///
/// # Errors
/// `platform-failed` when it cannot be written.
pub(super) fn tagged_json(headers: &HeaderMap, value: &impl Serialize) -> Result<Response, ApiError> {
    let body = serde_json::to_string(value).map_err(|_| ProblemCode::PlatformFailed)?;
    Ok(tagged(headers, &etag_of(&body), || body))
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
