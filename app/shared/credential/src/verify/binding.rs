//! The holder's proof that it is they who show it, here and now (RFC 9901, 7.3).

use jsonwebtoken::Algorithm;
use serde_json::{Map, Value};

use super::{Expected, payload_of};
use crate::{
    CredentialError, LEEWAY_SECONDS, PRESENTATION_SECONDS, hash::digest_of, key, present::BINDING_TYPE,
};

/// Said of a presentation that was good once.
pub(crate) const STALE: &str = "it was made too long ago";

/// Checks the key-binding JWT at the end of `presentation` against the key in the issuer's `payload`.
pub(crate) fn check(
    presentation: &str,
    payload: &Map<String, Value>,
    expected: Expected<'_>,
) -> Result<(), CredentialError> {
    let refused = |why| Err(CredentialError::KeyBinding(why));
    let Some((shown, binding)) = presentation.rsplit_once('~').filter(|(_, binding)| !binding.is_empty())
    else {
        return refused("there is none");
    };
    let holder = payload.get("cnf").and_then(|cnf| cnf.get("jwk")).and_then(Value::as_object);
    let Some(holder) = holder.and_then(key::public_key) else {
        return refused("the credential is bound to no key that is understood");
    };
    let Ok(header) = jsonwebtoken::decode_header(binding) else { return refused("its header is malformed") };
    if header.typ.as_deref() != Some(BINDING_TYPE) {
        return refused("its type is another");
    }
    if header.alg != Algorithm::ES256 || header.crit.is_some() {
        return refused("its algorithm is not allowed");
    }
    let Some(claims) = payload_of(binding, &holder) else {
        return refused("another key signed it");
    };
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    if text("aud") != Some(expected.audience) {
        return refused("it was made for somebody else");
    }
    if text("nonce") != Some(expected.nonce) {
        return refused("it was made for another request");
    }
    // With the `~` before it: exactly what was shown is what was bound.
    if text("sd_hash") != Some(digest_of(&format!("{shown}~")).as_str()) {
        return refused("it was made for another presentation");
    }
    let now = expected.now.as_second();
    match claims.get("iat").and_then(Value::as_i64) {
        None => refused("it does not say when it was made"),
        Some(made) if made > now.saturating_add(PRESENTATION_SECONDS + LEEWAY_SECONDS) => {
            refused("it is of the future")
        }
        Some(made) if made < now.saturating_sub(PRESENTATION_SECONDS + LEEWAY_SECONDS) => refused(STALE),
        Some(_) => Ok(()),
    }
}
