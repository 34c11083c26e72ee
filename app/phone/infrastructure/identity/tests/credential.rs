//! A device fetches what its person's provider vouches for, and shows of it what it is asked for.

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    Json, Router,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use fingertip_credential::{
    Content, Expected, HolderKey, PERSON_FACTS, SignError, TYPE, issue, key_proof, verify,
};
use fingertip_identity::{Credentials, Fetched, Holder, IdentityError, ProvenFacts, Showing, forget_slot};
use fingertip_secrets::{MemorySecrets, SecretStore};
use fingertip_standard::ClaimName;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tokio::net::TcpListener;

/// What is shown once, to others than the platform.
const ONCE: &str = "urn:once";
const PLATFORM: &str = "https://platform.example";

/// What an issuer does otherwise than it should.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whim {
    None,
    OtherIssuer,
    OtherSubject,
    OtherKey,
    RunOut,
    OtherKind,
    TellsMore,
    Nonsense,
    Refuses,
    Broken,
}

struct Issuer {
    url: String,
    key: HolderKey,
    whim: Mutex<Whim>,
    n_asked: AtomicUsize,
}

impl Issuer {
    /// Its person of this name.
    fn person<'a>(&'a self, subject: &'a str) -> Holder<'a> {
        Holder { issuer: &self.url, subject }
    }

    async fn start() -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
        let url = format!("http://{}/nation", listener.local_addr().expect("an address"));
        let key = HolderKey::make().expect("a key");
        let issuer = Arc::new(Self { url, key, whim: Mutex::new(Whim::None), n_asked: AtomicUsize::new(0) });
        let routes = Router::new()
            .route("/.well-known/openid-credential-issuer/nation", get(metadata))
            .route("/nation/nonce", post(async || Json(json!({"c_nonce": "n"}))))
            .route("/nation/credential", post(answer))
            .with_state(Arc::clone(&issuer));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        issuer
    }

    fn whim(&self) -> Whim {
        *self.whim.lock().expect("unpoisoned")
    }
}

async fn metadata(State(issuer): State<Arc<Issuer>>) -> Json<Value> {
    let kind = if issuer.whim() == Whim::OtherKind { "urn:other" } else { PERSON_FACTS };
    let own = if issuer.whim() == Whim::OtherIssuer { "https://other.example" } else { &issuer.url };
    Json(json!({
        "credential_issuer": own, "credential_endpoint": format!("{}/credential", issuer.url),
        "nonce_endpoint": format!("{}/nonce", issuer.url),
        "credential_configurations_supported": {"mdoc": {"format": "mso_mdoc"}, "facts": {"format": TYPE, "vct": kind},
            "once": {"format": TYPE, "vct": ONCE, "credential_metadata": {"display": [{"name": "Once", "locale": "en"}]}}}
    }))
}

async fn answer(State(issuer): State<Arc<Issuer>>, headers: HeaderMap, Json(asked): Json<Value>) -> Response {
    issuer.n_asked.fetch_add(1, Ordering::Relaxed);
    assert_eq!(headers["authorization"], "Bearer token");
    let is_once = asked["credential_configuration_id"] == "once";
    assert!(is_once || asked["credential_configuration_id"] == "facts");
    let proof = asked["proofs"]["jwt"][0].as_str().expect("a proof");
    let proven = key_proof::check(proof, &issuer.url, now()).expect("a key");
    assert_eq!(proven.nonce, "n");
    let (mut subject, mut holder, mut ends) = (if is_once { "x" } else { "p" }, proven.jwk, after(24 * 60));
    match issuer.whim() {
        Whim::OtherSubject => subject = if is_once { "p" } else { "q" },
        Whim::OtherKey => holder = HolderKey::make().expect("a key").public().clone(),
        Whim::RunOut => ends = after(1),
        Whim::Nonsense => return Json(json!({"credentials": [{"credential": "a.b.c~"}]})).into_response(),
        Whim::Refuses => {
            return (StatusCode::BAD_REQUEST, Json(json!({"error": "invalid_proof"}))).into_response();
        }
        Whim::Broken => return StatusCode::BAD_GATEWAY.into_response(),
        Whim::None | Whim::OtherIssuer | Whim::OtherKind | Whim::TellsMore => {}
    }
    let claims = [("name", "张伟"), ("id-number", "990106199003071175")];
    let content = Content {
        kind: if is_once { ONCE } else { PERSON_FACTS },
        issuer: &issuer.url,
        subject,
        issued_at: now(),
        expires_at: ends,
        holder: &holder,
        claims: claims.map(|(name, value)| (name.to_owned(), value.into())).into(),
    };
    let sign = |typ: &str, payload: &serde_json::Map<String, Value>| {
        let mut payload = payload.clone();
        if issuer.whim() == Whim::TellsMore {
            payload.insert("nickname".into(), "Wei".into());
        }
        let header = Header { typ: Some(typ.to_owned()), ..Header::new(Algorithm::ES256) };
        let key = EncodingKey::from_ec_der(issuer.key.to_pkcs8());
        jsonwebtoken::encode(&header, &payload, &key).map_err(|_| SignError)
    };
    let credential = issue(&content, sign).expect("issued");
    Json(json!({"credentials": [{"credential": credential}]})).into_response()
}

