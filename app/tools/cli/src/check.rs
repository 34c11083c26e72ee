//! The quality gate, and packing.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use fingertip_bundles::InterpreterRelease;
use fingertip_check::{KnownNames, Report, Severity, Subject, human, json, rules_page, sarif};

use crate::guest;

/// What is checked, and how it is told.
#[derive(Args)]
pub(crate) struct Options {
    /// The mini-app's folder.
    #[arg(required_unless_present = "rules")]
    folder: Option<PathBuf>,
    /// Its component, or its script; built first where none is named.
    #[arg(long, visible_alias = "script")]
    component: Option<PathBuf>,
    /// The engine that plays the script; its file is called as the manifest calls it.
    #[arg(long)]
    engine: Option<PathBuf>,
    /// How the findings are told.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    /// Names that the mini-app must not look like: a JSON object of ids, each with its names by language.
    #[arg(long)]
    known: Option<PathBuf>,
    /// Prints the list of all rules as Markdown instead.
    #[arg(long, conflicts_with_all = ["folder", "component", "engine", "known"])]
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
    let mut subject = subject(folder, &guest::component(folder, options.component.as_deref())?, options.engine.as_deref())?;
    if let Some(path) = &options.known {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        let known: KnownNames = serde_json::from_str(&text).with_context(|| format!("{} is no list of names", path.display()))?;
        subject.known = known;
    }
    let name = folder.display().to_string();
    let report = fingertip_check::check(&subject);
    match options.format {
        Format::Human => print!("{}", human(&name, &report)),
        Format::Json => println!("{:#}", json(&name, &report)),
        Format::Sarif => println!("{:#}", sarif(&name, &report)),
    }
    judge(&name, &report)
}

/// Checks a bundle that is packed already.
pub(crate) fn check_bundle(name: &str, bundle: &[u8]) -> Result<()> {
    tell(name, &Subject::of_bundle(bundle))
}

/// Checks, then writes the bundle.
pub(crate) fn pack(folder: &Path, component: Option<&Path>, engine: Option<&Path>, out: &Path) -> Result<()> {
    let subject = subject(folder, &guest::component(folder, component)?, engine)?;
    tell(&folder.display().to_string(), &subject)?;
    let packed = match engine {
        Some(engine) => fingertip_bundles::pack_script(folder, &subject.component, &read_engine(engine)?.reference()),
        None => fingertip_bundles::pack(folder, &subject.component),
    };
    let bundle = packed.with_context(|| format!("{} cannot be packed", folder.display()))?;
    fs::write(out, &bundle).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {} KB", out.display(), bundle.len() / 1024);
    Ok(())
}

/// An engine for scripts: `javascript.wasm` is the engine `javascript`.
pub(crate) fn read_engine(path: &Path) -> Result<InterpreterRelease> {
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(InterpreterRelease { name, bytes })
}

fn subject(folder: &Path, component: &Path, engine: Option<&Path>) -> Result<Subject> {
    let bytes = fs::read(component).with_context(|| format!("{} cannot be read", component.display()))?;
    let mut subject = Subject::read(folder, bytes).with_context(|| format!("{} cannot be checked", folder.display()))?;
    subject.engine = engine.map(|engine| Ok::<_, anyhow::Error>(read_engine(engine)?.bytes)).transpose()?;
    Ok(subject)
}

fn tell(name: &str, subject: &Subject) -> Result<()> {
    let report = fingertip_check::check(subject);
    print!("{}", human(name, &report));
    judge(name, &report)
}

fn judge(name: &str, report: &Report) -> Result<()> {
    match report.count(Severity::Error) {
        0 => Ok(()),
        errors => bail!("{name} has {errors} errors"),
    }
}
