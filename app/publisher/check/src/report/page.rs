//! The page of all rules, made from the table.

use std::fmt::Write;

use crate::{Severity, rules};

/// `mini-apps/standard/docs/check-rules.md`.
#[must_use]
pub fn rules_page() -> String {
    let count = |severity| rules().filter(|rule| rule.severity == severity).count();
    let mut page = format!(
        "# What `fingertip check` looks for\n\nMade by `fingertip check --rules`; a test fails when it is out of date. {} rules: {} errors, {} warnings, \
         {} advice.\nAn error refuses the mini-app. A warning is asked about by a reviewer. Advice is worth a thought.\n",
        rules().count(),
        count(Severity::Error),
        count(Severity::Warning),
        count(Severity::Advice)
    );
    let mut area = None;
    for rule in rules() {
        if area != Some(rule.area) {
            area = Some(rule.area);
            // Writing to a String cannot fail.
            let _ = write!(
                page,
                "\n## {}\n\n| Rule | | What it catches | Why it matters | How to mend it |\n|---|---|---|---|---|\n",
                rule.area.title()
            );
        }
        let cell = |text: &str| text.replace('|', "\\|").replace('<', "&lt;");
        let (id, severity) = (rule.id, rule.severity);
        let _ = writeln!(
            page,
            "| `{id}` | {severity} | {} | {} | {} |",
            cell(rule.catches),
            cell(rule.why),
            cell(rule.fix)
        );
    }
    page
}
