//! Codes, links between persons and those who help them, and what helpers looked at.

use fingertip_contract::{HelperLink, HelperLook, Helpers};
use fingertip_standard::HelperLinkId;
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    database::Transaction,
    error::StoreError,
    values::{timestamp, value_of},
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
}

/// Keeps a person's code in place of an earlier one. Codes that are over are forgotten.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn keep_code(
    work: &Transaction<'_>,
    hash: &str,
    (subject, name): (&str, &str),
    now: Timestamp,
    expires: Timestamp,
) -> Result<(), StoreError> {
    work.execute(
        "DELETE FROM helper_codes WHERE subject = ?1 OR expires_ms <= ?2",
        params![subject, now.as_millisecond()],
    )?;
    work.execute(
        "INSERT INTO helper_codes (hash, subject, subject_name, expires_ms) VALUES (?1, ?2, ?3, ?4)",
        params![hash, subject, name, expires.as_millisecond()],
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
    let sql = "SELECT subject, subject_name, used_by FROM helper_codes WHERE hash = ?1 AND expires_ms > ?2";
    let read = |row: &Row<'_>| {
        Ok(LiveCode { subject: row.get(0)?, subject_name: row.get(1)?, used_by: row.get(2)? })
    };
    Ok(work.query_row(sql, params![hash, now.as_millisecond()], read).optional()?)
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

/// Links a helper to the person, both given as subject and name. Who is one already stays one, under the same id.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn link(
    work: &Transaction<'_>,
    id: &HelperLinkId,
    (subject, subject_name): (&str, &str),
    (helper, helper_name): (&str, &str),
    now: Timestamp,
) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO helper_links (id, subject, subject_name, helper, helper_name, since_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
         ON CONFLICT (subject, helper) DO UPDATE SET subject_name = excluded.subject_name, helper_name = excluded.helper_name",
        params![id.as_str(), subject, subject_name, helper, helper_name, now.as_millisecond()],
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
    let sql = "SELECT id, subject_name, since_ms FROM helper_links WHERE subject = ?1 AND helper = ?2";
    work.query_row(sql, [subject, helper], LinkRow::read).optional()?.map(LinkRow::complete).transpose()
}

/// Whom this helper helps under the link: their subject, and the helper's own name.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn helped(
    work: &Transaction<'_>,
    id: &HelperLinkId,
    helper: &str,
) -> Result<Option<(String, String)>, StoreError> {
    let sql = "SELECT subject, helper_name FROM helper_links WHERE id = ?1 AND helper = ?2";
    Ok(work.query_row(sql, [id.as_str(), helper], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
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

/// Notes that a helper looked.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn note_look(
    work: &Transaction<'_>,
    subject: &str,
    helper_name: &str,
    now: Timestamp,
) -> Result<(), StoreError> {
    let sql = "INSERT INTO helper_looks (subject, at_ms, helper_name) VALUES (?1, ?2, ?3)";
    work.execute(sql, params![subject, now.as_millisecond(), helper_name])?;
    Ok(())
}

/// Everything between this person and others.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_person(work: &Transaction<'_>, person: &str) -> Result<Helpers, StoreError> {
    let links = |sql: &str| -> Result<Vec<HelperLink>, StoreError> {
        let rows =
            work.prepare_cached(sql)?.query_map([person], LinkRow::read)?.collect::<Result<Vec<_>, _>>()?;
        rows.into_iter().map(LinkRow::complete).collect()
    };
    let sql = "SELECT at_ms, helper_name FROM helper_looks WHERE subject = ?1 ORDER BY at_ms DESC, rowid DESC LIMIT ?2";
    let mut statement = work.prepare_cached(sql)?;
    let rows = statement
        .query_map(params![person, MOST_LOOKS], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<Result<Vec<_>, _>>()?;
    let looks =
        rows.into_iter().map(|(at, name)| Ok(HelperLook { at: timestamp("helper_looks", at)?, name }));
    Ok(Helpers {
        helpers: links(
            "SELECT id, helper_name, since_ms FROM helper_links WHERE subject = ?1 ORDER BY since_ms, id",
        )?,
        helped: links(
            "SELECT id, subject_name, since_ms FROM helper_links WHERE helper = ?1 ORDER BY since_ms, id",
        )?,
        looks: looks.collect::<Result<_, StoreError>>()?,
    })
}

struct LinkRow {
    id: String,
    name: String,
    since_ms: i64,
}

impl LinkRow {
    fn read(row: &Row<'_>) -> rusqlite::Result<Self> {
        Ok(Self { id: row.get(0)?, name: row.get(1)?, since_ms: row.get(2)? })
    }

    fn complete(self) -> Result<HelperLink, StoreError> {
        Ok(HelperLink {
            id: value_of(LINKS, self.id)?,
            name: self.name,
            since: timestamp(LINKS, self.since_ms)?,
        })
    }
}
