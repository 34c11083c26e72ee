//! Everything that a platform keeps, and the one database that it is kept in: a file of SQLite, or `PostgreSQL` for a platform of several
//! machines. No SQL of the platform stands anywhere else, and but for a few words each statement is the same for both.
//!
//! It promises that work succeeds or fails as a whole, that nobody else writes meanwhile, that what is acknowledged survives a loss of
//! power, and that a deleted row is on no page of a file. It decides nothing: rules are the management's. Start reading at [`Database`];
//! each table's file has its name, and `migrations` says what columns there are.

pub mod audit;
pub mod cases;
pub mod catalogue;
pub mod catalogue_slices;
pub mod console_sessions;
mod database;
pub mod entries;
mod error;
pub mod helpers;
pub mod idempotency;
pub mod joint;
pub mod outbox;
mod pending;
pub mod persons;
mod place;
mod postgres;
pub mod proofs;
pub mod queue;
pub mod ratings;
pub mod retention;
pub mod sessions;
pub mod sql;
mod sqlite;
mod transaction;
pub mod uploads;
pub mod uses;
pub mod values;
mod work;

pub use database::Database;
pub use error::StoreError;
pub use place::{MIGRATIONS, Place};
pub use transaction::{Statement, Transaction};
