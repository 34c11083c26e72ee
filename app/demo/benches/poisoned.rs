//! Two hundred honest citizens, and a thousand deliveries that their department refuses, fails on or hangs on: how long the citizens wait for
//! the platform, and their cases for the department, without and with them. `cargo bench -p fingertip-demo --bench poisoned`.

use std::{
    collections::HashMap,
    io::Write,
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{Json, Router, extract::State, http::StatusCode, routing::post};
use fingertip_contract::api;
use fingertip_demo::{Options, start};
use fingertip_kit::{issuer::AUDIENCE, keys::SigningKey};
use fingertip_standard::DepartmentId;
use serde_json::{Value, json};
use tokio::{net::TcpListener, task::JoinSet};

/// The honest.
const CITIZENS: usize = 200;
/// How often each hands in, lists and looks.
const ROUNDS: usize = 6;
/// How long each thinks between two requests.
const THINKS: Duration = Duration::from_millis(700);
/// The deliveries that do harm, and how many persons send them.
const POISONED: usize = 1000;
const HOSTILE: usize = 10;
/// How often each is run.
const RUNS: usize = 3;
/// How long a department hangs on one of them.
const HANGS: Duration = Duration::from_secs(9);

/// When the department got what.
#[derive(Clone, Default)]
struct Desk(Arc<Mutex<HashMap<String, Instant>>>);

async fn take(State(desk): State<Desk>, Json(case): Json<Value>) -> StatusCode {
    match case["case"]["body"].as_str() {
        Some("refuse") => StatusCode::UNPROCESSABLE_ENTITY,
        Some("fail") => StatusCode::INTERNAL_SERVER_ERROR,
        Some("hang") => {
            tokio::time::sleep(HANGS).await;
            StatusCode::SERVICE_UNAVAILABLE
        }
        _ => {
            let id = case["id"].as_str().unwrap_or_default().to_owned();
            desk.0.lock().expect("unpoisoned").entry(id).or_insert_with(Instant::now);
            StatusCode::ACCEPTED
        }
    }
}

/// A running platform, and whoever has a token for it.
#[derive(Clone)]
struct Nation {
    url: String,
    issuer: String,
    key: Arc<SigningKey>,
    client: reqwest::Client,
    desk: Desk,
}

impl Nation {
    fn token(&self, person: &str) -> String {
        let claims =
            json!({"iss": self.issuer, "aud": AUDIENCE, "sub": person, "exp": 9_999_999_999_i64, "iat": 0});
        self.key.sign("at+jwt", &claims).expect("signed")
    }

    async fn submit(&self, token: &str, key: &str, body: &str) -> String {
        let app = json!({"department": "human-resources", "app": "cn.example.human-resources.app", "version": 1, "sha256": "ab"});
        let answer = self
            .client
            .post(format!("{}{}", self.url, api::CASES))
            .bearer_auth(token)
            .header(api::IDEMPOTENCY_KEY, key)
            .header(api::RUNNING_APP, app.to_string())
            .json(&json!({"service": "card", "region": "100000", "body": body}))
            .send()
            .await
            .expect("answered");
        assert_eq!(answer.status(), 201);
        let case: Value = answer.json().await.expect("a case");
        case["id"].as_str().expect("a reference").to_owned()
    }

    async fn read(&self, token: &str, path: &str) {
        let answer = self.client.get(format!("{}{path}", self.url)).bearer_auth(token).send().await;
        assert_eq!(answer.expect("answered").status(), 200);
    }
}

/// What was waited, in milliseconds.
#[derive(Default)]
struct Waits {
    requests: Vec<f64>,
    deliveries: Vec<f64>,
}

fn percentile(waits: &mut [f64], percent: usize) -> f64 {
    waits.sort_by(f64::total_cmp);
    waits.get((waits.len() * percent / 100).min(waits.len().saturating_sub(1))).copied().unwrap_or(f64::NAN)
}

async fn honest(nation: Nation, person: String) -> Waits {
    let token = nation.token(&person);
    let mut waits = Waits::default();
    let mut sent = Vec::new();
    for round in 0..ROUNDS {
        let begin = Instant::now();
        let id = nation.submit(&token, &format!("{round}"), "{}").await;
        waits.requests.push(begin.elapsed().as_secs_f64() * 1000.0);
        sent.push((id.clone(), Instant::now()));
        for path in [api::CASES.to_owned(), format!("{}/{id}", api::CASES)] {
            tokio::time::sleep(THINKS).await;
            let begin = Instant::now();
            nation.read(&token, &path).await;
            waits.requests.push(begin.elapsed().as_secs_f64() * 1000.0);
        }
        tokio::time::sleep(THINKS).await;
    }
    // What does not come within a minute counts as a minute.
    for (id, at) in sent {
        let mut got = None;
        while got.is_none() && at.elapsed() < Duration::from_secs(60) {
            got = nation.desk.0.lock().expect("unpoisoned").get(&id).copied();
            if got.is_none() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        let waited = got.map_or(Duration::from_secs(60), |got| got.saturating_duration_since(at));
        waits.deliveries.push(waited.as_secs_f64() * 1000.0);
    }
    waits
}

async fn all_honest(nation: &Nation, run: &str) -> Waits {
    let mut citizens = JoinSet::new();
    for n in 0..CITIZENS {
        let (nation, person) = (nation.clone(), format!("{run}-{n}"));
        citizens.spawn(async move {
            // Not all in the same moment.
            tokio::time::sleep(THINKS.mul_f64(n as f64 / CITIZENS as f64)).await;
            honest(nation, person).await
        });
    }
    let mut all = Waits::default();
    while let Some(waits) = citizens.join_next().await {
        let waits = waits.expect("no panic");
        all.requests.extend(waits.requests);
        all.deliveries.extend(waits.deliveries);
    }
    all
}

async fn poison(nation: &Nation, run: &str, kinds: &'static [&'static str]) {
    let mut hostile = JoinSet::new();
    for n in 0..HOSTILE {
        let (nation, token) = (nation.clone(), nation.token(&format!("hostile-{run}-{n}")));
        hostile.spawn(async move {
            for case in 0..POISONED / HOSTILE {
                nation.submit(&token, &format!("{case}"), kinds[case % kinds.len()]).await;
            }
        });
    }
    while let Some(done) = hostile.join_next().await {
        done.expect("no panic");
    }
}

async fn begin(folder: &Path) -> (Nation, fingertip_demo::Running) {
    let desk = Desk::default();
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let backend = format!("http://{}", listener.local_addr().expect("an address"));
    let routes = Router::new().route("/cases", post(take)).with_state(desk.clone());
    tokio::spawn(async move { axum::serve(listener, routes).await });
    let mut options = Options::new(folder, folder.join("repository"));
    options.elsewhere.insert(DepartmentId::new("human-resources").expect("an id"), backend);
    let running = start(options).await.expect("started");
    let nation = Nation {
        url: running.platform_url.clone(),
        issuer: format!("{}/oidc", running.demo_url),
        key: Arc::new(SigningKey::load_or_make(&folder.join("keys/identity.pk8")).expect("a key")),
        client: reqwest::Client::builder().no_proxy().build().expect("a client"),
        desk,
    };
    let catalogue = json!({
        "regions": [{"code": "100000", "name": {"en": "Nation"}, "level": "nation"}],
        "departments": [{"id": "human-resources", "name": {"en": "HR"}, "region": "100000"}],
        "services": [{"id": "card", "name": {"en": "Card"}, "department": "human-resources", "region": "100000", "theme": "other"}]
    });
    let put =
        nation.client.put(format!("{}{}", nation.url, api::CATALOGUE)).bearer_auth(&running.operator_token);
    assert_eq!(put.json(&catalogue).send().await.expect("answered").status(), 204);
    (nation, running)
}

/// One run in a nation of its own: the median and the 99th of a hundred of requests and of deliveries.
async fn run(kinds: &'static [&'static str]) -> [f64; 4] {
    let folder = tempfile::tempdir().expect("a folder");
    let (nation, running) = begin(folder.path()).await;
    if !kinds.is_empty() {
        poison(&nation, "p", kinds).await;
    }
    let mut waits = all_honest(&nation, "honest").await;
    let [requests, most_requests] = [50, 99].map(|percent| percentile(&mut waits.requests, percent));
    let [deliveries, most_deliveries] = [50, 99].map(|percent| percentile(&mut waits.deliveries, percent));
    running.stop().await;
    [requests, most_requests, deliveries, most_deliveries]
}

