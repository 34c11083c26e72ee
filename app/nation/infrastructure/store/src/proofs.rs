//! Proofs of possession that were taken, where several machines take them.

use crate::{error::StoreError, sql::params, transaction::Transaction};

/// Notes a proof that could be shown until `until_s`, in seconds since 1970; false where it was noted before. What is over goes.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn note(work: &Transaction<'_>, id: &str, until_s: i64, now_s: i64) -> Result<bool, StoreError> {
    work.execute("DELETE FROM seen_proofs WHERE until_s < ?1", [now_s])?;
    let sql = "INSERT INTO seen_proofs (id, until_s) VALUES (?1, ?2) ON CONFLICT (id) DO NOTHING";
    Ok(work.execute(sql, params![id, until_s])? == 1)
}
