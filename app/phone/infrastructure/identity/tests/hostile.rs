//! A provider that lies: nobody is signed in by it, nothing is kept, and nothing hangs.

mod provider;

use std::sync::Arc;

use axum::{
    http::{StatusCode, header},
    response::IntoResponse,
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_identity::{Identity, IdentityError};
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use provider::{CLIENT, LIFETIME, Provider, Secrets, Signer, credentials, said, sign_in};
use serde_json::{Value, json};

const PATHS: [&str; 4] = ["/.well-known/openid-configuration", "/jwks", "/token", "/userinfo"];

async fn start() -> (Provider, Arc<Secrets>, Identity) {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let identity = provider.identity(&secrets);
    (provider, secrets, identity)
}

/// Signing in fails a check, and leaves nothing behind.
async fn is_refused(identity: &Identity, secrets: &Secrets, what: &str) {
    let failed = sign_in(identity).await.expect_err(what);
    assert!(matches!(failed, IdentityError::Refused { .. }), "{what}: {failed:?}");
    assert_eq!((identity.session(), secrets.text("session-main")), (None, None), "{what}");
}

#[tokio::test]
async fn an_id_token_that_is_not_for_this_sign_in_is_refused() {
    let (provider, secrets, identity) = start().await;
    let now = Timestamp::now().as_second();
    for change in [
        json!({ "nonce": "another" }),
        json!({ "nonce": null }),
        json!({ "aud": "other" }),
        json!({ "aud": [] }),
        json!({ "aud": [CLIENT, "other"] }),
        json!({ "iss": "https://evil.example" }),
        json!({ "iss": format!("{}/", provider.url()) }),
        json!({ "sub": "s-2" }),
        json!({ "iat": now - 7200, "exp": now - 3600 }),
        json!({ "iat": now + 3600, "exp": now + 7200 }),
        json!({ "exp": null }),
        json!({ "at_hash": "AAAAAAAAAAAAAAAAAAAAAA" }),
    ] {
        let changed = change.clone();
        provider.makes_id_tokens(move |signer, mut claims| {
            for (name, value) in changed.as_object().expect("an object") {
                claims[name] = value.clone();
            }
            signer.sign(&claims)
        });
        is_refused(&identity, &secrets, &change.to_string()).await;
    }
}

#[tokio::test]
async fn an_id_token_that_the_provider_did_not_sign_is_refused() {
    let (provider, secrets, identity) = start().await;
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    provider
        .makes_id_tokens(move |_, claims| format!("{}.{}.", part(&json!({"alg": "none"})), part(&claims)));
    is_refused(&identity, &secrets, "nobody's signature").await;
    for kid in ["k1", "k2"] {
        provider.makes_id_tokens(move |_, claims| Signer::make(kid).sign(&claims));
        is_refused(&identity, &secrets, &format!("another's signature, with the id {kid}")).await;
    }
    for secret in [CLIENT, ""] {
        provider.makes_id_tokens(move |signer, claims| {
            let mut header = Header::new(Algorithm::HS256);
            header.kid = Some(signer.kid.clone());
            let key = EncodingKey::from_secret(secret.as_bytes());
            jsonwebtoken::encode(&header, &claims, &key).expect("signed")
        });
        is_refused(&identity, &secrets, "a secret that everybody knows").await;
    }
    // A provider that announces that it signs nothing is believed no more than any other.
    provider.changes(PATHS[0], |announced| {
        announced["id_token_signing_alg_values_supported"] = json!(["none", "HS256"]);
    });
    provider
        .makes_id_tokens(move |_, claims| format!("{}.{}.", part(&json!({"alg": "none"})), part(&claims)));
    is_refused(&identity, &secrets, "nobody's signature, announced").await;
}

#[tokio::test]
async fn what_comes_with_the_id_token_must_fit_it() {
    let (provider, secrets, identity) = start().await;
    for (path, change) in [
        ("/userinfo", json!({ "sub": "s-2" })),
        ("/userinfo", json!({ "sub": null })),
        ("/userinfo", json!({ "sub": ["s-1"] })),
        ("/token", json!({ "token_type": "mac" })),
        // A key that was never shown binds nothing.
        ("/token", json!({ "token_type": "DPoP" })),
        ("/token", json!({ "token_type": null })),
        ("/token", json!({ "id_token": null })),
        ("/token", json!({ "access_token": null })),
        ("/.well-known/openid-configuration", json!({ "issuer": "https://evil.example" })),
        ("/.well-known/openid-configuration", json!({ "userinfo_endpoint": null })),
    ] {
        let changed = change.clone();
        provider.changes(path, move |value| {
            for (name, own) in changed.as_object().expect("an object") {
                value[name] = own.clone();
            }
        });
        is_refused(&identity, &secrets, &format!("{path} {change}")).await;
        provider.behaves();
    }
    assert!(sign_in(&identity).await.is_ok(), "and all is well when the provider is");
}

#[tokio::test]
async fn tokens_that_are_somebody_elses_are_not_used_and_end_nothing() {
    let (provider, secrets, identity) = start().await;
    sign_in(&identity).await.expect("signed in");
    provider.makes_id_tokens(|signer, mut claims| {
        claims["sub"] = "s-2".into();
        signer.sign(&claims)
    });
    let failed = credentials(&identity, LIFETIME).await.err().expect("not used");
    assert!(matches!(failed, IdentityError::Unreachable { .. }), "{failed:?}");
    assert_eq!(provider.identity(&secrets).session().expect("it goes on").subject, "s-1");
    provider.behaves();
    assert!(credentials(&identity, LIFETIME).await.is_ok());
}

#[tokio::test]
async fn answers_and_redirects_without_an_end_come_to_one() {
    let (provider, secrets, identity) = start().await;
    for path in PATHS {
        provider.at(path, |_, _| said(200, "application/json", " ".repeat(8 << 20)));
        let failed = sign_in(&identity).await.expect_err(path);
        assert!(matches!(failed, IdentityError::Unreachable { .. }), "{path}: {failed:?}");
        provider.at(path, move |_, _| (StatusCode::FOUND, [(header::LOCATION, path)], "").into_response());
        let failed = sign_in(&identity).await.expect_err(path);
        assert!(matches!(failed, IdentityError::Unreachable { .. }), "{path}: {failed:?}");
        assert_eq!(secrets.text("session-main"), None, "{path}");
        provider.behaves();
    }
}

#[tokio::test]
async fn no_error_says_what_the_provider_or_the_person_said() {
    let (provider, _, identity) = start().await;
    for path in ["/token", "/userinfo"] {
        for status in [200, 400, 401, 503] {
            provider.at(path, move |_, _| {
                said(
                    status,
                    "application/json",
                    r#"{"error":"990106199003071175","sub":"990106199003071175"}"#,
                )
            });
            let failed = sign_in(&identity).await.expect_err(path);
            assert!(!format!("{failed:?} {failed}").contains("990106"), "{path} {status}");
        }
        provider.behaves();
    }
}
