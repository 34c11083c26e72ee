//! The report: for people, for programs, for code review tools, and the page of all rules.

mod page;
mod sarif;

use std::fmt::Write;

pub use page::rules_page;
pub use sarif::sarif;
use serde::Serialize;

use crate::{Place, Report, Severity};

/// For people: grouped by file, three lines a finding at most.
#[must_use]
pub fn human(name: &str, report: &Report) -> String {
    let mut text = String::new();
    let mut files: Vec<&str> = Vec::new();
    for finding in &report.findings {
        if !files.contains(&finding.place.file.as_str()) {
            files.push(&finding.place.file);
        }
    }
    // Writing to a String cannot fail.
    for file in files {
        let _ = writeln!(text, "{name}/{file}");
        for finding in report.findings.iter().filter(|finding| finding.place.file == file) {
            let _ = writeln!(
                text,
                "  {}[{}]{}: {}",
                finding.rule.severity,
                finding.rule.id,
                inside(&finding.place),
                finding.reason
            );
            let _ = writeln!(text, "    mend: {}", finding.rule.fix);
        }
    }
    let count = |severity| report.count(severity);
    let (errors, warnings, advice) =
        (count(Severity::Error), count(Severity::Warning), count(Severity::Advice));
    let (screens, steps) = (report.screens, report.steps);
    let _ = writeln!(
        text,
        "{name}: {errors} errors, {warnings} warnings, {advice} advice; {screens} screens seen in {steps} steps"
    );
    text
}

/// The place inside its file.
fn inside(place: &Place) -> String {
    let line = place.line.map(|line| format!(" line {line}"));
    let page = place.page.as_ref().map(|page| format!(" page {page}"));
    let node = place
        .node
        .as_ref()
        .filter(|node| place.page.as_ref() != Some(node))
        .map(|node| format!(" node {node}"));
    [line, page, node].into_iter().flatten().collect()
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    rule: &'static str,
    severity: Severity,
    place: &'a Place,
    reason: &'a str,
    fix: &'static str,
}

/// For programs.
#[must_use]
pub fn json(name: &str, report: &Report) -> serde_json::Value {
    let finding = |finding: &'_ crate::Finding| {
        let (rule, place, reason) = (finding.rule, &finding.place, finding.reason.as_str());
        serde_json::json!(JsonFinding {
            rule: rule.id,
            severity: rule.severity,
            place,
            reason,
            fix: rule.fix
        })
    };
    serde_json::json!({
        "mini_app": name,
        "errors": report.count(Severity::Error),
        "warnings": report.count(Severity::Warning),
        "advice": report.count(Severity::Advice),
        "screens": report.screens,
        "steps": report.steps,
        "findings": report.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}
