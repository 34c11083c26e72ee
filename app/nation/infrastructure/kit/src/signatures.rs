//! Signed requests (RFC 9421, HTTP Message Signatures): what a platform tells a department holds, whoever else learns their token.
//!
//! Signed are the method, the address, the body's digest (RFC 9530) and each header that changes what the request means; a request with such
//! a header that is not signed is none. A signature is taken once, and for [`WINDOW`] seconds.

mod base;

use std::sync::{Mutex, PoisonError};

use axum::http::{HeaderMap, HeaderName, HeaderValue};
use base64::{
    Engine,
    engine::general_purpose::{STANDARD as BASE64, URL_SAFE_NO_PAD},
};
use fingertip_contract::api::{RUNNING_APP, SUBJECT};
use jiff::Timestamp;
use jsonwebtoken::{
    Algorithm, DecodingKey,
    jwk::{Jwk, JwkSet},
};
use sfv::{BareItem, Dictionary, FieldType, InnerList, Item, ListEntry, Parser};
use sha2::{Digest, Sha256};

use crate::{
    keys::SigningKey,
    secrets,
    seen::{Note, Seen},
};
pub use base::{ALGORITHM, Message, TAG};
use base::{Field, base_of, covered, parameters};

/// The header that says what is signed (RFC 9421 4.1).
pub const SIGNATURE_INPUT: &str = "signature-input";
/// The header with the signature (RFC 9421 4.2).
pub const SIGNATURE: &str = "signature";
/// The header with the body's digest (RFC 9530 2).
pub const CONTENT_DIGEST: &str = "content-digest";
/// How far a signature's time may be from ours, in seconds.
pub const WINDOW: i64 = 300;

/// Headers that change what a request means: signed where they are there.
const MEANT: [&str; 3] = ["content-type", RUNNING_APP, SUBJECT];
/// What every signature covers.
const ALWAYS: [&str; 3] = ["@method", "@target-uri", CONTENT_DIGEST];
const LABEL: &str = "platform";
const SHA_256: &str = "sha-256";
/// The longest header of a signature, in bytes.
const MOST_BYTES: usize = 2048;
/// How many signatures are remembered. When more come in a window, the oldest are not taken any more.
const MOST_SEEN: usize = 100_000;

/// Why a request is not taken as its sender's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum SignatureError {
    /// It has no signature, or one that does not read.
    #[error("the request is not signed")]
    Missing,
    /// Something of it that matters is not signed.
    #[error("the signature leaves out what it must cover")]
    Uncovered,
    /// It is of a key that is not the sender's, or for something else.
    #[error("the signature is of another key, algorithm or purpose")]
    Foreign,
    /// Its time is not now.
    #[error("the signature is not of now")]
    Stale,
    /// The body is another one.
    #[error("the body is not the one that was signed")]
    Digest,
    /// It does not hold.
    #[error("the signature does not hold")]
    Invalid,
    /// It was shown before.
    #[error("the signature was taken before")]
    Again,
}

/// The headers that sign `message` with `key`.
///
/// # Errors
/// [`SignatureError::Missing`] where a header of it cannot be signed, or the system has no random numbers to give.
pub fn sign(
    message: &Message<'_>,
    key: &SigningKey,
    now: Timestamp,
) -> Result<[(HeaderName, HeaderValue); 3], SignatureError> {
    let digest = digest_of(message.body)?;
    let mut headers = message.headers.clone();
    headers.insert(CONTENT_DIGEST, digest.clone());
    let message = Message { headers: &headers, ..*message };
    let items = ALWAYS.into_iter().chain(MEANT.into_iter().filter(|name| headers.contains_key(*name)));
    let items = items.map(|name| base::string(name).map(Item::new)).collect::<Option<Vec<_>>>();
    let nonce = secrets::make_token(16).map_err(|_| SignatureError::Missing)?;
    let parameters = parameters(now.as_second(), key.kid(), &nonce).ok_or(SignatureError::Missing)?;
    let list = InnerList::with_params(items.ok_or(SignatureError::Missing)?, parameters);
    let base = base_of(&message, &list).ok_or(SignatureError::Missing)?;
    let signature = key.sign_bytes(base.as_bytes()).map_err(|_| SignatureError::Missing)?;
    let input = field(ListEntry::InnerList(list))?;
    let signature = field(ListEntry::Item(Item::new(BareItem::ByteSequence(signature))))?;
    Ok([
        (HeaderName::from_static(CONTENT_DIGEST), digest),
        (HeaderName::from_static(SIGNATURE_INPUT), input),
        (HeaderName::from_static(SIGNATURE), signature),
    ])
}

/// The body's digest as its header says it.
fn digest_of(body: &[u8]) -> Result<HeaderValue, SignatureError> {
    let text = format!("{SHA_256}=:{}:", BASE64.encode(Sha256::digest(body)));
    HeaderValue::from_str(&text).map_err(|_| SignatureError::Missing)
}

