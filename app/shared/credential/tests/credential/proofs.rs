//! What is issued is proved as it was shown, to one audience, for one request.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_credential::{
    Content, CredentialError, Expected, Held, HolderKey, MOST_BYTES, PERSON_FACTS, RESERVED, issue,
    key_proof, present, verify,
};
use jsonwebtoken::{Algorithm, Header};
use serde_json::{Value, json};

use crate::issuer::{ISSUER, Issuer, PLATFORM, after, digest, expected, now, sign, to};

#[test]
fn what_the_person_chose_is_proved_and_the_rest_stays_hidden() {
    let (issuer, holder) = (Issuer::new(), HolderKey::make().expect("a key"));
    let credential = issuer.issue(&holder);
    let held = Held::read(&credential).expect("the holder reads it");
    assert_eq!((held.subject.as_str(), held.claims.len(), held.expires_at), ("p", 3, after(24 * 3600)));
    let shown = present(&credential, &["name"], &holder, to()).expect("presented");
    let proven = verify(&shown, &issuer.keys, expected()).expect("proved");
    assert_eq!(proven.claims, BTreeMap::from([("name".to_owned(), json!("张伟"))]));
    assert_eq!((proven.subject.as_str(), proven.issued_at), ("p", now()));
    // Neither the value nor the name of a claim that was not chosen can be found in what was shown.
    let text: String = shown
        .split(['~', '.'])
        .filter_map(|part| String::from_utf8(URL_SAFE_NO_PAD.decode(part).ok()?).ok())
        .collect();
    assert!(
        text.contains("张伟") && !text.contains("990106199003071175") && !text.contains("birth-date"),
        "{text}"
    );
    let nothing = present(&credential, &[], &holder, to()).expect("presented");
    assert!(verify(&nothing, &issuer.keys, expected()).expect("proved").claims.is_empty());
    assert_eq!(
        present(&credential, &["phone"], &holder, to()).expect_err("there is none"),
        CredentialError::NoSuchClaim
    );
}

#[test]
fn the_order_of_digests_does_not_say_which_claims_they_hide() {
    let (issuer, holder) = (Issuer::new(), HolderKey::make().expect("a key"));
    let mut places = std::collections::BTreeSet::new();
    for _ in 0..64 {
        let credential = issuer.issue(&holder);
        let payload: Value =
            jsonwebtoken::dangerous::insecure_decode(credential.split('~').next().expect("a JWT"))
                .expect("a payload")
                .claims;
        let name = credential.split('~').find(|part| {
            URL_SAFE_NO_PAD
                .decode(part)
                .is_ok_and(|array| String::from_utf8_lossy(&array).contains("\"name\""))
        });
        let name = digest(name.expect("the disclosure of the name"));
        places.insert(payload["_sd"].as_array().expect("digests").iter().position(|one| *one == json!(name)));
    }
    assert_eq!(places.len(), 3);
}

#[test]
fn a_presentation_is_good_for_one_audience_one_request_and_a_while() {
    let (issuer, holder) = (Issuer::new(), HolderKey::make().expect("a key"));
    let shown = present(&issuer.issue(&holder), &["name"], &holder, to()).expect("presented");
    let with = |expected| verify(&shown, &issuer.keys, expected).map(drop);
    assert_eq!(with(expected()), Ok(()));
    assert!(matches!(
        with(Expected { audience: "https://other.example", ..expected() }),
        Err(CredentialError::KeyBinding(_))
    ));
    assert!(matches!(with(Expected { nonce: "another", ..expected() }), Err(CredentialError::KeyBinding(_))));
    assert_eq!(
        with(Expected { issuer: "https://other.example", ..expected() }),
        Err(CredentialError::Issuer)
    );
    assert_eq!(with(Expected { kind: "urn:other", ..expected() }), Err(CredentialError::Kind));
    assert_eq!(with(Expected { now: after(15 * 60), ..expected() }), Ok(()));
    let late = with(Expected { now: after(17 * 60), ..expected() }).expect_err("stale");
    assert!(matches!(late, CredentialError::KeyBinding(_)) && late.is_over());
    assert_eq!(with(Expected { now: after(24 * 3600 + 61), ..expected() }), Err(CredentialError::Expired));
    assert_eq!(with(Expected { now: after(-61), ..expected() }), Err(CredentialError::NotYetValid));
    // Without the binding it is only a credential, which anybody may have who saw it.
    let (unbound, _) = shown.rsplit_once('~').expect("a binding");
    let said = verify(&format!("{unbound}~"), &issuer.keys, expected()).expect_err("unbound");
    assert!(matches!(said, CredentialError::KeyBinding(_)));
}

