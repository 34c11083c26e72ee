//! The page of what was reported elsewhere names reports, tests and examples, and nothing that is not there.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

use fingertip_tests::nation::project;

/// What stands between back-quotes, each with the text behind it.
fn quoted(text: &str) -> Vec<(&str, &str)> {
    let parts: Vec<&str> = text.split('`').skip(1).collect();
    parts.chunks(2).map(|pair| (pair[0], pair.get(1).copied().unwrap_or_default())).collect()
}

/// Whether a word names a report as `owner/name#123`.
fn is_report(word: &str) -> bool {
    let Some((repository, number)) = word.split_once('#') else { return false };
    let is_name = |name: &str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '.'))
    };
    let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit());
    is_number && repository.split('/').count() == 2 && repository.split('/').all(is_name)
}

/// Whether a file has a test of that name: a test's function in Rust, a test or a step in JavaScript.
fn has_test(file: &str, text: &str, name: &str) -> bool {
    if file.ends_with(".rs") {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let is_marked = |at: usize| {
            let before = &lines[at.saturating_sub(3)..at];
            before.iter().any(|line| line.starts_with("#[test]") || line.starts_with("#[tokio::test"))
        };
        let function = format!("fn {name}(");
        lines.iter().enumerate().any(|(at, line)| line.contains(&function) && is_marked(at))
    } else {
        ["test", "step"].iter().any(|word| {
            ['\'', '"', '`'].iter().any(|quote| text.contains(&format!("{word}({quote}{name}{quote}")))
        })
    }
}

#[test]
fn every_kind_is_proved_by_what_it_names() {
    let project = project();
    let read =
        |file: &str| fs::read_to_string(project.join(file)).unwrap_or_else(|error| panic!("{file}: {error}"));
    let page = read("tests/reported.md");
    let examples: BTreeMap<&str, &str> =
        page.lines().filter_map(|line| line.strip_prefix("- ")?.split_once(": ")).collect();
    let mut numbers = BTreeSet::new();
    for row in page.lines().filter(|line| line.starts_with("| R-")) {
        let cells: Vec<&str> = row.trim_matches('|').split('|').map(str::trim).collect();
        let [number, kind, reports, tests, done] = cells[..] else { panic!("a row of other cells: {row}") };
        assert!(numbers.insert(number), "{number} stands twice");
        assert!(!kind.is_empty() && !done.is_empty(), "{number} says nothing");
        let mut named = reports.split(' ').filter(|word| word.contains('#')).peekable();
        assert!(named.peek().is_some(), "{number} names no report");
        assert!(named.all(is_report), "{number} names a report in another form: {reports}");
        // A test stands before its file; behind it may stand files that the test reads.
        let mut test: Option<&str> = None;
        let (mut texts, mut n_tests) = (String::new(), 0);
        for (part, _) in quoted(tests) {
            if !part.contains('/') {
                let before = test.replace(part);
                assert!(before.is_none(), "{number}: {before:?} stands without its file");
                continue;
            }
            let text = read(part);
            if let Some(name) = test.take() {
                assert!(has_test(part, &text, name), "{number}: {part} has no test {name:?}");
                n_tests += 1;
            }
            texts.push_str(&text);
        }
        assert!(test.is_none() && n_tests > 0, "{number}: {test:?} stands without its file");
        let examples = examples.get(number).copied().unwrap_or_default();
        let examples = quoted(examples);
        let n_own = examples.iter().filter(|(_, after)| !after.starts_with(" (reported)")).count();
        assert!(
            examples.len() >= 3 && n_own >= 2,
            "{number}: {} examples, {n_own} of them our own",
            examples.len()
        );
        for (example, _) in examples {
            assert!(texts.contains(example), "{number}: no file that it names has {example}");
        }
    }
    assert!(examples.keys().all(|number| numbers.contains(number)), "examples of a row that is not there");
    assert!(numbers.len() >= 20, "only {} kinds", numbers.len());
}
