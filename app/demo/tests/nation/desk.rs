//! A department that a test plays: it takes what the platform brings, in the order in which it comes, or refuses it.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex},
};

use axum::{
    Router,
    extract::{Request, State},
    http::StatusCode,
    routing::post,
};
use fingertip_contract::{
    Case,
    api::{self, DispatchedAct},
};
use fingertip_standard::CaseId;
use reqwest::{RequestBuilder, Response};
use serde_json::{Value, json};
use tokio::net::TcpListener;

use super::{
    delivery::free_port,
    nation::{Nation, until},
};

/// What was brought, and what is refused.
#[derive(Default)]
pub(crate) struct Told {
    /// The path and body of each delivery that was taken.
    pub(crate) taken: Vec<(String, Value)>,
    /// With which status the deliveries of a case are answered; by its reference.
    pub(crate) refused: HashMap<String, u16>,
}

/// The department's backend.
#[derive(Clone)]
pub(crate) struct Desk {
    told: Arc<Mutex<Told>>,
    pub(crate) port: u16,
}

async fn take(State(desk): State<Desk>, request: Request) -> StatusCode {
    let path = request.uri().path().to_owned();
    let body = axum::body::to_bytes(request.into_body(), usize::MAX).await.expect("a body");
    let body: Value = serde_json::from_slice(&body).expect("JSON");
    let mut told = desk.told.lock().expect("unpoisoned");
    let case = body["case"].as_str().or(body["id"].as_str()).expect("a reference");
    match told.refused.get(case) {
        Some(&status) => StatusCode::from_u16(status).expect("a status"),
        None => {
            told.taken.push((path, body));
            StatusCode::ACCEPTED
        }
    }
}

impl Desk {
    /// Nobody is there yet.
    pub(crate) async fn closed() -> Self {
        Self { told: Arc::default(), port: free_port().await }
    }

    pub(crate) async fn open() -> Self {
        let desk = Self::closed().await;
        desk.begin().await;
        desk
    }

    pub(crate) async fn begin(&self) {
        let listener = TcpListener::bind(("127.0.0.1", self.port)).await.expect("the port is free");
        let routes = Router::new()
            .route("/cases", post(take))
            .route("/cases/{case}/acts", post(take))
            .with_state(self.clone());
        tokio::spawn(async move { axum::serve(listener, routes).await });
    }

    pub(crate) fn url(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    /// Answers what is of this case with a status; none takes it from now on.
    pub(crate) fn refuse(&self, case: &CaseId, status: Option<u16>) {
        let mut told = self.told.lock().expect("unpoisoned");
        match status {
            Some(status) => drop(told.refused.insert(case.to_string(), status)),
            None => drop(told.refused.remove(case.as_str())),
        }
    }

    pub(crate) fn taken(&self) -> Vec<(String, Value)> {
        self.told.lock().expect("unpoisoned").taken.clone()
    }

    /// Waits until so much was taken.
    pub(crate) async fn until_taken(&self, n_taken: usize) -> Vec<(String, Value)> {
        until("the department has it", || async {
            let taken = self.taken();
            (taken.len() >= n_taken).then_some(taken)
        })
        .await
    }

    /// The acts that were taken.
    pub(crate) fn acts(&self) -> Vec<DispatchedAct> {
        let taken = self.taken().into_iter().filter(|(path, _)| path.ends_with("/acts"));
        taken.map(|(_, body)| serde_json::from_value(body).expect("an act")).collect()
    }
}

/// What a person does in a case.
pub(crate) fn acting(nation: &Nation, access: &str, case: &CaseId, key: &str, act: &Value) -> RequestBuilder {
    let request = nation.client.post(nation.at(&api::acts(case))).bearer_auth(access);
    request.header(api::IDEMPOTENCY_KEY, key).json(act)
}

/// A person does something in a case, which is taken.
pub(crate) async fn act(nation: &Nation, access: &str, case: &CaseId, key: &str, act: &Value) -> Case {
    let answer = acting(nation, access, case, key, act).send().await.expect("answered");
    assert_eq!(answer.status(), 200, "{}", answer.text().await.expect("text"));
    answer.json().await.expect("a case")
}

/// What human resources send and ask, with their token.
pub(crate) struct Officer<'a> {
    pub(crate) nation: &'a Nation,
}

impl Officer<'_> {
    pub(crate) fn token(&self, department: &str) -> String {
        let file = self.nation.folder.path().join("tokens").join(department);
        std::fs::read_to_string(file).expect("a token")
    }

    pub(crate) async fn get(&self, path: &str) -> Response {
        let request = self.nation.client.get(self.nation.at(path)).bearer_auth(self.token("human-resources"));
        request.send().await.expect("answered")
    }

    pub(crate) async fn step(&self, case: &Case, step: &Value) -> Response {
        let request = self.nation.client.post(self.nation.at(&api::advance(&case.department, &case.id)));
        request.bearer_auth(self.token("human-resources")).json(step).send().await.expect("answered")
    }

    pub(crate) async fn advance(&self, case: &Case, step: &Value) -> Case {
        let answer = self.step(case, step).await;
        assert_eq!(answer.status(), 200, "{step}");
        answer.json().await.expect("a case")
    }

    pub(crate) async fn to(&self, case: &Case, states: &[&str]) {
        for state in states {
            self.advance(case, &json!({"state": state})).await;
        }
    }

    pub(crate) async fn reply(&self, case: &Case, key: &str, reply: &Value) -> Response {
        let request = self.nation.client.post(self.nation.at(&api::reply(&case.department, &case.id)));
        let request = request.bearer_auth(self.token("human-resources")).header(api::IDEMPOTENCY_KEY, key);
        request.json(reply).send().await.expect("answered")
    }
}
