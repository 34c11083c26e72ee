//! Where a platform's database is, and the schema that it has there.

use std::path::PathBuf;

use crate::{database::Database, error::StoreError};

/// A platform's migrations in SQLite, oldest first.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/sqlite/001-first.sql"),
    include_str!("../migrations/sqlite/002-helpers.sql"),
    include_str!("../migrations/sqlite/003-uploads.sql"),
    include_str!("../migrations/sqlite/004-mandates.sql"),
    include_str!("../migrations/sqlite/005-sessions.sql"),
    include_str!("../migrations/sqlite/006-promises.sql"),
    include_str!("../migrations/sqlite/007-catalogue-versions.sql"),
    include_str!("../migrations/sqlite/008-exchange.sql"),
    include_str!("../migrations/sqlite/009-audit.sql"),
    include_str!("../migrations/sqlite/010-ratings.sql"),
    include_str!("../migrations/sqlite/011-uploads-taken.sql"),
    include_str!("../migrations/sqlite/012-joint.sql"),
    include_str!("../migrations/sqlite/013-catalogue-slices.sql"),
    include_str!("../migrations/sqlite/014-persons.sql"),
    include_str!("../migrations/sqlite/015-instances.sql"),
    include_str!("../migrations/sqlite/016-uses-and-ends.sql"),
];

/// A platform's migrations in `PostgreSQL`, oldest first.
const POSTGRES_MIGRATIONS: &[&str] = &[
    include_str!("../migrations/postgres/001-as-sqlite.sql"),
    include_str!("../migrations/postgres/002-instances.sql"),
    include_str!("../migrations/postgres/003-uses-and-ends.sql"),
];

/// Where a platform's database is.
#[derive(Clone, PartialEq, Eq)]
pub enum Place {
    /// A file of SQLite.
    File(PathBuf),
    /// A server of `PostgreSQL`, by an address such as `postgres://user:password@host/name`.
    Server(String),
    /// In memory, until the program ends.
    Memory,
}

impl std::fmt::Debug for Place {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::File(path) => write!(formatter, "file {}", path.display()),
            // A password may be in it.
            Self::Server(_) => write!(formatter, "PostgreSQL"),
            Self::Memory => write!(formatter, "memory"),
        }
    }
}

impl Place {
    /// Opens it and brings it to the newest schema.
    ///
    /// # Errors
    /// [`StoreError`]: it cannot be made or reached, or a newer program was there before.
    pub async fn open(&self) -> Result<Database, StoreError> {
        match self {
            Self::File(path) => Database::open(path, MIGRATIONS),
            Self::Server(url) => Database::connect(url, POSTGRES_MIGRATIONS).await,
            Self::Memory => Database::in_memory(MIGRATIONS),
        }
    }

    /// Opens what is there, to be read alone; a program may be writing it.
    ///
    /// # Errors
    /// [`StoreError`]: it cannot be read, or is of another version.
    pub async fn open_to_read(&self) -> Result<Database, StoreError> {
        match self {
            Self::File(path) => Database::open_to_read(path, MIGRATIONS),
            Self::Server(_) | Self::Memory => self.open().await,
        }
    }
}
