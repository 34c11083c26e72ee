//! What meaning adds: size, time, memory, and nDCG@10 of plain BM25 without and with it.
//!
//! `cargo run --release -p fingertip-meaning --example measure -- MODEL DATA QUESTIONS`: the model, the folder with `search` and
//! `services`, and the citizens' questions (`tests/search/citizens-tuning.jsonl`).

#![expect(clippy::cast_precision_loss, reason = "counts of questions, and figures for people")]

mod bm25;
mod sets;

use std::{collections::BTreeMap, env, fs, path::Path, time::Instant};

use anyhow::{Context, Result, bail};
use bm25::Bm25;
use fingertip_meaning::{Encoder, Vectors, fuse, weigh};
use sets::{Collection, Judged};

/// How many of the words' answers are joined with the meaning's.
const FOUND: usize = 200;

fn main() -> Result<()> {
    let words: Vec<String> = env::args().skip(1).collect();
    let [model, data, questions] = words.as_slice() else { bail!("measure MODEL DATA QUESTIONS") };
    let before = memory();
    let bytes = fs::read(model).with_context(|| model.clone())?;
    let (size, start) = (bytes.len() as f64 / 1e6, Instant::now());
    let encoder = Encoder::from_bytes(&bytes)?;
    let loading = start.elapsed().as_secs_f64() * 1e3;
    drop(bytes);
    println!("model {size:.2} MB, loaded in {loading:.1} ms, {:.1} MB of memory", memory() - before);
    let data = Path::new(data);
    measure(&encoder, &sets::stard(data)?);
    measure(&encoder, &sets::citizens(data, Path::new(questions))?);
    for set in ["natural_language", "2024-10-16-clickstream-judgements", "misspellings_and_miscorrections"] {
        measure(&encoder, &sets::govuk(data, set)?);
    }
    println!("\nmemory at the end {:.1} MB", memory());
    Ok(())
}

/// The figures of one kind of question: words alone, meaning alone, both.
type Sums = (usize, [f64; 3]);

fn measure(encoder: &Encoder, collection: &Collection) {
    let words = Bm25::new(&collection.words);
    let start = Instant::now();
    let mut vectors = Vectors::new(encoder.width());
    encoder
        .encode_all(collection.meanings.iter().map(String::as_str))
        .iter()
        .for_each(|vector| vectors.push(vector));
    let document = start.elapsed().as_secs_f64() * 1e3 / collection.meanings.len().max(1) as f64;
    let mut kinds: BTreeMap<&str, Sums> = BTreeMap::new();
    let (mut encoding, mut looking) = (0.0, 0.0);
    for judged in &collection.questions {
        let found = words.find(&judged.question, &collection.priors, FOUND);
        let start = Instant::now();
        let vector = encoder.encode(&judged.question);
        encoding += start.elapsed().as_secs_f64() * 1e3;
        let start = Instant::now();
        let nearness = vectors.nearness(&vector);
        let best = found.first().map_or("", |best| collection.words[best.row].as_str());
        let score = found.first().map_or(0.0, |best| best.score);
        let whole = words.whole(&judged.question);
        let weight = weigh(&judged.question, encoder.knows(&judged.question), best, (score, whole));
        let both = fuse(&found, &nearness, weight, 10);
        looking += start.elapsed().as_secs_f64() * 1e3;
        let rows = |found: &[fingertip_meaning::Scored]| found.iter().map(|one| one.row).collect::<Vec<_>>();
        let near: Vec<usize> = vectors.nearest(&vector, 10).iter().map(|(row, _)| *row).collect();
        let figures = [rows(&found), near, rows(&both)].map(|found| ndcg(&found, judged));
        for kind in ["all", &judged.kind] {
            let (count, sums) = kinds.entry(kind).or_default();
            *count += 1;
            sums.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
        }
    }
    let count = collection.questions.len().max(1) as f64;
    println!(
        "\n{}: {document:.2} ms a document; a question {:.2} ms to encode, {:.2} ms to look and join",
        collection.name,
        encoding / count,
        looking / count
    );
    for (kind, (count, sums)) in kinds {
        if !kind.is_empty() {
            let [words, meaning, both] = sums.map(|sum| sum / count as f64);
            println!("  {kind:<12}{count:>6}   words {words:.3}   meaning {meaning:.3}   both {both:.3}");
        }
    }
}

/// Normalised discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002), gain 2^grade - 1.
fn ndcg(found: &[usize], judged: &Judged) -> f64 {
    let sum = |grades: &mut dyn Iterator<Item = f64>| -> f64 {
        grades.take(10).zip(2_u32..).map(|(grade, rank)| (grade.exp2() - 1.0) / f64::from(rank).log2()).sum()
    };
    let mut best: Vec<f64> = judged.relevant.values().chain(&judged.missing).copied().collect();
    best.sort_by(|a, b| b.total_cmp(a));
    let ideal = sum(&mut best.into_iter());
    if ideal == 0.0 {
        return 0.0;
    }
    sum(&mut found.iter().map(|row| judged.relevant.get(row).copied().unwrap_or(0.0))) / ideal
}

/// Memory of this process in MB, where the system tells it (Linux).
fn memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    line.and_then(|line| line.split_whitespace().next()).and_then(|kb| kb.parse::<f64>().ok()).unwrap_or(0.0)
        / 1e3
}
