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
use fingertip_platform_client::{
    Credentials, KnownCatalogue, Platform, PlatformError, RetryAfter, Target, TokenSource,
};
use fingertip_standard::{Fault, OperationId, RunningApp};
use serde_json::{Value, json};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpListener,
};

/// Gives `stale` first, and `fresh` after it was told that it is not taken. Each request has a proof of its own.
#[derive(Default)]
struct Tokens {
    n_fresh: AtomicUsize,
    n_proofs: AtomicUsize,
}

#[async_trait::async_trait]
impl TokenSource for Tokens {
    async fn credentials(&self, target: &Target<'_>) -> Result<Credentials, PlatformError> {
        let token = if self.n_fresh.load(Ordering::Relaxed) == 0 { "stale" } else { "fresh" };
        let number = self.n_proofs.fetch_add(1, Ordering::Relaxed);
        let path = target.url.splitn(4, '/').last().unwrap_or_default();
        let proof = format!("{number} {} /{path} {}", target.method, target.nonce.unwrap_or("-"));
        Ok(Credentials { authorization: format!("Bearer {token}"), proof: Some(proof) })
    }
    async fn drop_token(&self) {
        self.n_fresh.fetch_add(1, Ordering::Relaxed);
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
    let refused = platform.helpers().await.expect_err("never taken");
    assert!(matches!(refused, PlatformError::TokenNotTaken), "no word of the session's end: {refused:?}");
    assert!(refused.is_passing() && refused.can_retry());
    assert_eq!(tokens.n_fresh.load(Ordering::Relaxed), 2, "asked for once more, not again and again");
}

/// A platform that wants its nonce in each proof, and another one after two requests.
async fn wants_nonces() -> (String, Heard) {
    let heard = Heard::default();
    let told = Arc::clone(&heard);
    let list = move |headers: HeaderMap| async move {
        let proof = headers["dpop"].to_str().expect("text").to_owned();
        let mut heard = told.lock().expect("unpoisoned");
        heard.push(proof.clone());
        let nonce = if heard.len() < 4 { "n1" } else { "n2" };
        let status = if proof.ends_with(nonce) { StatusCode::OK } else { StatusCode::UNAUTHORIZED };
        (status, [("dpop-nonce", nonce), ("www-authenticate", "DPoP error=\"use_dpop_nonce\"")], "[]")
    };
    (serve(Router::new().route(api::CASES, get(list))).await, heard)
}

#[tokio::test]
async fn a_server_gets_the_nonce_that_it_asks_for_and_no_proof_twice() {
    let (url, heard) = wants_nonces().await;
    let (platform, tokens) = platform(&url);
    for _ in 0..3 {
        platform.cases().await.expect("a list");
    }
    let heard = heard.lock().expect("unpoisoned");
    let nonces: Vec<&str> = heard.iter().map(|proof| proof.rsplit(' ').next().unwrap_or_default()).collect();
    assert_eq!(nonces, ["-", "n1", "n1", "n1", "n2"]);
    for (number, proof) in heard.iter().enumerate() {
        assert!(proof.starts_with(&format!("{number} GET {} ", api::CASES)), "{proof}");
    }
    assert_eq!(tokens.n_fresh.load(Ordering::Relaxed), 0, "the token was never at fault");
}

#[tokio::test]
async fn a_server_that_is_never_content_with_a_nonce_is_left() {
    let n_asked = Arc::new(AtomicUsize::new(0));
    let asked = Arc::clone(&n_asked);
    let never = move || async move {
        let number = asked.fetch_add(1, Ordering::Relaxed);
        let headers = [
            ("dpop-nonce", number.to_string()),
            ("www-authenticate", "DPoP error=\"use_dpop_nonce\"".into()),
        ];
        (StatusCode::UNAUTHORIZED, headers)
    };
    let url = serve(Router::new().route(api::CASES, get(never))).await;
    assert!(matches!(platform(&url).0.cases().await, Err(PlatformError::TokenNotTaken)));
    assert_eq!(n_asked.load(Ordering::Relaxed), 4, "two with each token");
}

#[tokio::test]
async fn no_token_goes_over_plain_http_or_to_another_origin() {
    for base in ["http://platform.example", "http://192.168.0.7:8080", "ftp://127.0.0.1", "platform.example"]
    {
        assert!(
            matches!(Platform::new(base, Arc::new(Tokens::default())), Err(PlatformError::Insecure)),
            "{base}"
        );
    }
    let order = serde_json::from_value(json!({
        "bill_reference": "b", "payee": "p", "currency": "CNY", "minor": 1, "app": "cn.example.taxation.app"
    }));
    let (platform_of, order) = (platform("https://platform.example").0, order.expect("an order"));
    let paid = platform_of.pay("http://pay.example/payments", None, "key", &order).await;
    assert!(matches!(paid, Err(PlatformError::Insecure)), "{paid:?}");

    let heard = Heard::default();
    let told = Arc::clone(&heard);
    let thief = move |headers: HeaderMap| async move {
        told.lock().expect("unpoisoned").push(format!("{headers:?}"));
        Json(json!([]))
    };
    let elsewhere = serve(Router::new().fallback(thief)).await;
    let send_away = move || {
        let elsewhere = elsewhere.clone();
        async move { (StatusCode::TEMPORARY_REDIRECT, [("location", format!("{elsewhere}{}", api::CASES))]) }
    };
    let round = async || (StatusCode::TEMPORARY_REDIRECT, [("location", api::HELPERS)]);
    let url = serve(Router::new().route(api::CASES, get(send_away)).route(api::HELPERS, get(round))).await;
    let (platform, _) = platform(&url);
    assert!(matches!(platform.cases().await, Err(PlatformError::Unreachable)), "somebody stands between");
    assert!(matches!(platform.helpers().await, Err(PlatformError::Unreachable)), "a redirect without an end");
    assert_eq!(*heard.lock().expect("unpoisoned"), Vec::<String>::new());
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
async fn a_status_list_is_fetched_by_nobody_and_no_further_than_its_bound() {
    let heard = Heard::default();
    let told = Arc::clone(&heard);
    let list = move |headers: HeaderMap| async move {
        told.lock().expect("unpoisoned").push(format!("{headers:?}"));
        "x".repeat(1000)
    };
    let elsewhere = serve(Router::new().route("/status/1", get(list))).await;
    let uri = format!("{elsewhere}/status/1");
    let (platform, _) = platform("https://platform.example");
    assert_eq!(platform.status_list(&uri, 1000).await.expect("a list").len(), 1000);
    let cut = platform.status_list(&uri, 999).await;
    assert!(matches!(cut, Err(PlatformError::Nonsense { .. })), "{cut:?}");
    for uri in ["http://department.example/status/1", "file:///etc/passwd", "status/1", ""] {
        let refused = platform.status_list(uri, 1000).await;
        assert!(matches!(refused, Err(PlatformError::Insecure)), "{uri}: {refused:?}");
    }
    let heard = heard.lock().expect("unpoisoned");
    assert_eq!(heard.len(), 2);
    for headers in &*heard {
        assert!(headers.contains("application/statuslist+jwt"), "{headers}");
        assert!(!headers.contains("authorization") && !headers.contains("dpop"), "{headers}");
    }
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
    assert!(heard[0].contains("dpop: 0 POST") && heard[1].contains("dpop: 1 POST"), "a proof goes out once");
}

#[tokio::test]
async fn a_broken_connection_ends_what_could_happen_twice() {
    let (url, heard) = breaks_once(json!({"body": "{}"})).await;
    let operation = OperationId::new("bills.pay").expect("an id");
    let answered = platform(&url).0.call(&app(), &operation, "{}", None).await;
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
    let refused = platform(&url).0.call(&app(), &operation, "{}", None).await.expect_err("refused");
    match refused.for_guest() {
        Answer::Rejected(objection) => {
            assert_eq!((objection.code.as_str(), objection.words.as_deref()), ("moon-full", Some("Wait.")));
        }
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn what_is_as_it_was_is_not_sent_again() {
    let tag = Arc::new(Mutex::new("\"one\"".to_owned()));
    let (n_bodies, now) = (Arc::new(AtomicUsize::new(0)), Arc::clone(&tag));
    let sent = Arc::clone(&n_bodies);
    let list = move |headers: HeaderMap| {
        let tag = now.lock().expect("unpoisoned").clone();
        let known = headers.get("if-none-match").and_then(|value| value.to_str().ok()).map(str::to_owned);
        let sent = Arc::clone(&sent);
        async move {
            if known.as_deref() == Some(tag.as_str()) {
                return (StatusCode::NOT_MODIFIED, [("etag", tag)]).into_response();
            }
            sent.fetch_add(1, Ordering::Relaxed);
            ([("etag", tag)], Json(json!([]))).into_response()
        }
    };
    let url = serve(Router::new().route(api::CASES, get(list))).await;
    let platform = Platform::new(&url, Arc::new(Tokens::default())).expect("a client");
    for _ in 0..3 {
        assert!(platform.cases().await.expect("a list").cases.is_empty());
    }
    assert_eq!(n_bodies.load(Ordering::Relaxed), 1);
    "\"two\"".clone_into(&mut tag.lock().expect("unpoisoned"));
    platform.cases().await.expect("a list");
    assert_eq!(n_bodies.load(Ordering::Relaxed), 2, "what has changed is");
}

/// A platform that offers `whole` and leads there by `change` from the version `1`; what was asked for.
async fn offers(whole: Value, change: Option<Value>) -> (Platform, Heard) {
    let heard = Heard::default();
    let (told, asked) = (Arc::clone(&heard), Arc::clone(&heard));
    let routes = Router::new()
        .route(
            "/api/v1/catalogue",
            get(move || async move {
                told.lock().expect("unpoisoned").push("whole".into());
                ([("etag", "\"2\"")], Json(whole.clone()))
            }),
        )
        .route(
            "/api/v1/catalogue/changes/1",
            get(move || async move {
                asked.lock().expect("unpoisoned").push("change".into());
                match change {
                    Some(change) => Json(change).into_response(),
                    None => (
                        StatusCode::NOT_FOUND,
                        Json(json!({ "code": "catalogue-version-unknown", "title": "x" })),
                    )
                        .into_response(),
                }
            }),
        );
    let url = serve(routes).await;
    (Platform::new(&url, Arc::new(Tokens::default())).expect("a client"), heard)
}

#[tokio::test]
async fn a_catalogue_is_read_by_what_has_changed_and_as_a_whole_where_that_leads_nowhere() {
    let service = |id: &str, demand: u32| json!({ "id": id, "name": { "en": id }, "department": "taxation", "region": "100000", "theme": "taxation", "demand": demand });
    let of = |services: Value| {
        json!({
            "regions": [{ "code": "100000", "name": { "en": "All" }, "level": "nation" }],
            "departments": [{ "id": "taxation", "name": { "en": "Taxation" }, "region": "100000", "prefix": "cn.example.taxation" }],
            "services": services,
        })
    };
    let counts = |services: usize| json!({ "regions": 1, "departments": 1, "services": services, "life_events": 0, "alerts": 0 });
    let (before, after) = (of(json!([service("a", 1)])), of(json!([service("a", 2), service("b", 1)])));
    let known = KnownCatalogue {
        version: Some("1".into()),
        catalogue: Arc::new(serde_json::from_value(before).expect("a catalogue")),
    };
    let now: fingertip_contract::Catalogue = serde_json::from_value(after.clone()).expect("a catalogue");
    let good = json!({ "version": "2", "put": { "services": [service("a", 2), service("b", 1)] }, "counts": counts(2) });
    let of_another = json!({ "version": "2", "put": { "services": [service("b", 1)] }, "counts": counts(3) });
    for (change, asked) in [
        (Some(good), &["change"][..]),
        (Some(of_another), &["change", "whole"]),
        (Some(json!(["nonsense"])), &["change", "whole"]),
        (None, &["change", "whole"]),
    ] {
        let (platform, heard) = offers(after.clone(), change).await;
        let read = platform.catalogue(Some(&known)).await.expect("a catalogue");
        assert_eq!((read.version.as_deref(), &*read.catalogue), (Some("2"), &now));
        assert_eq!(*heard.lock().expect("unpoisoned"), asked);
    }
    let (platform, heard) = offers(after, None).await;
    platform.catalogue(None).await.expect("a catalogue");
    assert_eq!(*heard.lock().expect("unpoisoned"), ["whole"]);
}
