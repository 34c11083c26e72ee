//! What a rule is, and what it finds.

use std::fmt;

use serde::Serialize;

use crate::{Runs, Screen, Subject};

/// How bad a finding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// Publishing is refused.
    Error,
    /// Publishing is possible; a reviewer will ask.
    Warning,
    /// Worth a thought.
    Advice,
}

impl Severity {
    /// As it is written in reports.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Advice => "advice",
        }
    }
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What a rule is about; the order of the rules' page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// The component.
    Component,
    /// Sizes, memory and work.
    Budgets,
    /// The manifest.
    Manifest,
    /// The Fluent resources.
    Words,
    /// Icons and pictures.
    Pictures,
    /// Screens.
    View,
    /// Inputs.
    Inputs,
    /// Plain language, and the seniors display.
    Language,
    /// Cards for home.
    Cards,
    /// Capabilities, claims, operations and documents.
    Access,
    /// Secrets left in the bundle.
    Secrets,
    /// Names that look like others.
    Names,
    /// What happens when it runs.
    Runs,
}

impl Area {
    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Component => "The component",
            Self::Budgets => "Budgets",
            Self::Manifest => "The manifest",
            Self::Words => "Words",
            Self::Pictures => "Pictures",
            Self::View => "Screens",
            Self::Inputs => "Inputs",
            Self::Language => "Plain language",
            Self::Cards => "Cards for home",
            Self::Access => "What it asks for",
            Self::Secrets => "Secrets",
            Self::Names => "Names",
            Self::Runs => "Runs",
        }
    }
}

/// How a rule looks.
#[derive(Clone, Copy)]
pub enum Check {
    /// At the files.
    Files(fn(&Subject) -> Vec<Hit>),
    /// At each screen that was seen, in each language.
    Screen(fn(&Screen) -> Vec<Hit>),
    /// At the files and everything that was seen.
    Runs(fn(&Subject, &Runs) -> Vec<Hit>),
}

impl fmt::Debug for Check {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Files(_) => "Files",
            Self::Screen(_) => "Screen",
            Self::Runs(_) => "Runs",
        })
    }
}

/// One rule.
#[derive(Debug)]
pub struct Rule {
    /// Its id: stable, kebab-case.
    pub id: &'static str,
    /// What it is about.
    pub area: Area,
    /// How bad a finding is.
    pub severity: Severity,
    /// What it catches, one sentence.
    pub catches: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// How to mend it.
    pub fix: &'static str,
    /// How it looks.
    pub check: Check,
}

impl Rule {
    /// Everything that this rule finds.
    #[must_use]
    pub fn apply(&'static self, subject: &Subject, runs: &Runs) -> Vec<Finding> {
        let hits = match self.check {
            Check::Files(check) => check(subject),
            Check::Screen(check) => runs.screens.iter().flat_map(check).collect(),
            Check::Runs(check) => check(subject, runs),
        };
        hits.into_iter().map(|hit| Finding { rule: self, place: hit.place, reason: hit.reason }).collect()
    }
}

/// Where something was found.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Place {
    /// The file, as in the bundle.
    pub file: String,
    /// Its line, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// The key of the page.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<String>,
    /// The key of the node.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub node: Option<String>,
    /// How the page was reached.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub event: Option<String>,
}

impl Place {
    /// A file.
    #[must_use]
    pub fn file(file: impl Into<String>) -> Self {
        Self { file: file.into(), ..Self::default() }
    }

    /// A line of a file, where it is known.
    #[must_use]
    pub fn line(file: impl Into<String>, line: Option<usize>) -> Self {
        Self { line, ..Self::file(file) }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ":{line}")?;
        }
        if let Some(page) = &self.page {
            write!(f, " page {page}")?;
        }
        if let Some(node) = &self.node {
            write!(f, " node {node}")?;
        }
        Ok(())
    }
}

/// What a rule's function says of one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Where.
    pub place: Place,
    /// What is wrong there, one sentence without a full stop.
    pub reason: String,
}

impl Hit {
    /// Something at `place`.
    #[must_use]
    pub fn new(place: Place, reason: impl Into<String>) -> Self {
        Self { place, reason: reason.into() }
    }
}

/// One thing that is wrong.
#[derive(Debug, Clone)]
pub struct Finding {
    /// By which rule; it also says how to mend it.
    pub rule: &'static Rule,
    /// Where.
    pub place: Place,
    /// What is wrong there.
    pub reason: String,
}

impl Finding {
    /// Whether `other` says the same of the same place, however that place was reached.
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let place = |place: &Place| (place.file.clone(), place.line, place.page.clone(), place.node.clone());
        self.rule.id == other.rule.id
            && self.reason == other.reason
            && place(&self.place) == place(&other.place)
    }

    pub(crate) fn order(&self) -> (Severity, &Place, &str, &str) {
        (self.rule.severity, &self.place, self.rule.id, &self.reason)
    }
}
