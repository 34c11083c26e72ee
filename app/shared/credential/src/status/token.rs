//! A status list as its issuer signs it (draft, 5.1), and what a verifier believes of it (draft, 8.3).

use jiff::{SignedDuration, Timestamp};
use jsonwebtoken::jwk::JwkSet;
use serde_json::{Value, json};

use super::{LIST_TYPE, MOST_TOKEN_BYTES, Status, StatusError, StatusList};
use crate::{LEEWAY_SECONDS, SignError, verify};

/// The longest that a list counts as asked lately, whatever it says of itself.
const MOST_AGE: SignedDuration = SignedDuration::from_hours(24);

/// What an issuer signs with a list.
#[derive(Debug, Clone, Copy)]
pub struct ListContent<'a> {
    /// The issuer, as its signed things name it (`iss`).
    pub issuer: &'a str,
    /// Where the list is fetched (`sub`): what signed things name.
    pub uri: &'a str,
    /// When it is made (`iat`).
    pub issued_at: Timestamp,
    /// When nobody may believe it any more (`exp`).
    pub expires_at: Timestamp,
    /// After how many seconds a kept copy is asked for again (`ttl`).
    pub ttl_seconds: u32,
}

/// The token of `list`, signed by `sign` with `typ` and payload as given: ES256, with the key's `kid` in its header.
///
/// # Errors
/// [`SignError`] when nothing can be signed, or the list is too large to be read again.
pub fn make(
    list: &StatusList,
    content: ListContent<'_>,
    sign: impl Fn(&str, &Value) -> Result<String, SignError>,
) -> Result<String, SignError> {
    let payload = json!({
        "iss": content.issuer,
        "sub": content.uri,
        "iat": content.issued_at.as_second(),
        "exp": content.expires_at.as_second(),
        "ttl": content.ttl_seconds,
        "status_list": { "bits": list.bits(), "lst": list.compress().map_err(|_| SignError)? },
    });
    let token = sign(LIST_TYPE, &payload)?;
    if token.len() > MOST_TOKEN_BYTES { Err(SignError) } else { Ok(token) }
}

/// A list whose issuer signed it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckedList {
    list: StatusList,
    /// When its issuer made it.
    pub issued_at: Timestamp,
    expires_at: Option<Timestamp>,
    ttl: Option<SignedDuration>,
}

impl CheckedList {
    /// What it says of the place `index`.
    ///
    /// # Errors
    /// [`StatusError::NoSuchPlace`].
    pub fn get(&self, index: u64) -> Result<Status, StatusError> {
        self.list.get(index)
    }

    /// Until when a copy that was fetched at `fetched_at` counts as asked lately: its issuer's `ttl`, and never past its `exp`. Later it
    /// still tells what was so then.
    #[must_use]
    pub fn is_current_until(&self, fetched_at: Timestamp) -> Timestamp {
        let age = self.ttl.map_or(MOST_AGE, |ttl| ttl.min(MOST_AGE));
        let aged = fetched_at.checked_add(age).unwrap_or(fetched_at);
        self.expires_at.map_or(aged, |end| end.min(aged))
    }
}

/// The list in `token`, if one of the `keys` of `issuer` signed it as the list at `uri`. Whether it is still current is asked of
/// [`CheckedList::is_current_until`].
///
/// # Errors
/// [`StatusError`]: the first check that fails.
pub fn check(
    token: &str,
    keys: &JwkSet,
    issuer: &str,
    uri: &str,
    now: Timestamp,
) -> Result<CheckedList, StatusError> {
    if token.len() > MOST_TOKEN_BYTES {
        return Err(StatusError::TooLarge);
    }
    let payload = verify::check_issuer(token, keys, &[LIST_TYPE]).map_err(StatusError::Signature)?;
    let text = |name: &str| payload.get(name).and_then(Value::as_str);
    if text("sub") != Some(uri) {
        return Err(StatusError::Subject);
    }
    if text("iss") != Some(issuer) {
        return Err(StatusError::Issuer);
    }
    let time = |value: &Value| value.as_i64().and_then(|at| Timestamp::from_second(at).ok());
    let issued_at = payload.get("iat").and_then(time).ok_or(StatusError::Malformed)?;
    if issued_at.as_second() > now.as_second().saturating_add(LEEWAY_SECONDS) {
        return Err(StatusError::NotYetValid);
    }
    let expires_at = match payload.get("exp") {
        None => None,
        Some(end) => Some(time(end).ok_or(StatusError::Malformed)?),
    };
    let ttl = match payload.get("ttl") {
        None => None,
        // A positive number (draft, 5.1); longer than anything counts for is as good as the most.
        Some(ttl) => match ttl.as_f64() {
            Some(seconds) if seconds > 0.0 => {
                Some(SignedDuration::try_from_secs_f64(seconds).unwrap_or(MOST_AGE))
            }
            _ => return Err(StatusError::Malformed),
        },
    };
    let list = payload.get("status_list").ok_or(StatusError::Malformed)?;
    let bits = list.get("bits").and_then(Value::as_u64).ok_or(StatusError::Malformed)?;
    let lst = list.get("lst").and_then(Value::as_str).ok_or(StatusError::Malformed)?;
    let list = StatusList::decompress(u8::try_from(bits).map_err(|_| StatusError::Bits)?, lst)?;
    Ok(CheckedList { list, issued_at, expires_at, ttl })
}
