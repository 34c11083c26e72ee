//! Codes, links between persons and those who help them, and what helpers looked at.

use crate::sql::{OptionalExtension, Row, SqlError, params};
use fingertip_contract::{HelperLink, HelperLook, Helpers, Mandate};
use fingertip_standard::{DepartmentId, HelperLinkId};
use jiff::Timestamp;

use crate::{
    error::StoreError,
    transaction::Transaction,
    values::{json_of, timestamp, value_of},
};

const LINKS: &str = "helper_links";
/// The newest looks that one answer holds.
const MOST_LOOKS: u32 = 200;

/// A code that somebody may still use.
pub struct LiveCode {
    /// Whose.
    pub subject: String,
    /// Their name.
    pub subject_name: String,
    /// Who used it already.
    pub used_by: Option<String>,
    /// What whoever uses it may hand in.
    pub mandate: Option<Mandate>,
}

/// Whom a helper helps under a link.
pub struct Helped {
    /// The person's subject.
    pub subject: String,
    /// The helper's own name.
    pub helper_name: String,
    /// What they may hand in for the person, whether it still holds or not.
    pub mandate: Option<Mandate>,
}

/// Keeps a person's code with what it lets a helper do, in place of an earlier one. Codes that are over are forgotten.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn keep_code(
    work: &Transaction<'_>,
    hash: &str,
    (subject, name): (&str, &str),
    mandate: Option<&Mandate>,
    (now, expires): (Timestamp, Timestamp),
) -> Result<(), StoreError> {
    work.execute(
        "DELETE FROM helper_codes WHERE subject = ?1 OR expires_ms <= ?2",
        params![subject, now.as_millisecond()],
    )?;
    work.execute(
        "INSERT INTO helper_codes (hash, subject, subject_name, expires_ms, mandate) VALUES (?1, ?2, ?3, ?4, ?5)",
        params![hash, subject, name, expires.as_millisecond(), written(mandate)],
    )?;
    Ok(())
}

/// Whether the code is somebody's by now.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn code_exists(work: &Transaction<'_>, hash: &str) -> Result<bool, StoreError> {
    Ok(work
        .query_row("SELECT EXISTS (SELECT 1 FROM helper_codes WHERE hash = ?1)", [hash], |row| row.get(0))?)
}

/// The code, while it is taken.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn live_code(work: &Transaction<'_>, hash: &str, now: Timestamp) -> Result<Option<LiveCode>, StoreError> {
    let sql = "SELECT subject, subject_name, used_by, mandate FROM helper_codes WHERE hash = ?1 AND expires_ms > ?2";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?));
    let found = work.query_row(sql, params![hash, now.as_millisecond()], read).optional()?;
    found
        .map(|(subject, subject_name, used_by, mandate)| {
            Ok(LiveCode { subject, subject_name, used_by, mandate: read_mandate("helper_codes", mandate)? })
        })
        .transpose()
}

/// From now on the code is this helper's alone.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn use_code(work: &Transaction<'_>, hash: &str, helper: &str) -> Result<(), StoreError> {
    work.execute("UPDATE helper_codes SET used_by = ?2 WHERE hash = ?1", [hash, helper])?;
    Ok(())
}

/// How many wrong codes this helper tried since then; older ones are forgotten.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn tries_since(work: &Transaction<'_>, helper: &str, since: Timestamp) -> Result<u32, StoreError> {
    work.execute("DELETE FROM helper_tries WHERE at_ms < ?1", [since.as_millisecond()])?;
    Ok(work.query_row("SELECT count(*) FROM helper_tries WHERE helper = ?1", [helper], |row| row.get(0))?)
}

/// Notes a wrong code.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn note_try(work: &Transaction<'_>, helper: &str, now: Timestamp) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO helper_tries (helper, at_ms) VALUES (?1, ?2)",
        params![helper, now.as_millisecond()],
    )?;
    Ok(())
}

/// How many helpers a person has.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn count_helpers(work: &Transaction<'_>, subject: &str) -> Result<u32, StoreError> {
    Ok(work.query_row("SELECT count(*) FROM helper_links WHERE subject = ?1", [subject], |row| row.get(0))?)
}

/// Links a helper to the person, both given as subject and name. Who is one already stays one, under the same id and with the newer
/// mandate: with a new code a person also gives more, or less.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn link(
    work: &Transaction<'_>,
    id: &HelperLinkId,
    (subject, subject_name): (&str, &str),
    (helper, helper_name): (&str, &str),
    mandate: Option<&Mandate>,
    now: Timestamp,
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO helper_links (id, subject, subject_name, helper, helper_name, since_ms, mandate)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)
         ON CONFLICT (subject, helper) DO UPDATE SET
             subject_name = excluded.subject_name, helper_name = excluded.helper_name, mandate = excluded.mandate",
        params![
            id.as_str(),
            subject,
            subject_name,
            helper,
            helper_name,
            now.as_millisecond(),
            written(mandate)
        ],
    )?;
    Ok(())
}

