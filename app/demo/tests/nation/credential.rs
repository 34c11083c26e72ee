//! The identity provider issues credentials, in the shape of OpenID for Verifiable Credential Issuance 1.0.

use std::time::Duration;

use fingertip_credential::{
    Expected, Held, HolderKey, PERSON_FACTS, Presentation, TYPE, key_proof, present, verify,
};
use fingertip_kit::keys::SigningKey;
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::jwk::JwkSet;
use reqwest::Response;
use serde_json::{Value, json};

use super::nation::{Nation, problem};

async fn json_of(answer: Response) -> Value {
    assert_eq!(answer.status(), 200);
    answer.json().await.expect("JSON")
}

/// What the issuer announces, at the place that its identifier leads to.
async fn metadata(nation: &Nation, kind: &str) -> Value {
    let address = format!("{}/.well-known/{kind}/oidc", nation.running.demo_url);
    json_of(nation.client.get(address).send().await.expect("answered")).await
}

async fn nonce(nation: &Nation) -> String {
    let answer = nation.client.post(nation.oidc("nonce")).send().await.expect("answered");
    assert_eq!(answer.headers()["cache-control"], "no-store");
    json_of(answer).await["c_nonce"].as_str().expect("a nonce").to_owned()
}

async fn ask(nation: &Nation, access: &str, body: &Value) -> Response {
    nation
        .client
        .post(nation.oidc("credential"))
        .bearer_auth(access)
        .json(body)
        .send()
        .await
        .expect("answered")
}

fn request(proofs: &[String]) -> Value {
    json!({ "credential_configuration_id": "person-facts", "proofs": { "jwt": proofs } })
}

#[tokio::test]
async fn a_device_gets_a_credential_that_is_bound_to_its_key_and_lives_a_day() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let announced = metadata(&nation, "openid-credential-issuer").await;
    let issuer = nation.oidc("").trim_end_matches('/').to_owned();
    assert_eq!(announced["credential_issuer"], issuer.as_str());
    let offered = &announced["credential_configurations_supported"]["person-facts"];
    assert_eq!((&offered["format"], &offered["vct"]), (&json!(TYPE), &json!(PERSON_FACTS)));

    let (key, now) = (HolderKey::make().expect("a key"), Timestamp::now());
    let nonce_endpoint = announced["nonce_endpoint"].as_str().expect("an address");
    let nonce = json_of(nation.client.post(nonce_endpoint).send().await.expect("answered")).await;
    let nonce = nonce["c_nonce"].as_str().expect("a nonce");
    let proof = key_proof::make(&key, &issuer, nonce, now).expect("made");
    let endpoint = announced["credential_endpoint"].as_str().expect("an address");
    let asked = nation.client.post(endpoint).bearer_auth(&access).json(&request(&[proof]));
    let answer = json_of(asked.send().await.expect("answered")).await;
    let credential = answer["credentials"][0]["credential"].as_str().expect("a credential");
    let held = Held::read(credential).expect("a credential");
    assert_eq!((&held.holder, &held.issuer), (key.public(), &issuer));
    assert!(held.expires_at <= now.checked_add(SignedDuration::from_hours(25)).expect("a time"));

    let keys = metadata(&nation, "jwt-vc-issuer").await["jwks_uri"].as_str().expect("an address").to_owned();
    let keys: JwkSet = nation.client.get(keys).send().await.expect("answered").json().await.expect("keys");
    let (audience, nonce) = ("https://somebody.example", "n");
    let all = ["name", "id-number", "birth-date", "gender", "phone"];
    let shown = present(credential, &all, &key, Presentation { audience, nonce, now }).expect("shown");
    let expected = Expected { issuer: &issuer, kind: PERSON_FACTS, audience, nonce, now: Timestamp::now() };
    let proven = verify(&shown, &keys, expected).expect("proved");
    assert_eq!(proven.subject, "7f1c9a52d06b4e38");
    assert_eq!(proven.claims["name"], "张伟");
    assert_eq!(proven.claims["id-number"], "990106199003071175");
}

