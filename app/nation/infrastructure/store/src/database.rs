//! The embedded store: SQLite in WAL mode with `synchronous = FULL`, since NORMAL may lose acknowledged commits on
//! a power loss.

use std::{
    path::Path,
    sync::{Arc, Mutex, PoisonError},
};

use rusqlite::{Connection, OpenFlags, TransactionBehavior};

use crate::error::StoreError;

/// Work in progress: all of it is kept, or none.
pub use rusqlite::Transaction;

/// One database file. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Database {
    connection: Arc<Mutex<Connection>>,
}

impl Database {
    /// Opens or makes the file and brings it to the newest schema.
    ///
    /// # Errors
    /// [`StoreError`]: the file cannot be made or read, or a newer program wrote it.
    pub fn open(path: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        touch_private(path).map_err(StoreError::File)?;
        let mut connection = Connection::open(path)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        // A delivered case must leave no claims behind in free pages.
        connection.pragma_update(None, "secure_delete", true)?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        migrate(&mut connection, migrations)?;
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
    }

    /// Opens a file that is there to be read alone, as it is; another program may be writing it.
    ///
    /// # Errors
    /// [`StoreError`]: the file cannot be read, or a newer program wrote it, or one that did not know the newest schema.
    pub fn open_to_read(path: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        connection.busy_timeout(std::time::Duration::from_secs(5))?;
        let known = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
        let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
        if found != known {
            return Err(StoreError::Newer { found, known });
        }
        Ok(Self { connection: Arc::new(Mutex::new(connection)) })
    }

    /// Reads in one transaction, of a file that is open to be read alone.
    ///
    /// # Errors
    /// What `work` says, or [`StoreError`] when the database refuses.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction =
            connection.transaction_with_behavior(TransactionBehavior::Deferred).map_err(StoreError::Sql)?;
        work(&transaction)
    }

    /// Does `work` in one transaction off the async threads: committed when it succeeds, undone when it fails.
    ///
    /// # Errors
    /// What `work` says, or [`StoreError`] when the database refuses.
    pub async fn run<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    {
        let shared = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            // A panic in earlier work has undone its transaction: the connection is still sound.
            let mut connection = shared.lock().unwrap_or_else(PoisonError::into_inner);
            let transaction = connection
                .transaction_with_behavior(TransactionBehavior::Immediate)
                .map_err(StoreError::Sql)?;
            let value = work(&transaction)?;
            transaction.commit().map_err(StoreError::Sql)?;
            Ok(value)
        });
        done.await.unwrap_or_else(|_| Err(StoreError::Ended.into()))
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// [`StoreError`] when it does not.
    pub async fn answers(&self) -> Result<(), StoreError> {
        self.run(|work| Ok(work.query_row("SELECT 1", [], |_| Ok(()))?)).await
    }

    /// Moves the write-ahead log into the file and empties it: deleted rows are then on no page of either.
    ///
    /// # Errors
    /// [`StoreError::Sql`] when the database refuses.
    pub async fn empty_log(&self) -> Result<(), StoreError> {
        let shared = Arc::clone(&self.connection);
        let done = tokio::task::spawn_blocking(move || {
            let connection = shared.lock().unwrap_or_else(PoisonError::into_inner);
            Ok(connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?)
        });
        done.await.unwrap_or(Err(StoreError::Ended))
    }
}

/// Makes an empty file for this user alone where there is none. SQLite gives its other files the same mode.
fn touch_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    let known = u32::try_from(migrations.len()).unwrap_or(u32::MAX);
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > known {
        return Err(StoreError::Newer { found, known });
    }
    for (version, sql) in (1..=known).zip(migrations).filter(|(version, _)| *version > found) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(sql)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(path: &Path, migrations: &[&str]) -> Result<Database, StoreError> {
        Database::open(path, migrations)
    }

    #[tokio::test]
    async fn failed_work_is_undone() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = open(&folder.path().join("a.db"), &["CREATE TABLE t (n INTEGER)"]).expect("opened");
        let failed: Result<(), StoreError> = database
            .run(|work| {
                work.execute("INSERT INTO t VALUES (1)", [])?;
                Err(StoreError::Ended)
            })
            .await;
        assert!(failed.is_err());
        let n: i64 = database
            .run(|work| Ok::<_, StoreError>(work.query_row("SELECT count(*) FROM t", [], |row| row.get(0))?))
            .await
            .expect("counted");
        assert_eq!(n, 0);
    }

    #[test]
    fn migrations_run_once_and_a_newer_file_is_refused() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("a.db");
        let both = ["CREATE TABLE one (n INTEGER)", "CREATE TABLE two (n INTEGER)"];
        open(&path, &both[..1]).expect("made");
        open(&path, &both).expect("brought up to date");
        open(&path, &both).expect("already up to date");
        assert!(matches!(open(&path, &both[..1]), Err(StoreError::Newer { found: 2, known: 1 })));
    }
}
