//! Proofs of possession (RFC 9449): whoever shows a token that is bound to a key must have that key, in this very request.
//!
//! What time it is on a device is not relied on: a proof that is not fresh by its own time is asked for once more with a nonce
//! that holds ours (RFC 9449 8 and 9, and 4.3, 11).

mod nonce;

use std::sync::{Mutex, PoisonError};

use axum::http::HeaderMap;
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use fingertip_contract::ProblemCode;
use jiff::Timestamp;
use jsonwebtoken::{
    Algorithm, DecodingKey, Validation,
    jwk::{Jwk, ThumbprintHash},
};
use reqwest::Url;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use nonce::Nonces;

use crate::{
    body::ShownToken,
    problem::ApiError,
    seen::{Note, Seen},
};

/// The header that a proof comes in.
pub const HEADER: &str = "dpop";
/// The algorithms of proofs, as they are announced (`dpop_signing_alg_values_supported`, `algs`).
pub const ALGORITHM: &str = "ES256";

/// How far a proof's own time may be from ours, and how long a nonce is taken, in seconds.
const WINDOW: i64 = 120;
/// How many proofs are remembered. When more come in a window, the oldest are asked for anew with a nonce of now.
const MOST_SEEN: usize = 100_000;
/// The longest proof, in bytes: a few claims and a key are below one thousand.
const MOST_BYTES: usize = 4096;
/// Members of a JWK that only a private or symmetric key has (RFC 7518 6).
const PRIVATE_PARTS: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];

/// What a proof must be for.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The HTTP method of the request.
    pub method: &'a str,
    /// Its address as the outside knows it; query and fragment do not count (RFC 9449 4.3, 9).
    pub url: &'a str,
}

/// Why a proof is not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ProofError {
    /// It does not prove what it must (`invalid_dpop_proof`).
    #[error("the proof of possession does not hold")]
    Invalid,
    /// It is not fresh, or it is not known whether it is: with [`Proofs::nonce`] in it, it may be (`use_dpop_nonce`).
    #[error("the proof of possession wants a nonce")]
    WantsNonce,
}

#[derive(Deserialize)]
struct Claims {
    jti: String,
    htm: String,
    htu: String,
    iat: i64,
    #[serde(default)]
    ath: Option<String>,
    #[serde(default)]
    nonce: Option<String>,
}

/// A proof that was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TakenProof {
    /// The thumbprint (RFC 7638, SHA-256, base64url) of the key that it is made with.
    pub thumbprint: String,
    /// What tells it from every other one, in hexadecimal.
    pub id: String,
    /// Until when it could be shown again, in seconds since 1970.
    pub until_s: i64,
}

/// Checks proofs, and takes none of them twice.
#[derive(Debug)]
pub struct Proofs {
    nonces: Nonces,
    seen: Mutex<Seen>,
}

impl Default for Proofs {
    fn default() -> Self {
        Self { nonces: Nonces::new(), seen: Mutex::new(Seen::new(MOST_SEEN)) }
    }
}

impl Proofs {
    /// Takes the nonces of every program that has this secret.
    #[must_use]
    pub fn of_secret(secret: &str) -> Self {
        Self { nonces: Nonces::of_secret(secret), ..Self::default() }
    }

    /// A nonce that holds the time, for the header [`crate::NONCE_HEADER`].
    #[must_use]
    pub fn nonce(&self, now: Timestamp) -> String {
        self.nonces.make(now.as_second())
    }

