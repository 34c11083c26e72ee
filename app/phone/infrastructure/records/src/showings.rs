//! The ledger of documents: each time that one was shown, and how.

use fingertip_standard::{DepartmentId, LocalText};
use jiff::Timestamp;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::{
    Records, RecordsError, Rows,
    rows::read_rows,
    store::{from_json, ms, to_json},
};

/// How a document was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ShownAs {
    /// Its code was on the screen.
    Code,
    /// It was printed, or saved as a page.
    Page,
    /// It went into the file with everything of the person.
    Export,
    /// It was handed over to a department, of which the ledger of disclosures says more.
    Given(DepartmentId),
}

/// One time that a document was shown.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Showing {
    /// When.
    pub at: Timestamp,
    /// Who issued the document.
    pub issuer: DepartmentId,
    /// The document's id with its issuer.
    pub document: String,
    /// Its title, which outlives it here.
    pub title: LocalText,
    /// How.
    pub shown_as: ShownAs,
}

impl Records {
    /// Writes showings down, all or none. It comes before the showing itself: what cannot be written down is not shown.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn record_showings(&self, showings: &[Showing]) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let change = connection.transaction()?;
        for showing in showings {
            let sql = "INSERT INTO showing (at_ms, content) VALUES (?1, ?2)";
            change.execute(sql, params![ms(showing.at), to_json("showing", showing)?])?;
        }
        change.commit()?;
        Ok(())
    }

    /// Every showing, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn showings(&self) -> Result<Rows<Showing>, RecordsError> {
        let sql = "SELECT number, content FROM showing ORDER BY number DESC";
        read_rows(&self.records(), "showing", sql, &[], |_, content| from_json("showing", content))
    }
}
