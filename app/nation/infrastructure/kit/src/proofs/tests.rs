use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use jsonwebtoken::{EncodingKey, Header};
use serde_json::json;

use super::*;

const URL: &str = "https://p.example/api/v1/cases";
const NOW: i64 = 1_800_000_000;

struct Maker {
    encoding: EncodingKey,
    jwk: Jwk,
}

impl Maker {
    fn new() -> Self {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        let encoding = EncodingKey::from_ec_der(pkcs8.expect("a key").as_ref());
        let jwk = Jwk::from_encoding_key(&encoding, Algorithm::ES256).expect("a key");
        Self { encoding, jwk }
    }

    fn header(&self) -> Header {
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some("dpop+jwt".into());
        header.jwk = Some(self.jwk.clone());
        header
    }

    fn sign(&self, header: &Header, claims: &Value) -> String {
        jsonwebtoken::encode(header, claims, &self.encoding).expect("signed")
    }

    /// A good proof but for `change`.
    fn proof(&self, change: &Value) -> String {
        let mut claims = good();
        for (name, value) in change.as_object().expect("an object") {
            claims[name] = value.clone();
        }
        self.sign(&self.header(), &claims)
    }
}

fn good() -> Value {
    let jti = format!("{:?}", std::time::Instant::now());
    let ath = URL_SAFE_NO_PAD.encode(Sha256::digest("token"));
    json!({ "jti": jti, "htm": "GET", "htu": URL, "iat": NOW, "ath": ath })
}

fn check_at(proofs: &Proofs, given: &[&str], now: i64) -> Result<Option<String>, ProofError> {
    let mut headers = HeaderMap::new();
    for proof in given {
        headers.append(HEADER, proof.parse().expect("a header"));
    }
    let asked = Asked { method: "GET", url: "https://P.example:443/api/v1/cases?page=2" };
    let taken = proofs.check(&headers, &asked, Some("token"), Timestamp::from_second(now).expect("a time"));
    taken.map(|taken| taken.map(|proof| proof.thumbprint))
}

fn check(proofs: &Proofs, given: &[&str]) -> Result<Option<String>, ProofError> {
    check_at(proofs, given, NOW)
}

#[test]
fn a_good_proof_names_its_key_and_is_taken_once() {
    let (proofs, maker) = (Proofs::default(), Maker::new());
    let proof = maker.proof(&json!({}));
    let thumbprint = maker.jwk.thumbprint(ThumbprintHash::SHA256).expect("a thumbprint");
    assert_eq!(check(&proofs, &[&proof]), Ok(Some(thumbprint)));
    assert_eq!(check(&proofs, &[&proof]), Err(ProofError::Invalid), "a second time");
    assert_eq!(check(&proofs, &[]), Ok(None));
}

#[test]
fn what_does_not_hold_is_refused() {
    let (proofs, maker) = (Proofs::default(), Maker::new());
    for change in [
        json!({"htm": "POST"}),
        json!({"htm": "get"}),
        json!({"htu": "https://p.example/api/v1/helpers"}),
        json!({"htu": "http://p.example/api/v1/cases"}),
        json!({"htu": "https://evil.example/api/v1/cases"}),
        json!({"htu": "/api/v1/cases"}),
        json!({"ath": "x"}),
        json!({"ath": null}),
        json!({"jti": ""}),
        json!({"jti": 7}),
        json!({"iat": "now"}),
    ] {
        assert_eq!(check(&proofs, &[&maker.proof(&change)]), Err(ProofError::Invalid), "{change}");
    }
    let (one, two) = (maker.proof(&json!({})), maker.proof(&json!({})));
    assert_eq!(check(&proofs, &[&one, &two]), Err(ProofError::Invalid), "two of them");
    for nonsense in ["", "x", "a.b.c", "e30.e30.e30", &format!("{}.{}", one, "A".repeat(5000))] {
        assert_eq!(check(&proofs, &[nonsense]), Err(ProofError::Invalid), "{nonsense}");
    }
}

#[test]
fn a_key_must_be_in_it_public_and_its_own() {
    let (proofs, maker, other) = (Proofs::default(), Maker::new(), Maker::new());
    let headers = [
        Header { typ: Some("JWT".into()), ..maker.header() },
        Header { typ: None, ..maker.header() },
        Header { jwk: None, ..maker.header() },
        Header { jwk: Some(other.jwk.clone()), ..maker.header() },
    ];
    for header in headers {
        assert_eq!(check(&proofs, &[&maker.sign(&header, &good())]), Err(ProofError::Invalid), "{header:?}");
    }
    // No signature, and a signature by a secret that everybody knows.
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let head = json!({"typ": "dpop+jwt", "alg": "none", "jwk": maker.jwk});
    let unsigned = format!("{}.{}.", part(&head), part(&good()));
    assert_eq!(check(&proofs, &[&unsigned]), Err(ProofError::Invalid));
    let mut symmetric = Header::new(Algorithm::HS256);
    symmetric.typ = Some("dpop+jwt".into());
    symmetric.jwk =
        Some(serde_json::from_value(json!({"kty": "oct", "k": "c2VjcmV0"})).expect("a symmetric key"));
    let signed = jsonwebtoken::encode(&symmetric, &good(), &EncodingKey::from_secret(b"secret"));
    assert_eq!(check(&proofs, &[&signed.expect("signed")]), Err(ProofError::Invalid));
    // A private part beside the public one, rightly signed.
    let mut head = json!({"typ": "dpop+jwt", "alg": "ES256", "jwk": maker.jwk});
    head["jwk"]["d"] = "AAAA".into();
    let message = format!("{}.{}", part(&head), part(&good()));
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &maker.encoding, Algorithm::ES256);
    let proof = format!("{message}.{}", signature.expect("signed"));
    assert_eq!(check(&proofs, &[&proof]), Err(ProofError::Invalid));
}

#[test]
fn a_device_with_a_wrong_clock_is_told_the_time_and_taken() {
    let (proofs, maker) = (Proofs::default(), Maker::new());
    for iat in [NOW - WINDOW - 1, NOW + WINDOW + 1, 0, i64::MAX, i64::MIN] {
        let late = maker.proof(&json!({ "iat": iat }));
        assert_eq!(check(&proofs, &[&late]), Err(ProofError::WantsNonce), "{iat}");
        let nonce = proofs.nonce(Timestamp::from_second(NOW).expect("a time"));
        let told = maker.proof(&json!({ "iat": iat, "nonce": nonce }));
        assert!(check(&proofs, &[&told]).is_ok(), "{iat}");
        assert_eq!(check(&proofs, &[&told]), Err(ProofError::Invalid), "{iat}, again");
    }
    let nonce = proofs.nonce(Timestamp::from_second(NOW).expect("a time"));
    let told = maker.proof(&json!({ "nonce": nonce }));
    assert_eq!(check_at(&proofs, &[&told], NOW + WINDOW + 1), Err(ProofError::WantsNonce), "run out");
    let foreign = Proofs::default().nonce(Timestamp::from_second(NOW).expect("a time"));
    for nonce in [foreign.as_str(), "", "x", "AAAAAAAAAAA"] {
        let told = maker.proof(&json!({ "nonce": nonce }));
        assert_eq!(check(&proofs, &[&told]), Err(ProofError::WantsNonce), "{nonce}");
    }
}
