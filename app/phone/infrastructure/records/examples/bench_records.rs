//! The encrypted store beside plain SQLite, which does the same statements with the same synchronisation in the same run. Prints lines of
//! `subject figure milliseconds` for `cargo xtask bench records`.

use std::{error::Error, fs, path::Path, time::Instant};

use fingertip_contract::Document;
use fingertip_records::{Draft, KeptDocument, OutgoingItem, Records};
use fingertip_standard::AppId;
use jiff::Timestamp;
use rusqlite::{Connection, OptionalExtension, params};
use serde::de::DeserializeOwned;

type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const KEY: [u8; 32] = [7; 32];
/// Documents that are listed.
const DOCUMENTS: usize = 10_000;
/// How often a store is opened, and the list read.
const ROUNDS: usize = 30;
/// How often something is written.
const WRITES: usize = 300;
const PAGE: &str = "/apply";

fn main() -> Outcome {
    let (ours, plain) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let records = Records::open(ours.path(), &KEY)?;
    let (rival, cache) =
        (plain_file(plain.path(), "records.db", "FULL")?, plain_file(plain.path(), "cache.db", "NORMAL")?);
    for sql in [
        include_str!("../migrations/records-1.sql"),
        include_str!("../migrations/records-2.sql"),
        include_str!("../migrations/records-3.sql"),
    ] {
        rival.execute_batch(sql)?;
    }
    cache.execute_batch(include_str!("../migrations/cache-1.sql"))?;
    fill(&records, &rival)?;
    drop((records, rival, cache));
    unlock(ours.path(), plain.path())?;
    let (records, mut rival) =
        (Records::open(ours.path(), &KEY)?, plain_file(plain.path(), "records.db", "FULL")?);
    list(&records, &rival)?;
    write(&records, &mut rival)
}

/// The first example of a kind, as it is kept.
fn example<T: DeserializeOwned>(kind: &str) -> Outcome<T> {
    let path = format!("{}/kept/0.1.0/{kind}.json", env!("CARGO_MANIFEST_DIR"));
    let mut examples: Vec<serde_json::Value> = serde_json::from_slice(&fs::read(path)?)?;
    Ok(serde_json::from_value(examples.swap_remove(0))?)
}

fn plain_file(folder: &Path, name: &str, synchronous: &str) -> Outcome<Connection> {
    let connection = Connection::open(folder.join(name))?;
    connection.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()))?;
    connection.execute_batch(&format!(
        "PRAGMA temp_store = MEMORY; PRAGMA synchronous = {synchronous}; PRAGMA foreign_keys = ON;"
    ))?;
    connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
    connection.query_row("PRAGMA user_version", [], |_| Ok(()))?;
    Ok(connection)
}

fn fill(records: &Records, rival: &Connection) -> Outcome {
    let example: Document = example("document")?;
    // Each is written with a synchronisation of its own in ours; only the reading is measured.
    rival.execute_batch("BEGIN")?;
    for number in 0..DOCUMENTS {
        let document = Document { id: format!("document-{number}"), ..example.clone() };
        let content = serde_json::to_string(&document)?;
        let jws = "x".repeat(content.len() * 4 / 3 + 120);
        let sql = "INSERT INTO document (issuer, id, jws, content, as_of_ms) VALUES (?1, ?2, ?3, ?4, 0)";
        rival.execute(sql, params![document.issuer.as_str(), document.id, jws, content])?;
        records.keep_document(&KeptDocument { document, jws, as_of: Timestamp::UNIX_EPOCH })?;
    }
    rival.execute_batch("COMMIT")?;
    Ok(())
}

fn timed<T>(name: &str, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let begun = Instant::now();
    let done = work()?;
    println!("{name} {:.4}", begun.elapsed().as_secs_f64() * 1000.0);
    Ok(done)
}

fn unlock(ours: &Path, plain: &Path) -> Outcome {
    for _ in 0..ROUNDS {
        drop(timed("store unlock_ms", || Ok(Records::open(ours, &KEY)?))?);
        drop(timed("sqlite unlock_ms", || {
            Ok((plain_file(plain, "records.db", "FULL")?, plain_file(plain, "cache.db", "NORMAL")?))
        })?);
    }
    Ok(())
}

