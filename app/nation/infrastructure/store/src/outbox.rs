//! Cases on their way to a department: kept until it has them, also over a restart.

use rusqlite::{OptionalExtension, params};

use crate::{database::Transaction, error::StoreError};

/// A case on its way.
pub struct Parcel {
    /// The case's reference.
    pub case_id: String,
    /// The dispatched case as JSON.
    pub body: String,
    /// How often it was tried.
    pub attempts: u32,
}

/// Puts a case on its way.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn put(
    work: &Transaction<'_>,
    case_id: &str,
    department: &str,
    body: &str,
    due_ms: i64,
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO outbox (case_id, department, body, due_ms) VALUES (?1, ?2, ?3, ?4)",
        params![case_id, department, body, due_ms],
    )?;
    Ok(())
}

/// The next case for `department` that is due by `now_ms`.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn next_due(work: &Transaction<'_>, department: &str, now_ms: i64) -> Result<Option<Parcel>, StoreError> {
    let sql = "SELECT case_id, body, attempts FROM outbox WHERE department = ?1 AND due_ms <= ?2 ORDER BY due_ms, case_id LIMIT 1";
    let parcel = work.query_row(sql, params![department, now_ms], |row| {
        Ok(Parcel { case_id: row.get(0)?, body: row.get(1)?, attempts: row.get(2)? })
    });
    Ok(parcel.optional()?)
}

/// When the next case for `department` is due.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn next_due_ms(work: &Transaction<'_>, department: &str) -> Result<Option<i64>, StoreError> {
    Ok(work
        .query_row("SELECT min(due_ms) FROM outbox WHERE department = ?1", [department], |row| row.get(0))?)
}

/// The department has it: its row, and with it the claims, are gone.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn delivered(work: &Transaction<'_>, case_id: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM outbox WHERE case_id = ?1", [case_id])?;
    Ok(())
}

/// The department did not take it: again at `due_ms`.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn postpone(work: &Transaction<'_>, case_id: &str, due_ms: i64) -> Result<(), StoreError> {
    work.execute(
        "UPDATE outbox SET attempts = attempts + 1, due_ms = ?2 WHERE case_id = ?1",
        params![case_id, due_ms],
    )?;
    Ok(())
}

/// After a restart everything is due at once: the waits of the last run say nothing about now.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn all_due(work: &Transaction<'_>) -> Result<(), StoreError> {
    work.execute("UPDATE outbox SET due_ms = 0, attempts = 0", [])?;
    Ok(())
}
