#!/usr/bin/env bash
# tough 0.24.0 (Rust) writes the `expires` of a TUF role with as many digits after the second as the time has, for instance
# 2030-01-01T00:00:00.250Z. python-tuf 7.0.1, the reference implementation, refuses such a role; @tufjs/models 5.0.0 (of tuf-js 6) reads it. The TUF
# specification (1.0.34, section 4.2) allows whole seconds alone. One would expect what one maintained library writes the others
# to read. So an `expires` that is made from "now plus thirty days" gives a repository that works with Rust and JavaScript clients
# and that no Python client can open; whole seconds are read by all three.
# Seen: python refuses the fraction with DeserializationError and takes whole seconds, JavaScript takes both. Needs cargo, python3-venv, node.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; mkdir src
cat > Cargo.toml <<'T'
[package]
name = "expires"
version = "0.1.0"
edition = "2024"
[dependencies]
tough = "=0.24.0"
jiff = "0.2"
serde_json = "1"
T
cat > src/main.rs <<'R'
use std::{collections::HashMap, num::NonZeroU64};
use serde_json::{Value, json};
use tough::schema::Timestamp;

fn main() {
    for (name, milliseconds) in [("whole", 0), ("fraction", 250)] {
        let expires = jiff::Timestamp::from_millisecond(1_893_456_000_000 + milliseconds).unwrap();
        let role = Timestamp { meta: HashMap::new(), ..Timestamp::new("1.0.0".into(), NonZeroU64::MIN, expires) };
        let mut signed: Value = serde_json::to_value(&role).unwrap();
        signed["_type"] = json!("timestamp");
        signed["meta"] = json!({ "snapshot.json": { "version": 1 } });
        println!("{name}: {}", signed["expires"]);
        std::fs::write(format!("{name}.json"), json!({ "signatures": [], "signed": signed }).to_string()).unwrap();
    }
}
R
cargo run --quiet | tee written
python3 -m venv venv; ./venv/bin/pip install --quiet 'tuf==7.0.1' 'securesystemslib==1.6.0'
npm install --silent --no-audit --no-fund @tufjs/models@5.0.0 > npm.log 2>&1 || { cat npm.log; exit 1; }
cat > read.py <<'P'
import sys
from tuf.api.metadata import Metadata, Timestamp
try:
    Metadata[Timestamp].from_bytes(open(sys.argv[1], "rb").read())
    print("reads")
except Exception as error:
    print("refuses", type(error).__name__)
P
cat > read.mjs <<'J'
import { readFileSync } from 'node:fs';
import { Metadata, MetadataKind } from '@tufjs/models';
try { Metadata.fromJSON(MetadataKind.Timestamp, JSON.parse(readFileSync(process.argv[2], 'utf8'))); console.log('reads'); }
catch (error) { console.log('refuses', error.name); }
J
for name in whole fraction; do
  echo "$name: python $(./venv/bin/python read.py "$name.json"), javascript $(node read.mjs "$name.json")"
done | tee seen
grep -q '^whole: python reads, javascript reads$' seen && grep -q '^fraction: python refuses .*, javascript reads$' seen \
  || { echo "the behaviour has changed"; exit 1; }
