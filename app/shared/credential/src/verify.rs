//! A verifier believes a presentation once all of it holds (RFC 9901, 7.1 and 7.3; draft-ietf-oauth-sd-jwt-vc, 3.4).

mod binding;
mod disclosures;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Header, Validation, jwk::JwkSet};
use sd_jwt_payload::SdJwt;
use serde_json::{Map, Value};

use crate::{
    CredentialError, LEEWAY_SECONDS, MOST_BYTES, MOST_DISCLOSURES, OLDER_TYPE, TYPE, hash::Sha256Hasher, key,
};

pub(crate) use binding::STALE;

/// What must hold.
#[derive(Debug, Clone, Copy)]
pub struct Expected<'a> {
    /// Whose credential it must be (`iss`).
    pub issuer: &'a str,
    /// Which kind (`vct`).
    pub kind: &'a str,
    /// To whom it must be shown (`aud` of the key binding).
    pub audience: &'a str,
    /// For which request (`nonce` of the key binding).
    pub nonce: &'a str,
    /// The time.
    pub now: Timestamp,
}

/// What an issuer vouches for, and the person chose to show.
#[derive(Clone, PartialEq, Eq)]
pub struct Proven {
    /// Whom it is about, as the issuer knows them.
    pub subject: String,
    /// When the issuer said so.
    pub issued_at: Timestamp,
    /// The claims that were shown.
    pub claims: BTreeMap<String, Value>,
}

impl std::fmt::Debug for Proven {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Proven").field("issued_at", &self.issued_at).finish_non_exhaustive()
    }
}

/// What `presentation` proves, if one of the issuer's `keys` signed it and everything `expected` holds.
///
/// A `status` in it ([`crate::status`]) is not asked after: an issuer takes such a credential back by letting it end soon.
///
/// # Errors
/// [`CredentialError`]: the first check that fails.
pub fn verify(presentation: &str, keys: &JwkSet, expected: Expected<'_>) -> Result<Proven, CredentialError> {
    // Before anything is decoded: what is too large costs nothing.
    let n_disclosures = presentation.bytes().filter(|b| *b == b'~').count().saturating_sub(1);
    if presentation.len() > MOST_BYTES || n_disclosures > MOST_DISCLOSURES {
        return Err(CredentialError::TooLarge);
    }
    let parsed = SdJwt::parse(presentation).map_err(|_| CredentialError::Malformed)?;
    let issued = presentation.split('~').next().unwrap_or_default();
    let payload = check_issuer(issued, keys, &[TYPE, OLDER_TYPE])?;
    let (subject, issued_at) = check_claims(&payload, expected)?;
    let names = disclosures::check(&payload, parsed.disclosures())?;
    binding::check(presentation, &payload, expected)?;
    let mut shown = parsed.into_disclosed_object(&Sha256Hasher).map_err(|_| CredentialError::Malformed)?;
    let claims = names.into_iter().filter_map(|name| shown.remove_entry(&name)).collect();
    Ok(Proven { subject, issued_at, claims })
}

/// The issuer's payload, if its type is one of `types` and its signature holds.
pub(crate) fn check_issuer(
    jws: &str,
    keys: &JwkSet,
    types: &[&str],
) -> Result<Map<String, Value>, CredentialError> {
    let header = header_of(jws)?;
    if !header.typ.as_deref().is_some_and(|typ| types.contains(&typ)) {
        return Err(CredentialError::Type);
    }
    let named = header.kid.as_deref();
    let candidates = keys.keys.iter().filter(|jwk| named.is_none() || jwk.common.key_id.as_deref() == named);
    candidates
        .filter_map(key::es256_key)
        .find_map(|key| payload_of(jws, &key))
        .ok_or(CredentialError::Signature)
}

/// A header that is understood: ES256 alone, and nothing critical (RFC 7515, 4.1.11), for there is nothing critical that is
/// understood here.
fn header_of(jws: &str) -> Result<Header, CredentialError> {
    let header = jsonwebtoken::decode_header(jws).map_err(|_| CredentialError::Algorithm)?;
    if header.alg != Algorithm::ES256 || header.crit.is_some() {
        return Err(CredentialError::Algorithm);
    }
    Ok(header)
}

/// The payload of `jws`, if `key` signed it. Times and audience are compared elsewhere, with the time that is given.
pub(crate) fn payload_of(jws: &str, key: &DecodingKey) -> Option<Map<String, Value>> {
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    jsonwebtoken::decode(jws, key, &validation).ok().map(|token| token.claims)
}

/// Subject and moment of issue, if issuer, kind and times are right.
fn check_claims(
    payload: &Map<String, Value>,
    expected: Expected<'_>,
) -> Result<(String, Timestamp), CredentialError> {
    let text = |name: &str| payload.get(name).and_then(Value::as_str);
    if text("iss") != Some(expected.issuer) {
        return Err(CredentialError::Issuer);
    }
    if text("vct") != Some(expected.kind) {
        return Err(CredentialError::Kind);
    }
    let now = expected.now.as_second();
    for begins in ["iat", "nbf"] {
        match payload.get(begins) {
            None if begins == "nbf" => {}
            Some(at) if at.as_i64().is_some_and(|at| at <= now + LEEWAY_SECONDS) => {}
            _ => return Err(CredentialError::NotYetValid),
        }
    }
    if payload.get("exp").and_then(Value::as_i64).is_none_or(|end| now >= end.saturating_add(LEEWAY_SECONDS))
    {
        return Err(CredentialError::Expired);
    }
    let subject = text("sub").filter(|subject| !subject.is_empty()).ok_or(CredentialError::Subject)?;
    let issued = payload.get("iat").and_then(Value::as_i64).and_then(|at| Timestamp::from_second(at).ok());
    Ok((subject.to_owned(), issued.ok_or(CredentialError::NotYetValid)?))
}
