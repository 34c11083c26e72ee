//! Documents of departments: whether one was issued by whom it says.
//!
//! It promises that nothing of a document is believed before its signature holds, and that what is not known to hold is never said to
//! hold. It keeps nothing, asks nobody and reads no clock. Start reading at [`verify_document`], then [`check_document`]; how a document
//! goes from one screen to another stands in [`parts`] and [`photo`].

pub mod parts;
pub mod photo;
mod standing;

pub use standing::{Check, Checked, KEYS_AGE, Kept, Standing, check_document, is_newer};

use fingertip_contract::Document;
use fingertip_standard::{DepartmentId, Fault, FaultClass};
use jsonwebtoken::{
    Algorithm, DecodingKey, Validation, dangerous::insecure_decode_claims, decode, decode_header, jwk::JwkSet,
};

/// A document's signature does not hold.
#[derive(Debug, thiserror::Error)]
#[error("document is refused: {reason}")]
pub struct DocumentError {
    /// Which check.
    pub reason: String,
}

impl Fault for DocumentError {
    fn class(&self) -> FaultClass {
        FaultClass::Department
    }

    fn message_id(&self) -> &'static str {
        "fault-document-signature"
    }
}

/// The document in a compact JWS, if one of the department's keys signed it (RFC 7515, ES256).
///
/// # Errors
/// [`DocumentError`]: malformed, another algorithm, an unknown key, a wrong signature, another issuer.
pub fn verify_document(jws: &str, department: &DepartmentId, keys: &str) -> Result<Document, DocumentError> {
    let refused = |reason: &str| DocumentError { reason: reason.to_owned() };
    let keys: JwkSet =
        serde_json::from_str(keys).map_err(|_| refused("the department's keys are malformed"))?;
    let header = decode_header(jws).map_err(|_| refused("malformed"))?;
    let key = header
        .kid
        .as_deref()
        .and_then(|kid| keys.find(kid))
        .ok_or_else(|| refused("signed with an unknown key"))?;
    let key = DecodingKey::from_jwk(key).map_err(|_| refused("the department's key is malformed"))?;
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    let document = decode::<Document>(jws, &key, &validation)
        .map_err(|_| refused("the signature does not hold"))?
        .claims;
    if document.issuer == *department { Ok(document) } else { Err(refused("issued by another department")) }
}

/// What a compact JWS says, whoever signed it: good for asking the person, and for nothing else.
///
/// # Errors
/// [`DocumentError`]: it is no document at all.
pub fn unverified(jws: &str) -> Result<Document, DocumentError> {
    insecure_decode_claims::<Document>(jws).map_err(|_| DocumentError { reason: "malformed".to_owned() })
}

/// Whom a compact JWS says it is from: whose keys then have to hold. Nothing else of it is believed.
///
/// # Errors
/// [`DocumentError`]: it is no document at all.
pub fn claimed_issuer(jws: &str) -> Result<DepartmentId, DocumentError> {
    unverified(jws).map(|document| document.issuer)
}
