//! The command and the tools that a checkout has built for it.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use anyhow::{Result, ensure};

/// What the command finds around it.
pub(crate) struct Tools {
    target: PathBuf,
}

impl Tools {
    /// Those of this checkout: nothing is fetched, and what is compiled is compiled once for all tests.
    pub(crate) fn of_the_checkout() -> Self {
        Self {
            target: std::env::var_os("CARGO_TARGET_DIR")
                .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target"), PathBuf::from),
        }
    }

    /// Has `command` find them.
    pub(crate) fn with<'c>(&self, command: &'c mut Command) -> &'c mut Command {
        let esbuild = self.target.join("javascript/node_modules/.bin/esbuild");
        if esbuild.is_file() {
            command.env("FINGERTIP_ESBUILD", esbuild);
        }
        // Where every template builds, so that what they share is compiled once; and where xtask keeps compiled engines.
        command
            .env("CARGO_TARGET_DIR", self.target.join("templates"))
            .env("FINGERTIP_CACHE", self.target.join("fingertip"));
        command.env_remove("FINGERTIP_ENGINE")
    }

    /// Runs the command in `folder`; gives what it says.
    pub(crate) fn fingertip(&self, folder: &Path, arguments: &[&str]) -> Result<String> {
        run(folder, self.with(Command::new(env!("CARGO_BIN_EXE_fingertip")).args(arguments)))
    }

    /// The JavaScript engine; none, and a word of it, where node is not installed.
    pub(crate) fn engine(&self) -> Option<String> {
        let guests = std::env::var_os("FINGERTIP_GUESTS")
            .map_or_else(|| self.target.join("guests/components"), PathBuf::from);
        let engine = Some(guests.join("javascript.wasm")).filter(|engine| engine.is_file());
        if engine.is_none() {
            eprintln!(
                "LEFT OUT: scripts; `cargo xtask guests` builds their engine where node and npm are installed"
            );
        }
        engine.map(|engine| engine.to_string_lossy().into_owned())
    }
}

/// Runs a command to its end; gives what it says.
pub(crate) fn run(folder: &Path, command: &mut Command) -> Result<String> {
    let output = command.current_dir(folder).output()?;
    let told =
        format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    ensure!(output.status.success(), "{command:?}\n{told}");
    Ok(told)
}
