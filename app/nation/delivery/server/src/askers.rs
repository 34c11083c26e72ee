//! Who asks: a person by an access token of the issuer, a department or the operator by a token of their own.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, OriginalUri, RawPathParams},
    http::request::Parts,
};
use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, body::bearer, proofs::Asked, secrets};
use fingertip_standard::DepartmentId;
use fingertip_store::{StoreError, sessions};

use crate::platform::Platform;

/// A person who asked, by the issuer's subject.
pub(crate) struct Person {
    pub(crate) subject: String,
    /// Their name, where the issuer wrote it into the token.
    pub(crate) name: Option<String>,
}

impl FromRequestParts<Arc<Platform>> for Person {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        // A router inside another sees a shorter path than the one that a proof of possession names.
        let path = match parts.extensions.get::<OriginalUri>() {
            Some(OriginalUri(uri)) => uri.path(),
            None => parts.uri.path(),
        };
        let url = format!("{}{path}", platform.url);
        let asked = Asked { method: parts.method.as_str(), url: &url };
        let claims = platform.issuer.verify(&parts.headers, &asked).await?;
        if let Some(sid) = claims.sid.clone() {
            let has_ended: Result<bool, StoreError> =
                platform.database.run(move |work| sessions::has_ended(work, &sid)).await;
            if has_ended? {
                return Err(ProblemCode::TokenInvalid.into());
            }
        }
        platform.gates.let_person(&claims.sub)?;
        Ok(Self { subject: claims.sub, name: claims.name })
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

/// The department that the path names asked. Who asks is known before a body is read.
pub(crate) struct AskingDepartment;

impl FromRequestParts<Arc<Platform>> for AskingDepartment {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        let named = RawPathParams::from_request_parts(parts, platform).await;
        let named = named.map_err(|_| ProblemCode::NotFound)?;
        let named = named.iter().find_map(|(name, value)| (name == "department").then_some(value));
        // A text that is no id names nothing that exists.
        let department = named.and_then(|text| DepartmentId::new(text).ok()).ok_or(ProblemCode::NotFound)?;
        match (platform.departments.find(&department), bearer(&parts.headers)) {
            (Some(registered), Some(token)) if registered.is_token(token) => {
                platform.gates.let_department(&department)?;
                Ok(Self)
            }
            _ => Err(ProblemCode::DepartmentTokenInvalid.into()),
        }
    }
}
