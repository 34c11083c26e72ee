//! An answer that is written already: as it was kept, or just now.

use axum::{
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

/// JSON as it is.
pub(super) fn written(status: StatusCode, json: String) -> Response {
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}
