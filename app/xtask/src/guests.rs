//! The mini-apps, from source to components that import nothing.

use std::{
    path::PathBuf,
    process::{Command, Stdio},
};

use anyhow::{Context, Result};

pub(crate) use crate::registry::MINI_APPS;
use crate::{
    Options,
    process::{self, build_for_tests, cargo, fingertip, run, say, target},
    scripts, system,
};

/// What only tests and benches use: a mini-app that does harm, and one that does nothing.
const FOR_TESTS: [&str; 2] = ["hostile-guest", EMPTY];

/// For whom mini-apps are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// Somebody who wants to see the demo: what it offers, and no more.
    Visitor,
    /// The tests and benches, with what only they use, each checked where it is packed.
    Tests,
}

/// The mini-app that does nothing.
pub(crate) const EMPTY: &str = "empty-guest";

fn packages(audience: Audience) -> impl Iterator<Item = &'static str> {
    let more: &[&str] = if audience == Audience::Tests { &FOR_TESTS } else { &[] };
    MINI_APPS.map(|(_, package)| package).into_iter().chain(more.iter().copied())
}

/// What mini-apps are compiled for.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";
/// Debian's compiler comes with the sources of the standard library; rustup's needs a download of the target.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";

/// Where the components are.
pub(crate) fn folder() -> PathBuf {
    target().join("guests/components")
}

/// Builds every mini-app, those of the tests too; gives the folder of the components.
pub(crate) fn build(options: &Options) -> Result<PathBuf> {
    build_for_tests(options)?;
    build_for(options, Audience::Tests)
}

/// Builds the mini-apps with the publisher's command, which is there already.
pub(crate) fn build_for(options: &Options, audience: Audience) -> Result<PathBuf> {
    say("mini-apps: from source to components");
    let packages: Vec<_> = packages(audience).collect();
    let modules = modules(options, &packages)?;
    let components = folder();
    std::fs::create_dir_all(&components)?;
    for package in packages {
        let module = modules.join(format!("{}.wasm", package.replace('-', "_")));
        let component = components.join(format!("{package}.wasm"));
        run(fingertip().arg("build").arg("--module").arg(module).arg("--out").arg(component))?;
    }
    scripts::build(&components, audience)?;
    Ok(components)
}

/// Builds one mini-app that only a bench uses; gives its component.
pub(crate) fn build_one(options: &Options, package: &str) -> Result<PathBuf> {
    build_for_tests(options)?;
    let module = modules(options, &[package])?.join(format!("{}.wasm", package.replace('-', "_")));
    std::fs::create_dir_all(folder())?;
    let component = folder().join(format!("{package}.wasm"));
    run(fingertip().arg("build").arg("--module").arg(module).arg("--out").arg(&component))?;
    Ok(component)
}

/// Builds the core modules, by rustup's target where there is one, else by Debian's compiler.
fn modules(options: &Options, packages: &[&str]) -> Result<PathBuf> {
    let folder = target().join("guests/modules");
    let mut command = cargo();
    command.args(["build", "--profile", "guest", "--target", WASM]).env("CARGO_TARGET_DIR", &folder);
    for package in packages {
        command.args(["-p", package]);
    }
    for_target(WASM, &mut command, options)?;
    run(&mut command)?;
    Ok(folder.join(WASM).join("guest"))
}

/// Makes cargo compile for `name`: with the compiler in use where it has that target or rustup brings it, else with Debian's.
pub(crate) fn for_target(name: &str, command: &mut Command, options: &Options) -> Result<()> {
    if !provide(name, options)? {
        with_debian_rustc(command)?;
    }
    Ok(())
}

/// Installs what compiles for `name`; gives whether that is the compiler in use.
pub(crate) fn provide(name: &str, options: &Options) -> Result<bool> {
    let is_there = has_target(name) || add_target(name);
    if !is_there {
        system::require(&[system::GUESTS], options)?;
    }
    Ok(is_there)
}

/// Whether the compiler in use has the standard library of `name`.
pub(crate) fn has_target(name: &str) -> bool {
    let asked = Command::new("rustc")
        .args(["--print", "target-libdir", "--target", name])
        .stderr(Stdio::null())
        .output();
    asked.is_ok_and(|answer| {
        std::fs::read_dir(String::from_utf8_lossy(&answer.stdout).trim())
            .is_ok_and(|mut files| files.next().is_some())
    })
}

/// Asks rustup for the target; without a network, or without rustup, there is another way.
fn add_target(name: &str) -> bool {
    process::has("rustup")
        && Command::new("rustup")
            .args(["target", "add", name])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .stdin(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
        && has_target(name)
}

/// Makes cargo compile with Debian's compiler and build the standard library from its sources.
fn with_debian_rustc(command: &mut Command) -> Result<()> {
    // The linker for WebAssembly comes with either compiler; Debian's is a link that may lead nowhere.
    let mut folders = Vec::new();
    for rustc in ["rustc", DEBIAN_RUSTC] {
        let sysroot = process::output(Command::new(rustc).args(["--print", "sysroot"]))
            .context("Debian's rustc (package rustc-web) is needed")?;
        folders.push(
            PathBuf::from(sysroot.trim())
                .join(format!("lib/rustlib/{}-unknown-linux-gnu/bin", std::env::consts::ARCH)),
        );
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::env::split_paths(&path).chain(folders))?;
    command
        .env("PATH", path)
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .arg("-Zbuild-std=std,panic_abort");
    Ok(())
}
