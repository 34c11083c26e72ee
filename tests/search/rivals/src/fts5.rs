//! SQLite's FTS5, `unicode61`, with its own bm25().

use std::path::{Path, PathBuf};

use anyhow::Result;
use rusqlite::Connection;

use crate::{Document, Subject, folder_bytes};

pub struct Fts5 {
    database: Connection,
    folder: PathBuf,
}

impl Fts5 {
    pub fn new(folder: &Path, documents: Vec<Document>) -> Result<Self> {
        let mut database = Connection::open(folder.join("index.db"))?;
        database.execute_batch(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
             CREATE VIRTUAL TABLE documents USING fts5(name, other, content = '', tokenize = 'unicode61', prefix = '2 3');",
        )?;
        let transaction = database.transaction()?;
        {
            let mut insert = transaction.prepare("INSERT INTO documents(rowid, name, other) VALUES (?1, ?2, ?3)")?;
            for (number, document) in (0_i64..).zip(documents) {
                insert.execute((number, document.name, document.other))?;
            }
        }
        transaction.commit()?;
        database.execute_batch("INSERT INTO documents(documents) VALUES ('optimize')")?;
        Ok(Self { database, folder: folder.to_owned() })
    }
}

impl Subject for Fts5 {
    fn find(&mut self, pieces: &str) -> Result<Vec<u64>> {
        let words: Vec<&str> = pieces.split(' ').filter(|word| !word.is_empty()).collect();
        let Some((last, before)) = words.split_last() else { return Ok(Vec::new()) };
        let mut query: String = before.iter().map(|word| format!("\"{word}\" OR ")).collect();
        query.push_str(&format!("\"{last}\"*"));
        let mut select = self
            .database
            .prepare_cached("SELECT rowid FROM documents WHERE documents MATCH ?1 ORDER BY bm25(documents, 2.0, 1.0) LIMIT 30")?;
        let rows = select.query_map([query], |row| row.get::<_, i64>(0))?;
        Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().map(i64::unsigned_abs).collect())
    }

    fn bytes(&self) -> u64 {
        folder_bytes(&self.folder)
    }
}
