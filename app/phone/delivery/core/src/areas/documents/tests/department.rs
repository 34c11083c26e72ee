//! A department that signs documents, publishes keys and a list, and now and then cannot be reached; and a device of somebody to whom
//! it issued one.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    response::{IntoResponse, Response},
};
use fingertip_credential::{
    HolderKey, SignError,
    status::{ListContent, Status, StatusList, make},
};
use fingertip_documents::unverified;
use fingertip_records::{KeptDocument, ProfileName, Profiles};
use fingertip_secrets::{MemorySecrets, SecretStore, device_key};
use fingertip_standard::DepartmentId;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};

use crate::{
    Core, CoreOptions, Model,
    testing::{at, options},
};

/// The document's id.
pub(super) const DOCUMENT: &str = "card-4711";
/// Its place in the list.
pub(super) const PLACE: u64 = 31;

pub(super) fn issuer() -> DepartmentId {
    DepartmentId::new("transport").expect("an id")
}

struct Key {
    key: HolderKey,
    kid: &'static str,
}

impl Key {
    fn new(kid: &'static str) -> Self {
        Self { key: HolderKey::make().expect("a key"), kid }
    }

    fn set(&self) -> Value {
        let mut jwk = self.key.public().clone();
        jwk["kid"] = self.kid.into();
        json!({ "keys": [jwk] })
    }

    fn sign(&self, typ: &str, payload: &Value) -> String {
        let header = Header {
            typ: Some(typ.to_owned()),
            kid: Some(self.kid.to_owned()),
            ..Header::new(Algorithm::ES256)
        };
        jsonwebtoken::encode(&header, payload, &EncodingKey::from_ec_der(self.key.to_pkcs8()))
            .expect("signed")
    }
}

struct Papers {
    key: Key,
    list: String,
    is_open: bool,
    /// Each path that was asked for, and whether a token came with it.
    asked: Vec<String>,
}

type Shared = Arc<Mutex<Papers>>;

/// The department and the platform in one.
pub(super) struct Office {
    pub(super) url: String,
    papers: Shared,
}

async fn answer(State(papers): State<Shared>, request: Request) -> Response {
    let mut papers = papers.lock().expect("unpoisoned");
    if !papers.is_open {
        return StatusCode::SERVICE_UNAVAILABLE.into_response();
    }
    let token = if request.headers().contains_key("authorization") { "a token" } else { "no token" };
    papers.asked.push(format!("{} {token}", request.uri()));
    match request.uri().path() {
        "/api/v1/departments/transport/jwks.json" => axum::Json(papers.key.set()).into_response(),
        "/status/1" => papers.list.clone().into_response(),
        _ => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Office {
    pub(super) async fn open() -> Self {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("bound");
        let url = format!("http://{}", listener.local_addr().expect("an address"));
        let papers = Papers { key: Key::new("k1"), list: String::new(), is_open: true, asked: Vec::new() };
        let papers = Arc::new(Mutex::new(papers));
        let routes = Router::new().fallback(answer).with_state(Arc::clone(&papers));
        tokio::spawn(async move { axum::serve(listener, routes).await });
        let office = Self { url, papers };
        office.say(Status::Valid, 0);
        office
    }

    fn list_uri(&self) -> String {
        format!("{}/status/1", self.url)
    }

    /// A document, with a place in the list or without.
    pub(super) fn issue(&self, has_status: bool) -> String {
        let mut document = json!({
            "jti": DOCUMENT, "iss": "transport", "sub": "p", "kind": "bus-card", "title": { "en": "Bus card" }, "holder": "h",
            "number": "1", "iat": 0,
        });
        if has_status {
            document["status"] = json!({ "status_list": { "idx": PLACE, "uri": self.list_uri() } });
        }
        self.papers.lock().expect("unpoisoned").key.sign("JWT", &document)
    }

    /// From now on the list says so of the document; made so many seconds after the beginning.
    pub(super) fn say(&self, status: Status, made: i64) {
        let mut list = StatusList::new(2, 64).expect("a list");
        list.set(PLACE, status).expect("set");
        let uri = self.list_uri();
        let content = ListContent {
            issuer: "transport",
            uri: &uri,
            issued_at: at(made),
            expires_at: at(made + 86_400),
            ttl_seconds: 600,
        };
        let mut papers = self.papers.lock().expect("unpoisoned");
        papers.list = make(&list, content, |typ, payload| Ok::<_, SignError>(papers.key.sign(typ, payload)))
            .expect("made");
    }

    /// Nobody reaches it any more.
    pub(super) fn close(&self) {
        self.papers.lock().expect("unpoisoned").is_open = false;
    }

    /// It is there again, with another key.
    pub(super) fn change_keys(&self) {
        let mut papers = self.papers.lock().expect("unpoisoned");
        (papers.key, papers.is_open) = (Key::new("k2"), true);
    }

    /// What it was asked.
    pub(super) fn asked(&self) -> Vec<String> {
        self.papers.lock().expect("unpoisoned").asked.clone()
    }
}

/// A device in somebody's hands.
pub(super) struct Device {
    folder: tempfile::TempDir,
    secrets: Arc<dyn SecretStore>,
}

impl Device {
    /// On which this document is kept.
    pub(super) fn with(jws: &str) -> Self {
        let device = Self {
            folder: tempfile::tempdir().expect("a folder"),
            secrets: Arc::new(MemorySecrets::default()),
        };
        let key = device_key(&*device.secrets, "records-main").expect("a key");
        let name = ProfileName::new("main").expect("a name");
        let records = Profiles::new(device.folder.path()).open(&name, &key).expect("a store");
        let document = unverified(jws).expect("a document");
        records.keep_document(&KeptDocument { document, jws: jws.to_owned(), as_of: at(0) }).expect("kept");
        device
    }

    /// The app, by a clock of the test's own, in seconds after the beginning.
    pub(super) fn start(&self, platform_url: &str, clock: &Arc<AtomicI64>) -> Core {
        let clock = Arc::clone(clock);
        let options = CoreOptions {
            platform_url: platform_url.to_owned(),
            now: Arc::new(move || at(clock.load(Ordering::Relaxed))),
            ..options(self.folder.path(), &self.secrets)
        };
        Core::start(options).expect("it starts")
    }

    /// Waits until the app shows it.
    pub(super) async fn until(&self, core: &Core, is_so: impl Fn(&Model) -> bool) -> Arc<Model> {
        let mut watch = core.watch();
        let waited =
            tokio::time::timeout(Duration::from_secs(45), watch.wait_for(|model| is_so(model))).await;
        waited.expect("waited in vain").expect("it runs").clone()
    }
}
