//! Every shape that ever landed in the store stays readable: `kept/<version>/<kind>.json` holds examples of it.
//!
//! When a kept type changes, its newest file no longer comes back as it was: put the new shape into a folder of the new
//! version, and leave the old one for good.

use std::{collections::BTreeMap, fs, path::Path};

use fingertip_contract::{Case, Document, Helpers};
use fingertip_standard::{Disclosure, StandingConsent, events::Input};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{OutgoingItem, Paid, Showing};

/// The examples of each kind, by version, the oldest first.
type Kept = BTreeMap<String, BTreeMap<Vec<u32>, Vec<Value>>>;

fn read_kept() -> Kept {
    let mut kept = Kept::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("kept");
    for version in fs::read_dir(folder).expect("the folder") {
        let version = version.expect("a version");
        let name = version.file_name().into_string().expect("a version");
        let number =
            name.split('.').map(|part| part.parse().expect("a version's number")).collect::<Vec<u32>>();
        for file in fs::read_dir(version.path()).expect("a folder") {
            let path = file.expect("a file").path();
            let kind = path.file_stem().expect("a name").to_string_lossy().into_owned();
            let examples =
                serde_json::from_slice(&fs::read(path).expect("read")).expect("a list of examples");
            kept.entry(kind).or_default().insert(number.clone(), examples);
        }
    }
    kept
}

/// Reads every example of `kind`; those of the newest version come back exactly as they were.
fn check<T: Serialize + DeserializeOwned>(kept: &mut Kept, kind: &str) {
    let versions = kept.remove(kind).unwrap_or_default();
    let newest = versions.keys().next_back().cloned().expect("an example of each kind");
    for (version, examples) in versions {
        for example in examples {
            let read: T = serde_json::from_value(example.clone())
                .unwrap_or_else(|error| panic!("a {kind} of {version:?} cannot be read: {error}"));
            if version == newest {
                let written = serde_json::to_value(read).expect("written");
                assert_eq!(written, example, "a {kind} is kept in a new shape: kept/<version> wants it too");
            }
        }
    }
}

#[test]
fn every_shape_that_was_ever_kept_is_read_and_todays_is_written_down() {
    let mut kept = read_kept();
    check::<Case>(&mut kept, "case");
    check::<Document>(&mut kept, "document");
    check::<BTreeMap<String, Input>>(&mut kept, "draft");
    check::<StandingConsent>(&mut kept, "consent");
    check::<Disclosure>(&mut kept, "disclosure");
    check::<Showing>(&mut kept, "showing");
    check::<Paid>(&mut kept, "payment");
    check::<OutgoingItem>(&mut kept, "outgoing-item");
    check::<(Helpers, Timestamp)>(&mut kept, "helpers");
    assert!(kept.is_empty(), "nobody reads {:?}", kept.keys());
}
