//! What is published, read by the letter of the specification (TUF 1.0) instead of by a library: other clients than
//! ours must be able to, and they are stricter than the library that signs.

mod common;

use std::collections::{BTreeMap, BTreeSet};

use aws_lc_rs::signature::{ED25519, UnparsedPublicKey};
use common::{Nation, release};
use fingertip_repository::{InterpreterRelease, Release};
use fingertip_standard::AppId;
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

/// The top-level roles (2.1).
const TOP: [&str; 4] = ["root", "snapshot", "targets", "timestamp"];

fn interpreter() -> InterpreterRelease {
    InterpreterRelease { name: "javascript".into(), bytes: b"an interpreter".to_vec() }
}

fn sha256(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// Canonical JSON (4.2), as securesystemslib writes it: members by name, no blanks, whole numbers, two escapes.
fn canonical(value: &Value) -> String {
    let text = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    match value {
        Value::Bool(value) => value.to_string(),
        Value::Number(number) => {
            assert!(number.is_u64(), "{number} is no whole number");
            number.to_string()
        }
        Value::String(value) => {
            // Libraries differ in whether they bring letters into one form before they sign.
            assert!(value.is_ascii(), "{value:?} may be signed in two forms");
            text(value)
        }
        Value::Array(items) => format!("[{}]", items.iter().map(canonical).collect::<Vec<_>>().join(",")),
        Value::Object(members) => {
            let sorted: BTreeMap<_, _> = members.iter().collect();
            let members = sorted.iter().map(|(name, value)| format!("{}:{}", text(name), canonical(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Null => panic!("the format has no null"),
    }
}

/// `YYYY-MM-DDTHH:MM:SSZ` (4.2).
fn is_time(text: &str) -> bool {
    let form = "dddd-dd-ddTdd:dd:ddZ";
    text.len() == form.len()
        && text
            .chars()
            .zip(form.chars())
            .all(|(is, must)| if must == 'd' { is.is_ascii_digit() } else { is == must })
        && text.parse::<jiff::Timestamp>().is_ok()
}

/// Every text that looks like a time is one, wherever it stands.
fn check_times(value: &Value) {
    match value {
        Value::String(text) if text.get(4..5) == Some("-") && text.contains('T') => {
            assert!(is_time(text), "{text}")
        }
        Value::Array(items) => items.iter().for_each(check_times),
        Value::Object(members) => members.values().for_each(check_times),
        _ => {}
    }
}

fn hex_of(value: &Value, bytes: usize) -> Vec<u8> {
    let text = value.as_str().expect("a text");
    assert!(text.len() == 2 * bytes && !text.contains(|sign: char| sign.is_ascii_uppercase()), "{text}");
    hex::decode(text).expect("hexadecimal")
}

fn members<'a>(value: &'a Value, names: &[&str]) -> &'a Map<String, Value> {
    let object = value.as_object().expect("an object");
    let own: BTreeSet<&str> = object.keys().map(String::as_str).collect();
    assert_eq!(own, names.iter().copied().collect(), "{value:#}");
    object
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|item| item.as_str().expect("a text")).collect()
}

/// Whose keys may sign a role (4.3): their public halves by id.
fn keys_of(keys: &Value, role: &Value) -> BTreeMap<String, Vec<u8>> {
    let ids = texts(&role["keyids"]);
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "a key counts once");
    let threshold = role["threshold"].as_u64().expect("a number");
    assert!((1..=ids.len() as u64).contains(&threshold));
    let key = |id: &str| {
        let key = &keys[id];
        members(key, &["keytype", "keyval", "scheme"]);
        members(&key["keyval"], &["public"]);
        assert_eq!((&key["keytype"], &key["scheme"]), (&"ed25519".into(), &"ed25519".into()));
        assert_eq!(sha256(canonical(key).as_bytes()), id, "an id is that of its key");
        (id.to_owned(), hex_of(&key["keyval"]["public"], 32))
    };
    ids.into_iter().map(key).collect()
}

/// The repository's metadata as the specification's client goes through it.
struct Reader<'a> {
    files: &'a BTreeMap<String, Vec<u8>>,
    read: BTreeSet<String>,
}

