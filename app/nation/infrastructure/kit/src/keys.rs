//! ES256 keys (RFC 7518): made at the first start, kept in the data folder, published as JWK sets (RFC 7517).

use std::{io, path::Path};

use aws_lc_rs::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair},
};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{
    Algorithm, DecodingKey, EncodingKey, Header, Validation,
    errors::{Error, ErrorKind},
    jwk::{Jwk, JwkSet, PublicKeyUse, ThumbprintHash},
};
use serde::{Serialize, de::DeserializeOwned};

use crate::secrets;

/// A key that signs compact JWS.
pub struct SigningKey {
    kid: String,
    encoding: EncodingKey,
    jwk: Jwk,
}

impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SigningKey").field("kid", &self.kid).finish_non_exhaustive()
    }
}

impl SigningKey {
    /// The key in `path`, made there when the file does not exist.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds no key.
    pub fn load_or_make(path: &Path) -> io::Result<Self> {
        let pkcs8 = secrets::load_or_make(path, make_pkcs8)?;
        let encoding = EncodingKey::from_ec_der(&pkcs8);
        let mut jwk = Jwk::from_encoding_key(&encoding, Algorithm::ES256).map_err(io::Error::other)?;
        let kid = jwk.thumbprint(ThumbprintHash::SHA256).map_err(io::Error::other)?;
        jwk.common.key_id = Some(kid.clone());
        jwk.common.public_key_use = Some(PublicKeyUse::Signature);
        Ok(Self { kid, encoding, jwk })
    }

    /// The public half, as a set of one.
    #[must_use]
    pub fn public_set(&self) -> JwkSet {
        JwkSet { keys: vec![self.jwk.clone()] }
    }

    /// What the key is called in [`Self::public_set`].
    #[must_use]
    pub fn kid(&self) -> &str {
        &self.kid
    }

    /// The signature of `message`: `r` and `s`, 32 bytes each (RFC 7518 3.4, RFC 9421 3.3.4).
    ///
    /// # Errors
    /// When the system has no random numbers to give.
    pub fn sign_bytes(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let text = jsonwebtoken::crypto::sign(message, &self.encoding, Algorithm::ES256)?;
        URL_SAFE_NO_PAD.decode(text).map_err(Error::from)
    }

    /// `payload` as compact JWS; `typ` is `JWT` or `at+jwt`.
    ///
    /// # Errors
    /// When `payload` does not serialise.
    pub fn sign<T: Serialize>(&self, typ: &str, payload: &T) -> Result<String, Error> {
        let mut header = Header::new(Algorithm::ES256);
        header.typ = Some(typ.to_owned());
        header.kid = Some(self.kid.clone());
        jsonwebtoken::encode(&header, payload, &self.encoding)
    }
}

fn make_pkcs8() -> io::Result<Vec<u8>> {
    EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &SystemRandom::new())
        .map(|document| document.as_ref().to_vec())
        .map_err(io::Error::other)
}

/// What must hold of a JWS without times and audience, such as a document or a receipt.
#[must_use]
pub fn plain_validation() -> Validation {
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    validation
}

/// The payload of `jws` when one of `keys` signed it and `validation` holds.
///
/// # Errors
/// What does not hold.
pub fn verify<T: DeserializeOwned>(jws: &str, keys: &JwkSet, validation: &Validation) -> Result<T, Error> {
    let kid = jsonwebtoken::decode_header(jws)?.kid.ok_or(ErrorKind::InvalidToken)?;
    let jwk = keys.find(&kid).ok_or(ErrorKind::InvalidToken)?;
    let key = DecodingKey::from_jwk(jwk)?;
    Ok(jsonwebtoken::decode(jws, &key, validation)?.claims)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    #[test]
    fn a_kept_key_verifies_what_it_signed_before() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("key");
        let jws =
            SigningKey::load_or_make(&path).expect("made").sign("JWT", &json!({"a": 1})).expect("signed");
        let keys = SigningKey::load_or_make(&path).expect("read").public_set();
        let payload: Value = verify(&jws, &keys, &plain_validation()).expect("verified");
        assert_eq!(payload, json!({"a": 1}));
    }

    #[test]
    fn another_key_or_a_changed_payload_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let key = SigningKey::load_or_make(&folder.path().join("one")).expect("made");
        let other = SigningKey::load_or_make(&folder.path().join("two")).expect("made");
        let jws = key.sign("JWT", &json!({"a": 1})).expect("signed");
        assert!(verify::<Value>(&jws, &other.public_set(), &plain_validation()).is_err());
        let other_payload = key.sign("JWT", &json!({"a": 2})).expect("signed");
        let (signed, _) = other_payload.rsplit_once('.').expect("three parts");
        let (_, signature) = jws.rsplit_once('.').expect("three parts");
        let changed = format!("{signed}.{signature}");
        assert!(verify::<Value>(&changed, &key.public_set(), &plain_validation()).is_err());
    }
}
