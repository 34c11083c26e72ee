//! Tokens of an issuer that is not the demo's: for a resource, signed with a key of another kind.

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{
        ECDSA_P256_SHA256_FIXED_SIGNING, ECDSA_P384_SHA384_FIXED_SIGNING, EcdsaKeyPair, EcdsaSigningAlgorithm,
    },
};
use axum::{Json, Router, http::HeaderMap, routing::get};
use fingertip_kit::{Issuer, issuer::AUDIENCE, listener, proofs::Asked};
use jsonwebtoken::{
    Algorithm, EncodingKey, Header,
    jwk::{Jwk, JwkSet},
};
use serde_json::{Value, json};

const RESOURCE: &str = "https://platform.example/";
const ASKED: Asked<'_> = Asked { method: "GET", url: "https://platform.example/api/v1/cases" };

/// An issuer with a key of this kind.
struct Foreign {
    url: String,
    key: EncodingKey,
    algorithm: Algorithm,
}

impl Foreign {
    async fn start(kind: &'static EcdsaSigningAlgorithm, algorithm: Algorithm) -> Self {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(kind, &SystemRandom::new()).expect("a key");
        let key = EncodingKey::from_ec_der(pkcs8.as_ref());
        let mut jwk = Jwk::from_encoding_key(&key, algorithm).expect("a key");
        jwk.common.key_id = Some("k".into());
        let port = listener::listen(0).await.expect("a port");
        let url = listener::url_of(&port).expect("an address");
        let keys = json!(JwkSet { keys: vec![jwk] });
        let announced =
            json!({ "jwks_uri": format!("{url}/jwks"), "userinfo_endpoint": format!("{url}/me") });
        let routes = Router::new()
            .route("/jwks", get(|| async { Json(keys) }))
            .route("/.well-known/openid-configuration", get(|| async { Json(announced) }));
        tokio::spawn(async move { axum::serve(port, routes).await });
        Self { url, key, algorithm }
    }

    fn issuer(&self, resource: Option<&str>) -> Issuer {
        let client = listener::make_client().expect("a client");
        Issuer::new(self.url.clone(), client).for_resource(resource.map(str::to_owned))
    }

    fn headers(&self, change: &Value) -> HeaderMap {
        let mut header = Header::new(self.algorithm);
        header.kid = Some("k".into());
        let mut claims = json!({ "iss": self.url, "sub": "s", "aud": AUDIENCE, "exp": 4_000_000_000_u32 });
        for (name, value) in change.as_object().expect("an object") {
            claims[name] = value.clone();
        }
        shown(&jsonwebtoken::encode(&header, &claims, &self.key).expect("signed"))
    }
}

fn shown(token: &str) -> HeaderMap {
    let mut headers = HeaderMap::new();
    headers.insert("authorization", format!("Bearer {token}").parse().expect("a header"));
    headers
}

#[tokio::test]
async fn a_token_is_taken_for_the_platforms_own_resource_alone() {
    let foreign = Foreign::start(&ECDSA_P256_SHA256_FIXED_SIGNING, Algorithm::ES256).await;
    let (named, unnamed) = (foreign.issuer(Some(RESOURCE)), foreign.issuer(None));
    let for_resource = foreign.headers(&json!({ "aud": [RESOURCE, "other"] }));
    assert_eq!(named.verify(&for_resource, &ASKED).await.expect("taken").sub, "s");
    assert!(unnamed.verify(&for_resource, &ASKED).await.is_err());
    let unnamed_token = foreign.headers(&json!({}));
    assert!(unnamed.verify(&unnamed_token, &ASKED).await.is_ok());
    assert!(named.verify(&unnamed_token, &ASKED).await.is_err());
    for wrong in [
        json!({ "aud": "https://platform.example" }),
        json!({ "aud": null }),
        json!({ "iss": "https://evil.example" }),
        json!({ "exp": 1 }),
        json!({ "sub": null }),
        // Bound to a key that did not come along.
        json!({ "aud": RESOURCE, "cnf": { "jkt": "x" } }),
        json!({ "aud": RESOURCE, "cnf": { "x5t#S256": "x" } }),
    ] {
        assert!(named.verify(&foreign.headers(&wrong), &ASKED).await.is_err(), "{wrong}");
    }
}

#[tokio::test]
async fn an_issuer_may_sign_with_another_kind_of_key_and_with_no_shared_secret() {
    let foreign = Foreign::start(&ECDSA_P384_SHA384_FIXED_SIGNING, Algorithm::ES384).await;
    let issuer = foreign.issuer(None);
    assert!(issuer.verify(&foreign.headers(&json!({})), &ASKED).await.is_ok());
    let mut header = Header::new(Algorithm::HS256);
    header.kid = Some("k".into());
    let claims = json!({ "iss": foreign.url, "sub": "s", "aud": AUDIENCE, "exp": 4_000_000_000_u32 });
    let forged = jsonwebtoken::encode(&header, &claims, &EncodingKey::from_secret(b"")).expect("signed");
    assert!(issuer.verify(&shown(&forged), &ASKED).await.is_err());
}
