//! Tokens that are bound to a device's key (RFC 9449): at the provider, the platform and the payment service.

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_contract::api;
use jsonwebtoken::{
    Algorithm, EncodingKey, Header,
    jwk::{Jwk, ThumbprintHash},
};
use reqwest::{Method, RequestBuilder, Response, StatusCode};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::nation::{CALLBACK, Nation, VERIFIER, query};

/// A device with its key and a clock that may be wrong.
pub(crate) struct Device {
    key: EncodingKey,
    jwk: Jwk,
    clock: i64,
}

/// What the token endpoint gave.
pub(crate) struct Bound {
    pub(crate) access: String,
    refresh: String,
}

impl Device {
    pub(crate) fn new() -> Self {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let key = EncodingKey::from_ec_der(pkcs8.expect("a key").as_ref());
        let jwk = Jwk::from_encoding_key(&key, Algorithm::ES256).expect("a key");
        Self { key, jwk, clock: jiff::Timestamp::now().as_second() }
    }

    fn thumbprint(&self) -> String {
        self.jwk.thumbprint(ThumbprintHash::SHA256).expect("a thumbprint")
    }

    fn proof(&self, (method, url): (&str, &str), token: Option<&str>, nonce: Option<&str>) -> String {
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some("dpop+jwt".into());
        header.jwk = Some(self.jwk.clone());
        let mut claims = json!({ "jti": uuid::Uuid::new_v4(), "htm": method, "htu": url, "iat": self.clock });
        if let Some(token) = token {
            claims["ath"] = URL_SAFE_NO_PAD.encode(Sha256::digest(token)).into();
        }
        if let Some(nonce) = nonce {
            claims["nonce"] = nonce.into();
        }
        jsonwebtoken::encode(&header, &claims, &self.key).expect("signed")
    }

    async fn token(&self, nation: &Nation, form: &[(&str, &str)], nonce: Option<&str>) -> Response {
        let url = nation.oidc("token");
        let proof = self.proof(("POST", &url), None, nonce);
        nation.client.post(url).header("dpop", proof).form(form).send().await.expect("answered")
    }

    pub(crate) async fn log_in(&self, nation: &Nation) -> Bound {
        let code = nation.code("zhang-wei").await;
        let answer = self.token(nation, &redeeming(&code), None).await;
        assert_eq!(answer.status(), StatusCode::OK);
        let body: Value = answer.json().await.expect("JSON");
        assert_eq!(body["token_type"], "DPoP");
        let text = |name: &str| body[name].as_str().expect(name).to_owned();
        Bound { access: text("access_token"), refresh: text("refresh_token") }
    }

    async fn refresh(&self, nation: &Nation, token: &str) -> (StatusCode, Value) {
        let answer = self.token(nation, &refreshing(token), None).await;
        (answer.status(), answer.json().await.expect("JSON"))
    }

    /// Exchanges a token, with a proof by this key.
    pub(crate) async fn exchange(
        &self,
        nation: &Nation,
        form: &[(&'static str, std::borrow::Cow<'_, str>)],
    ) -> (StatusCode, Value) {
        let form: Vec<_> = form.iter().map(|(name, value)| (*name, value.as_ref())).collect();
        let answer = self.token(nation, &form, None).await;
        (answer.status(), answer.json().await.expect("JSON"))
    }

    /// A request with the token and a proof for it.
    pub(crate) fn ask(&self, nation: &Nation, method: &Method, url: &str, token: &str) -> RequestBuilder {
        let proof = self.proof((method.as_str(), url), Some(token), None);
        nation
            .client
            .request(method.clone(), url)
            .header("authorization", format!("DPoP {token}"))
            .header("dpop", proof)
    }
}

fn redeeming(code: &str) -> [(&str, &str); 5] {
    [
        ("grant_type", "authorization_code"),
        ("client_id", "fingertip-shell"),
        ("code", code),
        ("redirect_uri", CALLBACK),
        ("code_verifier", VERIFIER),
    ]
}

