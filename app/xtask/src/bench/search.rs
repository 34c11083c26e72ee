//! The shell's search beside tantivy, SQLite's FTS5, MiniSearch and its own earlier self, over the same documents and queries.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, bail};

use super::{Table, percentile, read};
use crate::process::{built_as, cargo, has, output, project, run, run_quietly, say, target};

/// How many services, where nothing else is said: one province's, and two nations'.
const SIZES: [&str; 3] = ["2262", "100000", "350000"];
/// The search that compared the query with every text of every row, and where it was.
const EARLIER: &str = "6e9e9df";
const EARLIER_FOLDER: &str = "app/management/search";
/// More documents than MiniSearch's maps hold in the memory that Node is given here, and than the earlier search answers over in minutes.
const MOST_MINISEARCH: usize = 100_000;
const MOST_EARLIER: usize = 100_000;
const NODE_MEMORY: &str = "--max-old-space-size=6000";

/// What is measured, and its programs.
struct Subjects {
    ours: PathBuf,
    rivals: PathBuf,
    earlier: Option<PathBuf>,
    /// Where npm put MiniSearch, where there is a Node.
    modules: Option<PathBuf>,
}

/// Prints relevance without demand on the judged sets, then build time, size, memory and what a key costs, each beside the rivals.
pub(super) fn search(sizes: &[String]) -> Result<()> {
    let subjects = Subjects::build()?;
    let mut table = Table::default();
    let folder = target().join("bench/search");
    say("the judged sets, by texts alone");
    run(Command::new(&subjects.ours).arg("export-judged").arg(folder.join("judged")))?;
    for set in ["stard", "govuk"] {
        let folder = folder.join("judged").join(set);
        let names: Vec<&str> = subjects.measure(&folder, 0)?.into_keys().collect();
        let judged = read(&output(Command::new(&subjects.ours).arg("judge").arg(&folder).args(&names))?);
        for name in names {
            table.say(
                &format!("{set} nDCG@10"),
                name,
                "share",
                percentile(&judged, &format!("{name} ndcg"), 50)?,
            );
        }
    }
    let default: Vec<String> = SIZES.map(str::to_owned).to_vec();
    for size in if sizes.is_empty() { &default } else { sizes } {
        say(&format!("{size} services, key by key"));
        let folder = folder.join(size);
        run(Command::new(&subjects.ours).arg("export").arg(&folder).arg(size))?;
        let count = size.parse().with_context(|| format!("{size} is no number of services"))?;
        let figures = subjects.measure(&folder, count)?;
        compare(&mut table, size, &figures)?;
        fs::remove_dir_all(&folder)?;
    }
    table.write("search")
}

type Figures = BTreeMap<String, Vec<f64>>;

fn compare(table: &mut Table, size: &str, figures: &BTreeMap<&'static str, Figures>) -> Result<()> {
    let ours = &figures["ours"];
    let text = percentile(ours, "ours text_bytes", 50)?;
    table.say(
        &format!("{size}: index beside text"),
        "ours",
        "times",
        percentile(ours, "ours index_bytes", 50)? / text,
    );
    table.say(
        &format!("{size}: opened from kept bytes"),
        "ours",
        "ms",
        percentile(ours, "ours open_ms", 50)?,
    );
    for (subject, own) in figures {
        for (figure, unit) in [("build_ms", "ms"), ("index_bytes", "bytes"), ("memory_bytes", "bytes")] {
            if let Ok(value) = percentile(own, &format!("{subject} {figure}"), 50) {
                table.say(&format!("{size}: {figure}"), subject, unit, value);
            }
        }
        for at in [50, 99] {
            let value = percentile(own, &format!("{subject} key_ms"), at)?;
            let ratio = value / percentile(ours, "ours key_ms", at)?;
            table.say(&format!("{size}: a key, p{at} (ratio {ratio:.1})"), subject, "ms", value);
        }
    }
    Ok(())
}

