//! What is believed of a request, and what is not.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_credential::HolderKey;
use jsonwebtoken::{EncodingKey, Header, encode};

use super::*;

const NOW: i64 = 1_800_000_000;

fn invitation() -> Invitation {
    let link = "openid4vp://?client_id=taxation&request_uri=https%3A%2F%2Ftax.example%2Frequests%2F1";
    Invitation::read(link).expect("a link")
}

fn good() -> Value {
    json!({
        "client_id": "taxation", "aud": AUDIENCE, "response_type": "vp_token", "response_mode": "direct_post",
        "response_uri": "https://tax.example/answers", "nonce": "n-0S6_WzA2Mj", "state": "s", "iat": NOW, "exp": NOW + 300,
        "dcql_query": { "credentials": [{ "id": "a", "format": "dc+sd-jwt", "meta": { "vct_values": ["k"] } }] }
    })
}

/// A department's key, and what signs with it.
struct Signer(HolderKey);

impl Signer {
    fn new() -> Self {
        Self(HolderKey::make().expect("a key"))
    }

    fn keys(&self) -> String {
        let mut key = self.0.public().clone();
        key["kid"] = "k1".into();
        json!({ "keys": [key] }).to_string()
    }

    fn sign(&self, header: &Header, claims: &Value) -> String {
        encode(header, claims, &EncodingKey::from_ec_der(self.0.to_pkcs8())).expect("signed")
    }
}

fn header() -> Header {
    Header { typ: Some(REQUEST_TYPE.to_owned()), kid: Some("k1".to_owned()), ..Header::new(Algorithm::ES256) }
}

fn read(jws: &str, keys: &str) -> Result<Request, Refused> {
    read_for(jws, keys, None)
}

fn read_for(jws: &str, keys: &str, wallet_nonce: Option<&str>) -> Result<Request, Refused> {
    let now = Timestamp::from_second(NOW).expect("a time");
    read_request(jws, Asked { invitation: &invitation(), keys, wallet_nonce, now })
}

/// The request with these members in place of its own; null takes one away.
fn with(members: &Value) -> Result<Request, Refused> {
    let signer = Signer::new();
    let mut claims = good();
    for (name, value) in members.as_object().expect("members") {
        match value {
            Value::Null => drop(claims.as_object_mut().expect("claims").remove(name)),
            value => claims[name] = value.clone(),
        }
    }
    read(&signer.sign(&header(), &claims), &signer.keys())
}

#[test]
fn a_request_that_its_department_signed_is_read() {
    let request = with(
        &json!({ "iss": "whoever", "x": 1, "client_metadata": { "vp_formats_supported": { "dc+sd-jwt": {} } } }),
    );
    let request = request.expect("read");
    assert_eq!((request.asker.as_str(), request.nonce.as_str()), ("taxation", "n-0S6_WzA2Mj"));
    assert_eq!(
        (request.response_uri.as_str(), request.state.as_deref()),
        ("https://tax.example/answers", Some("s"))
    );
    assert_eq!(request.query.credentials.len(), 1);
    assert!(with(&json!({ "exp": null, "iat": null, "state": null })).is_ok(), "none of these must be there");
}