#[tokio::test]
async fn a_proof_of_a_key_is_for_this_issuer_and_answers_its_nonce() {
    let nation = Nation::start().await;
    let access = nation.log_in("zhang-wei").await.access;
    let (key, now) = (HolderKey::make().expect("a key"), Timestamp::now());
    let issuer = nation.oidc("").trim_end_matches('/').to_owned();
    let refused = async |body: &Value| {
        let answer = ask(&nation, &access, body).await;
        assert_eq!(answer.status(), 400, "{body}");
        let said: Value = answer.json().await.expect("JSON");
        said["error"].as_str().expect("an error").to_owned()
    };
    let made = |audience: &str, nonce: &str, at: Timestamp| {
        key_proof::make(&key, audience, nonce, at).expect("made")
    };
    let fresh = nonce(&nation).await;
    assert_eq!(refused(&request(&[made(&nation.running.platform_url, &fresh, now)])).await, "invalid_proof");
    let old = now.checked_sub(SignedDuration::from_hours(1)).expect("a time");
    assert_eq!(refused(&request(&[made(&issuer, &fresh, old)])).await, "invalid_proof");
    assert_eq!(refused(&request(&[made(&issuer, "made-up", now)])).await, "invalid_nonce");
    assert_eq!(refused(&request(&[])).await, "invalid_proof");
    assert_eq!(refused(&json!({})).await, "invalid_credential_request");
    let mut other = request(&[made(&issuer, &fresh, now)]);
    other["credential_configuration_id"] = "driving-licence".into();
    assert_eq!(refused(&other).await, "unknown_credential_configuration");
    // What else the provider signs is no nonce of it.
    assert_eq!(refused(&request(&[made(&issuer, &access, now)])).await, "invalid_nonce");
    // One that has run out, and one that it did not make.
    let own =
        SigningKey::load_or_make(&nation.folder.path().join("keys/identity.pk8")).expect("the issuer's key");
    let late = json!({"iss": issuer, "exp": old.as_second(), "jti": "x"});
    let late = own.sign("c-nonce+jwt", &late).expect("signed");
    assert_eq!(refused(&request(&[made(&issuer, &late, now)])).await, "invalid_nonce");
}

#[tokio::test]
async fn only_who_signed_in_gets_a_credential_and_only_of_what_they_agreed_to() {
    let nation = Nation::start_as(|options| options.access_token_lifetime = Duration::from_secs(600)).await;
    let (key, now) = (HolderKey::make().expect("a key"), Timestamp::now());
    let issuer = nation.oidc("").trim_end_matches('/').to_owned();
    let fresh = nonce(&nation).await;
    let body = request(&[key_proof::make(&key, &issuer, &fresh, now).expect("made")]);
    let nobody = nation.client.post(nation.oidc("credential")).json(&body).send().await.expect("answered");
    assert_eq!(problem(nobody).await, (401, "token-invalid".into()));
    let tokens = nation.log_in("zhang-wei").await;
    assert_eq!(problem(ask(&nation, &tokens.id, &body).await).await, (401, "token-invalid".into()));
    // A credential is no token, neither as it is nor its signed part.
    let answer = json_of(ask(&nation, &tokens.access, &body).await).await;
    let credential = answer["credentials"][0]["credential"].as_str().expect("a credential");
    for shown in [credential, credential.split('~').next().expect("a JWT")] {
        assert_eq!(problem(ask(&nation, shown, &body).await).await, (401, "token-invalid".into()));
        let cases = nation.client.get(nation.at(fingertip_contract::api::CASES)).bearer_auth(shown);
        assert_eq!(cases.send().await.expect("answered").status(), 401);
    }
    let revoke = [("token", tokens.refresh.as_str())];
    nation.client.post(nation.oidc("revoke")).form(&revoke).send().await.expect("answered");
    assert_eq!(problem(ask(&nation, &tokens.access, &body).await).await, (401, "token-invalid".into()));
}
