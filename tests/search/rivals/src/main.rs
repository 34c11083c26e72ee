//! The rivals of the shell's search over the same documents and queries: `search-rivals tantivy|fts5 DIR`. Each gets the text cut
//! into the same pieces (characters and pairs of Han, words), ranks by BM25 with names counting twice, and takes what is typed
//! last as perhaps unfinished. Prints lines of `subject figure value` and writes what was found, a line a query.

use std::{fmt::Write as _, fs, hint::black_box, path::Path, time::Instant};

use anyhow::{Result, bail};
use serde::Deserialize;

mod fts5;
mod tantivy_index;

/// A document, cut into pieces.
#[derive(Deserialize)]
pub struct Document {
    /// Its names.
    pub name: String,
    /// All else.
    pub other: String,
}

/// What answers.
pub trait Subject {
    /// The numbers of the first ten documents for the pieces of a query.
    fn find(&mut self, pieces: &str) -> Result<Vec<u64>>;
    /// How many bytes the index takes.
    fn bytes(&self) -> u64;
}

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [name, folder] = words.as_slice() else { bail!("search-rivals tantivy|fts5 DIR") };
    let folder = Path::new(folder);
    let text = fs::read_to_string(folder.join("documents.jsonl"))?;
    let documents: Vec<Document> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    drop(text);
    let kept = folder.join(name);
    let _ = fs::remove_dir_all(&kept);
    fs::create_dir_all(&kept)?;
    let start = Instant::now();
    let mut subject: Box<dyn Subject> = match name.as_str() {
        "tantivy" => Box::new(tantivy_index::Tantivy::new(&kept, documents)?),
        "fts5" => Box::new(fts5::Fts5::new(&kept, documents)?),
        _ => bail!("no such rival"),
    };
    println!("{name} build_ms {}", milliseconds(start));
    println!("{name} index_bytes {}", subject.bytes());
    let mut found = String::new();
    for line in fs::read_to_string(folder.join("queries.tsv"))?.lines() {
        let pieces = line.split_once('\t').map_or("", |(_, pieces)| pieces);
        let mut best = f64::MAX;
        let mut rows = Vec::new();
        for _ in 0..3 {
            let start = Instant::now();
            rows = black_box(subject.find(pieces)?);
            best = best.min(milliseconds(start));
        }
        println!("{name} key_ms {best}");
        let rows: Vec<String> = rows.iter().take(10).map(u64::to_string).collect();
        writeln!(found, "{}", rows.join("\t"))?;
    }
    Ok(fs::write(folder.join(format!("hits-{name}.tsv")), found)?)
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// The bytes of a folder's files.
pub fn folder_bytes(folder: &Path) -> u64 {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    files.filter_map(|file| file.metadata().ok()).map(|file| file.len()).sum()
}
