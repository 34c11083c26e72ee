//! Answers of others, read as far as they may go: who answers without an end fills no memory.

use fingertip_standard::limits::BODY_BYTES;
use serde::de::DeserializeOwned;

/// The largest answer of another service of the nation that is read, in bytes.
pub const LIMIT: usize = BODY_BYTES;

/// Why an answer was not read.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum AnswerError {
    /// Nobody answers, or the answer broke off.
    #[error("reading an answer failed")]
    Cut(#[from] reqwest::Error),
    /// It is larger than it may be.
    #[error("an answer is larger than it may be")]
    TooLarge,
    /// It does not read as what belongs there.
    #[error("an answer does not read as what belongs there")]
    Nonsense,
}

/// The body of `response`, at most `most` bytes of it.
///
/// # Errors
/// [`AnswerError::TooLarge`] for more, [`AnswerError::Cut`].
pub async fn read(mut response: reqwest::Response, most: usize) -> Result<Vec<u8>, AnswerError> {
    let mut body = Vec::new();
    while let Some(chunk) = response.chunk().await? {
        if body.len() + chunk.len() > most {
            return Err(AnswerError::TooLarge);
        }
        body.extend_from_slice(&chunk);
    }
    Ok(body)
}

/// The body of `response` as a value, at most [`LIMIT`] bytes of it.
///
/// # Errors
/// [`AnswerError`]: all of them.
pub async fn read_json<T: DeserializeOwned>(response: reqwest::Response) -> Result<T, AnswerError> {
    serde_json::from_slice(&read(response, LIMIT).await?).map_err(|_| AnswerError::Nonsense)
}