/// A dictionary of this one entry, as a header.
fn field(entry: ListEntry) -> Result<HeaderValue, SignatureError> {
    let label = base::key(LABEL).ok_or(SignatureError::Missing)?;
    let text = Dictionary::from([(label, entry)]).serialize().ok_or(SignatureError::Missing)?;
    HeaderValue::from_str(&text).map_err(|_| SignatureError::Missing)
}

/// Checks requests, and takes none of them twice.
#[derive(Debug)]
pub struct Signatures {
    seen: Mutex<Seen>,
}

impl Default for Signatures {
    fn default() -> Self {
        Self { seen: Mutex::new(Seen::new(MOST_SEEN)) }
    }
}

impl Signatures {
    /// Takes `message` as signed with one of `keys`, once.
    ///
    /// # Errors
    /// What does not hold.
    pub fn take(&self, message: &Message<'_>, keys: &JwkSet, now: Timestamp) -> Result<(), SignatureError> {
        let (created, base) = check(message, keys, now)?;
        // By what was signed, time and nonce among it: of one signature there is more than one writing.
        let id: [u8; 32] = Sha256::digest(base).into();
        let mut seen = self.seen.lock().unwrap_or_else(PoisonError::into_inner);
        match seen.note(id, created + WINDOW, now.as_second()) {
            Note::New => Ok(()),
            Note::Again | Note::TooOldToKnow => Err(SignatureError::Again),
        }
    }
}

/// With which key a request says that it is signed.
#[must_use]
pub fn kid_of(headers: &HeaderMap) -> Option<String> {
    let input = read(headers, SIGNATURE_INPUT).ok()?;
    let (_, list) = ours(&input)?;
    Field::KeyId.text(list).map(str::to_owned)
}

/// Somebody on the way may have signed it too: ours is the one for this purpose.
fn ours(input: &Dictionary) -> Option<(&sfv::Key, &InnerList)> {
    input.iter().find_map(|(label, entry)| match entry {
        ListEntry::InnerList(list) if Field::Tag.text(list) == Some(TAG) => Some((label, list)),
        ListEntry::InnerList(_) | ListEntry::Item(_) => None,
    })
}

/// Whether `message` is signed with one of `keys`; gives when, and what was signed.
fn check(message: &Message<'_>, keys: &JwkSet, now: Timestamp) -> Result<(i64, String), SignatureError> {
    let input = read(message.headers, SIGNATURE_INPUT)?;
    let (label, list) = ours(&input).ok_or(SignatureError::Missing)?;
    let signatures = read(message.headers, SIGNATURE)?;
    let Some(ListEntry::Item(Item { bare_item: BareItem::ByteSequence(signature), .. })) =
        signatures.get(label)
    else {
        return Err(SignatureError::Missing);
    };
    let covered = covered(list).ok_or(SignatureError::Uncovered)?;
    let must = ALWAYS.into_iter().chain(MEANT.into_iter().filter(|name| message.headers.contains_key(*name)));
    if must.into_iter().any(|name| !covered.contains(&name)) {
        return Err(SignatureError::Uncovered);
    }
    if Field::Algorithm.text(list).is_some_and(|named| named != ALGORITHM) {
        return Err(SignatureError::Foreign);
    }
    let kid = Field::KeyId.text(list).ok_or(SignatureError::Foreign)?;
    let key = keys.find(kid).and_then(es256).ok_or(SignatureError::Foreign)?;
    // Without one, two requests of one second that are the same would be one.
    Field::Nonce.text(list).filter(|nonce| !nonce.is_empty()).ok_or(SignatureError::Uncovered)?;
    let created = base::created(list).ok_or(SignatureError::Stale)?;
    if now.as_second().checked_sub(created).is_none_or(|age| age.abs() > WINDOW) {
        return Err(SignatureError::Stale);
    }
    check_digest(message)?;
    let base = base_of(message, list).ok_or(SignatureError::Uncovered)?;
    let holds = jsonwebtoken::crypto::verify(
        &URL_SAFE_NO_PAD.encode(signature),
        base.as_bytes(),
        &key,
        Algorithm::ES256,
    );
    if holds.unwrap_or(false) { Ok((created, base)) } else { Err(SignatureError::Invalid) }
}

/// A key for the one algorithm that is taken.
fn es256(key: &Jwk) -> Option<DecodingKey> {
    DecodingKey::from_jwk(key).ok()
}

fn check_digest(message: &Message<'_>) -> Result<(), SignatureError> {
    let digests = read(message.headers, CONTENT_DIGEST)?;
    match digests.get(SHA_256) {
        Some(ListEntry::Item(Item { bare_item: BareItem::ByteSequence(digest), .. }))
            if digest.as_slice() == Sha256::digest(message.body).as_slice() =>
        {
            Ok(())
        }
        _ => Err(SignatureError::Digest),
    }
}

/// A header that is there once, as a dictionary (RFC 9651).
fn read(headers: &HeaderMap, name: &str) -> Result<Dictionary, SignatureError> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (Some(value), None) if value.len() <= MOST_BYTES => {
            Parser::new(value.as_bytes()).parse().map_err(|_| SignatureError::Missing)
        }
        _ => Err(SignatureError::Missing),
    }
}

#[cfg(test)]
mod tests;
