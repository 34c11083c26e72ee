//! Two hundred honest citizens, and a thousand deliveries that their department refuses, fails on or hangs on: how long the citizens wait for
//! the platform, and their cases for the department, without and with them. `cargo bench -p fingertip-demo --bench poisoned`.

mod nation;

use std::{
    collections::HashMap,
    io::Write,
    path::Path,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use axum::{Json, Router, extract::State, http::StatusCode, routing::post};
use fingertip_contract::api;
use fingertip_demo::Running;
use serde_json::Value;
use tokio::task::JoinSet;

use nation::{Nation, ms, percentile};

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

async fn read(nation: &Nation, token: &str, path: &str) {
    let answer = nation.client.get(format!("{}{path}", nation.url)).bearer_auth(token).send().await;
    assert_eq!(answer.expect("answered").status(), 200);
}

/// What was waited, in milliseconds.
#[derive(Default)]
struct Waits {
    requests: Vec<f64>,
    deliveries: Vec<f64>,
}

async fn honest(nation: Nation, desk: Desk, person: String) -> Waits {
    let token = nation.token(&person);
    let mut waits = Waits::default();
    let mut sent = Vec::new();
    for round in 0..ROUNDS {
        let begin = Instant::now();
        let id = nation.submit(&token, &format!("{round}"), "{}").await;
        waits.requests.push(ms(begin.elapsed()));
        sent.push((id.clone(), Instant::now()));
        for path in [api::CASES.to_owned(), format!("{}/{id}", api::CASES)] {
            tokio::time::sleep(THINKS).await;
            let begin = Instant::now();
            read(&nation, &token, &path).await;
            waits.requests.push(ms(begin.elapsed()));
        }
        tokio::time::sleep(THINKS).await;
    }
    // What does not come within a minute counts as a minute.
    for (id, at) in sent {
        let mut got = None;
        while got.is_none() && at.elapsed() < Duration::from_secs(60) {
            got = desk.0.lock().expect("unpoisoned").get(&id).copied();
            if got.is_none() {
                tokio::time::sleep(Duration::from_millis(50)).await;
            }
        }
        let waited = got.map_or(Duration::from_secs(60), |got| got.saturating_duration_since(at));
        waits.deliveries.push(ms(waited));
    }
    waits
}

async fn all_honest(nation: &Nation, desk: &Desk, run: &str) -> Waits {
    let mut citizens = JoinSet::new();
    for n in 0..CITIZENS {
        let (nation, desk, person) = (nation.clone(), desk.clone(), format!("{run}-{n}"));
        citizens.spawn(async move {
            // Not all in the same moment.
            tokio::time::sleep(THINKS.mul_f64(n as f64 / CITIZENS as f64)).await;
            honest(nation, desk, person).await
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

async fn begin(folder: &Path) -> (Nation, Desk, Running) {
    let desk = Desk::default();
    let routes = Router::new().route("/cases", post(take)).with_state(desk.clone());
    let (nation, running) = Nation::begin(folder, None, routes).await;
    (nation, desk, running)
}

/// One run in a nation of its own: the median and the 99th of a hundred of requests and of deliveries.
async fn run(kinds: &'static [&'static str]) -> [f64; 4] {
    let folder = tempfile::tempdir().expect("a folder");
    let (nation, desk, running) = begin(folder.path()).await;
    if !kinds.is_empty() {
        poison(&nation, "p", kinds).await;
    }
    let mut waits = all_honest(&nation, &desk, "honest").await;
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
