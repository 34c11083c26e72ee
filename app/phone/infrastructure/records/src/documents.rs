//! Documents issued to the person, with the issuer's signature and the time they were last seen to be good.

use fingertip_contract::Document;
use jiff::Timestamp;
use rusqlite::params;

use crate::{
    Records, RecordsError,
    store::{at, from_json, ms, to_json},
};

/// A document whose signature was checked when it came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptDocument {
    /// What it says.
    pub document: Document,
    /// The signed form, to be shown or handed in.
    pub jws: String,
    /// When it was last seen to be good.
    pub as_of: Timestamp,
}

impl Records {
    /// Keeps a document in place of an earlier copy.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_document(&self, kept: &KeptDocument) -> Result<(), RecordsError> {
        let sql = "INSERT INTO document (issuer, id, jws, content, as_of_ms) VALUES (?1, ?2, ?3, ?4, ?5)
                   ON CONFLICT DO UPDATE SET jws = excluded.jws, content = excluded.content, as_of_ms = excluded.as_of_ms";
        let content = to_json("document", &kept.document)?;
        self.records().execute(
            sql,
            params![kept.document.issuer.as_str(), kept.document.id, kept.jws, content, ms(kept.as_of)],
        )?;
        Ok(())
    }

    /// Every document, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or a document cannot be read.
    pub fn documents(&self) -> Result<Vec<KeptDocument>, RecordsError> {
        let connection = self.records();
        let mut statement =
            connection.prepare("SELECT content, jws, as_of_ms FROM document ORDER BY rowid DESC")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, row.get::<_, i64>(2)?))
        })?;
        rows.map(|row| {
            let (content, jws, as_of) = row?;
            Ok(KeptDocument { document: from_json("document", &content)?, jws, as_of: at(as_of) })
        })
        .collect()
    }
}
