//! Answers kept under the requester's key, so that a repeated request is the same request.

use crate::sql::{OptionalExtension, params};

use crate::{error::StoreError, transaction::Transaction};

/// What is known of a key.
pub enum Known {
    /// Never used.
    New,
    /// Used for the same request: its answer.
    Same(String),
    /// Used for another request.
    Other,
}

/// Looks `key` of `subject` up.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn look_up(
    work: &Transaction<'_>,
    subject: &str,
    key: &str,
    request_hash: &str,
) -> Result<Known, StoreError> {
    let row: Option<(String, String)> = work
        .query_row(
            "SELECT request_hash, response FROM idempotency WHERE subject = ?1 AND key = ?2",
            [subject, key],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )
        .optional()?;
    Ok(match row {
        None => Known::New,
        Some((hash, response)) if hash == request_hash => Known::Same(response),
        Some(_) => Known::Other,
    })
}

/// Whether `key` of `subject` was used, for whatever request.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn is_used(work: &Transaction<'_>, subject: &str, key: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM idempotency WHERE subject = ?1 AND key = ?2)";
    Ok(work.query_row(sql, [subject, key], |row| row.get(0))?)
}

/// An answer to keep.
pub struct Answer<'a> {
    /// Who asked.
    pub subject: &'a str,
    /// Under which key.
    pub key: &'a str,
    /// What was asked.
    pub request_hash: &'a str,
    /// What was answered.
    pub response: &'a str,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
}

/// Keeps an answer.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn keep(work: &Transaction<'_>, answer: &Answer<'_>) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO idempotency (subject, key, request_hash, response, at_ms) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![answer.subject, answer.key, answer.request_hash, answer.response, answer.at_ms],
    )?;
    Ok(())
}
