//! What is issued is proved as it was shown; whatever of it does not hold is refused.

use std::collections::BTreeMap;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_credential::{
    Content, CredentialError, Expected, Held, HolderKey, MOST_BYTES, PERSON_FACTS, Presentation, Proven,
    RESERVED, issue, key_proof, present, verify,
};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::JwkSet};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

const ISSUER: &str = "https://id.example";
const PLATFORM: &str = "https://platform.example";
const NONCE: &str = "5d0c8a7e-0000-4000-8000-000000000001";

fn now() -> Timestamp {
    "2026-11-28T08:00:00Z".parse().expect("a time")
}

fn after(seconds: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_secs(seconds)).expect("a time")
}

fn digest(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

/// An issuer's key, with what it publishes.
struct Issuer {
    key: HolderKey,
    keys: JwkSet,
}

impl Issuer {
    fn new() -> Self {
        let key = HolderKey::make().expect("a key");
        let mut jwk = key.public().clone();
        jwk["kid"] = "k1".into();
        let keys = serde_json::from_value(json!({ "keys": [jwk] })).expect("a JWK set");
        Self { key, keys }
    }

    fn header(typ: &str) -> Header {
        let mut header = Header::new(Algorithm::ES256);
        (header.typ, header.kid) = (Some(typ.to_owned()), Some("k1".to_owned()));
        header
    }

    fn sign(&self, header: &Header, payload: &Value) -> String {
        sign(&self.key, header, payload)
    }

    fn issue(&self, holder: &HolderKey) -> String {
        let claims = [("name", "张伟"), ("id-number", "990106199003071175"), ("birth-date", "1990-03-07")];
        let content = Content {
            kind: PERSON_FACTS,
            issuer: ISSUER,
            subject: "p",
            issued_at: now(),
            expires_at: after(24 * 3600),
            holder: holder.public(),
            claims: claims.map(|(name, value)| (name.to_owned(), value.to_owned())).into(),
        };
        let sign =
            |typ: &str, payload: &_| Ok(self.sign(&Self::header(typ), &Value::Object(Clone::clone(payload))));
        issue(&content, sign).expect("issued")
    }
}

fn sign(key: &HolderKey, header: &Header, payload: &Value) -> String {
    jsonwebtoken::encode(header, payload, &EncodingKey::from_ec_der(key.to_pkcs8())).expect("signed")
}

fn expected() -> Expected<'static> {
    Expected { issuer: ISSUER, kind: PERSON_FACTS, audience: PLATFORM, nonce: NONCE, now: now() }
}

fn to() -> Presentation<'static> {
    Presentation { audience: PLATFORM, nonce: NONCE, now: now() }
}

/// What anybody can make who has the issuer's or the holder's key: a presentation of any content.
struct Forge {
    issuer: Issuer,
    holder: HolderKey,
    header: Header,
    payload: Value,
    disclosures: Vec<String>,
    binding_header: Header,
    binding: Value,
}

impl Forge {
    fn new() -> Self {
        let (issuer, holder) = (Issuer::new(), HolderKey::make().expect("a key"));
        let disclosures = vec![disclosure(&json!(["salt-of-a-claim", "name", "张伟"]))];
        let payload = json!({
            "iss": ISSUER, "sub": "p", "vct": PERSON_FACTS, "iat": now().as_second(), "exp": after(3600).as_second(),
            "cnf": {"jwk": holder.public()}, "_sd_alg": "sha-256", "_sd": [digest(&disclosures[0]), digest("another")]
        });
        let mut binding_header = Header::new(Algorithm::ES256);
        binding_header.typ = Some("kb+jwt".to_owned());
        let binding = json!({"aud": PLATFORM, "nonce": NONCE, "iat": now().as_second()});
        Self {
            issuer,
            holder,
            header: Issuer::header("dc+sd-jwt"),
            payload,
            disclosures,
            binding_header,
            binding,
        }
    }

