//! A department that exists by its registration alone: the program is started with a file, and a case and a call of a
//! mini-app go to a backend that the platform knows nothing else of.

#![cfg(unix)]

use std::{
    fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{Arc, Mutex},
};

use axum::{
    Json, Router,
    extract::State,
    http::HeaderMap,
    routing::{get, post},
};
use fingertip_contract::{
    Case, CaseState, Problem, ProblemCode,
    api::{self, AdvanceCase, DispatchedCase, OperationReply},
};
use fingertip_departments::Registration;
use fingertip_kit::{issuer::AUDIENCE, keys::SigningKey, listener};
use fingertip_standard::{DepartmentId, OperationId};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::Notify;

/// The program, ended with the test.
struct Server {
    child: Child,
    url: String,
    operator_token: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn command(folder: &Path, departments: &Path, issuer: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingertip-server"));
    command.args(["serve", "--issuer", issuer, "--name", "en=A nation"]);
    command.arg("--data").arg(folder.join("data")).arg("--repository").arg(folder.join("repository"));
    command.arg("--departments").arg(departments).stdout(Stdio::piped());
    command
}

fn serve(folder: &Path, departments: &Path, issuer: &str) -> Server {
    let mut child = command(folder, departments, issuer).stderr(Stdio::null()).spawn().expect("started");
    let mut line = String::new();
    BufReader::new(child.stdout.take().expect("piped")).read_line(&mut line).expect("a line");
    let ready: Value = serde_json::from_str(&line).expect("JSON");
    let text = |name: &str| ready[name].as_str().expect(name).to_owned();
    let operator_token = fs::read_to_string(text("operator_token_file")).expect("the operator's token");
    Server { child, url: text("platform"), operator_token }
}

/// What `fingertip-server audit` says, a JSON value a line, and whether the log holds.
fn audit(folder: &Path, asked: &[&str]) -> (bool, Vec<Value>) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingertip-server"));
    let ended =
        command.arg("audit").arg("--data").arg(folder.join("data")).args(asked).output().expect("ran");
    let said = String::from_utf8(ended.stdout).expect("text");
    let lines = said.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    (ended.status.success(), lines)
}

async fn listen(routes: impl FnOnce(&str) -> Router) -> String {
    let bound = listener::listen(0).await.expect("bound");
    let url = listener::url_of(&bound).expect("an address");
    let routes = routes(&url);
    tokio::spawn(async move { axum::serve(bound, routes).await });
    url
}

/// An identity provider as far as the platform asks it.
async fn issuer(key: &SigningKey) -> String {
    let keys = key.public_set();
    listen(|url| {
        let said = json!({"jwks_uri": format!("{url}/keys"), "userinfo_endpoint": format!("{url}/userinfo")});
        Router::new()
            .route("/.well-known/openid-configuration", get(|| async { Json(said) }))
            .route("/keys", get(|| async { Json(keys) }))
    })
    .await
}

#[derive(Default)]
struct Inbox {
    told: Mutex<Option<(String, DispatchedCase)>>,
    came: Notify,
}

fn bearer(headers: &HeaderMap) -> String {
    headers["authorization"].to_str().expect("text").to_owned()
}

async fn take(State(inbox): State<Arc<Inbox>>, headers: HeaderMap, Json(case): Json<DispatchedCase>) {
    *inbox.told.lock().expect("unpoisoned") = Some((bearer(&headers), case));
    inbox.came.notify_one();
}

async fn reserve(headers: HeaderMap, Json(asked): Json<Value>) -> Json<Value> {
    let subject = headers[api::SUBJECT].to_str().expect("text").to_owned();
    Json(json!({"bench": asked["bench"], "for": subject, "token": bearer(&headers)}))
}

/// A department of parks, registered by a file.
struct Parks {
    folder: TempDir,
    inbox: Arc<Inbox>,
    file: PathBuf,
    key: SigningKey,
}

const TOKEN: &str = "a-token-that-only-two-know";

impl Parks {
    async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let inbox = Arc::<Inbox>::default();
        let backend = listen(|_| {
            Router::new()
                .route("/cases", post(take))
                .route("/operations/bench.reserve", post(reserve))
                .with_state(Arc::clone(&inbox))
        })
        .await;
        let key = SigningKey::load_or_make(&folder.path().join("parks.pk8")).expect("a key");
        fs::write(folder.path().join("parks.token"), TOKEN).expect("written");
        let registration = Registration {
            supervisor: None,
            id: DepartmentId::new("parks").expect("an id"),
            backend,
            token_file: "parks.token".into(),
            operations: vec![OperationId::new("bench.reserve").expect("an id")],
            changing_operations: vec![OperationId::new("bench.reserve").expect("an id")],
            keys: key.public_set(),
            assurance: fingertip_server::NeededAssurance::default(),
        };
        let file = folder.path().join("departments.json");
        fs::write(&file, serde_json::to_string(&[registration]).expect("JSON")).expect("written");
        Self { folder, inbox, file, key }
    }
}

