//! What a person was in the middle of: one draft a mini-app and entry.

use std::collections::BTreeMap;

use fingertip_standard::{AppId, events::Input};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, Row, params};

use crate::{
    Records, RecordsError,
    store::{at, from_json, ms, to_json},
};

/// A mini-app as it was left.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which mini-app.
    pub app: AppId,
    /// Its version code: another version may not understand `saved`.
    pub version: u64,
    /// The route it was opened at.
    pub route: String,
    /// What its `save` gave.
    pub saved: Option<Vec<u8>>,
    /// What the person typed on the page that was open, by input key.
    pub inputs: BTreeMap<String, Input>,
    /// When it was last written.
    pub updated_at: Timestamp,
}

impl Records {
    /// Keeps a draft in place of the earlier one of the same entry.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_draft(&self, draft: &Draft) -> Result<(), RecordsError> {
        let sql = "INSERT INTO draft (app, version, route, saved, inputs, updated_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                   ON CONFLICT DO UPDATE SET version = excluded.version, saved = excluded.saved,
                   inputs = excluded.inputs, updated_ms = excluded.updated_ms";
        let version = i64::try_from(draft.version).unwrap_or(i64::MAX);
        let inputs = to_json("draft", &draft.inputs)?;
        self.records().execute(
            sql,
            params![draft.app.as_str(), version, draft.route, draft.saved, inputs, ms(draft.updated_at)],
        )?;
        Ok(())
    }

    /// The draft of a mini-app's entry.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or the draft cannot be read.
    pub fn draft(&self, app: &AppId, route: &str) -> Result<Option<Draft>, RecordsError> {
        type Columns = (i64, Option<Vec<u8>>, String, i64);
        let columns = |row: &Row<'_>| -> rusqlite::Result<Columns> {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        };
        let sql = "SELECT version, saved, inputs, updated_ms FROM draft WHERE app = ?1 AND route = ?2";
        let found = self.records().query_row(sql, [app.as_str(), route], columns).optional()?;
        found
            .map(|(version, saved, inputs, updated)| {
                let inputs = from_json("draft", &inputs)?;
                Ok(Draft {
                    app: app.clone(),
                    version: version.unsigned_abs(),
                    route: route.to_owned(),
                    saved,
                    inputs,
                    updated_at: at(updated),
                })
            })
            .transpose()
    }

    /// The mini-apps that have a draft, the latest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn drafted_apps(&self) -> Result<Vec<AppId>, RecordsError> {
        let connection = self.records();
        let mut statement =
            connection.prepare("SELECT app FROM draft GROUP BY app ORDER BY max(updated_ms) DESC")?;
        let names = statement.query_map([], |row| row.get::<_, String>(0))?.collect::<Result<Vec<_>, _>>()?;
        Ok(names.into_iter().filter_map(|name| AppId::new(name).ok()).collect())
    }

    /// Forgets the draft of a mini-app's entry.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn discard_draft(&self, app: &AppId, route: &str) -> Result<(), RecordsError> {
        self.records().execute("DELETE FROM draft WHERE app = ?1 AND route = ?2", [app.as_str(), route])?;
        Ok(())
    }
}
