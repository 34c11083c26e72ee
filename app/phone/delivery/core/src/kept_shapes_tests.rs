//! Every shape that this crate ever kept stays readable: `kept/<version>/<kind>.json` holds examples of it. The records'
//! own shapes are in their crate, with the same rule: a new shape goes into a folder of the new version, the old one stays.

use std::{collections::BTreeMap, fs, path::Path};

use fingertip_contract::{JointCase, ServiceRating, api::PlatformInfo};
use fingertip_platform_client::KnownCatalogue;
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

use crate::{
    ActDraft, Answers, JointDraft, KeptWidget, LeftOpen, Preferences, Reminder, SearchMemory, Typed,
    areas::{cards::run::KeptCard, catalogue::kept::KeptSlice},
};

/// The examples of each kind, by version, the oldest first.
type Kept = BTreeMap<String, BTreeMap<Vec<u32>, Vec<Value>>>;

fn read_kept() -> Kept {
    let mut kept = Kept::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("kept");
    for version in fs::read_dir(folder).expect("the folder") {
        let version = version.expect("a version");
        let name = version.file_name().into_string().expect("a version");
        let number: Vec<u32> =
            name.split('.').map(|part| part.parse().expect("a version's number")).collect();
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
    check::<Preferences>(&mut kept, "preferences");
    check::<SearchMemory>(&mut kept, "searches");
    check::<(String, Timestamp)>(&mut kept, "place");
    check::<Typed>(&mut kept, "typed");
    check::<Option<LeftOpen>>(&mut kept, "left-open");
    check::<Vec<ActDraft>>(&mut kept, "case-acts");
    check::<Answers>(&mut kept, "answers");
    check::<Vec<Reminder>>(&mut kept, "reminders");
    check::<Vec<JointDraft>>(&mut kept, "joint-forms");
    check::<Vec<JointCase>>(&mut kept, "joint-cases");
    check::<KeptWidget>(&mut kept, "widget");
    check::<KeptCard>(&mut kept, "card");
    check::<PlatformInfo>(&mut kept, "info");
    check::<KnownCatalogue>(&mut kept, "catalogue");
    check::<KeptSlice>(&mut kept, "catalogue-slice");
    check::<Vec<ServiceRating>>(&mut kept, "ratings");
    assert!(kept.is_empty(), "nobody reads {:?}", kept.keys());
}
