use fingertip_kit::keys;
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

use super::nation::{CALLBACK, Nation, VERIFIER, query, tokens};

const CHALLENGE: &str = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

fn authorize_query<'a>(change: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut query = vec![
        ("client_id", "fingertip-shell"),
        ("response_type", "code"),
        ("redirect_uri", CALLBACK),
        ("scope", "openid profile"),
        ("state", "st"),
        ("code_challenge", CHALLENGE),
        ("code_challenge_method", "S256"),
    ];
    for (name, value) in change {
        query.retain(|(known, _)| known != name);
        query.push((*name, *value));
    }
    query
}

async fn error_of(answer: reqwest::Response) -> (u16, String) {
    let status = answer.status().as_u16();
    let body: Value = answer.json().await.expect("JSON");
    (status, body["error"].as_str().expect("an OAuth error").to_owned())
}

#[tokio::test]
async fn a_login_gives_tokens_that_hold_and_claims_by_scope() {
    let nation = Nation::start().await;
    let discovery: Value = nation
        .client
        .get(nation.oidc(".well-known/openid-configuration"))
        .send()
        .await
        .expect("answered")
        .json()
        .await
        .expect("JSON");
    assert_eq!(discovery["issuer"], nation.oidc("").trim_end_matches('/'));
    let tokens = nation.log_in("zhang-wei").await;

    let jwks = discovery["jwks_uri"].as_str().expect("an address");
    let keys: JwkSet = nation.client.get(jwks).send().await.expect("answered").json().await.expect("keys");
    let id: Value = keys::verify(&tokens.id, &keys, &keys::plain_validation()).expect("a signed id token");
    assert_eq!(
        (&id["aud"], &id["nonce"], &id["iss"]),
        (&json!("fingertip-shell"), &json!("no"), &discovery["issuer"])
    );
    let access: Value =
        keys::verify(&tokens.access, &keys, &keys::plain_validation()).expect("a signed access token");
    assert_eq!((&access["aud"], &access["sub"]), (&json!("fingertip-platform"), &id["sub"]));

    let userinfo = nation
        .client
        .get(nation.oidc("userinfo"))
        .bearer_auth(&tokens.access)
        .send()
        .await
        .expect("answered");
    let claims: Value = userinfo.json().await.expect("JSON");
    assert_eq!(claims["name"], "张伟");
    assert_eq!(claims["id_number"], "990106199003071175");
    assert_eq!(claims["sub"], id["sub"]);
}

#[tokio::test]
async fn the_login_page_speaks_both_languages_and_asks_again_after_a_wrong_passcode() {
    let nation = Nation::start().await;
    let page = async |extra: &[(&'static str, &'static str)]| {
        let request = nation
            .client
            .get(nation.oidc("authorize"))
            .query(&authorize_query(extra))
            .header("accept-language", "de, en");
        request.send().await.expect("answered").text().await.expect("text")
    };
    assert!(page(&[]).await.contains("<html lang=\"en\">"));
    let chinese = page(&[("ui_locales", "zh-Hans")]).await;
    assert!(
        chinese.contains("<html lang=\"zh-Hans\">")
            && chinese.contains("李秀英")
            && chinese.contains("hidden>")
    );

    let mut form = authorize_query(&[("ui_locales", "en")]);
    form.extend([("person", "li-xiuying"), ("passcode", "000000")]);
    let answer = nation.client.post(nation.oidc("login")).form(&form).send().await.expect("answered");
    assert_eq!(answer.status(), 422);
    let again = answer.text().await.expect("text");
    assert!(again.contains("role=\"alert\" >") && again.contains("value=\"li-xiuying\" required checked"));
    assert!(!again.contains("000000"));
}

#[tokio::test]
async fn a_request_without_pkce_or_with_a_strange_address_starts_no_login() {
    let nation = Nation::start().await;
    let ask = async |change: &[(&'static str, &'static str)]| {
        nation
            .client
            .get(nation.oidc("authorize"))
            .query(&authorize_query(change))
            .send()
            .await
            .expect("answered")
    };
    for (change, error) in [
        (("code_challenge_method", "plain"), "invalid_request"),
        (("code_challenge", "short"), "invalid_request"),
        (("code_challenge", ""), "invalid_request"),
        (("response_type", "token"), "unsupported_response_type"),
        (("scope", "profile"), "invalid_scope"),
        (("prompt", "none"), "login_required"),
    ] {
        let answer = ask(&[change]).await;
        assert_eq!(answer.status(), 302, "{change:?}");
        let sent = query(answer.headers()["location"].to_str().expect("text"));
        assert_eq!((sent["error"].as_str(), sent["state"].as_str()), (error, "st"), "{change:?}");
    }
    for change in [
        ("redirect_uri", "http://evil.example/cb"),
        ("redirect_uri", "http://127.0.0.1:1/other"),
        ("client_id", "another"),
    ] {
        let answer = ask(&[change]).await;
        assert_eq!(answer.status(), 400, "{change:?}");
        assert!(answer.headers().get("location").is_none(), "{change:?}");
    }
}

