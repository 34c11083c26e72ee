//! Documents issued to the person, with the issuer's signature and the time they were last seen to be good.

use fingertip_contract::Document;
use jiff::Timestamp;
use rusqlite::params;

use crate::{
    Records, RecordsError, Rows,
    rows::{Place, read_rows},
    store::{at, from_json, ms, to_json},
};

pub(crate) const PLACE: Place<'static> =
    Place { kind: "document", table: "document", column: "content", condition: "issuer = ?1 AND id = ?2" };

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
        let (issuer, id) = (kept.document.issuer.as_str(), &kept.document.id);
        let content = to_json(PLACE.kind, &kept.document)?;
        let mut connection = self.records();
        let change = connection.transaction()?;
        PLACE.clear::<Document>(&change, &format!("{issuer} {id}"), params![issuer, id])?;
        change.execute(sql, params![issuer, id, kept.jws, content, ms(kept.as_of)])?;
        change.commit()?;
        Ok(())
    }

    /// Every document, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn documents(&self) -> Result<Rows<KeptDocument>, RecordsError> {
        let sql = "SELECT issuer || ' ' || id, content, jws, as_of_ms FROM document ORDER BY rowid DESC";
        read_rows(&self.records(), PLACE.kind, sql, &[], |row, content| {
            Ok(KeptDocument {
                document: from_json(PLACE.kind, content)?,
                jws: row.get(2)?,
                as_of: at(row.get(3)?),
            })
        })
    }

    /// Every document as it was signed, also those whose content cannot be read: the signature is what counts.
    pub(crate) fn signed_documents(&self) -> Result<Vec<String>, RecordsError> {
        let connection = self.records();
        let mut statement = connection.prepare("SELECT jws FROM document ORDER BY rowid DESC")?;
        let found =
            statement.query_map([], |row| row.get_ref(0).map(|jws| jws.as_str().map(str::to_owned)))?;
        Ok(found.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect())
    }
}
