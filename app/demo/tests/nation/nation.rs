//! A running demo nation and a client that does what the shell does.

use std::{collections::HashMap, future::Future, path::Path, time::Duration};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_contract::{Case, Problem, api};
use fingertip_credential::Held;
use fingertip_demo::{Options, Running, start};
use fingertip_kit::{clock, keys::SigningKey, webhooks};
use fingertip_standard::DepartmentId;
use fingertip_store::{Database, Place};
use reqwest::{Client, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;

pub(crate) const VERIFIER: &str = "a-verifier-that-is-long-enough-for-rfc-7636-0123456789";
pub(crate) const CALLBACK: &str = "http://127.0.0.1:49152/cb";

/// A running nation in a folder of its own.
pub(crate) struct Nation {
    pub(crate) running: Running,
    pub(crate) client: Client,
    pub(crate) folder: TempDir,
}

/// What the token endpoint gave.
pub(crate) struct Tokens {
    pub(crate) access: String,
    pub(crate) refresh: String,
    pub(crate) id: String,
}

pub(crate) fn options(data: &Path) -> Options {
    Options {
        pace: Duration::from_millis(30),
        database: database_of(data),
        ..Options::new(data, data.join("repository"))
    }
}

/// Where the platform keeps everything whose secrets are in this folder; none where that is a file among them. All of this runs on
/// `PostgreSQL` where the variable says so.
fn database_of(data: &Path) -> Option<Place> {
    if std::env::var("FINGERTIP_NATION_ON").as_deref() != Ok("postgres") {
        return None;
    }
    let folder = data.to_string_lossy().to_ascii_lowercase();
    let name: String = folder.chars().filter(char::is_ascii_alphanumeric).collect();
    Some(Place::Server(
        crate::postgres_server::own(&format!("nation_{name}")).expect("a server of PostgreSQL"),
    ))
}

/// What somebody types at a provider's page.
pub(crate) fn login_form(person: &str, passcode: &str) -> Vec<(&'static str, String)> {
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let form = [
        ("client_id", "fingertip-shell"),
        ("response_type", "code"),
        ("redirect_uri", CALLBACK),
        ("scope", "openid profile identity offline_access"),
        ("state", "st"),
        ("nonce", "no"),
        ("code_challenge", &challenge),
        ("code_challenge_method", "S256"),
        ("person", person),
        ("passcode", passcode),
    ];
    form.map(|(name, value)| (name, value.to_owned())).into()
}

pub(crate) fn client() -> Client {
    Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(Duration::from_secs(20))
        .build()
        .expect("a client")
}

impl Nation {
    /// How to connect to the server where the platform's database is; none where it is a file.
    pub(crate) fn server(&self) -> Option<String> {
        match database_of(self.folder.path()) {
            Some(Place::Server(url)) => Some(url),
            _ => None,
        }
    }

    /// The platform's database, behind its back.
    pub(crate) async fn database(&self) -> Database {
        let folder = self.folder.path();
        let place = database_of(folder).unwrap_or_else(|| Place::File(folder.join("platform.db")));
        place.open().await.expect("opened")
    }

    /// With the test catalogue put.
    pub(crate) async fn start() -> Self {
        Self::start_as(|_| ()).await
    }

    pub(crate) async fn start_as(change: impl Fn(&mut Options)) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let mut options = options(folder.path());
        change(&mut options);
        let running = start(options).await.expect("started");
        Self { running, client: client(), folder }.with_catalogue().await
    }

    pub(crate) async fn start_elsewhere(department: &str, backend: String) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let elsewhere = HashMap::from([(DepartmentId::new(department).expect("an id"), backend)]);
        let options = Options { elsewhere, ..options(folder.path()) };
        let running = start(options).await.expect("started");
        Self { running, client: client(), folder }.with_catalogue().await
    }

    /// The same request, signed as the platform signs what it tells departments.
    pub(crate) fn signed(&self, request: RequestBuilder) -> reqwest::Request {
        let key =
            SigningKey::load_or_make(&self.folder.path().join("platform.pk8")).expect("the platform's key");
        webhooks::signed(request.build().expect("a request"), &key, clock::now()).expect("signed")
    }

    async fn with_catalogue(self) -> Self {
        let put = self
            .client
            .put(self.at(api::CATALOGUE))
            .bearer_auth(&self.running.operator_token)
            .json(&catalogue());
        assert_eq!(put.send().await.expect("answered").status(), StatusCode::NO_CONTENT);
        self
    }

    /// Stops and starts again on the same data and ports.
    pub(crate) async fn restart(self) -> Self {
        self.restart_as(HashMap::new()).await
    }

    /// As [`Nation::restart`], with a department's backend elsewhere from then on.
    pub(crate) async fn restart_elsewhere(self, department: &str, backend: String) -> Self {
        self.restart_as(HashMap::from([(DepartmentId::new(department).expect("an id"), backend)])).await
    }

    async fn restart_as(self, elsewhere: HashMap<DepartmentId, String>) -> Self {
        self.restart_with(|options| options.elsewhere.clone_from(&elsewhere)).await
    }

    /// As [`Nation::restart`], with other options.
    pub(crate) async fn restart_with(self, change: impl Fn(&mut Options)) -> Self {
        let Self { running, client, folder } = self;
        let port = |url: &str| url.rsplit(':').next().and_then(|port| port.parse().ok()).expect("a port");
        let (port, demo_port) = (port(&running.platform_url), port(&running.demo_url));
        running.stop().await;
        let mut options = Options { port, demo_port, ..options(folder.path()) };
        change(&mut options);
        Self { running: start(options).await.expect("started again"), client, folder }
    }

    /// An address of the platform.
    pub(crate) fn at(&self, path: &str) -> String {
        format!("{}{path}", self.running.platform_url)
    }

    /// An address of the identity provider.
    pub(crate) fn oidc(&self, path: &str) -> String {
        format!("{}/oidc/{path}", self.running.demo_url)
    }

    /// Types the passcode of `person` and gives the code back.
    pub(crate) async fn code(&self, person: &str) -> String {
        let form = login_form(person, "123456");
        let answer = self.client.post(self.oidc("login")).form(&form).send().await.expect("answered");
        assert_eq!(answer.status(), StatusCode::FOUND);
        let location = answer.headers()["location"].to_str().expect("text").to_owned();
        query(&location).remove("code").expect("a code")
    }

    /// Asks the token endpoint.
    pub(crate) async fn token(&self, form: &[(&str, &str)]) -> Response {
        self.client.post(self.oidc("token")).form(form).send().await.expect("answered")
    }

    pub(crate) async fn exchange(&self, code: &str, verifier: &str) -> Response {
        self.token(&[
            ("grant_type", "authorization_code"),
            ("client_id", "fingertip-shell"),
            ("code", code),
            ("redirect_uri", CALLBACK),
            ("code_verifier", verifier),
        ])
        .await
    }

    /// What the platform's token is exchanged with for one of the payment service (RFC 8693).
    pub(crate) fn exchanging<'a>(&self, token: &'a str) -> Vec<(&'static str, std::borrow::Cow<'a, str>)> {
        vec![
            ("grant_type", "urn:ietf:params:oauth:grant-type:token-exchange".into()),
            ("subject_token", token.into()),
            ("subject_token_type", "urn:ietf:params:oauth:token-type:access_token".into()),
            ("audience", format!("{}/payments", self.running.demo_url).into()),
            ("client_id", "fingertip-shell".into()),
        ]
    }

    /// A token for the payment service.
    pub(crate) async fn paying(&self, access: &str) -> String {
        let form = self.exchanging(access);
        let answer = self.client.post(self.oidc("token")).form(&form).send().await.expect("answered");
        let body: serde_json::Value = answer.json().await.expect("JSON");
        body["access_token"].as_str().expect("a token").to_owned()
    }

    pub(crate) async fn refresh(&self, token: &str) -> Response {
        self.token(&[
            ("grant_type", "refresh_token"),
            ("client_id", "fingertip-shell"),
            ("refresh_token", token),
        ])
        .await
    }

    /// The whole way to tokens.
    pub(crate) async fn log_in(&self, person: &str) -> Tokens {
        let code = self.code(person).await;
        tokens(self.exchange(&code, VERIFIER).await).await
    }

    /// A submission, ready to send.
    pub(crate) fn submission(&self, access: &str, key: &str, body: &Value) -> RequestBuilder {
        self.client
            .post(self.at(api::CASES))
            .bearer_auth(access)
            .header(api::IDEMPOTENCY_KEY, key)
            .header(api::RUNNING_APP, app("human-resources"))
            .json(body)
    }

    /// Submits a card application of Zhang Wei, or of whoever else is signed in.
    pub(crate) async fn submit(&self, access: &str, key: &str) -> Case {
        let held = Held::read(&self.device(access).await.credential).expect("a credential");
        let mut application = card_application();
        for (name, value) in application["claims"].as_object_mut().expect("claims") {
            *value = held.claims[name].as_str().into();
        }
        let application = self.proven(access, key, application).await;
        let answer = self.submission(access, key, &application).send().await.expect("answered");
        assert_eq!(answer.status(), StatusCode::CREATED);
        answer.json().await.expect("a case")
    }

    /// The person's cases, as they are listed.
    pub(crate) async fn cases(&self, access: &str) -> Vec<Case> {
        let asked = self.client.get(self.at(api::CASES)).bearer_auth(access);
        asked.send().await.expect("answered").json().await.expect("cases")
    }

    pub(crate) async fn case(&self, access: &str, case: &Case) -> Case {
        self.client
            .get(self.at(&api::case(&case.id)))
            .bearer_auth(access)
            .send()
            .await
            .expect("answered")
            .json()
            .await
            .expect("a case")
    }

    /// Waits until the case is in `state`.
    pub(crate) async fn until(
        &self,
        access: &str,
        case: &Case,
        state: fingertip_contract::CaseState,
    ) -> Case {
        until("the case gets there", || async {
            let now = self.case(access, case).await;
            (now.state == state).then_some(now)
        })
        .await
    }

    /// Calls an operation of `department` from one of its mini-apps.
    pub(crate) async fn operation(
        &self,
        access: &str,
        department: &str,
        operation: &str,
        body: &Value,
    ) -> Response {
        self.client
            .post(self.at(&format!("/api/v1/departments/{department}/operations/{operation}")))
            .bearer_auth(access)
            .header(api::RUNNING_APP, app(department))
            .json(&json!({ "body": body.to_string() }))
            .send()
            .await
            .expect("answered")
    }

    /// The JSON inside an operation's reply.
    pub(crate) async fn operated(
        &self,
        access: &str,
        department: &str,
        operation: &str,
        body: &Value,
    ) -> Value {
        let answer = self.operation(access, department, operation, body).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let reply: api::OperationReply = answer.json().await.expect("a reply");
        serde_json::from_str(&reply.body).expect("JSON text")
    }
}

