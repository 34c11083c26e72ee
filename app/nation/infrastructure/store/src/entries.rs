//! What was said in cases.

use crate::sql::params;
use fingertip_contract::{Attachment, CaseEntry};
use fingertip_standard::LocalText;

use crate::{
    error::StoreError,
    transaction::Transaction,
    values::{json_of, text_of, timestamp, value_of},
};

const TABLE: &str = "case_entries";

/// Keeps an entry behind those that the case has.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn append(work: &Transaction<'_>, case_id: &str, entry: &CaseEntry) -> Result<(), StoreError> {
    let words = (!entry.words.is_empty()).then(|| serde_json::to_string(&entry.words).ok()).flatten();
    let attachments =
        (!entry.attachments.is_empty()).then(|| serde_json::to_string(&entry.attachments).ok()).flatten();
    work.execute(
        "INSERT INTO case_entries (case_id, position, id, party, kind, at_ms, words, attachments)
         VALUES (?1, (SELECT count(*) FROM case_entries WHERE case_id = ?1), ?2, ?3, ?4, ?5, ?6, ?7)",
        params![
            case_id,
            entry.id,
            text_of(&entry.from),
            text_of(&entry.kind),
            entry.at.as_millisecond(),
            words,
            attachments
        ],
    )?;
    Ok(())
}

/// All that was said in a case, oldest first.
///
/// # Errors
/// [`StoreError`] when the database refuses or a row is damaged.
pub fn of_case(work: &Transaction<'_>, case_id: &str) -> Result<Vec<CaseEntry>, StoreError> {
    let sql = "SELECT id, party, kind, at_ms, words, attachments FROM case_entries WHERE case_id = ?1 ORDER BY position";
    let statement = work.prepare(sql)?;
    let rows = statement.query_map([case_id], |row| {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?))
    })?;
    rows.map(|row| {
        let (id, party, kind, at_ms, words, attachments): (
            _,
            String,
            String,
            i64,
            Option<String>,
            Option<String>,
        ) = row?;
        let words: Option<LocalText> = words.map(|text| json_of(TABLE, &text)).transpose()?;
        let attachments: Option<Vec<Attachment>> =
            attachments.map(|text| json_of(TABLE, &text)).transpose()?;
        Ok(CaseEntry {
            id,
            from: value_of(TABLE, party)?,
            kind: value_of(TABLE, kind)?,
            at: timestamp(TABLE, at_ms)?,
            words: words.unwrap_or_default(),
            attachments: attachments.unwrap_or_default(),
        })
    })
    .collect()
}
