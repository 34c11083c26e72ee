//! The page of use cases promises what a journey does, and nothing else.

use std::{collections::BTreeSet, fs, path::Path};

use fingertip_tests::nation::project;

/// Where a journey's steps are written.
fn journey(project: &Path, place: &str) -> String {
    let file = match place {
        "desktop" => project.join("app/tools/xtask/src/desktop.rs"),
        place => project.join("tests").join(place),
    };
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn every_use_case_is_proved_by_what_it_names() {
    let project = project();
    let page = fs::read_to_string(project.join("tests/use-cases.md")).expect("the page of use cases");
    let mut numbers = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with("| UC-")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [number, who, place, step] = cells[..] else { panic!("a row of other cells: {row}") };
        assert!(numbers.insert(number), "{number} stands twice");
        assert!(!who.is_empty() && !step.is_empty(), "{number} says nothing");
        let steps = journey(&project, place.trim_matches('`'));
        assert!(steps.contains(step), "{number}: {place} has no step {step:?}");
    }
    assert!(numbers.len() >= 17, "only {} use cases", numbers.len());
}
