//! The age of others opens what is saved here, and the other way round: npm's age-encryption, by the format's author, pinned.
//! `cargo xtask test` installs it beside what is built and names the folder.

#[path = "../../../../tests/foreign/peer.rs"]
mod peer;

use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use fingertip_carry::{Carried, OwnerMark, RecoveryCode, open, seal};
use jiff::Timestamp;
use serde_json::{Value, json};

fn libraries() -> Option<PathBuf> {
    peer::libraries("the age of others")
}

fn ask(libraries: &Path, asked: &Value) -> String {
    let answer =
        peer::ask(peer::program(libraries, "copy.mjs"), asked).unwrap_or_else(|said| panic!("{said}"));
    answer.as_str().expect("a text").to_owned()
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
