//! What the provider says about the person, by the scopes they agreed to.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, Method, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::ProblemCode;
use fingertip_kit::{
    ApiError,
    body::ShownToken,
    clock,
    issuer::AUDIENCE,
    keys,
    proofs::{Asked, Confirmation},
};
use fingertip_store::StoreError;
use jsonwebtoken::{Algorithm, Validation, errors::ErrorKind};
use serde::Deserialize;
use serde_json::json;

use super::{
    grants::{self, Grant},
    provider::Provider,
};

/// What the provider reads in its own access tokens.
#[derive(Deserialize)]
pub(crate) struct OwnClaims {
    /// The grant it belongs to.
    pub(crate) sid: String,
    /// The key that it is bound to.
    #[serde(default)]
    cnf: Option<Confirmation>,
}

impl OwnClaims {
    /// Whether whoever proves `key` may use the token.
    pub(crate) fn is_bound_to(&self, key: Option<&str>) -> bool {
        self.cnf.as_ref().is_none_or(|bound| bound.jkt.as_deref() == key)
    }
}

/// The claims of an access token of this provider.
pub(crate) fn read_access_token(provider: &Provider, token: &str) -> Result<OwnClaims, ApiError> {
    let mut validation = Validation::new(Algorithm::ES256);
    validation.leeway = 0;
    validation.set_issuer(&[&provider.issuer]);
    validation.set_audience(&[AUDIENCE]);
    keys::verify(token, &provider.key.public_set(), &validation).map_err(|error| match error.kind() {
        ErrorKind::ExpiredSignature => ProblemCode::TokenExpired.into(),
        _ => ProblemCode::TokenInvalid.into(),
    })
}

/// The grant in whose name something at the provider's own `path` is asked for: with a token of its, and a proof where that is bound.
pub(crate) async fn grant_of(
    provider: &Provider,
    headers: &HeaderMap,
    method: &Method,
    path: &str,
) -> Result<Grant, ApiError> {
    let shown = ShownToken::read(headers).ok_or(ProblemCode::TokenInvalid)?;
    let claims = read_access_token(provider, shown.token())?;
    let url = format!("{}/{path}", provider.issuer);
    let asked = Asked { method: method.as_str(), url: &url };
    provider.proofs.check_shown(headers, &asked, shown, claims.cnf.as_ref(), clock::now())?;
    let live: Result<Option<Grant>, StoreError> =
        provider.database.run(move |work| grants::live(work, &claims.sid)).await;
    live?.ok_or_else(|| ProblemCode::TokenInvalid.into())
}

pub(crate) async fn show(
    State(provider): State<Arc<Provider>>,
    method: Method,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let grant = grant_of(&provider, &headers, &method, "userinfo").await?;
    let person = provider.person(&grant.subject).ok_or(ProblemCode::TokenInvalid)?;
    let has = |scope: &str| grant.scope.split(' ').any(|one| one == scope);
    let mut said = json!({ "sub": grant.subject });
    if has("profile") {
        said["name"] = person.name.into();
        said["birthdate"] = person.birthdate.into();
        said["gender"] = person.gender.into();
    }
    if has("identity") {
        said["id_number"] = person.id_number.into();
        said["phone_number"] = person.phone_number.into();
    }
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(said)).into_response())
}
