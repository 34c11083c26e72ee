//! What proves a bundle: metadata that verified together. It is kept as one, and verified again from the pinned root whenever
//! a bundle is opened by it.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use jiff::Timestamp;
use serde_json::Value;
use sigstore_tuf::{
    Error as TufError, Repository, Updater, cache::MetadataStore, metadata::MetaFile, transport::FetchFuture,
};

use crate::{BundleError, fetch::Fetcher, shelf::sha256_of};

/// A generation: every file of metadata under the name that the verifier keeps it by. It never changes; another release of
/// anybody makes another one.
pub(crate) type Generation = Arc<BTreeMap<String, String>>;

/// The files that every generation has, besides roots and departments' roles.
const TOP: [&str; 3] = ["timestamp.json", "snapshot.json", "targets.json"];
const ROOTS: &str = "root_history/";

/// Whether a kept file is a department's role, and not one of the repository's own.
fn is_role(name: &str) -> bool {
    !name.contains('/') && !TOP.contains(&name)
}

/// Which version of the repository a generation is of. Each edition has a newer timestamp.
pub(crate) fn version(generation: &Generation) -> Option<u64> {
    signed(generation.get("timestamp.json")?)?.get("version")?.as_u64()
}

/// Which root it is.
fn root_version(name: &str) -> Option<u64> {
    name.strip_prefix(ROOTS)?.strip_suffix(".root.json")?.parse().ok()
}

fn signed(text: &str) -> Option<Value> {
    let mut whole: Value = serde_json::from_str(text).ok()?;
    whole.get_mut("signed").map(Value::take)
}

/// The roles of `others` that the snapshot of `generation` still lists as they are, beside what it has.
pub(crate) fn with_roles<'a>(
    generation: &Generation,
    others: impl Iterator<Item = &'a Generation>,
) -> Generation {
    let listed = generation.get("snapshot.json").and_then(|text| signed(text));
    let listed =
        listed.and_then(|mut snapshot| snapshot.get_mut("meta").map(Value::take)).unwrap_or_default();
    let mut all = (**generation).clone();
    for (name, text) in others.flat_map(|other| other.iter()).filter(|(name, _)| is_role(name)) {
        let pin = listed.get(name).and_then(|pin| serde_json::from_value::<MetaFile>(pin.clone()).ok());
        if !all.contains_key(name) && pin.is_some_and(|pin| fits(&pin, text)) {
            all.insert(name.clone(), text.clone());
        }
    }
    Arc::new(all)
}

fn fits(pin: &MetaFile, text: &str) -> bool {
    match pin.hashes.as_ref().and_then(|hashes| hashes.get("sha256")) {
        Some(hash) => sha256_of(text.as_bytes()).eq_ignore_ascii_case(hash),
        None => signed(text).and_then(|role| role.get("version")?.as_u64()) == Some(pin.version),
    }
}

/// A verifier over one generation, with what it has read.
pub(crate) struct Proof {
    pub(crate) updater: Updater,
    read: Arc<Draft>,
}

impl Proof {
    /// Verifies `generation` from the pinned root at the time at which it was current: metadata that has run out since is
    /// what the grace is for. Roles that it has not are fetched by `fetcher`.
    pub(crate) async fn of(
        pinned: &[u8],
        generation: &Generation,
        at: Timestamp,
        fetcher: Option<Arc<Fetcher>>,
    ) -> Result<Self, TufError> {
        let source = Source { kept: generation.clone(), fetcher, is_whole: false };
        Self::from(source, Draft::default(), pinned, at).await
    }

    /// What the repository offers now. It must not be older than `floor` (TUF 1.0, 5.4 to 5.6).
    pub(crate) async fn online(
        pinned: &[u8],
        floor: Option<&Generation>,
        now: Timestamp,
        fetcher: Arc<Fetcher>,
    ) -> Result<Self, TufError> {
        let known = floor.into_iter().flat_map(|floor| floor.iter()).filter(|(name, _)| !is_role(name));
        let known = known.map(|(name, text)| (name.clone(), text.clone())).collect();
        let source = Source { kept: Generation::default(), fetcher: Some(fetcher), is_whole: true };
        Self::from(source, Draft(Mutex::new(known)), pinned, now).await
    }

    async fn from(source: Source, draft: Draft, pinned: &[u8], at: Timestamp) -> Result<Self, TufError> {
        let read = Arc::new(draft);
        let mut updater = Updater::new(source, pinned)?.with_store(read.clone());
        updater.refresh(at).await?;
        Ok(Self { updater, read })
    }

