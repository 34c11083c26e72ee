//! What departments and the person have settled: cases, documents, consents, the ledger.

use std::collections::HashMap;

use fingertip_carry::{CaseRow, ConsentRow, DocumentRow, LedgerRow};
use fingertip_contract::{Case, Document};
use fingertip_standard::StandingConsent;
use rusqlite::{OptionalExtension, ToSql, params};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use super::Importing;
use crate::{
    RecordsError, cases,
    consents::{CONSENT, given_at},
    documents, gone,
    rows::Place,
    store::{from_json, ms, to_json},
};

/// Whether a row of a copy goes into its place.
enum Fit {
    /// Nothing newer stands there.
    Comes,
    /// What stands there stays.
    Stays,
    /// It cannot be read, and something stands there.
    Aside,
}

impl Importing<'_> {
    /// The newer one stays: a case is what the platform said last.
    pub(super) fn cases(&self, rows: &[CaseRow]) -> Result<usize, RecordsError> {
        let mut came = 0;
        for row in rows {
            let case = read::<Case>(&row.content).filter(|case| case.id.as_str() == row.id);
            let text = match &case {
                Some(case) => to_json(cases::PLACE.kind, case)?,
                None => row.content.to_string(),
            };
            let key = params![row.id];
            match self.fit(&cases::PLACE, key, ms(row.as_of), case.is_some())? {
                Fit::Stays => continue,
                Fit::Aside => self.put_aside(cases::PLACE.kind, &row.id, text.as_bytes())?,
                Fit::Comes => {
                    cases::PLACE.clear::<Case>(self.change, &row.id, key)?;
                    let sql = "INSERT OR REPLACE INTO person_case (id, submitted_ms, content, as_of_ms) VALUES (?1, ?2, ?3, ?4)";
                    self.change.execute(sql, params![row.id, ms(row.submitted_at), text, ms(row.as_of)])?;
                    came += 1;
                }
            }
        }
        Ok(came)
    }

    /// Documents whose signatures whoever calls has checked.
    pub(super) fn documents(&self, rows: &[DocumentRow]) -> Result<usize, RecordsError> {
        let mut came = 0;
        for row in rows {
            let is_own =
                |document: &Document| document.issuer.as_str() == row.issuer && document.id == row.id;
            let document = read::<Document>(&row.content).filter(is_own);
            let text = match &document {
                Some(document) => to_json(documents::PLACE.kind, document)?,
                None => row.content.to_string(),
            };
            let (key, name) = (params![row.issuer, row.id], format!("{} {}", row.issuer, row.id));
            match self.fit(&documents::PLACE, key, ms(row.as_of), document.is_some())? {
                Fit::Stays => continue,
                Fit::Aside => self.put_aside(documents::PLACE.kind, &name, row.jws.as_bytes())?,
                Fit::Comes => {
                    documents::PLACE.clear::<Document>(self.change, &name, key)?;
                    let sql = "INSERT INTO document (issuer, id, jws, content, as_of_ms) VALUES (?1, ?2, ?3, ?4, ?5)
                               ON CONFLICT DO UPDATE SET jws = excluded.jws, content = excluded.content, as_of_ms = excluded.as_of_ms";
                    self.change.execute(sql, params![row.issuer, row.id, row.jws, text, ms(row.as_of)])?;
                    came += 1;
                }
            }
        }
        Ok(came)
    }

    /// How a row of `place`, written at `at_ms`, stands to what is there under `key`.
    fn fit(
        &self,
        place: &Place<'_>,
        key: &[&dyn ToSql],
        at_ms: i64,
        is_readable: bool,
    ) -> Result<Fit, RecordsError> {
        let Place { table, condition, .. } = place;
        let sql = format!("SELECT as_of_ms FROM {table} WHERE {condition}");
        let own: Option<i64> = self.change.query_row(&sql, key, |row| row.get(0)).optional()?;
        Ok(match own {
            Some(own) if own >= at_ms => Fit::Stays,
            Some(_) if !is_readable => Fit::Aside,
            _ => Fit::Comes,
        })
    }

    /// A consent that was withdrawn here since it was given does not come back; of two, the later one holds.
    pub(super) fn consents(&self, rows: &[ConsentRow]) -> Result<usize, RecordsError> {
        let mut came = 0;
        for row in rows {
            let consent =
                read::<StandingConsent>(&row.content).filter(|consent| consent.app.as_str() == row.app);
            let (subject, text, given) = match &consent {
                Some(consent) => (
                    to_json(CONSENT.kind, &consent.subject)?,
                    to_json(CONSENT.kind, consent)?,
                    ms(consent.given_at),
                ),
                None => (row.subject.to_string(), row.content.to_string(), i64::MIN),
            };
            if gone::is_gone(self.change, CONSENT.kind, &format!("{} {subject}", row.app), given)? {
                continue;
            }
            let key = params![row.app, subject];
            let has = "SELECT 1 FROM consent WHERE app = ?1 AND subject = ?2";
            let is_there = self.change.query_row(has, key, |_| Ok(())).optional()?.is_some();
            let own = given_at(self.change, &row.app, &subject)?;
            if is_there && (consent.is_none() || own.is_some_and(|own| own >= given)) {
                continue;
            }
            CONSENT.clear::<StandingConsent>(self.change, &row.app, key)?;
            let sql = "INSERT OR REPLACE INTO consent (app, subject, content) VALUES (?1, ?2, ?3)";
            self.change.execute(sql, params![row.app, subject, text])?;
            came += 1;
        }
        Ok(came)
    }

    /// A line has no name of its own: two are the same when they say the same of the same moment, and as often as a device wrote such a
    /// line it is there.
    pub(super) fn ledger<T: Serialize + DeserializeOwned>(
        &self,
        table: &'static str,
        rows: &[LedgerRow],
    ) -> Result<usize, RecordsError> {
        let line = |text: &Value| match read::<T>(text) {
            Some(line) => to_json(table, &line),
            None => Ok(text.to_string()),
        };
        let mut here: HashMap<(i64, String), usize> = HashMap::new();
        let mut statement = self.change.prepare(&format!("SELECT at_ms, content FROM {table}"))?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let (at_ms, text) = (row.get(0)?, row.get_ref(1)?.as_str().unwrap_or_default());
            let text = match from_json::<Value>(table, text) {
                Ok(own) => line(&own)?,
                Err(_) => text.to_owned(),
            };
            *here.entry((at_ms, text)).or_default() += 1;
        }
        let mut came = 0;
        for row in rows {
            let (at_ms, text) = (ms(row.at), line(&row.content)?);
            if let Some(left) = here.get_mut(&(at_ms, text.clone())).filter(|left| **left > 0) {
                *left -= 1;
                continue;
            }
            let sql = format!("INSERT INTO {table} (at_ms, content) VALUES (?1, ?2)");
            self.change.execute(&sql, params![at_ms, text])?;
            came += 1;
        }
        Ok(came)
    }
}

/// What a row says, as this version reads it; none where it cannot.
pub(super) fn read<T: DeserializeOwned>(content: &Value) -> Option<T> {
    T::deserialize(content).ok()
}
