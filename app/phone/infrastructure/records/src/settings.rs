//! The person's choices: language, region, display mode.

use std::collections::BTreeMap;

use rusqlite::{OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Records, RecordsError,
    store::{from_json, to_json},
};

impl Records {
    /// The setting `name`, if it was ever set.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or the kept value cannot be read.
    pub fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Option<T>, RecordsError> {
        let found: Option<String> = self
            .records()
            .query_row("SELECT value FROM setting WHERE name = ?1", [name], |row| row.get(0))
            .optional()?;
        found.map(|text| from_json("setting", &text)).transpose()
    }

    /// Every setting.
    pub(crate) fn settings(&self) -> Result<BTreeMap<String, serde_json::Value>, RecordsError> {
        let connection = self.records();
        let mut statement = connection.prepare("SELECT name, value FROM setting")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        rows.map(|row| {
            let (name, value) = row?;
            Ok((name, from_json("setting", &value)?))
        })
        .collect()
    }

    /// Sets `name`.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn set_setting<T: Serialize>(&self, name: &str, value: &T) -> Result<(), RecordsError> {
        let sql = "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value";
        self.records().execute(sql, params![name, to_json("setting", value)?])?;
        Ok(())
    }
}
