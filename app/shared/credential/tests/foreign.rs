//! Libraries that others wrote read what is made here, and the other way round: `PyPI`'s sd-jwt, npm's @sd-jwt/sd-jwt-vc and
//! @sd-jwt/jwt-status-list, pinned. `cargo xtask test` installs them beside what is built and names the folder.

#[path = "../../../../tests/foreign/peer.rs"]
mod peer;

use std::path::PathBuf;

use fingertip_credential::{
    Content, Expected, HolderKey, PERSON_FACTS, Presentation, SignError, TYPE, issue, present,
    status::{ListContent, Status, StatusList, check, make},
    verify,
};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use peer::{ask, program};
use serde_json::{Value, json};

const ISSUER: &str = "https://id.example";
const PLATFORM: &str = "https://platform.example";
const NONCE: &str = "5d0c8a7e-0000-4000-8000-000000000001";

const ALL: [&str; 2] = ["credential.py", "credential.mjs"];
const STATUS_LISTS: &str = "status.mjs";

fn libraries() -> Option<PathBuf> {
    peer::libraries("credentials of libraries that others wrote")
}

fn claims() -> Value {
    json!({ "name": "张伟", "id-number": "990106199003071175", "birth-date": "1990-03-07" })
}

#[test]
fn what_is_shown_here_others_verify() {
    let Some(libraries) = libraries() else { return };
    let (issuer, holder, now) =
        (HolderKey::make().expect("a key"), HolderKey::make().expect("a key"), Timestamp::now());
    let content = Content {
        kind: PERSON_FACTS,
        issuer: ISSUER,
        subject: "p",
        issued_at: now,
        expires_at: now.checked_add(SignedDuration::from_hours(1)).expect("a time"),
        holder: holder.public(),
        claims: serde_json::from_value(claims()).expect("texts"),
    };
    let sign = |typ: &str, payload: &_| {
        let header = Header { typ: Some(typ.to_owned()), ..Header::new(Algorithm::ES256) };
        jsonwebtoken::encode(&header, payload, &EncodingKey::from_ec_der(issuer.to_pkcs8()))
            .map_err(|_| SignError)
    };
    let credential = issue(&content, sign).expect("issued");
    let to = Presentation { audience: PLATFORM, nonce: NONCE, now };
    let presentation = present(&credential, &["name"], &holder, to).expect("shown");
    for name in ALL {
        let asked = |nonce: &str| {
            json!({
                "do": "verify", "presentation": presentation, "key": issuer.public(), "audience": PLATFORM, "nonce": nonce,
                "show": ["name"]
            })
        };
        let payload =
            ask(program(&libraries, name), &asked(NONCE)).unwrap_or_else(|said| panic!("{name}: {said}"));
        assert_eq!((&payload["name"], &payload["sub"]), (&json!("张伟"), &json!("p")), "{name}: {payload}");
        assert!(
            payload.get("id-number").is_none() && payload.get("birth-date").is_none(),
            "{name}: {payload}"
        );
        assert!(ask(program(&libraries, name), &asked("another")).is_err(), "{name} takes any nonce");
    }
}

#[test]
fn what_others_issue_and_show_is_verified_here() {
    let Some(libraries) = libraries() else { return };
    for name in ALL {
        let asked = json!({
            "do": "make", "issuer": ISSUER, "kind": PERSON_FACTS, "claims": claims(), "show": ["name", "birth-date"],
            "audience": PLATFORM, "nonce": NONCE
        });
        let made = ask(program(&libraries, name), &asked).unwrap_or_else(|said| panic!("{name}: {said}"));
        let presentation = made["presentation"].as_str().expect("a presentation");
        let keys = serde_json::from_value(json!({ "keys": [made["key"]] })).expect("a JWK set");
        let expected = Expected {
            issuer: ISSUER,
            kind: PERSON_FACTS,
            audience: PLATFORM,
            nonce: NONCE,
            now: Timestamp::now(),
        };
        let proven =
            verify(presentation, &keys, expected).unwrap_or_else(|error| panic!("{name}: {error}, {TYPE}"));
        let shown: Vec<_> =
            proven.claims.iter().map(|(name, value)| (name.as_str(), value.clone())).collect();
        assert_eq!(shown, [("birth-date", json!("1990-03-07")), ("name", json!("张伟"))], "{name}");
        assert!(verify(presentation, &keys, Expected { nonce: "another", ..expected }).is_err(), "{name}");
    }
}

const LIST: &str = "https://department.example/status/1";

#[test]
fn others_read_a_status_list_that_is_made_here() {
    let Some(libraries) = libraries() else { return };
    let (issuer, now) = (HolderKey::make().expect("a key"), Timestamp::now());
    let mut list = StatusList::new(2, 1 << 16).expect("a list");
    let said = [(0, Status::Suspended), (4711, Status::Invalid), (65_535, Status::Other(3))];
    for (place, status) in said {
        list.set(place, status).expect("set");
    }
    let expires_at = now.checked_add(SignedDuration::from_hours(1)).expect("a time");
    let content = ListContent { issuer: ISSUER, uri: LIST, issued_at: now, expires_at, ttl_seconds: 600 };
    let sign = |typ: &str, payload: &_| {
        let header = Header { typ: Some(typ.to_owned()), ..Header::new(Algorithm::ES256) };
        jsonwebtoken::encode(&header, payload, &EncodingKey::from_ec_der(issuer.to_pkcs8()))
            .map_err(|_| SignError)
    };
    let token = make(&list, content, sign).expect("made");
    let asked = json!({ "do": "read", "token": token, "key": issuer.public(), "places": [0, 1, 4711, 65_534, 65_535] });
    let read = ask(program(&libraries, STATUS_LISTS), &asked).unwrap_or_else(|said| panic!("{said}"));
    assert_eq!(read, json!([2, 0, 1, 0, 3]));
}

#[test]
fn a_status_list_of_others_is_read_here() {
    let Some(libraries) = libraries() else { return };
    for (bits, statuses) in [
        (1, vec![0, 1, 1, 0, 0, 0, 0, 1, 1]),
        (2, vec![0, 1, 2, 3, 0]),
        (4, vec![0, 15, 2]),
        (8, vec![0, 255, 1]),
    ] {
        let asked =
            json!({ "do": "make", "issuer": ISSUER, "uri": LIST, "bits": bits, "statuses": statuses });
        let made =
            ask(program(&libraries, STATUS_LISTS), &asked).unwrap_or_else(|said| panic!("{bits}: {said}"));
        let keys = serde_json::from_value(json!({ "keys": [made["key"]] })).expect("a JWK set");
        let token = made["token"].as_str().expect("a token");
        let read = check(token, &keys, ISSUER, LIST, Timestamp::now()).expect("a list");
        let read: Vec<u8> =
            (0..).zip(&statuses).map(|(place, _)| read.get(place).expect("a place").value()).collect();
        assert_eq!(read, statuses, "{bits} bits");
        let other = check(token, &keys, ISSUER, "https://department.example/status/2", Timestamp::now());
        assert!(other.is_err(), "any list is taken");
    }
}
