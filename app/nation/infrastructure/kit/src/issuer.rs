//! The identity provider's access tokens: how they are checked, and what it says of a person.

use std::{collections::BTreeMap, sync::Arc};

use axum::http::{HeaderMap, StatusCode};
use fingertip_contract::ProblemCode;
use jsonwebtoken::{Algorithm, Validation, errors::ErrorKind, jwk::JwkSet};
use serde::Deserialize;

use crate::{
    answer::{AnswerError, read_json},
    body::ShownToken,
    clock, keys,
    problem::ApiError,
    proofs::{Asked, Confirmation, Proofs, TakenProof},
    published_keys::PublishedKeys,
};

/// The audience of a person's access token, where the platform has no resource indicator.
pub const AUDIENCE: &str = "fingertip-platform";

/// What an access token says.
#[derive(Deserialize)]
pub struct AccessClaims {
    /// The person.
    pub sub: String,
    /// Their name, where the issuer writes it into the token (RFC 9068 2.2.2).
    #[serde(default)]
    pub name: Option<String>,
    /// When the person showed who they are, in seconds since 1970 (RFC 9470 6.2), where the issuer says so.
    #[serde(default)]
    auth_time: Option<i64>,
    /// The session that the token belongs to, where the issuer says so (OpenID Connect Front-Channel Logout 1.0, 3: `sid`).
    #[serde(default)]
    pub sid: Option<String>,
    /// The class of their sign-in (OpenID Connect Core 1.0, 2), where the issuer says so.
    #[serde(default)]
    pub acr: Option<String>,
    /// The SHA-256 of the number by which the nation knows the person, lower-case hex, where the issuer says so: never believed of an
    /// issuer that does not reach high assurance.
    #[serde(default)]
    pub id_number_sha256: Option<String>,
    /// The key that the token is bound to.
    #[serde(default)]
    cnf: Option<Confirmation>,
    /// The proof of possession that it was shown with.
    #[serde(skip)]
    pub proof: Option<TakenProof>,
}

impl std::fmt::Debug for AccessClaims {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AccessClaims").finish_non_exhaustive()
    }
}

impl AccessClaims {
    /// Whether the person showed who they are within the last `minutes`: what is grave is not done for whoever found a telephone (RFC 9470).
    ///
    /// # Errors
    /// `step-up-needed` when it is longer ago or not said.
    pub fn check_fresh(&self, minutes: u32) -> Result<(), ApiError> {
        let age = self.auth_time.map(|at| clock::now().as_second().saturating_sub(at));
        let is_fresh = age.is_some_and(|age| age <= i64::from(minutes) * 60);
        if is_fresh { Ok(()) } else { Err(ProblemCode::StepUpNeeded.into()) }
    }
}

/// How far from now a logout token may have been made, in seconds.
const LOGOUT_AGE: i64 = 300;
/// What a logout token is about (OpenID Connect Back-Channel Logout 1.0, 2.4).
const LOGOUT_EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

/// What a logout token says.
#[derive(Deserialize)]
struct LogoutClaims {
    iat: i64,
    sid: Option<String>,
    nonce: Option<String>,
    events: BTreeMap<String, serde_json::Value>,
}

/// Checks access tokens with the keys that the issuer publishes.
#[derive(Debug)]
pub struct Issuer {
    url: String,
    audience: String,
    client: reqwest::Client,
    proofs: Proofs,
    keys: PublishedKeys,
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
    #[must_use]
    pub fn new(url: String, client: reqwest::Client) -> Self {
        Self {
            url,
            audience: AUDIENCE.to_owned(),
            client,
            proofs: Proofs::default(),
            keys: PublishedKeys::default(),
        }
    }

    /// Takes the nonces of every program that has this secret, of this issuer's people.
    #[must_use]
    pub fn with_nonces_of(self, secret: &str) -> Self {
        let proofs = Proofs::of_secret(&format!("{}\n{secret}", self.url));
        Self { proofs, ..self }
    }

    /// Takes tokens for `resource` alone (RFC 8707), where the platform has an indicator.
    #[must_use]
    pub fn for_resource(self, resource: Option<String>) -> Self {
        Self { audience: resource.unwrap_or(self.audience), ..self }
    }

    /// The claims of the token in `headers` when signature, issuer, audience and expiry hold, and whoever shows it has the key that it
    /// is bound to. `asked` is the request that it came with.
    ///
    /// # Errors
    /// `token-invalid`, `token-expired`, or `issuer-unavailable` when its keys cannot be fetched.
    pub async fn verify(&self, headers: &HeaderMap, asked: &Asked<'_>) -> Result<AccessClaims, ApiError> {
        let shown = ShownToken::read(headers).ok_or(ProblemCode::TokenInvalid)?;
        let claims = self.read(shown.token()).await?;
        let proof = self.proofs.check_shown(headers, asked, shown, claims.cnf.as_ref(), clock::now())?;
        Ok(AccessClaims { proof, ..claims })
    }

