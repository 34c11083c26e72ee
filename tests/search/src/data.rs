//! Where the judged queries are, and how their files are read.

use std::{
    collections::HashMap,
    env, fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use serde::{Deserialize, de::DeserializeOwned};

/// The folders that are looked in: the one that was named, then the default one.
#[derive(Debug, Clone)]
pub struct Data {
    folders: Vec<PathBuf>,
}

/// A judged pair of a query and a document.
#[derive(Debug, Clone, Deserialize)]
pub struct Judgement {
    /// What a person typed.
    pub query: String,
    /// The document.
    #[serde(default)]
    pub link: String,
    /// How good it is: 0 to 3; empty where the query has no good document.
    #[serde(default)]
    pub score: String,
}

impl Data {
    /// `named` is what `--data` says. The default folder is that of `FINGERTIP_DATA`, else `../shared/data` beside the project.
    #[must_use]
    pub fn find(named: Option<&Path>) -> Self {
        let default = env::var_os("FINGERTIP_DATA").map_or_else(
            || Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data"),
            PathBuf::from,
        );
        Self { folders: named.map(Path::to_owned).into_iter().chain([default]).collect() }
    }

    /// The file, from the named folder or else from the default one; each may hold files directly or in `search` or `services`.
    #[must_use]
    pub fn file(&self, name: &str) -> Option<PathBuf> {
        self.folders.iter().find_map(|folder| within(folder, name))
    }

    /// The file of each folder that has one.
    #[must_use]
    pub fn files(&self, name: &str) -> Vec<PathBuf> {
        self.folders.iter().filter_map(|folder| within(folder, name)).collect()
    }

    /// A file of judged queries: where a folder was named, from nowhere else.
    #[must_use]
    pub fn judged(&self, name: &str) -> Option<PathBuf> {
        within(self.folders.first()?, name)
    }
}

fn within(folder: &Path, name: &str) -> Option<PathBuf> {
    ["", "search", "services"]
        .map(|part| folder.join(part).join(name))
        .into_iter()
        .find(|file| file.is_file())
}

/// The judgements of a CSV file, by query, in the file's order.
///
/// # Errors
/// The file cannot be read or is no CSV with the columns `query`, `link` and `score`.
pub fn judgements(file: &Path) -> Result<Vec<(String, HashMap<String, f64>)>> {
    let mut queries: Vec<(String, HashMap<String, f64>)> = Vec::new();
    let mut at: HashMap<String, usize> = HashMap::new();
    for row in csv::Reader::from_path(file)?.deserialize() {
        let Judgement { query, link, score } = row.with_context(|| file.display().to_string())?;
        let number = *at.entry(query.clone()).or_insert_with(|| {
            queries.push((query, HashMap::new()));
            queries.len() - 1
        });
        if let Ok(score) = score.trim().parse()
            && !link.is_empty()
        {
            queries[number].1.insert(link, score);
        }
    }
    Ok(queries)
}

/// A file with a JSON value a line.
///
/// # Errors
/// The file cannot be read or a line is no such value.
pub fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let text = fs::read_to_string(file)?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| serde_json::from_str(line).with_context(|| file.display().to_string()))
        .collect()
}