impl Subjects {
    fn build() -> Result<Self> {
        say("the search and its rivals, in release builds");
        run(cargo().args(["build", "--release", "-p", "fingertip-eval", "--bins"]))?;
        let rivals = project().join("tests/search/rivals/Cargo.toml");
        run(cargo()
            .args(["build", "--release", "--manifest-path"])
            .arg(rivals)
            .arg("--target-dir")
            .arg(target()))?;
        let earlier = earlier();
        if let Err(error) = &earlier {
            println!("LEFT OUT: the search of {EARLIER}: {error:#}");
        }
        let modules = minisearch();
        if let Err(error) = &modules {
            println!("LEFT OUT: MiniSearch: {error:#}");
        }
        Ok(Self {
            ours: built_as("release", "fingertip-search-bench"),
            rivals: built_as("release", "search-rivals"),
            earlier: earlier.ok(),
            modules: modules.ok(),
        })
    }

    /// The figures of every subject over a folder's documents and queries.
    fn measure(&self, folder: &Path, count: usize) -> Result<BTreeMap<&'static str, Figures>> {
        let mut figures = BTreeMap::new();
        figures.insert("ours", read(&output(Command::new(&self.ours).arg("ours").arg(folder))?));
        for rival in ["tantivy", "fts5"] {
            figures.insert(rival, read(&output(Command::new(&self.rivals).arg(rival).arg(folder))?));
        }
        match &self.modules {
            Some(modules) if count <= MOST_MINISEARCH => {
                let mut node = Command::new("node");
                node.arg(NODE_MEMORY).arg("tests/search/minisearch.mjs").arg(modules).arg(folder);
                figures.insert("minisearch", read(&output(&mut node)?));
            }
            Some(_) => {
                println!("LEFT OUT: MiniSearch, whose maps of so many documents do not fit {NODE_MEMORY}")
            }
            None => {}
        }
        match &self.earlier {
            Some(program) if (1..=MOST_EARLIER).contains(&count) => {
                figures.insert("earlier", read(&output(Command::new(program).arg(folder))?));
            }
            _ => {}
        }
        Ok(figures)
    }
}

/// MiniSearch, installed beside what is built.
fn minisearch() -> Result<PathBuf> {
    let folder = target().join("bench/minisearch");
    if !has("npm") {
        bail!("there is no npm");
    }
    fs::create_dir_all(&folder)?;
    fs::write(folder.join("package.json"), r#"{"private": true}"#)?;
    run_quietly(
        Command::new("npm").args(["install", "--no-audit", "--no-fund", "minisearch@7"]).current_dir(&folder),
    )?;
    Ok(folder)
}

/// The earlier search as a program of its own, out of the project's history.
fn earlier() -> Result<PathBuf> {
    let folder = target().join("bench/search-earlier");
    fs::create_dir_all(folder.join("src"))?;
    for file in ["lib.rs", "query.rs", "score.rs", "text.rs"] {
        let name = format!("{EARLIER}:{EARLIER_FOLDER}/src/{file}");
        let text = output(Command::new("git").args(["show", &name]))?.replace("#[cfg(test)]\nmod tests;", "");
        fs::write(folder.join("src").join(file), text)?;
    }
    fs::write(folder.join("src/main.rs"), include_str!("search_earlier.rs.txt"))?;
    fs::write(folder.join("Cargo.toml"), MANIFEST)?;
    run(cargo()
        .args(["build", "--quiet", "--release", "--manifest-path"])
        .arg(folder.join("Cargo.toml"))
        .arg("--target-dir")
        .arg(target()))?;
    Ok(built_as("release", "search-earlier"))
}

const MANIFEST: &str = r#"[package]
name = "search-earlier"
version = "0.1.0"
edition = "2024"
[workspace]
[lib]
name = "earlier"
[dependencies]
pinyin = "0.11"
strsim = "0.11"
unicode-normalization = "0.1"
serde_json = "1"
"#;