pub(crate) async fn tokens(answer: Response) -> Tokens {
    assert_eq!(answer.status(), StatusCode::OK);
    let body: Value = answer.json().await.expect("JSON");
    let text = |name: &str| body[name].as_str().expect(name).to_owned();
    Tokens { access: text("access_token"), refresh: text("refresh_token"), id: text("id_token") }
}

/// Asks again and again, at most 15 seconds.
pub(crate) async fn until<T, F: Future<Output = Option<T>>>(what: &str, ask: impl Fn() -> F) -> T {
    for _ in 0..750 {
        if let Some(value) = ask().await {
            return value;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    panic!("waited too long until {what}");
}

pub(crate) fn query(address: &str) -> HashMap<String, String> {
    url::Url::parse(address).expect("an address").query_pairs().into_owned().collect()
}

/// The status and the problem of an answer, which must be one.
pub(crate) async fn problem(answer: Response) -> (u16, String) {
    let status = answer.status().as_u16();
    assert_eq!(answer.headers()["content-type"], "application/problem+json", "status {status}");
    let problem: Problem = answer.json().await.expect("a problem");
    assert!(!problem.title.is_empty());
    (status, problem.code.to_string())
}

pub(crate) fn app(department: &str) -> String {
    json!({"department": department, "app": format!("cn.example.{department}.app"), "version": 1, "sha256": "ab"}).to_string()
}

pub(crate) fn card_application() -> Value {
    json!({
        "service": "social-security-card", "region": "440100", "claims": {"name": "张伟", "id-number": "990106199003071175"},
        "body": json!({"name": "张伟", "delivery": {"kind": "post"}}).to_string()
    })
}

pub(crate) fn catalogue() -> Value {
    let department = |id: &str| json!({"id": id, "name": {"en": id}, "region": "100000", "prefix": format!("cn.example.{id}")});
    let service = |id: &str, department: &str, region: &str, theme: &str| json!({"id": id, "name": {"en": id}, "department": department, "region": region, "theme": theme, "promised_days": 5});
    json!({
        "regions": [
            {"code": "100000", "name": {"en": "Nation"}, "level": "nation"},
            {"code": "440000", "name": {"en": "Province"}, "parent": "100000", "level": "province"},
            {"code": "440100", "name": {"en": "City"}, "parent": "440000", "level": "prefecture"},
            {"code": "450000", "name": {"en": "Other province"}, "parent": "100000", "level": "province"}
        ],
        "departments": [department("human-resources"), department("taxation"), department("transport"), department("utilities"), department("courts")],
        "services": [
            service("social-security-card", "human-resources", "440000", "social-security"),
            service("tax-paid-certificate", "taxation", "100000", "taxation"),
            service("file-a-suit", "courts", "100000", "justice")
        ],
        "life_events": [{
            "id": "new-work", "name": {"en": "New work"}, "occasion": "work", "services": ["social-security-card", "tax-paid-certificate"],
            "joint": {
                "sections": [{"title": {"en": "You"}, "fields": [
                    {"id": "address", "kind": "text", "label": {"en": "Address"}, "is_required": true},
                    {"id": "photo", "kind": "file", "label": {"en": "Photo"}}
                ]}],
                "steps": [
                    {"id": "card", "services": ["social-security-card"], "place": "home", "answers": ["address", "photo"],
                     "own_fields": ["address"], "own_documents": ["photo"]},
                    {"id": "certificate", "services": ["tax-paid-certificate"], "place": "home", "depends_on": ["card"],
                     "answers": ["address"], "own_fields": ["address"]}
                ]
            }
        }]
    })
}
