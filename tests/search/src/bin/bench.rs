//! The parts of `cargo xtask bench search` that are ours: what is searched as files, the shell's search over them, the judge of
//! what every subject found.

use std::{
    collections::HashMap,
    fmt::Write as _,
    fs,
    hint::black_box,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::{Context, Result, bail};
use fingertip_eval::{
    bench::{Document, keys, pieces, rows},
    data::{Data, lines},
    metrics::ndcg_at_10,
    sets,
};
use fingertip_search::{Index, Query, Synonyms};

fn main() -> Result<()> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words.as_slice() {
        ["export", folder, count] => {
            let rows = rows(&Data::find(None), count.parse()?)?;
            write(Path::new(folder), rows.into_iter().map(Document::from), &keys())
        }
        ["export-judged", folder] => judged(Path::new(folder)),
        ["ours", folder] => ours(Path::new(folder)),
        ["judge", folder, subjects @ ..] => judge(Path::new(folder), subjects),
        _ => bail!("bench export DIR COUNT | export-judged DIR | ours DIR | judge DIR SUBJECT..."),
    }
}

fn write(folder: &Path, documents: impl Iterator<Item = Document>, queries: &[String]) -> Result<()> {
    fs::create_dir_all(folder)?;
    let mut text = String::new();
    for document in documents {
        writeln!(text, "{}", serde_json::to_string(&document)?)?;
    }
    fs::write(folder.join("documents.jsonl"), text)?;
    let typed: Vec<String> = queries.iter().map(|query| format!("{query}\t{}", pieces(query))).collect();
    Ok(fs::write(folder.join("queries.tsv"), typed.join("\n"))?)
}

/// The judged collections, without demand: what texts alone give.
fn judged(folder: &Path) -> Result<()> {
    let data = Data::find(None);
    let collections = [("stard", sets::stard(&data, Path::new(""))?), ("govuk", sets::govuk(&data)?)];
    for (name, collection) in collections {
        let collection = collection.context("the judged sets are in no folder of data")?;
        let documents = collection.rows.into_iter().map(|mut row| {
            row.demand = 0;
            Document::from(row)
        });
        let set = collection.sets.first().context("no judged queries")?;
        let queries: Vec<String> =
            set.queries.iter().map(|query| query.text.replace(['\t', '\n'], " ")).collect();
        let folder = folder.join(name);
        write(&folder, documents, &queries)?;
        let relevant: Vec<_> = set.queries.iter().map(|query| &query.relevant).collect();
        fs::write(folder.join("relevant.json"), serde_json::to_string(&relevant)?)?;
    }
    Ok(())
}

/// Lines of `subject figure value`; what was found is in `hits-ours.tsv`, a line a query.
fn ours(folder: &Path) -> Result<()> {
    let documents: Vec<Document> = lines(&folder.join("documents.jsonl"))?;
    let text: usize = documents
        .iter()
        .map(|one| one.names.iter().chain(&one.keywords).chain(&one.details).map(String::len).sum::<usize>())
        .sum();
    let queries = fs::read_to_string(folder.join("queries.tsv"))?;
    let start = Instant::now();
    // The judged sets are found by texts alone; a nation's services by its editors' words as well, which costs more.
    let is_judged = folder.join("relevant.json").is_file();
    let synonyms = if is_judged { String::new() } else { fs::read_to_string(editors())? };
    let index = Index::with_synonyms(documents.into_iter().map(Into::into), Synonyms::new(&synonyms));
    println!("ours build_ms {}", milliseconds(start));
    let bytes = index.to_bytes();
    drop(index);
    let before = resident();
    let start = Instant::now();
    let index = Index::from_bytes(&bytes)?;
    println!("ours open_ms {}", milliseconds(start));
    println!(
        "ours index_bytes {}\nours text_bytes {text}\nours memory_bytes {}",
        bytes.len(),
        index.heap_bytes()
    );
    eprintln!("resident before {before}, with the index {}", resident());
    let mut found = String::new();
    for query in queries.lines() {
        let typed = query.split('\t').next().unwrap_or_default();
        let ask = || {
            let start = Instant::now();
            let answer = black_box(index.find(&Query { text: typed, limit: 30 }, |_| 1.0));
            (milliseconds(start), answer)
        };
        // The best of three, for every subject: the machine may do something else meanwhile.
        let (first, answer) = ask();
        println!("ours key_ms {}", first.min(ask().0).min(ask().0));
        let rows: Vec<String> = answer.hits.iter().take(10).map(|hit| hit.row.to_string()).collect();
        writeln!(found, "{}", rows.join("\t"))?;
    }
    Ok(fs::write(folder.join("hits-ours.tsv"), found)?)
}

/// The editors' words of the demo's nation.
fn editors() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo/synonyms.yml")
}

fn judge(folder: &Path, subjects: &[&str]) -> Result<()> {
    let documents: Vec<Document> = lines(&folder.join("documents.jsonl"))?;
    let relevant: Vec<HashMap<String, f64>> =
        serde_json::from_str(&fs::read_to_string(folder.join("relevant.json"))?)?;
    for subject in subjects {
        let file: PathBuf = folder.join(format!("hits-{subject}.tsv"));
        let found = fs::read_to_string(&file).with_context(|| file.display().to_string())?;
        let mut sum = 0.0;
        for (line, relevant) in found.lines().zip(&relevant) {
            let rows = line.split('\t').filter_map(|row| row.parse::<usize>().ok());
            let keys: Vec<&str> =
                rows.filter_map(|row| documents.get(row)).map(|one| one.key.as_str()).collect();
            sum += ndcg_at_10(&keys, relevant);
        }
        #[expect(clippy::cast_precision_loss, reason = "a count of queries")]
        let mean = sum / relevant.len().max(1) as f64;
        println!("{subject} ndcg {mean}");
    }
    Ok(())
}

fn milliseconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64() * 1000.0
}

/// The memory of this program in bytes; 0 where the system does not say it in Linux's way.
fn resident() -> u64 {
    let pages = fs::read_to_string("/proc/self/statm").ok();
    pages.and_then(|text| text.split(' ').nth(1)?.parse::<u64>().ok()).unwrap_or(0) * 4096
}
