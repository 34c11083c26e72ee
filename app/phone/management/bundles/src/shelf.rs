//! The client's folder.
//!
//! - `kept.json`: which generation is the newest, and by which one each kept bundle is proved, with the time. The one file
//!   that is written over; its rename is the switch.
//! - `generations/<hash>.json`: metadata that verified together, named by what is in it.
//! - `content/<hash>`: bundles, by their bytes.
//! - `partial/<hash>`: downloads that broke off.
//!
//! What `kept.json` names is written before it; what it names no longer is removed after it. So whoever stops the device
//! anywhere leaves the old or the new.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::SystemTime,
};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{BundleError, Disk, proof::Generation};

/// How many generations are kept. Usually there is one: what another release left as it was goes along.
const GENERATIONS: usize = 64;
/// How many downloads that broke off are kept.
const PARTIALS: usize = 4;

pub(crate) fn sha256_of(bytes: &[u8]) -> String {
    hex::encode(Sha256::digest(bytes))
}

/// A generation, and when the repository said that it is current.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Place {
    pub(crate) generation: String,
    pub(crate) at: Timestamp,
}

/// A bundle that is on this device, and what proves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptTarget {
    #[serde(flatten)]
    pub(crate) place: Place,
    /// Its bytes.
    pub(crate) sha256: String,
    /// The target without which it cannot run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) needs: Option<String>,
}

/// What is kept.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Kept {
    /// The root that it was all verified from.
    pub(crate) root: String,
    /// The newest that is known of the repository: nothing older is taken.
    pub(crate) newest: Option<Place>,
    /// The bundles, by target.
    pub(crate) targets: BTreeMap<String, KeptTarget>,
}

impl Kept {
    fn generations(&self) -> impl Iterator<Item = &Place> {
        self.newest.iter().chain(self.targets.values().map(|target| &target.place))
    }

    /// Lets go of what was confirmed longest ago, where there are too many generations.
    fn bound(&mut self) {
        loop {
            let all: BTreeSet<&str> = self.generations().map(|place| place.generation.as_str()).collect();
            let oldest = self.targets.values().map(|target| &target.place).min_by_key(|place| place.at);
            let Some(oldest) =
                oldest.filter(|_| all.len() > GENERATIONS).map(|place| place.generation.clone())
            else {
                return;
            };
            self.targets.retain(|_, target| target.place.generation != oldest);
        }
    }
}

/// The client's folder.
#[derive(Debug)]
pub(crate) struct Shelf {
    folder: PathBuf,
    disk: Arc<dyn Disk>,
}

impl Shelf {
    pub(crate) fn new(folder: PathBuf, disk: Arc<dyn Disk>) -> Self {
        Self { folder, disk }
    }

