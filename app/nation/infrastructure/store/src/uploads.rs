//! Files on their way to a case, in the pieces in which they came.

use rusqlite::{OptionalExtension, Row, params};

use crate::{database::Transaction, error::StoreError};

/// How far an upload is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// The SHA-256 of the whole file, lower-case hex.
    pub sha256: String,
    /// The length of the whole file, in bytes.
    pub length: u32,
    /// How many bytes of it are here.
    pub offset: u32,
}

/// An upload to begin.
#[derive(Debug)]
pub struct NewUpload<'a> {
    /// Its id.
    pub id: &'a str,
    /// Whose it is.
    pub subject: &'a str,
    /// The idempotency key of the case that it is for.
    pub key: &'a str,
    /// The SHA-256 of the whole file, lower-case hex.
    pub sha256: &'a str,
    /// The length of the whole file, in bytes.
    pub length: u32,
    /// When it is removed, in milliseconds since 1970.
    pub expires_ms: i64,
}

const SELECT: &str = "SELECT id, sha256, length,
    (SELECT coalesce(sum(length(content)), 0) FROM upload_pieces WHERE upload_id = id) FROM uploads";

fn read(row: &Row<'_>) -> rusqlite::Result<Upload> {
    Ok(Upload { id: row.get(0)?, sha256: row.get(1)?, length: row.get(2)?, offset: row.get(3)? })
}

/// The person's upload with this id.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn find(work: &Transaction<'_>, subject: &str, id: &str) -> Result<Option<Upload>, StoreError> {
    let sql = format!("{SELECT} WHERE id = ?1 AND subject = ?2");
    Ok(work.query_row(&sql, [id, subject], read).optional()?)
}

/// The person's upload of the same file for the same case.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn find_same(
    work: &Transaction<'_>,
    subject: &str,
    key: &str,
    sha256: &str,
) -> Result<Option<Upload>, StoreError> {
    let sql = format!("{SELECT} WHERE subject = ?1 AND key = ?2 AND sha256 = ?3");
    Ok(work.query_row(&sql, [subject, key, sha256], read).optional()?)
}

/// How many uploads the person has, and how many bytes they hold when they are whole.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn open_of(work: &Transaction<'_>, subject: &str) -> Result<(u32, u32), StoreError> {
    let sql = "SELECT count(*), coalesce(sum(length), 0) FROM uploads WHERE subject = ?1";
    Ok(work.query_row(sql, [subject], |row| Ok((row.get(0)?, row.get(1)?)))?)
}

/// Begins an upload.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn insert(work: &Transaction<'_>, new: &NewUpload<'_>) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO uploads (id, subject, key, sha256, length, expires_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![new.id, new.subject, new.key, new.sha256, new.length, new.expires_ms],
    )?;
    Ok(())
}

/// Keeps the piece that begins at `offset`, in bytes.
///
/// # Errors
/// [`StoreError`] when the database refuses, as for a second piece at the same place.
pub fn append(work: &Transaction<'_>, id: &str, offset: u32, piece: &[u8]) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO upload_pieces (upload_id, position, content) VALUES (?1, ?2, ?3)",
        params![id, offset, piece],
    )?;
    Ok(())
}

/// All that is here of it.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn content(work: &Transaction<'_>, id: &str) -> Result<Vec<u8>, StoreError> {
    let mut statement =
        work.prepare_cached("SELECT content FROM upload_pieces WHERE upload_id = ?1 ORDER BY position")?;
    let pieces = statement.query_map([id], |row| row.get(0))?.collect::<Result<Vec<Vec<u8>>, _>>()?;
    Ok(pieces.concat())
}

/// It is taken or of no use: it is gone with its pieces.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn remove(work: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM uploads WHERE id = ?1", [id])?;
    Ok(())
}

/// Removes whatever has expired by `now_ms`, anybody's.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn remove_expired(work: &Transaction<'_>, now_ms: i64) -> Result<(), StoreError> {
    work.execute("DELETE FROM uploads WHERE expires_ms <= ?1", [now_ms])?;
    Ok(())
}