/// The link between the two, as the helper sees it.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn between(
    work: &Transaction<'_>,
    subject: &str,
    helper: &str,
) -> Result<Option<HelperLink>, StoreError> {
    let sql =
        "SELECT id, subject_name, since_ms, mandate FROM helper_links WHERE subject = ?1 AND helper = ?2";
    work.query_row(sql, [subject, helper], LinkRow::read).optional()?.map(LinkRow::complete).transpose()
}

/// Whom this helper helps under the link.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn helped(work: &Transaction<'_>, id: &HelperLinkId, helper: &str) -> Result<Option<Helped>, StoreError> {
    let sql = "SELECT subject, helper_name, mandate FROM helper_links WHERE id = ?1 AND helper = ?2";
    let read = |row: &Row<'_>| Ok((row.get(0)?, row.get(1)?, row.get(2)?));
    let found = work.query_row(sql, [id.as_str(), helper], read).optional()?;
    found
        .map(|(subject, helper_name, mandate)| {
            Ok(Helped { subject, helper_name, mandate: read_mandate(LINKS, mandate)? })
        })
        .transpose()
}

/// Ends a link that `person` is one side of; false if there is none.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn end(work: &Transaction<'_>, id: &HelperLinkId, person: &str) -> Result<bool, StoreError> {
    Ok(work.execute(
        "DELETE FROM helper_links WHERE id = ?1 AND (subject = ?2 OR helper = ?2)",
        [id.as_str(), person],
    )? > 0)
}

/// Notes that a helper looked at the person's cases, or acted for them at `department`.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn note_look(
    work: &Transaction<'_>,
    subject: &str,
    helper_name: &str,
    department: Option<&DepartmentId>,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO helper_looks (subject, at_ms, helper_name, department) VALUES (?1, ?2, ?3, ?4)";
    let department = department.map(DepartmentId::as_str);
    work.execute(sql, params![subject, now.as_millisecond(), helper_name, department])?;
    Ok(())
}

/// Whether it is noted that the helper acted for the person at `department` since then.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn has_acted_since(
    work: &Transaction<'_>,
    subject: &str,
    helper_name: &str,
    department: &DepartmentId,
    since: Timestamp,
) -> Result<bool, StoreError> {
    let sql = "SELECT EXISTS (SELECT 1 FROM helper_looks
               WHERE subject = ?1 AND at_ms >= ?2 AND helper_name = ?3 AND department = ?4)";
    let told = params![subject, since.as_millisecond(), helper_name, department.as_str()];
    Ok(work.query_row(sql, told, |row| row.get(0))?)
}

/// Everything between this person and others.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_person(work: &Transaction<'_>, person: &str) -> Result<Helpers, StoreError> {
    let links = |sql: &str| -> Result<Vec<HelperLink>, StoreError> {
        let rows = work.prepare(sql)?.query_map([person], LinkRow::read)?.collect::<Result<Vec<_>, _>>()?;
        rows.into_iter().map(LinkRow::complete).collect()
    };
    // Of those of one moment, the later one first.
    let order = work.choose("rowid", "position");
    let statement = work.prepare(&format!(
        "SELECT at_ms, helper_name, department FROM helper_looks WHERE subject = ?1 ORDER BY at_ms DESC, {order} DESC LIMIT ?2"
    ))?;
    let rows = statement
        .query_map(params![person, MOST_LOOKS], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let looks = rows.into_iter().map(|(at, name, department): (i64, String, Option<String>)| {
        let department = department.map(|id| value_of("helper_looks", id)).transpose()?;
        Ok(HelperLook { at: timestamp("helper_looks", at)?, name, department })
    });
    Ok(Helpers {
        helpers: links(
            "SELECT id, helper_name, since_ms, mandate FROM helper_links WHERE subject = ?1 ORDER BY since_ms, id",
        )?,
        helped: links(
            "SELECT id, subject_name, since_ms, mandate FROM helper_links WHERE helper = ?1 ORDER BY since_ms, id",
        )?,
        looks: looks.collect::<Result<_, StoreError>>()?,
    })
}

struct LinkRow {
    id: String,
    name: String,
    since_ms: i64,
    mandate: Option<String>,
}

impl LinkRow {
    fn read(row: &Row<'_>) -> Result<Self, SqlError> {
        Ok(Self { id: row.get(0)?, name: row.get(1)?, since_ms: row.get(2)?, mandate: row.get(3)? })
    }

    fn complete(self) -> Result<HelperLink, StoreError> {
        Ok(HelperLink {
            id: value_of(LINKS, self.id)?,
            name: self.name,
            since: timestamp(LINKS, self.since_ms)?,
            mandate: read_mandate(LINKS, self.mandate)?,
        })
    }
}

/// A mandate as its column holds it.
fn written(mandate: Option<&Mandate>) -> Option<String> {
    mandate.and_then(|mandate| serde_json::to_string(mandate).ok())
}

fn read_mandate(table: &'static str, kept: Option<String>) -> Result<Option<Mandate>, StoreError> {
    kept.map(|text| json_of(table, &text)).transpose()
}
