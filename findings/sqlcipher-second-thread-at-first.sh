#!/usr/bin/env bash
# Two threads that open a program's first encrypted databases at the same time: one of them may be told that its key is no key. rusqlite 0.43.0 with
# "bundled-sqlcipher" (SQLCipher 4.20.0 on SQLite 3.54.1). SQLite says of itself that it may be initialised by any number of threads at once, and its
# documentation of SQLITE_EXTRA_INIT names no moment at which a connection is open and SQLCipher is not there yet; but `sqlite3_initialize` marks
# itself as done before it calls the step in which SQLCipher gets ready, and outside its lock. A thread that comes in between opens its file, and
# `PRAGMA key` fails with SQLITE_ERROR (1) and a text about empty keys, whatever the key is. The same statement on the same connection succeeds
# a moment later. So open one connection before any thread starts, or try the key again; and do not take this error for a wrong key.
# Seen: some of 300 programs with eight threads each; none once one connection was opened before. Needs cargo, a C compiler and OpenSSL's headers.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
export CARGO_TARGET_DIR="$work/target"
mkdir src
cat > Cargo.toml <<'T'
[package]
name = "first"
version = "0.1.0"
edition = "2024"
[dependencies]
rusqlite = { version = "=0.43.0", features = ["bundled-sqlcipher"] }
T
cat > src/main.rs <<'R'
use std::{sync::Barrier, thread, time::Duration};

const KEY: &str = "PRAGMA key = \"x'0707070707070707070707070707070707070707070707070707070707070707'\";";

/// How many of eight threads were refused their key at first, and all of them get it a moment later.
fn main() {
    if std::env::args().any(|argument| argument == "ready") {
        rusqlite::Connection::open_in_memory().unwrap();
    }
    let at_once = Barrier::new(8);
    let refused: usize = thread::scope(|threads| {
        let opened: Vec<_> = (0..8)
            .map(|_| threads.spawn(|| {
                at_once.wait();
                let connection = rusqlite::Connection::open_in_memory().unwrap();
                let Err(error) = connection.execute_batch(KEY) else { return 0 };
                thread::sleep(Duration::from_millis(200));
                connection.execute_batch(KEY).expect("the same key, a moment later");
                eprintln!("{error}");
                1
            }))
            .collect();
        opened.into_iter().map(|thread| thread.join().unwrap()).sum()
    });
    println!("{refused}");
}
R
cargo build --quiet
programs() { local n=0; for _ in $(seq 300); do [ "$("$CARGO_TARGET_DIR/debug/first" "$@" 2>/dev/null)" = 0 ] || n=$((n + 1)); done; echo "$n"; }
at_once=$(programs); ready=$(programs ready)
echo "programs in which a thread was refused its key: $at_once of 300; after one connection was opened: $ready of 300"
[ "$at_once" -gt 0 ] && [ "$ready" = 0 ] || { echo "no longer so"; exit 1; }
