//! Which mini-apps the departments have published: the stamp of a running one is compared with it.
//!
//! The repository's folder is the operator's own, and what is in it was verified when it was taken in; so its metadata is read as it
//! stands. The stamp keeps mistakes and old forks out. It proves nothing of a device: whoever lies about it tells the name of
//! something that was published.

use std::{
    collections::{BTreeMap, HashSet},
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use fingertip_bundle::target_name;
use fingertip_standard::RunningApp;
use serde::Deserialize;

/// The repository of mini-apps, as far as it says which there are.
#[derive(Debug)]
pub(crate) struct Published {
    metadata: PathBuf,
    /// What was found once, with the version of the department's metadata in which it was.
    known: Mutex<HashSet<(u64, RunningApp)>>,
}

/// A department's targets metadata (TUF 1.0, 4.5), as far as it is wanted here.
#[derive(Deserialize)]
struct Role {
    signed: Targets,
}

#[derive(Deserialize)]
struct Targets {
    #[serde(default)]
    targets: BTreeMap<String, Target>,
}

#[derive(Deserialize)]
struct Target {
    hashes: Hashes,
    #[serde(default)]
    custom: Custom,
}

#[derive(Deserialize)]
struct Hashes {
    sha256: String,
}

#[derive(Default, Deserialize)]
struct Custom {
    #[serde(default)]
    version: u64,
}

impl Published {
    /// The repository in `repository`, with the folder `metadata`.
    pub(crate) fn new(repository: &Path) -> Self {
        Self { metadata: repository.join("metadata"), known: Mutex::default() }
    }

    /// Whether `app` is a mini-app that its department offers now, in a version that it has published: devices that could not
    /// refresh run the one before, and cases may have waited. True where there is no repository here to compare with.
    pub(crate) fn knows(&self, app: &RunningApp) -> bool {
        if !self.metadata.join("timestamp.json").is_file() {
            return true;
        }
        let versions = self.versions_of(app.department.as_str());
        let Some(newest) = versions.first() else { return false };
        let found = (*newest, app.clone());
        if self.known.lock().unwrap_or_else(PoisonError::into_inner).contains(&found) {
            return true;
        }
        let name = target_name(&app.department, &app.app);
        let target_in = |version: &u64| self.read(app.department.as_str(), *version)?.remove(&name);
        // Withdrawn is what stands in no metadata of today.
        let is_published = target_in(newest).is_some()
            && versions.iter().filter_map(target_in).any(|target| {
                target.custom.version == app.version && target.hashes.sha256.eq_ignore_ascii_case(&app.sha256)
            });
        if is_published {
            let mut known = self.known.lock().unwrap_or_else(PoisonError::into_inner);
            known.retain(|(version, other)| other.department != app.department || version == newest);
            known.insert(found);
        }
        is_published
    }

    /// The versions of a department's metadata, the newest first (TUF 1.0, 7: consistent snapshots).
    fn versions_of(&self, department: &str) -> Vec<u64> {
        let files = fs::read_dir(&self.metadata).into_iter().flatten().filter_map(Result::ok);
        let mut versions: Vec<u64> = files
            .filter_map(|file| {
                let name = file.file_name().into_string().ok()?;
                let (version, role) = name.strip_suffix(".json")?.split_once('.')?;
                version.parse().ok().filter(|_| role == department)
            })
            .collect();
        versions.sort_unstable_by(|one, other| other.cmp(one));
        versions
    }

    fn read(&self, department: &str, version: u64) -> Option<BTreeMap<String, Target>> {
        let bytes = fs::read(self.metadata.join(format!("{version}.{department}.json"))).ok()?;
        let role: Role = serde_json::from_slice(&bytes).ok()?;
        Some(role.signed.targets)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn app(version: u64, sha256: &str) -> RunningApp {
        let app = json!({"department": "parks", "app": "cn.example.parks.pass", "version": version, "sha256": sha256});
        serde_json::from_value(app).expect("a stamp")
    }

    fn write(folder: &Path, version: u64, targets: &Value) {
        let role = json!({"signed": {"_type": "targets", "targets": targets}, "signatures": []});
        fs::write(folder.join(format!("metadata/{version}.parks.json")), role.to_string()).expect("written");
    }

    fn release(version: u64, sha256: &str) -> Value {
        json!({"parks/cn.example.parks.pass.ma": {
            "length": 1, "hashes": {"sha256": sha256}, "custom": {"version": version, "grants": []}
        }})
    }

    #[test]
    fn a_stamp_is_of_something_that_its_department_published_and_still_offers() {
        let folder = tempfile::tempdir().expect("a folder");
        let published = Published::new(folder.path());
        assert!(published.knows(&app(1, "aa")), "without a repository there is nothing to compare with");
        fs::create_dir(folder.path().join("metadata")).expect("made");
        fs::write(folder.path().join("metadata/timestamp.json"), "{}").expect("written");
        assert!(!published.knows(&app(1, "aa")), "a department that has published nothing");
        write(folder.path(), 1, &release(1, "aa"));
        write(folder.path(), 9, &release(2, "bb"));
        write(folder.path(), 10, &release(3, "cc"));
        for (version, sha256) in [(1, "aa"), (2, "bb"), (3, "cc"), (3, "CC"), (3, "cc")] {
            assert!(published.knows(&app(version, sha256)), "{version} {sha256}");
        }
        for (version, sha256) in [(1, "bb"), (4, "cc"), (3, ""), (3, "dd")] {
            assert!(!published.knows(&app(version, sha256)), "{version} {sha256}");
        }
        let other =
            json!({"department": "parks", "app": "cn.example.parks.other", "version": 3, "sha256": "cc"});
        assert!(!published.knows(&serde_json::from_value(other).expect("a stamp")));
        // Withdrawn: also what was known a moment ago.
        write(folder.path(), 11, &json!({}));
        assert!(!published.knows(&app(3, "cc")));
    }
}