    /// The request's one proof, which is taken now; none where no proof came. `token` is the access token that it comes with, at a resource.
    ///
    /// # Errors
    /// [`ProofError`]: the checks of RFC 9449 4.3.
    pub fn check(
        &self,
        headers: &HeaderMap,
        asked: &Asked<'_>,
        token: Option<&str>,
        now: Timestamp,
    ) -> Result<Option<TakenProof>, ProofError> {
        // 1: not more than one.
        let mut proofs = headers.get_all(HEADER).iter();
        let proof = match (proofs.next(), proofs.next()) {
            (None, _) => return Ok(None),
            (Some(one), None) => one.to_str().map_err(|_| ProofError::Invalid)?,
            (Some(_), Some(_)) => return Err(ProofError::Invalid),
        };
        let (claims, thumbprint) = read(proof).ok_or(ProofError::Invalid)?;
        // 8, 9: made for this request.
        let is_for_this = claims.htm == asked.method && is_same_address(&claims.htu, asked.url);
        // 12: made for this token.
        let hash = token.map(|token| URL_SAFE_NO_PAD.encode(Sha256::digest(token)));
        let is_with_this = hash.is_none() || claims.ath == hash;
        if !is_for_this || !is_with_this || claims.jti.is_empty() {
            return Err(ProofError::Invalid);
        }
        // 10, 11: fresh by our own time where it holds that, else by its maker's.
        let now = now.as_second();
        let made = match &claims.nonce {
            Some(nonce) => self.nonces.read(nonce).filter(|made| (0..=WINDOW).contains(&(now - made))),
            None => Some(claims.iat).filter(|made| now.abs_diff(*made) <= WINDOW.unsigned_abs()),
        };
        let made = made.ok_or(ProofError::WantsNonce)?;
        // Two keys may make the same id by chance.
        let id = Sha256::digest(format!("{thumbprint}.{}", claims.jti)).into();
        let until_s = made + WINDOW;
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.note(id, until_s, now) {
            Note::New => Ok(Some(TakenProof { thumbprint, id: hex::encode(id), until_s })),
            Note::Again => Err(ProofError::Invalid),
            Note::TooOldToKnow => Err(ProofError::WantsNonce),
        }
    }
}

/// To which key a token is bound (`cnf`, RFC 9449 6.1).
#[derive(Debug, Clone, Deserialize)]
pub struct Confirmation {
    /// The thumbprint of the key.
    #[serde(default)]
    pub jkt: Option<String>,
}

impl Proofs {
    /// Whether the token that is `shown` in `headers` may be used for what is `asked`: a bound one with a proof by its key alone
    /// (RFC 9449 7.1), any other without. Gives that proof.
    ///
    /// # Errors
    /// `token-invalid`, with a nonce where that would help.
    pub fn check_shown(
        &self,
        headers: &HeaderMap,
        asked: &Asked<'_>,
        shown: ShownToken<'_>,
        bound_to: Option<&Confirmation>,
        now: Timestamp,
    ) -> Result<Option<TakenProof>, ApiError> {
        let (token, thumbprint) = match (shown, bound_to) {
            (ShownToken::Bearer(_), None) => return Ok(None),
            (ShownToken::Bound(token), Some(Confirmation { jkt: Some(thumbprint) })) => (token, thumbprint),
            // Without its key it is stolen; and a binding of another kind cannot be checked.
            _ => return Err(ProblemCode::TokenInvalid.into()),
        };
        match self.check(headers, asked, Some(token), now) {
            Ok(Some(own)) if own.thumbprint == *thumbprint => Ok(Some(own)),
            Ok(_) | Err(ProofError::Invalid) => Err(ProblemCode::TokenInvalid.into()),
            Err(ProofError::WantsNonce) => {
                Err(ApiError::from(ProblemCode::TokenInvalid).wanting_nonce(self.nonce(now)))
            }
        }
    }
}

/// RFC 9449 4.3, 2 to 7: the claims of `proof` and the thumbprint of the key in it, where that key signed it.
fn read(proof: &str) -> Option<(Claims, String)> {
    if proof.len() > MOST_BYTES {
        return None;
    }
    let head = URL_SAFE_NO_PAD.decode(proof.split('.').next()?).ok()?;
    let head: Value = serde_json::from_slice(&head).ok()?;
    let jwk = head.get("jwk")?.as_object()?;
    if PRIVATE_PARTS.iter().any(|part| jwk.contains_key(*part)) {
        return None;
    }
    let header = jsonwebtoken::decode_header(proof).ok()?;
    if header.typ.as_deref() != Some("dpop+jwt") || header.alg != Algorithm::ES256 {
        return None;
    }
    let jwk: Jwk = header.jwk?;
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    let key = DecodingKey::from_jwk(&jwk).ok()?;
    let claims = jsonwebtoken::decode::<Claims>(proof, &key, &validation).ok()?.claims;
    Some((claims, jwk.thumbprint(ThumbprintHash::SHA256).ok()?))
}

/// RFC 9449 4.3, 9: compared after normalisation (RFC 3986 6.2.2 and 6.2.3), without query and fragment.
fn is_same_address(one: &str, other: &str) -> bool {
    let plain = |text: &str| {
        let mut url = Url::parse(text).ok()?;
        url.set_query(None);
        url.set_fragment(None);
        Some(url)
    };
    plain(one).is_some_and(|one| plain(other) == Some(one))
}

#[cfg(test)]
mod tests;
