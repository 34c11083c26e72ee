//! What the platform can give again: the catalogue, its address, its keys.

use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde::{Serialize, de::DeserializeOwned};

use crate::{
    AsOf, Records, RecordsError,
    store::{at, from_json, ms, to_json},
};

impl Records {
    /// Keeps `value` under `name`.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_cached<T: Serialize>(
        &self,
        name: &str,
        value: &T,
        as_of: Timestamp,
    ) -> Result<(), RecordsError> {
        let sql = "INSERT INTO cached (name, content, as_of_ms) VALUES (?1, ?2, ?3)
                   ON CONFLICT DO UPDATE SET content = excluded.content, as_of_ms = excluded.as_of_ms";
        self.cache().execute(sql, params![name, to_json("cached value", value)?, ms(as_of)])?;
        Ok(())
    }

    /// What was kept under `name`. A value of an older shape counts as none.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn cached<T: DeserializeOwned>(&self, name: &str) -> Result<Option<AsOf<T>>, RecordsError> {
        let columns = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?));
        let found = self
            .cache()
            .query_row("SELECT content, as_of_ms FROM cached WHERE name = ?1", [name], columns)
            .optional()?;
        Ok(found.and_then(|(content, as_of)| {
            from_json("cached value", &content).ok().map(|value| AsOf { value, as_of: at(as_of) })
        }))
    }

    /// Every name that begins with `prefix` under which something is kept.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn cached_names(&self, prefix: &str) -> Result<Vec<String>, RecordsError> {
        let cache = self.cache();
        let mut names =
            cache.prepare("SELECT name FROM cached WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name")?;
        let names = names.query_map([prefix], |row| row.get(0))?;
        Ok(names.collect::<Result<_, _>>()?)
    }

    /// Gives another store what is kept here under `names`: what the platform says to everybody is the same for whoever comes next.
    ///
    /// # Errors
    /// [`RecordsError`]: a store cannot be read or written.
    pub fn hand_cached_over(&self, other: &Self, names: &[&str]) -> Result<(), RecordsError> {
        for name in names {
            let columns = |row: &rusqlite::Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?));
            let sql = "SELECT content, as_of_ms FROM cached WHERE name = ?1";
            let found = self.cache().query_row(sql, [name], columns).optional()?;
            if let Some((content, as_of_ms)) = found {
                let sql = "INSERT INTO cached (name, content, as_of_ms) VALUES (?1, ?2, ?3)
                           ON CONFLICT DO UPDATE SET content = excluded.content, as_of_ms = excluded.as_of_ms
                           WHERE excluded.as_of_ms > cached.as_of_ms";
                other.cache().execute(sql, params![name, content, as_of_ms])?;
            }
        }
        Ok(())
    }

    /// Takes away what is in the cache since before `cached_before`, but for `kept`, and the names of what was taken away before
    /// `gone_before`. Nothing that the person wrote or was told is touched.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn sweep(
        &self,
        kept: &[&str],
        cached_before: Timestamp,
        gone_before: Timestamp,
    ) -> Result<(), RecordsError> {
        let kept = to_json("names", &kept)?;
        let sql = "DELETE FROM cached WHERE as_of_ms < ?1 AND name NOT IN (SELECT value FROM json_each(?2))";
        self.cache().execute(sql, params![ms(cached_before), kept])?;
        self.records().execute("DELETE FROM gone WHERE at_ms < ?1", [ms(gone_before)])?;
        Ok(())
    }

    /// Forgets what was kept under `name`.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn forget_cached(&self, name: &str) -> Result<(), RecordsError> {
        self.cache().execute("DELETE FROM cached WHERE name = ?1", [name])?;
        Ok(())
    }
}
