//! Tokens for somebody else than the platform (RFC 8693).

mod provider;

use std::sync::Arc;

use axum::{Json, response::IntoResponse};
use fingertip_identity::{Credentials, Identity, IdentityError, Target};
use jiff::Timestamp;
use provider::{Heard, Provider, Secrets, credentials, oauth_error, said, sign_in};
use serde_json::{Value, json};

const GRANT: &str = "urn:ietf:params:oauth:grant-type:token-exchange";

async fn signed_in() -> (Provider, Identity) {
    let provider = Provider::start().await;
    let identity = provider.identity(&Arc::<Secrets>::default());
    sign_in(&identity).await.expect("signed in");
    (provider, identity)
}

async fn paying(identity: &Identity) -> Result<Credentials, IdentityError> {
    let target = Target { method: "POST", url: "https://pay.example/payments", nonce: None };
    identity.credentials_for("https://pay.example", &target, Timestamp::now()).await
}

/// What the token endpoint says of an exchange; else it behaves.
fn exchanges(
    provider: &Provider,
    manner: impl Fn(Value) -> axum::response::Response + Send + Sync + 'static,
) {
    provider.at("/token", move |heard: &Heard, good| {
        if heard.value("grant_type") == GRANT { manner(good) } else { Json(good).into_response() }
    });
}

#[tokio::test]
async fn another_audience_is_shown_a_token_of_its_own() {
    let (provider, identity) = signed_in().await;
    let own = credentials(&identity, 0).await.expect("a token").authorization;
    let given = paying(&identity).await.expect("a token").authorization;
    assert_ne!(given, own);
    let heard = provider.heard("/token").pop().expect("asked");
    assert_eq!((heard.value("grant_type"), heard.value("audience")), (GRANT, "https://pay.example"));
    assert_eq!(heard.value("subject_token"), own.trim_start_matches("Bearer "));
    assert_eq!(heard.value("subject_token_type"), "urn:ietf:params:oauth:token-type:access_token");
    assert_eq!(credentials(&identity, 0).await.expect("a token").authorization, own, "the platform's stays");
}

#[tokio::test]
async fn where_nothing_is_exchanged_nobody_is_shown_the_platforms_token_and_the_session_goes_on() {
    let (provider, identity) = signed_in().await;
    let bad: [fn(Value) -> axum::response::Response; 5] = [
        |_| oauth_error("unsupported_grant_type"),
        |_| oauth_error("invalid_grant"),
        |_| said(200, "text/html", "<h1>Sign in to this network</h1>"),
        |_| said(503, "application/json", "{}"),
        |_| Json(json!({ "access_token": "t", "token_type": "mac", "expires_in": 60 })).into_response(),
    ];
    for manner in bad {
        exchanges(&provider, manner);
        assert!(paying(&identity).await.is_err());
        assert!(identity.session().is_some() && credentials(&identity, 0).await.is_ok());
    }
}
