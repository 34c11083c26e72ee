//! Status lists (draft-ietf-oauth-status-list-21) as a department publishes them: signed with the key of its documents, and fetched
//! whole by whoever asks.

use axum::{
    http::header,
    response::{IntoResponse, Response},
};
use fingertip_credential::{
    SignError,
    status::{ListContent, MEDIA_TYPE, StatusList, make},
};
use jiff::{SignedDuration, Timestamp};

use crate::keys::SigningKey;

/// After how many seconds a device asks for a list again: so long at most is a document believed that was taken back.
pub const TTL_SECONDS: u32 = 15 * 60;
/// How long anybody may believe a list: a device that cannot ask says for so long that the list was good, and when.
const LIFETIME: SignedDuration = SignedDuration::from_hours(24);

/// The signed list of `issuer` at `uri`.
///
/// # Errors
/// [`SignError`] when the key cannot sign.
pub fn sign_list(
    key: &SigningKey,
    issuer: &str,
    uri: &str,
    list: &StatusList,
    now: Timestamp,
) -> Result<String, SignError> {
    let expires_at = now.checked_add(LIFETIME).map_err(|_| SignError)?;
    let content = ListContent { issuer, uri, issued_at: now, expires_at, ttl_seconds: TTL_SECONDS };
    make(list, content, |typ, payload| key.sign(typ, payload).map_err(|_| SignError))
}

/// A signed list as it is sent. Caches on the way keep it for everybody, so that a department does not see each device that asks.
#[must_use]
pub fn answer(token: String) -> Response {
    let cache = format!("public, max-age={TTL_SECONDS}");
    let headers = [(header::CONTENT_TYPE, MEDIA_TYPE.to_owned()), (header::CACHE_CONTROL, cache)];
    (headers, token).into_response()
}
