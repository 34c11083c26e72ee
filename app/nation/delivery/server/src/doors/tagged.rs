//! Answers with an entity tag: whoever knows it already is told so, and nothing is sent twice (RFC 9110, 13.1.2).

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_kit::body::text_header;

/// JSON with its tag, or that it is as it was.
pub(super) fn tagged(headers: &HeaderMap, etag: &str, body: impl FnOnce() -> String) -> Response {
    let tags = [(header::ETAG, etag.to_owned()), (header::CACHE_CONTROL, "no-cache".to_owned())];
    if text_header(headers, "if-none-match").is_some_and(|known| is_known(known, etag)) {
        return (StatusCode::NOT_MODIFIED, tags).into_response();
    }
    (tags, [(header::CONTENT_TYPE, "application/json")], body()).into_response()
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
