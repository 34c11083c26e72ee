//! The request itself: a signed Request Object (RFC 9101; OpenID4VP 5).

use std::collections::BTreeMap;

use fingertip_credential::TYPE;
use fingertip_standard::DepartmentId;
use jiff::Timestamp;
use jsonwebtoken::{Algorithm, DecodingKey, Validation, decode, decode_header, jwk::JwkSet};
use serde_json::{Map, Value, json};
use url::Url;

use crate::{Invitation, PresentationError, Query, Refused, Telling, answer::answer, invitation::address_of};

/// The `typ` of a Request Object (RFC 9101, 10.8; OpenID4VP 5).
pub const REQUEST_TYPE: &str = "oauth-authz-req+jwt";
/// The largest that is read, in bytes.
pub const MOST_REQUEST_BYTES: usize = 64 << 10;
/// Whom a request is for, where its asker knows no wallet by name (OpenID4VP 5.8).
const AUDIENCE: &str = "https://self-issued.me/v2";
/// By how much the clock of a device may be wrong, in seconds: a request that has run out is refused by its asker, too.
const LEEWAY_SECONDS: i64 = 5 * 60;
/// The longest `nonce` and `state`, in bytes.
const MOST_TEXT_BYTES: usize = 1 << 10;

/// What is known before a request is read.
#[derive(Debug, Clone, Copy)]
pub struct Asked<'a> {
    /// The link that led to it.
    pub invitation: &'a Invitation,
    /// The keys that the nation has registered for whom the link names, a JWK set as JSON.
    pub keys: &'a str,
    /// The nonce that went along when the request was fetched, where one did (5.10).
    pub wallet_nonce: Option<&'a str>,
    /// The time.
    pub now: Timestamp,
}

/// A request whose asker is who they say, and which can be answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Who asks: whoever believes the answer (`aud` of the key binding).
    pub asker: DepartmentId,
    /// Where the answer goes.
    pub response_uri: Url,
    /// The one request for which an answer is good.
    pub nonce: String,
    /// What the answer takes along.
    pub state: Option<String>,
    /// What is asked for.
    pub query: Query,
}

impl Request {
    /// What its asker is told when it is answered with these presentations, one a query.
    #[must_use]
    pub fn answered(&self, presentations: &BTreeMap<String, String>) -> Telling {
        Telling { to: self.response_uri.clone(), form: answer(presentations, self.state.as_deref()) }
    }

    /// What its asker is told when it is not answered: the same whether there was nothing or the person said no (8.5).
    #[must_use]
    pub fn declined(&self) -> Option<Telling> {
        Telling::of(PresentationError::Declined, &self.response_uri, self.state.as_deref())
    }
}

/// What a wallet tells an asker who makes the request for it (5.10, 10.1).
#[must_use]
pub fn wallet_metadata() -> Value {
    json!({
        "vp_formats_supported": { TYPE: { "sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"] } },
        "client_id_prefixes_supported": ["pre-registered"],
        "request_object_signing_alg_values_supported": ["ES256"],
        "response_types_supported": ["vp_token"],
        "response_modes_supported": ["direct_post"]
    })
}

/// The request in `jws`, if one of its asker's registered keys signed it and every rule holds.
///
/// # Errors
/// [`Refused`]: the first check that fails. Whoever signed it is told where the protocol has a word for it; of what nobody signed, nobody.
pub fn read_request(jws: &str, asked: Asked<'_>) -> Result<Request, Refused> {
    let claims = signed(jws, asked.keys).map_err(Refused::silently)?;
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    // 5.10.1: the client in the link is the client in the request. A request of another is nobody's.
    if text("client_id") != Some(asked.invitation.asker.as_str()) {
        return Err(Refused::silently(PresentationError::Signature("it is somebody else's")));
    }
    if text("aud") != Some(AUDIENCE) {
        return Err(Refused::silently(PresentationError::Request("it is for somebody else")));
    }
    // A signature that was made for another wallet, or seen before, is no word to this one.
    if asked.wallet_nonce.is_some() && text("wallet_nonce") != asked.wallet_nonce {
        return Err(Refused::silently(PresentationError::Signature("it was made for another wallet")));
    }
    let response_uri = response_uri(&claims, asked.invitation).map_err(Refused::silently)?;
    let state = optional(&claims, "state").map_err(|why| Refused::told(why, &response_uri, None))?;
    let rest = rest(&claims, asked.now);
    let (nonce, query) = rest.map_err(|why| Refused::told(why, &response_uri, state.as_deref()))?;
    Ok(Request { asker: asked.invitation.asker.clone(), response_uri, nonce, state, query })
}

