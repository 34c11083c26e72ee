//! Everything of the person as a copy that another device of theirs takes in. `EXPORT.md` names each field.

use fingertip_carry::{
    Bytes, Carried, CaseRow, ConsentRow, DocumentRow, FormRow, GoneRow, LedgerRow, OutgoingRow, OwnerMark,
    StoredRow, UnreadRow,
};
use jiff::Timestamp;
use rusqlite::{Connection, Row, types::ValueRef};
use serde_json::Value;

use crate::{Records, RecordsError, cases, consents, documents, drafts, outbox, rows::show_value, store::at};

impl Records {
    /// Everything that is kept of the person, as it is at one moment. Keys, tokens and the PIN are not in a store.
    ///
    /// # Errors
    /// [`RecordsError`]: the store cannot be read.
    pub fn carried(&self, owner: OwnerMark, written_at: Timestamp) -> Result<Carried, RecordsError> {
        let mut connection = self.records();
        // What is written meanwhile is in all of it or in none.
        let moment = connection.transaction()?;
        let mut carried = Carried::empty(owner, written_at);
        let unread = &mut carried.unread;
        carried.cases = take(&moment, cases::PLACE.kind, CASES, unread, |row, content| {
            Ok(CaseRow { id: row.get(0)?, submitted_at: at(row.get(2)?), as_of: at(row.get(3)?), content })
        })?;
        carried.documents = take(&moment, documents::PLACE.kind, DOCUMENTS, unread, |row, content| {
            Ok(DocumentRow {
                issuer: row.get(2)?,
                id: row.get(3)?,
                jws: row.get(4)?,
                as_of: at(row.get(5)?),
                content,
            })
        })?;
        carried.consents = take(&moment, consents::CONSENT.kind, CONSENTS, unread, |row, content| {
            let subject: String = row.get(2)?;
            // An unknown kind of subject is JSON too; what is none is carried as the text that it is.
            let subject = serde_json::from_str(&subject).unwrap_or(Value::String(subject));
            Ok(ConsentRow { app: row.get(0)?, subject, content })
        })?;
        carried.disclosures = take(&moment, "disclosure", DISCLOSURES, unread, |row, content| {
            Ok(LedgerRow { at: at(row.get(2)?), content })
        })?;
        carried.showings = take(&moment, "showing", SHOWINGS, unread, |row, content| {
            Ok(LedgerRow { at: at(row.get(2)?), content })
        })?;
        carried.payments = take(&moment, "payment", PAYMENTS, unread, |row, content| {
            Ok(LedgerRow { at: at(row.get(2)?), content })
        })?;
        carried.outgoing = take(&moment, outbox::PLACE.kind, OUTBOX, unread, |row, content| {
            Ok(OutgoingRow {
                key: row.get(0)?,
                created_at: at(row.get(2)?),
                attempts: row.get(3)?,
                refusal: row.get::<_, Option<String>>(4)?.map(|text| json_or_text(&text)),
                content,
                form: None,
            })
        })?;
        for outgoing in &mut carried.outgoing {
            outgoing.form = form_of(&moment, &outgoing.key)?;
        }
        carried.drafts = take(&moment, drafts::PLACE.kind, DRAFTS, unread, form)?;
        carried.settings = take(&moment, "setting", SETTINGS, unread, |row, content| {
            Ok((row.get::<_, String>(0)?, content))
        })?
        .into_iter()
        .collect();
        carried.stored =
            all(&moment, "SELECT app, name, value FROM app_storage ORDER BY app, name", |row| {
                Ok(StoredRow { app: row.get(0)?, name: row.get(1)?, value: Bytes(row.get(2)?) })
            })?;
        carried.gone = all(&moment, "SELECT kind, name, at_ms FROM gone ORDER BY kind, name", |row| {
            Ok(GoneRow { kind: row.get(0)?, name: row.get(1)?, at: at(row.get(2)?) })
        })?;
        let aside = all(&moment, "SELECT kind, name, content FROM put_aside ORDER BY number", |row| {
            let text = |column| row.get_ref(column).map(show_value);
            Ok(UnreadRow { kind: text(0)?, name: text(1)?, content: bytes(row.get_ref(2)?) })
        })?;
        carried.unread.extend(aside);
        Ok(carried)
    }
}

