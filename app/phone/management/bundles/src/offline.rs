//! The repository as this device last verified it. Everything in it is verified again from the pinned root.

use sigstore_tuf::{
    FileStore,
    cache::MetadataStore,
    transport::{FetchFuture, Repository},
};

/// Serves the metadata that an earlier refresh kept.
pub(crate) struct OfflineRepository(pub(crate) FileStore);

impl Repository for OfflineRepository {
    fn fetch_metadata<'a>(&'a self, name: &'a str, _max_length: u64) -> FetchFuture<'a> {
        let found = self.0.load(&kept_name(name));
        Box::pin(async move { found })
    }

    fn fetch_target<'a>(&'a self, path: &'a str, _max_length: u64) -> FetchFuture<'a> {
        // Kept bundles are found by the updater itself; what is not kept is not here.
        let _ = path;
        Box::pin(async { Ok(None) })
    }
}

/// The updater asks for `7.snapshot.json` (consistent snapshots) and keeps it as `snapshot.json`; roots keep their number.
fn kept_name(asked: &str) -> String {
    match asked.split_once('.') {
        Some((version, "root.json")) if version.parse::<u64>().is_ok() => format!("root_history/{asked}"),
        Some((version, name)) if version.parse::<u64>().is_ok() => name.to_owned(),
        _ => asked.to_owned(),
    }
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
}
