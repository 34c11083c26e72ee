//! A request is its sender's as it was signed, once, and now; whatever else is done to it, it is nobody's.

use axum::http::HeaderMap;
use jsonwebtoken::jwk::JwkSet;
use tempfile::TempDir;

use super::*;

const URL: &str = "https://parks.example/backend/cases";
const BODY: &[u8] = br#"{"case":"C-1"}"#;

fn key(folder: &TempDir, name: &str) -> SigningKey {
    SigningKey::load_or_make(&folder.path().join(name)).expect("a key")
}

fn at(second: i64) -> Timestamp {
    Timestamp::from_second(second).expect("a time")
}

/// A request for `operation`, signed with `key` at second 1,000.
fn signed(key: &SigningKey) -> HeaderMap {
    let mut headers = HeaderMap::new();
    for (name, value) in [("content-type", "application/json"), (SUBJECT, "pairwise-1"), ("x-other", "a")] {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let message = Message { method: "POST", url: URL, headers: &headers, body: BODY };
    let signing = sign(&message, key, at(1_000)).expect("signed");
    headers.extend(signing);
    headers
}

fn taken(headers: &HeaderMap, keys: &JwkSet, second: i64) -> Result<(), SignatureError> {
    let message = Message { method: "POST", url: URL, headers, body: BODY };
    Signatures::default().take(&message, keys, at(second))
}

#[test]
fn what_was_signed_is_taken_once_and_only_now() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = key(&folder, "own");
    let (headers, keys) = (signed(&own), own.public_set());
    assert_eq!(taken(&headers, &keys, 1_000), Ok(()));
    assert_eq!([taken(&headers, &keys, 1_300), taken(&headers, &keys, 700)], [Ok(()); 2]);
    let stale = [taken(&headers, &keys, 1_301), taken(&headers, &keys, 699)];
    assert_eq!(stale, [Err(SignatureError::Stale); 2]);
    let doors = Signatures::default();
    let message = Message { method: "POST", url: URL, headers: &headers, body: BODY };
    assert_eq!(doors.take(&message, &keys, at(1_001)), Ok(()));
    assert_eq!(doors.take(&message, &keys, at(1_002)), Err(SignatureError::Again));
    // The same signature, written otherwise.
    let signature = headers[SIGNATURE].to_str().expect("text").to_owned();
    for other in [format!("{signature};x"), format!("{signature}, x=:AAAA:"), counterpart(&signature)] {
        let mut changed = headers.clone();
        changed.insert(SIGNATURE, HeaderValue::from_str(&other).expect("a value"));
        let message = Message { headers: &changed, ..message };
        assert_eq!(doors.take(&message, &keys, at(1_002)), Err(SignatureError::Again), "{other}");
    }
}

/// The other signature that holds of the same: of `(r, s)` it is `(r, n - s)` (ECDSA over P-256; SEC 1, 4.1.4).
fn counterpart(signature: &str) -> String {
    const ORDER: [u8; 32] = [
        0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xbc, 0xe6, 0xfa,
        0xad, 0xa7, 0x17, 0x9e, 0x84, 0xf3, 0xb9, 0xca, 0xc2, 0xfc, 0x63, 0x25, 0x51,
    ];
    let text = signature.trim_start_matches("platform=:").trim_end_matches(':');
    let mut bytes = BASE64.decode(text).expect("base64");
    let mut borrow = 0;
    for at in (0..32).rev() {
        let left = i16::from(ORDER[at]) - i16::from(bytes[32 + at]) - borrow;
        borrow = i16::from(left < 0);
        bytes[32 + at] = u8::try_from(left.rem_euclid(256)).expect("a byte");
    }
    format!("platform=:{}:", BASE64.encode(bytes))
}

#[test]
fn nothing_of_it_can_be_another() {
    let folder = tempfile::tempdir().expect("a folder");
    let own = key(&folder, "own");
    let (headers, keys) = (signed(&own), own.public_set());
    let said = |method: &str, url: &str, headers: &HeaderMap, body: &[u8]| {
        Signatures::default().take(&Message { method, url, headers, body }, &keys, at(1_000))
    };
    assert_eq!(said("PUT", URL, &headers, BODY), Err(SignatureError::Invalid));
    assert_eq!(
        said("POST", "https://parks.example/backend/cases?all", &headers, BODY),
        Err(SignatureError::Invalid)
    );
    assert_eq!(said("POST", URL, &headers, b"{}"), Err(SignatureError::Digest));
    let with = |name: &'static str, value: &str| {
        let mut changed = headers.clone();
        changed.insert(name, HeaderValue::from_str(value).expect("a value"));
        said("POST", URL, &changed, BODY)
    };
    assert_eq!(with(SUBJECT, "pairwise-2"), Err(SignatureError::Invalid), "another person");
    assert_eq!(with(RUNNING_APP, "{}"), Err(SignatureError::Uncovered), "a stamp that nobody signed");
    assert_eq!(with(CONTENT_DIGEST, "sha-256=:AAAA:"), Err(SignatureError::Digest));
    assert_eq!(with("x-other", "b"), Ok(()), "what means nothing here");
    let mut without = headers.clone();
    without.remove(SUBJECT);
    assert_eq!(
        said("POST", URL, &without, BODY),
        Err(SignatureError::Uncovered),
        "a person that was taken out"
    );
}

#[test]
fn a_signature_that_does_not_read_or_is_anybody_elses_is_none() {
    let folder = tempfile::tempdir().expect("a folder");
    let (own, other) = (key(&folder, "own"), key(&folder, "other"));
    let headers = signed(&own);
    assert_eq!(taken(&headers, &other.public_set(), 1_000), Err(SignatureError::Foreign));
    let input = headers[SIGNATURE_INPUT].to_str().expect("text").to_owned();
    let with = |name: &'static str, value: &str| {
        let mut changed = headers.clone();
        changed.insert(name, HeaderValue::from_str(value).expect("a value"));
        taken(&changed, &own.public_set(), 1_000)
    };
    for (from, to, error) in [
        (TAG, "something-else", SignatureError::Missing),
        (ALGORITHM, "hmac-sha256", SignatureError::Foreign),
        ("\"@method\" ", "", SignatureError::Uncovered),
        ("\"@method\"", "\"@method\";req", SignatureError::Uncovered),
        ("\"@method\"", "\"@method\" \"@method\"", SignatureError::Uncovered),
        ("\"@method\"", "\"@method\" \"@path\"", SignatureError::Uncovered),
        (";nonce=", ";other=", SignatureError::Uncovered),
        ("created=1000", "created=\"1000\"", SignatureError::Stale),
        ("created=1000", "created=1001", SignatureError::Invalid),
        ("created=1000", "created=-999999999999999", SignatureError::Stale),
    ] {
        assert!(input.contains(from), "{input}");
        assert_eq!(with(SIGNATURE_INPUT, &input.replacen(from, to, 1)), Err(error), "{from} -> {to}");
    }
    for wild in ["", "platform", "platform=()", "platform=(((", "a=1, a=2", &"a".repeat(3_000)] {
        assert_eq!(with(SIGNATURE_INPUT, wild), Err(SignatureError::Missing), "{wild}");
        assert_eq!(with(SIGNATURE, wild), Err(SignatureError::Missing), "{wild}");
    }
    let mut twice = headers.clone();
    twice.append(SIGNATURE, HeaderValue::from_static("platform=:AAAA:"));
    assert_eq!(taken(&twice, &own.public_set(), 1_000), Err(SignatureError::Missing));
}
