//! What must reach the platform: kept until it has, sent again under the same idempotency key.

use fingertip_contract::{Rating, api::SubmitCase};
use fingertip_standard::{CaseId, RunningApp, requests::RequestId};
use jiff::Timestamp;
use rusqlite::params;
use serde::{Deserialize, Serialize};

use crate::{
    Records, RecordsError, Rows,
    rows::{Place, read_rows},
    store::{at, from_json, ms, to_json},
};

const PLACE: Place<'static> =
    Place { kind: "outgoing item", table: "outbox", column: "content", condition: "key = ?1" };

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
        case: Box<SubmitCase>,
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
        self.records().execute(sql, params![key, ms(created_at), to_json(PLACE.kind, item)?])?;
        Ok(())
    }

    /// Everything not yet sent, the oldest first. What cannot be read waits for a version that can.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn outbox(&self) -> Result<Rows<Outgoing>, RecordsError> {
        let sql = "SELECT key, content, created_ms, attempts FROM outbox ORDER BY rowid";
        read_rows(&self.records(), PLACE.kind, sql, &[], |row, content| {
            Ok(Outgoing {
                key: row.get(0)?,
                item: from_json(PLACE.kind, content)?,
                created_at: at(row.get(2)?),
                attempts: row.get(3)?,
            })
        })
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
        let mut connection = self.records();
        let change = connection.transaction()?;
        PLACE.clear::<OutgoingItem>(&change, key, params![key])?;
        change.execute("DELETE FROM outbox WHERE key = ?1", [key])?;
        change.commit()?;
        Ok(())
    }
}
