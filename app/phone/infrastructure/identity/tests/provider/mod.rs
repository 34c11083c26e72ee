//! A small provider of our own, as well or as badly behaved as a test wants it, and a person with a browser.

#![allow(dead_code, reason = "each test file uses a part of it")]

use std::{
    collections::{BTreeMap, HashMap},
    sync::{Arc, Mutex},
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    extract::{OriginalUri, State},
    http::{HeaderMap, Method, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_identity::{
    Credentials, Identity, IdentityError, IdentityOptions, Outcome, Session, SignIn, SignInOptions, Target,
};
use fingertip_secrets::{MemorySecrets, Protection, SecretError, SecretStore};
use fingertip_typed::NameOrder;
use jiff::Timestamp;
use jsonwebtoken::{
    Algorithm, EncodingKey, Header,
    jwk::{Jwk, JwkSet},
};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use url::Url;

pub(crate) const CLIENT: &str = "shell";
/// Seconds for which an access token is good.
pub(crate) const LIFETIME: i64 = 300;

/// A request that came.
#[derive(Debug, Clone)]
pub(crate) struct Heard {
    pub(crate) path: String,
    pub(crate) method: Method,
    pub(crate) form: BTreeMap<String, String>,
    pub(crate) headers: HeaderMap,
}

impl Heard {
    pub(crate) fn header(&self, name: &str) -> &str {
        self.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
    }

    pub(crate) fn value(&self, name: &str) -> &str {
        self.form.get(name).map_or("", String::as_str)
    }
}

/// Makes the answer of one path out of the well-behaved one.
type Manner = Arc<dyn Fn(&Heard, Value) -> Response + Send + Sync>;
/// Makes an id token, or userinfo, of the well-behaved claims.
type Signing = Arc<dyn Fn(&Signer, Value) -> String + Send + Sync>;

/// A key with its id.
pub(crate) struct Signer {
    pub(crate) kid: String,
    encoding: EncodingKey,
}

impl Signer {
    pub(crate) fn make(kid: &str) -> Self {
        use aws_lc_rs::{rand::SystemRandom, signature as s};
        let pkcs8 =
            s::EcdsaKeyPair::generate_pkcs8(&s::ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let encoding = EncodingKey::from_ec_der(pkcs8.expect("a key").as_ref());
        Self { kid: kid.to_owned(), encoding }
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        let mut header = Header::new(Algorithm::ES256);
        header.kid = Some(self.kid.clone());
        jsonwebtoken::encode(&header, claims, &self.encoding).expect("signed")
    }

    fn jwk(&self) -> Jwk {
        let mut jwk = Jwk::from_encoding_key(&self.encoding, Algorithm::ES256).expect("a key");
        jwk.common.key_id = Some(self.kid.clone());
        jwk
    }
}

struct Inner {
    url: String,
    signer: Mutex<Arc<Signer>>,
    manners: Mutex<HashMap<&'static str, Manner>>,
    id_token: Mutex<Option<Signing>>,
    heard: Mutex<Vec<Heard>>,
    /// What was asked for each code and each pushed request.
    asked: Mutex<HashMap<String, BTreeMap<String, String>>>,
}

/// A running provider.
#[derive(Clone)]
pub(crate) struct Provider(Arc<Inner>);

impl Provider {
    pub(crate) async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let inner = Arc::new(Inner {
            url,
            signer: Mutex::new(Arc::new(Signer::make("k1"))),
            manners: Mutex::default(),
            id_token: Mutex::default(),
            heard: Mutex::default(),
            asked: Mutex::default(),
        });
        let routes = Router::new().fallback(answer).with_state(Arc::clone(&inner));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        Self(inner)
    }

    pub(crate) fn url(&self) -> String {
        self.0.url.clone()
    }

    /// From now on, `path` is answered by `manner`.
    pub(crate) fn at(
        &self,
        path: &'static str,
        manner: impl Fn(&Heard, Value) -> Response + Send + Sync + 'static,
    ) {
        self.0.manners.lock().expect("unpoisoned").insert(path, Arc::new(manner));
    }

    /// From now on, `path` is answered by this.
    pub(crate) fn says(&self, path: &'static str, status: u16, kind: &'static str, body: &'static str) {
        self.at(path, move |_, _| said(status, kind, body));
    }

    /// From now on, what `path` says is changed by `change`.
    pub(crate) fn changes(&self, path: &'static str, change: impl Fn(&mut Value) + Send + Sync + 'static) {
        self.at(path, move |_, mut value| {
            change(&mut value);
            Json(value).into_response()
        });
    }

    pub(crate) fn behaves(&self) {
        self.0.manners.lock().expect("unpoisoned").clear();
        *self.0.id_token.lock().expect("unpoisoned") = None;
    }

    /// From now on, id tokens are made by this.
    pub(crate) fn makes_id_tokens(&self, make: impl Fn(&Signer, Value) -> String + Send + Sync + 'static) {
        *self.0.id_token.lock().expect("unpoisoned") = Some(Arc::new(make));
    }

    /// From now on, another key signs.
    pub(crate) fn rotates_keys(&self, kid: &str) {
        *self.0.signer.lock().expect("unpoisoned") = Arc::new(Signer::make(kid));
    }

    pub(crate) fn signer(&self) -> Arc<Signer> {
        Arc::clone(&self.0.signer.lock().expect("unpoisoned"))
    }

    /// What came to `path`.
    pub(crate) fn heard(&self, path: &str) -> Vec<Heard> {
        let heard = self.0.heard.lock().expect("unpoisoned");
        heard.iter().filter(|one| one.path == path).cloned().collect()
    }

    /// Everything that came, as text.
    pub(crate) fn heard_text(&self) -> String {
        format!("{:?}", self.0.heard.lock().expect("unpoisoned"))
    }

    pub(crate) fn options(&self) -> IdentityOptions {
        IdentityOptions {
            issuer: self.url(),
            client_id: CLIENT.to_owned(),
            resource: None,
            slot: "main".to_owned(),
            name_order: NameOrder::FamilyFirst,
        }
    }

    /// The identity of somebody who keeps their secrets in `secrets`.
    pub(crate) fn identity(&self, secrets: &Arc<Secrets>) -> Identity {
        Identity::open(self.options(), Arc::clone(secrets) as Arc<dyn SecretStore>).expect("opened")
    }
}

pub(crate) fn said(status: u16, kind: &'static str, body: impl Into<String>) -> Response {
    let status = StatusCode::from_u16(status).expect("a status");
    (status, [(header::CONTENT_TYPE, kind)], body.into()).into_response()
}

/// An error of RFC 6749 5.2.
pub(crate) fn oauth_error(error: &str) -> Response {
    said(400, "application/json", json!({ "error": error }).to_string())
}

async fn answer(
    State(inner): State<Arc<Inner>>,
    method: Method,
    OriginalUri(uri): OriginalUri,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let query = uri.query().unwrap_or_default().as_bytes();
    let pairs = url::form_urlencoded::parse(query).chain(url::form_urlencoded::parse(&body));
    let form = pairs.map(|(name, value)| (name.into_owned(), value.into_owned())).collect();
    let heard = Heard { path: uri.path().to_owned(), method, form, headers };
    inner.heard.lock().expect("unpoisoned").push(heard.clone());
    let good = match heard.path.as_str() {
        "/.well-known/openid-configuration" => discovery(&inner.url),
        "/jwks" => json!(JwkSet { keys: vec![inner.signer.lock().expect("unpoisoned").jwk()] }),
        "/authorize" => return authorize(&inner, &heard),
        "/par" => {
            let uri = format!("urn:ietf:params:oauth:request_uri:{}", heard.value("nonce"));
            inner.asked.lock().expect("unpoisoned").insert(uri.clone(), heard.form.clone());
            json!({ "request_uri": uri, "expires_in": 60 })
        }
        "/token" => tokens(&inner, &heard),
        "/userinfo" => {
            json!({ "sub": "s-1", "name": "Zhang Wei", "id_number": "990106199003071175", "age": 36 })
        }
        "/revoke" => json!({}),
        _ => return StatusCode::NOT_FOUND.into_response(),
    };
    let manner = inner.manners.lock().expect("unpoisoned").get(heard.path.as_str()).cloned();
    match manner {
        Some(manner) => manner(&heard, good),
        None => Json(good).into_response(),
    }
}

fn discovery(url: &str) -> Value {
    json!({
        "issuer": url,
        "authorization_endpoint": format!("{url}/authorize"),
        "token_endpoint": format!("{url}/token"),
        "userinfo_endpoint": format!("{url}/userinfo"),
        "jwks_uri": format!("{url}/jwks"),
        "revocation_endpoint": format!("{url}/revoke"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["ES256"],
        "authorization_response_iss_parameter_supported": true,
    })
}

/// The person agrees at once.
fn authorize(inner: &Inner, heard: &Heard) -> Response {
    let mut asked = inner.asked.lock().expect("unpoisoned");
    let request = asked.get(heard.value("request_uri")).cloned().unwrap_or_else(|| heard.form.clone());
    let value = |name: &str| request.get(name).cloned().unwrap_or_default();
    let code = format!("code-{}", asked.len());
    let mut back: Url = value("redirect_uri").parse().expect("an address");
    back.query_pairs_mut()
        .append_pair("code", &code)
        .append_pair("state", &value("state"))
        .append_pair("iss", &inner.url);
    asked.insert(code, request);
    (StatusCode::FOUND, [(header::LOCATION, back.to_string())]).into_response()
}

fn tokens(inner: &Inner, heard: &Heard) -> Value {
    let number = inner.heard.lock().expect("unpoisoned").len();
    let now = Timestamp::now().as_second();
    let asked = inner.asked.lock().expect("unpoisoned").get(heard.value("code")).cloned();
    let mut claims =
        json!({ "iss": inner.url, "sub": "s-1", "aud": CLIENT, "iat": now, "exp": now + LIFETIME });
    if let Some(asked) = asked {
        claims["nonce"] = asked.get("nonce").cloned().into();
    }
    let signer = Arc::clone(&inner.signer.lock().expect("unpoisoned"));
    let id_token = match inner.id_token.lock().expect("unpoisoned").as_ref() {
        Some(make) => make(&signer, claims),
        None => signer.sign(&claims),
    };
    json!({
        "access_token": format!("access-{number}"), "token_type": "Bearer", "expires_in": LIFETIME,
        "refresh_token": format!("refresh-{number}"), "id_token": id_token,
    })
}

/// Signs in as a person with a browser does.
pub(crate) async fn sign_in(identity: &Identity) -> Result<Session, IdentityError> {
    sign_in_at(identity, Timestamp::now()).await
}

pub(crate) async fn sign_in_at(identity: &Identity, now: Timestamp) -> Result<Session, IdentityError> {
    finish(identity, identity.begin_sign_in("en").await?, now).await
}

/// Signs in where more is asked for.
pub(crate) async fn step_up(identity: &Identity, options: SignInOptions) -> Result<Session, IdentityError> {
    finish(identity, identity.begin_sign_in_with("en", options).await?, Timestamp::now()).await
}

async fn finish(identity: &Identity, begun: SignIn, now: Timestamp) -> Result<Session, IdentityError> {
    let address = begun.url().clone();
    let browser = reqwest::Client::builder().no_proxy().build().expect("a browser");
    let browsing = tokio::spawn(async move { browser.get(address).send().await });
    let page = |outcome: Outcome<'_>| format!("{outcome:?}");
    let finished = identity.finish_sign_in(begun, page, now);
    let session = tokio::time::timeout(Duration::from_secs(60), finished).await.expect("it comes to an end");
    drop(browsing.await);
    session
}

/// What goes with a request to the platform, so many seconds from now.
pub(crate) async fn credentials(identity: &Identity, seconds: i64) -> Result<Credentials, IdentityError> {
    let target = Target { method: "GET", url: "https://platform.example/api/v1/cases?x=1", nonce: None };
    let now = Timestamp::now() + jiff::SignedDuration::from_secs(seconds);
    identity.credentials(&target, now).await
}

/// A key store that can be told to take nothing.
#[derive(Default)]
pub(crate) struct Secrets {
    kept: MemorySecrets,
    pub(crate) is_full: std::sync::atomic::AtomicBool,
}

impl Secrets {
    pub(crate) fn text(&self, name: &str) -> Option<String> {
        let bytes = self.kept.get(name).expect("read")?;
        Some(String::from_utf8_lossy(&bytes).into_owned())
    }
}

impl SecretStore for Secrets {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        self.kept.get(name)
    }
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        if self.is_full.load(std::sync::atomic::Ordering::Relaxed) {
            return Err(std::io::Error::from(std::io::ErrorKind::StorageFull).into());
        }
        self.kept.set(name, secret)
    }
    fn forget(&self, name: &str) -> Result<(), SecretError> {
        self.kept.forget(name)
    }
    fn protection(&self) -> Protection {
        self.kept.protection()
    }
}
