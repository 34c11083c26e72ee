//! The judged sets: their documents, their queries, and how often each document is asked for.

use std::{
    collections::{HashMap, HashSet},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use fingertip_search::Row;
use serde::Deserialize;

use crate::{
    asked::Log,
    data::{Data, judgements, lines},
};

/// The sets over GOV.UK's links, by the names of their files.
pub const GOVUK: [&str; 9] = [
    "2024-10-16-clickstream-judgements",
    "misspellings_and_miscorrections",
    "natural_language",
    "spaces_and_punctuation",
    "abbreviations",
    "firebreak",
    "forms_and_id_numbers",
    "long_word_count",
    "stop_words",
];

/// A judged query.
#[derive(Debug, Clone)]
pub struct Judged {
    /// As a person typed it.
    pub text: String,
    /// How it is asked, where its set tells that: a question, in pinyin, with a slip.
    pub kind: Option<String>,
    /// Good documents with how good they are.
    pub relevant: HashMap<String, f64>,
}

/// A set of judged queries.
#[derive(Debug, Clone)]
pub struct Set {
    /// How it is called in the table.
    pub name: String,
    /// Its queries that have a good document.
    pub queries: Vec<Judged>,
}

/// Documents with the sets that are judged on them.
#[derive(Debug, Default)]
pub struct Collection {
    /// What is searched.
    pub rows: Vec<Row>,
    /// What a row is about, for the encoder: a service's name, or a whole passage where the name is a number of an article.
    pub about: Vec<String>,
    /// Editors' synonyms, in the form of `govuk-synonyms.yml`.
    pub synonyms: String,
    /// What was asked before, and what was taken then.
    pub log: Vec<Log>,
    /// What is asked.
    pub sets: Vec<Set>,
}

fn set(name: &str, queries: Vec<(String, HashMap<String, f64>)>) -> Set {
    let judged = queries.into_iter().map(|(text, relevant)| Judged { text, kind: None, relevant });
    of_judged(name, judged)
}

fn of_judged(name: &str, queries: impl Iterator<Item = Judged>) -> Set {
    let queries = queries.filter(|query| query.relevant.values().any(|score| *score > 0.0)).collect();
    Set { name: name.to_owned(), queries }
}

/// GOV.UK's links, whose text is the words of their path, with all sets whose files are there.
///
/// # Errors
/// A file cannot be read; none is an error that is not there.
pub fn govuk(data: &Data) -> Result<Option<Collection>> {
    let Some(links) = data.file("govuk-links.txt") else { return Ok(None) };
    let links = fs::read_to_string(links)?;
    let mut collection = Collection::default();
    if let Some(file) = data.file("govuk-synonyms.yml") {
        collection.synonyms = fs::read_to_string(file)?;
    }
    for file in data.files(&file_of(GOVUK[0])) {
        for (query, relevant) in judgements(&file)? {
            let taken = relevant.into_iter().filter(|(_, score)| *score > 0.0);
            collection.log.extend(taken.map(|(link, score)| Log { query: query.clone(), link, score }));
        }
    }
    // Two folders may have the same questions.
    collection.log.sort_by(|a, b| (&a.query, &a.link).cmp(&(&b.query, &b.link)));
    collection.log.dedup_by(|a, b| a.query == b.query && a.link == b.link);
    for name in GOVUK {
        let file = if name == GOVUK[0] { data.file(&file_of(name)) } else { data.judged(&file_of(name)) };
        if let Some(file) = file {
            collection.sets.push(set(name, judgements(&file)?));
        }
    }
    let mut keys: HashSet<&str> = links.lines().filter(|line| !line.is_empty()).collect();
    keys.extend(
        collection
            .sets
            .iter()
            .flat_map(|set| &set.queries)
            .flat_map(|query| query.relevant.keys().map(String::as_str)),
    );
    let mut keys: Vec<&str> = keys.into_iter().collect();
    keys.sort_unstable();
    let rows = keys.into_iter().map(|link| Row {
        key: link.to_owned(),
        names: vec![words_of(link)],
        ..Row::default()
    });
    collection.rows = rows.collect();
    collection.about = names(&collection.rows);
    Ok(Some(collection))
}

fn file_of(name: &str) -> String {
    format!("govuk-{name}.csv")
}

/// The words of a link's path, and of its host where it leads elsewhere.
fn words_of(link: &str) -> String {
    let path = link.split_once("://").map_or(link, |(_, rest)| rest);
    path.split(['/', '-', '.', '_', '?', '=', '#', '&'])
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

#[derive(Deserialize)]
struct Passage {
    name: String,
    text: String,
}

#[derive(Deserialize)]
struct Question {
    query: String,
    relevant: Vec<String>,
}

/// STARD: laypeople's legal questions in Chinese and the passages that answer them.
///
/// # Errors
/// A file cannot be read; none is an error that is not there.
pub fn stard(data: &Data, synonyms: &Path) -> Result<Option<Collection>> {
    let (Some(passages), Some(questions)) =
        (data.file("stard-passages.jsonl"), data.judged("stard-queries.jsonl"))
    else {
        return Ok(None);
    };
    let rows = lines::<Passage>(&passages)?.into_iter().map(|passage| Row {
        key: passage.name.clone(),
        names: vec![passage.name],
        details: vec![passage.text],
        ..Row::default()
    });
    let queries = lines::<Question>(&questions)?
        .into_iter()
        .map(|question| (question.query, question.relevant.into_iter().map(|name| (name, 1.0)).collect()));
    let sets = vec![set("stard", queries.collect())];
    let rows: Vec<Row> = rows.collect();
    let about = rows.iter().map(|row| row.details.concat()).collect();
    Ok(Some(Collection { rows, about, synonyms: read_if_there(synonyms)?, sets, ..Collection::default() }))
}

#[derive(Deserialize)]
struct Task {
    #[serde(rename = "TASK_CODE")]
    code: String,
    #[serde(rename = "TASK_NAME")]
    name: String,
    #[serde(rename = "CATANAME", default)]
    catalogue_name: String,
    #[serde(rename = "DEPT_NAME", default)]
    department: String,
    #[serde(rename = "AREA_CODE_TEXT", default)]
    area: String,
    #[serde(default)]
    theme_category: Vec<String>,
    #[serde(default)]
    material_intro: Vec<String>,
    #[serde(default)]
    accept_standard: String,
    #[serde(default)]
    visit_number: String,
}

#[derive(Deserialize)]
struct Citizen {
    query: String,
    kind: String,
    relevant: HashMap<String, f64>,
}

/// How much of a condition is searched, in characters: what follows names laws, not services.
const CONDITION: usize = 120;

/// The real services of Guangdong as rows, in the file's order.
///
/// # Errors
/// The file cannot be read.
pub fn services(file: &Path) -> Result<Vec<Row>> {
    Ok(lines::<Task>(file)?.into_iter().map(row_of).collect())
}

fn row_of(task: Task) -> Row {
    let mut names = vec![task.name];
    if !task.catalogue_name.is_empty() && task.catalogue_name != names[0] {
        names.push(task.catalogue_name);
    }
    let condition: String = task.accept_standard.chars().take(CONDITION).collect();
    let details = [task.department, task.area, task.material_intro.join(" "), condition];
    Row {
        key: task.code,
        names,
        keywords: task.theme_category,
        details: details.into_iter().filter(|text| !text.is_empty()).collect(),
        demand: task.visit_number.trim().parse().unwrap_or(0),
        ..Row::default()
    }
}

/// Guangdong's services with the project's own questions of citizens.
///
/// # Errors
/// A file cannot be read; none is an error that is not there.
pub fn citizens(data: &Data, own: &Path, synonyms: &Path) -> Result<Option<Collection>> {
    let Some(file) = data.file("guangdong-services.jsonl") else { return Ok(None) };
    let mut sets = Vec::new();
    for name in ["citizens-tuning", "citizens-test"] {
        let file = data.judged(&format!("{name}.jsonl")).unwrap_or_else(|| own.join(format!("{name}.jsonl")));
        if file.is_file() {
            let judged = lines::<Citizen>(&file)?.into_iter().map(|asked| {
                let Citizen { query, kind, relevant } = asked;
                Judged { text: query, kind: Some(kind), relevant }
            });
            sets.push(of_judged(name, judged));
        }
    }
    if sets.is_empty() {
        return Ok(None);
    }
    let rows = services(&file)?;
    let (about, synonyms) = (names(&rows), read_if_there(synonyms)?);
    Ok(Some(Collection { rows, about, synonyms, sets, ..Collection::default() }))
}

fn names(rows: &[Row]) -> Vec<String> {
    rows.iter().map(|row| row.names.first().cloned().unwrap_or_default()).collect()
}

fn read_if_there(file: &Path) -> Result<String> {
    if !file.is_file() {
        return Ok(String::new());
    }
    fs::read_to_string(file).with_context(|| file.display().to_string())
}
