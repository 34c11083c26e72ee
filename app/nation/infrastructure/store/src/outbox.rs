//! What is on its way to a department, cases and what persons do in them: kept until the department has it, also over a restart. What it
//! does not take is put aside.

use crate::sql::{OptionalExtension, Row, params};
use fingertip_contract::api::DeadLetter;
use fingertip_standard::DepartmentId;

use crate::{
    error::StoreError,
    transaction::Transaction,
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
    /// Whose it is: the issuer's subject.
    pub subject: String,
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
        "INSERT INTO outbox (id, case_id, department, path, body, due_ms, subject)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT subject FROM cases WHERE id = ?2))",
        params![new.id, new.case_id, new.department, new.path, new.body, due_ms],
    )?;
    Ok(())
}

/// How many deliveries `department` has taken.
fn n_taken(work: &Transaction<'_>, department: &str) -> Result<i64, StoreError> {
    let sql = "SELECT n_taken FROM outbox_taken WHERE department = ?1";
    Ok(work.prepare(sql)?.query_row([department], |row| row.get(0)).optional()?.unwrap_or(0))
}

/// Whose deliveries are meant, by the issuer's subjects.
#[derive(Debug, Clone, Copy)]
pub enum Whose<'a> {
    /// Of these persons.
    Of(&'a [String]),
    /// Of all but these.
    NotOf(&'a [String]),
}

impl Whose<'_> {
    /// The condition, for parameter `?3`, and what stands there.
    fn condition(self, work: &Transaction<'_>) -> Result<(String, String), StoreError> {
        let (is_of, subjects) = match self {
            Self::Of(subjects) => ("IN", subjects),
            Self::NotOf(subjects) => ("NOT IN", subjects),
        };
        let listed =
            work.choose("SELECT value FROM json_each(?3)", "SELECT json_array_elements_text(?3::json)");
        let list = serde_json::to_string(subjects).map_err(|_| StoreError::Damaged { table: TABLE })?;
        Ok((format!("subject {is_of} ({listed})"), list))
    }

    fn is_nobody(self) -> bool {
        matches!(self, Self::Of([]))
    }
}

/// Takes at most `most` deliveries for `department` that are due by `now_ms`, one a person; they are due again at `until_ms`, where nobody says
/// what came of them.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn take_due(
    work: &Transaction<'_>,
    department: &str,
    whose: Whose<'_>,
    most: usize,
    (now_ms, until_ms): (i64, i64),
) -> Result<Vec<Parcel>, StoreError> {
    if most == 0 || whose.is_nobody() {
        return Ok(Vec::new());
    }
    let (condition, subjects) = whose.condition(work)?;
    // Who and which first: bodies are large, and of most rows nothing else is wanted.
    let sql = format!(
        "SELECT position, subject FROM outbox WHERE department = ?1 AND due_ms <= ?2 AND {condition} AND {SENDABLE} ORDER BY due_ms, position"
    );
    let mut chosen: Vec<(i64, String)> = Vec::new();
    let mut unread = Ok(());
    work.prepare(&sql)?.query_while(params![department, now_ms, subjects], |row| {
        match row.get(0).and_then(|position| Ok((position, row.get(1)?))) {
            Ok((position, subject)) => {
                if chosen.iter().all(|(_, other)| *other != subject) {
                    chosen.push((position, subject));
                }
            }
            Err(error) => unread = Err(error),
        }
        unread.is_ok() && chosen.len() < most
    })?;
    unread?;
    let take = "UPDATE outbox SET due_ms = ?2 WHERE position = ?1
                RETURNING id, case_id, path, body, attempts, taken_before, subject";
    let n_taken = n_taken(work, department)?;
    let statement = work.prepare(take)?;
    let read = |row: &Row<'_>| {
        Ok(Parcel {
            id: row.get(0)?,
            case_id: row.get(1)?,
            path: row.get(2)?,
            body: row.get(3)?,
            attempts: row.get(4)?,
            passed_by: match row.get(4)? {
                0 => 0,
                _ => u32::try_from(n_taken - row.get::<i64>(5)?).unwrap_or(0),
            },
            subject: row.get(6)?,
        })
    };
    let taken = chosen.iter().map(|(position, _)| statement.query_row(params![position, until_ms], read));
    Ok(taken.collect::<Result<_, _>>()?)
}

