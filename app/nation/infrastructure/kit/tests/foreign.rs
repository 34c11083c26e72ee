//! A library that others wrote takes what is signed here, and the other way round: `PyPI`'s http-message-signatures, pinned. `cargo xtask
//! test` installs it beside what is built and names the folder.

#[path = "../../../../../tests/foreign/peer.rs"]
mod peer;

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use fingertip_kit::{
    clock,
    keys::SigningKey,
    signatures::{Message, SignatureError, Signatures, TAG, sign},
};
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

const URL: &str = "https://parks.example/backend/cases";
const BODY: &str = r#"{"id":"HU-20261124-7KQ2X9","name":"张伟"}"#;
const HEADERS: [(&str, &str); 2] = [("content-type", "application/json"), ("fingertip-subject", "s-1")];

/// What the library answers, or what it says when it refuses; none where it is not installed.
fn ask(asked: &Value) -> Option<Result<Value, String>> {
    let libraries = peer::libraries("signatures of a library that others wrote")?;
    Some(peer::ask(peer::program(&libraries, "signature.py"), asked))
}

fn headers(all: impl IntoIterator<Item = (String, String)>) -> HeaderMap {
    let header = |(name, value): (String, String)| {
        (name.parse::<HeaderName>().expect("a name"), HeaderValue::from_str(&value).expect("a value"))
    };
    all.into_iter().map(header).collect()
}

fn plain() -> HeaderMap {
    headers(HEADERS.map(|(name, value)| (name.to_owned(), value.to_owned())))
}

#[test]
fn what_is_signed_here_others_take() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = SigningKey::load_or_make(&folder.path().join("key")).expect("a key");
    let mut all = plain();
    let message = Message { method: "POST", url: URL, headers: &all, body: BODY.as_bytes() };
    let signing = sign(&message, &key, clock::now()).expect("signed");
    all.extend(signing);
    let verify = |body: &str| {
        let told: Vec<_> =
            all.iter().map(|(name, value)| (name.as_str(), value.to_str().expect("text"))).collect();
        let told: serde_json::Map<String, Value> =
            told.into_iter().map(|(name, value)| (name.to_owned(), value.into())).collect();
        ask(&json!({
            "do": "verify", "request": { "method": "POST", "url": URL, "headers": told }, "body": body, "tag": TAG,
            "key": key.public_set().keys[0],
        }))
    };
    let Some(taken) = verify(BODY) else { return };
    let covered = json!(["@method", "@target-uri", "content-digest", "content-type", "fingertip-subject"]);
    assert_eq!(taken.expect("it is taken")["covered"], covered);
    assert!(verify("{}").expect("there").is_err(), "another body");
}

#[test]
fn what_others_sign_is_taken_here_where_it_covers_what_it_must() {
    let request =
        json!({ "method": "POST", "url": URL, "headers": HEADERS.map(|(name, value)| [name, value]) });
    let signed = |covered: &[&str]| {
        ask(&json!({ "do": "sign", "request": request, "body": BODY, "tag": TAG, "covered": covered }))
    };
    let take = |signed: Value| {
        let all: std::collections::BTreeMap<String, String> =
            serde_json::from_value(signed["headers"].clone()).expect("headers");
        let keys: JwkSet = serde_json::from_value(json!({ "keys": [signed["key"]] })).expect("a key");
        let all = headers(all);
        let message = Message { method: "POST", url: URL, headers: &all, body: BODY.as_bytes() };
        Signatures::default().take(&message, &keys, clock::now())
    };
    let Some(whole) = signed(&["content-type", "fingertip-subject"]) else { return };
    assert_eq!(take(whole.expect("signed")), Ok(()));
    let without = signed(&["content-type"]).expect("there").expect("signed");
    assert_eq!(take(without), Err(SignatureError::Uncovered), "the person is not signed");
}
