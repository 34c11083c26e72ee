use std::time::Duration;

use fingertip_contract::api;
use fingertip_kit::keys::SigningKey;
use serde_json::json;

use super::nation::{Nation, problem, until};

#[tokio::test]
async fn an_expired_token_is_told_apart_from_an_invalid_one() {
    let nation = Nation::start_as(|options| options.access_token_lifetime = Duration::from_secs(1)).await;
    let tokens = nation.log_in("zhang-wei").await;
    let list = async |token: &str| {
        nation.client.get(nation.at(api::CASES)).bearer_auth(token).send().await.expect("answered")
    };
    let refused = until("the token expires", || async {
        let answer = list(&tokens.access).await;
        (answer.status() != 200).then_some(answer)
    })
    .await;
    assert_eq!(problem(refused).await, (401, "token-expired".into()));
    assert_eq!(problem(list("nonsense").await).await, (401, "token-invalid".into()));
    let nobody = nation.client.get(nation.at(api::CASES)).send().await.expect("answered");
    assert_eq!(problem(nobody).await, (401, "token-invalid".into()));
}

#[tokio::test]
async fn a_token_for_another_audience_issuer_or_key_is_refused() {
    let nation = Nation::start().await;
    let own =
        SigningKey::load_or_make(&nation.folder.path().join("keys/identity.pk8")).expect("the issuer's key");
    let stranger = SigningKey::load_or_make(&nation.folder.path().join("stranger.pk8")).expect("a key");
    let issuer = format!("{}/oidc", nation.running.demo_url);
    let good = json!({"iss": issuer, "sub": "p", "aud": "fingertip-platform", "exp": 4_000_000_000_u64});
    let with = |name: &str, value: serde_json::Value| {
        let mut claims = good.clone();
        claims[name] = value;
        own.sign("at+jwt", &claims).expect("signed")
    };
    let status = async |token: &str| {
        nation.client.get(nation.at(api::CASES)).bearer_auth(token).send().await.expect("answered").status()
    };
    assert_eq!(status(&own.sign("at+jwt", &good).expect("signed")).await, 200);
    assert_eq!(status(&nation.log_in("zhang-wei").await.id).await, 401);
    assert_eq!(status(&with("aud", "fingertip-shell".into())).await, 401);
    assert_eq!(status(&with("iss", "http://other.example".into())).await, 401);
    assert_eq!(status(&with("exp", serde_json::Value::Null)).await, 401);
    assert_eq!(status(&stranger.sign("at+jwt", &good).expect("signed")).await, 401);
}
