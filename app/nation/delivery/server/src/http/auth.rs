//! Who asks: a person by an access token of the issuer, a department or the operator by a token of their own.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, request::Parts},
};
use fingertip_standard::DepartmentId;
use jsonwebtoken::{Algorithm, Validation, errors::ErrorKind, jwk::JwkSet};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::{body::bearer, problem::ApiError};
use crate::{keys, platform::Platform, secrets};

/// The audience of a person's access token.
pub(crate) const AUDIENCE: &str = "fingertip-platform";
/// Unknown key ids refresh the issuer's keys at most this often.
const REFRESH_PAUSE: Duration = Duration::from_secs(2);

/// A person who asked, by the issuer's subject.
pub(crate) struct Person {
    pub(crate) subject: String,
}

impl FromRequestParts<Arc<Platform>> for Person {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, platform: &Arc<Platform>) -> Result<Self, ApiError> {
        let token = bearer(&parts.headers).ok_or(ApiError::TokenInvalid)?;
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
            _ => Err(ApiError::OperatorTokenInvalid),
        }
    }
}

/// The bearer of some token, which may be a department's.
pub(crate) struct DepartmentBearer(String);

impl DepartmentBearer {
    /// Whether `department` asked.
    pub(crate) fn check(&self, platform: &Platform, department: &DepartmentId) -> Result<(), ApiError> {
        match platform.departments.get(department) {
            Some(registered) if secrets::is_same(&self.0, &registered.token) => Ok(()),
            _ => Err(ApiError::DepartmentTokenInvalid),
        }
    }
}

impl FromRequestParts<Arc<Platform>> for DepartmentBearer {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &Arc<Platform>) -> Result<Self, ApiError> {
        bearer(&parts.headers).map(|token| Self(token.to_owned())).ok_or(ApiError::DepartmentTokenInvalid)
    }
}

/// What an access token says.
#[derive(Debug, Deserialize)]
pub(crate) struct AccessClaims {
    /// The person.
    pub(crate) sub: String,
}

/// Checks access tokens with the keys that the issuer publishes.
pub(crate) struct Issuer {
    url: String,
    client: reqwest::Client,
    keys: Mutex<Kept>,
}

struct Kept {
    keys: Arc<JwkSet>,
    fetched: Option<Instant>,
}

#[derive(Deserialize)]
struct Discovery {
    jwks_uri: String,
    userinfo_endpoint: String,
}

/// What the issuer says of a person, as far as the platform wants to know it.
#[derive(Deserialize)]
struct UserInfo {
    #[serde(default)]
    name: Option<String>,
}

impl Issuer {
    /// The issuer at `url`; nothing is fetched before the first token.
    pub(crate) fn new(url: String, client: reqwest::Client) -> Self {
        Self {
            url,
            client,
            keys: Mutex::new(Kept { keys: Arc::new(JwkSet { keys: Vec::new() }), fetched: None }),
        }
    }

    /// The claims of `token` when signature, issuer, audience and expiry hold.
    pub(crate) async fn verify(&self, token: &str) -> Result<AccessClaims, ApiError> {
        let kid = jsonwebtoken::decode_header(token)
            .ok()
            .and_then(|header| header.kid)
            .ok_or(ApiError::TokenInvalid)?;
        let keys = self.keys_with(&kid).await?;
        let mut validation = Validation::new(Algorithm::ES256);
        validation.leeway = 0;
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.url]);
        validation.set_audience(&[AUDIENCE]);
        keys::verify(token, &keys, &validation).map_err(|error| match error.kind() {
            ErrorKind::ExpiredSignature => ApiError::TokenExpired,
            _ => ApiError::TokenInvalid,
        })
    }

    async fn keys_with(&self, kid: &str) -> Result<Arc<JwkSet>, ApiError> {
        let mut kept = self.keys.lock().await;
        let is_fresh = kept.fetched.is_some_and(|at| at.elapsed() < REFRESH_PAUSE);
        if kept.keys.find(kid).is_none() && !is_fresh {
            kept.keys = Arc::new(self.fetch().await.map_err(|_| ApiError::IssuerUnavailable)?);
            kept.fetched = Some(Instant::now());
        }
        Ok(Arc::clone(&kept.keys))
    }

    async fn fetch(&self) -> Result<JwkSet, reqwest::Error> {
        self.client.get(self.discover().await?.jwks_uri).send().await?.error_for_status()?.json().await
    }

    async fn discover(&self) -> Result<Discovery, reqwest::Error> {
        let discovery = format!("{}/.well-known/openid-configuration", self.url);
        self.client.get(discovery).send().await?.error_for_status()?.json().await
    }

    /// The name of the person whose `token` was verified, from the issuer's userinfo endpoint (OpenID Connect Core 1.0, 5.3).
    pub(crate) async fn name(&self, token: &str) -> Result<String, ApiError> {
        let address = self.discover().await.map_err(|_| ApiError::IssuerUnavailable)?.userinfo_endpoint;
        let answer = self
            .client
            .get(address)
            .bearer_auth(token)
            .send()
            .await
            .map_err(|_| ApiError::IssuerUnavailable)?;
        if answer.status() == StatusCode::UNAUTHORIZED {
            return Err(ApiError::TokenInvalid);
        }
        let answer = answer.error_for_status().map_err(|_| ApiError::IssuerUnavailable)?;
        let said: UserInfo = answer.json().await.map_err(|_| ApiError::IssuerUnavailable)?;
        said.name.filter(|name| !name.trim().is_empty()).ok_or(ApiError::NameUnknown)
    }
}
