//! Everything that a platform keeps, and the one database that it is kept in. Another database is another crate with
//! these functions: no SQL of the platform stands anywhere else.
//!
//! It promises that work succeeds or fails as a whole, that what is acknowledged survives a loss of power, and that a
//! deleted row is on no page of the file. It decides nothing: rules are the management's. Start reading at [`Database`];
//! each table's file has its name, and `migrations` says what columns there are.

pub mod audit;
pub mod cases;
pub mod catalogue;
pub mod catalogue_slices;
mod database;
pub mod entries;
mod error;
pub mod helpers;
pub mod idempotency;
pub mod joint;
pub mod outbox;
pub mod persons;
pub mod queue;
pub mod ratings;
pub mod sessions;
pub mod uploads;
pub mod values;

pub use database::{Database, Transaction};
pub use error::StoreError;

/// The platform's migrations, oldest first.
pub const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/001-first.sql"),
    include_str!("../migrations/002-helpers.sql"),
    include_str!("../migrations/003-uploads.sql"),
    include_str!("../migrations/004-mandates.sql"),
    include_str!("../migrations/005-sessions.sql"),
    include_str!("../migrations/006-promises.sql"),
    include_str!("../migrations/007-catalogue-versions.sql"),
    include_str!("../migrations/008-exchange.sql"),
    include_str!("../migrations/009-audit.sql"),
    include_str!("../migrations/010-ratings.sql"),
    include_str!("../migrations/011-uploads-taken.sql"),
    include_str!("../migrations/012-joint.sql"),
    include_str!("../migrations/013-catalogue-slices.sql"),
    include_str!("../migrations/014-persons.sql"),
];

/// What a service with tables of its own says its SQL with.
pub mod sql {
    pub use rusqlite::{Error, OptionalExtension, Row, params, params_from_iter};
}