    /// Everything that it has read and verified.
    pub(crate) fn generation(&self) -> Generation {
        let read = self.read.0.lock().unwrap_or_else(PoisonError::into_inner);
        // The verifier keeps some under two names; and what it did not follow it leaves.
        let is_double = |name: &str| name == "root.json" || name.ends_with(".snapshot.json");
        let last = self.updater.trusted().root().version;
        let is_followed = |name: &str| root_version(name).is_none_or(|version| version <= last);
        let own = read.iter().filter(|(name, _)| !is_double(name) && is_followed(name));
        Arc::new(own.map(|(name, text)| (name.clone(), text.clone())).collect())
    }
}

/// Where a verifier finds files: kept ones first.
struct Source {
    kept: Generation,
    fetcher: Option<Arc<Fetcher>>,
    /// Whether the repository's own roles are fetched too.
    is_whole: bool,
}

impl Repository for Source {
    fn fetch_metadata<'a>(&'a self, name: &'a str, max_length: u64) -> FetchFuture<'a> {
        Box::pin(async move {
            let kept = kept_name(name);
            if let Some(text) = self.kept.get(&kept) {
                return Ok(Some(text.clone().into_bytes()));
            }
            match &self.fetcher {
                Some(fetcher) if self.is_whole || is_role(&kept) => {
                    Ok(fetcher.metadata(name, max_length).await?)
                }
                _ => Ok(None),
            }
        })
    }

    fn fetch_target<'a>(&'a self, _path: &'a str, _max_length: u64) -> FetchFuture<'a> {
        // Bundles are fetched in parts, which the verifier does not know.
        Box::pin(async { Ok(None) })
    }
}

/// The verifier asks for `7.snapshot.json` (consistent snapshots) and keeps it as `snapshot.json`; roots keep their number.
fn kept_name(asked: &str) -> String {
    match asked.split_once('.') {
        Some((version, "root.json")) if version.parse::<u64>().is_ok() => format!("{ROOTS}{asked}"),
        Some((version, name)) if version.parse::<u64>().is_ok() => name.to_owned(),
        _ => asked.to_owned(),
    }
}

/// What a verifier has verified, in memory: nothing of it is on the disk before all of it is.
#[derive(Default)]
struct Draft(Mutex<BTreeMap<String, String>>);

impl MetadataStore for Draft {
    fn load(&self, name: &str) -> Result<Option<Vec<u8>>, TufError> {
        let read = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(read.get(name).map(|text| text.clone().into_bytes()))
    }

    fn store(&self, name: &str, bytes: &[u8]) -> Result<(), TufError> {
        let text = String::from_utf8(bytes.to_vec());
        let text = text.map_err(|_| TufError::Malformed(format!("{name} is not UTF-8")))?;
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), text);
        Ok(())
    }
}

/// What kept metadata that does not verify means: it verified when it was kept.
pub(crate) fn changed_here(error: &TufError) -> BundleError {
    BundleError::ChangedHere { reason: error.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_left_off_but_for_roots() {
        for (asked, kept) in [
            ("timestamp.json", "timestamp.json"),
            ("12.snapshot.json", "snapshot.json"),
            ("3.human-resources.json", "human-resources.json"),
            ("2.root.json", "root_history/2.root.json"),
        ] {
            assert_eq!(kept_name(asked), kept);
        }
    }

    #[test]
    fn a_role_goes_along_only_as_the_snapshot_lists_it() {
        let generation = |files: &[(&str, &str)]| -> Generation {
            Arc::new(files.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect())
        };
        let (old, new) = ("{\"signed\": {\"version\": 3}}", "{\"signed\": {\"version\": 4}}");
        let snapshot = format!(
            "{{\"signed\": {{\"meta\": {{\"a.json\": {{\"version\": 3, \"hashes\": {{\"sha256\": \"{}\"}}}}, \"b.json\": {{\"version\": 4}}}}}}}}",
            sha256_of(old.as_bytes())
        );
        let newest = generation(&[("snapshot.json", &snapshot)]);
        let kept = |files: &[(&str, &str)]| {
            let other = generation(files);
            let all = with_roles(&newest, [&other].into_iter());
            all.keys().filter(|name| is_role(name)).cloned().collect::<Vec<_>>()
        };
        assert_eq!(kept(&[("a.json", old), ("b.json", new), ("targets.json", old)]), ["a.json", "b.json"]);
        assert_eq!(kept(&[("a.json", new), ("b.json", old), ("c.json", old)]), Vec::<String>::new());
    }
}