    /// With a disclosure that the issuer signed.
    fn signed_disclosure(&mut self, array: &Value) {
        self.disclosures.push(disclosure(array));
        let digest = digest(self.disclosures.last().expect("one"));
        self.payload["_sd"].as_array_mut().expect("digests").push(digest.into());
    }

    fn make(&self) -> String {
        let parts = [vec![self.issuer.sign(&self.header, &self.payload)], self.disclosures.clone()].concat();
        let shown = format!("{}~", parts.join("~"));
        let mut binding = self.binding.clone();
        if binding.get("sd_hash").is_none() {
            binding["sd_hash"] = digest(&shown).into();
        }
        format!("{shown}{}", sign(&self.holder, &self.binding_header, &binding))
    }

    fn verify(&self) -> Result<Proven, CredentialError> {
        verify(&self.make(), &self.issuer.keys, expected())
    }
}

fn disclosure(array: &Value) -> String {
    URL_SAFE_NO_PAD.encode(array.to_string())
}

/// What is said of a forgery that is as it should be but for `change`.
fn forged(change: impl FnOnce(&mut Forge)) -> CredentialError {
    let mut forge = Forge::new();
    change(&mut forge);
    forge.verify().expect_err("refused")
}

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
fn a_forgery_as_it_should_be_is_taken_so_that_each_refusal_below_has_one_reason() {
    assert_eq!(Forge::new().verify().expect("proved").claims.len(), 1);
    let mut older = Forge::new();
    older.header.typ = Some("vc+sd-jwt".to_owned());
    assert!(older.verify().is_ok());
    let mut without_kid = Forge::new();
    without_kid.header.kid = None;
    assert!(without_kid.verify().is_ok());
}

#[test]
fn an_issuers_header_and_claims_are_as_they_should_be() {
    use CredentialError::{
        Algorithm as Alg, Expired, Issuer as By, Kind, NotYetValid, Signature, Subject, Type,
    };
    assert_eq!(forged(|forge| forge.header.typ = Some("JWT".into())), Type);
    assert_eq!(forged(|forge| forge.header.typ = None), Type);
    assert_eq!(forged(|forge| forge.header.kid = Some("k2".into())), Signature);
    assert_eq!(forged(|forge| forge.header.crit = Some(vec!["b64".into()])), Alg);
    assert_eq!(forged(|forge| forge.payload["iss"] = "https://other.example".into()), By);
    assert_eq!(forged(|forge| forge.payload["vct"] = "urn:other".into()), Kind);
    assert_eq!(forged(|forge| forge.payload["sub"] = "".into()), Subject);
    assert_eq!(forged(|forge| forge.payload["iat"] = after(61).as_second().into()), NotYetValid);
    assert_eq!(forged(|forge| forge.payload["nbf"] = after(61).as_second().into()), NotYetValid);
    assert_eq!(forged(|forge| forge.payload["nbf"] = "soon".into()), NotYetValid);
    assert_eq!(forged(|forge| forge.payload["exp"] = after(-61).as_second().into()), Expired);
    assert_eq!(forged(|forge| forge.payload["exp"] = Value::Null), Expired);
    // Signed with a secret that everybody knows: the published key.
    let mut hmac = Forge::new();
    let secret = EncodingKey::from_secret(hmac.issuer.key.public().to_string().as_bytes());
    hmac.header.alg = Algorithm::HS256;
    let jws = jsonwebtoken::encode(&hmac.header, &hmac.payload, &secret).expect("signed");
    assert_eq!(verify(&format!("{jws}~"), &hmac.issuer.keys, expected()).expect_err("refused"), Alg);
    let unsigned = format!(
        "{}.{}.",
        URL_SAFE_NO_PAD.encode(json!({"alg": "none", "typ": "dc+sd-jwt"}).to_string()),
        URL_SAFE_NO_PAD.encode(hmac.payload.to_string())
    );
    assert_eq!(verify(&format!("{unsigned}~"), &hmac.issuer.keys, expected()).expect_err("refused"), Alg);
}

