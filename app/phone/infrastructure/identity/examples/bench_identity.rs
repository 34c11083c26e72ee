//! Times what proving who somebody is costs a device, beside the bare cryptography and requests that it cannot do without: a proof that
//! goes with a request (one signature), a token got for another audience (one request, two signatures), and a credential shown and
//! verified (two signatures checked). Prints `ours NAME_ms VALUE` and `bare NAME_ms VALUE`; the two take turns. Run by
//! `cargo xtask bench identity`.

#[path = "../tests/provider/mod.rs"]
mod provider;

use std::{sync::Arc, time::Instant};

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED, ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, KeyPair, UnparsedPublicKey,
    },
};
use axum::{Json, response::IntoResponse};
use fingertip_credential::{
    Content, Expected, HolderKey, PERSON_FACTS, Presentation, SignError, issue, present, verify,
};
use fingertip_identity::Target;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::JwkSet};
use provider::{Provider, Secrets, sign_in};
use serde_json::json;

const RUNS: usize = 400;
const PAYMENTS: &str = "https://pay.example/payments";
const PLATFORM: &str = "https://platform.example";
const NONCE: &str = "5d0c8a7e-0000-4000-8000-000000000001";

type Outcome = Result<(), Box<dyn std::error::Error>>;

fn say(name: &str, began: Instant) {
    println!("{name} {:.5}", began.elapsed().as_secs_f64() * 1000.0);
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome {
    at_provider().await?;
    shown()
}

/// A proof, and an exchange, at a provider in this process that binds tokens.
async fn at_provider() -> Outcome {
    let provider = Provider::start().await;
    provider.changes("/.well-known/openid-configuration", |announced| {
        announced["dpop_signing_alg_values_supported"] = json!(["ES256"]);
    });
    provider.at("/token", |_, mut tokens| {
        tokens["token_type"] = "DPoP".into();
        Json(tokens).into_response()
    });
    let identity = provider.identity(&Arc::<Secrets>::default());
    sign_in(&identity).await.map_err(|error| error.to_string())?;
    let random = SystemRandom::new();
    let pkcs8 =
        EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).map_err(|_| "no key")?;
    let key = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref())?;
    let sign = || key.sign(&random, &[7; 400]).map_err(|_| "no signature");
    let client = reqwest::Client::builder().no_proxy().build()?;
    let form =
        "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Atoken-exchange&audience=a&client_id=shell";
    let target = Target { method: "POST", url: PAYMENTS, nonce: None };
    for _ in 0..RUNS {
        let began = Instant::now();
        identity.credentials(&target, Timestamp::now()).await?;
        say("ours proof_ms", began);
        let began = Instant::now();
        sign()?;
        say("bare proof_ms", began);

        let began = Instant::now();
        identity.credentials_for(PAYMENTS, &target, Timestamp::now()).await?;
        say("ours exchange_ms", began);
        let began = Instant::now();
        sign()?;
        let request = client.post(format!("{}/token", provider.url())).body(form);
        let request = request.header("content-type", "application/x-www-form-urlencoded");
        request.send().await?.bytes().await?;
        sign()?;
        say("bare exchange_ms", began);
    }
    Ok(())
}

/// A credential, shown and verified.
fn shown() -> Outcome {
    let (issuer, holder, now) = (HolderKey::make()?, HolderKey::make()?, Timestamp::now());
    let claims = json!({ "name": "张伟", "id-number": "990106199003071175", "birth-date": "1990-03-07" });
    let content = Content {
        kind: PERSON_FACTS,
        issuer: "https://id.example",
        subject: "p",
        issued_at: now,
        expires_at: now.checked_add(SignedDuration::from_hours(1))?,
        holder: holder.public(),
        claims: serde_json::from_value(claims)?,
    };
    let sign = |typ: &str, payload: &_| {
        let header = Header { typ: Some(typ.to_owned()), ..Header::new(Algorithm::ES256) };
        jsonwebtoken::encode(&header, payload, &EncodingKey::from_ec_der(issuer.to_pkcs8()))
            .map_err(|_| SignError)
    };
    let credential = issue(&content, sign)?;
    let to = Presentation { audience: PLATFORM, nonce: NONCE, now };
    let presentation = present(&credential, &["name", "birth-date"], &holder, to)?;
    let keys: JwkSet = serde_json::from_value(json!({ "keys": [issuer.public()] }))?;
    let random = SystemRandom::new();
    let bare = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, issuer.to_pkcs8())?;
    let message = vec![7_u8; presentation.len() / 2];
    let signature = bare.sign(&random, &message).map_err(|_| "no signature")?;
    let public = UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, bare.public_key().as_ref());
    for _ in 0..RUNS {
        let expected = Expected {
            issuer: "https://id.example",
            kind: PERSON_FACTS,
            audience: PLATFORM,
            nonce: NONCE,
            now,
        };
        let began = Instant::now();
        verify(&presentation, &keys, expected)?;
        say("ours verify_ms", began);
        let began = Instant::now();
        for _ in 0..2 {
            public.verify(&message, signature.as_ref()).map_err(|_| "it does not hold")?;
        }
        say("bare verify_ms", began);
    }
    Ok(())
}
