//! The key of a device to which a credential is bound.

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk},
};
use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::signer::SignError;

/// An ES256 key that never leaves the device but into its key store.
#[derive(Clone)]
pub struct HolderKey {
    pkcs8: Vec<u8>,
    encoding: EncodingKey,
    public: Value,
}

impl std::fmt::Debug for HolderKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("HolderKey").finish_non_exhaustive()
    }
}

impl HolderKey {
    /// A new key.
    ///
    /// # Errors
    /// [`SignError`] when the system gives no randomness.
    pub fn make() -> Result<Self, SignError> {
        let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
            .map_err(|_| SignError)?;
        Self::from_pkcs8(pkcs8.as_ref())
    }

    /// A key that was kept (RFC 5208).
    ///
    /// # Errors
    /// [`SignError`] when it is none.
    pub fn from_pkcs8(pkcs8: &[u8]) -> Result<Self, SignError> {
        let encoding = EncodingKey::from_ec_der(pkcs8);
        let jwk = Jwk::from_encoding_key(&encoding, Algorithm::ES256).map_err(|_| SignError)?;
        let AlgorithmParameters::EllipticCurve(point) = jwk.algorithm else { return Err(SignError) };
        let public = json!({ "kty": "EC", "crv": "P-256", "x": point.x, "y": point.y });
        Ok(Self { pkcs8: pkcs8.to_owned(), encoding, public })
    }

    /// What is kept of it (RFC 5208). A secret.
    #[must_use]
    pub fn to_pkcs8(&self) -> &[u8] {
        &self.pkcs8
    }

    /// Its public half, a JWK (RFC 7517) with the four members that name it.
    #[must_use]
    pub fn public(&self) -> &Value {
        &self.public
    }

    /// `payload` as compact JWS with `typ` in its header.
    pub(crate) fn sign<T: Serialize>(&self, typ: &str, payload: &T) -> Result<String, SignError> {
        self.sign_with(&Header { typ: Some(typ.to_owned()), ..Header::new(Algorithm::ES256) }, payload)
    }

    /// `payload` as compact JWS that names its own key, as whoever does not know it yet needs it (RFC 7515, 4.1.3).
    pub(crate) fn sign_with_key<T: Serialize>(&self, typ: &str, payload: &T) -> Result<String, SignError> {
        let jwk: Jwk = serde_json::from_value(self.public.clone()).map_err(|_| SignError)?;
        let header = Header { typ: Some(typ.to_owned()), jwk: Some(jwk), ..Header::new(Algorithm::ES256) };
        self.sign_with(&header, payload)
    }

    fn sign_with<T: Serialize>(&self, header: &Header, payload: &T) -> Result<String, SignError> {
        jsonwebtoken::encode(header, payload, &self.encoding).map_err(|_| SignError)
    }
}

/// The key to check with in a JWK, if it is a public P-256 key and nothing else.
pub(crate) fn public_key(jwk: &Map<String, Value>) -> Option<DecodingKey> {
    // A private half in the open is somebody's mistake, and the key is nobody's proof any more.
    if jwk.contains_key("d") {
        return None;
    }
    let jwk: Jwk = serde_json::from_value(Value::Object(jwk.clone())).ok()?;
    es256_key(&jwk)
}

/// The key to check with, if it is one for ES256.
pub(crate) fn es256_key(jwk: &Jwk) -> Option<DecodingKey> {
    let is_p256 = matches!(&jwk.algorithm, AlgorithmParameters::EllipticCurve(point) if point.curve == EllipticCurve::P256);
    if is_p256 { DecodingKey::from_jwk(jwk).ok() } else { None }
}
