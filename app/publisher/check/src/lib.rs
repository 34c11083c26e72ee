//! The quality gate for mini-apps: everything that a reviewer, a translator, a tester of accessibility and a security
//! officer would otherwise have to find by hand.
//!
//! It promises that the same mini-app gives the same findings on every machine, in a few seconds, and that nothing in a
//! mini-app makes it panic. It never changes what it checks and sends nothing. Start reading at [`check`], then
//! [`rules`]: each rule is one value that says what it catches, why that matters and how to mend it.

mod explore;
mod report;
mod rule;
mod rules;
mod subject;
mod text;

use fingertip_runtime::CompiledCache;

pub use explore::{Asked, Limits, Mishap, Runs, Screen, SeenCard, Step, explore};
pub use report::{human, json, rules_page, sarif};
pub use rule::{Area, Check, Finding, Hit, Place, Rule, Severity};
pub use rules::{rule, rules};
pub use subject::{KnownNames, Replies, Resource, Subject, SubjectError};

/// What the gate says of a mini-app.
#[derive(Debug, Clone, Default)]
pub struct Report {
    /// Everything found, errors first, then by place.
    pub findings: Vec<Finding>,
    /// How many different screens were seen.
    pub screens: usize,
    /// How many steps the mini-app made.
    pub steps: usize,
}

impl Report {
    /// How many findings are of this severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.rule.severity == severity).count()
    }
}

/// Runs the mini-app and applies every rule. `compiled` is where this machine keeps compiled interpreters of scripts.
#[must_use]
pub fn check(subject: &Subject, compiled: Option<CompiledCache>) -> Report {
    let runs = explore(subject, Limits::default(), compiled);
    Report { findings: judge(subject, &runs), screens: runs.screens.len(), steps: runs.n_steps }
}

/// Applies every rule to what is known of a mini-app; pure.
#[must_use]
pub fn judge(subject: &Subject, runs: &Runs) -> Vec<Finding> {
    let mut findings: Vec<Finding> = Vec::new();
    for rule in rules() {
        for finding in rule.apply(subject, runs) {
            // One fault seen in many runs, languages or displays is one finding.
            if !findings.iter().any(|known| known.is_same(&finding)) {
                findings.push(finding);
            }
        }
    }
    findings.sort_by(|a, b| a.order().cmp(&b.order()));
    findings
}
