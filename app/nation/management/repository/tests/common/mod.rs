//! A repository in a folder of its own.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use fingertip_repository::{Publisher, Release};
use fingertip_standard::{AppId, DepartmentId};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

/// A repository, and the keys of everybody.
pub(crate) struct Nation {
    /// Everything of it; removed at the end.
    pub(crate) folder: TempDir,
    /// A time with a part of a second, as clocks tell it.
    pub(crate) now: Timestamp,
}

pub(crate) fn department(text: &str) -> DepartmentId {
    DepartmentId::new(text).expect("an id")
}

/// A release of the department `hrss`. Nobody here looks into its bytes.
pub(crate) fn release(version: u64) -> Release {
    Release {
        department: department("hrss"),
        app: AppId::new("cn.example.hrss.card").expect("an id"),
        version,
        grants: vec![fingertip_standard::Capability::SubmitCase],
        bytes: format!("version {version}").into_bytes(),
    }
}

impl Nation {
    pub(crate) fn empty() -> Self {
        let now = "2026-11-28T07:41:17.043084569Z".parse().expect("a time");
        Self { folder: tempfile::tempdir().expect("a folder"), now }
    }

    pub(crate) async fn new() -> Self {
        let nation = Self::empty();
        nation.create().await;
        nation
    }

    pub(crate) async fn create(&self) {
        self.publisher()
            .create(&[department("hrss"), department("transport")], self.now)
            .await
            .expect("created");
    }

    pub(crate) fn publisher(&self) -> Publisher {
        Publisher::new(&self.repository(), &self.keys())
    }

    pub(crate) fn repository(&self) -> PathBuf {
        self.folder.path().join("repository")
    }

    pub(crate) fn keys(&self) -> PathBuf {
        self.folder.path().join("keys")
    }

    pub(crate) fn later(&self, days: i64) -> Timestamp {
        self.now.checked_add(SignedDuration::from_hours(24 * days)).expect("a time")
    }

    /// Every file of the repository by its path there.
    pub(crate) fn files(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(&self.repository(), "", &mut files);
        files
    }
}

fn collect(folder: &Path, prefix: &str, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).expect("listed") {
        let entry = entry.expect("an entry");
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            collect(&entry.path(), &format!("{name}/"), files);
        } else {
            files.insert(name, fs::read(entry.path()).expect("read"));
        }
    }
}