fn refreshing(token: &str) -> [(&str, &str); 3] {
    [("grant_type", "refresh_token"), ("client_id", "fingertip-shell"), ("refresh_token", token)]
}

async fn status(request: RequestBuilder) -> StatusCode {
    request.send().await.expect("answered").status()
}

#[tokio::test]
async fn a_bound_token_opens_every_door_with_its_key_and_none_without() {
    let nation = Nation::start().await;
    let (device, thief) = (Device::new(), Device::new());
    let bound = device.log_in(&nation).await;
    let paying = device.exchange(&nation, &nation.exchanging(&bound.access)).await.1;
    let paying = paying["access_token"].as_str().expect("a token");
    let own = bound.access.as_str();
    let doors = [
        (Method::GET, nation.at(&format!("{}?page=1", api::CASES)), StatusCode::OK, own),
        (Method::GET, nation.oidc("userinfo"), StatusCode::OK, own),
        (Method::POST, nation.oidc("userinfo"), StatusCode::OK, own),
        (Method::POST, format!("{}/payments", nation.running.demo_url), StatusCode::CREATED, paying),
    ];
    let order = json!({
        "bill_reference": "b", "payee": "p", "currency": "CNY", "minor": 1, "app": "cn.example.taxation.app"
    });
    for (method, url, good, token) in &doors {
        let with = |request: RequestBuilder| request.header(api::IDEMPOTENCY_KEY, "k").json(&order);
        assert_eq!(status(with(device.ask(&nation, method, url, token))).await, *good, "{url}");
        let denied = StatusCode::UNAUTHORIZED;
        assert_eq!(status(with(thief.ask(&nation, method, url, token))).await, denied, "{url}: another key");
        let plain = || nation.client.request(method.clone(), url);
        assert_eq!(status(with(plain().bearer_auth(token))).await, denied, "{url}: as a bearer token");
        let proof = || device.proof((method.as_str(), url), Some(token), None);
        let bearer = plain().bearer_auth(token).header("dpop", proof());
        assert_eq!(status(with(bearer)).await, denied, "{url}: a proof does not make it a bearer token");
        let shown = || plain().header("authorization", format!("DPoP {token}"));
        assert_eq!(status(with(shown())).await, denied, "{url}: no proof");
        let elsewhere = device.proof((method.as_str(), "http://127.0.0.1:1/"), Some(token), None);
        assert_eq!(status(with(shown().header("dpop", elsewhere))).await, denied, "{url}: elsewhere");
        let other = device.proof((method.as_str(), url), Some("another"), None);
        assert_eq!(status(with(shown().header("dpop", other))).await, denied, "{url}: another token");
        let twice = proof();
        assert_eq!(status(with(shown().header("dpop", &twice))).await, *good, "{url}");
        assert_eq!(status(with(shown().header("dpop", &twice))).await, denied, "{url}: a second time");
    }
    let unbound = nation.log_in("zhang-wei").await.access;
    let cases = nation.at(api::CASES);
    let answer = device.ask(&nation, &Method::GET, &cases, &unbound).send().await.expect("answered");
    assert_eq!(answer.status(), StatusCode::UNAUTHORIZED, "a bearer token is bound to no key");
    let challenges: Vec<_> = answer.headers().get_all("www-authenticate").iter().collect();
    assert_eq!(challenges, ["Bearer", "DPoP algs=\"ES256\""]);
}

#[tokio::test]
async fn the_platform_knows_the_name_of_whoever_shows_a_bound_token() {
    let nation = Nation::start().await;
    let device = Device::new();
    let bound = device.log_in(&nation).await;
    let url = nation.at("/api/v1/helpers/codes");
    let answer = device.ask(&nation, &Method::POST, &url, &bound.access).send().await.expect("answered");
    assert_eq!(answer.status(), StatusCode::CREATED);
}