impl Reader<'_> {
    /// What is signed in a file of `role`, when any of `keys` signed it.
    fn signed(&mut self, file: &str, kind: &str, keys: &BTreeMap<String, Vec<u8>>) -> Value {
        let path = format!("metadata/{file}");
        let whole: Value = serde_json::from_slice(&self.files[&path]).expect("JSON");
        self.read.insert(path);
        members(&whole, &["signatures", "signed"]);
        let signed = &whole["signed"];
        assert_eq!(signed["_type"], kind);
        assert_eq!(signed["spec_version"], "1.0.0");
        assert!(is_time(signed["expires"].as_str().expect("a text")), "{file}: {}", signed["expires"]);
        check_times(signed);
        if file != "timestamp.json" {
            let (version, _) = file.split_once('.').expect("a version");
            assert_eq!(
                signed["version"].as_u64(),
                version.parse().ok(),
                "{file} stands under its version (7)"
            );
        }
        let message = canonical(signed);
        let signatures = whole["signatures"].as_array().expect("a list");
        let mut signers = BTreeSet::new();
        for signature in signatures {
            members(signature, &["keyid", "sig"]);
            let id = signature["keyid"].as_str().expect("a text");
            assert!(signers.insert(id), "{file}: {id} signed twice");
            let key = UnparsedPublicKey::new(&ED25519, keys.get(id).expect("a known key"));
            key.verify(message.as_bytes(), &hex_of(&signature["sig"], 64)).expect("a signature that holds");
        }
        assert!(!signers.is_empty(), "{file} is signed");
        signed.clone()
    }

    /// That `meta` lists a file as it is (4.4), and under which version.
    fn listed(&self, meta: &Value, name: &str) -> String {
        let said = &meta[format!("{name}.json")];
        members(said, &["hashes", "length", "version"]);
        members(&said["hashes"], &["sha256"]);
        let file = format!("{}.{name}.json", said["version"]);
        let bytes = &self.files[&format!("metadata/{file}")];
        assert_eq!(said["length"].as_u64(), Some(bytes.len() as u64), "{file}");
        assert_eq!(said["hashes"]["sha256"], sha256(bytes), "{file}");
        file
    }

    /// That the targets of a role are there under their hashes, and under the role's prefix (4.5, 7).
    fn check_targets(&mut self, role: &str, targets: &Value) {
        for (path, target) in targets.as_object().expect("an object") {
            let (folder, name) = path.rsplit_once('/').expect("a prefix");
            assert_eq!(folder, role);
            members(&target["hashes"], &["sha256"]);
            let hash = target["hashes"]["sha256"].as_str().expect("a text");
            let file = format!("targets/{folder}/{hash}.{name}");
            let bytes = &self.files[&file];
            assert_eq!((target["length"].as_u64(), hash), (Some(bytes.len() as u64), sha256(bytes).as_str()));
            self.read.insert(file);
        }
    }
}

