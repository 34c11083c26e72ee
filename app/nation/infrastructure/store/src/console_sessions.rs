//! Officers who are signed in at the console.

use fingertip_standard::DepartmentId;

use crate::{
    error::StoreError,
    sql::{OptionalExtension, params},
    transaction::Transaction,
    values::value_of,
};

/// A session.
#[derive(Clone, PartialEq, Eq)]
pub struct Session {
    /// Whose officer it is.
    pub department: DepartmentId,
    /// The hash of the department's token as it was.
    pub token_hash: String,
    /// The language of the officer's pages.
    pub language: String,
    /// What each form of theirs carries.
    pub form_token: String,
    /// When it ends, in milliseconds since 1970.
    pub until_ms: i64,
}

/// Begins a session, by the hash of its cookie; false where `most` are there already. What is over goes.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn begin(
    work: &Transaction<'_>,
    cookie_hash: &str,
    session: &Session,
    (now_ms, most): (i64, u32),
) -> Result<bool, StoreError> {
    work.execute("DELETE FROM console_sessions WHERE until_ms <= ?1", [now_ms])?;
    let here: u32 = work.query_row("SELECT count(*) FROM console_sessions", (), |row| row.get(0))?;
    if here >= most {
        return Ok(false);
    }
    work.execute(
        "INSERT INTO console_sessions (cookie_hash, department, token_hash, language, form_token, until_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![
            cookie_hash,
            session.department.as_str(),
            session.token_hash,
            session.language,
            session.form_token,
            session.until_ms
        ],
    )?;
    Ok(true)
}

/// The session of a cookie, whether it is over or not.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn find(work: &Transaction<'_>, cookie_hash: &str) -> Result<Option<Session>, StoreError> {
    let sql = "SELECT department, token_hash, language, form_token, until_ms FROM console_sessions WHERE cookie_hash = ?1";
    let found = work.query_row(sql, [cookie_hash], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?))
    });
    let Some((department, token_hash, language, form_token, until_ms)) = found.optional()? else {
        return Ok(None);
    };
    let department = value_of("console_sessions", department)?;
    Ok(Some(Session { department, token_hash, language, form_token, until_ms }))
}

/// Ends a session.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn end(work: &Transaction<'_>, cookie_hash: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM console_sessions WHERE cookie_hash = ?1", [cookie_hash])?;
    Ok(())
}
