//! How often services are used: sums of reports, of nobody.

use fingertip_contract::use_counts::UseReport;
use jiff::civil::Date;

use crate::{error::StoreError, sql::params, transaction::Transaction};

/// Adds so many of each report to the sums.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn add(work: &Transaction<'_>, reports: &[(UseReport, u32)]) -> Result<(), StoreError> {
    let statement = work.prepare(
        "INSERT INTO use_counts (week, hash, bucket, count) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (week, hash, bucket) DO UPDATE SET count = use_counts.count + excluded.count",
    )?;
    for (report, count) in reports {
        let UseReport { week, hash, bucket } = report;
        statement.execute(params![
            week.to_string(),
            i64::from(*hash),
            i64::from(*bucket),
            i64::from(*count)
        ])?;
    }
    Ok(())
}

/// The sums from the week of this Monday on: hash, bucket and how many said it.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn since(work: &Transaction<'_>, week: Date) -> Result<Vec<(i64, i64, i64)>, StoreError> {
    let statement = work.prepare(
        "SELECT hash, bucket, CAST(sum(count) AS BIGINT) FROM use_counts WHERE week >= ?1 GROUP BY hash, bucket",
    )?;
    let rows = statement.query_map([week.to_string()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Forgets the weeks before that of this Monday.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn forget_before(work: &Transaction<'_>, week: Date) -> Result<(), StoreError> {
    work.execute("DELETE FROM use_counts WHERE week < ?1", [week.to_string()])?;
    Ok(())
}
