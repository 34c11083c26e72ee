//! Every error that a client can meet, as `application/problem+json` (RFC 9457).

use std::time::Duration;

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::{Problem, ProblemCode};
use fingertip_store::{StoreError, sql};

/// The header that a nonce for the next proof of possession goes out in (RFC 9449 8).
pub const NONCE_HEADER: &str = "dpop-nonce";

/// Why a request was not done: a code with its status, and the words for whoever reads them.
#[derive(Debug, thiserror::Error)]
#[error("{title}")]
pub struct ApiError {
    code: ProblemCode,
    status: StatusCode,
    title: String,
    detail: Option<String>,
    retry_after: Option<Duration>,
    nonce: Option<Box<str>>,
    #[source]
    source: Option<Box<StoreError>>,
}

impl ApiError {
    /// Input that a department cannot use, with its own words for the person.
    #[must_use]
    pub fn input(detail: impl Into<String>) -> Self {
        Self { detail: Some(detail.into()), ..ProblemCode::InputInvalid.into() }
    }

    /// What a department answered, passed on with its own status and words.
    #[must_use]
    pub fn of_department(status: StatusCode, code: ProblemCode, detail: Option<String>) -> Self {
        let title = ProblemCode::DepartmentRefused.title().to_owned();
        Self { status, detail, title, ..code.into() }
    }

    /// A code with more in its title than it says by itself; never what a person typed.
    #[must_use]
    pub fn titled(code: ProblemCode, more: impl std::fmt::Display) -> Self {
        let title = format!("{}: {more}", code.title());
        Self { title, ..code.into() }
    }

    /// Which problem it is.
    #[must_use]
    pub fn code(&self) -> &ProblemCode {
        &self.code
    }

    /// With the nonce that the next proof of possession must hold, told in `DPoP-Nonce` (RFC 9449 9).
    #[must_use]
    pub fn wanting_nonce(self, nonce: String) -> Self {
        Self { nonce: Some(nonce.into()), ..self }
    }

    /// With the time after which it is worth asking again, told in `Retry-After` (RFC 9110, 10.2.3).
    #[must_use]
    pub fn after(self, wait: Duration) -> Self {
        Self { retry_after: Some(wait), ..self }
    }
}

impl From<ProblemCode> for ApiError {
    fn from(code: ProblemCode) -> Self {
        let status = StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        Self {
            status,
            title: code.title().to_owned(),
            detail: None,
            retry_after: None,
            nonce: None,
            source: None,
            code,
        }
    }
}

impl From<StoreError> for ApiError {
    fn from(error: StoreError) -> Self {
        Self { source: Some(Box::new(error)), ..ProblemCode::PlatformFailed.into() }
    }
}

impl From<sql::SqlError> for ApiError {
    fn from(error: sql::SqlError) -> Self {
        StoreError::Sql(error).into()
    }
}

impl From<jsonwebtoken::errors::Error> for ApiError {
    fn from(_: jsonwebtoken::errors::Error) -> Self {
        ProblemCode::PlatformFailed.into()
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        if let Some(source) = &self.source {
            tracing::error!(status = self.status.as_u16(), %source, "request failed");
        }
        let problem = Problem { code: self.code, title: self.title, detail: self.detail };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response =
            (self.status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        if let Some(wait) = self.retry_after {
            response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(wait.as_secs()));
        }
        if self.status == StatusCode::UNAUTHORIZED {
            let headers = response.headers_mut();
            match self.nonce.and_then(|nonce| HeaderValue::from_str(&nonce).ok()) {
                Some(nonce) => {
                    headers.insert(NONCE_HEADER, nonce);
                    let challenge = "DPoP error=\"use_dpop_nonce\", algs=\"ES256\"";
                    headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static(challenge));
                }
                None => {
                    // RFC 9449 7.2: both ways are told.
                    headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
                    let challenge = HeaderValue::from_static("DPoP algs=\"ES256\"");
                    headers.append(header::WWW_AUTHENTICATE, challenge);
                }
            }
        }
        response
    }
}