#[test]
fn what_no_registered_key_signed_is_nobodys_and_nobody_is_told() {
    let (signer, other) = (Signer::new(), Signer::new());
    let jws = signer.sign(&header(), &good());
    let [head, body, signature] = jws.split('.').collect::<Vec<_>>()[..] else { panic!("three parts") };
    let none = URL_SAFE_NO_PAD.encode(json!({ "alg": "none", "typ": REQUEST_TYPE }).to_string());
    let forged = URL_SAFE_NO_PAD.encode(good().to_string().replace("answers", "elsewhere"));
    let typed = |typ: Option<&str>| signer.sign(&Header { typ: typ.map(str::to_owned), ..header() }, &good());
    let secret = EncodingKey::from_secret(signer.keys().as_bytes());
    let symmetric = Header { alg: Algorithm::HS256, ..header() };
    let nested = (0..200).fold(json!(1), |inner, _| json!([inner]));
    let deep = format!(r#"{{"client_id":"taxation","a":{}1{}}}"#, "[".repeat(2000), "]".repeat(2000));
    let deep = URL_SAFE_NO_PAD.encode(deep);
    for (jws, what) in [
        (other.sign(&header(), &good()), "another key"),
        (
            signer.sign(&Header { kid: Some("k2".to_owned()), ..header() }, &good()),
            "a key that is not registered",
        ),
        (format!("{none}.{body}."), "no algorithm, no signature"),
        (format!("{none}.{body}.{signature}"), "no algorithm"),
        (encode(&symmetric, &good(), &secret).expect("signed"), "the public key as a secret"),
        (format!("{head}.{forged}.{signature}"), "another body"),
        (format!("{head}.{body}."), "no signature"),
        (format!("{head}.{deep}.{signature}"), "a body without end"),
        (
            signer.sign(&header(), &json!({ "client_id": "taxation", "dcql_query": nested })),
            "a signed body without end",
        ),
        (typed(None), "no type"),
        (typed(Some("JWT")), "the type of anything"),
        (typed(Some("kb+jwt")), "the type of a key binding"),
        (signer.sign(&header(), &json!({ "client_id": "transport", "aud": AUDIENCE })), "somebody else's"),
        (signer.sign(&header(), &json!({})), "nobody's"),
        (signer.sign(&header(), &json!({ "x": "x".repeat(MOST_REQUEST_BYTES) })), "too large"),
        (String::new(), "nothing"),
        ("a.b.c".to_owned(), "no JWS"),
    ] {
        let refused = read(&jws, &signer.keys()).expect_err(what);
        assert!(matches!(refused.why, PresentationError::Signature(_)), "{what}: {refused:?}");
        assert_eq!(refused.telling, None, "{what}");
    }
    assert!(read(&jws, &signer.keys()).is_ok());
    for keys in ["", "{}", r#"{"keys":[]}"#, r#"{"keys":[{"kty":"oct","k":"AA","kid":"k1"}]}"#] {
        assert!(read(&jws, keys).is_err(), "{keys}");
    }
}

#[test]
fn a_header_that_must_be_understood_is_refused() {
    let signer = Signer::new();
    let critical = Header { crit: Some(vec!["b64".to_owned()]), ..header() };
    let refused = read(&signer.sign(&critical, &good()), &signer.keys()).expect_err("refused");
    assert!(matches!(refused.why, PresentationError::Signature(_)));
}

#[test]
fn a_signed_request_that_is_for_others_or_goes_elsewhere_is_told_to_nobody() {
    for members in [
        json!({ "aud": null }),
        json!({ "aud": "https://wallet.example" }),
        json!({ "aud": [AUDIENCE] }),
        json!({ "response_uri": null }),
        json!({ "response_uri": "https://evil.example/answers" }),
        json!({ "response_uri": "https://tax.example:8443/answers" }),
        json!({ "response_uri": "https://tax.example.evil.example/answers" }),
        json!({ "response_uri": "https://tax.example@evil.example/answers" }),
        json!({ "response_uri": "http://tax.example/answers" }),
        json!({ "response_uri": "https://tax.example/answers#x" }),
        json!({ "response_uri": "javascript:alert(1)" }),
        json!({ "response_uri": 1 }),
    ] {
        let refused = with(&members).expect_err("refused");
        assert!(matches!(refused.why, PresentationError::Request(_)), "{members}");
        assert_eq!(refused.telling, None, "{members}");
    }
}

#[test]
fn what_its_asker_can_put_right_is_told_to_them_in_the_protocols_words() {
    let invalid = "invalid_request";
    let mdoc =
        json!({ "credentials": [{ "id": "a", "format": "mso_mdoc", "meta": { "doctype_value": "d" } }] });
    let formats = |formats: Value| json!({ "client_metadata": { "vp_formats_supported": formats } });
    for (members, code) in [
        (json!({ "nonce": null }), invalid),
        (json!({ "nonce": "" }), invalid),
        (json!({ "nonce": "a b" }), invalid),
        (json!({ "nonce": 1 }), invalid),
        (json!({ "nonce": "n".repeat(MOST_TEXT_BYTES + 1) }), invalid),
        (json!({ "exp": NOW - 301 }), invalid),
        (json!({ "exp": "tomorrow" }), invalid),
        (json!({ "nbf": NOW + 301 }), invalid),
        (json!({ "response_type": null }), "unsupported_response_type"),
        (json!({ "response_type": "vp_token id_token" }), "unsupported_response_type"),
        (json!({ "response_type": "code" }), "unsupported_response_type"),
        (json!({ "response_mode": null }), invalid),
        (json!({ "response_mode": "direct_post.jwt" }), invalid),
        (json!({ "response_mode": "fragment" }), invalid),
        (json!({ "redirect_uri": "https://tax.example/" }), invalid),
        (json!({ "request_uri": "https://tax.example/" }), invalid),
        (json!({ "dcql_query": null }), invalid),
        (json!({ "dcql_query": "{}" }), invalid),
        (json!({ "scope": "openid" }), invalid),
        (json!({ "scope": "x", "dcql_query": null }), "invalid_scope"),
        (json!({ "transaction_data": ["e30"] }), "invalid_transaction_data"),
        (json!({ "transaction_data": [] }), "invalid_transaction_data"),
        (json!({ "dcql_query": mdoc }), "vp_formats_not_supported"),
        (formats(json!({ "mso_mdoc": {} })), "vp_formats_not_supported"),
        (formats(json!({ "dc+sd-jwt": { "kb-jwt_alg_values": ["EdDSA"] } })), "vp_formats_not_supported"),
        (formats(json!({ "dc+sd-jwt": { "sd-jwt_alg_values": "ES256" } })), invalid),
        (json!({ "client_metadata": [] }), invalid),
    ] {
        let refused = with(&members).expect_err("refused");
        let telling = refused.telling.unwrap_or_else(|| panic!("{members}: nobody is told"));
        assert_eq!(telling.to.as_str(), "https://tax.example/answers");
        assert_eq!(telling.form, format!("error={code}&state=s"), "{members}");
    }
    let refused = with(&json!({ "state": "a&b" })).expect_err("refused");
    assert_eq!(refused.telling.map(|telling| telling.form).as_deref(), Some("error=invalid_request"));
}

#[test]
fn a_request_that_was_made_for_this_wallet_says_so() {
    let signer = Signer::new();
    let mut claims = good();
    let jws = |claims: &Value| signer.sign(&header(), claims);
    assert!(read_for(&jws(&claims), &signer.keys(), Some("w1")).is_err(), "it answers no nonce");
    claims["wallet_nonce"] = "w1".into();
    assert!(read_for(&jws(&claims), &signer.keys(), Some("w1")).is_ok());
    assert!(read_for(&jws(&claims), &signer.keys(), Some("w2")).is_err(), "somebody else's");
    assert!(read(&jws(&claims), &signer.keys()).is_ok(), "nobody gave one");
}
