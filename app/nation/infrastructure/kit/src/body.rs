//! Bodies, path parts and headers, read into types; what does not read is a problem and never a panic.

use axum::{
    body::Bytes,
    extract::{FromRequest, FromRequestParts, Path, Request},
    http::{HeaderMap, StatusCode, request::Parts},
    response::IntoResponse,
};
use fingertip_contract::{ProblemCode, api};
use fingertip_standard::RunningApp;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::problem::ApiError;

/// The largest body of any request, in bytes, where a door does not say otherwise.
pub const LIMIT: usize = 8 << 20;

/// A JSON body.
#[derive(Debug)]
pub struct JsonBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequest<S> for JsonBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let RawBody(bytes) = RawBody::from_request(request, state).await?;
        read(&bytes).map(Self).ok_or(ProblemCode::BodyMalformed.into())
    }
}

/// A JSON body that may be left out: nothing is then the default.
#[derive(Debug)]
pub struct OptionalBody<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Default> FromRequest<S> for OptionalBody<T> {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        let RawBody(bytes) = RawBody::from_request(request, state).await?;
        if bytes.is_empty() {
            return Ok(Self(T::default()));
        }
        read(&bytes).map(Self).ok_or(ProblemCode::BodyMalformed.into())
    }
}

/// JSON as a type; none where it is none of that.
///
/// To JSON Schema `7.0` is a whole number (2020-12, 6.1.1), and some clients write each so; serde takes it for none. So what does not read
/// is read once more with such numbers written as whole ones.
fn read<T: DeserializeOwned>(json: &[u8]) -> Option<T> {
    serde_json::from_slice(json).ok().or_else(|| {
        let mut value = serde_json::from_slice(json).ok()?;
        write_whole(&mut value).then(|| serde_json::from_value(value).ok()).flatten()
    })
}

/// Writes numbers without a fraction as whole ones; says whether there was one.
fn write_whole(value: &mut Value) -> bool {
    match value {
        Value::Number(number) if number.is_f64() => {
            // Above this a double has no room for a fraction, and stands for several whole numbers.
            const MOST: f64 = 9_007_199_254_740_992.0;
            let Some(whole) = number.as_f64().filter(|own| own.fract() == 0.0 && own.abs() <= MOST) else {
                return false;
            };
            #[expect(clippy::cast_possible_truncation, reason = "it is whole and within 53 bits")]
            let whole = whole as i64;
            *number = whole.into();
            true
        }
        // All of them, not as far as the first.
        Value::Array(items) => items.iter_mut().fold(false, |any, item| write_whole(item) | any),
        Value::Object(members) => members.values_mut().fold(false, |any, member| write_whole(member) | any),
        _ => false,
    }
}

/// A body as it came.
#[derive(Debug)]
pub struct RawBody(pub Bytes);

impl<S: Send + Sync> FromRequest<S> for RawBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        Bytes::from_request(request, state).await.map(Self).map_err(|rejection| {
            match rejection.into_response().status() {
                StatusCode::PAYLOAD_TOO_LARGE => ProblemCode::BodyTooLarge.into(),
                _ => ProblemCode::BodyMalformed.into(),
            }
        })
    }
}

/// The parts of the path, each already a checked id.
#[derive(Debug)]
pub struct PathOf<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for PathOf<T> {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, ApiError> {
        // A text that is no id names nothing that exists.
        Path::from_request_parts(parts, state)
            .await
            .map(|Path(value)| Self(value))
            .map_err(|_| ProblemCode::NotFound.into())
    }
}

/// The key under which a request is the same request.
#[derive(Debug)]
pub struct IdempotencyKey(pub String);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let key =
            text_header(&parts.headers, api::IDEMPOTENCY_KEY).ok_or(ProblemCode::IdempotencyKeyMalformed)?;
        let is_key = (1..=255).contains(&key.len()) && key.bytes().all(|b| b.is_ascii_graphic());
        if is_key { Ok(Self(key.to_owned())) } else { Err(ProblemCode::IdempotencyKeyMalformed.into()) }
    }
}

/// The running mini-app, as the shell stamped it.
#[derive(Debug)]
pub struct StampedApp(pub RunningApp);

impl<S: Send + Sync> FromRequestParts<S> for StampedApp {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, ApiError> {
        let text = text_header(&parts.headers, api::RUNNING_APP).ok_or(ProblemCode::RunningAppMalformed)?;
        read(text.as_bytes()).map(Self).ok_or(ProblemCode::RunningAppMalformed.into())
    }
}

/// A header's text.
#[must_use]
pub fn text_header<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}

/// The token of `Authorization: Bearer`.
#[must_use]
pub fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = text_header(headers, "authorization")?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

/// How an access token is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ShownToken<'a> {
    /// Whoever has it may use it (RFC 6750 2.1).
    Bearer(&'a str),
    /// With a proof that its key is there too (RFC 9449 7.1).
    Bound(&'a str),
}

impl<'a> ShownToken<'a> {
    /// The token of `Authorization: Bearer` or `Authorization: DPoP`.
    #[must_use]
    pub fn read(headers: &'a HeaderMap) -> Option<Self> {
        let (scheme, token) = text_header(headers, "authorization")?.split_once(' ')?;
        let token = token.trim();
        if scheme.eq_ignore_ascii_case("bearer") {
            Some(Self::Bearer(token))
        } else {
            scheme.eq_ignore_ascii_case("dpop").then_some(Self::Bound(token))
        }
    }

    /// The token itself.
    #[must_use]
    pub fn token(self) -> &'a str {
        match self {
            Self::Bearer(token) | Self::Bound(token) => token,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_number_is_one_however_it_is_written() {
        for text in ["7", "7.0", "70e-1", "0.7e1"] {
            assert_eq!(read::<u64>(text.as_bytes()), Some(7), "{text}");
        }
        assert_eq!(read::<Vec<(i64, f64)>>(b"[[-1.0, 0.5], [2, 3.0]]"), Some(vec![(-1, 0.5), (2, 3.0)]));
        for text in ["7.5", "1e300", "-7.0", "9007199254740994.0", "\"7.0\"", "7.0.0", ""] {
            assert_eq!(read::<u64>(text.as_bytes()), None, "{text}");
        }
    }
}
