//! Demonstrating proof of possession (RFC 9449): a session's tokens are worth nothing without the key that stays on this device.

use aws_lc_rs::{
    digest::{SHA256, digest},
    error::Unspecified,
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD},
};
use jiff::Timestamp;
use jsonwebtoken::{
    Algorithm, EncodingKey, Header,
    jwk::{Jwk, ThumbprintHash},
};
use openidconnect::Nonce;
use serde::Serialize;
use url::Url;

use crate::IdentityError;

/// The algorithm of the keys made here, as providers announce it (`dpop_signing_alg_values_supported`).
pub(crate) const ALGORITHM: &str = "ES256";

/// A session's key.
pub(crate) struct Key {
    pkcs8: Vec<u8>,
    /// Read once: reading it costs as much as a signature.
    signer: EcdsaKeyPair,
    jwk: Jwk,
    /// The header of every proof, encoded: it says nothing of the request.
    head: String,
}

/// What a proof says (RFC 9449 4.2).
#[derive(Serialize)]
struct Claims<'a> {
    jti: &'a str,
    htm: &'a str,
    htu: &'a str,
    iat: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    ath: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    nonce: Option<&'a str>,
}

impl Key {
    /// A new key.
    pub(crate) fn make() -> Result<Self, IdentityError> {
        let made = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new());
        made.ok()
            .and_then(|document| Self::of_pkcs8(document.as_ref().to_vec()))
            .ok_or(IdentityError::Refused { reason: "no key can be made" })
    }

    /// The key that [`Key::to_text`] wrote; none where it is no key.
    pub(crate) fn read(text: &str) -> Option<Self> {
        Self::of_pkcs8(STANDARD.decode(text).ok()?)
    }

    fn of_pkcs8(pkcs8: Vec<u8>) -> Option<Self> {
        let signer = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &pkcs8).ok()?;
        let jwk = Jwk::from_encoding_key(&EncodingKey::from_ec_der(&pkcs8), Algorithm::ES256).ok()?;
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some("dpop+jwt".to_owned());
        header.jwk = Some(jwk.clone());
        let head = encode(&header).ok()?;
        Some(Self { pkcs8, signer, jwk, head })
    }

    /// PKCS #8 as base64, for the key store alone.
    pub(crate) fn to_text(&self) -> String {
        STANDARD.encode(&self.pkcs8)
    }

    /// The thumbprint of the public half (RFC 7638), to which the provider binds a code (`dpop_jkt`, RFC 9449 10).
    pub(crate) fn thumbprint(&self) -> Option<String> {
        self.jwk.thumbprint(ThumbprintHash::SHA256).ok()
    }
}

/// Makes the proofs of one request.
pub(crate) struct Prover<'a> {
    key: &'a Key,
    /// The access token that goes with it, at userinfo and the platform.
    token: Option<&'a str>,
    now: Timestamp,
}

impl<'a> Prover<'a> {
    pub(crate) fn new(key: &'a Key, token: Option<&'a str>, now: Timestamp) -> Self {
        Self { key, token, now }
    }

    /// A proof for one request; each has an id of its own, so a repeated request needs another.
    pub(crate) fn prove(&self, method: &str, url: &Url, nonce: Option<&str>) -> Result<String, Unspecified> {
        // RFC 9449 4.2: without query and fragment.
        let mut htu = url.clone();
        htu.set_query(None);
        htu.set_fragment(None);
        let jti = Nonce::new_random();
        let claims = Claims {
            jti: jti.secret(),
            htm: method,
            htu: htu.as_str(),
            iat: self.now.as_second(),
            ath: self.token.map(|token| URL_SAFE_NO_PAD.encode(digest(&SHA256, token.as_bytes()))),
            nonce,
        };
        // RFC 7515 5.1.
        let mut proof = format!("{}.{}", self.key.head, encode(&claims).map_err(|_| Unspecified)?);
        let signature = self.key.signer.sign(&SystemRandom::new(), proof.as_bytes())?;
        proof.push('.');
        URL_SAFE_NO_PAD.encode_string(signature, &mut proof);
        Ok(proof)
    }
}

/// A part of a JWS.
fn encode(part: &impl Serialize) -> Result<String, serde_json::Error> {
    Ok(URL_SAFE_NO_PAD.encode(serde_json::to_vec(part)?))
}

#[cfg(test)]
mod tests {
    use jsonwebtoken::{DecodingKey, Validation};
    use serde_json::Value;

    use super::*;

    #[test]
    fn a_kept_key_proves_what_the_standard_asks_for_and_shows_no_private_part() {
        let made = Key::make().expect("made");
        let key = Key::read(&made.to_text()).expect("read");
        assert_eq!(key.thumbprint(), made.thumbprint());
        let now = Timestamp::from_second(1_800_000_000).expect("a time");
        let url: Url = "https://p.example/a/b?code=x#y".parse().expect("an address");
        // The token and its hash are those of RFC 9449 7.1.
        let prover = Prover::new(&key, Some("Kz~8mXK1EalYznwH-LC-1fBAo.4Ljp~zsPE_NeO.gxU"), now);
        let proof = prover.prove("POST", &url, Some("n")).expect("a proof");
        let header = jsonwebtoken::decode_header(&proof).expect("a header");
        assert_eq!((header.typ.as_deref(), header.alg), (Some("dpop+jwt"), Algorithm::ES256));
        let head = proof.split('.').next().expect("a part");
        let head: Value =
            serde_json::from_slice(&URL_SAFE_NO_PAD.decode(head).expect("base64")).expect("JSON");
        assert!(head["jwk"]["x"].is_string() && head["jwk"]["d"].is_null());
        let mut validation = Validation::new(Algorithm::ES256);
        validation.required_spec_claims.clear();
        let with = DecodingKey::from_jwk(&header.jwk.expect("a key")).expect("a key");
        let claims = jsonwebtoken::decode::<Value>(&proof, &with, &validation).expect("signed").claims;
        assert_eq!(claims["htm"], "POST");
        assert_eq!(claims["htu"], "https://p.example/a/b");
        assert_eq!(claims["iat"], 1_800_000_000);
        assert_eq!(claims["ath"], "fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo");
        assert_eq!(claims["nonce"], "n");
        let again = prover.prove("POST", &url, Some("n")).expect("a proof");
        assert_ne!(again, proof, "no proof is sent twice");
    }

    #[test]
    fn what_is_no_key_is_none() {
        for text in ["", "AAAA", "not base64", "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg"] {
            assert!(Key::read(text).is_none(), "{text}");
        }
    }
}
