//! A session that ends at the provider ends at the platform (OpenID Connect Back-Channel Logout 1.0), and by nobody else's word.

use fingertip_contract::api;
use fingertip_kit::keys::SigningKey;
use reqwest::StatusCode;
use serde_json::{Value, json};

use super::nation::{Nation, problem};

const EVENT: &str = "http://schemas.openid.net/event/backchannel-logout";

async fn cases(nation: &Nation, access: &str) -> StatusCode {
    nation.client.get(nation.at(api::CASES)).bearer_auth(access).send().await.expect("answered").status()
}

async fn tell(nation: &Nation, token: &str) -> reqwest::Response {
    let url = nation.at("/api/v1/backchannel-logout");
    nation.client.post(url).form(&[("logout_token", token)]).send().await.expect("answered")
}

#[tokio::test]
async fn a_session_that_ended_at_the_provider_opens_no_door_of_the_platform() {
    let nation = Nation::start().await;
    let (ended, other) = (nation.log_in("zhang-wei").await, nation.log_in("zhang-wei").await);
    assert_eq!(cases(&nation, &ended.access).await, StatusCode::OK);
    let form = [("token", ended.refresh.as_str()), ("client_id", "fingertip-shell")];
    let revoked = nation.client.post(nation.oidc("revoke")).form(&form).send().await.expect("answered");
    assert!(revoked.status().is_success());
    assert_eq!(
        cases(&nation, &ended.access).await,
        StatusCode::UNAUTHORIZED,
        "its token would be good for minutes"
    );
    assert_eq!(cases(&nation, &other.access).await, StatusCode::OK, "another session of the person goes on");
    let nation = nation.restart().await;
    assert_eq!(cases(&nation, &ended.access).await, StatusCode::UNAUTHORIZED, "also after a restart");
}

#[tokio::test]
async fn nobody_but_the_provider_ends_a_session() {
    let nation = Nation::start().await;
    let tokens = nation.log_in("zhang-wei").await;
    let own =
        SigningKey::load_or_make(&nation.folder.path().join("keys/identity.pk8")).expect("the issuer's key");
    let stranger = SigningKey::load_or_make(&nation.folder.path().join("stranger.pk8")).expect("a key");
    let payload = tokens.access.split('.').nth(1).expect("a JWS");
    let said = base64::Engine::decode(&base64::engine::general_purpose::URL_SAFE_NO_PAD, payload)
        .expect("base64url");
    let said: Value = serde_json::from_slice(&said).expect("JSON");
    let now = jiff::Timestamp::now().as_second();
    let good = json!({
        "iss": format!("{}/oidc", nation.running.demo_url), "aud": "fingertip-shell", "iat": now, "jti": "j",
        "events": { EVENT: {} }, "sid": said["sid"],
    });
    let with = |name: &str, value: Value| {
        let mut claims = good.clone();
        claims[name] = value;
        own.sign("logout+jwt", &claims).expect("signed")
    };
    let bad = [
        stranger.sign("logout+jwt", &good).expect("signed"),
        own.sign("JWT", &good).expect("signed"),
        with("iss", "https://other.example".into()),
        with("aud", "fingertip-platform".into()),
        with("iat", (now - 3600).into()),
        with("nonce", "n".into()),
        with("events", json!({})),
        with("sid", Value::Null),
        tokens.id.clone(),
        tokens.access.clone(),
        "nonsense".into(),
    ];
    for token in bad {
        assert_eq!(problem(tell(&nation, &token).await).await, (400, "logout-invalid".into()));
        assert_eq!(cases(&nation, &tokens.access).await, StatusCode::OK);
    }
    let empty = nation.client.post(nation.at("/api/v1/backchannel-logout")).send().await.expect("answered");
    assert_eq!(problem(empty).await, (400, "logout-invalid".into()));
    assert_eq!(tell(&nation, &own.sign("logout+jwt", &good).expect("signed")).await.status(), StatusCode::OK);
    assert_eq!(cases(&nation, &tokens.access).await, StatusCode::UNAUTHORIZED);
}
