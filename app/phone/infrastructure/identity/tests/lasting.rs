//! A session goes on whatever happens, until its own issuer says that it is over.

mod provider;

use std::sync::{Arc, atomic::Ordering};

use axum::{
    body::Body,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_identity::{Identity, IdentityError};
use fingertip_secrets::SecretStore;
use fingertip_standard::Fault;
use jiff::{SignedDuration, Timestamp};
use provider::{LIFETIME, Provider, Secrets, credentials, oauth_error, said, sign_in, sign_in_at};
use serde_json::json;

const DISCOVERY: &str = "/.well-known/openid-configuration";

async fn signed_in() -> (Provider, Arc<Secrets>, Identity) {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let identity = provider.identity(&secrets);
    let session = sign_in(&identity).await.expect("signed in");
    assert_eq!((session.subject.as_str(), session.name()), ("s-1", Some("Zhang Wei")));
    (provider, secrets, identity)
}

/// The session stands, here and after a restart, and goes on as soon as the provider is well.
async fn goes_on(provider: &Provider, secrets: &Arc<Secrets>, identity: &Identity, what: &str) {
    let failed = credentials(identity, LIFETIME).await;
    assert!(matches!(failed, Err(IdentityError::Unreachable { .. })), "{what}: {:?}", failed.err());
    assert!(identity.session().is_some(), "{what}");
    provider.behaves();
    let again = provider.identity(secrets);
    assert_eq!(again.session(), identity.session(), "{what}");
    assert!(credentials(&again, LIFETIME).await.is_ok(), "{what}");
}

#[tokio::test]
async fn whatever_a_provider_says_but_invalid_grant_the_session_goes_on() {
    let (provider, secrets, identity) = signed_in().await;
    let (json, html) = ("application/json", "text/html");
    for (status, kind, body) in [
        (503, html, "<h1>busy</h1>"),
        (500, json, r#"{"error":"server_error"}"#),
        (503, json, r#"{"error":"invalid_grant"}"#),
        (429, json, r#"{"error":"slow_down"}"#),
        (429, json, r#"{"error":"invalid_grant"}"#),
        (511, html, "<h1>sign in to this network</h1>"),
        (200, html, "<h1>sign in to this network</h1>"),
        (200, json, "<h1>sign in to this network</h1>"),
        (200, json, r#"{"error":"invalid_grant"}"#),
        (200, json, r#"{"access_token":7}"#),
        (200, json, ""),
        (400, html, "<h1>invalid_grant</h1>"),
        (400, json, ""),
        (400, json, r#"{"error":"temporarily_unavailable"}"#),
        (400, json, r#"{"error":"slow_down"}"#),
        (400, json, r#"{"error":"invalid_request"}"#),
        (401, json, r#"{"error":"invalid_client"}"#),
        (400, json, r#"{"error":"unauthorized_client"}"#),
        (400, json, r#"{"error":"invalid_scope"}"#),
        (400, json, r#"{"error":"invalid_target"}"#),
        (400, json, r#"{"error":"use_dpop_nonce"}"#),
        (400, json, r#"{"error":"invalid_dpop_proof"}"#),
        (400, json, r#"{"error":"of-another-world"}"#),
        (403, json, "{}"),
        (404, html, "nothing here"),
    ] {
        provider.says("/token", status, kind, body);
        goes_on(&provider, &secrets, &identity, &format!("{status} {body}")).await;
    }
    provider.at("/token", |_, _| {
        (StatusCode::TEMPORARY_REDIRECT, [(header::LOCATION, "/token")]).into_response()
    });
    goes_on(&provider, &secrets, &identity, "a redirect without an end").await;
    provider.at("/token", |_, _| said(200, "application/json", " ".repeat(2 << 20)));
    goes_on(&provider, &secrets, &identity, "an answer without an end").await;
    provider.changes("/token", |tokens| tokens["token_type"] = "mac".into());
    goes_on(&provider, &secrets, &identity, "a kind of token that nobody knows").await;
}

#[tokio::test]
async fn a_provider_that_is_not_found_ends_no_session() {
    let (provider, secrets, _) = signed_in().await;
    for (path, status, kind, body) in [
        (DISCOVERY, 503, "text/html", "busy"),
        (DISCOVERY, 404, "text/html", "nothing"),
        (DISCOVERY, 200, "text/html", "<h1>sign in to this network</h1>"),
        (DISCOVERY, 200, "application/json", r#"{"issuer":"x"}"#),
        (DISCOVERY, 302, "text/html", ""),
        ("/jwks", 503, "text/html", "busy"),
        ("/jwks", 200, "text/html", "<h1>sign in to this network</h1>"),
    ] {
        provider.says(path, status, kind, body);
        // After a start nothing is known of the provider yet.
        let identity = provider.identity(&secrets);
        goes_on(&provider, &secrets, &identity, &format!("{path} {status} {body}")).await;
    }
    provider.changes(DISCOVERY, |announced| announced["issuer"] = "https://evil.example".into());
    goes_on(&provider, &secrets, &provider.identity(&secrets), "another issuer").await;
}

#[tokio::test]
async fn invalid_grant_of_its_own_issuer_ends_the_session() {
    let (provider, secrets, identity) = signed_in().await;
    provider.at("/token", |_, _| oauth_error("invalid_grant"));
    assert!(matches!(credentials(&identity, LIFETIME).await, Err(IdentityError::SessionEnded)));
    assert_eq!(identity.session(), None);
    assert_eq!(secrets.text("session-main"), None);
    assert!(matches!(credentials(&identity, LIFETIME).await, Err(IdentityError::SignedOut)));
}

/// An answer that breaks off.
fn lost() -> Response {
    let cut = futures::stream::iter([Ok("{\"access"), Err(std::io::Error::other("cut"))]);
    ([(header::CONTENT_TYPE, "application/json")], Body::from_stream(cut)).into_response()
}

#[tokio::test]
async fn after_a_lost_answer_the_same_token_is_tried_again() {
    let (provider, secrets, identity) = signed_in().await;
    provider.at("/token", |_, _| lost());
    goes_on(&provider, &secrets, &identity, "lost").await;
    let sent: Vec<_> =
        provider.heard("/token").iter().map(|heard| heard.value("refresh_token").to_owned()).collect();
    assert_eq!(sent.len(), 3);
    assert_eq!(sent[1], sent[2]);
}

/// A provider that takes each refresh token once, and the last one alone.
fn rotates_strictly(provider: &Provider) {
    let last = std::sync::Mutex::new(None::<String>);
    provider.at("/token", move |heard, tokens| {
        let mut last = last.lock().expect("unpoisoned");
        let sent = heard.value("refresh_token").to_owned();
        if last.as_ref().is_some_and(|last| *last != sent) {
            return oauth_error("invalid_grant");
        }
        *last = tokens["refresh_token"].as_str().map(str::to_owned);
        axum::Json(tokens).into_response()
    });
}

#[tokio::test]
async fn a_new_token_that_the_key_store_does_not_take_is_used_all_the_same() {
    let (provider, secrets, identity) = signed_in().await;
    rotates_strictly(&provider);
    secrets.is_full.store(true, Ordering::Relaxed);
    for turn in 1..4 {
        assert!(credentials(&identity, LIFETIME * turn).await.is_ok(), "{turn}");
    }
    secrets.is_full.store(false, Ordering::Relaxed);
    assert!(credentials(&identity, LIFETIME * 4).await.is_ok());
    let again = provider.identity(&secrets);
    assert!(credentials(&again, LIFETIME * 5).await.is_ok(), "it is kept as soon as it can be");
}

#[tokio::test]
async fn another_window_that_renewed_meanwhile_is_no_end() {
    let (provider, secrets, identity) = signed_in().await;
    rotates_strictly(&provider);
    let other = provider.identity(&secrets);
    assert!(credentials(&other, LIFETIME).await.is_ok());
    assert!(credentials(&identity, LIFETIME).await.is_ok());
    // The other window's token comes into the key store between what is read here and what the provider says.
    let store = Arc::clone(&secrets);
    let newer = secrets.text("session-main").expect("kept");
    provider.at("/token", move |heard, tokens| {
        if heard.value("refresh_token") == "newer" {
            return axum::Json(tokens).into_response();
        }
        let newer = newer.replace(heard.value("refresh_token"), "newer");
        store.set("session-main", newer.as_bytes()).expect("kept");
        oauth_error("invalid_grant")
    });
    assert!(credentials(&identity, LIFETIME * 2).await.is_ok());
    assert!(identity.session().is_some());
}

#[tokio::test]
async fn a_session_of_a_newer_version_stays_where_it_is() {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let newer = json!({"format": 9, "people": ["somebody"]}).to_string();
    secrets.set("session-main", newer.as_bytes()).expect("kept");
    let identity = provider.identity(&secrets);
    assert_eq!(identity.session(), None);
    let failed = credentials(&identity, 0).await.err().expect("no token");
    assert!(matches!(failed, IdentityError::Newer));
    assert_eq!(failed.message_id(), "fault-session-newer");
    assert_eq!(secrets.text("session-main").as_deref(), Some(newer.as_str()));

    sign_in(&identity).await.expect("signed in anew");
    assert!(provider.identity(&secrets).session().is_some());
    assert_eq!(secrets.text("session-main-unread").as_deref(), Some(newer.as_str()), "put aside whole");
    identity.sign_out().await.expect("signed out");
    assert_eq!((secrets.text("session-main"), secrets.text("session-main-unread")), (None, None));
}

#[tokio::test]
async fn a_wrong_clock_is_called_so_and_ends_nothing() {
    let (provider, secrets, identity) = signed_in().await;
    let year = SignedDuration::from_hours(24 * 365);
    for now in [Timestamp::now() + year, Timestamp::now() - year] {
        let failed = sign_in_at(&identity, now).await.expect_err("the clock is wrong");
        assert!(matches!(failed, IdentityError::Clock), "{failed:?}");
        assert_eq!(failed.message_id(), "fault-clock");
        assert!(provider.identity(&secrets).session().is_some(), "the session of before is still there");
    }
    assert!(credentials(&identity, year.as_secs()).await.is_ok(), "to renew, no clock is needed");
}

#[tokio::test]
async fn without_a_refresh_token_the_session_lasts_as_long_as_its_token_and_the_facts_stay() {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    provider.changes("/token", |tokens| {
        tokens.as_object_mut().expect("an object").remove("refresh_token");
    });
    let identity = provider.identity(&secrets);
    sign_in(&identity).await.expect("signed in");
    let given = credentials(&identity, 0).await.expect("a token").authorization;
    let again = provider.identity(&secrets);
    assert_eq!(credentials(&again, LIFETIME - 60).await.expect("after a restart").authorization, given);
    identity.drop_access_token().await;
    assert!(credentials(&identity, 0).await.is_ok(), "the platform is not who judges the session");
    assert!(matches!(credentials(&again, LIFETIME + 1).await, Err(IdentityError::SessionEnded)));
    assert_eq!(again.session().expect("the facts").name(), Some("Zhang Wei"));
    assert!(!secrets.text("session-main").expect("kept").contains("access-"), "no token is left");
    assert_eq!(provider.heard("/token").len(), 1, "nothing was asked for");
}

#[tokio::test]
async fn a_session_is_used_from_wherever_the_app_runs() {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let identity = Arc::new(provider.identity(&secrets));
    let own = Arc::clone(&identity);
    tokio::spawn(async move { sign_in(&own).await }).await.expect("no panic").expect("signed in");
    let own = Arc::clone(&identity);
    let given = tokio::spawn(async move { credentials(&own, LIFETIME).await }).await.expect("no panic");
    assert!(given.is_ok());
    tokio::spawn(async move { identity.sign_out().await }).await.expect("no panic").expect("signed out");
    assert_eq!(secrets.text("session-main"), None);
}

#[tokio::test]
async fn who_cannot_be_kept_is_not_signed_in() {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let identity = provider.identity(&secrets);
    secrets.is_full.store(true, Ordering::Relaxed);
    assert!(matches!(sign_in(&identity).await, Err(IdentityError::Secrets(_))));
    assert_eq!(identity.session(), None);
    assert!(matches!(credentials(&identity, 0).await, Err(IdentityError::SignedOut)));
}
