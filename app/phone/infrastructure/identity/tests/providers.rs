//! What real providers want and do: consent, pushed requests, resources, signed userinfo, new keys, bound tokens.

mod provider;

use std::sync::{
    Arc, Mutex,
    atomic::{AtomicUsize, Ordering},
};

use axum::{
    Json,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_identity::{Identity, IdentityError, IdentityOptions, Target};
use fingertip_secrets::SecretStore;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, jwk::ThumbprintHash};
use provider::{CLIENT, Heard, LIFETIME, Provider, Secrets, Signer, credentials, said, sign_in};
use serde_json::{Value, json};

const DISCOVERY: &str = "/.well-known/openid-configuration";
const RESOURCE: &str = "https://platform.example/";

async fn start() -> (Provider, Arc<Secrets>, Identity) {
    let (provider, secrets) = (Provider::start().await, Arc::new(Secrets::default()));
    let identity = provider.identity(&secrets);
    (provider, secrets, identity)
}

#[tokio::test]
async fn a_refresh_token_is_asked_for_with_consent() {
    let (provider, _, identity) = start().await;
    sign_in(&identity).await.expect("signed in");
    let asked = &provider.heard("/authorize")[0];
    assert_eq!(asked.value("prompt"), "consent");
    assert!(asked.value("scope").split(' ').any(|scope| scope == "offline_access"));
    assert_eq!((asked.value("code_challenge_method"), asked.value("resource")), ("S256", ""));
}