#[test]
fn neither_another_holder_nor_another_issuer_makes_a_proof() {
    let (issuer, holder) = (Issuer::new(), HolderKey::make().expect("a key"));
    let credential = issuer.issue(&holder);
    let thief = HolderKey::make().expect("a key");
    let stolen = present(&credential, &["name"], &thief, to()).expect("presented");
    let said = verify(&stolen, &issuer.keys, expected()).expect_err("another key");
    assert!(matches!(said, CredentialError::KeyBinding(_)));
    let other = Issuer::new();
    let foreign = present(&other.issue(&holder), &["name"], &holder, to()).expect("presented");
    assert_eq!(
        verify(&foreign, &issuer.keys, expected()).expect_err("unknown key"),
        CredentialError::Signature
    );
}

#[test]
fn what_is_no_credential_is_refused_before_it_costs_anything() {
    let issuer = Issuer::new();
    let said = |text: &str| verify(text, &issuer.keys, expected()).expect_err("refused");
    for text in ["", "~", "a.b.c~", "a", "~~~", "a.b~c.d.e", "....~", "é~é"] {
        assert_eq!(said(text), CredentialError::Malformed, "{text}");
    }
    assert_eq!(said(&"a".repeat(MOST_BYTES + 1)), CredentialError::TooLarge);
    assert_eq!(said(&"~".repeat(100)), CredentialError::TooLarge);
    assert!(Held::read("a.b.c~").is_err());
}

#[test]
fn a_claim_with_a_reserved_name_is_not_issued() {
    let holder = HolderKey::make().expect("a key");
    for name in RESERVED {
        let content = Content {
            kind: PERSON_FACTS,
            issuer: ISSUER,
            subject: "p",
            issued_at: now(),
            expires_at: after(60),
            holder: holder.public(),
            claims: BTreeMap::from([(name.to_owned(), "x".into())]),
        };
        let said = issue(&content, |_: &str, _: &_| Ok(String::new())).expect_err("refused");
        assert!(matches!(said, CredentialError::Disclosure(_)), "{name}");
    }
}

#[test]
fn a_key_is_proved_to_one_issuer_with_its_nonce() {
    let key = HolderKey::make().expect("a key");
    let proof = key_proof::make(&key, ISSUER, "n", now()).expect("made");
    let proven = key_proof::check(&proof, ISSUER, now()).expect("proved");
    assert_eq!((&proven.jwk, proven.nonce.as_str()), (key.public(), "n"));
    assert!(key_proof::check(&proof, PLATFORM, now()).is_err());
    assert!(key_proof::check(&proof, ISSUER, after(17 * 60)).is_err());
    assert!(key_proof::check("a.b.c", ISSUER, now()).is_err());
    let with = |change: &dyn Fn(&mut Header, &mut Value)| {
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some(key_proof::TYPE.to_owned());
        header.jwk = serde_json::from_value(key.public().clone()).ok();
        let mut payload = json!({"aud": ISSUER, "iat": now().as_second(), "nonce": "n"});
        change(&mut header, &mut payload);
        key_proof::check(&sign(&key, &header, &payload), ISSUER, now()).is_ok()
    };
    assert!(with(&|_, _| ()));
    assert!(!with(&|header, _| header.typ = Some("JWT".into())));
    assert!(!with(&|header, _| header.jwk = None));
    let other = HolderKey::make().expect("a key");
    assert!(!with(&|header, _| header.jwk = serde_json::from_value(other.public().clone()).ok()));
    assert!(!with(&|_, payload| payload["nonce"] = Value::Null));
    assert!(!with(&|_, payload| payload["iat"] = Value::Null));
}

#[test]
fn a_kept_key_is_the_same_key_and_says_nothing_of_itself() {
    let key = HolderKey::make().expect("a key");
    let kept = HolderKey::from_pkcs8(key.to_pkcs8()).expect("read");
    assert_eq!(kept.public(), key.public());
    assert_eq!(format!("{key:?}"), "HolderKey { .. }");
    assert!(HolderKey::from_pkcs8(b"none").is_err());
}
