#!/usr/bin/env bash
# The same program packs the same text to another length once a crate that it never calls stands beside it. flate2 1.1.11 (crates.io) chooses its
# compressor by features, and cargo joins the features of all that is built together: zip 8.6.0 with "deflate" asks flate2 for zlib-rs, and the
# program's own `GzEncoder` is zlib-rs then instead of miniz_oxide. One would expect the same bytes for the same text, level and version of flate2,
# or at least of one lock file: `cargo build -p one` and `cargo build --workspace` differ. So a length or a hash of what was packed, written down by
# one program (a signed index, a manifest, an ETag), need not hold for what another one packs; name the content, and bound the length loosely.
# Seen: both unpack to the same text; the lengths differ. Needs cargo.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
export CARGO_TARGET_DIR="$work/target"
mkdir -p one/src two/src
cat > Cargo.toml <<'T'
[workspace]
resolver = "3"
members = ["one", "two"]
T
cat > one/Cargo.toml <<'T'
[package]
name = "one"
version = "0.1.0"
edition = "2024"
[dependencies]
flate2 = "=1.1.11"
T
cat > two/Cargo.toml <<'T'
[package]
name = "two"
version = "0.1.0"
edition = "2024"
[dependencies]
zip = { version = "=8.6.0", default-features = false, features = ["deflate"] }
T
touch two/src/lib.rs
cat > one/src/main.rs <<'R'
use std::io::{Read, Write};
use flate2::{Compression, read::GzDecoder, write::GzEncoder};

fn main() {
    let text: String = (0..2000u64).map(|n| format!("{{\"id\":\"service-{n}\",\"office\":\"{}\"}}\n", n * n % 97)).collect();
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(text.as_bytes()).unwrap();
    let packed = encoder.finish().unwrap();
    let mut back = String::new();
    GzDecoder::new(packed.as_slice()).read_to_string(&mut back).unwrap();
    assert_eq!(back, text);
    println!("{}", packed.len());
}
R
cargo build --quiet -p one; alone=$("$CARGO_TARGET_DIR/debug/one")
cargo build --quiet --workspace; beside=$("$CARGO_TARGET_DIR/debug/one")
echo "alone: $alone bytes; built beside zip: $beside bytes"
[ "$alone" != "$beside" ] || { echo "no longer so"; exit 1; }
