//! An issuer, and what a verifier expects of it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_credential::{Content, Expected, HolderKey, PERSON_FACTS, Presentation, issue};
use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::JwkSet};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

pub(crate) const ISSUER: &str = "https://id.example";
pub(crate) const PLATFORM: &str = "https://platform.example";
pub(crate) const NONCE: &str = "5d0c8a7e-0000-4000-8000-000000000001";

pub(crate) fn now() -> Timestamp {
    "2026-11-28T08:00:00Z".parse().expect("a time")
}

pub(crate) fn after(seconds: i64) -> Timestamp {
    now().checked_add(SignedDuration::from_secs(seconds)).expect("a time")
}

pub(crate) fn digest(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text))
}

/// An issuer's key, with what it publishes.
pub(crate) struct Issuer {
    pub(crate) key: HolderKey,
    pub(crate) keys: JwkSet,
}

impl Issuer {
    pub(crate) fn new() -> Self {
        let key = HolderKey::make().expect("a key");
        let mut jwk = key.public().clone();
        jwk["kid"] = "k1".into();
        let keys = serde_json::from_value(json!({ "keys": [jwk] })).expect("a JWK set");
        Self { key, keys }
    }

    pub(crate) fn header(typ: &str) -> Header {
        let mut header = Header::new(Algorithm::ES256);
        (header.typ, header.kid) = (Some(typ.to_owned()), Some("k1".to_owned()));
        header
    }

    pub(crate) fn sign(&self, header: &Header, payload: &Value) -> String {
        sign(&self.key, header, payload)
    }

    pub(crate) fn issue(&self, holder: &HolderKey) -> String {
        let claims = [("name", "张伟"), ("id-number", "990106199003071175"), ("birth-date", "1990-03-07")];
        let content = Content {
            kind: PERSON_FACTS,
            issuer: ISSUER,
            subject: "p",
            issued_at: now(),
            expires_at: after(24 * 3600),
            holder: holder.public(),
            claims: claims.map(|(name, value)| (name.to_owned(), value.into())).into(),
        };
        let sign =
            |typ: &str, payload: &_| Ok(self.sign(&Self::header(typ), &Value::Object(Clone::clone(payload))));
        issue(&content, sign).expect("issued")
    }
}

pub(crate) fn sign(key: &HolderKey, header: &Header, payload: &Value) -> String {
    jsonwebtoken::encode(header, payload, &EncodingKey::from_ec_der(key.to_pkcs8())).expect("signed")
}

pub(crate) fn expected() -> Expected<'static> {
    Expected { issuer: ISSUER, kind: PERSON_FACTS, audience: PLATFORM, nonce: NONCE, now: now() }
}

pub(crate) fn to() -> Presentation<'static> {
    Presentation { audience: PLATFORM, nonce: NONCE, now: now() }
}
