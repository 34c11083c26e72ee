//! The slices of the catalogue, as they travel.

use crate::sql::{OptionalExtension, params};

use crate::{error::StoreError, transaction::Transaction};

/// So many catalogues' slices are kept whole: a phone may have read the index before the newest.
const WHOLE: i64 = 3;
/// So many catalogues' slices are known by their traces: a phone that was away for longer reads its slices whole.
const KNOWN: i64 = 40;

/// A slice to keep.
#[derive(Debug, Clone, Copy)]
pub struct KeptSlice<'a> {
    /// Its SHA-256 in hexadecimal.
    pub name: &'a str,
    /// As it travels.
    pub packed: &'a [u8],
    /// The traces of its lines.
    pub traces: &'a [u8],
}

/// Keeps the slices of a catalogue as the newest. The same ones again are no newer catalogue.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn keep(work: &Transaction<'_>, slices: &[KeptSlice<'_>]) -> Result<(), StoreError> {
    let last: i64 =
        work.query_row("SELECT coalesce(max(put), 0) FROM catalogue_slice", (), |row| row.get(0))?;
    if are_newest(work, last, slices)? {
        return Ok(());
    }
    let put = last.saturating_add(1);
    let keep = work.prepare(
        "INSERT INTO catalogue_slice (name, packed, traces, put) VALUES (?1, ?2, ?3, ?4)
         ON CONFLICT (name) DO UPDATE SET packed = excluded.packed, put = excluded.put",
    )?;
    for slice in slices {
        keep.execute(params![slice.name, slice.packed, slice.traces, put])?;
    }
    work.execute("UPDATE catalogue_slice SET packed = NULL WHERE put <= ?1", [put - WHOLE])?;
    work.execute("DELETE FROM catalogue_slice WHERE put <= ?1", [put - KNOWN])?;
    Ok(())
}

/// Whether the catalogue that was put last has these slices and no other.
fn are_newest(work: &Transaction<'_>, last: i64, slices: &[KeptSlice<'_>]) -> Result<bool, StoreError> {
    let sql = "SELECT count(*) FROM catalogue_slice WHERE put = ?1";
    let newest: i64 = work.query_row(sql, [last], |row| row.get(0))?;
    if usize::try_from(newest) != Ok(slices.len()) {
        return Ok(false);
    }
    let is_newest = work.prepare("SELECT 1 FROM catalogue_slice WHERE name = ?1 AND put = ?2")?;
    for slice in slices {
        if !is_newest.exists(params![slice.name, last])? {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether slices were ever kept.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn are_kept(work: &Transaction<'_>) -> Result<bool, StoreError> {
    Ok(work.prepare("SELECT 1 FROM catalogue_slice LIMIT 1")?.exists(())?)
}

/// A slice as it travels, while it is kept whole.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn packed(work: &Transaction<'_>, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT packed FROM catalogue_slice WHERE name = ?1 AND packed IS NOT NULL";
    Ok(work.query_row(sql, [name], |row| row.get(0)).optional()?)
}

/// The traces of a slice, while it is known.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn traces(work: &Transaction<'_>, name: &str) -> Result<Option<Vec<u8>>, StoreError> {
    let sql = "SELECT traces FROM catalogue_slice WHERE name = ?1";
    Ok(work.query_row(sql, [name], |row| row.get(0)).optional()?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Database, MIGRATIONS};

    async fn put(database: &Database, name: &'static str) {
        let slices = [
            KeptSlice { name: "same", packed: b"p", traces: b"t" },
            KeptSlice { name, packed: name.as_bytes(), traces: b"t" },
        ];
        let kept: Result<(), StoreError> = database.run(move |work| keep(work, &slices)).await;
        kept.expect("kept");
    }

    async fn known(database: &Database, name: &'static str) -> (bool, bool) {
        let read = move |work: &Transaction<'_>| {
            Ok::<_, StoreError>((packed(work, name)?.is_some(), traces(work, name)?.is_some()))
        };
        database.run(read).await.expect("read")
    }

    #[tokio::test]
    async fn the_last_three_are_kept_whole_and_the_same_again_is_no_newer_one() {
        let folder = tempfile::tempdir().expect("a folder");
        let database = Database::open(&folder.path().join("platform.db"), MIGRATIONS).expect("opened");
        assert_eq!(known(&database, "a").await, (false, false));
        for name in ["a", "b", "c", "c", "c"] {
            put(&database, name).await;
        }
        assert_eq!(known(&database, "a").await, (true, true));
        put(&database, "d").await;
        assert_eq!(known(&database, "a").await, (false, true), "what has changed since can still be said");
        assert_eq!(known(&database, "same").await, (true, true));
        // What comes back is whole again.
        put(&database, "a").await;
        assert_eq!(known(&database, "a").await, (true, true));
    }
}
