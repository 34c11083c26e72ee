//! The token endpoint: codes and refresh tokens become access tokens.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_kit::{
    body::RawBody,
    clock,
    issuer::AUDIENCE,
    proofs::{Asked, ProofError},
    secrets,
};
use fingertip_store::{StoreError, Transaction};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::{
    error::{OauthError, server},
    exchange,
    grants::{self, Grant, Redeemed, Refreshed},
    params::Params,
    provider::{CLIENT_ID, Provider},
};

/// What tokens are made for.
struct Granted {
    grant: Grant,
    nonce: Option<String>,
    /// Whether the client goes on with the refresh token that it has.
    keeps_refresh: bool,
}

pub(crate) async fn answer(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
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
    let key = proved_key(&provider, &headers)?;
    if grant_type == exchange::GRANT {
        let tokens = exchange::exchange(&provider, &params, key).await?;
        return Ok(([(header::CACHE_CONTROL, "no-store")], Json(tokens)).into_response());
    }
    let granted = match grant_type {
        "authorization_code" => by_code(&provider, &params, key.as_deref()).await?,
        "refresh_token" => by_refresh(&provider, &params, key.clone()).await?,
        _ => return Err(OauthError::UnsupportedGrantType),
    };
    let tokens = issue(&provider, granted, key).await?;
    Ok(([(header::CACHE_CONTROL, "no-store")], Json(tokens)).into_response())
}

/// The thumbprint of the key that the client shows (RFC 9449 5); none where it shows none.
fn proved_key(provider: &Provider, headers: &HeaderMap) -> Result<Option<String>, OauthError> {
    let url = format!("{}/token", provider.issuer);
    let (asked, now) = (Asked { method: "POST", url: &url }, clock::now());
    match provider.proofs.check(headers, &asked, None, now) {
        Ok(taken) => Ok(taken.map(|proof| proof.thumbprint)),
        Err(ProofError::Invalid) => Err(OauthError::InvalidProof),
        Err(ProofError::WantsNonce) => Err(OauthError::UseNonce(provider.proofs.nonce(now))),
    }
}

async fn by_code(provider: &Provider, params: &Params, key: Option<&str>) -> Result<Granted, OauthError> {
    let code = params.get("code").ok_or(OauthError::InvalidRequest)?;
    let verifier = params.get("code_verifier").ok_or(OauthError::InvalidRequest)?;
    let redirect_uri = params.get("redirect_uri").ok_or(OauthError::InvalidRequest)?;
    let (hash, now) = (secrets::derive_hash(code), clock::now().as_second());
    let redeemed: Option<Redeemed> =
        provider.database.run(move |work| grants::redeem(work, &hash, now)).await.map_err(server)?;
    let redeemed = redeemed.ok_or(OauthError::InvalidGrant)?;
    let is_proved = (43..=128).contains(&verifier.len()) && derive_challenge(verifier) == redeemed.challenge;
    // RFC 9449 10.
    let has_key = redeemed.key.is_none() || redeemed.key.as_deref() == key;
    if !is_proved || !has_key || redeemed.redirect_uri != redirect_uri {
        return Err(OauthError::InvalidGrant);
    }
    Ok(Granted { grant: redeemed.grant, nonce: redeemed.nonce, keeps_refresh: false })
}

async fn by_refresh(
    provider: &Provider,
    params: &Params,
    key: Option<String>,
) -> Result<Granted, OauthError> {
    let token = params.get("refresh_token").ok_or(OauthError::InvalidRequest)?;
    let (hash, now) = (secrets::derive_hash(token), clock::now().as_second());
    let refresh = move |work: &Transaction<'_>| grants::refresh(work, &hash, key.as_deref(), now);
    let refreshed: Option<Refreshed> = provider.database.run(refresh).await.map_err(server)?;
    let Refreshed { grant, stays } = refreshed.ok_or(OauthError::InvalidGrant)?;
    Ok(Granted { grant, nonce: None, keeps_refresh: stays })
}

/// The PKCE challenge of `verifier` by S256 (RFC 7636, 4.2).
fn derive_challenge(verifier: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(verifier.as_bytes()))
}

async fn issue(provider: &Provider, granted: Granted, key: Option<String>) -> Result<Value, OauthError> {
    let Granted { grant, nonce, keeps_refresh } = granted;
    let has = |wanted: &str| grant.scope.split(' ').any(|scope| scope == wanted);
    let now = clock::now().as_second();
    let lifetime = i64::try_from(provider.access_token_lifetime.as_secs()).unwrap_or(i64::MAX / 2);
    let mut access = json!({
        "iss": provider.issuer, "sub": grant.subject, "aud": AUDIENCE, "client_id": CLIENT_ID,
        "iat": now, "exp": now + lifetime, "auth_time": grant.auth_time, "scope": grant.scope, "sid": grant.id,
        "jti": secrets::make_token(16).map_err(server)?,
    });
    if let Some(person) = provider.person(&grant.subject) {
        // RFC 9068 2.2.2: the platform cannot ask for it with a token that is bound to somebody else's key.
        if has("profile") {
            access["name"] = person.name.into();
        }
        // By this the platform knows who the person is at another provider.
        if has("identity") {
            access["id_number_sha256"] = secrets::derive_hash(person.id_number).into();
        }
    }
    if let Some(key) = &key {
        access["cnf"] = json!({ "jkt": key });
    }
    let mut id = json!({
        "iss": provider.issuer, "sub": grant.subject, "aud": CLIENT_ID,
        "iat": now, "exp": now + lifetime, "auth_time": grant.auth_time, "sid": grant.id,
    });
    if let Some(nonce) = nonce {
        id["nonce"] = nonce.into();
    }
    if let Some(acr) = &grant.acr {
        access["acr"] = acr.as_str().into();
        id["acr"] = acr.as_str().into();
    }
    let mut tokens = json!({
        "access_token": provider.key.sign("at+jwt", &access).map_err(server)?,
        "id_token": provider.key.sign("JWT", &id).map_err(server)?,
        "token_type": if key.is_some() { "DPoP" } else { "Bearer" }, "expires_in": lifetime, "scope": grant.scope,
    });
    if has("offline_access") && !keeps_refresh {
        let refresh = secrets::make_token(32).map_err(server)?;
        let hash = secrets::derive_hash(&refresh);
        let add =
            move |work: &Transaction<'_>| grants::add_refresh(work, &hash, &grant.id, key.as_deref(), now);
        let added: Result<(), StoreError> = provider.database.run(add).await;
        added.map_err(server)?;
        tokens["refresh_token"] = refresh.into();
    }
    Ok(tokens)
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
