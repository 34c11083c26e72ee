//! The person's choices: language, region, display mode.

use rusqlite::params;
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    Records, RecordsError, Rows, UnreadRow,
    rows::{Place, read_rows},
    store::{from_json, to_json},
};

const PLACE: Place<'static> =
    Place { kind: "setting", table: "setting", column: "value", condition: "name = ?1" };

impl Records {
    /// The setting `name`: one row if it was ever set.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn setting<T: DeserializeOwned>(&self, name: &str) -> Result<Rows<T>, RecordsError> {
        let sql = "SELECT name, value FROM setting WHERE name = ?1";
        read_rows(&self.records(), PLACE.kind, sql, &[&name], |_, value| from_json(PLACE.kind, value))
    }

    /// The setting `name`, which is a list: one part that cannot be read costs no other.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn setting_list<T: DeserializeOwned>(&self, name: &str) -> Result<Rows<T>, RecordsError> {
        let kept = self.setting::<Vec<serde_json::Value>>(name)?;
        let mut list = Rows { rows: Vec::new(), unread: kept.unread };
        for part in kept.rows.into_iter().flatten() {
            let text = part.to_string();
            match serde_json::from_value(part) {
                Ok(part) => list.rows.push(part),
                Err(error) => {
                    // The parser's words quote what the person chose.
                    tracing::warn!(name, kind = ?error.classify(), "a part of a setting cannot be read and is left as it is");
                    list.unread.push(UnreadRow { kind: PLACE.kind.to_owned(), name: name.to_owned(), text });
                }
            }
        }
        Ok(list)
    }

    /// Every setting.
    pub(crate) fn settings(&self) -> Result<Rows<(String, serde_json::Value)>, RecordsError> {
        let sql = "SELECT name, value FROM setting ORDER BY name";
        read_rows(&self.records(), PLACE.kind, sql, &[], |row, value| {
            Ok((row.get(0)?, from_json(PLACE.kind, value)?))
        })
    }

    /// Sets `name`. What stood there and cannot be read as what is set now is put aside.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn set_setting<T: Serialize + DeserializeOwned>(
        &self,
        name: &str,
        value: &T,
    ) -> Result<(), RecordsError> {
        let sql = "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = excluded.value";
        let value = to_json(PLACE.kind, value)?;
        let mut connection = self.records();
        let change = connection.transaction()?;
        PLACE.clear::<T>(&change, name, params![name])?;
        change.execute(sql, params![name, value])?;
        change.commit()?;
        Ok(())
    }
}
