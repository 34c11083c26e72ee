#!/usr/bin/env bash
# sd-jwt-payload 0.5.1 (Rust): `SdJwtBuilder::finish`, which issues a credential, gives a future that a multi-threaded runtime takes;
# `KeyBindingJwtBuilder::finish`, which shows one, gives a future that is not `Send`, because it holds a `&dyn Hasher` and the trait does not
# ask for `Sync`. One would expect both the same: both take the same `JwsSigner`, whose own future is `Send`. So a service that issues compiles
# in `tokio::spawn`, and a wallet that shows the same credential there does not, whatever its signer and hasher are.
# Seen: cargo takes the first and refuses the second with E0277. Needs cargo.
set -euo pipefail
work=$(mktemp -d); trap 'rm -rf "$work"' EXIT
cd "$work"; mkdir -p src/bin
cat > Cargo.toml <<'T'
[package]
name = "binding"
version = "0.1.0"
edition = "2024"
[dependencies]
sd-jwt-payload = { version = "=0.5.1", default-features = false, features = ["sha"] }
async-trait = "0.1"
serde_json = "1"
T
cat > src/lib.rs <<'R'
use sd_jwt_payload::{JsonObject, JwsSigner};

pub struct Nobody;

#[async_trait::async_trait]
impl JwsSigner for Nobody {
    type Error = String;
    async fn sign(&self, _: &JsonObject, _: &JsonObject) -> Result<Vec<u8>, String> {
        Ok(vec![0; 64])
    }
}

pub fn is_send<T: Send>(_: T) {}
R
cat > src/bin/issues.rs <<'R'
fn main() {
    let builder = sd_jwt_payload::SdJwtBuilder::new(serde_json::json!({ "name": "A" })).unwrap();
    binding::is_send(builder.finish(&binding::Nobody, "ES256"));
}
R
cat > src/bin/shows.rs <<'R'
fn show(credential: &sd_jwt_payload::SdJwt) {
    let hasher = sd_jwt_payload::Sha256Hasher::new();
    let builder = sd_jwt_payload::KeyBindingJwt::builder().iat(0).aud("a").nonce("b");
    binding::is_send(builder.finish(credential, &hasher, "ES256", &binding::Nobody));
}
fn main() {
    let _ = show;
}
R
cargo check --quiet --bin issues
if cargo check --quiet --bin shows 2> refused; then echo "changed: it is Send now"; exit 1; fi
grep -q 'E0277' refused && grep -q 'Hasher` cannot be shared between threads' refused || { cat refused; exit 1; }
echo "issuing is Send; showing is not: $(grep -m1 'E0277' refused)"
