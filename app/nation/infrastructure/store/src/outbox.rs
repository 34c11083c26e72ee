//! What is on its way to a department, cases and what persons do in them: kept until the department has it, also over a restart. What it
//! does not take is put aside.

use fingertip_contract::api::DeadLetter;
use fingertip_standard::DepartmentId;
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    database::Transaction,
    error::StoreError,
    values::{timestamp, value_of},
};

const TABLE: &str = "outbox";
/// More than a department looks through at once; bounds one answer.
const MOST_DEAD_LETTERS: u32 = 500;

/// A delivery to put on its way.
#[derive(Debug, Clone, Copy)]
pub struct NewParcel<'a> {
    /// Its id, of no other one: of a case, its reference.
    pub id: &'a str,
    /// In which case.
    pub case_id: &'a str,
    /// To whom.
    pub department: &'a str,
    /// Where below the department's address.
    pub path: &'a str,
    /// What, as JSON.
    pub body: &'a str,
}

/// A delivery on its way.
#[derive(Debug)]
pub struct Parcel {
    /// Its id.
    pub id: String,
    /// In which case.
    pub case_id: String,
    /// Where below the department's address.
    pub path: String,
    /// What, as JSON.
    pub body: String,
    /// How often it was tried.
    pub attempts: u32,
    /// How many other deliveries the department took since this one failed first.
    pub passed_by: u32,
}

/// What may go out now: nothing of the same case goes before it. An act that was put aside holds up no later one, a case that was put
/// aside does: nobody is told what is done in a case that they do not have.
const SENDABLE: &str = "put_aside_ms IS NULL AND NOT EXISTS (
    SELECT 1 FROM outbox AS earlier WHERE earlier.case_id = outbox.case_id AND earlier.position < outbox.position
    AND (earlier.put_aside_ms IS NULL OR earlier.id = earlier.case_id))";

/// Puts a delivery on its way, behind whatever of the same case is on it.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn put(work: &Transaction<'_>, new: &NewParcel<'_>, due_ms: i64) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO outbox (id, case_id, department, path, body, due_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new.id, new.case_id, new.department, new.path, new.body, due_ms],
    )?;
    Ok(())
}

/// Takes at most `most` deliveries for `department` that are due by `now_ms`, one a case; they are due again at `until_ms`, where nobody says
/// what came of them.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn take_due(
    work: &Transaction<'_>,
    department: &str,
    most: usize,
    (now_ms, until_ms): (i64, i64),
) -> Result<Vec<Parcel>, StoreError> {
    let sql = format!(
        "SELECT id, case_id, path, body, attempts, passed_by FROM outbox
         WHERE department = ?1 AND due_ms <= ?2 AND {SENDABLE} ORDER BY due_ms, position LIMIT ?3"
    );
    let read = |row: &Row<'_>| {
        Ok(Parcel {
            id: row.get(0)?,
            case_id: row.get(1)?,
            path: row.get(2)?,
            body: row.get(3)?,
            attempts: row.get(4)?,
            passed_by: row.get(5)?,
        })
    };
    let most = u32::try_from(most).unwrap_or(u32::MAX);
    let parcels: Vec<Parcel> = work
        .prepare_cached(&sql)?
        .query_map(params![department, now_ms, most], read)?
        .collect::<Result<_, _>>()?;
    for parcel in &parcels {
        work.execute("UPDATE outbox SET due_ms = ?2 WHERE id = ?1", params![parcel.id, until_ms])?;
    }
    Ok(parcels)
}

/// When the next delivery for `department` is due.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn next_due_ms(work: &Transaction<'_>, department: &str) -> Result<Option<i64>, StoreError> {
    let sql = format!("SELECT min(due_ms) FROM outbox WHERE department = ?1 AND {SENDABLE}");
    Ok(work.query_row(&sql, [department], |row| row.get(0))?)
}

/// The department has it: its row, and with it the claims, are gone. Whatever fails meanwhile was passed by once more.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn delivered(work: &Transaction<'_>, department: &str, id: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM outbox WHERE id = ?1", [id])?;
    work.execute(
        "UPDATE outbox SET passed_by = passed_by + 1 WHERE department = ?1 AND put_aside_ms IS NULL AND attempts > 0",
        [department],
    )?;
    Ok(())
}

/// The department did not take it: again at `due_ms`.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn postpone(work: &Transaction<'_>, id: &str, due_ms: i64) -> Result<(), StoreError> {
    work.execute(
        "UPDATE outbox SET attempts = attempts + 1, due_ms = ?2 WHERE id = ?1",
        params![id, due_ms],
    )?;
    Ok(())
}

/// The department does not take it: it goes out no more until somebody has looked. `status` is the one with which it was refused.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn put_aside(
    work: &Transaction<'_>,
    id: &str,
    status: Option<u16>,
    at_ms: i64,
) -> Result<(), StoreError> {
    work.execute(
        "UPDATE outbox SET attempts = attempts + 1, put_aside_ms = ?2, status = ?3 WHERE id = ?1",
        params![id, at_ms, status],
    )?;
    Ok(())
}

/// What `department` did not take, the oldest first.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn dead_letters(
    work: &Transaction<'_>,
    department: &DepartmentId,
) -> Result<Vec<DeadLetter>, StoreError> {
    let sql = "SELECT id, case_id, attempts, put_aside_ms, status FROM outbox
               WHERE department = ?1 AND put_aside_ms IS NOT NULL ORDER BY put_aside_ms, position LIMIT ?2";
    let mut statement = work.prepare_cached(sql)?;
    let rows = statement.query_map(params![department.as_str(), MOST_DEAD_LETTERS], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    rows.map(|row| {
        let (id, case, attempts, at_ms, status) = row?;
        Ok(DeadLetter { id, case: value_of(TABLE, case)?, attempts, at: timestamp(TABLE, at_ms)?, status })
    })
    .collect()
}

/// Puts a dead letter of `department` on its way again and says of which case it is; none where there is no such one.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn retry(
    work: &Transaction<'_>,
    department: &DepartmentId,
    id: &str,
    due_ms: i64,
) -> Result<Option<String>, StoreError> {
    let sql = "UPDATE outbox SET put_aside_ms = NULL, status = NULL, attempts = 0, passed_by = 0, due_ms = ?3
               WHERE id = ?1 AND department = ?2 AND put_aside_ms IS NOT NULL RETURNING case_id";
    Ok(work.query_row(sql, params![id, department.as_str(), due_ms], |row| row.get(0)).optional()?)
}

/// After a restart everything that is not put aside is due at once: the waits of the last run say nothing about now.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn all_due(work: &Transaction<'_>) -> Result<(), StoreError> {
    work.execute("UPDATE outbox SET due_ms = 0, attempts = 0, passed_by = 0 WHERE put_aside_ms IS NULL", [])?;
    Ok(())
}
