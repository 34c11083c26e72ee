//! The standard's conformance suite on this implementation, and that the suite leaves no kind out.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use serde_json::Value;

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn suite() -> PathBuf {
    project().join("mini-apps/standard/conformance")
}

fn guests() -> PathBuf {
    std::env::var_os("FINGERTIP_GUESTS")
        .map_or_else(|| project().join("target/guests/components"), PathBuf::from)
}

fn run(suite: &Path) -> (bool, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingertip"));
    let output = command
        .args(["conformance", "--suite"])
        .arg(suite)
        .arg("--guests")
        .arg(guests())
        .output()
        .expect("the command starts");
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

fn cases(folder: &str) -> Vec<Value> {
    let entries = fs::read_dir(suite().join(folder)).expect("a folder of the suite");
    entries
        .map(|entry| {
            serde_json::from_slice(&fs::read(entry.expect("a case").path()).expect("a case")).expect("JSON")
        })
        .collect()
}

/// Every folder of the suite, the one with an expectation of its own first.
const FOLDERS: [&str; 12] = [
    "views/accepted",
    "views/refused",
    "manifests/accepted",
    "manifests/refused",
    "events",
    "widgets/accepted",
    "widgets/refused",
    "widgets/shown",
    "addresses/accepted",
    "addresses/refused",
    "entries/accepted",
    "entries/refused",
];

#[test]
fn every_case_of_the_suite_passes_on_both_engines() {
    let (is_good, said) = run(&suite());
    assert!(is_good, "{said}");
    assert!(said.contains(" passed, 0 failed"), "{said}");
}

#[test]
fn a_wrong_expectation_fails_and_is_named() {
    let home = tempfile::tempdir().expect("a folder");
    for folder in FOLDERS {
        fs::create_dir_all(home.path().join(folder)).expect("a folder");
    }
    fs::write(
        home.path().join("views/accepted/a.json"),
        r#"{"step": {"words": [], "view": null, "requests": []}, "expect": "refused"}"#,
    )
    .expect("a case");
    let (is_good, _) = run(home.path());
    assert!(!is_good, "an empty folder proves nothing");
    for folder in &FOLDERS[1..] {
        fs::write(home.path().join(folder).join("a.json"), "{}").expect("a case");
    }
    let (is_good, said) = run(home.path());
    assert!(
        !is_good && said.contains("FAILED  views/accepted/a.json") && said.contains("0 passed, 12 failed"),
        "{said}"
    );
}

#[test]
fn every_kind_of_the_wit_is_in_the_suite() {
    let wit =
        fs::read_to_string(project().join("mini-apps/standard/wit/since-1.0/view.wit")).expect("the WIT");
    let kinds =
        wit.split_once("variant kind {").and_then(|(_, rest)| rest.split_once('}')).expect("the kinds").0;
    let kinds: BTreeSet<String> = kinds
        .lines()
        .filter_map(|line| line.split("//").next())
        .flat_map(|line| line.split(','))
        .filter_map(|kind| kind.split('(').next().map(|name| name.trim().replace('-', "")))
        .filter(|name| !name.is_empty() && !name.ends_with(['>', ')']))
        .collect();
    let cases = cases("views/accepted");
    let nodes = cases.iter().filter_map(|case| case["step"]["view"]["nodes"].as_array()).flatten();
    let shown: BTreeSet<String> = nodes
        .filter_map(|node| node["kind"].as_object()?.keys().next().map(|name| name.to_lowercase()))
        .collect();
    assert_eq!(kinds.len(), 36, "{kinds:?}");
    assert_eq!(kinds.difference(&shown).collect::<Vec<_>>(), Vec::<&String>::new(), "kinds without a case");
}

#[test]
fn every_rule_is_broken_in_the_suite() {
    let rules = |folder: &str| -> BTreeSet<String> {
        cases(folder).iter().filter_map(|case| case["expect"]["rule"].as_str().map(str::to_owned)).collect()
    };
    let wanted = |rules: &[&str]| rules.iter().map(|&rule| rule.to_owned()).collect::<BTreeSet<String>>();
    assert_eq!(
        rules("views/refused"),
        wanted(&["too-many", "not-a-tree", "no-such-word", "same-key", "rule"])
    );
    assert_eq!(
        rules("manifests/refused"),
        wanted(&["malformed", "unknown-capability", "unknown-standard", "rule"])
    );
    assert_eq!(rules("widgets/refused"), wanted(&["unknown", "too-many", "no-such-word", "rule", "entry"]));
    let tricks = ["too-long", "unseen", "not-a-uri", "scheme", "authority", "no-mini-app", "path", "params"];
    assert_eq!(rules("addresses/refused"), wanted(&tricks));
    let refusals = ["no-entry", "unknown-parameter", "missing-parameter", "bad-parameter", "sender"];
    assert_eq!(rules("entries/refused"), wanted(&refusals));
}
