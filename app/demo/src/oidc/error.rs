//! What the token endpoint and its neighbours say when they refuse.

use axum::{
    Json,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_kit::NONCE_HEADER;
use fingertip_store::StoreError;
use serde_json::json;

/// An error of RFC 6749, 5.2, RFC 8693, 2.2.2, or RFC 9449, 5 and 8.
pub(crate) enum OauthError {
    InvalidRequest,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType,
    InvalidProof,
    InvalidTarget,
    /// With the nonce that is wanted.
    UseNonce(String),
    Server,
}

impl From<StoreError> for OauthError {
    fn from(_: StoreError) -> Self {
        Self::Server
    }
}

impl IntoResponse for OauthError {
    fn into_response(self) -> Response {
        let (status, error) = match self {
            Self::InvalidRequest => (StatusCode::BAD_REQUEST, "invalid_request"),
            Self::InvalidClient => (StatusCode::UNAUTHORIZED, "invalid_client"),
            Self::InvalidGrant => (StatusCode::BAD_REQUEST, "invalid_grant"),
            Self::UnsupportedGrantType => (StatusCode::BAD_REQUEST, "unsupported_grant_type"),
            Self::InvalidTarget => (StatusCode::BAD_REQUEST, "invalid_target"),
            Self::InvalidProof => (StatusCode::BAD_REQUEST, "invalid_dpop_proof"),
            Self::UseNonce(nonce) => {
                return ([(NONCE_HEADER, nonce)], Self::error(StatusCode::BAD_REQUEST, "use_dpop_nonce"))
                    .into_response();
            }
            Self::Server => (StatusCode::INTERNAL_SERVER_ERROR, "server_error"),
        };
        Self::error(status, error)
    }
}

impl OauthError {
    fn error(status: StatusCode, error: &str) -> Response {
        (status, [(header::CACHE_CONTROL, "no-store")], Json(json!({ "error": error }))).into_response()
    }
}

pub(crate) fn server(error: impl std::error::Error) -> OauthError {
    tracing::error!(%error, "tokens could not be made");
    OauthError::Server
}
