//! The token endpoint: codes and refresh tokens become access tokens.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_kit::{body::RawBody, clock, issuer::AUDIENCE, secrets};
use fingertip_store::StoreError;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    grants::{self, Grant, Redeemed},
    params::Params,
    provider::{CLIENT_ID, Provider},
};

/// An error of RFC 6749, 5.2.
pub(crate) enum OauthError {
    InvalidRequest,
    InvalidClient,
    InvalidGrant,
    UnsupportedGrantType,
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
            Self::Server => (StatusCode::INTERNAL_SERVER_ERROR, "server_error"),
        };
        (status, [(header::CACHE_CONTROL, "no-store")], Json(json!({ "error": error }))).into_response()
    }
}

pub(crate) async fn answer(
    State(provider): State<Arc<Provider>>,
    RawBody(body): RawBody,
) -> Result<Response, OauthError> {
    let params = Params::parse(&body);
    if params.has_repeated() {
        return Err(OauthError::InvalidRequest);
    }
    let grant_type = params.get("grant_type").ok_or(OauthError::InvalidRequest)?;
    if params.get("client_id") != Some(CLIENT_ID) {
        return Err(OauthError::InvalidClient);
    }
    let (grant, nonce) = match grant_type {
        "authorization_code" => by_code(&provider, &params).await?,
        "refresh_token" => (by_refresh(&provider, &params).await?, None),
        _ => return Err(OauthError::UnsupportedGrantType),
    };
    let tokens = issue(&provider, grant, nonce).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(tokens)).into_response())
}

async fn by_code(provider: &Provider, params: &Params) -> Result<(Grant, Option<String>), OauthError> {
    let code = params.get("code").ok_or(OauthError::InvalidRequest)?;
    let verifier = params.get("code_verifier").ok_or(OauthError::InvalidRequest)?;
    let redirect_uri = params.get("redirect_uri").ok_or(OauthError::InvalidRequest)?;
    let (hash, now) = (secrets::derive_hash(code), clock::now().as_second());
    let redeemed: Option<Redeemed> =
        provider.database.run(move |work| grants::redeem(work, &hash, now)).await.map_err(server)?;
    let redeemed = redeemed.ok_or(OauthError::InvalidGrant)?;
    let is_proved = (43..=128).contains(&verifier.len()) && derive_challenge(verifier) == redeemed.challenge;
    if !is_proved || redeemed.redirect_uri != redirect_uri {
        return Err(OauthError::InvalidGrant);
    }
    Ok((redeemed.grant, redeemed.nonce))
}

async fn by_refresh(provider: &Provider, params: &Params) -> Result<Grant, OauthError> {
    let token = params.get("refresh_token").ok_or(OauthError::InvalidRequest)?;
    let (hash, now) = (secrets::derive_hash(token), clock::now().as_second());
    let grant: Option<Grant> =
        provider.database.run(move |work| grants::rotate(work, &hash, now)).await.map_err(server)?;
    grant.ok_or(OauthError::InvalidGrant)
}

/// The PKCE challenge of `verifier` by S256 (RFC 7636, 4.2).
fn derive_challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()))
}

async fn issue(provider: &Provider, grant: Grant, nonce: Option<String>) -> Result<Value, OauthError> {
    let now = clock::now().as_second();
    let lifetime = i64::try_from(provider.access_token_lifetime.as_secs()).unwrap_or(i64::MAX / 2);
    let access = json!({
        "iss": provider.issuer, "sub": grant.subject, "aud": AUDIENCE, "client_id": CLIENT_ID,
        "iat": now, "exp": now + lifetime, "scope": grant.scope, "sid": grant.id,
        "jti": secrets::make_token(16).map_err(server)?,
    });
    let mut id = json!({
        "iss": provider.issuer, "sub": grant.subject, "aud": CLIENT_ID,
        "iat": now, "exp": now + lifetime, "auth_time": grant.auth_time, "sid": grant.id,
    });
    if let Some(nonce) = nonce {
        id["nonce"] = nonce.into();
    }
    let mut tokens = json!({
        "access_token": provider.key.sign("at+jwt", &access).map_err(server)?,
        "id_token": provider.key.sign("JWT", &id).map_err(server)?,
        "token_type": "Bearer", "expires_in": lifetime, "scope": grant.scope,
    });
    if grant.scope.split(' ').any(|scope| scope == "offline_access") {
        let refresh = secrets::make_token(32).map_err(server)?;
        let hash = secrets::derive_hash(&refresh);
        let added: Result<(), StoreError> =
            provider.database.run(move |work| grants::add_refresh(work, &hash, &grant.id, now)).await;
        added.map_err(server)?;
        tokens["refresh_token"] = refresh.into();
    }
    Ok(tokens)
}

fn server(error: impl std::error::Error) -> OauthError {
    tracing::error!(%error, "tokens could not be made");
    OauthError::Server
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_challenge_is_that_of_rfc_7636_appendix_b() {
        assert_eq!(
            derive_challenge("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"),
            "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        );
    }
}
