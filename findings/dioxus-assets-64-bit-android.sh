#!/usr/bin/env bash
# A Dioxus app for the 32-bit Android phones that many people with little money have. `asset!` comes from the crate manganis, which Dioxus' feature
# `asset` (one of its defaults) brings; manganis 0.7.10 compiles for 64-bit Android and stops the compiler for 32-bit Android, also in an app that
# names no asset. One would expect what builds for aarch64 to build for armv7: Rust has the standard library for both, and nothing in a page that
# shows text depends on the size of a pointer. So a plan that counts on old phones has to leave that feature out, or those phones.
# Seen: aarch64-linux-android compiles; armv7-linux-androideabi ends with "Only 64-bit Android targets are supported". Needs rustup.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"
rustup target add aarch64-linux-android armv7-linux-androideabi > rustup.log 2>&1 || { cat rustup.log; exit 1; }
mkdir src; : > src/lib.rs
cat > Cargo.toml <<'T'
[package]
name = "seen"
version = "0.0.0"
edition = "2021"
[dependencies]
manganis = "=0.7.10"
[workspace]
T
for target in aarch64-linux-android armv7-linux-androideabi; do
  if cargo check --quiet --target "$target" > check.log 2>&1; then echo "$target: compiles"
  else echo "$target: $(grep -m1 '^error' check.log)"; fi
done | tee seen.txt
diff seen.txt - <<'S'
aarch64-linux-android: compiles
armv7-linux-androideabi: error: Only 64-bit Android targets are supported
S