/// When the next delivery for `department` is due.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn next_due_ms(
    work: &Transaction<'_>,
    department: &str,
    whose: Whose<'_>,
) -> Result<Option<i64>, StoreError> {
    if whose.is_nobody() {
        return Ok(None);
    }
    let (condition, subjects) = whose.condition(work)?;
    let sql = format!(
        "SELECT due_ms FROM outbox WHERE department = ?1 AND ?2 AND {condition} AND {SENDABLE} ORDER BY due_ms LIMIT 1"
    );
    let first = work.prepare(&sql)?.query_row(params![department, true, subjects], |row| row.get(0));
    Ok(first.optional()?)
}

/// The department has it: its row, and with it the claims, are gone. Whatever has failed was passed by once more.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn delivered(work: &Transaction<'_>, department: &str, id: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM outbox WHERE id = ?1", [id])?;
    work.execute(
        "INSERT INTO outbox_taken (department, n_taken) VALUES (?1, 1) ON CONFLICT (department) DO UPDATE SET n_taken = outbox_taken.n_taken + 1",
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
        "UPDATE outbox SET attempts = attempts + 1, due_ms = ?2, taken_before = CASE attempts WHEN 0 THEN
             coalesce((SELECT n_taken FROM outbox_taken WHERE outbox_taken.department = outbox.department), 0)
             ELSE taken_before END
         WHERE id = ?1",
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
    let statement = work.prepare(sql)?;
    let rows = statement.query_map(params![department.as_str(), MOST_DEAD_LETTERS], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    })?;
    rows.map(|row| {
        let (id, case, attempts, at_ms, status) = row?;
        Ok(DeadLetter { id, case: value_of(TABLE, case)?, attempts, at: timestamp(TABLE, at_ms)?, status })
    })
    .collect()
}

/// How much waits for a department.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Waiting {
    /// The department's id.
    pub department: String,
    /// How many deliveries are on their way to it.
    pub n_on_the_way: i64,
    /// How many were put aside.
    pub n_put_aside: i64,
}

/// How much waits for each department for which anything does.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn count_waiting(work: &Transaction<'_>) -> Result<Vec<Waiting>, StoreError> {
    let sql =
        "SELECT department, count(*) FILTER (WHERE put_aside_ms IS NULL), count(put_aside_ms) FROM outbox
               GROUP BY department ORDER BY department";
    let read = |row: &Row<'_>| {
        Ok(Waiting { department: row.get(0)?, n_on_the_way: row.get(1)?, n_put_aside: row.get(2)? })
    };
    Ok(work.prepare(sql)?.query_map((), read)?.collect::<Result<_, _>>()?)
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
    let sql = "UPDATE outbox SET put_aside_ms = NULL, status = NULL, attempts = 0, due_ms = ?3
               WHERE id = ?1 AND department = ?2 AND put_aside_ms IS NOT NULL RETURNING case_id";
    Ok(work.query_row(sql, params![id, department.as_str(), due_ms], |row| row.get(0)).optional()?)
}

/// Nobody knows what became of a delivery that was taken: it is due at once.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn give_back(work: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    work.execute("UPDATE outbox SET due_ms = 0 WHERE id = ?1", [id])?;
    Ok(())
}

/// After a restart everything that is not put aside is due at once: the waits of the last run say nothing about now. Where others bring
/// deliveries too, what was never tried to its end may be under way with one of them.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn all_due(work: &Transaction<'_>, has_others: bool) -> Result<(), StoreError> {
    let sql = "UPDATE outbox SET due_ms = 0, attempts = 0 WHERE put_aside_ms IS NULL AND attempts >= ?1";
    work.execute(sql, [u8::from(has_others)])?;
    Ok(())
}