#[test]
fn a_disclosure_is_one_that_the_issuer_signed_and_stands_once() {
    let refused = |change: &dyn Fn(&mut Forge)| {
        let said = forged(change);
        assert!(matches!(said, CredentialError::Disclosure(_)), "{said}");
    };
    // Never signed, and signed but shown twice.
    refused(&|forge| forge.disclosures.push(disclosure(&json!(["salt", "phone", "1"]))));
    refused(&|forge| forge.disclosures.push(forge.disclosures[0].clone()));
    // Two values for one claim, hidden or in the open.
    refused(&|forge| forge.signed_disclosure(&json!(["other-salt", "name", "李秀英"])));
    refused(&|forge| forge.payload["name"] = "李秀英".into());
    // One digest twice, whether it is disclosed or not; digests that are none.
    refused(&|forge| forge.payload["_sd"].as_array_mut().expect("digests").push(digest("another").into()));
    refused(&|forge| {
        let again = forge.payload["_sd"][0].clone();
        forge.payload["_sd"].as_array_mut().expect("digests").push(again);
    });
    refused(&|forge| forge.signed_disclosure(&json!(["salt", "value of an element"])));
    refused(&|forge| forge.payload["_sd_alg"] = "sha-512".into());
    // Something inside of a claim.
    refused(&|forge| forge.payload["address"] = json!({"_sd": [digest("x")]}));
    refused(&|forge| forge.payload["nationalities"] = json!([{"...": digest("x")}]));
    refused(&|forge| forge.signed_disclosure(&json!(["salt", "address", {"_sd": [digest("x")]}])));
    for name in RESERVED {
        refused(&|forge| forge.signed_disclosure(&json!(["salt", name, "somebody"])));
    }
}

#[test]
fn a_key_binding_is_of_the_holder_and_of_what_is_shown() {
    let refused = |change: &dyn Fn(&mut Forge)| {
        let said = forged(change);
        assert!(matches!(said, CredentialError::KeyBinding(_)), "{said}");
    };
    refused(&|forge| forge.binding_header.crit = Some(vec!["x".into()]));
    refused(&|forge| forge.binding["aud"] = "https://other.example".into());
    refused(&|forge| forge.binding["nonce"] = "another".into());
    refused(&|forge| forge.binding["sd_hash"] = digest("another").into());
    refused(&|forge| forge.binding["iat"] = after(17 * 60).as_second().into());
    refused(&|forge| forge.binding["iat"] = after(-17 * 60).as_second().into());
    refused(&|forge| forge.holder = HolderKey::make().expect("a key"));
    refused(&|forge| forge.payload["cnf"] = json!({"kid": "1"}));
    refused(&|forge| forge.payload["cnf"]["jwk"]["d"] = "AAAA".into());
    refused(&|forge| forge.payload["cnf"]["jwk"]["crv"] = "P-384".into());
    // The library refuses these while it reads.
    assert_eq!(forged(|forge| forge.binding["aud"] = json!([PLATFORM])), CredentialError::Malformed);
    assert_eq!(forged(|forge| forge.binding_header.typ = Some("JWT".into())), CredentialError::Malformed);
    assert_eq!(forged(|forge| forge.binding["iat"] = Value::Null), CredentialError::Malformed);
    // A claim that the person had not chosen, put in afterwards, and one taken out.
    let mut more = Forge::new();
    let hidden = disclosure(&json!(["salt", "phone", "1"]));
    more.payload["_sd"].as_array_mut().expect("digests").push(digest(&hidden).into());
    let made = more.make();
    let (shown, binding) = made.rsplit_once('~').expect("a binding");
    let said = verify(&format!("{shown}~{hidden}~{binding}"), &more.issuer.keys, expected());
    assert!(matches!(said.expect_err("more than was bound"), CredentialError::KeyBinding(_)));
    let issued = made.split('~').next().expect("a JWT");
    let said = verify(&format!("{issued}~{binding}"), &more.issuer.keys, expected());
    assert!(matches!(said.expect_err("less than was bound"), CredentialError::KeyBinding(_)));
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
            claims: BTreeMap::from([(name.to_owned(), "x".to_owned())]),
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
