//! Sessions that their issuer has ended.

use rusqlite::params;

use crate::{database::Transaction, error::StoreError};

/// Takes no token of the session `sid` until `until_ms`, in milliseconds since 1970; what is over goes.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn end(work: &Transaction<'_>, sid: &str, now_ms: i64, until_ms: i64) -> Result<(), StoreError> {
    work.execute("DELETE FROM ended_sessions WHERE until_ms < ?1", [now_ms])?;
    work.execute(
        "INSERT INTO ended_sessions (sid, until_ms) VALUES (?1, ?2) ON CONFLICT (sid) DO UPDATE SET until_ms = excluded.until_ms",
        params![sid, until_ms],
    )?;
    Ok(())
}

/// Whether the session `sid` has ended.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn has_ended(work: &Transaction<'_>, sid: &str) -> Result<bool, StoreError> {
    Ok(work
        .query_row("SELECT EXISTS (SELECT 1 FROM ended_sessions WHERE sid = ?1)", [sid], |row| row.get(0))?)
}