fn list(records: &Records, rival: &Connection) -> Outcome {
    for _ in 0..ROUNDS {
        let listed = timed("store list_ms", || Ok(records.documents()?.rows))?;
        let read = timed("sqlite list_ms", || {
            let sql = "SELECT issuer || ' ' || id, content, jws, as_of_ms FROM document ORDER BY rowid DESC";
            let mut statement = rival.prepare(sql)?;
            let mut found = statement.query([])?;
            let mut documents = Vec::new();
            while let Some(row) = found.next()? {
                let document: Document = serde_json::from_str(row.get_ref(1)?.as_str()?)?;
                documents.push((document, row.get::<_, String>(2)?, row.get::<_, i64>(3)?));
            }
            Ok(documents)
        })?;
        if (listed.len(), read.len()) != (DOCUMENTS, DOCUMENTS) {
            return Err("not all documents were listed".into());
        }
    }
    Ok(())
}

fn write(records: &Records, rival: &mut Connection) -> Outcome {
    let app = AppId::new("cn.gov.hrss.card").map_err(|_| "an id")?;
    let item: OutgoingItem = example("outgoing-item")?;
    let (inputs, now) = (example("draft")?, Timestamp::UNIX_EPOCH);
    let draft = Draft {
        app: app.clone(),
        version: 1,
        route: PAGE.to_owned(),
        saved: Some(vec![1; 500]),
        inputs,
        updated_at: now,
    };
    for number in 0..WRITES {
        let key = format!("key-{number}");
        timed("store draft_ms", || Ok(records.keep_draft(&draft)?))?;
        timed("sqlite draft_ms", || save(rival, &draft))?;
        timed("store enqueue_ms", || Ok(records.enqueue(&key, &item, Some((&app, PAGE)), now)?))?;
        timed("sqlite enqueue_ms", || enqueue(rival, &key, &item, &app))?;
    }
    Ok(())
}

fn save(rival: &mut Connection, draft: &Draft) -> Outcome {
    let inputs = serde_json::to_string(&draft.inputs)?;
    let change = rival.transaction()?;
    let place = [draft.app.as_str(), PAGE];
    let sql = "SELECT inputs FROM draft WHERE app = ?1 AND route = ?2";
    change.query_row(sql, place, |row| row.get::<_, String>(0)).optional()?;
    let sql =
        "INSERT INTO draft (app, version, route, saved, inputs, updated_ms) VALUES (?1, 1, ?2, ?3, ?4, 0)
               ON CONFLICT DO UPDATE SET version = excluded.version, saved = excluded.saved,
               inputs = excluded.inputs, updated_ms = excluded.updated_ms";
    change.execute(sql, params![draft.app.as_str(), PAGE, draft.saved, inputs])?;
    Ok(change.commit()?)
}

fn enqueue(rival: &mut Connection, key: &str, item: &OutgoingItem, app: &AppId) -> Outcome {
    let content = serde_json::to_string(item)?;
    let change = rival.transaction()?;
    let place = params![app.as_str(), PAGE];
    for sql in [
        "DELETE FROM outbox WHERE key IN (SELECT o.key FROM outbox o JOIN handed_in h ON h.key = o.key
         WHERE o.refusal IS NOT NULL AND h.app = ?1 AND h.route = ?2)",
        "DELETE FROM handed_in WHERE app = ?1 AND route = ?2 AND key NOT IN (SELECT key FROM outbox)",
    ] {
        change.execute(sql, place)?;
    }
    let moved = "INSERT INTO handed_in (key, app, route, version, saved, inputs, updated_ms)
                 SELECT ?3, app, route, version, saved, inputs, updated_ms FROM draft WHERE app = ?1 AND route = ?2";
    change.execute(moved, params![app.as_str(), PAGE, key])?;
    change.execute("DELETE FROM draft WHERE app = ?1 AND route = ?2", place)?;
    let sql = "INSERT INTO outbox (key, created_ms, content, not_before_ms) VALUES (?1, 0, ?2, 60000)
               ON CONFLICT DO UPDATE SET created_ms = excluded.created_ms, content = excluded.content,
               not_before_ms = excluded.not_before_ms, attempts = 0, refusal = NULL";
    change.execute(sql, params![key, content])?;
    Ok(change.commit()?)
}
