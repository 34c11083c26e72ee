//! What `fingertip new` makes does what the ten-minutes page promises: it builds, passes the check, its journey goes
//! through, its own tests pass, and it is packed; and a template shows the same in every language that it is written in.

#[path = "common/tools.rs"]
mod tools;

use std::{collections::BTreeMap, fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};
use tools::{Tools, run};

/// What a template's journey shows, by variant.
type Shown = BTreeMap<String, String>;

/// Goes the whole way with the mini-app in `folder`, and gives what its journey shows.
fn whole_way(folder: &Path, engine: &[&str], tests: &mut Command) -> Result<Shown> {
    let tools = Tools::of_the_checkout();
    let fingertip = |arguments: &[&str]| tools.fingertip(folder, &[arguments, engine].concat());
    let built = fingertip(&["build", "."])?;
    ensure!(built.contains(" KB, "), "{built}");
    let checked = fingertip(&["check", "."])?;
    ensure!(checked.contains("0 errors, 0 warnings") && !checked.contains(" 0 screens"), "{checked}");
    fingertip(&["replay", ".", "--accept"])?;
    fingertip(&["replay", "."])?;
    fingertip(&["pack", ".", "--out", "own.ma"])?;
    ensure!(folder.join("own.ma").is_file(), "it is packed");
    run(folder, tools.with(tests))?;
    let mut shown = Shown::new();
    for entry in fs::read_dir(folder.join("journeys/first"))? {
        let entry = entry?;
        shown.insert(entry.file_name().to_string_lossy().into_owned(), fs::read_to_string(entry.path())?);
    }
    ensure!(!shown.is_empty(), "the journey shows something");
    Ok(shown)
}

/// A mini-app that traps is told with the author's own file and line.
fn names_the_line_of_a_mistake(folder: &Path) -> Result<()> {
    let path = folder.join("src/lib.rs");
    let good = fs::read_to_string(&path)?;
    let begins = "    fn view(";
    let line = good.lines().position(|line| line.starts_with(begins)).context("the template has a view")? + 2;
    let body = good.lines().nth(line - 2).context("the line")?;
    fs::write(
        &path,
        good.replacen(body, &format!("{body}\n        assert!(std::hint::black_box(false), \"wrong\");"), 1),
    )?;
    let told = Tools::of_the_checkout()
        .fingertip(folder, &["replay", "."])
        .err()
        .context("the mistake is found")?
        .to_string();
    ensure!(told.contains(&format!("my-form/src/lib.rs:{line}")), "{line}: {told}");
    fs::write(&path, good)?;
    Ok(())
}

/// A template goes the whole way in Rust and, where there is an engine, in JavaScript, and shows the same in both.
fn shows_the_same_in_each_language(template: &str) -> Result<()> {
    let home = tempfile::tempdir()?;
    let tools = Tools::of_the_checkout();
    let sdk = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../mini-apps/sdk");
    let name = format!("my-{template}");
    tools.fingertip(home.path(), &["new", &name, "--template", template, "--sdk", &sdk.to_string_lossy()])?;
    let rust = whole_way(&home.path().join(&name), &[], Command::new("cargo").args(["test", "--quiet"]))?;
    if template == "form" {
        names_the_line_of_a_mistake(&home.path().join(&name))?;
    }
    let Some(engine) = &tools.engine() else { return Ok(()) };
    let scripts = home.path().join("scripts");
    fs::create_dir_all(&scripts)?;
    tools.fingertip(&scripts, &["new", &name, "--lang", "js", "--template", template])?;
    let js = whole_way(
        &scripts.join(&name),
        &["--engine", engine],
        Command::new("npm").args(["test", "--silent"]),
    )?;
    for (variant, shown) in rust {
        ensure!(
            Some(&shown) == js.get(&variant),
            "{template} shows one thing in Rust and another in JavaScript, {variant}:\n{shown}\n{js:?}"
        );
    }
    Ok(())
}

// A test each, so that two go their way at once.

#[test]
fn the_form_builds_passes_the_check_and_has_a_journey() -> Result<()> {
    shows_the_same_in_each_language("form")
}

#[test]
fn the_task_list_builds_passes_the_check_and_has_a_journey() -> Result<()> {
    shows_the_same_in_each_language("task-list")
}

#[test]
fn the_lookup_builds_passes_the_check_and_has_a_journey() -> Result<()> {
    shows_the_same_in_each_language("lookup")
}

#[test]
fn the_case_builds_passes_the_check_and_has_a_journey() -> Result<()> {
    shows_the_same_in_each_language("case")
}

#[test]
fn what_is_there_already_is_not_written_over() -> Result<()> {
    let home = tempfile::tempdir()?;
    let tools = Tools::of_the_checkout();
    fs::create_dir(home.path().join("mine"))?;
    for lang in ["rust", "js"] {
        let refused = tools.fingertip(home.path(), &["new", "mine", "--lang", lang]);
        ensure!(refused.is_err_and(|error| error.to_string().contains("is there already")));
        let misnamed = tools.fingertip(home.path(), &["new", "My App", "--lang", lang]);
        ensure!(misnamed.is_err_and(|error| error.to_string().contains("lower-case")));
    }
    Ok(())
}

#[test]
fn a_language_without_an_engine_is_told_why_and_what_to_take() -> Result<()> {
    let home = tempfile::tempdir()?;
    let refused = Tools::of_the_checkout().fingertip(home.path(), &["new", "mine", "--lang", "python"]);
    let told = refused.err().map(|error| error.to_string()).unwrap_or_default();
    ensure!(["18 MB", "16 MB", "--lang js"].iter().all(|words| told.contains(words)), "{told}");
    ensure!(!home.path().join("mine").exists(), "nothing is left behind");
    Ok(())
}