/// The median of each figure over the runs.
fn medians(runs: &[[f64; 4]]) -> [f64; 4] {
    std::array::from_fn(|place| {
        let mut values: Vec<f64> = runs.iter().map(|run| run[place]).collect();
        percentile(&mut values, 50)
    })
}

#[tokio::main]
async fn main() {
    let mut out = std::io::stdout();
    let mut say = |line: String| writeln!(out, "{line}").expect("somebody reads");
    say(format!(
        "{CITIZENS} citizens, {ROUNDS} rounds each; {POISONED} poisoned deliveries of {HOSTILE} persons; milliseconds, medians of {RUNS} runs in turn"
    ));
    say("                    requests p50    p99   deliveries p50      p99   p99 against quiet".to_owned());
    let kinds: [(&str, &'static [&'static str]); 4] = [
        ("quiet", &[]),
        ("refused and failed", &["refuse", "fail"]),
        ("hung on", &["hang"]),
        ("all three", &["refuse", "fail", "hang"]),
    ];
    let mut figures = kinds.map(|_| Vec::new());
    // In turn, so that whatever else the machine does falls on all of them.
    for _ in 0..RUNS {
        for ((_, kinds), figures) in kinds.iter().zip(&mut figures) {
            figures.push(run(kinds).await);
        }
    }
    let figures = figures.map(|runs| medians(&runs));
    let quiet = figures[0];
    for ((name, _), [requests, most_requests, deliveries, most_deliveries]) in kinds.iter().zip(figures) {
        say(format!(
            "{name:20} {requests:11.1} {most_requests:6.1} {deliveries:16.1} {most_deliveries:8.1}   {:.2} and {:.2}",
            most_requests / quiet[1],
            most_deliveries / quiet[3]
        ));
    }
}
