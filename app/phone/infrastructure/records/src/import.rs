//! A copy of the person's records comes into their store: whole or not at all.
//!
//! What the store has and is newer stays; what was taken away here since the copy was written stays away; nothing is there twice. A row that
//! this version cannot read takes the place of none: it stands where nothing stands, or is put aside.

mod forms;
mod kept;

use fingertip_carry::{Carried, CarryError, GoneRow, OwnerMark, StoredRow, UnreadRow};
use fingertip_standard::{AppId, Disclosure, limits};
use rusqlite::{Connection, OptionalExtension, params};
use serde_json::Value;

use crate::{
    Paid, Records, RecordsError, Showing, gone,
    store::{from_json, ms, to_json},
};

/// Decides on one setting: its name, what stands here, what the copy has. What it gives is kept; none leaves what is here.
pub type SettleSetting<'a> = &'a dyn Fn(&str, Option<&Value>, &Value) -> Option<Value>;

/// How much came that was not here, or not as new.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Came {
    /// Cases.
    pub cases: usize,
    /// Documents.
    pub documents: usize,
    /// Consents.
    pub consents: usize,
    /// Lines of the ledger, payments among them.
    pub disclosures: usize,
    /// Items that wait to be sent, or were not accepted.
    pub outgoing: usize,
    /// Forms that can be filled in further.
    pub drafts: usize,
}

impl Came {
    /// Whether everything of the copy was here already.
    #[must_use]
    pub fn is_nothing(&self) -> bool {
        *self == Self::default()
    }
}

/// The transaction that everything comes in.
struct Importing<'a> {
    change: &'a Connection,
}

impl Records {
    /// Takes in a copy of `owner`'s records, in one transaction.
    ///
    /// # Errors
    /// [`RecordsError::Copy`] when the copy is another person's, else as the store fails; nothing was changed then.
    pub fn import(
        &self,
        carried: &Carried,
        owner: &OwnerMark,
        settle: SettleSetting<'_>,
    ) -> Result<Came, RecordsError> {
        if carried.owner != *owner {
            return Err(CarryError::AnotherPersons.into());
        }
        let mut connection = self.records();
        let change = connection.transaction()?;
        let importing = Importing { change: &change };
        let came = Came {
            cases: importing.cases(&carried.cases)?,
            documents: importing.documents(&carried.documents)?,
            consents: importing.consents(&carried.consents)?,
            disclosures: importing.ledger::<Disclosure>("disclosure", &carried.disclosures)?
                + importing.ledger::<Showing>("showing", &carried.showings)?
                + importing.ledger::<Paid>("payment", &carried.payments)?,
            // What is handed in before what is filled in: a form is one or the other.
            outgoing: importing.outgoing(&carried.outgoing)?,
            drafts: importing.drafts(&carried.drafts)?,
        };
        for (name, came) in &carried.settings {
            importing.setting(name, came, settle)?;
        }
        importing.stored(&carried.stored)?;
        importing.unread(&carried.unread)?;
        // Last: what the copy itself still has is not gone.
        importing.gone(&carried.gone)?;
        change.commit()?;
        Ok(came)
    }
}

impl Importing<'_> {
    fn setting(&self, name: &str, came: &Value, settle: SettleSetting<'_>) -> Result<(), RecordsError> {
        let sql = "SELECT value FROM setting WHERE name = ?1";
        let own: Option<String> = self.change.query_row(sql, [name], |row| row.get(0)).optional()?;
        let own = match own.as_deref().map(|own| from_json::<Value>("setting", own)) {
            // What cannot be read here is left as it is.
            Some(Err(_)) => return self.put_aside("setting", name, came.to_string().as_bytes()),
            Some(Ok(own)) => Some(own),
            None => None,
        };
        let Some(settled) = settle(name, own.as_ref(), came) else { return Ok(()) };
        let sql = "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value";
        self.change.execute(sql, params![name, to_json("setting", &settled)?])?;
        Ok(())
    }

    /// A mini-app keeps what it has here; what it has not comes back as far as its quota goes.
    fn stored(&self, rows: &[StoredRow]) -> Result<(), RecordsError> {
        for StoredRow { app, name, value } in rows {
            let has = "SELECT 1 FROM app_storage WHERE app = ?1 AND name = ?2";
            if self.change.query_row(has, [app, name], |_| Ok(())).optional()?.is_some() {
                continue;
            }
            let sum = "SELECT coalesce(sum(length(value) + length(name)), 0) FROM app_storage WHERE app = ?1";
            let used: i64 = self.change.query_row(sum, [app], |row| row.get(0))?;
            let used = usize::try_from(used).unwrap_or(usize::MAX);
            let wanted = used.saturating_add(value.0.len()).saturating_add(name.len());
            if wanted > limits::STORAGE_BYTES || AppId::new(app.clone()).is_err() {
                self.put_aside("stored value", &format!("{app} {name}"), &value.0)?;
                continue;
            }
            let sql = "INSERT INTO app_storage (app, name, value) VALUES (?1, ?2, ?3)";
            self.change.execute(sql, params![app, name, value.0])?;
        }
        Ok(())
    }

    fn unread(&self, rows: &[UnreadRow]) -> Result<(), RecordsError> {
        rows.iter().try_for_each(|row| self.put_aside(&row.kind, &row.name, &row.content.0))
    }

    fn gone(&self, rows: &[GoneRow]) -> Result<(), RecordsError> {
        rows.iter().try_for_each(|row| gone::mark(self.change, &row.kind, &row.name, ms(row.at)))
    }

    /// Puts something aside, unless it lies there already.
    fn put_aside(&self, kind: &str, name: &str, content: &[u8]) -> Result<(), RecordsError> {
        let sql = "INSERT INTO put_aside (kind, name, content) SELECT ?1, ?2, ?3
                   WHERE NOT EXISTS (SELECT 1 FROM put_aside WHERE kind = ?1 AND name = ?2 AND content = ?3)";
        // As it was: text where it is some.
        match std::str::from_utf8(content) {
            Ok(text) => self.change.execute(sql, params![kind, name, text])?,
            Err(_) => self.change.execute(sql, params![kind, name, content])?,
        };
        Ok(())
    }
}

#[cfg(test)]
mod tests;
