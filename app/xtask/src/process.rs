//! Running other programs, saying what is run.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::{Options, system};

/// The project's folder.
pub(crate) fn project() -> PathBuf {
    // Cargo's word at run time: with a target folder that several checkouts share, this may have been compiled in another.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).ancestors().nth(2).unwrap_or(Path::new(".")).to_owned()
}

/// Where cargo builds.
pub(crate) fn target() -> PathBuf {
    std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| project().join("target"), PathBuf::from)
}

/// A program that cargo built.
pub(crate) fn built(name: &str) -> PathBuf {
    built_as("debug", name)
}

/// A program that cargo built with a profile.
pub(crate) fn built_as(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// cargo, the same that runs this.
pub(crate) fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// cargo as the tests compile this project: with clippy's compiler where they lint, which compiles what it judges. `cargo clippy` by
/// itself checks all that the project stands on once more: ten minutes of a processor for a tenth of it that is ours.
pub(crate) fn cargo_for_tests(options: &Options) -> Command {
    let mut command = cargo();
    if let Some(linter) = &options.linter {
        command.env("RUSTC_WORKSPACE_WRAPPER", linter);
    }
    command
}

/// The publisher's command. What it keeps stays beside what is built.
pub(crate) fn fingertip() -> Command {
    let mut command = Command::new(built("fingertip"));
    command.env("FINGERTIP_CACHE", target().join("fingertip"));
    command
}

/// Every program that the tests run; and one mini-app, for what builds those on this machine is then built as the whole
/// workspace's tests want it.
const PROGRAMS: [&str; 7] = [
    "fingertip-cli",
    "fingertip-demo",
    "fingertip-packaging",
    "fingertip-tester",
    "fingertip-shell",
    "fingertip-tests",
    "empty-guest",
];

/// Builds every program that the tests run, always all of them: cargo joins the features of what is built together, so
/// another choice would compile what they share once more.
pub(crate) fn build_for_tests(options: &Options) -> Result<()> {
    system::require(&[system::BUILD, system::WINDOW], options)?;
    build(cargo_for_tests(options), "dev", &PROGRAMS)
}

/// Builds programs in one run, so that what they share is compiled once, with cargo's own progress.
pub(crate) fn build_programs(packages: &[&str]) -> Result<()> {
    build_programs_as("dev", packages)
}

/// As [`build_programs`], with a profile.
pub(crate) fn build_programs_as(profile: &str, packages: &[&str]) -> Result<()> {
    build(cargo(), profile, packages)
}

fn build(mut cargo: Command, profile: &str, packages: &[&str]) -> Result<()> {
    cargo.args(["build", "--profile", profile]);
    for package in packages {
        cargo.args(["-p", package]);
    }
    run(&mut cargo)
}

/// Runs to the end without a word; what it printed is shown where it fails.
pub(crate) fn run_quietly(command: &mut Command) -> Result<()> {
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} cannot be started", name(command)))?;
    if !output.status.success() {
        eprint!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        bail!("{} failed with {}", name(command), output.status);
    }
    Ok(())
}

/// Says what is done next.
pub(crate) fn say(what: &str) {
    println!("\n── {what}");
}

/// Runs to the end; an exit code but 0 is an error.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command
        .stdin(Stdio::null())
        .status()
        .with_context(|| format!("{} cannot be started", name(command)))?;
    if !status.success() {
        bail!("{} failed with {status}", name(command));
    }
    Ok(())
}

/// Runs to the end and gives what it printed.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .with_context(|| format!("{} cannot be started", name(command)))?;
    if !output.status.success() {
        bail!("{} failed with {}", name(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn name(command: &Command) -> String {
    let words: Vec<_> = command.get_args().take(4).map(|word| word.to_string_lossy()).collect();
    format!("{} {}", command.get_program().to_string_lossy(), words.join(" "))
}

/// Whether a program is on the path.
pub(crate) fn has(program: &str) -> bool {
    find(program).is_some()
}

/// Where on the path a program is.
pub(crate) fn find(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path).map(|folder| folder.join(program)).find(|file| file.is_file())
}

/// A program in the background that ends with this value.
pub(crate) struct Background(pub Child);

impl Drop for Background {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Each package with its features, as cargo joins them for what is asked for.
    fn joined(asked: &[&str]) -> BTreeSet<String> {
        let mut tree = cargo();
        tree.args(["tree", "--offline", "--quiet", "--prefix", "none", "--format", "{p}|{f}"]).args(asked);
        let lines = output(&mut tree).expect("cargo tree");
        let lines = lines.lines().map(|line| line.trim_end_matches(" (*)").replace(" (proc-macro)", ""));
        lines.filter(|line| !line.is_empty()).collect()
    }

    #[test]
    fn what_the_programs_share_with_the_tests_is_compiled_once() {
        let tests = joined(&["--workspace", "--edges", "normal,build,dev"]);
        let packages = PROGRAMS.iter().flat_map(|package| ["-p", package]);
        let programs = joined(&packages.chain(["--edges", "normal,build"]).collect::<Vec<_>>());
        let twice: Vec<_> = programs.difference(&tests).collect();
        assert!(twice.is_empty(), "another package of the workspace adds features to {twice:#?}");
    }
}
