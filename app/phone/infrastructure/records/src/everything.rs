//! All that is kept of the person at once: taken along, or forgotten.

use std::collections::BTreeMap;

use fingertip_contract::Case;
use fingertip_standard::{Disclosure, StandingConsent, events::Input};
use jiff::Timestamp;
use rusqlite::{Connection, Row};
use serde::{Deserialize, Serialize};

use crate::{OutgoingItem, Paid, Records, RecordsError, Showing, UnreadRow, rows::show_value};

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
    /// When documents were shown, and how.
    #[serde(default)]
    pub showings: Vec<Showing>,
    /// What was paid, with the receipts.
    #[serde(default)]
    pub payments: Vec<Paid>,
    /// What was not sent yet.
    pub waiting: Vec<OutgoingItem>,
    /// What is being filled in.
    pub drafts: Vec<Filled>,
    /// What the person chose, and who helps them, by name.
    pub settings: BTreeMap<String, serde_json::Value>,
    /// What this version cannot read, as it stands.
    #[serde(default)]
    pub unread: Vec<UnreadRow>,
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
    /// [`RecordsError`]: the store cannot be read.
    pub fn everything(&self, written_at: Timestamp) -> Result<Everything, RecordsError> {
        let mut unread = Vec::new();
        let cases = self.cases()?.take_along(&mut unread);
        // A document whose content cannot be read stands among the signed ones all the same.
        let _ = self.documents()?.take_along(&mut unread);
        let mut everything = Everything {
            written_at,
            cases: cases.into_iter().map(|kept| kept.value).collect(),
            documents: self.signed_documents()?,
            consents: self.consents()?.take_along(&mut unread),
            disclosures: self.disclosures()?.take_along(&mut unread),
            showings: self.showings()?.take_along(&mut unread),
            payments: self.payments()?.take_along(&mut unread),
            waiting: self.outbox()?.take_along(&mut unread).into_iter().map(|kept| kept.item).collect(),
            drafts: self.forms()?.take_along(&mut unread),
            settings: self.settings()?.take_along(&mut unread).into_iter().collect(),
            unread,
        };
        everything.unread.extend(self.put_aside()?);
        Ok(everything)
    }

    /// What was in the way of something new and could not be read, the oldest first.
    fn put_aside(&self) -> Result<Vec<UnreadRow>, RecordsError> {
        let connection = self.records();
        let mut statement =
            connection.prepare("SELECT kind, name, content FROM put_aside ORDER BY number")?;
        let text = |row: &Row<'_>, column| row.get_ref(column).map(show_value);
        let found = statement.query_map([], |row| {
            Ok(UnreadRow { kind: text(row, 0)?, name: text(row, 1)?, text: text(row, 2)? })
        })?;
        Ok(found.collect::<Result<_, _>>()?)
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
