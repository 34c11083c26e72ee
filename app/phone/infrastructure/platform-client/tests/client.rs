//! The client against a platform that does what platforms do on bad days.

use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Json, Router,
    body::Bytes,
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
    routing::{get, post},
};
use fingertip_contract::{ProblemCode, api};
use fingertip_platform_client::{Platform, PlatformError, RetryAfter, TokenSource};
use fingertip_standard::{OperationId, RunningApp};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// Gives `stale` first, and `fresh` when it is asked for another.
#[derive(Default)]
struct Tokens {
    n_fresh: AtomicUsize,
}

#[async_trait::async_trait]
impl TokenSource for Tokens {
    async fn token(&self) -> Result<String, PlatformError> {
        Ok("stale".into())
    }
    async fn fresh_token(&self) -> Result<String, PlatformError> {
        self.n_fresh.fetch_add(1, Ordering::Relaxed);
        Ok("fresh".into())
    }
}

async fn serve(routes: Router) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    url
}

/// What the client said, and how often.
type Heard = Arc<Mutex<Vec<String>>>;

/// A platform that breaks the connection of the first request before it answers.
async fn breaks_once(answer: Value) -> (String, Heard) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let heard = Heard::default();
    let told = Arc::clone(&heard);
    tokio::spawn(async move {
        for number in 0.. {
            let (mut stream, _) = listener.accept().await.expect("a connection");
            let mut buffer = vec![0_u8; 16_384];
            let n_read = stream.read(&mut buffer).await.expect("a request");
            told.lock().expect("unpoisoned").push(String::from_utf8_lossy(&buffer[..n_read]).into_owned());
            if number > 0 {
                let body = answer.to_string();
                let head = "HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length:";
                let text = format!("{head} {}\r\n\r\n{body}", body.len());
                stream.write_all(text.as_bytes()).await.expect("written");
            }
        }
    });
    (url, heard)
}

fn platform(url: &str) -> (Platform, Arc<Tokens>) {
    let tokens = Arc::new(Tokens::default());
    (Platform::new(url, tokens.clone()).expect("a client"), tokens)
}

fn app() -> RunningApp {
    serde_json::from_value(
        json!({"department": "taxation", "app": "cn.example.taxation.app", "version": 1, "sha256": "ab"}),
    )
    .expect("an app")
}

fn case() -> Value {
    json!({
        "id": "TA-20261124-7KQ2X9", "service": "s", "department": "taxation", "region": "440100", "app": "cn.example.taxation.app",
        "state": "on-the-moon", "submitted_at": "2026-11-24T02:00:00Z", "steps": []
    })
}

fn submission() -> api::SubmitCase {
    serde_json::from_value(json!({"service": "s", "region": "440100", "body": "{}"})).expect("a submission")
}

#[tokio::test]
async fn a_token_that_is_not_taken_is_followed_by_a_fresh_one_once() {
    let list = async |headers: HeaderMap| match headers["authorization"].to_str() {
        Ok("Bearer fresh") => Json(json!([])).into_response(),
        _ => StatusCode::UNAUTHORIZED.into_response(),
    };
    let never = async || StatusCode::UNAUTHORIZED;
    let url = serve(Router::new().route(api::CASES, get(list)).route(api::HELPERS, get(never))).await;
    let (platform, tokens) = platform(&url);
    assert_eq!(platform.cases().await.expect("a list").cases, []);
    assert_eq!(tokens.n_fresh.load(Ordering::Relaxed), 1);
    assert!(matches!(platform.helpers().await, Err(PlatformError::NotSignedIn)));
    assert_eq!(tokens.n_fresh.load(Ordering::Relaxed), 2, "asked for once more, not again and again");
}

#[tokio::test]
async fn what_needs_no_person_carries_no_token() {
    let ratings = async |headers: HeaderMap| {
        assert!(headers.get("authorization").is_none());
        Json(json!([]))
    };
    let url = serve(Router::new().route(api::RATINGS, get(ratings))).await;
    assert_eq!(platform(&url).0.ratings().await.expect("ratings"), []);
}

#[tokio::test]
async fn a_broken_connection_is_tried_again_where_nothing_happens_twice() {
    let (url, heard) = breaks_once(json!([])).await;
    assert_eq!(platform(&url).0.cases().await.expect("a list").n_unread, 0);
    assert_eq!(heard.lock().expect("unpoisoned").len(), 2);

    let (url, heard) = breaks_once(case()).await;
    platform(&url).0.submit("key-1", &app(), &submission()).await.expect("a case");
    let heard = heard.lock().expect("unpoisoned");
    assert_eq!(heard.len(), 2);
    assert!(heard.iter().all(|request| request.contains("idempotency-key: key-1")), "{heard:?}");
}

#[tokio::test]
async fn a_broken_connection_ends_what_could_happen_twice() {
    let (url, heard) = breaks_once(json!({"body": "{}"})).await;
    let operation = OperationId::new("bills.pay").expect("an id");
    let answered = platform(&url).0.call(&app(), &operation, "{}").await;
    assert!(matches!(answered, Err(PlatformError::Unreachable)), "{answered:?}");
    assert_eq!(heard.lock().expect("unpoisoned").len(), 1);
}

#[tokio::test]
async fn when_to_ask_again_is_told_to_whoever_asked() {
    let refuse = async |_: Bytes| {
        let problem = json!({"code": "helper-tries", "title": "later"}).to_string();
        (StatusCode::TOO_MANY_REQUESTS, [("retry-after", "120")], problem)
    };
    let url = serve(Router::new().route(api::HELPERS, post(refuse))).await;
    match platform(&url).0.become_helper("12345678").await {
        Err(PlatformError::Refused { status: 429, code: ProblemCode::HelperTries, retry_after, .. }) => {
            assert_eq!(retry_after, Some(RetryAfter::Wait(Duration::from_secs(120))));
        }
        other => panic!("{other:?}"),
    }
    let at = RetryAfter::read("Fri, 31 Dec 1999 23:59:59 GMT");
    assert_eq!(at, Some(RetryAfter::At("1999-12-31T23:59:59Z".parse().expect("a time"))));
    assert_eq!(RetryAfter::read("soon"), None);
}

#[tokio::test]
async fn one_case_that_cannot_be_read_costs_no_other() {
    let list = async || Json(json!([case(), {"id": 7}, case()]));
    let url = serve(Router::new().route(api::CASES, get(list))).await;
    let read = platform(&url).0.cases().await.expect("a list");
    assert_eq!((read.cases.len(), read.n_unread), (2, 1));
}

#[tokio::test]
async fn a_code_of_a_newer_platform_is_passed_on_to_the_mini_app_as_it_came() {
    use fingertip_standard::requests::Answer;
    let refuse = async || {
        (StatusCode::CONFLICT, json!({"code": "moon-full", "title": "t", "detail": "Wait."}).to_string())
    };
    let path = "/api/v1/departments/taxation/operations/bills.pay";
    let url = serve(Router::new().route(path, post(refuse))).await;
    let operation = OperationId::new("bills.pay").expect("an id");
    let refused = platform(&url).0.call(&app(), &operation, "{}").await.expect_err("refused");
    match refused.for_guest() {
        Answer::Rejected(objection) => {
            assert_eq!((objection.code.as_str(), objection.words.as_deref()), ("moon-full", Some("Wait.")));
        }
        other => panic!("{other:?}"),
    }
}
