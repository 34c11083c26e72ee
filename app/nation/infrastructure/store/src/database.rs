//! The database that a platform keeps everything in, whichever it is.

use std::{path::Path, sync::Arc};

use crate::{error::StoreError, postgres::Postgres, sqlite::Sqlite, transaction::Transaction};

/// A database. Cloning shares it.
#[derive(Debug, Clone)]
pub struct Database(Engine);

#[derive(Debug, Clone)]
enum Engine {
    Sqlite(Arc<Sqlite>),
    Postgres(Postgres),
}

impl Database {
    /// Opens or makes a file and brings it to the newest schema.
    ///
    /// # Errors
    /// [`StoreError`]: the file cannot be made or read, or a newer program wrote it.
    pub fn open(path: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        Ok(Self(Engine::Sqlite(Arc::new(Sqlite::open(path, migrations)?))))
    }

    /// A database in memory, which is gone with its last clone.
    ///
    /// # Errors
    /// [`StoreError`]: the migrations are refused.
    pub fn in_memory(migrations: &[&str]) -> Result<Self, StoreError> {
        Ok(Self(Engine::Sqlite(Arc::new(Sqlite::in_memory(migrations)?))))
    }

    /// Connects to `PostgreSQL` by an address such as `postgres://user:password@host/name` and brings it to the newest schema. Several
    /// programs may: each sees what the others have committed.
    ///
    /// # Errors
    /// [`StoreError`]: it is no address, nobody answers there, or a newer program was there before.
    pub async fn connect(url: &str, migrations: &'static [&'static str]) -> Result<Self, StoreError> {
        let url = url.to_owned();
        // Its client waits, and must not do so on a thread of the asynchronous ones.
        let connected = tokio::task::spawn_blocking(move || Postgres::connect(&url, migrations)).await;
        Ok(Self(Engine::Postgres(connected.unwrap_or(Err(StoreError::Ended))?)))
    }

    /// Opens a file that is there to be read alone, as it is; another program may be writing it.
    ///
    /// # Errors
    /// [`StoreError`]: the file cannot be read, or a newer program wrote it, or one that did not know the newest schema.
    pub fn open_to_read(path: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        Ok(Self(Engine::Sqlite(Arc::new(Sqlite::open_to_read(path, migrations)?))))
    }

    /// Whether other programs work on it too.
    #[must_use]
    pub fn is_shared(&self) -> bool {
        matches!(self.0, Engine::Postgres(_))
    }

    /// As [`Self::look`], on this thread.
    fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        match &self.0 {
            Engine::Sqlite(sqlite) => sqlite.read(work),
            Engine::Postgres(postgres) => postgres.read(work),
        }
    }

    /// Reads one moment of it in one transaction, beside whoever writes, off the async threads.
    ///
    /// # Errors
    /// What `work` says, or [`StoreError`] when the database refuses.
    pub async fn look<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    {
        let shared = self.clone();
        let done = tokio::task::spawn_blocking(move || shared.read(work));
        done.await.unwrap_or_else(|_| Err(StoreError::Ended.into()))
    }

    /// Does `work` in one transaction off the async threads: committed when it succeeds, undone when it fails. Nobody else writes meanwhile.
    ///
    /// # Errors
    /// What `work` says, or [`StoreError`] when the database refuses.
    pub async fn run<T, E, F>(&self, work: F) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
        F: FnOnce(&Transaction<'_>) -> Result<T, E> + Send + 'static,
    {
        let shared = self.clone();
        let done = tokio::task::spawn_blocking(move || match &shared.0 {
            Engine::Sqlite(sqlite) => sqlite.write(work),
            Engine::Postgres(postgres) => postgres.write(work),
        });
        done.await.unwrap_or_else(|_| Err(StoreError::Ended.into()))
    }

    /// Whether it answers.
    ///
    /// # Errors
    /// [`StoreError`] when it does not.
    pub async fn answers(&self) -> Result<(), StoreError> {
        self.look(|work| Ok(work.query_row("SELECT 1", (), |_| Ok(()))?)).await
    }

    /// Deleted rows are then on no page of a file, nor of its log; false while somebody reads that: it is to be asked again. `PostgreSQL`
    /// does so in its own time, by its vacuum.
    ///
    /// # Errors
    /// [`StoreError::Sql`] when the database refuses.
    pub async fn empty_log(&self) -> Result<bool, StoreError> {
        let Engine::Sqlite(sqlite) = self.0.clone() else { return Ok(true) };
        tokio::task::spawn_blocking(move || sqlite.empty_log()).await.unwrap_or(Err(StoreError::Ended))
    }
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
                work.execute("INSERT INTO t VALUES (1)", ())?;
                Err(StoreError::Ended)
            })
            .await;
        assert!(failed.is_err());
        let n: i64 = database
            .run(|work| Ok::<_, StoreError>(work.query_row("SELECT count(*) FROM t", (), |row| row.get(0))?))
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
