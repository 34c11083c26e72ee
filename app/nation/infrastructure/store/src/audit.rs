//! The audit log: who did what to which case or operation, appended in the transaction that does it. Each row holds the hash of itself and of
//! the row before it, so that a row that was changed, taken out or moved is found; what was cut off at the end is found by the number that
//! was given last, and by a head that somebody noted elsewhere.

use crate::sql::{OptionalExtension, Row, SqlError, params};
use sha2::{Digest, Sha256};

use crate::{error::StoreError, transaction::Transaction};

/// The hash before the first row.
const BEGINNING: &str = "";
/// So many rows are read at a time: a log is larger than memory some day.
const AT_A_TIME: u32 = 1000;

/// What is noted.
#[derive(Debug, Clone, Copy)]
pub struct Note<'a> {
    /// Who did it: a department, the operator, the platform, or a person under a name that is used here alone.
    pub actor: &'a str,
    /// What, as the table of doors names it.
    pub action: &'a str,
    /// To which case, operation or link; empty where there is none.
    pub object: &'a str,
    /// What more is to be said in words of the contract, such as the state that a case got; never what a person wrote.
    pub detail: &'a str,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its number, 1 the first.
    pub number: i64,
    /// When, in milliseconds since 1970.
    pub at_ms: i64,
    /// See [`Note::actor`].
    pub actor: String,
    /// See [`Note::action`].
    pub action: String,
    /// See [`Note::object`].
    pub object: String,
    /// See [`Note::detail`].
    pub detail: String,
    /// The hash of the row and of all before it, lower-case hex.
    pub hash: String,
}

impl Entry {
    fn read(row: &Row<'_>) -> Result<Self, SqlError> {
        Ok(Self {
            number: row.get(0)?,
            at_ms: row.get(1)?,
            actor: row.get(2)?,
            action: row.get(3)?,
            object: row.get(4)?,
            detail: row.get(5)?,
            hash: row.get(6)?,
        })
    }
}

const SELECT: &str = "SELECT number, at_ms, actor, action, object, detail, hash FROM audit";

/// Where the log stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// The number of the last row; nought where there is none.
    pub number: i64,
    /// Its hash.
    pub hash: String,
}

/// What is wrong with a log.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Broken {
    /// A number is missing: rows were taken out.
    #[error("entry {expected} is missing, {found} follows")]
    Missing {
        /// Which should follow.
        expected: i64,
        /// Which does.
        found: i64,
    },
    /// A row does not have the hash that it should: it, or one before it, was changed or moved.
    #[error("entry {number} is not what was written")]
    Changed {
        /// Which.
        number: i64,
    },
    /// Rows were cut off at the end.
    #[error("the log ends with entry {last}, {given} were written")]
    Cut {
        /// The last that is there.
        last: i64,
        /// The last that was written.
        given: i64,
    },
    /// Another log than that of which somebody noted the head: it was written anew.
    #[error("entry {number} has another hash than the one that was noted")]
    Another {
        /// Which.
        number: i64,
    },
}

/// Notes it behind all that is noted.
///
/// # Errors
/// [`StoreError`] when the database refuses: then nothing of the transaction is done.
pub fn note(work: &Transaction<'_>, note: &Note<'_>, at_ms: i64) -> Result<(), StoreError> {
    let before = head(work)?;
    let mut entry = Entry {
        number: before.number + 1,
        at_ms,
        actor: note.actor.to_owned(),
        action: note.action.to_owned(),
        object: note.object.to_owned(),
        detail: note.detail.to_owned(),
        hash: String::new(),
    };
    entry.hash = derive_hash(&before.hash, &entry);
    work.prepare(
        "INSERT INTO audit (number, at_ms, actor, action, object, detail, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    )?
    .execute(params![
        entry.number,
        entry.at_ms,
        entry.actor,
        entry.action,
        entry.object,
        entry.detail,
        entry.hash
    ])?;
    Ok(())
}

/// Where the log stands.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn head(work: &Transaction<'_>) -> Result<Head, StoreError> {
    let statement = work.prepare("SELECT number, hash FROM audit ORDER BY number DESC LIMIT 1")?;
    let last =
        statement.query_row((), |row| Ok(Head { number: row.get(0)?, hash: row.get(1)? })).optional()?;
    Ok(last.unwrap_or(Head { number: 0, hash: BEGINNING.to_owned() }))
}

/// Reads the whole log and says where it stands, or what is wrong with it first. `noted` are heads that somebody wrote down elsewhere.
///
/// # Errors
/// [`StoreError`] when the database refuses; what is wrong with the log is inside.
pub fn verify(work: &Transaction<'_>, noted: &[Head]) -> Result<Result<Head, Broken>, StoreError> {
    let mut head = Head { number: 0, hash: BEGINNING.to_owned() };
    let statement = work.prepare(&format!("{SELECT} WHERE number > ?1 ORDER BY number LIMIT ?2"))?;
    loop {
        let page: Vec<Entry> =
            statement.query_map(params![head.number, AT_A_TIME], Entry::read)?.collect::<Result<_, _>>()?;
        if page.is_empty() {
            break;
        }
        for entry in page {
            let expected = head.number + 1;
            if entry.number != expected {
                return Ok(Err(Broken::Missing { expected, found: entry.number }));
            }
            if derive_hash(&head.hash, &entry) != entry.hash {
                return Ok(Err(Broken::Changed { number: entry.number }));
            }
            if noted.iter().any(|noted| noted.number == entry.number && noted.hash != entry.hash) {
                return Ok(Err(Broken::Another { number: entry.number }));
            }
            head = Head { number: entry.number, hash: entry.hash };
        }
    }
    let last_given =
        work.choose("SELECT seq FROM sqlite_sequence WHERE name = 'audit'", "SELECT number FROM audit_given");
    let kept = work.query_row(last_given, (), |row| row.get(0));
    let given: i64 = kept.optional()?.unwrap_or(0);
    let given = noted.iter().map(|noted| noted.number).fold(given, i64::max);
    Ok(if given > head.number { Err(Broken::Cut { last: head.number, given }) } else { Ok(head) })
}

/// What was done to an object or by an actor, oldest first.
///
/// # Errors
/// [`StoreError`] when the database refuses.
pub fn find(work: &Transaction<'_>, by: Wanted<'_>) -> Result<Vec<Entry>, StoreError> {
    let (column, value) = match by {
        Wanted::Object(value) => ("object", value),
        Wanted::Actor(value) => ("actor", value),
    };
    let statement = work.prepare(&format!("{SELECT} WHERE {column} = ?1 ORDER BY number"))?;
    Ok(statement.query_map([value], Entry::read)?.collect::<Result<_, _>>()?)
}

/// Which rows are wanted.
#[derive(Debug, Clone, Copy)]
pub enum Wanted<'a> {
    /// Those of this case, operation or link.
    Object(&'a str),
    /// Those of this actor.
    Actor(&'a str),
}

/// The hash of a row and of all before it. Lengths keep "ab" and "c" apart from "a" and "bc".
fn derive_hash(before: &str, entry: &Entry) -> String {
    let mut hash = Sha256::new();
    let (number, at) = (entry.number.to_string(), entry.at_ms.to_string());
    for part in [before, &number, &at, &entry.actor, &entry.action, &entry.object, &entry.detail] {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hex::encode(hash.finalize())
}
