//! The page of use cases promises what a journey does, and nothing else.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use fingertip_tests::nation::project;

/// Where a journey's steps are written: in its file, and in the folder of its name where it has parts.
fn journey(project: &Path, place: &str) -> String {
    let file = match place {
        "desktop" => project.join("app/xtask/src/desktop.rs"),
        place => project.join("tests").join(place),
    };
    let whole = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    texts(&file.with_extension("")).into_iter().fold(whole, |whole, (_, part)| whole + &part)
}

/// Every file below a folder, if there is one.
fn texts(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut all = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            all.extend(texts(&path));
        } else {
            let text =
                fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            all.push((path, text));
        }
    }
    all
}

#[test]
fn every_use_case_is_proved_by_what_it_names() {
    let project = project();
    let page = fs::read_to_string(project.join("tests/use-cases.md")).expect("the page of use cases");
    let xtask = |file: &str| {
        fs::read_to_string(project.join("app/xtask/src").join(file)).expect("what runs the journeys")
    };
    let runner = ["browser.rs", "main.rs"].map(xtask).concat();
    let mut numbers = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with("| UC-")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [number, who, place, step] = cells[..] else { panic!("a row of other cells: {row}") };
        assert!(numbers.insert(number), "{number} stands twice");
        assert!(!who.is_empty() && !step.is_empty(), "{number} says nothing");
        let steps = journey(&project, place.trim_matches('`'));
        let is_step = |line: &&str| line.contains(step) && (line.contains("step(") || line.contains("say("));
        assert!(steps.lines().any(|line| is_step(&line)), "{number}: {place} has no step {step:?}");
        let script = place.trim_matches('`').trim_start_matches("browser/").trim_end_matches(".mjs");
        assert!(runner.contains(&format!("\"{script}\"")), "{number}: nothing runs {place}");
    }
    // The other way round: a number in a journey is on the page.
    for (file, text) in texts(&project.join("tests/browser")) {
        for part in text.split("UC-").skip(1) {
            let number = format!("UC-{}", part.chars().take(2).collect::<String>());
            assert!(numbers.contains(number.as_str()), "{number} of {} is not on the page", file.display());
        }
    }
    assert!(numbers.len() >= 17, "only {} use cases", numbers.len());
}
