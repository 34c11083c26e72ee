//! The platform's token becomes one for somebody else (RFC 8693), and neither opens the other's door.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_contract::api;
use reqwest::{Method, StatusCode};
use serde_json::{Value, json};

use super::{keys::Device, nation::Nation};

fn claims(token: &str) -> Value {
    let payload = token.split('.').nth(1).expect("a JWS");
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(payload).expect("base64url")).expect("JSON")
}

#[tokio::test]
async fn a_payments_token_is_short_names_nobody_and_opens_no_other_door() {
    let nation = Nation::start().await;
    let device = Device::new();
    let own = device.log_in(&nation).await.access;
    let (status, answer) = device.exchange(&nation, &nation.exchanging(&own)).await;
    assert_eq!(status, StatusCode::OK);
    assert_eq!(answer["issued_token_type"], "urn:ietf:params:oauth:token-type:access_token");
    assert_eq!((&answer["token_type"], &answer["refresh_token"]), (&json!("DPoP"), &Value::Null));
    let token = answer["access_token"].as_str().expect("a token");
    let (said, before) = (claims(token), claims(&own));
    assert_ne!(said["sub"], before["sub"], "another audience knows the person by another name");
    assert_eq!(said["name"], Value::Null);
    assert_eq!(said["cnf"], before["cnf"], "bound to the same key");
    let lives = said["exp"].as_i64().zip(said["iat"].as_i64()).map(|(exp, iat)| exp - iat);
    assert!(lives.is_some_and(|seconds| seconds <= 300), "{lives:?}");
    let again = device.exchange(&nation, &nation.exchanging(&own)).await.1;
    assert_eq!(
        claims(again["access_token"].as_str().expect("a token"))["sub"],
        said["sub"],
        "the same there"
    );

    let payments = format!("{}/payments", nation.running.demo_url);
    let doors = [
        (Method::GET, nation.at(api::CASES), token),
        (Method::GET, nation.oidc("userinfo"), token),
        (Method::POST, payments, own.as_str()),
    ];
    for (method, url, wrong) in doors {
        let order = json!({"bill_reference": "b", "payee": "p", "currency": "CNY", "minor": 1, "app": "cn.example.taxation.app"});
        let request =
            device.ask(&nation, &method, &url, wrong).header(api::IDEMPOTENCY_KEY, "k").json(&order);
        let answer = request.send().await.expect("answered");
        assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "{url}");
    }
}

#[tokio::test]
async fn nothing_is_exchanged_for_whoever_has_not_the_key_the_session_or_the_audience() {
    let nation = Nation::start().await;
    let (device, thief) = (Device::new(), Device::new());
    let own = device.log_in(&nation).await.access;
    let good = nation.exchanging(&own);
    let refused = |(status, answer): (StatusCode, Value)| {
        assert_eq!(status, StatusCode::BAD_REQUEST);
        answer["error"].as_str().expect("an error").to_owned()
    };
    assert_eq!(refused(thief.exchange(&nation, &good).await), "invalid_grant");
    let with = |name: &'static str, value: &'static str| {
        let mut form = good.clone();
        form.retain(|(own, _)| *own != name);
        form.push((name, value.into()));
        form
    };
    for (name, value, error) in [
        ("audience", "https://elsewhere.example", "invalid_target"),
        ("subject_token", "nonsense", "invalid_grant"),
        ("subject_token_type", "urn:ietf:params:oauth:token-type:id_token", "invalid_request"),
        ("requested_token_type", "urn:ietf:params:oauth:token-type:refresh_token", "invalid_request"),
        ("actor_token", "somebody", "invalid_request"),
    ] {
        assert_eq!(refused(device.exchange(&nation, &with(name, value)).await), error, "{name}");
    }
    let (_, first) = device.exchange(&nation, &good).await;
    let exchanged = first["access_token"].as_str().expect("a token").to_owned();
    let chained = nation.exchanging(&exchanged);
    assert_eq!(refused(device.exchange(&nation, &chained).await), "invalid_grant", "not exchanged once more");
    let form = [("token", own.as_str()), ("client_id", "fingertip-shell")];
    let ended = nation.client.post(nation.oidc("revoke")).form(&form).send().await.expect("answered");
    assert!(ended.status().is_success());
    assert_eq!(refused(device.exchange(&nation, &good).await), "invalid_grant", "the session has ended");
}
