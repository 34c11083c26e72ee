//! Ways to end a session: revocation (RFC 7009) and RP-initiated logout.

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
};
use fingertip_kit::{ApiError, body::RawBody, keys, secrets};
use fingertip_store::{StoreError, Transaction};
use serde::Deserialize;

use super::{
    authorize::found,
    error::OauthError,
    grants, logout,
    page::{self, Language},
    params::Params,
    provider::{CLIENT_ID, Provider},
    request::loopback,
    userinfo,
};

/// Ends the grant of a token. An unknown token is answered like a known one (RFC 7009, 2.2).
pub(crate) async fn revoke(
    State(provider): State<Arc<Provider>>,
    RawBody(body): RawBody,
) -> Result<Response, OauthError> {
    let params = Params::parse(&body);
    if params.get("client_id").is_some_and(|client| client != CLIENT_ID) {
        return Err(OauthError::InvalidClient);
    }
    let token = params.get("token").ok_or(OauthError::InvalidRequest)?;
    let hash = secrets::derive_hash(token);
    let access = userinfo::read_access_token(&provider, token).ok();
    let end = move |work: &Transaction<'_>| {
        let sid = match access {
            Some(claims) => Some(claims.sid),
            None => grants::of_refresh(work, &hash)?,
        };
        if let Some(sid) = &sid {
            grants::revoke(work, sid)?;
        }
        Ok(sid)
    };
    let ended: Result<Option<String>, StoreError> = provider.database.run(end).await;
    if let Some(sid) = ended? {
        logout::tell(&provider, &sid).await;
    }
    Ok(StatusCode::OK.into_response())
}

pub(crate) async fn end_by_link(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    end(&provider, &headers, &Params::parse(query.unwrap_or_default().as_bytes())).await
}

pub(crate) async fn end_by_form(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
    RawBody(body): RawBody,
) -> Result<Response, ApiError> {
    end(&provider, &headers, &Params::parse(&body)).await
}

#[derive(Deserialize)]
struct Hint {
    sid: String,
    iss: String,
}

async fn end(provider: &Provider, headers: &HeaderMap, params: &Params) -> Result<Response, ApiError> {
    // The hint may have expired (RP-Initiated Logout 1.0, 2): only its signature counts.
    let hint = params.get("id_token_hint").and_then(|hint| {
        keys::verify::<Hint>(hint, &provider.key.public_set(), &keys::plain_validation()).ok()
    });
    let Some(hint) = hint.filter(|hint| hint.iss == provider.issuer) else {
        return Ok(page::signed_out(Language::negotiate(params, headers)));
    };
    let sid = hint.sid.clone();
    let ended: Result<(), StoreError> = provider.database.run(move |work| grants::revoke(work, &sid)).await;
    ended?;
    logout::tell(provider, &hint.sid).await;
    let Some(mut back) = params.get("post_logout_redirect_uri").and_then(|uri| loopback(uri, "/cb")) else {
        return Ok(page::signed_out(Language::negotiate(params, headers)));
    };
    if let Some(state) = params.get("state") {
        back.query_pairs_mut().append_pair("state", state);
    }
    Ok(found(back.as_str()))
}