fn now() -> Timestamp {
    "2026-11-28T08:00:00Z".parse().expect("a time")
}

fn after(minutes: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_mins(minutes)).expect("a time")
}

fn showing(holder: Holder<'_>) -> Showing<'_> {
    Showing { holder, audience: PLATFORM, nonce: "k" }
}

/// What a request carries: the token that the issuer here wants.
async fn token(_: url::Url, _: Option<String>) -> Result<Credentials, IdentityError> {
    Ok(Credentials { authorization: "Bearer token".to_owned(), proof: None })
}

fn claim(name: &str) -> ClaimName {
    ClaimName::new(name).expect("a claim's name")
}

#[tokio::test]
async fn what_the_person_agreed_to_is_shown_and_proves_what_the_provider_says() {
    let issuer = Issuer::start().await;
    let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    let facts = ProvenFacts::open(Arc::clone(&secrets), "main").expect("opened");
    assert_eq!(facts.known(issuer.person("p"), now()).expect("read"), None);
    assert_eq!(facts.fetch(issuer.person("p"), token, now()).await.expect("fetched"), Fetched::Kept);

    // After a restart too, and nobody else's.
    let facts = ProvenFacts::open(Arc::clone(&secrets), "main").expect("opened");
    let known = facts.known(issuer.person("p"), now()).expect("read").expect("kept");
    assert_eq!(known, [claim("name"), claim("id-number")].into());
    let name = claim("name");
    let shown = facts.present(&[&name], showing(issuer.person("p")), now()).expect("read").expect("shown");
    let keys = serde_json::from_value(json!({"keys": [issuer.key.public()]})).expect("a JWK set");
    let expected =
        Expected { issuer: &issuer.url, kind: PERSON_FACTS, audience: PLATFORM, nonce: "k", now: now() };
    let proven = verify(&shown, &keys, expected).expect("proved");
    assert_eq!(proven.claims, [("name".to_owned(), json!("张伟"))].into());
    assert!(facts.present(&[&claim("phone")], showing(issuer.person("p")), now()).expect("read").is_none());
    assert!(
        facts.present(&[&name], showing(issuer.person("q")), now()).expect("read").is_none(),
        "somebody else"
    );
    let same_name = Holder { issuer: "https://other.example", subject: "p" };
    assert!(facts.present(&[&name], showing(same_name), now()).expect("read").is_none(), "another issuer's");
    assert!(
        ProvenFacts::open(Arc::clone(&secrets), "other")
            .expect("opened")
            .known(issuer.person("p"), now())
            .expect("read")
            .is_none()
    );
    // A little before it ends it is fetched anew: on its way it could run out.
    assert!(
        facts.present(&[&name], showing(issuer.person("p")), after(24 * 60 - 1)).expect("read").is_none()
    );
    assert_eq!(issuer.n_asked.load(Ordering::Relaxed), 1);
    forget_slot(&*secrets, "main").expect("forgotten");
    assert_eq!(facts.known(issuer.person("p"), now()).expect("read"), None);
    assert_eq!(format!("{facts:?}"), "ProvenFacts { .. }");
}

#[tokio::test]
async fn a_credential_that_is_not_this_persons_or_devices_is_not_kept() {
    let issuer = Issuer::start().await;
    let facts = ProvenFacts::open(Arc::new(MemorySecrets::default()), "main").expect("opened");
    let fetch = async |whim: Whim| {
        *issuer.whim.lock().expect("unpoisoned") = whim;
        facts.fetch(issuer.person("p"), token, now()).await
    };
    for whim in
        [Whim::OtherIssuer, Whim::OtherSubject, Whim::OtherKey, Whim::RunOut, Whim::Nonsense, Whim::Refuses]
    {
        assert!(matches!(fetch(whim).await, Err(IdentityError::Refused { .. })), "{whim:?}");
    }
    assert!(matches!(fetch(Whim::Broken).await, Err(IdentityError::Unreachable { .. })));
    assert_eq!(facts.known(issuer.person("p"), now()).expect("read"), None);
    // What was good before stays where a new one does not come.
    assert_eq!(fetch(Whim::None).await.expect("fetched"), Fetched::Kept);
    assert!(fetch(Whim::OtherKey).await.is_err());
    assert!(facts.present(&[&claim("name")], showing(issuer.person("p")), now()).expect("read").is_some());
}

#[tokio::test]
async fn a_provider_that_vouches_for_nothing_is_no_error() {
    let issuer = Issuer::start().await;
    let facts = ProvenFacts::open(Arc::new(MemorySecrets::default()), "main").expect("opened");
    *issuer.whim.lock().expect("unpoisoned") = Whim::OtherKind;
    assert_eq!(facts.fetch(issuer.person("p"), token, now()).await.expect("asked"), Fetched::NoneIssued);
    let elsewhere = issuer.url.replace("/nation", "/other");
    assert_eq!(
        facts.fetch(Holder { issuer: &elsewhere, subject: "p" }, token, now()).await.expect("asked"),
        Fetched::NoneIssued
    );
    assert!(matches!(
        facts.fetch(Holder { issuer: "http://127.0.0.1:1/nation", subject: "p" }, token, now()).await,
        Err(IdentityError::Unreachable { .. })
    ));
    assert!(matches!(
        facts.fetch(Holder { issuer: "no address", subject: "p" }, token, now()).await,
        Err(IdentityError::Refused { .. })
    ));
}

#[tokio::test]
async fn what_is_shown_once_has_a_key_and_a_name_of_its_own_and_is_kept_nowhere() {
    let issuer = Issuer::start().await;
    let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    let facts = ProvenFacts::open(Arc::clone(&secrets), "main").expect("opened");
    let fetch = async |kinds: &[&str]| {
        let kinds = kinds.iter().copied().collect();
        facts.fetch_once(issuer.person("p"), &kinds, token, now()).await
    };
    // What names its person everywhere alike is for the platform, whoever asks for it by its kind.
    let fetched = fetch(&[ONCE, PERSON_FACTS, "urn:other"]).await.expect("fetched");
    let [one] = fetched.as_slice() else { panic!("one is issued: {fetched:?}") };
    assert_eq!((one.kind(), one.title().0.get("en").map(String::as_str)), (ONCE, Some("Once")));
    assert!(one.open().get("sub") == Some(&json!("x")) && one.hidden().len() == 2);
    let keys = serde_json::from_value(json!({"keys": [issuer.key.public()]})).expect("a JWK set");
    let expected = Expected { issuer: &issuer.url, kind: ONCE, audience: "taxation", nonce: "n", now: now() };
    let shown = one.present(&["name"], "taxation", "n", now()).expect("shown");
    let proven = verify(&shown, &keys, expected).expect("proved");
    assert_eq!(proven.claims, [("name".to_owned(), json!("张伟"))].into());
    assert!(one.present(&["phone"], "taxation", "n", now()).is_none());
    assert!(one.present(&["name"], "taxation", "n", after(24 * 60)).is_none(), "it has run out");
    let other = fetch(&[ONCE]).await.expect("fetched");
    assert_ne!(other[0].open().get("sub"), None);
    let bound = |shown: &str| shown.split('~').next().map(str::to_owned);
    assert_ne!(bound(&other[0].present(&[], "a", "n", now()).expect("shown")), bound(&shown), "another key");
    assert_eq!(facts.known(issuer.person("p"), now()).expect("read"), None, "nothing is kept");
    let n_asked = issuer.n_asked.load(Ordering::Relaxed);
    assert!(
        fetch(&["urn:other"]).await.expect("asked").is_empty()
            && fetch(&[PERSON_FACTS]).await.expect("asked").is_empty()
    );
    assert_eq!(issuer.n_asked.load(Ordering::Relaxed), n_asked, "nothing is fetched that cannot be shown");
    for whim in [
        Whim::OtherSubject,
        Whim::OtherKey,
        Whim::RunOut,
        Whim::TellsMore,
        Whim::Nonsense,
        Whim::Refuses,
        Whim::OtherIssuer,
    ] {
        *issuer.whim.lock().expect("unpoisoned") = whim;
        assert!(matches!(fetch(&[ONCE]).await, Err(IdentityError::Refused { .. })), "{whim:?}");
    }
}