// The first column names a row, the second is its JSON.
const CASES: &str = "SELECT id, content, submitted_ms, as_of_ms FROM person_case ORDER BY submitted_ms, id";
const DOCUMENTS: &str =
    "SELECT issuer || ' ' || id, content, issuer, id, jws, as_of_ms FROM document ORDER BY rowid";
const CONSENTS: &str = "SELECT app, content, subject FROM consent ORDER BY app, subject";
const DISCLOSURES: &str = "SELECT number, content, at_ms FROM disclosure ORDER BY at_ms, number";
const SHOWINGS: &str = "SELECT number, content, at_ms FROM showing ORDER BY at_ms, number";
const PAYMENTS: &str = "SELECT number, content, at_ms FROM payment ORDER BY at_ms, number";
const OUTBOX: &str =
    "SELECT key, content, created_ms, attempts, refusal FROM outbox ORDER BY created_ms, key";
const DRAFTS: &str = "SELECT app || ' ' || route, inputs, app, route, version, saved, updated_ms FROM draft ORDER BY app, route";
const HANDED_IN: &str =
    "SELECT key, inputs, app, route, version, saved, updated_ms FROM handed_in WHERE key = ?1";
const SETTINGS: &str = "SELECT name, value FROM setting ORDER BY name";

/// The rows of `sql`; one whose text is no JSON, or that is damaged, goes among what is unread, as it stands.
fn take<T>(
    connection: &Connection,
    kind: &str,
    sql: &str,
    unread: &mut Vec<UnreadRow>,
    read: impl Fn(&Row<'_>, Value) -> rusqlite::Result<T>,
) -> Result<Vec<T>, RecordsError> {
    let mut statement = connection.prepare(sql)?;
    let mut found = statement.query([])?;
    let mut rows = Vec::new();
    while let Some(row) = found.next()? {
        let text = row.get_ref(1)?;
        let content = text.as_str().ok().and_then(|text| serde_json::from_str(text).ok());
        match content.and_then(|content| read(row, content).ok()) {
            Some(own) => rows.push(own),
            None => unread.push(UnreadRow {
                kind: kind.to_owned(),
                name: show_value(row.get_ref(0)?),
                content: bytes(text),
            }),
        }
    }
    Ok(rows)
}

fn all<T>(
    connection: &Connection,
    sql: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> Result<Vec<T>, RecordsError> {
    let mut statement = connection.prepare(sql)?;
    let found = statement.query_map([], read)?.collect::<Result<_, _>>()?;
    Ok(found)
}

fn form(row: &Row<'_>, inputs: Value) -> rusqlite::Result<FormRow> {
    Ok(FormRow {
        app: row.get(2)?,
        route: row.get(3)?,
        version: row.get::<_, i64>(4)?.unsigned_abs(),
        saved: row.get::<_, Option<Vec<u8>>>(5)?.map(Bytes),
        inputs,
        updated_at: at(row.get(6)?),
    })
}

/// The form that an item was handed in from. One whose words are damaged goes along as the text that they are.
fn form_of(connection: &Connection, key: &str) -> Result<Option<FormRow>, RecordsError> {
    let mut statement = connection.prepare(HANDED_IN)?;
    let mut found = statement.query([key])?;
    let Some(row) = found.next()? else { return Ok(None) };
    let inputs = json_or_text(&show_value(row.get_ref(1)?));
    Ok(form(row, inputs).ok())
}

fn json_or_text(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

fn bytes(value: ValueRef<'_>) -> Bytes {
    Bytes(match value {
        ValueRef::Text(bytes) | ValueRef::Blob(bytes) => bytes.to_vec(),
        other => show_value(other).into_bytes(),
    })
}
