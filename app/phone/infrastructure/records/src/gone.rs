//! What was taken away on this device stays away, whatever older copy of the records is brought back.

use rusqlite::{Connection, OptionalExtension, ToSql, params};

use crate::RecordsError;

const MARK: &str = "ON CONFLICT DO UPDATE SET at_ms = max(gone.at_ms, excluded.at_ms)";

/// Marks one thing of `kind` as gone: whatever of this name was last written at `at_ms` or before.
pub(crate) fn mark(connection: &Connection, kind: &str, name: &str, at_ms: i64) -> Result<(), RecordsError> {
    let sql = format!("INSERT INTO gone (kind, name, at_ms) VALUES (?1, ?2, ?3) {MARK}");
    connection.execute(&sql, params![kind, name, at_ms])?;
    Ok(())
}

/// Marks what `select` finds, a name and a time a row, with `place` as its values from ?1 on.
pub(crate) fn mark_all(
    connection: &Connection,
    kind: &str,
    select: &str,
    place: &[&dyn ToSql],
) -> Result<(), RecordsError> {
    let mut statement = connection.prepare(select)?;
    let found = statement.query_map(place, |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
    for (name, at_ms) in found.collect::<Result<Vec<_>, _>>()? {
        mark(connection, kind, &name, at_ms)?;
    }
    Ok(())
}

/// Whether what was written at `at_ms` is gone.
pub(crate) fn is_gone(
    connection: &Connection,
    kind: &str,
    name: &str,
    at_ms: i64,
) -> Result<bool, RecordsError> {
    let sql = "SELECT at_ms FROM gone WHERE kind = ?1 AND name = ?2";
    let gone: Option<i64> = connection.query_row(sql, [kind, name], |row| row.get(0)).optional()?;
    Ok(gone.is_some_and(|gone| gone >= at_ms))
}