    async fn read(&self, token: &str) -> Result<AccessClaims, ApiError> {
        let header = jsonwebtoken::decode_header(token).map_err(|_| ProblemCode::TokenInvalid)?;
        // The issuer's own key signs, whatever its kind; a secret that others know too does not.
        if matches!(header.alg, Algorithm::HS256 | Algorithm::HS384 | Algorithm::HS512) {
            return Err(ProblemCode::TokenInvalid.into());
        }
        let keys = self.keys_with(&header.kid.ok_or(ProblemCode::TokenInvalid)?).await?;
        let mut validation = Validation::new(header.alg);
        validation.leeway = 0;
        validation.set_required_spec_claims(&["exp", "iss", "aud", "sub"]);
        validation.set_issuer(&[&self.url]);
        validation.set_audience(&[&self.audience]);
        keys::verify(token, &keys, &validation).map_err(|error| match error.kind() {
            ErrorKind::ExpiredSignature => ProblemCode::TokenExpired.into(),
            _ => ProblemCode::TokenInvalid.into(),
        })
    }

    /// The session that has ended, by a logout token for `client_id` (OpenID Connect Back-Channel Logout 1.0, 2.6).
    ///
    /// # Errors
    /// `logout-invalid`, or `issuer-unavailable` when its keys cannot be fetched.
    pub async fn ended_session(&self, token: &str, client_id: &str) -> Result<String, ApiError> {
        let invalid = || ApiError::from(ProblemCode::LogoutInvalid);
        let header = jsonwebtoken::decode_header(token).map_err(|_| invalid())?;
        let is_own_kind = header.typ.as_deref().is_none_or(|kind| kind.eq_ignore_ascii_case("logout+jwt"));
        if matches!(header.alg, Algorithm::HS256 | Algorithm::HS384 | Algorithm::HS512) || !is_own_kind {
            return Err(invalid());
        }
        let keys = self.keys_with(&header.kid.ok_or_else(invalid)?).await?;
        let mut validation = Validation::new(header.alg);
        validation.set_required_spec_claims(&["iss", "aud"]);
        validation.set_issuer(&[&self.url]);
        validation.set_audience(&[client_id]);
        let claims: LogoutClaims = keys::verify(token, &keys, &validation).map_err(|_| invalid())?;
        let is_now = (clock::now().as_second() - claims.iat).abs() <= LOGOUT_AGE;
        // An id token has a nonce and could be passed off as this one.
        if !is_now || claims.nonce.is_some() || !claims.events.contains_key(LOGOUT_EVENT) {
            return Err(invalid());
        }
        claims.sid.filter(|sid| !sid.is_empty()).ok_or_else(invalid)
    }

    /// Its identifier (OpenID Connect Discovery 1.0, 3: `issuer`).
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// The keys that it publishes, fetched anew where none of them is called `kid`.
    ///
    /// # Errors
    /// `issuer-unavailable` when they cannot be fetched.
    pub async fn keys_with(&self, kid: &str) -> Result<Arc<JwkSet>, ApiError> {
        self.keys
            .with(kid, async || self.fetch().await)
            .await
            .map_err(|_| ProblemCode::IssuerUnavailable.into())
    }

    async fn fetch(&self) -> Result<JwkSet, AnswerError> {
        let asked = self.client.get(self.discover().await?.jwks_uri).send().await?;
        read_json(asked.error_for_status()?).await
    }

    async fn discover(&self) -> Result<Discovery, AnswerError> {
        let discovery = format!("{}/.well-known/openid-configuration", self.url);
        read_json(self.client.get(discovery).send().await?.error_for_status()?).await
    }

    /// The name of the person whose bearer token in `headers` was verified, from the issuer's userinfo endpoint (OpenID Connect Core 1.0,
    /// 5.3). A token that is bound to the device's key is taken there from nobody else: its issuer writes the name into it.
    ///
    /// # Errors
    /// `token-invalid`, `name-unknown`, or `issuer-unavailable`.
    pub async fn name(&self, headers: &HeaderMap) -> Result<String, ApiError> {
        let token = match ShownToken::read(headers).ok_or(ProblemCode::TokenInvalid)? {
            ShownToken::Bearer(token) => token,
            ShownToken::Bound(_) => return Err(ProblemCode::NameUnknown.into()),
        };
        let address = self.discover().await.map_err(|_| ProblemCode::IssuerUnavailable)?.userinfo_endpoint;
        let answer = self
            .client
            .get(address)
            .bearer_auth(token)
            .send()
            .await
            .map_err(|_| ProblemCode::IssuerUnavailable)?;
        if answer.status() == StatusCode::UNAUTHORIZED {
            return Err(ProblemCode::TokenInvalid.into());
        }
        let answer = answer.error_for_status().map_err(|_| ProblemCode::IssuerUnavailable)?;
        let said: UserInfo = read_json(answer).await.map_err(|_| ProblemCode::IssuerUnavailable)?;
        said.name.filter(|name| !name.trim().is_empty()).ok_or_else(|| ProblemCode::NameUnknown.into())
    }
}
