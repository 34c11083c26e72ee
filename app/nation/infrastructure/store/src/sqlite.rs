//! The embedded database: SQLite in WAL mode with `synchronous = FULL`, since NORMAL may lose acknowledged commits on a power loss. One
//! writes at a time; who only reads does so beside it, on a connection of their own.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::Duration,
};

use rusqlite::{
    Connection, OpenFlags, ToSql, TransactionBehavior,
    types::{ToSqlOutput, ValueRef},
};

use crate::{
    error::StoreError,
    pending::{known, pending},
    sql::{SqlError, Value},
    transaction::Transaction,
};

/// How long one waits for another program that writes the same file.
const BUSY: Duration = Duration::from_secs(5);
/// How long whoever empties the log waits for those who read it.
const BRIEF: Duration = Duration::from_millis(100);
/// So many connections that only read are kept open.
const MOST_READERS: usize = 8;

/// One database file, or one in memory.
#[derive(Debug)]
pub(crate) struct Sqlite {
    writer: Mutex<Connection>,
    /// Where readers open it; none where it is in memory, or open to be read alone already.
    path: Option<PathBuf>,
    readers: Mutex<Vec<Connection>>,
}

impl Sqlite {
    /// Opens or makes the file and brings it to the newest schema.
    pub(crate) fn open(path: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        touch_private(path).map_err(StoreError::File)?;
        let connection = Connection::open(path).map_err(SqlError::from)?;
        connection.pragma_update(None, "journal_mode", "WAL").map_err(SqlError::from)?;
        connection.pragma_update(None, "synchronous", "FULL").map_err(SqlError::from)?;
        Self::with(connection, Some(path.to_owned()), migrations)
    }

    /// A database that ends with this value.
    pub(crate) fn in_memory(migrations: &[&str]) -> Result<Self, StoreError> {
        Self::with(Connection::open_in_memory().map_err(SqlError::from)?, None, migrations)
    }

    fn with(
        mut connection: Connection,
        path: Option<PathBuf>,
        migrations: &[&str],
    ) -> Result<Self, StoreError> {
        connection.pragma_update(None, "foreign_keys", true).map_err(SqlError::from)?;
        // A delivered case must leave no claims behind in free pages.
        connection.pragma_update(None, "secure_delete", true).map_err(SqlError::from)?;
        connection.busy_timeout(BUSY).map_err(SqlError::from)?;
        migrate(&mut connection, migrations)?;
        Ok(Self { writer: Mutex::new(connection), path, readers: Mutex::new(Vec::new()) })
    }

    /// Opens a file that is there to be read alone, as it is; another program may be writing it.
    pub(crate) fn open_to_read(path: &Path, migrations: &[&str]) -> Result<Self, StoreError> {
        let connection = reader(path)?;
        let (found, known) = (version(&connection)?, known(migrations));
        if found != known {
            return Err(StoreError::Newer { found, known });
        }
        Ok(Self { writer: Mutex::new(connection), path: None, readers: Mutex::new(Vec::new()) })
    }

    /// Does `work` in one transaction: committed when it succeeds, undone when it fails.
    pub(crate) fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        // A panic in earlier work has undone its transaction: the connection is still sound.
        let mut connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        let transaction = begun(&mut connection, TransactionBehavior::Immediate)?;
        let value = work(&transaction)?;
        transaction.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Reads one moment of it, beside whoever writes.
    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let Some(path) = &self.path else {
            let mut connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
            return work(&begun(&mut connection, TransactionBehavior::Deferred)?);
        };
        let free = self.readers.lock().unwrap_or_else(PoisonError::into_inner).pop();
        let mut connection = match free {
            Some(connection) => connection,
            None => reader(path)?,
        };
        let begun = begun(&mut connection, TransactionBehavior::Deferred).map_err(E::from);
        let done = begun.and_then(|transaction| work(&transaction));
        let mut readers = self.readers.lock().unwrap_or_else(PoisonError::into_inner);
        if readers.len() < MOST_READERS {
            readers.push(connection);
        }
        done
    }

    /// Moves the write-ahead log into the file and empties it: deleted rows are then on no page of either. False while somebody reads it.
    pub(crate) fn empty_log(&self) -> Result<bool, StoreError> {
        let connection = self.writer.lock().unwrap_or_else(PoisonError::into_inner);
        // Not for as long as a reader may take: nobody writes meanwhile.
        connection.busy_timeout(BRIEF).map_err(refused)?;
        let is_busy =
            connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, bool>(0));
        connection.busy_timeout(BUSY).map_err(refused)?;
        Ok(!is_busy.map_err(refused)?)
    }
}

fn begun(connection: &mut Connection, behavior: TransactionBehavior) -> Result<Transaction<'_>, StoreError> {
    connection.transaction_with_behavior(behavior).map(Transaction::of_sqlite).map_err(refused)
}

fn refused(error: rusqlite::Error) -> StoreError {
    StoreError::Sql(error.into())
}

fn reader(path: &Path) -> Result<Connection, StoreError> {
    let connection = Connection::open_with_flags(path, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(refused)?;
    connection.busy_timeout(BUSY).map_err(refused)?;
    Ok(connection)
}

/// Makes an empty file for this user alone where there is none. SQLite gives its other files the same mode.
fn touch_private(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path).map(drop)
}

fn version(connection: &Connection) -> Result<u32, StoreError> {
    connection.pragma_query_value(None, "user_version", |row| row.get(0)).map_err(refused)
}

fn migrate(connection: &mut Connection, migrations: &[&str]) -> Result<(), StoreError> {
    for (version, sql) in pending(version(connection)?, migrations)? {
        let transaction = connection.transaction().map_err(refused)?;
        transaction.execute_batch(sql).map_err(refused)?;
        transaction.pragma_update(None, "user_version", version).map_err(refused)?;
        transaction.commit().map_err(refused)?;
    }
    Ok(())
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Self::Null => ValueRef::Null,
            Self::Integer(number) => ValueRef::Integer(*number),
            Self::Text(text) => ValueRef::Text(text.as_bytes()),
            Self::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}
