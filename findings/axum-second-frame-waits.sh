#!/usr/bin/env bash
# axum 0.8.9 with tokio 1.54: `axum::serve` leaves Nagle's algorithm on. Of two small web-socket messages that are sent one after
# the other, the second reaches a client that says nothing meanwhile only when the kernel's delayed acknowledgement of the first is
# sent: about 40 ms on Linux, also on the loopback address. One would expect the two within a millisecond, as with any library
# that sets TCP_NODELAY itself. `ListenerExt::tap_io` with `set_nodelay(true)` takes the wait away.
# Seen: median 40 to 44 ms without, below 1 ms with. Linux only; needs cargo and node 20.10 or later.
set -euo pipefail
work=$(mktemp -d); trap 'kill ${server:-} 2>/dev/null || true; rm -rf "$work"' EXIT
cd "$work"; mkdir src
cat > Cargo.toml <<'T'
[package]
name = "second-frame"
version = "0.1.0"
edition = "2024"
[dependencies]
axum = { version = "=0.8.9", features = ["ws"] }
tokio = { version = "=1.54.1", features = ["rt-multi-thread", "macros", "net", "time"] }
T
cat > src/main.rs <<'R'
use axum::{Router, extract::ws::{Message, WebSocketUpgrade}, response::Response, routing::get, serve::ListenerExt};

async fn pairs(upgrade: WebSocketUpgrade) -> Response {
    upgrade.on_upgrade(|mut socket| async move {
        for _ in 0..60 {
            tokio::time::sleep(std::time::Duration::from_millis(100)).await;
            for text in ["first", "second"] {
                if socket.send(Message::text(text)).await.is_err() { return }
            }
        }
    })
}

#[tokio::main]
async fn main() {
    let has_nodelay = std::env::args().nth(1).as_deref() == Some("nodelay");
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    println!("{}", listener.local_addr().unwrap().port());
    let app = Router::new().route("/", get(pairs));
    if has_nodelay {
        axum::serve(listener.tap_io(|stream| stream.set_nodelay(true).unwrap()), app).await.unwrap();
    } else {
        axum::serve(listener, app).await.unwrap();
    }
}
R
cat > client.mjs <<'J'
const socket = new WebSocket(`ws://127.0.0.1:${process.argv[2]}/`);
const gaps = [];
let first = 0;
socket.onmessage = ({ data }) => {
  if (data === 'first') first = performance.now();
  else gaps.push(performance.now() - first);
};
socket.onclose = () => {
  // The kernel acknowledges at once while a connection is young.
  const sorted = gaps.slice(30).sort((one, other) => one - other);
  console.log(sorted[Math.floor(sorted.length / 2)].toFixed(2));
};
J
cargo build --quiet --release
median() { # ARGUMENT
  ./target/release/second-frame "$1" > port & server=$!
  until [ -s port ]; do sleep 0.1; done
  node --experimental-websocket client.mjs "$(cat port)"; kill "$server"; rm port
}
without=$(median plain); with=$(median nodelay)
echo "the second message comes after: as it is $without ms, with TCP_NODELAY $with ms"
awk -v without="$without" -v with="$with" 'BEGIN { exit !(without > 20 && with < 5) }' || { echo "the behaviour has changed"; exit 1; }
