//! The programs in this folder, each over a library that others wrote, as the tests of several crates ask them. `cargo xtask test` installs
//! the libraries beside what is built and names their folder.
#![allow(dead_code, reason = "each crate's tests use some of it")]

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

/// The variable that names the folder with the libraries.
const LIBRARIES: &str = "FINGERTIP_FOREIGN";

/// Where the libraries are, if they are installed; else `what` is left out, and that is said.
pub(crate) fn libraries(what: &str) -> Option<PathBuf> {
    let found = std::env::var_os(LIBRARIES).map(PathBuf::from);
    if found.is_none() {
        println!("LEFT OUT: {what}; `cargo xtask test` installs it");
    }
    found
}

/// The program in the file `name`, in Python or JavaScript by its ending.
pub(crate) fn program(libraries: &Path, name: &str) -> Command {
    // Cargo's word at run time: this may have been compiled in another checkout.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let script = Path::new("tests/foreign").join(name);
    let mut above = Path::new(&own).ancestors().map(|folder| folder.join(&script));
    let script = above.find(|path| path.is_file()).expect("a program of that name");
    if name.ends_with(".py") {
        let mut python = Command::new(libraries.join("python/bin/python3"));
        python.arg(script);
        return python;
    }
    let mut node = Command::new("node");
    node.arg(script).arg(libraries);
    node
}

/// What the program answers to JSON, or what it says when it refuses.
pub(crate) fn ask(mut program: Command, asked: &serde_json::Value) -> Result<serde_json::Value, String> {
    let piped = program.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut running = piped.spawn().expect("started");
    running.stdin.take().expect("piped").write_all(asked.to_string().as_bytes()).expect("told");
    let output = running.wait_with_output().expect("waited");
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned());
    }
    Ok(serde_json::from_slice(&output.stdout).expect("JSON"))
}
