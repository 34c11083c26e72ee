//! Why work was not done.

use crate::sql::SqlError;

/// Why the store did not do what it was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StoreError {
    /// The database refused, or a row was not what was asked for.
    #[error("database refused the work: {0}")]
    Sql(#[from] SqlError),
    /// What should say where `PostgreSQL` is does not. It is not repeated: a password may be in it.
    #[error("address of the database is none of PostgreSQL")]
    Url,
    /// The file cannot be made.
    #[error("database file cannot be made")]
    File(#[source] std::io::Error),
    /// A row does not read as what was written.
    #[error("row of {table} is damaged")]
    Damaged {
        /// The table.
        table: &'static str,
    },
    /// The file was written by a newer version of this program.
    #[error("database has schema {found}, this program knows {known}")]
    Newer {
        /// The schema in the file.
        found: u32,
        /// The newest schema of this program.
        known: u32,
    },
    /// The work was ended before it was done.
    #[error("database work was ended")]
    Ended,
}
