//! Who asks: a person by an access token of the issuer, a department or the operator by a token of their own.

use std::sync::Arc;

use axum::{extract::FromRequestParts, http::request::Parts};
use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, body::bearer, secrets};
use fingertip_standard::DepartmentId;

use crate::platform::Platform;

/// A person who asked, by the issuer's subject.
pub(crate) struct Person {
    pub(crate) subject: String,
}

impl FromRequestParts<Arc<Platform>> for Person {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        let token = bearer(&parts.headers).ok_or(ProblemCode::TokenInvalid)?;
        let subject = platform.issuer.verify(token).await?.sub;
        Ok(Self { subject })
    }
}

/// The operator asked.
pub(crate) struct Operator;

impl FromRequestParts<Arc<Platform>> for Operator {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        match bearer(&parts.headers) {
            Some(token) if secrets::is_same(token, &platform.operator_token) => Ok(Self),
            _ => Err(ProblemCode::OperatorTokenInvalid.into()),
        }
    }
}

/// The bearer of some token, which may be a department's.
pub(crate) struct DepartmentBearer(String);

impl DepartmentBearer {
    /// Whether `department` asked.
    pub(crate) fn check(&self, platform: &Platform, department: &DepartmentId) -> Result<(), ApiError> {
        match platform.departments.find(department) {
            Some(registered) if registered.is_token(&self.0) => Ok(()),
            _ => Err(ProblemCode::DepartmentTokenInvalid.into()),
        }
    }
}

impl FromRequestParts<Arc<Platform>> for DepartmentBearer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Platform>) -> Result<Self, ApiError> {
        bearer(&parts.headers)
            .map(|token| Self(token.to_owned()))
            .ok_or_else(|| ProblemCode::DepartmentTokenInvalid.into())
    }
}
