//! An encrypted copy of somebody's records as its owner opens it, without the app.

use std::{
    fs,
    io::Write,
    path::Path,
    process::{Command, Output, Stdio},
};

use fingertip_carry::{Carried, DocumentRow, OutgoingRow, OwnerMark, RecoveryCode, seal};
use jiff::Timestamp;
use serde_json::{Value, json};

fn copy() -> Carried {
    let at = Timestamp::UNIX_EPOCH;
    let mut carried = Carried::empty(OwnerMark::of("https://id.example", "a"), at);
    carried.documents = vec![DocumentRow {
        issuer: "hrss".into(),
        id: "../../card".into(),
        as_of: at,
        jws: "a.b.c".into(),
        content: json!({}),
    }];
    let file = json!({ "key": "photo", "name": "../../../etc/me.jpg", "media_type": "image/jpeg", "content": "AP8=" });
    carried.outgoing = vec![OutgoingRow {
        key: "..".into(),
        created_at: at,
        attempts: 0,
        refusal: None,
        content: json!({ "case": { "case": { "files": [file, { "content": "no base64" }] } } }),
        form: None,
    }];
    carried
}

fn open(file: &Path, out: &Path, code: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_fingertip"))
        .args(["records", "open"])
        .args([file, Path::new("--out"), out])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    // It may have ended before it asks.
    let _ = command.stdin.take().expect("its input").write_all(code.as_bytes());
    command.wait_with_output().expect("ended")
}

/// Every file below `folder`, by its path.
fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path.strip_prefix(folder).expect("below").to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

#[test]
fn a_copy_is_opened_with_its_code_and_stays_in_its_folder() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, out) = (folder.path().join("copy.age"), folder.path().join("deep/out"));
    let code = RecoveryCode::generate();
    fs::write(&file, seal(&copy(), &code).expect("sealed")).expect("written");
    let output = open(&file, &out, &format!("{}\n", code.text().to_lowercase()));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    assert!(!said.contains(&code.text()), "no code is said");
    let names = files(&out);
    assert_eq!(names.len(), 3, "{names:?}");
    let records: Value =
        serde_json::from_slice(&fs::read(out.join("records.json")).expect("read")).expect("JSON");
    assert_eq!(serde_json::from_value::<Carried>(records).expect("records"), copy());
    let jws = names.iter().find(|name| name.ends_with(".jws")).expect("a document");
    assert_eq!(fs::read(out.join(jws)).expect("read"), b"a.b.c");
    let photo = names.iter().find(|name| name.ends_with("me.jpg")).expect("a file");
    assert_eq!(fs::read(out.join(photo)).expect("read"), [0, 255]);
    assert_eq!(files(folder.path()).len(), 4, "nothing is written elsewhere");
    // What is there is not written over.
    assert!(!open(&file, &out, &code.text()).status.success());
}

#[test]
fn what_is_wrong_is_said_and_nothing_is_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let (file, out) = (folder.path().join("copy.age"), folder.path().join("out"));
    let code = RecoveryCode::generate();
    let sealed = seal(&copy(), &code).expect("sealed");
    let other = RecoveryCode::generate().text();
    let (right, torn) = (code.text(), &sealed[..sealed.len() - 1]);
    for (bytes, typed, reason) in [
        (&sealed[..], other.as_str(), "another recovery code"),
        (torn, &right, "damaged"),
        (b"hello", &right, "no copy of records"),
        (&sealed, "12", "28 signs"),
        (&sealed, "", "no recovery code"),
    ] {
        fs::write(&file, bytes).expect("written");
        let output = open(&file, &out, typed);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(!output.status.success() && said.contains(reason), "{reason:?} is not in {said}");
        assert!(!out.exists());
    }
}
