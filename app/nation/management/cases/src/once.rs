//! What is done once under its idempotency key, however often it is asked for.

use fingertip_contract::ProblemCode;
use fingertip_kit::{ApiError, secrets};
use fingertip_store::{
    StoreError, Transaction,
    idempotency::{self, Answer, Known},
};
use serde::Serialize;

/// A request under the key that makes it the same request.
#[derive(Debug)]
pub struct Once {
    subject: String,
    key: String,
    request_hash: String,
}

impl Once {
    /// What `subject` asks under `key`; `request` is all that makes two requests the same.
    ///
    /// # Errors
    /// `body-malformed` when it cannot be written down.
    pub(crate) fn new(subject: String, key: String, request: &impl Serialize) -> Result<Self, ApiError> {
        let text = serde_json::to_string(request).map_err(|_| ProblemCode::BodyMalformed)?;
        Ok(Self { request_hash: secrets::derive_hash(&text), subject, key })
    }

    /// Whose request it is.
    #[must_use]
    pub fn subject(&self) -> &str {
        &self.subject
    }

    /// The answer that it got before. Looked up first: what was received once is answered as it was, whatever the catalogue has become.
    ///
    /// # Errors
    /// `idempotency-key-reused`, or the database refuses.
    pub fn answer_before(&self, work: &Transaction<'_>) -> Result<Option<String>, ApiError> {
        match idempotency::look_up(work, &self.subject, &self.key, &self.request_hash)? {
            Known::New => Ok(None),
            Known::Same(response) => Ok(Some(response)),
            Known::Other => Err(ProblemCode::IdempotencyKeyReused.into()),
        }
    }

    /// Keeps its answer.
    ///
    /// # Errors
    /// [`StoreError`] when the database refuses.
    pub(crate) fn keep(&self, work: &Transaction<'_>, response: &str, at_ms: i64) -> Result<(), StoreError> {
        let (subject, key, request_hash) = (&*self.subject, &*self.key, &*self.request_hash);
        idempotency::keep(work, &Answer { subject, key, request_hash, response, at_ms })
    }
}
