//! Files on their way to a case, in the pieces in which they came.

use crate::sql::{OptionalExtension, Row, SqlError, params};

use crate::{error::StoreError, transaction::Transaction};

/// How far an upload is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Upload {
    /// Its id.
    pub id: String,
    /// The SHA-256 of the whole file, lower-case hex.
    pub sha256: String,
    /// The length of the whole file, in bytes.
    pub length: u32,
    /// How many bytes of it have come.
    pub offset: u32,
    /// Whether its case has it: nothing of it is here any more.
    pub is_taken: bool,
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
    /// Whether its case has it.
    pub is_taken: bool,
}

const SELECT: &str = "SELECT id, sha256, length,
    CASE is_taken WHEN 1 THEN length ELSE (SELECT CAST(coalesce(sum(length(content)), 0) AS BIGINT) FROM upload_pieces WHERE upload_id = uploads.id) END,
    is_taken FROM uploads";

fn read(row: &Row<'_>) -> Result<Upload, SqlError> {
    Ok(Upload {
        id: row.get(0)?,
        sha256: row.get(1)?,
        length: row.get(2)?,
        offset: row.get(3)?,
        is_taken: row.get(4)?,
    })
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

/// What the uploads of a person come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Held {
    /// How many no case has taken.
    pub n_open: u32,
    /// How many bytes these hold when they are whole.
    pub n_bytes: u32,
    /// How many a case has taken.
    pub n_taken: u32,
}

/// What the person's uploads come to.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn held_by(work: &Transaction<'_>, subject: &str) -> Result<Held, StoreError> {
    let sql = "SELECT CAST(coalesce(sum(1 - is_taken), 0) AS BIGINT), CAST(coalesce(sum((1 - is_taken) * length), 0) AS BIGINT), CAST(coalesce(sum(is_taken), 0) AS BIGINT)
        FROM uploads WHERE subject = ?1";
    Ok(work.query_row(sql, [subject], |row| {
        Ok(Held { n_open: row.get(0)?, n_bytes: row.get(1)?, n_taken: row.get(2)? })
    })?)
}

/// Begins an upload.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn insert(work: &Transaction<'_>, new: &NewUpload<'_>) -> Result<(), StoreError> {
    work.execute(
        "INSERT INTO uploads (id, subject, key, sha256, length, expires_ms, is_taken) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        params![new.id, new.subject, new.key, new.sha256, new.length, new.expires_ms, new.is_taken],
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
    let statement =
        work.prepare("SELECT content FROM upload_pieces WHERE upload_id = ?1 ORDER BY position")?;
    let pieces = statement.query_map([id], |row| row.get(0))?.collect::<Result<Vec<Vec<u8>>, _>>()?;
    Ok(pieces.concat())
}

/// Its pieces are gone: it begins from the start.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn empty(work: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    work.execute("DELETE FROM upload_pieces WHERE upload_id = ?1", [id])?;
    Ok(())
}

/// Its case has it: its pieces are gone, and it is whole until it expires.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn mark_taken(work: &Transaction<'_>, id: &str) -> Result<(), StoreError> {
    empty(work, id)?;
    work.execute("UPDATE uploads SET is_taken = 1 WHERE id = ?1", [id])?;
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