#[tokio::test]
async fn where_requests_are_pushed_the_browser_carries_a_handle_alone() {
    let (provider, _, identity) = start().await;
    let par = format!("{}/par", provider.url());
    provider.changes(DISCOVERY, move |announced| {
        announced["pushed_authorization_request_endpoint"] = par.clone().into();
    });
    sign_in(&identity).await.expect("signed in");
    let pushed = &provider.heard("/par")[0];
    assert_eq!((pushed.value("client_id"), pushed.value("response_type")), (CLIENT, "code"));
    let carried: Vec<String> = provider.heard("/authorize")[0].form.keys().cloned().collect();
    assert_eq!(carried, ["client_id", "request_uri"]);

    provider.says("/par", 400, "application/json", r#"{"error":"invalid_request"}"#);
    assert!(matches!(identity.begin_sign_in("en").await, Err(IdentityError::Refused { .. })));
    provider.says("/par", 503, "text/html", "busy");
    assert!(matches!(identity.begin_sign_in("en").await, Err(IdentityError::Unreachable { .. })));
}

#[tokio::test]
async fn the_first_token_is_for_userinfo_and_the_platforms_is_asked_for_by_name() {
    let (provider, secrets, _) = start().await;
    // As oidc-provider does: a token for a resource opens no userinfo, and any other opens nothing else.
    provider.at("/userinfo", |heard, facts| match heard.header("authorization") {
        "Bearer for-userinfo" => Json(facts).into_response(),
        _ => StatusCode::UNAUTHORIZED.into_response(),
    });
    provider.at("/token", |heard, mut tokens| {
        tokens["access_token"] = match heard.value("resource") {
            RESOURCE => "for-the-platform".into(),
            _ => "for-userinfo".into(),
        };
        Json(tokens).into_response()
    });
    let options = IdentityOptions { resource: Some(RESOURCE.to_owned()), ..provider.options() };
    let identity = Identity::open(options, secrets as Arc<dyn SecretStore>).expect("opened");
    sign_in(&identity).await.expect("signed in");
    assert_eq!(provider.heard("/authorize")[0].value("resource"), RESOURCE);
    let given = credentials(&identity, 0).await.expect("a token");
    assert_eq!(given.authorization, "Bearer for-the-platform");
    let grants: Vec<_> =
        provider.heard("/token").iter().map(|one| one.value("grant_type").to_owned()).collect();
    assert_eq!(grants, ["authorization_code", "refresh_token"]);

    provider.changes("/token", |tokens| tokens["refresh_token"] = Value::Null);
    let failed = sign_in(&identity).await;
    assert!(matches!(failed, Err(IdentityError::Refused { .. } | IdentityError::Unreachable { .. })));
}

/// OpenID Connect Core 1.0, 5.1: `name` is one claim, its parts are others, and a provider may tell either.
#[tokio::test]
async fn a_name_that_comes_in_parts_is_put_together_in_the_nations_order() {
    for (told, whole) in [
        (json!({ "name": null, "family_name": "张", "given_name": "伟" }), Some("张伟")),
        (json!({ "name": " ", "family_name": "Szabó", "given_name": "Éva" }), Some("Szabó Éva")),
        (json!({ "name": "Éva Szabó", "family_name": "Szabó", "given_name": "Éva" }), Some("Éva Szabó")),
        (json!({ "name": 7, "family_name": null, "given_name": "Suharto" }), Some("Suharto")),
        (json!({ "name": null, "family_name": ["张"], "given_name": " " }), None),
    ] {
        let (provider, _, identity) = start().await;
        provider.changes("/userinfo", move |facts| {
            for (claim, value) in told.as_object().expect("an object") {
                facts[claim] = value.clone();
            }
        });
        let session = sign_in(&identity).await.expect("signed in");
        assert_eq!(session.name(), whole);
    }
}

/// Userinfo as a JWT with these claims besides the facts.
fn signed(provider: &Provider, by: Arc<Signer>, claims: Value) {
    provider.at("/userinfo", move |_, mut facts| {
        for (name, value) in claims.as_object().expect("an object") {
            facts[name] = value.clone();
        }
        said(200, "application/jwt; charset=utf-8", by.sign(&facts))
    });
}

#[tokio::test]
async fn signed_userinfo_is_taken_from_the_provider_for_this_client_alone() {
    let (provider, _, identity) = start().await;
    let good = json!({ "iss": provider.url(), "aud": CLIENT });
    signed(&provider, provider.signer(), good.clone());
    assert_eq!(sign_in(&identity).await.expect("signed in").name(), Some("Zhang Wei"));
    signed(&provider, provider.signer(), json!({ "iss": provider.url(), "aud": [CLIENT, "x"] }));
    assert!(sign_in(&identity).await.is_ok());

    for wrong in [
        json!({ "iss": "https://evil.example", "aud": CLIENT }),
        json!({ "iss": provider.url(), "aud": "other" }),
        json!({ "iss": provider.url() }),
        json!({ "aud": CLIENT }),
        json!({ "iss": provider.url(), "aud": CLIENT, "sub": "s-2" }),
    ] {
        signed(&provider, provider.signer(), wrong.clone());
        assert!(matches!(sign_in(&identity).await, Err(IdentityError::Refused { .. })), "{wrong}");
    }
    signed(&provider, Arc::new(Signer::make("k1")), good.clone());
    assert!(matches!(sign_in(&identity).await, Err(IdentityError::Refused { .. })), "another's key");
    let url = provider.url();
    provider.at("/userinfo", move |_, _| {
        let part = |value: Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let claims = json!({ "iss": url, "aud": CLIENT, "sub": "s-1" });
        said(200, "application/jwt", format!("{}.{}.", part(json!({"alg": "none"})), part(claims)))
    });
    assert!(matches!(sign_in(&identity).await, Err(IdentityError::Refused { .. })), "nobody's signature");
}

#[tokio::test]
async fn keys_that_change_between_discovery_and_id_token_are_asked_for_again() {
    let (provider, _, identity) = start().await;
    // The key changes when the person is at the provider's page.
    let number = AtomicUsize::new(1);
    let turning = provider.clone();
    provider.makes_id_tokens(move |_, claims| {
        let kid = format!("new-{}", number.fetch_add(1, Ordering::Relaxed));
        turning.rotates_keys(&kid);
        turning.signer().sign(&claims)
    });
    sign_in(&identity).await.expect("signed in");
    assert_eq!(provider.heard("/jwks").len(), 2);
}

/// What a proof says, where it holds.
fn read_proof(heard: &Heard) -> Option<(String, Value)> {
    let proof = heard.header("dpop");
    let header = jsonwebtoken::decode_header(proof).ok()?;
    let jwk = header.jwk.filter(|_| header.typ.as_deref() == Some("dpop+jwt"))?;
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    let claims = jsonwebtoken::decode(proof, &DecodingKey::from_jwk(&jwk).ok()?, &validation).ok()?.claims;
    Some((jwk.thumbprint(ThumbprintHash::SHA256).ok()?, claims))
}

/// A provider that binds tokens to keys, and wants a nonce in each proof.
async fn binding() -> (Provider, Arc<Secrets>, Identity, Arc<Mutex<String>>) {
    let (provider, secrets, identity) = start().await;
    let nonce = Arc::new(Mutex::new("n1".to_owned()));
    let par = format!("{}/par", provider.url());
    provider.changes(DISCOVERY, move |announced| {
        announced["pushed_authorization_request_endpoint"] = par.clone().into();
        announced["dpop_signing_alg_values_supported"] = json!(["RS256", "ES256"]);
    });
    let wanted = |nonce: &Arc<Mutex<String>>| nonce.lock().expect("unpoisoned").clone();
    let ask = move |heard: &Heard, nonce: &str, value: Value| -> Response {
        let claims = read_proof(heard).map(|(_, claims)| claims).unwrap_or_default();
        if claims["htm"] != heard.method.as_str() || claims["nonce"] != nonce {
            let headers = [("dpop-nonce", nonce), ("www-authenticate", "DPoP error=\"use_dpop_nonce\"")];
            let status =
                if heard.path == "/userinfo" { StatusCode::UNAUTHORIZED } else { StatusCode::BAD_REQUEST };
            return (status, headers, Json(json!({ "error": "use_dpop_nonce" }))).into_response();
        }
        ([("dpop-nonce", nonce)], Json(value)).into_response()
    };
    for path in ["/par", "/userinfo"] {
        let nonce = Arc::clone(&nonce);
        provider.at(path, move |heard, value| ask(heard, &wanted(&nonce), value));
    }
    let nonces = Arc::clone(&nonce);
    provider.at("/token", move |heard, mut tokens| {
        tokens["token_type"] = "DPoP".into();
        ask(heard, &wanted(&nonces), tokens)
    });
    (provider, secrets, identity, nonce)
}

#[tokio::test]
async fn tokens_are_bound_to_a_key_that_stays_with_the_session() {
    let (provider, secrets, identity, nonce) = binding().await;
    sign_in(&identity).await.expect("signed in");
    let asked = provider.heard("/par");
    let (thumbprint, _) = read_proof(&asked[0]).expect("a proof");
    assert_eq!(asked[0].value("dpop_jkt"), thumbprint);
    assert_eq!(asked.len(), 2, "once without the nonce, once with it");
    assert_eq!(provider.heard("/token").len(), 1, "the nonce is known by then");
    let userinfo = &provider.heard("/userinfo")[0];
    let token = userinfo.header("authorization").strip_prefix("DPoP ").expect("bound");
    let hash = |token: &str| {
        URL_SAFE_NO_PAD.encode(aws_lc_rs::digest::digest(&aws_lc_rs::digest::SHA256, token.as_bytes()))
    };
    let claims = read_proof(userinfo).expect("a proof").1;
    assert_eq!(
        (&claims["ath"], &claims["htu"]),
        (&json!(hash(token)), &json!(format!("{}/userinfo", provider.url())))
    );

    // Another nonce meanwhile, and the app begins anew.
    *nonce.lock().expect("unpoisoned") = "n2".to_owned();
    let again = provider.identity(&secrets);
    let url = "https://platform.example/api/v1/cases?x=1";
    let target = Target { method: "GET", url, nonce: Some("theirs") };
    let given = again.credentials(&target, Timestamp::now()).await.expect("a token");
    let token = given.authorization.strip_prefix("DPoP ").expect("bound");
    let mut headers = axum::http::HeaderMap::new();
    headers.insert("dpop", given.proof.expect("a proof").parse().expect("a header"));
    let shown = Heard { headers, ..userinfo.clone() };
    let (own, claims) = read_proof(&shown).expect("a proof");
    assert_eq!(own, thumbprint, "the same key after a restart");
    assert_eq!(claims["htu"], "https://platform.example/api/v1/cases");
    assert_eq!((&claims["htm"], &claims["nonce"]), (&json!("GET"), &json!("theirs")));
    assert_eq!(claims["ath"], hash(token));
    let proofs = [provider.heard("/par"), provider.heard("/token"), provider.heard("/userinfo")].concat();
    let mut ids: Vec<String> =
        proofs.iter().map(|one| read_proof(one).expect("a proof").1["jti"].to_string()).collect();
    let n_ids = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), n_ids, "no proof goes out twice");
}

