//! What the benches search: the real services of one province, offered by as many regions as it takes.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use fingertip_search::Row;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::{data::Data, sets};

/// A document as every subject reads it: a line of JSON.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Document {
    /// Its key.
    pub key: String,
    /// Names.
    pub names: Vec<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Details.
    pub details: Vec<String>,
    /// How much it is asked for.
    pub demand: u32,
    /// Names for those who cannot cut Han: pieces with blanks between.
    pub name: String,
    /// All else, cut likewise.
    pub other: String,
}

impl From<Document> for Row {
    fn from(document: Document) -> Self {
        let Document { key, names, keywords, details, demand, .. } = document;
        Self { key, names, keywords, details, demand, ..Self::default() }
    }
}

impl From<Row> for Document {
    fn from(row: Row) -> Self {
        let name = pieces(&row.names.join(" "));
        let other = pieces(&[row.keywords.join(" "), row.details.join(" ")].join(" "));
        let Row { key, names, keywords, details, demand, .. } = row;
        Self { key, names, keywords, details, demand, name, other }
    }
}

/// Characters and pairs of Han, and words, with blanks between: what the rivals index, so that each gets the same pieces.
#[must_use]
pub fn pieces(text: &str) -> String {
    let mut pieces: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    let mut word = String::new();
    for c in text.to_lowercase().chars().chain([' ']) {
        let is_han = matches!(c, '\u{3400}'..='\u{9FFF}');
        if (is_han || !c.is_alphanumeric()) && !word.is_empty() {
            pieces.push(std::mem::take(&mut word));
        }
        if is_han {
            pieces.push(c.into());
            pieces.extend(before.map(|before| String::from_iter([before, c])));
        } else if c.is_alphanumeric() {
            word.push(c);
        }
        before = is_han.then_some(c);
    }
    pieces.join(" ")
}

/// So many services: each of the real ones by the first region, then by the next. A region's have its name in department and place.
///
/// # Errors
/// The services or the regions cannot be read.
pub fn rows(data: &Data, count: usize) -> Result<Vec<Row>> {
    let file =
        data.file("guangdong-services.jsonl").context("guangdong-services.jsonl is in no folder of data")?;
    let services = sets::services(&file)?;
    let regions = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../assets/demo/regions.json");
    let regions: Vec<Value> = serde_json::from_str(&fs::read_to_string(regions)?)?;
    let regions = regions.iter().filter_map(|region| region["name"]["zh-Hans"].as_str());
    let rows = regions.enumerate().flat_map(|(number, region)| {
        services.iter().map(move |service| {
            let mut row = service.clone();
            row.key = format!("{number:03}{}", row.key);
            for detail in row.details.iter_mut().take(2) {
                *detail = detail.replace("广东省", region).replace("广州市", region);
            }
            row
        })
    });
    Ok(rows.take(count).collect())
}

/// What is typed, key by key: every beginning of every query of `queries.txt`.
#[must_use]
pub fn keys() -> Vec<String> {
    include_str!("../queries.txt")
        .lines()
        .flat_map(|query| query.char_indices().map(|(at, c)| query[..at + c.len_utf8()].to_owned()))
        .filter(|typed| !typed.ends_with(' '))
        .collect()
}
