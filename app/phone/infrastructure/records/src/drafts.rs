//! What a person was in the middle of: one draft a mini-app and entry.

use std::collections::BTreeMap;

use fingertip_standard::{AppId, events::Input};
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{
    Filled, Records, RecordsError, Rows, gone,
    rows::{Place, read_rows},
    store::{at, from_json, ms, to_json},
};

pub(crate) const PLACE: Place<'static> =
    Place { kind: "draft", table: "draft", column: "inputs", condition: "app = ?1 AND route = ?2" };

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
        let inputs = to_json(PLACE.kind, &draft.inputs)?;
        let app = draft.app.as_str();
        let mut connection = self.records();
        let change = connection.transaction()?;
        clear(&change, app, &draft.route)?;
        change.execute(sql, params![app, version, draft.route, draft.saved, inputs, ms(draft.updated_at)])?;
        change.commit()?;
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
                let inputs = from_json(PLACE.kind, &inputs)?;
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

    /// The mini-apps that have a draft in which the person typed or chose something, the latest first. Whether its words can be read, [`Records::forms`] says.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn drafted_apps(&self) -> Result<Vec<AppId>, RecordsError> {
        let connection = self.records();
        let sql = "SELECT app FROM draft WHERE inputs <> '{}' GROUP BY app ORDER BY max(updated_ms) DESC";
        let mut statement = connection.prepare(sql)?;
        let names =
            statement.query_map([], |row| row.get_ref(0).map(|app| app.as_str().map(str::to_owned)))?;
        let names = names.collect::<Result<Vec<_>, _>>()?;
        Ok(names.into_iter().flatten().filter_map(|name| AppId::new(name).ok()).collect())
    }

    /// Every form that was left in the middle, as a person may read it.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn forms(&self) -> Result<Rows<Filled>, RecordsError> {
        let sql = "SELECT app || ' ' || route, inputs, app, route, updated_ms FROM draft ORDER BY app, route";
        read_rows(&self.records(), PLACE.kind, sql, &[], |row, inputs| {
            let app: String = row.get(2)?;
            // A form of an id that is none any more can be opened by nobody.
            AppId::new(app.clone()).map_err(|_| RecordsError::Device(rusqlite::Error::InvalidQuery))?;
            Ok(Filled {
                app,
                route: row.get(3)?,
                updated_at: at(row.get(4)?),
                inputs: from_json(PLACE.kind, inputs)?,
            })
        })
    }

    /// Hands every draft over to another store: a person who had begun a form before they signed in finds it among their own.
    /// Where they have one of the same entry, the later one is kept.
    ///
    /// # Errors
    /// [`RecordsError`]: a store cannot be read or written; this one still has all.
    pub fn hand_drafts_over(&self, other: &Self) -> Result<(), RecordsError> {
        let from = self.records();
        let mut statement =
            from.prepare("SELECT app, route, version, saved, inputs, updated_ms FROM draft")?;
        let mut found = statement.query([])?;
        let mut to = other.records();
        let change = to.transaction()?;
        while let Some(row) = found.next()? {
            let columns = (0..6).map(|column| row.get::<_, rusqlite::types::Value>(column));
            let columns = columns.collect::<Result<Vec<_>, _>>()?;
            let sql = "INSERT INTO draft (app, route, version, saved, inputs, updated_ms) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                       ON CONFLICT DO UPDATE SET version = excluded.version, saved = excluded.saved, inputs = excluded.inputs,
                       updated_ms = excluded.updated_ms WHERE excluded.updated_ms > draft.updated_ms";
            change.execute(sql, rusqlite::params_from_iter(columns))?;
        }
        change.commit()?;
        Ok(())
    }

    /// Forgets the draft of a mini-app's entry.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn discard_draft(&self, app: &AppId, route: &str) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let change = connection.transaction()?;
        clear(&change, app.as_str(), route)?;
        let mark = "SELECT app || ' ' || route, updated_ms FROM draft WHERE app = ?1 AND route = ?2";
        gone::mark_all(&change, PLACE.kind, mark, params![app.as_str(), route])?;
        change.execute("DELETE FROM draft WHERE app = ?1 AND route = ?2", [app.as_str(), route])?;
        change.commit()?;
        Ok(())
    }
}

pub(crate) fn clear(connection: &Connection, app: &str, route: &str) -> Result<(), RecordsError> {
    PLACE.clear::<BTreeMap<String, Input>>(connection, &format!("{app} {route}"), params![app, route])
}