#[tokio::test]
async fn a_server_that_wants_ever_another_nonce_is_left_and_the_session_goes_on() {
    let (provider, secrets, identity, _) = binding().await;
    sign_in(&identity).await.expect("signed in");
    let number = AtomicUsize::new(0);
    provider.at("/token", move |_, _| {
        let nonce = format!("x{}", number.fetch_add(1, Ordering::Relaxed));
        (StatusCode::BAD_REQUEST, [("dpop-nonce", nonce)], Json(json!({ "error": "use_dpop_nonce" })))
            .into_response()
    });
    let n_before = provider.heard("/token").len();
    assert!(matches!(credentials(&identity, LIFETIME).await, Err(IdentityError::Unreachable { .. })));
    assert_eq!(provider.heard("/token").len(), n_before + 2);
    assert!(provider.identity(&secrets).session().is_some());
}

#[tokio::test]
async fn each_sign_in_has_a_key_of_its_own_and_no_key_where_none_is_wanted() {
    let (provider, secrets, identity, _) = binding().await;
    sign_in(&identity).await.expect("signed in");
    let first = read_proof(&provider.heard("/par")[0]).expect("a proof").0;
    sign_in(&identity).await.expect("signed in");
    let second = read_proof(provider.heard("/par").last().expect("asked")).expect("a proof").0;
    assert_ne!(first, second);
    provider.behaves();
    provider.changes(DISCOVERY, |announced| {
        announced["dpop_signing_alg_values_supported"] = json!(["RS256"]);
    });
    sign_in(&identity).await.expect("signed in");
    let last = provider.heard("/token").pop().expect("asked");
    assert_eq!(last.header("dpop"), "");
    assert!(credentials(&identity, 0).await.expect("a token").proof.is_none());
    assert!(!secrets.text("session-main").expect("kept").contains("\"key\""));
}
