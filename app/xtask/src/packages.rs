//! What both systems' packages need: the kits that are missing, the nation that is built in, `dx`, and the project's own files.

use std::{env, path::Path, process::Command};

use anyhow::{Context, Result, bail};

use crate::{
    Options, guests,
    process::{self, cargo, output, run},
};

/// The version of `dx` that belongs to the project's Dioxus.
const DX: &str = "0.7.10";

/// What is missing on this machine, each with how to get it.
#[derive(Default)]
pub(crate) struct Missing(Vec<String>);

impl Missing {
    pub(crate) fn need(&mut self, is_there: bool, what: &str, how: &str) {
        if !is_there {
            self.0.push(format!("{what}\n      {how}"));
        }
    }

    pub(crate) fn dx(&mut self) {
        self.need(
            output(Command::new("dx").arg("--version")).is_ok_and(|said| said.contains(DX)),
            &format!("dx {DX}"),
            &format!("cargo install dioxus-cli --version {DX} --locked"),
        );
    }

    /// Rust's library for a phone, and the nation that is built in.
    pub(crate) fn program(&mut self, phone: &str) {
        self.need(
            guests::has_target(phone),
            &format!("Rust's library for {phone}"),
            &format!("rustup target add {phone}"),
        );
        for name in ["FINGERTIP_PLATFORM", "FINGERTIP_ROOT"] {
            self.need(
                env::var_os(name).is_some(),
                &format!("{name}: the nation that the app is for"),
                "the platform's https address, and the file of its repository's TUF root",
            );
        }
    }

    /// Goes on only where nothing is missing.
    pub(crate) fn check(self, system: &str) -> Result<()> {
        if !self.0.is_empty() {
            bail!("{system} package cannot be built here. Missing:\n  - {}", self.0.join("\n  - "));
        }
        Ok(())
    }
}

/// Has `dx` build the app for a phone; `system` is its flag, and what follows it.
pub(crate) fn dx(system: &str, phone: &str, more: &[&str]) -> Result<()> {
    let mut dx = Command::new("dx");
    // dx looks for the property list from where it is started, unlike for Android's manifest.
    dx.current_dir(process::project().join("app/phone/delivery/shell"));
    dx.args(["build", system, "--release", "--package", "fingertip-shell", "--bin", "fingertip-shell"]);
    dx.args(["--no-default-features", "--features", "mobile", "--target", phone]).args(more);
    // Named from everywhere: what compiles the root of trust in stands in another folder.
    if let Some(root) = env::var_os("FINGERTIP_ROOT") {
        dx.env("FINGERTIP_ROOT", std::path::absolute(root)?);
    }
    run(&mut dx).with_context(|| format!("dx does not build the app for {phone}"))
}

/// Has `fingertip-packaging` put a system's files where its tools look.
pub(crate) fn assemble(system: &str, folder: &Path, options: &Options) -> Result<()> {
    let mut command = cargo();
    command.args(["run", "--quiet", "-p", "fingertip-packaging", "--", system]).arg(folder);
    if let Some(host) = &options.host {
        command.args(["--host", host]);
    }
    if let Some(number) = options.number {
        command.args(["--number", &number.to_string()]);
    }
    run(&mut command)
}
