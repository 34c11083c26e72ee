//! All that is kept of the person at once: taken along, or forgotten.

use fingertip_standard::{Case, Disclosure, StandingConsent};
use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::{Records, RecordsError};

/// What a person takes along (the right of access and portability: PIPL art. 45, GDPR art. 15 and 20).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Everything {
    /// When it was written.
    pub written_at: Timestamp,
    /// Every case, the newest first.
    pub cases: Vec<Case>,
    /// Every document as it was signed, a compact JWS: whoever has the department's keys can check it.
    pub documents: Vec<String>,
    /// What the person agreed to.
    pub consents: Vec<StandingConsent>,
    /// What was disclosed, to whom and when.
    pub disclosures: Vec<Disclosure>,
}

impl Records {
    /// Everything of the person. What is still being filled in, and what mini-apps keep for themselves, is not in it.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or a record cannot be read.
    pub fn everything(&self, written_at: Timestamp) -> Result<Everything, RecordsError> {
        Ok(Everything {
            written_at,
            cases: self.cases()?.into_iter().map(|kept| kept.value).collect(),
            documents: self.documents()?.into_iter().map(|kept| kept.jws).collect(),
            consents: self.consents()?,
            disclosures: self.disclosures()?,
        })
    }

    /// Forgets everything, also on the disk: the pages that held it are given back and written over.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written, or its pages not given back; what was emptied before stays empty.
    pub fn forget_everything(&self) -> Result<(), RecordsError> {
        empty(&mut self.records())?;
        empty(&mut self.cache())
    }
}

fn empty(connection: &mut Connection) -> Result<(), RecordsError> {
    let step = connection.transaction()?;
    let names: Vec<String> = step
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in names {
        step.execute(&format!("DELETE FROM \"{name}\""), [])?;
    }
    step.commit()?;
    connection.execute_batch("VACUUM")?;
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