    /// What is kept; nothing where nothing can be read.
    pub(crate) fn kept(&self) -> Kept {
        let bytes = match fs::read(self.pointer()) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Kept::default(),
            Err(error) => {
                tracing::warn!(kind = ?error.kind(), "what is kept of the repository cannot be read");
                return Kept::default();
            }
        };
        serde_json::from_slice(&bytes).unwrap_or_else(|_| {
            tracing::warn!("what is kept of the repository makes no sense; it is fetched anew");
            Kept::default()
        })
    }

    /// A kept generation; none where it is not there.
    pub(crate) fn generation(&self, name: &str) -> Result<Option<Generation>, BundleError> {
        let Some(bytes) = read(&self.generation_path(name))? else { return Ok(None) };
        if sha256_of(&bytes) != name {
            return Err(BundleError::ChangedHere { reason: "kept metadata has another hash".into() });
        }
        let files = serde_json::from_slice(&bytes)
            .map_err(|_| BundleError::ChangedHere { reason: "kept metadata makes no sense".into() })?;
        Ok(Some(Arc::new(files)))
    }

    /// The bytes that are kept under a hash; none where there are none.
    pub(crate) fn content(&self, sha256: &str) -> Result<Option<Vec<u8>>, BundleError> {
        let Some(bytes) = read(&self.content_path(sha256))? else { return Ok(None) };
        if sha256_of(&bytes) != sha256 {
            return Err(BundleError::ChangedHere { reason: "a kept bundle has another hash".into() });
        }
        Ok(Some(bytes))
    }

    pub(crate) fn put_content(&self, sha256: &str, bytes: &[u8]) -> io::Result<()> {
        if !matches!(self.content(sha256), Ok(Some(_))) {
            self.disk.write(&self.content_path(sha256), bytes)?;
        }
        self.disk.remove(&self.partial_path(sha256))
    }

    /// Keeps a generation and gives its name.
    pub(crate) fn put_generation(&self, generation: &Generation) -> io::Result<String> {
        let bytes = serde_json::to_vec(&**generation)?;
        let name = sha256_of(&bytes);
        if !matches!(self.generation(&name), Ok(Some(_))) {
            self.disk.write(&self.generation_path(&name), &bytes)?;
        }
        Ok(name)
    }

    /// Switches to `kept`; what nothing names any more goes.
    pub(crate) fn switch(&self, mut kept: Kept) -> io::Result<()> {
        kept.bound();
        if kept != self.kept() {
            self.disk.write(&self.pointer(), &serde_json::to_vec_pretty(&kept)?)?;
        }
        self.clean(&kept);
        Ok(())
    }

    fn clean(&self, kept: &Kept) {
        let generations: BTreeSet<String> =
            kept.generations().map(|place| format!("{}.json", place.generation)).collect();
        let contents: BTreeSet<String> = kept.targets.values().map(|target| target.sha256.clone()).collect();
        let old = |folder: &str, named: &BTreeSet<String>| {
            let all = list(&self.folder.join(folder));
            all.into_iter().filter(|(name, ..)| !named.contains(name)).collect::<Vec<_>>()
        };
        let mut gone = old("generations", &generations);
        gone.extend(old("content", &contents));
        // What a write that was killed has left.
        gone.extend(list(&self.folder).into_iter().filter(|(name, ..)| name.starts_with(".partial-")));
        let mut partials = list(&self.folder.join("partial"));
        partials.sort_by_key(|(.., at)| std::cmp::Reverse(*at));
        gone.extend(partials.into_iter().skip(PARTIALS));
        for (_, path, _) in gone {
            if let Err(error) = self.disk.remove(&path) {
                tracing::warn!(kind = ?error.kind(), "an old file of the bundles' folder stays");
            }
        }
    }

    /// What a download has so far.
    pub(crate) fn partial(&self, sha256: &str) -> Option<Vec<u8>> {
        fs::read(self.partial_path(sha256)).ok()
    }

    /// Adds to a download; false where the disk does not take it.
    pub(crate) fn keep_partial(&self, sha256: &str, bytes: &[u8]) -> bool {
        self.disk.append(&self.partial_path(sha256), bytes).is_ok()
    }

    pub(crate) fn forget_partial(&self, sha256: &str) {
        if let Err(error) = self.disk.remove(&self.partial_path(sha256)) {
            tracing::warn!(kind = ?error.kind(), "a download that broke off stays");
        }
    }

    fn pointer(&self) -> PathBuf {
        self.folder.join("kept.json")
    }

    fn generation_path(&self, name: &str) -> PathBuf {
        self.folder.join("generations").join(format!("{}.json", safe(name)))
    }

    fn content_path(&self, sha256: &str) -> PathBuf {
        self.folder.join("content").join(safe(sha256))
    }

    fn partial_path(&self, sha256: &str) -> PathBuf {
        self.folder.join("partial").join(safe(sha256))
    }
}

/// A hash is a name; what somebody wrote in its place leads nowhere else.
fn safe(hash: &str) -> &str {
    if hash.bytes().all(|sign| sign.is_ascii_hexdigit()) { hash } else { "none" }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, BundleError> {
    match fs::read(path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn list(folder: &Path) -> Vec<(String, PathBuf, SystemTime)> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let files = entries.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_file()));
    let at = |entry: &fs::DirEntry| {
        entry.metadata().and_then(|file| file.modified()).unwrap_or(SystemTime::UNIX_EPOCH)
    };
    files.map(|entry| (entry.file_name().to_string_lossy().into_owned(), entry.path(), at(&entry))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::DeviceDisk;

    #[test]
    fn generations_are_bounded_and_the_oldest_go() {
        let at = |second: i64| Timestamp::from_second(second).expect("a time");
        let mut kept =
            Kept { newest: Some(Place { generation: "new".into(), at: at(1000) }), ..Kept::default() };
        for second in 0..100 {
            let place = Place { generation: second.to_string(), at: at(second) };
            kept.targets.insert(second.to_string(), KeptTarget { place, sha256: String::new(), needs: None });
        }
        kept.bound();
        assert_eq!(kept.targets.len(), GENERATIONS - 1);
        assert!(kept.targets.contains_key("99") && !kept.targets.contains_key("0"));
    }

    #[test]
    fn a_pointer_that_makes_no_sense_leads_nowhere() {
        let folder = tempfile::tempdir().expect("a folder");
        let shelf = Shelf::new(folder.path().join("shelf"), Arc::new(DeviceDisk));
        assert_eq!(shelf.kept(), Kept::default());
        fs::create_dir_all(folder.path().join("shelf")).expect("made");
        fs::write(folder.path().join("outside"), "bytes").expect("written");
        for text in ["", "{", "[]", "{\"root\": 1}"] {
            fs::write(shelf.pointer(), text).expect("written");
            assert_eq!(shelf.kept(), Kept::default(), "{text}");
        }
        assert!(matches!(shelf.content("../../outside"), Ok(None)));
    }
}
