//! The client on a slow line: what moves goes on, however long it takes; what stands still ends.

mod common;

use std::{sync::Arc, time::Duration};

use common::Tokens;
use fingertip_contract::api;
use fingertip_platform_client::{Limits, Platform, PlatformError};
use fingertip_standard::RunningApp;
use serde_json::json;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpSocket, TcpStream},
    time::sleep,
};

/// Each far below the time that the whole takes.
const LIMITS: Limits = Limits {
    send: Duration::from_millis(1_500),
    head: Duration::from_millis(1_500),
    read: Duration::from_millis(1_500),
};

/// More than the buffers between the client and the server hold.
const LARGE: usize = 12 << 20;

/// A platform of one connection, whose own buffer for what comes in is small, as on a slow line.
fn platform<F: Future<Output = ()> + Send>(answer: impl FnOnce(TcpStream) -> F + Send + 'static) -> Platform {
    let socket = TcpSocket::new_v4().expect("a socket");
    socket.set_recv_buffer_size(16 << 10).expect("a small buffer");
    socket.bind("127.0.0.1:0".parse().expect("an address")).expect("bound");
    let listener = socket.listen(8).expect("listening");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    tokio::spawn(async move {
        let (stream, _) = listener.accept().await.expect("a connection");
        answer(stream).await;
    });
    Platform::new(&url, Arc::new(Tokens)).expect("a client").with_limits(LIMITS)
}

async fn submit(platform: &Platform, size: usize) -> Result<fingertip_contract::Case, PlatformError> {
    let app: RunningApp = serde_json::from_value(
        json!({"department": "taxation", "app": "cn.example.taxation.app", "version": 1, "sha256": "ab"}),
    )
    .expect("an app");
    let case: api::SubmitCase =
        serde_json::from_value(json!({"service": "s", "region": "440100", "body": "x".repeat(size)}))
            .expect("a submission");
    platform.submit("key", &app, &case).await
}

/// Reads what is sent to its end, with a pause after each part, and returns its length as `Content-Length` tells it.
async fn read_slowly(stream: &mut TcpStream, pause: Duration) -> usize {
    let (mut head, mut buffer) = (Vec::new(), vec![0_u8; 64 << 10]);
    let end = loop {
        let n_read = stream.read(&mut buffer).await.expect("a request");
        head.extend_from_slice(&buffer[..n_read]);
        if let Some(at) = head.windows(4).position(|four| four == b"\r\n\r\n") {
            break at + 4;
        }
    };
    let text = String::from_utf8_lossy(&head[..end]).to_lowercase();
    let length = text.split_once("content-length: ").expect("a length that is told before").1;
    let length: usize = length.split("\r\n").next().expect("a line").parse().expect("a number");
    let mut n_came = head.len() - end;
    while n_came < length {
        let n_read = stream.read(&mut buffer).await.expect("more of it");
        assert_ne!(n_read, 0, "the client gave up a request that moves");
        n_came += n_read;
        sleep(pause).await;
    }
    n_came
}

async fn say(stream: &mut TcpStream, text: &str) {
    stream.write_all(text.as_bytes()).await.expect("written");
}

#[tokio::test]
async fn what_moves_slowly_is_sent_to_its_end() {
    let platform = platform(async |mut stream: TcpStream| {
        let n_came = read_slowly(&mut stream, Duration::from_millis(5)).await;
        assert!(n_came > LARGE);
        let body = json!({
            "id": "TA-20261124-7KQ2X9", "service": "s", "department": "taxation", "region": "440100",
            "app": "cn.example.taxation.app", "state": "received", "submitted_at": "2026-11-24T02:00:00Z", "steps": []
        });
        let body = body.to_string();
        say(&mut stream, &format!("HTTP/1.1 201 Created\r\ncontent-length: {}\r\n\r\n{body}", body.len()))
            .await;
    });
    // What the network buffers of this device hold goes out after the last piece: on a line that is slow by itself it is far less.
    let platform = platform.with_limits(Limits { head: Duration::from_secs(60), ..LIMITS });
    submit(&platform, LARGE).await.expect("a case");
}

#[tokio::test]
async fn what_is_not_read_any_more_ends() {
    let platform = platform(async |stream: TcpStream| {
        std::future::pending::<()>().await;
        drop(stream);
    });
    assert!(matches!(submit(&platform, LARGE).await, Err(PlatformError::TimedOut)));
}

#[tokio::test]
async fn a_platform_that_never_answers_ends_it() {
    let platform = platform(async |mut stream: TcpStream| {
        read_slowly(&mut stream, Duration::ZERO).await;
        std::future::pending::<()>().await;
    });
    assert!(matches!(submit(&platform, 100).await, Err(PlatformError::TimedOut)));
}

#[tokio::test]
async fn an_answer_that_comes_slowly_is_read_to_its_end_and_one_that_stops_ends() {
    let trickle = |n_bytes: usize| {
        async move |mut stream: TcpStream| {
            let n_asked = stream.read(&mut [0; 4_096]).await.expect("a request");
            assert_ne!(n_asked, 0);
            say(&mut stream, "HTTP/1.1 200 OK\r\ncontent-length: 40\r\n\r\n[").await;
            for number in 1..n_bytes {
                sleep(Duration::from_millis(100)).await;
                say(&mut stream, if number == 39 { "]" } else { " " }).await;
            }
            std::future::pending::<()>().await;
        }
    };
    assert_eq!(platform(trickle(40)).ratings().await.expect("ratings"), []);
    let stopped = platform(trickle(20)).ratings().await;
    assert!(matches!(stopped, Err(PlatformError::TimedOut)), "{stopped:?}");
}
