//! The age of others opens what is saved here, and the other way round: npm's age-encryption, by the format's author, pinned.
//! `cargo xtask test` installs it beside what is built and names the folder.

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use base64::{Engine, prelude::BASE64_STANDARD};
use fingertip_carry::{Carried, OwnerMark, RecoveryCode, open, seal};
use jiff::Timestamp;
use serde_json::{Value, json};

/// The variable that names the folder with the libraries.
const LIBRARIES: &str = "FINGERTIP_FOREIGN";

/// Where the libraries are, if they are installed.
fn libraries() -> Option<PathBuf> {
    let found = std::env::var_os(LIBRARIES).map(PathBuf::from);
    if found.is_none() {
        println!("LEFT OUT: the age of others; `cargo xtask test` installs it");
    }
    found
}

fn ask(libraries: &Path, asked: &Value) -> String {
    // Cargo's word at run time: this may have been compiled in another checkout.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    let script = Path::new(&own).join("../../../tests/foreign/copy.mjs");
    let mut program = Command::new("node");
    let piped = program.arg(script).arg(libraries).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut running = piped.spawn().expect("started");
    running.stdin.take().expect("piped").write_all(asked.to_string().as_bytes()).expect("told");
    let output = running.wait_with_output().expect("waited");
    assert!(output.status.success(), "it refuses");
    serde_json::from_slice(&output.stdout).expect("a text")
}

#[test]
fn what_is_saved_here_others_open_with_the_code_as_it_is_shown() {
    let Some(libraries) = libraries() else { return };
    let code = RecoveryCode::generate();
    let carried = Carried::empty(OwnerMark::of("https://id.example", "a"), Timestamp::UNIX_EPOCH);
    let file = BASE64_STANDARD.encode(seal(&carried, &code).expect("sealed"));
    let text = ask(&libraries, &json!({ "do": "open", "code": code.text(), "file": file }));
    assert_eq!(serde_json::from_str::<Carried>(&text).expect("records"), carried);
}

#[test]
fn what_others_seal_is_opened_here() {
    let Some(libraries) = libraries() else { return };
    let code = RecoveryCode::generate();
    let text = include_str!("../kept/2.json");
    let file = ask(&libraries, &json!({ "do": "seal", "code": code.text(), "text": text }));
    let file = BASE64_STANDARD.decode(file).expect("base64");
    assert_eq!(open(&file, &code).expect("opened").cases.len(), 1);
}
