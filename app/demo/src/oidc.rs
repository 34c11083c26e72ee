//! A small real OpenID Connect provider for the demo nation, which may have several of them: authorisation code with PKCE S256, tokens that are bound to the client's
//! key where it shows one (RFC 9449), refresh rotation where it does not, revocation. A public client, bound to its loopback
//! redirect (RFC 8252).

mod authorize;
mod classes;
mod credential;
mod devices;
mod error;
mod exchange;
mod grants;
mod logout;
mod page;
mod params;
mod provider;
mod request;
mod session;
mod token;
mod userinfo;

use std::sync::Arc;

use axum::{
    Json, Router,
    extract::State,
    http::header,
    response::{IntoResponse, Response},
    routing::{delete, get, post},
};
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

pub(crate) use classes::Classes;
pub(crate) use credential::well_known;
use fingertip_kit::proofs;
use provider::SCOPES;
pub(crate) use provider::{CLIENT_ID, Provider};

/// The provider's routes, to be nested where its issuer URL points.
pub(crate) fn router(provider: Arc<Provider>) -> Router {
    Router::new()
        .route("/.well-known/openid-configuration", get(discovery))
        .route("/jwks.json", get(jwks))
        .route("/authorize", get(authorize::show))
        .route("/login", post(authorize::log_in))
        .route("/style.css", get(style))
        .route("/token", post(token::answer))
        .route("/userinfo", get(userinfo::show).post(userinfo::show))
        .route("/revoke", post(session::revoke))
        .route("/end-session", get(session::end_by_link).post(session::end_by_form))
        .route("/devices", get(devices::list))
        .route("/devices/{id}", delete(devices::end))
        .route("/nonce", post(credential::nonce))
        .route("/credential", post(credential::answer))
        .with_state(provider)
}

async fn discovery(State(provider): State<Arc<Provider>>) -> Json<Value> {
    let at = |path: &str| format!("{}/{path}", provider.issuer);
    let mut announced = json!({
        "issuer": provider.issuer,
        "authorization_endpoint": at("authorize"),
        "token_endpoint": at("token"),
        "userinfo_endpoint": at("userinfo"),
        "jwks_uri": at("jwks.json"),
        "revocation_endpoint": at("revoke"),
        "end_session_endpoint": at("end-session"),
        "scopes_supported": SCOPES,
        "response_types_supported": ["code"],
        "response_modes_supported": ["query"],
        "grant_types_supported": ["authorization_code", "refresh_token", exchange::GRANT],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "token_endpoint_auth_methods_supported": ["none"],
        "backchannel_logout_supported": true,
        "backchannel_logout_session_supported": true,
        "revocation_endpoint_auth_methods_supported": ["none"],
        "code_challenge_methods_supported": ["S256"],
        "dpop_signing_alg_values_supported": [proofs::ALGORITHM],
        "claims_supported": ["sub", "name", "birthdate", "gender", "id_number", "phone_number"],
        "ui_locales_supported": ["zh-Hans", "en"],
        "authorization_response_iss_parameter_supported": true,
    });
    let classes: Vec<String> = provider.classes.levels().into_keys().collect();
    if !classes.is_empty() {
        announced["acr_values_supported"] = classes.into();
    }
    Json(announced)
}

async fn jwks(State(provider): State<Arc<Provider>>) -> Json<JwkSet> {
    Json(provider.key.public_set())
}

async fn style() -> Response {
    ([(header::CONTENT_TYPE, "text/css; charset=utf-8")], include_str!("oidc/pages/style.css"))
        .into_response()
}
