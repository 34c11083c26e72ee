//! The two files of a profile: `records.db`, which must never lose a commit, and `cache.db`, which may.

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use jiff::Timestamp;
use rusqlite::Connection;
use serde::{Serialize, de::DeserializeOwned};

use crate::RecordsError;

const RECORDS: [&str; 6] = [
    include_str!("../migrations/records-1.sql"),
    include_str!("../migrations/records-2.sql"),
    include_str!("../migrations/records-3.sql"),
    include_str!("../migrations/records-4.sql"),
    include_str!("../migrations/records-5.sql"),
    include_str!("../migrations/records-6.sql"),
];
const CACHE: [&str; 1] = [include_str!("../migrations/cache-1.sql")];

/// The file that must never be lost.
pub(crate) const RECORDS_FILE: &str = "records.db";

/// One profile's records.
#[derive(Debug)]
pub struct Records {
    records: Mutex<Connection>,
    cache: Mutex<Connection>,
}

impl Records {
    /// Opens (and makes, at first) the store in `folder` with the profile's key from the device's key store.
    ///
    /// # Errors
    /// [`RecordsError::NotReadable`] with a wrong key or a damaged file, [`RecordsError::FromNewer`] after a downgrade,
    /// [`RecordsError::DiskFull`], [`RecordsError::NotWritable`], or what the device answered.
    pub fn open(folder: &Path, key: &[u8; 32]) -> Result<Self, RecordsError> {
        fingertip_files::make_folder(folder)?;
        let records = connect(&folder.join(RECORDS_FILE), key, "FULL", &RECORDS)?;
        let cache_path = folder.join("cache.db");
        let cache = connect(&cache_path, key, "NORMAL", &CACHE).or_else(|error| match error {
            // Nothing in the cache is the only copy: a damaged one is begun again.
            RecordsError::NotReadable => {
                std::fs::remove_file(&cache_path)?;
                connect(&cache_path, key, "NORMAL", &CACHE)
            }
            error => Err(error),
        })?;
        Ok(Self { records: Mutex::new(records), cache: Mutex::new(cache) })
    }

    /// Makes the store refuse to grow, as a full disk does. For tests of what then happens to the person's words.
    #[doc(hidden)]
    pub fn simulate_full_disk(&self, is_full: bool) -> Result<(), RecordsError> {
        let connection = self.records();
        let pages: i64 = connection.query_row("PRAGMA page_count", [], |row| row.get(0))?;
        let most = if is_full { pages } else { 0x7FFF_FFFE };
        connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(()))?;
        Ok(())
    }

    pub(crate) fn records(&self) -> MutexGuard<'_, Connection> {
        // A panic elsewhere cannot leave half a transaction behind: SQLite rolls it back.
        self.records.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn cache(&self) -> MutexGuard<'_, Connection> {
        self.cache.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn connect(
    path: &Path,
    key: &[u8; 32],
    synchronous: &str,
    migrations: &[&str],
) -> Result<Connection, RecordsError> {
    let mut connection = Connection::open(path)?;
    // What was read and written is wiped where SQLite gives memory back. For all connections, before the first of them has a page.
    connection.execute_batch("PRAGMA cipher_memory_security = ON;")?;
    // A raw key must be the first statement that touches the file; it also avoids a slow derivation at each start.
    set_key(&connection, &format!("PRAGMA key = \"x'{}'\";", hex::encode(key)))?;
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    // SQLite opens what it may not write all the same, and would say so only when the person has typed everything.
    if connection.is_readonly(rusqlite::MAIN_DB)? {
        return Err(RecordsError::NotWritable);
    }
    connection.execute_batch(&format!(
        "PRAGMA temp_store = MEMORY; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;"
    ))?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.busy_timeout(Duration::from_secs(5))?;
    migrate(&mut connection, migrations)?;
    Ok(connection)
}

/// Sets the key as soon as SQLCipher takes one. SQLite tells a second thread that it is initialised while the first is still in
/// the step that makes SQLCipher ready (`SQLITE_EXTRA_INIT`, SQLite 3.54.1 with SQLCipher 4.20), and in that moment every key is
/// refused.
fn set_key(connection: &Connection, pragma: &str) -> Result<(), rusqlite::Error> {
    const TRIES: u32 = 100;
    const PAUSE: Duration = Duration::from_millis(10);
    for _ in 1..TRIES {
        if connection.execute_batch(pragma).is_ok() {
            return Ok(());
        }
        thread::sleep(PAUSE);
    }
    connection.execute_batch(pragma)
}

fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), RecordsError> {
    let found: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    let known = i64::try_from(migrations.len()).unwrap_or(i64::MAX);
    if found > known {
        return Err(RecordsError::FromNewer { found, known });
    }
    for (version, sql) in (1..).zip(migrations).skip(usize::try_from(found).unwrap_or_default()) {
        let step = connection.transaction()?;
        step.execute_batch(sql)?;
        step.execute_batch(&format!("PRAGMA user_version = {version}"))?;
        step.commit()?;
    }
    Ok(())
}

/// Milliseconds, as all times are kept.
pub(crate) fn ms(at: Timestamp) -> i64 {
    at.as_millisecond()
}

/// A kept time.
pub(crate) fn at(ms: i64) -> Timestamp {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH)
}

pub(crate) fn to_json<T: Serialize>(what: &'static str, value: &T) -> Result<String, RecordsError> {
    serde_json::to_string(value).map_err(|source| RecordsError::Malformed { what, source })
}

pub(crate) fn from_json<T: DeserializeOwned>(what: &'static str, text: &str) -> Result<T, RecordsError> {
    serde_json::from_str(text).map_err(|source| RecordsError::Malformed { what, source })
}

#[cfg(test)]
mod tests;
