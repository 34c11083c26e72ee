//! What the person paid, each with its receipt.

use fingertip_standard::{AppId, DepartmentId, words::Money};
use jiff::Timestamp;
use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use crate::{
    Records, RecordsError, Rows,
    rows::read_rows,
    store::{from_json, ms, to_json},
};

/// A payment that went through.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paid {
    /// When.
    pub at: Timestamp,
    /// The payment's id with the payment service.
    pub id: String,
    /// Whose mini-app asked for it.
    pub department: DepartmentId,
    /// In which mini-app.
    pub app: AppId,
    /// Who was paid, as the order named them.
    pub payee: String,
    /// The mini-app's reference for the bill.
    pub bill_reference: String,
    /// ISO 4217.
    pub currency: String,
    /// The amount in minor units.
    pub minor: i64,
    /// The proof: a compact JWS of the payment service.
    pub receipt: String,
}

impl Paid {
    /// The amount.
    #[must_use]
    pub fn total(&self) -> Money {
        Money { currency: self.currency.clone(), minor: self.minor }
    }
}

impl Records {
    /// Keeps a payment. The same one is kept once, however often its receipt comes: a bill is paid once.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be written.
    pub fn keep_payment(&self, paid: &Paid) -> Result<(), RecordsError> {
        let mut connection = self.records();
        let change = connection.transaction()?;
        let known = "SELECT 1 FROM payment WHERE json_valid(content) AND json_extract(content, '$.id') = ?1";
        if change.query_row(known, [&paid.id], |_| Ok(())).optional()?.is_none() {
            let sql = "INSERT INTO payment (at_ms, content) VALUES (?1, ?2)";
            change.execute(sql, params![ms(paid.at), to_json("payment", paid)?])?;
        }
        change.commit()?;
        Ok(())
    }

    /// Every payment, the newest first.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn payments(&self) -> Result<Rows<Paid>, RecordsError> {
        let sql = "SELECT number, content FROM payment ORDER BY at_ms DESC, number DESC";
        read_rows(&self.records(), "payment", sql, &[], |_, content| from_json("payment", content))
    }
}
