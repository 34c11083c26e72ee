//! All that is kept of the person at once: taken along, or forgotten.

use std::collections::BTreeMap;

use fingertip_contract::Case;
use fingertip_standard::{Disclosure, StandingConsent, events::Input};
use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use crate::{
    OutgoingItem, Records, RecordsError,
    store::{at, from_json},
};

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
    /// What was not sent yet.
    pub waiting: Vec<OutgoingItem>,
    /// What is being filled in.
    pub drafts: Vec<Filled>,
    /// What the person chose, and who helps them, by name.
    pub settings: BTreeMap<String, serde_json::Value>,
}

/// A form that was left in the middle. What its mini-app keeps beside the person's words is not the person's to read.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filled {
    /// In which mini-app, by its id.
    pub app: String,
    /// At which entry.
    pub route: String,
    /// When it was last written.
    pub updated_at: Timestamp,
    /// What the person typed on the page that was open.
    pub inputs: BTreeMap<String, Input>,
}

impl Records {
    /// Everything of the person. What mini-apps keep for themselves is not in it.
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
            waiting: self.outbox()?.into_iter().map(|outgoing| outgoing.item).collect(),
            drafts: self.filled()?,
            settings: self.settings()?,
        })
    }

    fn filled(&self) -> Result<Vec<Filled>, RecordsError> {
        let connection = self.records();
        let mut statement =
            connection.prepare("SELECT app, route, updated_ms, inputs FROM draft ORDER BY app, route")?;
        let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
        rows.map(|row| {
            let (app, route, updated, inputs): (String, String, i64, String) = row?;
            Ok(Filled { app, route, updated_at: at(updated), inputs: from_json("draft", &inputs)? })
        })
        .collect()
    }

    /// Forgets everything, also on the disk: what held it is written over, and given back where there is room to do so.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written; what was emptied before stays empty.
    pub fn forget_everything(&self) -> Result<(), RecordsError> {
        empty(&mut self.records())?;
        empty(&mut self.cache())
    }
}

fn empty(connection: &mut Connection) -> Result<(), RecordsError> {
    // Noughts over what was there, from here on (https://www.sqlite.org/pragma.html#pragma_secure_delete).
    connection.query_row("PRAGMA secure_delete = ON", [], |_| Ok(()))?;
    let step = connection.transaction()?;
    let names: Vec<String> = step
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<_, _>>()?;
    for name in names {
        step.execute(&format!("DELETE FROM \"{name}\""), [])?;
    }
    step.commit()?;
    // A full disk has no room for the smaller copy. Nothing is left that it would give away.
    if let Err(error) = connection.execute_batch("VACUUM") {
        tracing::warn!(%error, "the emptied pages are not given back");
    }
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
    Ok(())
}
