//! A device shows what the person agreed to, to one audience, for one request.

use std::collections::BTreeMap;

use jiff::Timestamp;
use sd_jwt_payload::{KeyBindingJwt, SdJwt};
use serde_json::{Map, Value};

use crate::{
    CredentialError, HolderKey, MOST_BYTES,
    hash::Sha256Hasher,
    signer::{Signer, signed},
};

/// The `typ` of a key-binding JWT (RFC 9901, 4.3).
pub(crate) const BINDING_TYPE: &str = "kb+jwt";

/// To whom and for what something is shown.
#[derive(Debug, Clone, Copy)]
pub struct Presentation<'a> {
    /// Who shall believe it (`aud`).
    pub audience: &'a str,
    /// The one request for which it is good (`nonce`).
    pub nonce: &'a str,
    /// The time (`iat`).
    pub now: Timestamp,
}

/// The credential with those of its claims that are named in `names`, bound to one presentation by the holder's key.
///
/// # Errors
/// [`CredentialError::NoSuchClaim`], [`CredentialError::Malformed`], [`CredentialError::TooLarge`], [`CredentialError::Sign`].
pub fn present(
    credential: &str,
    names: &[&str],
    key: &HolderKey,
    to: Presentation<'_>,
) -> Result<String, CredentialError> {
    let held = parse(credential)?;
    let mut shown =
        held.into_presentation(&Sha256Hasher).map_err(|_| CredentialError::Malformed)?.conceal_all();
    for name in names {
        // The library takes a path; a claim's name here has no part that one would read as one.
        if name.contains('/') {
            return Err(CredentialError::NoSuchClaim);
        }
        shown = shown.disclose(&format!("/{name}")).map_err(|_| CredentialError::NoSuchClaim)?;
    }
    let (mut shown, _) = shown.finish();
    let sign = |typ: &str, payload: &_| key.sign(typ, payload);
    let signer = Signer { typ: BINDING_TYPE, sign };
    let binding = KeyBindingJwt::builder().aud(to.audience).nonce(to.nonce).iat(to.now.as_second());
    let binding = signed(binding.finish(&shown, &Sha256Hasher, "ES256", &signer))?;
    shown.attach_key_binding_jwt(binding);
    Ok(shown.to_string())
}

fn parse(credential: &str) -> Result<SdJwt, CredentialError> {
    if credential.len() > MOST_BYTES {
        return Err(CredentialError::TooLarge);
    }
    SdJwt::parse(credential).map_err(|_| CredentialError::Malformed)
}

/// What the holder reads in a credential of their own. Nothing of it is verified: it says what there is to show and until when,
/// and proves nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Held {
    /// Who issued it.
    pub issuer: String,
    /// Whom it is about, as the issuer knows them.
    pub subject: String,
    /// When it ends.
    pub expires_at: Timestamp,
    /// The public half of the key that it is bound to, a JWK.
    pub holder: Value,
    /// The claims that can be disclosed.
    pub claims: BTreeMap<String, Value>,
    /// What goes along whatever is disclosed: `iss`, `sub`, `vct`, times.
    pub open: Map<String, Value>,
}

impl std::fmt::Debug for Held {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Held").field("expires_at", &self.expires_at).finish_non_exhaustive()
    }
}

impl Held {
    /// Reads the holder's own credential.
    ///
    /// # Errors
    /// [`CredentialError::Malformed`] when a member is missing, [`CredentialError::TooLarge`].
    pub fn read(credential: &str) -> Result<Self, CredentialError> {
        let held = parse(credential)?;
        let (payload, binding) = (held.claims(), held.required_key_bind());
        let text = |name: &str| payload.get(name).and_then(Value::as_str).map(str::to_owned);
        let ends = payload.get("exp").and_then(Value::as_i64).and_then(|at| Timestamp::from_second(at).ok());
        let holder = match binding {
            Some(sd_jwt_payload::RequiredKeyBinding::Jwk(jwk)) => Some(Value::Object(jwk.clone())),
            _ => None,
        };
        let (Some(issuer), Some(subject), Some(expires_at), Some(holder)) =
            (text("iss"), text("sub"), ends, holder)
        else {
            return Err(CredentialError::Malformed);
        };
        let claims = held
            .disclosures()
            .iter()
            .filter_map(|disclosure| Some((disclosure.claim_name.clone()?, disclosure.claim_value.clone())));
        let open = payload.iter().map(|(name, value)| (name.clone(), value.clone())).collect();
        Ok(Self { issuer, subject, expires_at, holder, claims: claims.collect(), open })
    }
}
