//! The quality gate.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use fingertip_check::{KnownNames, Report, Severity, Subject, human, json, rules_page, sarif};

use crate::{
    code::{Code, CodeOptions},
    home,
};

/// What is checked, and how it is told.
#[derive(Args)]
pub(crate) struct Options {
    /// The mini-app's folder.
    #[arg(required_unless_present = "rules")]
    folder: Option<PathBuf>,
    #[command(flatten)]
    code: CodeOptions,
    /// How the findings are told.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Names that the mini-app must not look like: a JSON object of ids, each with its names by language.
    #[arg(long)]
    known: Option<PathBuf>,
    /// Prints the list of all rules as Markdown instead.
    #[arg(long, conflicts_with_all = ["folder", "component", "known"])]
    rules: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
    /// SARIF 2.1.0, for code review tools.
    Sarif,
}

/// Says everything that is wrong; errors are an error.
pub(crate) fn check(options: &Options) -> Result<()> {
    let Some(folder) = &options.folder else {
        print!("{}", rules_page());
        return Ok(());
    };
    let code = Code::of(folder, &options.code)?;
    let mut subject = code.subject(folder)?;
    if let Some(path) = &options.known {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let known: KnownNames =
            serde_json::from_str(&text).with_context(|| format!("{} is no list of names", path.display()))?;
        subject.known = known;
    }
    let name = folder.display().to_string();
    let report = judged(&subject, Some(&code));
    match options.format {
        Format::Human => print!("{}", human(&name, &report)),
        Format::Json => println!("{:#}", json(&name, &report)),
        Format::Sarif => println!("{:#}", sarif(&name, &report)),
    }
    judge(&name, &report)
}

/// Says everything that is wrong with a mini-app that is about to be packed; errors are an error.
pub(crate) fn check_code(folder: &Path, code: &Code) -> Result<()> {
    let (name, report) = (folder.display().to_string(), judged(&code.subject(folder)?, Some(code)));
    print!("{}", human(&name, &report));
    judge(&name, &report)
}

/// Checks a bundle that is packed already; `engine` plays it where it is a script.
pub(crate) fn check_bundle(name: &str, bundle: &[u8], engine: Option<Vec<u8>>) -> Result<()> {
    let report = judged(&Subject { engine, ..Subject::of_bundle(bundle) }, None);
    print!("{}", human(name, &report));
    judge(name, &report)
}

/// The gate's report; findings on a script name its author's own files.
fn judged(subject: &Subject, code: Option<&Code>) -> Report {
    let compiled = if subject.is_script() { home::compiled() } else { None };
    let mut report = fingertip_check::check(subject, compiled);
    if let Some(code) = code {
        code.place(&mut report.findings);
    }
    report
}

fn judge(name: &str, report: &Report) -> Result<()> {
    match report.count(Severity::Error) {
        0 => Ok(()),
        errors => bail!("{name} has {errors} errors"),
    }
}
