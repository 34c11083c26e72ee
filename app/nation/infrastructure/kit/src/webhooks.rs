//! What a platform tells a department: signed where it is sent, and taken at the department's door when it is the platform's, whole, of now
//! and not told before.

use std::{io, sync::Arc};

use axum::{
    body::Body,
    extract::{FromRequest, Request, State},
    http::{HeaderName, HeaderValue},
    middleware::Next,
    response::{IntoResponse, Response},
};
use fingertip_contract::ProblemCode;
use jiff::Timestamp;
use jsonwebtoken::jwk::JwkSet;
use reqwest::Url;

use crate::{
    answer::{AnswerError, read_json},
    body::RawBody,
    clock,
    keys::SigningKey,
    problem::ApiError,
    published_keys::PublishedKeys,
    signatures::{self, Message, SignatureError, Signatures},
};

/// Why a request did not go out, or was not answered.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SendError {
    /// It cannot be signed.
    #[error("signing a request for a department failed")]
    Signature(#[from] SignatureError),
    /// It could not be made or sent, or the answer did not come.
    #[error(transparent)]
    Http(#[from] reqwest::Error),
}

/// Sends `request`, signed with `key`.
///
/// # Errors
/// [`SendError`].
pub async fn send(
    client: &reqwest::Client,
    request: reqwest::RequestBuilder,
    key: &SigningKey,
) -> Result<reqwest::Response, SendError> {
    Ok(client.execute(signed(request.build()?, key, clock::now())?).await?)
}

/// `request` with its signature: whatever else is set on it is set before.
///
/// # Errors
/// [`SignatureError::Missing`] where it cannot be signed: a body that is not at hand, a header that is no text.
pub fn signed(
    mut request: reqwest::Request,
    key: &SigningKey,
    now: Timestamp,
) -> Result<reqwest::Request, SignatureError> {
    let body = match request.body() {
        Some(body) => body.as_bytes().ok_or(SignatureError::Missing)?,
        None => &[],
    };
    let message = Message {
        method: request.method().as_str(),
        url: request.url().as_str(),
        headers: request.headers(),
        body,
    };
    let signing: [(HeaderName, HeaderValue); 3] = signatures::sign(&message, key, now)?;
    request.headers_mut().extend(signing);
    Ok(request)
}

/// A department's door for what the platform tells it.
#[derive(Debug)]
pub struct WebhookDoor {
    /// Where the department is registered to be: the platform signs for this address, whatever stands between.
    backend: Url,
    client: reqwest::Client,
    keys: PublishedKeys,
    signatures: Signatures,
}

impl WebhookDoor {
    /// The door of the department that is registered at `backend`; nothing is fetched before the first request.
    ///
    /// # Errors
    /// [`InvalidInput`](io::ErrorKind::InvalidInput) where `backend` is no address.
    pub fn new(backend: &str, client: reqwest::Client) -> io::Result<Self> {
        let backend =
            Url::parse(backend).map_err(|error| io::Error::new(io::ErrorKind::InvalidInput, error))?;
        Ok(Self { backend, client, keys: PublishedKeys::default(), signatures: Signatures::default() })
    }

    /// The address of `path` below the backend's, as the platform writes it.
    fn address_of(&self, path: &str) -> String {
        format!("{}{path}", self.backend.as_str().trim_end_matches('/'))
    }

    /// Whether the platform, whose keys are at `keys_url`, tells this at `path` below the backend's address.
    ///
    /// # Errors
    /// `signature-invalid`, or `department-unavailable` when the platform's keys cannot be fetched: then it tells it again.
    pub async fn check(&self, message: &Message<'_>, keys_url: &str) -> Result<(), ApiError> {
        let kid = signatures::kid_of(message.headers).ok_or(ProblemCode::SignatureInvalid)?;
        let fetch = async || self.fetch(keys_url).await;
        let keys = self.keys.with(&kid, fetch).await.map_err(|error| {
            tracing::warn!(%error, "the platform's keys cannot be fetched");
            ApiError::from(ProblemCode::DepartmentUnavailable)
        })?;
        self.signatures.take(message, &keys, clock::now()).map_err(|error| {
            tracing::warn!(%error, "a request in the platform's name is not taken");
            ProblemCode::SignatureInvalid.into()
        })
    }

    async fn fetch(&self, keys_url: &str) -> Result<JwkSet, AnswerError> {
        read_json(self.client.get(keys_url).send().await?.error_for_status()?).await
    }
}

/// Where a department finds the platform's keys.
pub trait FromPlatform: Send + Sync + 'static {
    /// The door.
    fn door(&self) -> &WebhookDoor;
    /// The address of the platform's keys.
    fn keys_url(&self) -> String;
}

/// Lets through what the platform tells (`axum::middleware::from_fn_with_state`), on routes that stand below the backend's address.
///
/// # Errors
/// See [`WebhookDoor::check`]; `body-too-large`.
pub async fn only_of_platform<D: FromPlatform>(
    State(department): State<Arc<D>>,
    request: Request,
    next: Next,
) -> Result<Response, ApiError> {
    let (parts, body) = request.into_parts();
    let RawBody(body) = RawBody::from_request(Request::from_parts(parts.clone(), body), &()).await?;
    let path = parts.uri.path_and_query().map_or("", |path| path.as_str());
    let url = department.door().address_of(path);
    let message = Message { method: parts.method.as_str(), url: &url, headers: &parts.headers, body: &body };
    department.door().check(&message, &department.keys_url()).await?;
    Ok(next.run(Request::from_parts(parts, Body::from(body))).await.into_response())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_however_an_operator_writes_it() {
        let door = |backend: &str| WebhookDoor::new(backend, reqwest::Client::new());
        let written = ["https://Parks.example:443/b/", "https://parks.example/b"];
        for own in written {
            let signed = Url::parse(&format!("{}/cases", own.trim_end_matches('/'))).expect("an address");
            assert_eq!(door(own).expect("a door").address_of("/cases"), signed.as_str(), "{own}");
        }
        assert!(door("parks.example").is_err());
    }
}