/// Reads all that a client reads, from the first root on, and gives what was read.
fn check(nation: &Nation) -> BTreeSet<String> {
    let files = nation.files();
    let mut reader = Reader { files: &files, read: BTreeSet::new() };
    let first: Value = serde_json::from_slice(&files["metadata/1.root.json"]).expect("JSON");
    let mut root = first["signed"].clone();
    // 5.3: each root is signed by the one before it and by itself.
    for version in 1.. {
        let file = format!("{version}.root.json");
        if !files.contains_key(&format!("metadata/{file}")) {
            break;
        }
        let next = reader.signed(&file, "root", &keys_of(&root["keys"], &root["roles"]["root"]));
        reader.signed(&file, "root", &keys_of(&next["keys"], &next["roles"]["root"]));
        root = next;
    }
    let newest = format!("metadata/{}.root.json", root["version"]);
    assert_eq!(files["root.json"], files[&newest], "new shells are built with the newest root");
    members(&root, &["_type", "consistent_snapshot", "expires", "keys", "roles", "spec_version", "version"]);
    assert_eq!(root["consistent_snapshot"], true);
    members(&root["roles"], &TOP);
    let own: Vec<_> = TOP.iter().map(|role| keys_of(&root["keys"], &root["roles"][role])).collect();
    let ids: BTreeSet<_> = own.iter().flat_map(BTreeMap::keys).collect();
    assert_eq!(ids.len(), TOP.len(), "each role has a key of its own");
    let key = |role: &str| keys_of(&root["keys"], &root["roles"][role]);
    // 5.4 to 5.6.
    let timestamp = reader.signed("timestamp.json", "timestamp", &key("timestamp"));
    members(&timestamp["meta"], &["snapshot.json"]);
    let file = reader.listed(&timestamp["meta"], "snapshot");
    let snapshot = reader.signed(&file, "snapshot", &key("snapshot"));
    let file = reader.listed(&snapshot["meta"], "targets");
    let targets = reader.signed(&file, "targets", &key("targets"));
    assert_eq!(targets["targets"], serde_json::json!({}));
    let delegations = members(&targets["delegations"], &["keys", "roles"]);
    let mut names = BTreeSet::from(["targets.json".to_owned()]);
    for role in delegations["roles"].as_array().expect("a list") {
        members(role, &["keyids", "name", "paths", "terminating", "threshold"]);
        let name = role["name"].as_str().expect("a text");
        assert!(!TOP.contains(&name));
        assert_eq!(texts(&role["paths"]), [format!("{name}/*")]);
        assert!(names.insert(format!("{name}.json")), "{name} is delegated to once");
        let file = reader.listed(&snapshot["meta"], name);
        let own = reader.signed(&file, "targets", &keys_of(&delegations["keys"], role));
        reader.check_targets(name, &own["targets"]);
    }
    members(&snapshot["meta"], &names.iter().map(String::as_str).collect::<Vec<_>>());
    reader.read
}

#[tokio::test]
async fn what_is_published_is_read_by_the_letter_of_the_specification() {
    let nation = Nation::new().await;
    check(&nation);
    for version in [1, 2] {
        let now = nation.later(i64::try_from(version).expect("a day"));
        nation.publisher().release(&[release(version)], &[interpreter()], now).await.expect("published");
        let read = check(&nation);
        assert_eq!(read.iter().filter(|file| file.starts_with("targets/")).count(), 2);
    }
    nation.publisher().accept(&[], nation.later(3)).await.expect("signed anew");
    check(&nation);
    nation.publisher().renew(nation.later(366)).await.expect("renewed");
    let read = check(&nation);
    assert!(read.contains("metadata/1.root.json") && read.contains("metadata/2.root.json"));
}

#[tokio::test]
async fn what_is_out_under_a_version_never_changes() {
    // Several, so that a list of them could be written in another order.
    let several = |version| -> Vec<Release> {
        let app = |at| AppId::new(format!("cn.example.hrss.card{at}")).expect("an id");
        (1..6).map(|at| Release { app: app(at), ..release(version) }).collect()
    };
    let nation = Nation::new().await;
    let mut known = nation.files();
    for step in 1..6 {
        let (publisher, now) = (nation.publisher(), nation.later(step));
        match step {
            1 | 4 => publisher.release(&several(step.unsigned_abs()), &[], now).await.expect("published"),
            2 => publisher.release(&[], &[interpreter()], now).await.expect("published"),
            3 => publisher.accept(&[], now).await.expect("signed anew"),
            _ => publisher.renew(now).await.expect("renewed"),
        }
        let files = nation.files();
        for (path, bytes) in &known {
            let may_change = ["root.json", "metadata/timestamp.json"].contains(&path.as_str());
            assert!(may_change || files.get(path) == Some(bytes), "step {step} changed {path}");
        }
        known = files;
    }
}

#[test]
fn the_forms_of_the_specification_are_known_here() {
    assert!(is_time("2026-11-28T07:41:17Z"));
    for text in [
        "2026-11-28T07:41:17.043Z",
        "2026-11-28T07:41:17+00:00",
        "2026-13-28T07:41:17Z",
        "2026-11-28 07:41:17Z",
    ] {
        assert!(!is_time(text), "{text}");
    }
    let value = serde_json::json!({"b": [1, true], "a": "q\"\\\n"});
    assert_eq!(canonical(&value), "{\"a\":\"q\\\"\\\\\n\",\"b\":[1,true]}");
}
