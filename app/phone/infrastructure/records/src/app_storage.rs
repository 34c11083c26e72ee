//! The small store of each mini-app, with a quota.

use fingertip_standard::{AppId, limits};
use rusqlite::{OptionalExtension, params};

use crate::{Records, RecordsError};

impl Records {
    /// Keeps a value for a mini-app; an empty one is forgotten.
    ///
    /// # Errors
    /// [`RecordsError::OverQuota`] when the mini-app would keep more than [`limits::STORAGE_BYTES`], or the store fails.
    pub fn store_for_app(&self, app: &AppId, name: &str, value: &[u8]) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let change = connection.transaction()?;
        change
            .execute("DELETE FROM app_storage WHERE app = ?1 AND name = ?2", params![app.as_str(), name])?;
        if !value.is_empty() {
            let sum = "SELECT coalesce(sum(length(value) + length(name)), 0) FROM app_storage WHERE app = ?1";
            let used: i64 = change.query_row(sum, [app.as_str()], |row| row.get(0))?;
            let wanted = usize::try_from(used).unwrap_or(usize::MAX).saturating_add(value.len() + name.len());
            if wanted > limits::STORAGE_BYTES {
                return Err(RecordsError::OverQuota);
            }
            change.execute(
                "INSERT INTO app_storage (app, name, value) VALUES (?1, ?2, ?3)",
                params![app.as_str(), name, value],
            )?;
        }
        change.commit()?;
        Ok(())
    }

    /// A value that a mini-app kept.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn fetch_for_app(&self, app: &AppId, name: &str) -> Result<Option<Vec<u8>>, RecordsError> {
        let sql = "SELECT value FROM app_storage WHERE app = ?1 AND name = ?2";
        Ok(self.records().query_row(sql, params![app.as_str(), name], |row| row.get(0)).optional()?)
    }
}
