//! Every error that a client can meet, as `application/problem+json` (RFC 9457).

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::api::Problem;

use crate::{
    domain::{
        case::CaseRefusal,
        catalogue::{CatalogueFlaw, SubmitRefusal},
        helper::HelperRefusal,
    },
    store::StoreError,
};

/// Why a request was not done. The text is the problem's title.
#[derive(Debug, thiserror::Error)]
pub(crate) enum ApiError {
    #[error("there is nothing at this address")]
    NotFound,
    #[error("this address does not take that method")]
    MethodNotAllowed,
    #[error("the body does not read as what belongs here")]
    BodyMalformed,
    #[error("the body is too large")]
    BodyTooLarge,
    #[error("the access token is missing or not valid here")]
    TokenInvalid,
    #[error("the access token has expired")]
    TokenExpired,
    #[error("the operator's token is missing or wrong")]
    OperatorTokenInvalid,
    #[error("the department's token is missing or wrong")]
    DepartmentTokenInvalid,
    #[error("the identity provider does not answer")]
    IssuerUnavailable,
    #[error("the header that names the running mini-app is missing or malformed")]
    RunningAppMalformed,
    #[error("the running mini-app belongs to another department")]
    WrongDepartment,
    #[error("the idempotency key is missing or malformed")]
    IdempotencyKeyMalformed,
    #[error("the idempotency key was used for another request")]
    IdempotencyKeyReused,
    #[error("there is no such service")]
    ServiceUnknown,
    #[error("the department takes no cases online")]
    ServiceNotOnline,
    #[error("the service is not offered in this region")]
    RegionNotServed,
    #[error("there is no such case")]
    CaseNotFound,
    #[error("{0}")]
    Case(#[from] CaseRefusal),
    #[error("the identity provider does not tell this person's name")]
    NameUnknown,
    #[error("{0}")]
    Helper(#[from] HelperRefusal),
    #[error("nobody helps under this link")]
    HelperLinkUnknown,
    #[error("there is no such department")]
    DepartmentUnknown,
    #[error("the department has no such operation")]
    OperationUnknown,
    #[error("the department does not answer")]
    DepartmentUnavailable,
    #[error("the department refuses")]
    Department { status: StatusCode, code: String, detail: Option<String> },
    #[error("a document is not signed by the department")]
    DocumentInvalid,
    #[error("the catalogue contradicts itself: {0}")]
    Catalogue(#[from] CatalogueFlaw),
    #[error("the input cannot be used")]
    Input { detail: &'static str },
    #[error("the amount or currency cannot be paid here")]
    PaymentRefused,
    #[error("the platform could not do it")]
    Store(#[from] StoreError),
    #[error("the platform could not do it")]
    Signing(#[from] jsonwebtoken::errors::Error),
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        Self::Store(StoreError::Sql(error))
    }
}

impl From<SubmitRefusal> for ApiError {
    fn from(refusal: SubmitRefusal) -> Self {
        match refusal {
            SubmitRefusal::ServiceUnknown => Self::ServiceUnknown,
            SubmitRefusal::RegionNotServed => Self::RegionNotServed,
            SubmitRefusal::WrongDepartment => Self::WrongDepartment,
        }
    }
}

impl ApiError {
    /// Status and stable code.
    fn parts(&self) -> (StatusCode, &str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Self::MethodNotAllowed => (StatusCode::METHOD_NOT_ALLOWED, "method-not-allowed"),
            Self::BodyMalformed => (StatusCode::BAD_REQUEST, "body-malformed"),
            Self::BodyTooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "body-too-large"),
            Self::TokenInvalid => (StatusCode::UNAUTHORIZED, "token-invalid"),
            Self::TokenExpired => (StatusCode::UNAUTHORIZED, "token-expired"),
            Self::OperatorTokenInvalid => (StatusCode::UNAUTHORIZED, "operator-token-invalid"),
            Self::DepartmentTokenInvalid => (StatusCode::UNAUTHORIZED, "department-token-invalid"),
            Self::IssuerUnavailable => (StatusCode::SERVICE_UNAVAILABLE, "issuer-unavailable"),
            Self::RunningAppMalformed => (StatusCode::BAD_REQUEST, "running-app-malformed"),
            Self::WrongDepartment => (StatusCode::FORBIDDEN, "wrong-department"),
            Self::IdempotencyKeyMalformed => (StatusCode::BAD_REQUEST, "idempotency-key-malformed"),
            Self::IdempotencyKeyReused => (StatusCode::UNPROCESSABLE_ENTITY, "idempotency-key-reused"),
            Self::ServiceUnknown => (StatusCode::UNPROCESSABLE_ENTITY, "service-unknown"),
            Self::ServiceNotOnline => (StatusCode::UNPROCESSABLE_ENTITY, "service-not-online"),
            Self::RegionNotServed => (StatusCode::UNPROCESSABLE_ENTITY, "region-not-served"),
            Self::CaseNotFound => (StatusCode::NOT_FOUND, "case-not-found"),
            Self::Case(CaseRefusal::State) => (StatusCode::CONFLICT, "case-state"),
            Self::Case(CaseRefusal::NotHandled) => (StatusCode::CONFLICT, "case-not-handled"),
            Self::Case(CaseRefusal::AlreadyRated) => (StatusCode::CONFLICT, "already-rated"),
            Self::Case(CaseRefusal::RatingTooLong) => (StatusCode::UNPROCESSABLE_ENTITY, "rating-too-long"),
            Self::NameUnknown => (StatusCode::FORBIDDEN, "name-unknown"),
            Self::Helper(HelperRefusal::CodeUnknown) => (StatusCode::NOT_FOUND, "helper-code-unknown"),
            Self::Helper(HelperRefusal::TooManyTries) => (StatusCode::TOO_MANY_REQUESTS, "helper-tries"),
            Self::Helper(HelperRefusal::Own) => (StatusCode::CONFLICT, "helper-own"),
            Self::Helper(HelperRefusal::TooMany) => (StatusCode::CONFLICT, "helper-too-many"),
            Self::HelperLinkUnknown => (StatusCode::NOT_FOUND, "helper-link-unknown"),
            Self::DepartmentUnknown => (StatusCode::NOT_FOUND, "department-unknown"),
            Self::OperationUnknown => (StatusCode::NOT_FOUND, "operation-unknown"),
            Self::DepartmentUnavailable => (StatusCode::SERVICE_UNAVAILABLE, "department-unavailable"),
            Self::Department { status, code, .. } => (*status, code),
            Self::DocumentInvalid => (StatusCode::UNPROCESSABLE_ENTITY, "document-invalid"),
            Self::Catalogue(_) => (StatusCode::UNPROCESSABLE_ENTITY, "catalogue-inconsistent"),
            Self::Input { .. } => (StatusCode::UNPROCESSABLE_ENTITY, "input-invalid"),
            Self::PaymentRefused => (StatusCode::UNPROCESSABLE_ENTITY, "payment-refused"),
            Self::Store(_) | Self::Signing(_) => (StatusCode::INTERNAL_SERVER_ERROR, "platform-failed"),
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Department { detail, .. } => detail.clone(),
            Self::Input { detail } => Some((*detail).to_owned()),
            _ => None,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let (status, code) = self.parts();
        if let Self::Store(source) = &self {
            // SQLite's messages name tables and columns, never values.
            tracing::error!(code, %source, cause = ?std::error::Error::source(source).map(ToString::to_string), "request failed");
        }
        let problem = Problem { code: code.to_owned(), title: self.to_string(), detail: self.detail() };
        let body = serde_json::to_vec(&problem).unwrap_or_default();
        let mut response =
            (status, [(header::CONTENT_TYPE, "application/problem+json")], body).into_response();
        if status == StatusCode::UNAUTHORIZED {
            response.headers_mut().insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
