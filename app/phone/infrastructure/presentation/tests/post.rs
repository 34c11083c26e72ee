//! Whoever asks may be anybody: how much of them is listened to, and for how long.

use axum::{
    Router,
    body::Bytes,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect},
    routing::{get, post},
};
use fingertip_presentation::{MOST_REQUEST_BYTES, Post, PostError, RequestMethod, Telling};
use url::Url;

const KIND: [(header::HeaderName, &str); 1] = [(header::CONTENT_TYPE, "application/oauth-authz-req+jwt")];

/// A stranger on this machine.
async fn stranger() -> Url {
    let redirected = || async { Redirect::temporary("/good") };
    let echo = |headers: HeaderMap, body: Bytes| async move {
        let said = [header::ACCEPT, header::CONTENT_TYPE]
            .map(|name| headers[name].to_str().expect("text").to_owned());
        (KIND, format!("{} {}", said.join(" "), String::from_utf8_lossy(&body)))
    };
    let answered = |body: String| async move { format!(r#"{{"redirect_uri":"https://x.example/{body}"}}"#) };
    let routes = Router::new()
        .route("/good", get(|| async { (KIND, " a.b.c\n") }).post(echo))
        .route("/other", get(|| async { "a.b.c" }))
        .route("/elsewhere", get(redirected).post(redirected))
        .route("/large", get(|| async { (KIND, "a".repeat(MOST_REQUEST_BYTES + 1)) }))
        .route("/bytes", get(|| async { (KIND, vec![0xff, 0xfe]) }))
        .route(
            "/broken",
            get(|| async { StatusCode::IM_A_TEAPOT }).post(|| async { StatusCode::BAD_REQUEST }),
        )
        .route("/answers", post(answered))
        .route("/flood", post(|| async { "a".repeat(1 << 20).into_response() }));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}/", listener.local_addr().expect("an address"));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    Url::parse(&url).expect("an address")
}

#[tokio::test]
async fn a_request_is_fetched_as_it_stands_and_nobody_is_followed_elsewhere() {
    let (at, post) = (stranger().await, Post::new().expect("a client"));
    let fetch =
        async |path: &str, method| post.fetch(&at.join(path).expect("an address"), method, "w1").await;
    assert_eq!(fetch("good", RequestMethod::Get).await.as_deref(), Ok("a.b.c"));
    let made = fetch("good", RequestMethod::Post).await.expect("made");
    assert!(made.starts_with("application/oauth-authz-req+jwt application/x-www-form-urlencoded "), "{made}");
    assert!(made.contains("wallet_nonce=w1") && made.contains("vp_formats_supported"), "{made}");
    for (path, why) in [
        ("other", "it is of another type"),
        ("elsewhere", "it is elsewhere"),
        ("large", "it is too large"),
        ("bytes", "it is no text"),
        ("broken", "it is no success"),
        ("nowhere", "it is no success"),
    ] {
        assert_eq!(fetch(path, RequestMethod::Get).await, Err(PostError::Nonsense(why)), "{path}");
    }
    for address in ["http://tax.example/", "file:///etc/hosts", "ftp://127.0.0.1/"] {
        let url = Url::parse(address).expect("an address");
        assert_eq!(post.fetch(&url, RequestMethod::Get, "").await, Err(PostError::Impossible), "{address}");
    }
}

#[tokio::test]
async fn an_answer_goes_once_to_where_it_is_to_go() {
    let (at, post) = (stranger().await, Post::new().expect("a client"));
    let send = async |path: &str| {
        let to = at.join(path).expect("an address");
        post.post(&Telling { to, form: "a=b".to_owned() }).await
    };
    let reply = send("answers").await.expect("answered");
    let to = fingertip_presentation::return_address(&reply).expect("a page");
    assert_eq!(to.as_str(), "https://x.example/a=b");
    assert_eq!(send("elsewhere").await, Err(PostError::Nonsense("it is elsewhere")));
    assert_eq!(send("flood").await, Err(PostError::Nonsense("it is too large")));
    assert_eq!(send("broken").await, Err(PostError::Nonsense("it is no success")));
    let mut nobody = at.clone();
    nobody.set_port(Some(1)).expect("a port");
    let telling = Telling { to: nobody, form: String::new() };
    assert_eq!(post.post(&telling).await, Err(PostError::Unreachable));
}
