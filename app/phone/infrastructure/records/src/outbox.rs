//! What must reach the platform: kept until it has, sent again under the same idempotency key.

use fingertip_contract::{Rating, api::SubmitCase};
use fingertip_standard::{CaseId, RunningApp, requests::RequestId};
use jiff::Timestamp;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::{
    Records, RecordsError,
    store::{at, from_json, ms, to_json},
};

/// What is sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OutgoingItem {
    /// A case, for a mini-app that waits for the answer to a request.
    Case {
        /// The submitting mini-app, as stamped.
        app: RunningApp,
        /// Its request.
        request: RequestId,
        /// The case.
        case: SubmitCase,
    },
    /// A rating.
    Rating {
        /// Of which case.
        case: CaseId,
        /// The rating.
        rating: Rating,
    },
}

/// An item of the outbox.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outgoing {
    /// The idempotency key: the same at every attempt.
    pub key: String,
    /// What is sent.
    pub item: OutgoingItem,
    /// When the person sent it.
    pub created_at: Timestamp,
    /// Failed attempts so far.
    pub attempts: u32,
}

impl Records {
    /// Keeps an item until it has reached the platform.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written; nothing was taken, the person still has all.
    pub fn enqueue(&self, key: &str, item: &OutgoingItem, created_at: Timestamp) -> Result<(), RecordsError> {
        let sql = "INSERT INTO outbox (key, created_ms, content) VALUES (?1, ?2, ?3)";
        self.records().execute(sql, params![key, ms(created_at), to_json("outgoing item", item)?])?;
        Ok(())
    }

    /// Everything not yet sent, the oldest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store or an item cannot be read.
    pub fn outbox(&self) -> Result<Vec<Outgoing>, RecordsError> {
        let connection = self.records();
        let mut statement =
            connection.prepare("SELECT key, content, created_ms, attempts FROM outbox ORDER BY rowid")?;
        let rows = statement.query_map([], |row| {
            Ok((
                row.get::<_, String>(0)?,
                row.get::<_, String>(1)?,
                row.get::<_, i64>(2)?,
                row.get::<_, u32>(3)?,
            ))
        })?;
        rows.map(|row| {
            let (key, content, created, attempts) = row?;
            Ok(Outgoing {
                key,
                item: from_json("outgoing item", &content)?,
                created_at: at(created),
                attempts,
            })
        })
        .collect()
    }

    /// An attempt failed.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn count_attempt(&self, key: &str) -> Result<(), RecordsError> {
        self.records().execute("UPDATE outbox SET attempts = attempts + 1 WHERE key = ?1", [key])?;
        Ok(())
    }

    /// An item has reached the platform, or was refused for good.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn settle(&self, key: &str) -> Result<(), RecordsError> {
        self.records().execute("DELETE FROM outbox WHERE key = ?1", [key])?;
        Ok(())
    }
}
