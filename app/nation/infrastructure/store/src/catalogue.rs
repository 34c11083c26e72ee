//! The catalogue as its operator put it.

use rusqlite::OptionalExtension;

use crate::{database::Transaction, error::StoreError};

/// The catalogue's JSON, if one was ever put.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn load(work: &Transaction<'_>) -> Result<Option<String>, StoreError> {
    Ok(work.query_row("SELECT body FROM catalogue", [], |row| row.get(0)).optional()?)
}

/// Replaces the catalogue.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn replace(work: &Transaction<'_>, body: &str) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO catalogue (only, body) VALUES (1, ?1) ON CONFLICT DO UPDATE SET body = excluded.body",
        [body],
    )?;
    Ok(())
}
