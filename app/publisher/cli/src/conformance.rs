//! Runs the standard's conformance suite on this implementation.

mod beyond;

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result, bail, ensure};
use clap::Args;
use fingertip_journeys::outline;
use fingertip_locale::{Formatter, TimeZone, Words, shell_messages};
use fingertip_runtime::{MiniApp, Program, Stepped};
use fingertip_standard::{
    Manifest,
    events::Event,
    manifest::ManifestError,
    step::Step,
    step::{CheckedStep, StepError},
};
use serde_json::{Value, json};

use crate::{code::Code, project::Project};

/// Where the suite and its guests are.
#[derive(Args)]
pub(crate) struct Options {
    /// The suite's folder.
    #[arg(long, default_value = "mini-apps/standard/conformance")]
    suite: PathBuf,
    /// The folder of the built guests.
    #[arg(long, env = "FINGERTIP_GUESTS", default_value = "target/guests/components")]
    guests: PathBuf,
    /// Writes what the guests say now into the cases of events and of shown widgets, as expected.
    #[arg(long)]
    accept: bool,
}

/// Runs every case, tells of each, and fails if one failed.
pub(crate) fn conformance(options: &Options) -> Result<()> {
    let (mut all, mut failed) = (0, 0);
    for (folder, run) in [
        ("views/accepted", view as fn(&Value, &Path, &Options) -> Result<()>),
        ("views/refused", view),
        ("manifests/accepted", manifest),
        ("manifests/refused", manifest),
        ("events", events),
        ("widgets/accepted", beyond::card),
        ("widgets/refused", beyond::card),
        ("widgets/shown", beyond::shown),
        ("addresses/accepted", beyond::address),
        ("addresses/refused", beyond::address),
        ("entries/accepted", beyond::entry),
        ("entries/refused", beyond::entry),
    ] {
        for path in cases(&options.suite.join(folder))? {
            let name = path.strip_prefix(&options.suite).unwrap_or(&path).display().to_string();
            all += 1;
            match read(&path).and_then(|case| run(&case, &path, options)) {
                Ok(()) => println!("ok      {name}"),
                Err(error) => {
                    failed += 1;
                    println!("FAILED  {name}: {error:#}");
                }
            }
        }
    }
    println!("{} passed, {failed} failed", all - failed);
    ensure!(failed == 0, "{failed} of {all} cases failed");
    Ok(())
}

/// The cases of a folder by name. A folder that is missing or empty is an error: a suite that runs nothing proves nothing.
fn cases(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read: is this a suite?", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<_>>>()?;
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "json"));
    paths.sort();
    ensure!(!paths.is_empty(), "{} has no case", folder.display());
    Ok(paths)
}

fn read(path: &Path) -> Result<Value> {
    Ok(serde_json::from_slice(&fs::read(path)?)?)
}

fn view(case: &Value, _: &Path, _: &Options) -> Result<()> {
    let step: Step =
        serde_json::from_value(case["step"].clone()).context("`step` is not in the form of README.md")?;
    let verdict = match CheckedStep::new(step) {
        Ok(_) => json!("accepted"),
        Err(error) => refused(step_rule(&error)),
    };
    compare(&case["expect"], &verdict)
}

fn manifest(case: &Value, _: &Path, _: &Options) -> Result<()> {
    let verdict = match Manifest::parse(&serde_json::to_vec(&case["manifest"])?) {
        Ok(_) => json!("accepted"),
        Err(error) => refused(match &error {
            ManifestError::Malformed(_) => ("malformed", None),
            ManifestError::UnknownCapability { name } => ("unknown-capability", Some(name)),
            ManifestError::UnknownStandard { wanted } => ("unknown-standard", Some(wanted)),
            ManifestError::Rule(rule) => ("rule", Some(rule)),
            _ => ("other", None),
        }),
    };
    compare(&case["expect"], &verdict)
}

fn step_rule(error: &StepError) -> (&'static str, Option<&str>) {
    match error {
        StepError::TooMany { what, .. } => ("too-many", Some(what)),
        StepError::NotATree { rule, .. } => ("not-a-tree", Some(rule)),
        StepError::NoSuchWord { .. } => ("no-such-word", None),
        StepError::SameKey { .. } => ("same-key", None),
        StepError::Rule { rule, .. } => ("rule", Some(rule)),
        _ => ("other", None),
    }
}

fn refused((rule, says): (&str, Option<&str>)) -> Value {
    json!({ "rule": rule, "says": says })
}

fn compare(expected: &Value, found: &Value) -> Result<()> {
    ensure!(expected == found, "expected {expected}, found {found}");
    Ok(())
}

/// The events of a case, one after the other, on each engine with an instance of its own.
fn events(case: &Value, path: &Path, options: &Options) -> Result<()> {
    let text = |name: &str| case[name].as_str().with_context(|| format!("`{name}` is missing"));
    let project = Project::open(&path.with_file_name(text("mini_app")?))?;
    let mut found = Vec::new();
    for (engine, program) in Code::component(
        &options.guests.join(format!("{}.wasm", text("component")?)),
        project.manifest.fingertip.standard,
    )?
    .programs()?
    {
        let steps = play(&case["steps"], &*program, &project, text("language")?)
            .with_context(|| engine.to_owned())?;
        found.push((engine, steps));
    }
    if options.accept {
        let [(_, first), others @ ..] = found.as_slice() else { bail!("no engine") };
        ensure!(others.iter().all(|(_, steps)| steps == first), "the engines show different things");
        let mut case = case.clone();
        case["steps"] = first.clone();
        return Ok(fs::write(path, format!("{case:#}\n"))?);
    }
    for (engine, steps) in &found {
        let pairs =
            case["steps"].as_array().into_iter().flatten().zip(steps.as_array().into_iter().flatten());
        for (at, (expected, found)) in pairs.enumerate() {
            compare(expected, found).with_context(|| format!("step {at} on {engine}"))?;
        }
    }
    Ok(())
}

/// The steps of a case as `program` answers them.
fn play(steps: &Value, program: &dyn Program, project: &Project, language: &str) -> Result<Value> {
    let mut app: Option<MiniApp> = None;
    let mut played = Vec::new();
    for step in steps.as_array().context("`steps` is missing")? {
        let event: Event = serde_json::from_value(step["event"].clone())
            .context("`event` is not in the form of README.md")?;
        let answer = match (&mut app, &event) {
            (None, Event::Launched(launch)) => {
                let (opened, answer) = MiniApp::launch(program, launch.clone())?;
                app = Some(opened);
                Some(answer)
            }
            (Some(app), event) => match app.update(event)? {
                Stepped::Step(answer) => Some(answer),
                Stepped::Stale => None,
            },
            (None, _) => bail!("the first event is `Launched`"),
        };
        let is_stale = answer.is_none();
        let answer = answer.map(CheckedStep::into_inner).unwrap_or_default();
        let formatter = Formatter::new(shell_messages(), language.to_owned()).in_zone(TimeZone::UTC);
        let words =
            Words::new(Arc::from(answer.words), project.messages.clone(), formatter, Arc::new(|_, _| None));
        let shown: Vec<String> = answer
            .view
            .iter()
            .flat_map(|view| outline(view, &words).lines().map(str::to_owned).collect::<Vec<_>>())
            .collect();
        played.push(json!({ "event": step["event"], "stale": is_stale, "requests": answer.requests, "outline": shown }));
    }
    Ok(played.into())
}
