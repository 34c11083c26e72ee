//! What `fingertip new` makes does what the ten-minutes page promises: it builds, passes the check, its journey goes
//! through, its own tests pass, and it is packed.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Context, Result, ensure};

fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

/// Where every template builds, so that what they share is compiled once.
fn shared_target() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from);
    target.join("templates")
}

fn run(folder: &Path, command: &mut Command) -> Result<String> {
    let output = command.current_dir(folder).env("CARGO_TARGET_DIR", shared_target()).output()?;
    let told = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{command:?}\n{told}");
    Ok(told)
}

fn fingertip(folder: &Path, arguments: &[&str]) -> Result<String> {
    run(folder, Command::new(env!("CARGO_BIN_EXE_fingertip")).args(arguments))
}

#[test]
fn every_template_builds_passes_the_check_and_has_a_journey() -> Result<()> {
    let home = tempfile::tempdir()?;
    let sdk = project().join("mini-apps/sdk");
    for template in ["form", "task-list", "lookup", "case"] {
        let (name, sdk) = (format!("my-{template}"), sdk.to_string_lossy());
        fingertip(home.path(), &["new", &name, "--template", template, "--sdk", &sdk])?;
        let folder = home.path().join(&name);
        let built = fingertip(&folder, &["build", "."])?;
        ensure!(built.contains("imports nothing"), "{built}");
        let checked = fingertip(&folder, &["check", "."])?;
        ensure!(checked.contains("0 errors, 0 warnings"), "{template}: {checked}");
        fingertip(&folder, &["replay", ".", "--accept"])?;
        fingertip(&folder, &["replay", "."])?;
        fingertip(&folder, &["pack", ".", "--out", "own.ma"])?;
        ensure!(folder.join("own.ma").is_file(), "{template} is packed");
        let tested = run(&folder, Command::new("cargo").args(["test", "--quiet"]))?;
        ensure!(tested.contains(" passed; 0 failed") && !tested.starts_with("\nrunning 0 tests"), "{template}: {tested}");
        if template == "form" {
            names_the_line_of_a_mistake(&folder)?;
        }
    }
    Ok(())
}

/// A mini-app that traps is told with the author's own file and line.
fn names_the_line_of_a_mistake(folder: &Path) -> Result<()> {
    let path = folder.join("src/lib.rs");
    let good = std::fs::read_to_string(&path)?;
    let begins = "    fn view(";
    let line = good.lines().position(|line| line.starts_with(begins)).context("the template has a view")? + 2;
    let body = good.lines().nth(line - 2).context("the line")?;
    std::fs::write(&path, good.replacen(body, &format!("{body}\n        assert!(std::hint::black_box(false), \"wrong\");"), 1))?;
    let told = fingertip(folder, &["replay", "."]).err().context("the mistake is found")?.to_string();
    ensure!(told.contains(&format!("my-form/src/lib.rs:{line}")), "{line}: {told}");
    std::fs::write(&path, good)?;
    Ok(())
}

#[test]
fn what_is_there_already_is_not_written_over() -> Result<()> {
    let home = tempfile::tempdir()?;
    std::fs::create_dir(home.path().join("mine"))?;
    let refused = fingertip(home.path(), &["new", "mine", "--sdk", &project().join("mini-apps/sdk").to_string_lossy()]);
    ensure!(refused.is_err_and(|error| error.to_string().contains("is there already")));
    let misnamed = fingertip(home.path(), &["new", "My App"]);
    ensure!(misnamed.is_err_and(|error| error.to_string().contains("lower-case")));
    Ok(())
}