fn catalogue() -> Value {
    json!({
        "regions": [{"code": "100000", "name": {"en": "Nation"}, "level": "nation"}],
        "departments": [{"id": "parks", "name": {"en": "Parks"}, "region": "100000", "prefix": "cn.example.parks"}],
        "services": [{"id": "plant-a-tree", "name": {"en": "Plant a tree"}, "department": "parks", "region": "100000", "theme": "environment"}]
    })
}

#[tokio::test]
async fn a_department_that_only_a_file_names_gets_its_case_and_its_calls() {
    let parks = Parks::open().await;
    let provider = SigningKey::load_or_make(&parks.folder.path().join("provider.pk8")).expect("a key");
    let issuer = issuer(&provider).await;
    let server = serve(parks.folder.path(), &parks.file, &issuer);
    let client = listener::make_client().expect("a client");
    let at = |path: &str| format!("{}{path}", server.url);
    let put = client.put(at(api::CATALOGUE)).bearer_auth(&server.operator_token).json(&catalogue());
    assert_eq!(put.send().await.expect("answered").status(), 204);
    let access = provider
        .sign("at+jwt", &json!({"iss": issuer, "sub": "p", "aud": AUDIENCE, "exp": 4_000_000_000_u64}))
        .expect("signed");
    let stamp = json!({"department": "parks", "app": "cn.example.parks.trees", "version": 1, "sha256": "ab"});

    let submitted = client
        .post(at(api::CASES))
        .bearer_auth(&access)
        .header(api::IDEMPOTENCY_KEY, "k")
        .header(api::RUNNING_APP, stamp.to_string())
        .json(&json!({"service": "plant-a-tree", "region": "100000", "body": "{}"}));
    let case: Case = submitted.send().await.expect("answered").json().await.expect("a case");
    parks.inbox.came.notified().await;
    let (token, told) = parks.inbox.told.lock().expect("unpoisoned").clone().expect("a case");
    assert_eq!((token, &told.id), (format!("Bearer {TOKEN}"), &case.id));

    let steps = at(&api::advance(&case.department, &case.id));
    let advance = async |state| {
        let step = AdvanceCase::to(state);
        let sent = client.post(&steps).bearer_auth(TOKEN).json(&step).send().await;
        sent.expect("answered").json::<Case>().await.expect("a case").state
    };
    assert_eq!(advance(CaseState::Accepted).await, CaseState::Accepted);
    assert_eq!(advance(CaseState::Review).await, CaseState::Review);
    let shown = client.get(at(&api::case(&case.id))).bearer_auth(&access).send().await.expect("answered");
    assert_eq!(shown.json::<Case>().await.expect("a case").steps.len(), 3);

    let call = async |operation: &str| {
        let path = format!("/api/v1/departments/parks/operations/{operation}");
        let asked = client.post(at(&path)).bearer_auth(&access).header(api::RUNNING_APP, stamp.to_string());
        asked.json(&json!({"body": "{\"bench\": 7}"})).send().await.expect("answered")
    };
    let reply: OperationReply = call("bench.reserve").await.json().await.expect("a reply");
    let reply: Value = serde_json::from_str(&reply.body).expect("JSON");
    assert_eq!((&reply["bench"], &reply["for"]), (&json!(7), &json!(told.subject)));
    assert_eq!(reply["token"], format!("Bearer {TOKEN}"));
    let unknown: Problem = call("bench.burn").await.json().await.expect("a problem");
    assert_eq!(unknown.code, ProblemCode::OperationUnknown);
    let keys = client.get(at("/api/v1/departments/parks/jwks.json")).send().await.expect("answered");
    assert_eq!(keys.json::<Value>().await.expect("JSON"), json!(parks.key.public_set()));

    // Beside the running program: whether the audit log holds, what was done to the case, what the person did.
    let (is_whole, said) = audit(parks.folder.path(), &["--of", case.id.as_str()]);
    let actions: Vec<&str> = said.iter().filter_map(|line| line["action"].as_str()).collect();
    assert_eq!((is_whole, &actions[..]), (true, &["submit-case", "advance-case", "advance-case"][..]));
    let (_, said) = audit(parks.folder.path(), &["--person", "p"]);
    let actions: Vec<&str> = said.iter().filter_map(|line| line["action"].as_str()).collect();
    assert_eq!(actions, ["submit-case", "call-department"]);
    let head = said.last().expect("a line")["head"].as_str().expect("a head").to_owned();
    assert!(audit(parks.folder.path(), &["--noted", &head]).0);
    let other = format!("{}:{}", head.split(':').next().expect("a number"), "0".repeat(64));
    assert!(!audit(parks.folder.path(), &["--noted", &other]).0, "another log than the one that was noted");
}

#[tokio::test]
async fn a_bad_file_of_departments_is_told_before_anything_is_served() {
    let parks = Parks::open().await;
    let text = fs::read_to_string(&parks.file).expect("read").replace("\"operations\"", "\"operation\"");
    fs::write(&parks.file, text).expect("written");
    let ended = command(parks.folder.path(), &parks.file, "http://127.0.0.1:9").output().expect("ran");
    assert!(!ended.status.success() && ended.stdout.is_empty());
    let said = String::from_utf8_lossy(&ended.stderr);
    assert!(said.contains("department parks: `operation` is not known"), "{said}");
}