/// The claims of `jws`, if it is a request object (RFC 9101, 6.2) that one of `keys` signed.
fn signed(jws: &str, keys: &str) -> Result<Map<String, Value>, PresentationError> {
    let refused = |why| Err(PresentationError::Signature(why));
    if jws.len() > MOST_REQUEST_BYTES {
        return refused("it is too large");
    }
    let Ok(keys) = serde_json::from_str::<JwkSet>(keys) else {
        return refused("its asker's keys are malformed");
    };
    // An algorithm that is none of a signature's is read as no header: `none` among them.
    let Ok(header) = decode_header(jws) else { return refused("its header is malformed") };
    if header.typ.as_deref() != Some(REQUEST_TYPE) {
        return refused("its type is another");
    }
    if header.alg != Algorithm::ES256 || header.crit.is_some() {
        return refused("its algorithm is not allowed");
    }
    let mut validation = Validation::new(Algorithm::ES256);
    validation.required_spec_claims.clear();
    validation.validate_exp = false;
    validation.validate_aud = false;
    let named = header.kid.as_deref();
    let mut keys = keys.keys.iter().filter(|jwk| named.is_none() || jwk.common.key_id.as_deref() == named);
    keys.find_map(|jwk| {
        let key = DecodingKey::from_jwk(jwk).ok()?;
        decode::<Map<String, Value>>(jws, &key, &validation).ok().map(|token| token.claims)
    })
    .ok_or(PresentationError::Signature("no registered key signed it"))
}

/// Where the answer goes: to whom gave the request, so that the person is told one host and it is the right one.
fn response_uri(claims: &Map<String, Value>, invitation: &Invitation) -> Result<Url, PresentationError> {
    let named = claims.get("response_uri").and_then(Value::as_str).and_then(address_of);
    let named = named.ok_or(PresentationError::Request("its answer goes nowhere"))?;
    if named.origin() != invitation.request_uri.origin() {
        return Err(PresentationError::Request("its answer goes to another host"));
    }
    Ok(named)
}

/// What is left to check once it is known whom to tell.
fn rest(claims: &Map<String, Value>, now: Timestamp) -> Result<(String, Query), PresentationError> {
    let malformed = |why| Err(PresentationError::Request(why));
    check_times(claims, now)?;
    if claims.contains_key("transaction_data") {
        return Err(PresentationError::TransactionData);
    }
    // RFC 9101, 4; OpenID4VP 8.2.
    for stray in ["request", "request_uri", "redirect_uri"] {
        if claims.contains_key(stray) {
            return malformed("it holds what belongs to another kind of request");
        }
    }
    let text = |name: &str| claims.get(name).and_then(Value::as_str);
    if text("response_type") != Some("vp_token") {
        return Err(PresentationError::ResponseType);
    }
    if text("response_mode") != Some("direct_post") {
        return Err(PresentationError::ResponseMode);
    }
    let query = match (claims.get("dcql_query"), claims.contains_key("scope")) {
        (Some(query), false) => query,
        (Some(_), true) => return malformed("it asks by query and by scope"),
        (None, true) => return Err(PresentationError::Scope),
        (None, false) => return malformed("it asks for nothing"),
    };
    let Some(nonce) = optional(claims, "nonce")?.filter(|nonce| !nonce.is_empty()) else {
        return malformed("it has no nonce");
    };
    check_formats(claims.get("client_metadata"))?;
    Ok((nonce, Query::read(query)?))
}

/// RFC 7519, 4.1.4 and 4.1.5.
fn check_times(claims: &Map<String, Value>, now: Timestamp) -> Result<(), PresentationError> {
    let now = now.as_second();
    let at = |name: &str| match claims.get(name) {
        None => Ok(None),
        Some(at) => at.as_i64().map(Some).ok_or(PresentationError::Request("a time is none")),
    };
    let is_over = at("exp")?.is_some_and(|end| now >= end.saturating_add(LEEWAY_SECONDS));
    let is_early = at("nbf")?.is_some_and(|begin| now < begin.saturating_sub(LEEWAY_SECONDS));
    at("iat")?;
    if is_over || is_early { Err(PresentationError::Expired) } else { Ok(()) }
}

/// A text of the characters that `nonce` and `state` may have (5.2).
fn optional(claims: &Map<String, Value>, name: &str) -> Result<Option<String>, PresentationError> {
    let is_safe = |text: &&str| {
        text.len() <= MOST_TEXT_BYTES
            && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
    };
    match claims.get(name) {
        None => Ok(None),
        Some(value) => {
            let text = value.as_str().filter(is_safe);
            text.map(|text| Some(text.to_owned())).ok_or(PresentationError::Request("its nonce or state"))
        }
    }
}

/// What the asker says of formats (5.1, 11.1). The nation registers keys and a name, and nothing of formats, so that their word counts here;
/// nothing else of it does.
fn check_formats(metadata: Option<&Value>) -> Result<(), PresentationError> {
    let malformed = PresentationError::Request("its metadata");
    let Some(metadata) = metadata else { return Ok(()) };
    let Some(formats) = metadata.as_object().ok_or(malformed)?.get("vp_formats_supported") else {
        return Ok(());
    };
    let Some(own) = formats.as_object().ok_or(malformed)?.get(TYPE) else {
        return Err(PresentationError::Formats);
    };
    // B.3.4: none named, any will do.
    for named in ["sd-jwt_alg_values", "kb-jwt_alg_values"] {
        match own.as_object().ok_or(malformed)?.get(named) {
            None => {}
            Some(Value::Array(algorithms)) if algorithms.iter().any(|one| one.as_str() == Some("ES256")) => {}
            Some(Value::Array(_)) => return Err(PresentationError::Formats),
            Some(_) => return Err(malformed),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
