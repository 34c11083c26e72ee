//! How a device proves its key to an issuer: the `jwt` proof type of OpenID for Verifiable Credential Issuance 1.0, F.1 and F.4.

use jiff::Timestamp;
use jsonwebtoken::Algorithm;
use serde_json::{Map, Value, json};

use crate::{
    CredentialError, HolderKey, LEEWAY_SECONDS, MOST_BYTES, PRESENTATION_SECONDS, SignError, key, verify,
};

/// The proof's `typ`.
pub const TYPE: &str = "openid4vci-proof+jwt";

/// A key that a device proved.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProvenKey {
    /// Its public half, a JWK.
    pub jwk: Value,
    /// The issuer's nonce that the device answered; whether it is one is the issuer's affair.
    pub nonce: String,
}

/// A proof of `key` for the issuer `audience` and its `nonce`.
///
/// # Errors
/// [`SignError`] when the key cannot sign.
pub fn make(key: &HolderKey, audience: &str, nonce: &str, now: Timestamp) -> Result<String, SignError> {
    let payload = json!({ "aud": audience, "iat": now.as_second(), "nonce": nonce });
    key.sign_with_key(TYPE, &payload)
}

/// The key that `proof` proves to `audience`.
///
/// # Errors
/// [`CredentialError::KeyProof`] for whatever of F.4 does not hold, [`CredentialError::TooLarge`].
pub fn check(proof: &str, audience: &str, now: Timestamp) -> Result<ProvenKey, CredentialError> {
    let refused = |why| Err(CredentialError::KeyProof(why));
    if proof.len() > MOST_BYTES {
        return Err(CredentialError::TooLarge);
    }
    let Ok(header) = jsonwebtoken::decode_header(proof) else { return refused("its header is malformed") };
    if header.typ.as_deref() != Some(TYPE) {
        return refused("its type is another");
    }
    if header.alg != Algorithm::ES256 || header.crit.is_some() {
        return refused("its algorithm is not allowed");
    }
    let Some(point) = header.jwk.as_ref().and_then(point_of) else {
        return refused("it names no key that is understood");
    };
    let Some(key) = key::public_key(&point) else { return refused("it names no key that is understood") };
    let Some(claims) = verify::payload_of(proof, &key) else { return refused("another key signed it") };
    if claims.get("aud").and_then(Value::as_str) != Some(audience) {
        return refused("it was made for somebody else");
    }
    let (now, window) = (now.as_second(), PRESENTATION_SECONDS + LEEWAY_SECONDS);
    if claims.get("iat").and_then(Value::as_i64).is_none_or(|made| made.abs_diff(now) > window.unsigned_abs())
    {
        return refused("it was not made now");
    }
    let Some(nonce) = claims.get("nonce").and_then(Value::as_str) else {
        return refused("it answers no nonce");
    };
    Ok(ProvenKey { nonce: nonce.to_owned(), jwk: Value::Object(point) })
}

/// The four members that make a P-256 key, whatever else its holder wrote beside them.
fn point_of(jwk: &jsonwebtoken::jwk::Jwk) -> Option<Map<String, Value>> {
    let written = serde_json::to_value(jwk).ok()?;
    let member = |name: &str| Some((name.to_owned(), written.get(name)?.clone()));
    ["kty", "crv", "x", "y"].into_iter().map(member).collect()
}
