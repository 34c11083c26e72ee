//! A component that reads a part of the model without naming it would show what is old.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use regex::Regex;

/// The parts of the model, as `use_model!` names them.
const PARTS: [&str; 35] = [
    "preferences",
    "is_restored",
    "is_deleting",
    "last_place",
    "catalogue",
    "ratings",
    "search",
    "session",
    "devices",
    "cases",
    "documents",
    "checks",
    "showings",
    "shown",
    "consents",
    "disclosures",
    "has_more_disclosures",
    "drafts",
    "outbox",
    "sending",
    "open",
    "help",
    "acting_for",
    "widgets",
    "sheets",
    "told",
    "verification",
    "rules",
    "lock",
    "storage",
    "carry",
    "is_online",
    "switches",
    "most_used",
    "uses",
];

/// What the model's own methods read.
const METHODS: [(&str, &[&str]); 8] = [
    ("signed_in", &["session"]),
    ("case", &["cases"]),
    ("waiting", &["outbox"]),
    ("app_state", &["switches"]),
    ("outage", &["switches"]),
    ("high_demand", &["catalogue", "most_used", "preferences"]),
    ("messages", &["cases", "documents", "preferences", "rules"]),
    ("next_step", &["cases", "drafts", "documents", "catalogue", "rules"]),
];

/// A function of the shell: its name, what it calls the model if it is given one, and its body.
struct Function {
    name: String,
    model: Option<String>,
    body: String,
}

fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("the sources") {
        let path = entry.expect("a source").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(fs::read_to_string(path).expect("a source"));
        }
    }
}

fn functions() -> Vec<Function> {
    let mut texts = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
    let begin = Regex::new(r"(?m)^\s*(?:pub(?:\(\w+\))? )?fn (\w+)[^{;]*").expect("a pattern");
    let given = Regex::new(r"(\w+): &(?:Arc<)?Model").expect("a pattern");
    let mut found = Vec::new();
    for text in &texts {
        for head in begin.captures_iter(text) {
            let (whole, name) = (head.get(0).expect("all of it"), &head[1]);
            let mut depth = 0;
            let end = text[whole.end()..].char_indices().find(|(_, c)| {
                depth += match c {
                    '{' => 1,
                    '}' => -1,
                    _ => 0,
                };
                depth == 0
            });
            let body = end.map_or("", |(end, _)| &text[whole.end()..=whole.end() + end]);
            let model = given.captures(whole.as_str()).map(|given| given[1].to_owned());
            found.push(Function { name: name.to_owned(), model, body: body.to_owned() });
        }
    }
    found
}

/// The parts that `body` reads of what it calls `model`, through the functions that it gives it to.
fn read(
    model: &str,
    body: &str,
    all: &BTreeMap<&str, Vec<&Function>>,
    seen: &mut BTreeSet<String>,
) -> BTreeSet<String> {
    let pattern = |text: String| Regex::new(&text).expect("a pattern");
    let mut parts = BTreeSet::new();
    for part in PARTS {
        if pattern(format!(r"\b{model}\s*\.\s*{part}\b[^(]")).is_match(body) {
            parts.insert(part.to_owned());
        }
    }
    for (method, reads) in METHODS {
        if pattern(format!(r"\b{model}\s*\.\s*{method}\(")).is_match(body) {
            parts.extend(reads.iter().map(|part| (*part).to_owned()));
        }
    }
    for (name, same) in all {
        let is_called = pattern(format!(r"\b{name}\((?:[^()]|\([^()]*\))*&?\b{model}\b")).is_match(body);
        if is_called && seen.insert((*name).to_owned()) {
            for function in same {
                let own = function.model.as_deref().unwrap_or_default();
                parts.extend(read(own, &function.body, all, seen));
            }
        }
    }
    parts
}

#[test]
fn screens_read_only_what_they_name() {
    let functions = functions();
    let mut given: BTreeMap<&str, Vec<&Function>> = BTreeMap::new();
    // `Words::of` is for what is no component; components have `use_words`.
    for function in functions.iter().filter(|function| function.model.is_some() && function.name != "of") {
        given.entry(&function.name).or_default().push(function);
    }
    let named = Regex::new(r"let (\w+) = use_model!\(([^)]*)\)").expect("a pattern");
    let mut seen = 0;
    for function in &functions {
        for at in named.captures_iter(&function.body) {
            seen += 1;
            let named: BTreeSet<String> = at[2].split(',').map(|part| part.trim().to_owned()).collect();
            let read = read(&at[1], &function.body, &given, &mut BTreeSet::new());
            let missing: Vec<_> = read.difference(&named).collect();
            assert!(missing.is_empty(), "{} reads {missing:?} and does not name it", function.name);
        }
    }
    assert!(seen > 50, "only {seen} components were found: the pattern is out of date");
}