#[tokio::test]
async fn a_bound_refresh_token_outlives_a_lost_answer_and_a_thief() {
    let nation = Nation::start().await;
    let (device, thief) = (Device::new(), Device::new());
    let bound = device.log_in(&nation).await;
    for _ in 0..3 {
        let (status, body) = device.refresh(&nation, &bound.refresh).await;
        assert_eq!((status, &body["token_type"]), (StatusCode::OK, &json!("DPoP")));
        assert_eq!(body["refresh_token"], Value::Null, "the client goes on with what it has");
    }
    let (status, body) = thief.refresh(&nation, &bound.refresh).await;
    assert_eq!((status, &body["error"]), (StatusCode::BAD_REQUEST, &json!("invalid_grant")));
    let without = nation.refresh(&bound.refresh).await;
    assert_eq!(without.status(), StatusCode::BAD_REQUEST);
    assert_eq!(device.refresh(&nation, &bound.refresh).await.0, StatusCode::OK, "the thief ended nothing");
    let nation = nation.restart().await;
    assert_eq!(device.refresh(&nation, &bound.refresh).await.0, StatusCode::OK);
}

#[tokio::test]
async fn a_code_that_is_bound_to_a_key_is_redeemed_with_that_key() {
    let nation = Nation::start().await;
    let (device, thief) = (Device::new(), Device::new());
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(VERIFIER));
    let thumbprint = device.thumbprint();
    let code = async || {
        let form = [
            ("client_id", "fingertip-shell"),
            ("response_type", "code"),
            ("redirect_uri", CALLBACK),
            ("scope", "openid"),
            ("state", "st"),
            ("code_challenge", challenge.as_str()),
            ("code_challenge_method", "S256"),
            ("dpop_jkt", thumbprint.as_str()),
            ("person", "zhang-wei"),
            ("passcode", "123456"),
        ];
        let answer = nation.client.post(nation.oidc("login")).form(&form).send().await.expect("answered");
        query(answer.headers()["location"].to_str().expect("text")).remove("code").expect("a code")
    };
    let denied = StatusCode::BAD_REQUEST;
    assert_eq!(thief.token(&nation, &redeeming(&code().await), None).await.status(), denied);
    assert_eq!(nation.token(&redeeming(&code().await)).await.status(), denied);
    assert_eq!(device.token(&nation, &redeeming(&code().await), None).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_device_with_a_wrong_clock_is_told_what_to_put_into_its_proof() {
    let nation = Nation::start().await;
    let mut device = Device::new();
    let bound = device.log_in(&nation).await;
    device.clock -= 3600 * 24 * 365;

    let told = device.token(&nation, &refreshing(&bound.refresh), None).await;
    let nonce = told.headers()["dpop-nonce"].to_str().expect("text").to_owned();
    assert_eq!(told.status(), StatusCode::BAD_REQUEST);
    assert_eq!(told.json::<Value>().await.expect("JSON")["error"], "use_dpop_nonce");
    let again = device.token(&nation, &refreshing(&bound.refresh), Some(&nonce)).await;
    assert_eq!(again.status(), StatusCode::OK);

    let url = nation.at(api::CASES);
    let told = device.ask(&nation, &Method::GET, &url, &bound.access).send().await.expect("answered");
    assert_eq!(told.status(), StatusCode::UNAUTHORIZED);
    let challenge = told.headers()["www-authenticate"].to_str().expect("text");
    assert!(challenge.contains("error=\"use_dpop_nonce\""), "{challenge}");
    let nonce = told.headers()["dpop-nonce"].to_str().expect("text");
    let proof = device.proof(("GET", &url), Some(&bound.access), Some(nonce));
    let request = nation.client.get(&url).header("authorization", format!("DPoP {}", bound.access));
    assert_eq!(status(request.header("dpop", proof)).await, StatusCode::OK);
}
