//! The catalogue as its operator put it.

use crate::sql::OptionalExtension;

use crate::{error::StoreError, transaction::Transaction};

/// The catalogue's JSON, if one was ever put.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn load(work: &Transaction<'_>) -> Result<Option<String>, StoreError> {
    Ok(work.query_row("SELECT body FROM catalogue", (), |row| row.get(0)).optional()?)
}

/// Replaces the catalogue.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn replace(work: &Transaction<'_>, body: &str) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO catalogue (\"only\", body) VALUES (1, ?1) ON CONFLICT (\"only\") DO UPDATE SET body = excluded.body",
        [body],
    )?;
    Ok(())
}

/// The newest version, if a catalogue was ever put.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn newest(work: &Transaction<'_>) -> Result<Option<String>, StoreError> {
    let sql = "SELECT version FROM catalogue_version ORDER BY number DESC LIMIT 1";
    Ok(work.query_row(sql, (), |row| row.get(0)).optional()?)
}

/// So many versions are remembered: a phone that was away for longer reads the whole.
const VERSIONS: i64 = 40;

/// Remembers what a version held, as the newest.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn remember(work: &Transaction<'_>, version: &str, held: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM catalogue_version WHERE version = ?1", [version])?;
    work.execute("INSERT INTO catalogue_version (version, held) VALUES (?1, ?2)", [version, held])?;
    let sql =
        "DELETE FROM catalogue_version WHERE number <= (SELECT max(number) FROM catalogue_version) - ?1";
    work.execute(sql, [VERSIONS])?;
    Ok(())
}

/// What a version held, while it is remembered.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn held(work: &Transaction<'_>, version: &str) -> Result<Option<String>, StoreError> {
    let sql = "SELECT held FROM catalogue_version WHERE version = ?1";
    Ok(work.query_row(sql, [version], |row| row.get(0)).optional()?)
}