#[tokio::test]
async fn whoever_must_sign_in_anew_is_asked_for_the_passcode_and_the_time_of_it_is_told() {
    let nation = Nation::start().await;
    // Somebody who signed in a moment ago is asked all the same.
    let first = nation.log_in("zhang-wei").await;
    for change in [("max_age", "0"), ("prompt", "login"), ("prompt", "login consent")] {
        let asked = nation.client.get(nation.oidc("authorize")).query(&authorize_query(&[change]));
        let page = asked.send().await.expect("answered");
        assert_eq!(page.status(), 200, "{change:?}");
        assert!(page.text().await.expect("text").contains("name=\"passcode\""), "{change:?}");
    }
    let read =
        |token: &str| -> Value { jsonwebtoken::dangerous::insecure_decode_claims(token).expect("claims") };
    let told = read(&first.id);
    let age = told["iat"].as_i64().expect("a time") - told["auth_time"].as_i64().expect("a time");
    assert!((0..60).contains(&age), "{age}");
    assert_eq!(read(&first.access)["auth_time"], told["auth_time"]);
    let renewed = tokens(nation.refresh(&first.refresh).await).await;
    assert_eq!(read(&renewed.access)["auth_time"], told["auth_time"], "to renew is not to sign in");
}

#[tokio::test]
async fn a_code_without_its_verifier_is_worthless() {
    let nation = Nation::start().await;
    let code = nation.code("zhang-wei").await;
    let wrong = nation.exchange(&code, "another-verifier-that-is-long-enough-0123456789").await;
    assert_eq!(error_of(wrong).await, (400, "invalid_grant".into()));
    assert_eq!(error_of(nation.exchange(&code, VERIFIER).await).await, (400, "invalid_grant".into()));
    let code = nation.code("zhang-wei").await;
    let form = [
        ("grant_type", "authorization_code"),
        ("client_id", "fingertip-shell"),
        ("code", &code),
        ("redirect_uri", CALLBACK),
    ];
    assert_eq!(error_of(nation.token(&form).await).await, (400, "invalid_request".into()));
}

#[tokio::test]
async fn a_code_used_twice_ends_its_grant() {
    let nation = Nation::start().await;
    let code = nation.code("zhang-wei").await;
    let first = tokens(nation.exchange(&code, VERIFIER).await).await;
    assert_eq!(error_of(nation.exchange(&code, VERIFIER).await).await, (400, "invalid_grant".into()));
    assert_eq!(error_of(nation.refresh(&first.refresh).await).await, (400, "invalid_grant".into()));
    let userinfo =
        nation.client.get(nation.oidc("userinfo")).bearer_auth(&first.access).send().await.expect("answered");
    assert_eq!(userinfo.status(), 401);
}

#[tokio::test]
async fn refresh_tokens_rotate_and_an_old_one_ends_the_grant() {
    let nation = Nation::start().await;
    let first = nation.log_in("zhang-wei").await;
    let second = tokens(nation.refresh(&first.refresh).await).await;
    assert_ne!(first.refresh, second.refresh);
    let third = tokens(nation.refresh(&second.refresh).await).await;
    assert_eq!(error_of(nation.refresh(&first.refresh).await).await, (400, "invalid_grant".into()));
    assert_eq!(error_of(nation.refresh(&third.refresh).await).await, (400, "invalid_grant".into()));
}

#[tokio::test]
async fn a_session_outlives_a_restart_and_ends_by_revocation() {
    let nation = Nation::start().await;
    let first = nation.log_in("chen-jing").await;
    let nation = nation.restart().await;
    let second = tokens(nation.refresh(&first.refresh).await).await;
    let userinfo = async |access: &str| {
        nation
            .client
            .get(nation.oidc("userinfo"))
            .bearer_auth(access)
            .send()
            .await
            .expect("answered")
            .status()
    };
    assert_eq!(userinfo(&second.access).await, 200);
    let revoke = async |token: &str| {
        nation
            .client
            .post(nation.oidc("revoke"))
            .form(&[("token", token)])
            .send()
            .await
            .expect("answered")
            .status()
    };
    assert_eq!(revoke("unknown").await, 200);
    assert_eq!(revoke(&second.refresh).await, 200);
    assert_eq!(userinfo(&second.access).await, 401);
    assert_eq!(error_of(nation.refresh(&second.refresh).await).await, (400, "invalid_grant".into()));
}

#[tokio::test]
async fn ending_the_session_by_link_goes_back_to_the_app() {
    let nation = Nation::start().await;
    let tokens = nation.log_in("chen-jing").await;
    let link =
        [("id_token_hint", tokens.id.as_str()), ("post_logout_redirect_uri", CALLBACK), ("state", "bye")];
    let answer = nation.client.get(nation.oidc("end-session")).query(&link).send().await.expect("answered");
    assert_eq!(answer.headers()["location"], "http://127.0.0.1:49152/cb?state=bye");
    assert_eq!(error_of(nation.refresh(&tokens.refresh).await).await, (400, "invalid_grant".into()));
    let strange = [("post_logout_redirect_uri", "http://evil.example/"), ("id_token_hint", &tokens.id)];
    let answer =
        nation.client.get(nation.oidc("end-session")).query(&strange).send().await.expect("answered");
    assert_eq!(answer.status(), 200);
}
