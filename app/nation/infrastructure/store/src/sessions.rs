//! Sessions that their issuer has ended.

use crate::sql::params;

use crate::{error::StoreError, transaction::Transaction};

/// Takes no token of the session `sid` of `issuer` until `until_ms`, in milliseconds since 1970; what is over goes.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn end(
    work: &Transaction<'_>,
    (issuer, sid): (&str, &str),
    now_ms: i64,
    until_ms: i64,
) -> Result<(), StoreError> {
    work.execute("DELETE FROM ended_sessions WHERE until_ms < ?1", [now_ms])?;
    work.execute(
        "INSERT INTO ended_sessions (issuer, sid, until_ms) VALUES (?1, ?2, ?3) \
         ON CONFLICT (issuer, sid) DO UPDATE SET until_ms = excluded.until_ms",
        params![issuer, sid, until_ms],
    )?;
    Ok(())
}

/// Whether the session `sid` of `issuer` has ended. Where it was noted without an issuer, there was one alone.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn has_ended(work: &Transaction<'_>, issuer: &str, sid: &str) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM ended_sessions WHERE issuer IN (?1, '') AND sid = ?2)";
    Ok(work.query_row(sql, [issuer, sid], |row| row.get(0))?)
}
