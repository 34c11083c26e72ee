//! A file on a line that is cut again and again: it arrives once, whole, and little is sent twice.

mod common;

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    Json, Router,
    body::Bytes,
    http::{HeaderMap, StatusCode},
    response::IntoResponse,
    routing::{patch, post},
};
use common::Tokens;
use fingertip_contract::api;
use fingertip_platform_client::{FileToUpload, Platform};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::json;
use sha2::{Digest, Sha256};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

/// As large as a piece becomes on a line as quick as this one, in bytes.
const LARGEST_PIECE: usize = 256 << 10;

/// A platform that keeps one upload; where it is.
async fn platform(length: usize) -> (String, Arc<Mutex<Vec<u8>>>) {
    let kept = Arc::new(Mutex::new(Vec::new()));
    let (begun, appended) = (Arc::clone(&kept), Arc::clone(&kept));
    let begin = move || async move {
        let offset = begun.lock().expect("unpoisoned").len();
        Json(json!({"id": "u", "offset": offset, "length": length}))
    };
    let append = move |headers: HeaderMap, piece: Bytes| async move {
        let offset: usize = headers[api::UPLOAD_OFFSET].to_str().expect("text").parse().expect("a number");
        let mut kept = appended.lock().expect("unpoisoned");
        if offset != kept.len() {
            return (StatusCode::CONFLICT, r#"{"code":"upload-offset","title":"t"}"#).into_response();
        }
        kept.extend_from_slice(&piece);
        assert_eq!(headers[api::UPLOAD_COMPLETE] == "?1", kept.len() == length);
        StatusCode::NO_CONTENT.into_response()
    };
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let address = listener.local_addr().expect("an address").to_string();
    let routes =
        Router::new().route("/api/v1/uploads", post(begin)).route("/api/v1/uploads/{upload}", patch(append));
    tokio::spawn(async move { axum::serve(listener, routes).await });
    (address, kept)
}

/// Passes bytes on to `server` and cuts one connection after another at random; counts the bytes that go up, and the connections.
async fn cutting(server: String, seed: u64) -> (String, Arc<AtomicUsize>, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.expect("bound");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let n_sent = Arc::new(AtomicUsize::new(0));
    let n_connections = Arc::new(AtomicUsize::new(0));
    let (counted, opened) = (Arc::clone(&n_sent), Arc::clone(&n_connections));
    tokio::spawn(async move {
        let mut random = StdRng::seed_from_u64(seed);
        loop {
            let (mut near, _) = listener.accept().await.expect("a connection");
            opened.fetch_add(1, Ordering::Relaxed);
            let mut far = TcpStream::connect(&server).await.expect("the platform");
            let n_until_cut = random.random_range(400_000..1_500_000_usize);
            let counted = Arc::clone(&counted);
            tokio::spawn(async move {
                let (mut up, mut down, mut n_up) = ([0; 4_096], [0; 4_096], 0);
                while n_up < n_until_cut {
                    tokio::select! {
                        n_read = near.read(&mut up) => {
                            let Ok(n_read @ 1..) = n_read else { return };
                            n_up += n_read;
                            counted.fetch_add(n_read, Ordering::Relaxed);
                            if far.write_all(&up[..n_read]).await.is_err() { return }
                        }
                        n_read = far.read(&mut down) => {
                            let Ok(n_read @ 1..) = n_read else { return };
                            if near.write_all(&down[..n_read]).await.is_err() { return }
                        }
                    }
                }
            });
        }
    });
    (url, n_sent, n_connections)
}

#[tokio::test]
async fn a_file_arrives_whole_over_a_line_that_is_cut_and_from_a_device_that_is_begun_anew() {
    let content: Bytes = (0..3_000_000_u32).map(|number| (number % 251) as u8).collect();
    let file = FileToUpload { sha256: hex::encode(Sha256::digest(&content)), content: content.clone() };
    let (server, kept) = platform(content.len()).await;
    let (url, n_sent, n_connections) = cutting(server, 7).await;
    for stop_at in [500_000, 1_000_000, 2_000_000] {
        // The program is killed when it is so far; nothing is kept on the device.
        let far_enough = tokio::sync::Notify::new();
        let told = |n_there: usize| {
            if n_there >= stop_at {
                far_enough.notify_one();
            }
        };
        let platform = Platform::new(&url, Arc::new(Tokens)).expect("a client");
        tokio::select! {
            biased;
            () = far_enough.notified() => {}
            done = platform.upload("key", &file, &told) => { done.expect("uploaded"); }
        }
    }
    let steps = Mutex::new(Vec::new());
    let platform = Platform::new(&url, Arc::new(Tokens)).expect("a client");
    let told = |n_there| steps.lock().expect("unpoisoned").push(n_there);
    assert_eq!(platform.upload("key", &file, &told).await.expect("uploaded"), "u");
    let steps = steps.into_inner().expect("unpoisoned");
    assert!(steps.is_sorted() && steps[0] >= 2_000_000 && steps.last() == Some(&content.len()), "{steps:?}");
    assert!(*kept.lock().expect("unpoisoned") == content, "once and whole");
    let n_sent = n_sent.load(Ordering::Relaxed);
    let n_connections = n_connections.load(Ordering::Relaxed);
    println!("{n_sent} bytes sent for {} bytes of content over {n_connections} connections", content.len());
    // Each break costs the piece that was under way, and one more where that piece came through after the device had asked how far it is.
    assert!(n_connections > 4, "{n_connections}");
    let n_for_heads = content.len() / 50;
    assert!(n_sent <= content.len() + n_for_heads + n_connections * 2 * LARGEST_PIECE, "{n_sent}");
}
