//! The judged sets: what is searched, and what should be found.

use std::{
    collections::{BTreeSet, HashMap},
    fs,
    path::Path,
};

use anyhow::{Context, Result};
use serde::{Deserialize, de::DeserializeOwned};

/// A judged question.
pub(crate) struct Judged {
    pub(crate) question: String,
    /// Its kind, where a set has kinds.
    pub(crate) kind: String,
    pub(crate) relevant: HashMap<usize, f64>,
    /// The relevant documents that are not in the collection; they count as not found.
    pub(crate) missing: Vec<f64>,
}

/// Documents and the questions that are judged on them.
#[derive(Default)]
pub(crate) struct Collection {
    pub(crate) name: String,
    /// All of a document's words.
    pub(crate) words: Vec<String>,
    /// What of it is encoded.
    pub(crate) meanings: Vec<String>,
    /// What raises it, whatever is asked.
    pub(crate) priors: Vec<f32>,
    pub(crate) questions: Vec<Judged>,
}

fn lines<T: DeserializeOwned>(file: &Path) -> Result<Vec<T>> {
    let text = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    text.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
}

fn judged(
    question: String,
    kind: String,
    relevant: HashMap<String, f64>,
    at: &HashMap<&str, usize>,
) -> Judged {
    let mut judged = Judged { question, kind, relevant: HashMap::new(), missing: Vec::new() };
    for (key, grade) in relevant {
        match at.get(key.as_str()) {
            Some(number) => _ = judged.relevant.insert(*number, grade),
            None => judged.missing.push(grade),
        }
    }
    judged
}

#[derive(Deserialize)]
struct Passage {
    name: String,
    text: String,
}

#[derive(Deserialize)]
struct Layman {
    query: String,
    relevant: Vec<String>,
}

/// STARD: laypeople's legal questions in Chinese and the passages that answer them.
pub(crate) fn stard(data: &Path) -> Result<Collection> {
    let passages: Vec<Passage> = lines(&data.join("search/stard-passages.jsonl"))?;
    let questions: Vec<Layman> = lines(&data.join("search/stard-queries.jsonl"))?;
    let at = passages.iter().enumerate().map(|(number, one)| (one.name.as_str(), number)).collect();
    let questions = questions.into_iter().map(|one| {
        let relevant = one.relevant.into_iter().map(|name| (name, 1.0)).collect();
        judged(one.query, "stard".into(), relevant, &at)
    });
    Ok(Collection {
        name: "STARD".into(),
        questions: questions.collect(),
        words: passages.iter().map(|one| format!("{} {}", one.name, one.text)).collect(),
        meanings: passages.iter().map(|one| one.text.clone()).collect(),
        priors: Vec::new(),
    })
}

#[derive(Deserialize)]
struct Service {
    #[serde(rename = "TASK_CODE")]
    code: String,
    #[serde(rename = "TASK_NAME")]
    name: String,
    #[serde(rename = "DEPT_NAME", default)]
    department: String,
    #[serde(default)]
    theme_category: Vec<String>,
    #[serde(default)]
    material_intro: Vec<String>,
}

#[derive(Deserialize)]
struct Citizen {
    query: String,
    kind: String,
    relevant: HashMap<String, f64>,
}

/// Guangdong's services and what citizens ask of them.
pub(crate) fn citizens(data: &Path, questions: &Path) -> Result<Collection> {
    let services: Vec<Service> = lines(&data.join("services/guangdong-services.jsonl"))?;
    let at = services.iter().enumerate().map(|(number, one)| (one.code.as_str(), number)).collect();
    let questions = lines::<Citizen>(questions)?;
    let words = |one: &Service| {
        [one.name.as_str(), &one.department, &one.theme_category.join(" "), &one.material_intro.join(" ")]
            .join(" ")
    };
    Ok(Collection {
        name: "citizens".into(),
        questions: questions.into_iter().map(|one| judged(one.query, one.kind, one.relevant, &at)).collect(),
        words: services.iter().map(words).collect(),
        meanings: services.iter().map(|one| one.name.clone()).collect(),
        priors: Vec::new(),
    })
}

#[derive(Deserialize)]
struct Click {
    query: String,
    #[serde(default)]
    link: String,
    #[serde(default)]
    score: String,
}

/// GOV.UK's links, whose text is the words of their path. Without the prior of what others clicked: a question would profit from its own.
pub(crate) fn govuk(data: &Path, set: &str) -> Result<Collection> {
    let links = fs::read_to_string(data.join("search/govuk-links.txt"))?;
    let mut questions: Vec<(String, HashMap<String, f64>)> = Vec::new();
    let mut places = HashMap::new();
    for row in csv::Reader::from_path(data.join(format!("search/govuk-{set}.csv")))?.deserialize() {
        let Click { query, link, score } = row?;
        let place = *places.entry(query.clone()).or_insert_with(|| {
            questions.push((query, HashMap::new()));
            questions.len() - 1
        });
        if let (Ok(score), false) = (score.trim().parse::<f64>(), link.is_empty()) {
            questions[place].1.insert(link, score);
        }
    }
    questions.retain(|(_, relevant)| relevant.values().any(|grade| *grade > 0.0));
    let keys: BTreeSet<&str> = links
        .lines()
        .chain(questions.iter().flat_map(|(_, relevant)| relevant.keys().map(String::as_str)))
        .filter(|link| !link.is_empty())
        .collect();
    let at: HashMap<&str, usize> = keys.iter().enumerate().map(|(number, key)| (*key, number)).collect();
    let text = |link: &&str| link.split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ");
    let words: Vec<String> = keys.iter().map(text).collect();
    let judge = |(question, relevant): &(String, HashMap<String, f64>)| {
        judged(question.clone(), String::new(), relevant.clone(), &at)
    };
    Ok(Collection {
        name: format!("GOV.UK {set}"),
        questions: questions.iter().map(judge).collect(),
        meanings: words.clone(),
        words,
        priors: Vec::new(),
    })
}
