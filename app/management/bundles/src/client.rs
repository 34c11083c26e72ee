//! The device's side: refresh, verify, keep, open offline.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use fingertip_standard::{AppId, Capability, DepartmentId, RunningApp};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use sigstore_tuf::{FileStore, Updater, client::HttpRepository, metadata::TargetFile};
use tokio::sync::Mutex;

use crate::{Bundle, BundleError, offline::OfflineRepository, target_name};

/// Where bundles come from and where they are kept.
#[derive(Debug, Clone)]
pub struct BundleClientOptions {
    /// The root that this shell was built with.
    pub root: Vec<u8>,
    /// Where the TUF metadata stands.
    pub metadata_url: String,
    /// Where the TUF targets stand.
    pub targets_url: String,
    /// The folder for verified metadata and bundles.
    pub folder: PathBuf,
    /// How long a verified bundle runs without a refresh.
    pub grace_days: u32,
}

/// How long a refresh is good enough for the next opening.
const FRESH: SignedDuration = SignedDuration::from_secs(60);
/// How long a person is kept waiting for a refresh when the bundle is on the device already.
const PATIENCE: Duration = Duration::from_secs(5);

/// A bundle whose bytes a department signed, with its identity.
#[derive(Debug, Clone)]
pub struct VerifiedBundle {
    /// Who it is: stamped on everything that it does.
    pub running: RunningApp,
    /// What is in it.
    pub bundle: Bundle,
    /// What the store granted.
    pub grants: BTreeSet<Capability>,
    /// When the repository last confirmed it.
    pub verified_at: Timestamp,
}

/// The custom data of a target.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Custom {
    version: u64,
    grants: Vec<Capability>,
}

/// Fetches, verifies and keeps bundles.
#[derive(Debug)]
pub struct BundleClient {
    options: BundleClientOptions,
    /// One opening at a time: two refreshes would race for the kept metadata.
    turn: Mutex<()>,
}

impl BundleClient {
    /// A client. Touches neither network nor disk yet.
    #[must_use]
    pub fn new(options: BundleClientOptions) -> Self {
        Self { options, turn: Mutex::new(()) }
    }

    /// Opens the mini-app `app` of `department`: from the repository where it can be reached, else as last verified.
    ///
    /// # Errors
    /// [`BundleError`]: changed, not trusted, not published, offline, out of grace, or malformed.
    pub async fn open(&self, department: &DepartmentId, app: &AppId, now: Timestamp) -> Result<VerifiedBundle, BundleError> {
        let _turn = self.turn.lock().await;
        let target = target_name(department, app);
        let last = self.last_verified();
        let is_fresh = last.is_some_and(|last| last <= now && now.duration_since(last) < FRESH);
        if !is_fresh {
            match tokio::time::timeout(PATIENCE, self.online(&target, now)).await {
                Ok(Ok((bytes, info))) => {
                    self.set_last_verified(now);
                    return self.take(department, app, &bytes, &info, now);
                }
                Ok(Err(BundleError::Offline)) | Err(_) => tracing::info!(%app, "repository cannot be reached; opening as last verified"),
                Ok(Err(error)) => return Err(error),
            }
        }
        match self.offline(&target, now, last).await {
            // A refresh was good enough for other mini-apps, but this one has never been fetched.
            Err(BundleError::Offline) if is_fresh => {
                let (bytes, info) = self.online(&target, now).await?;
                self.take(department, app, &bytes, &info, now)
            }
            other => {
                let (bytes, info) = other?;
                self.take(department, app, &bytes, &info, last.unwrap_or(now))
            }
        }
    }

    async fn online(&self, target: &str, now: Timestamp) -> Result<(Vec<u8>, TargetFile), BundleError> {
        let repository = HttpRepository::new(&self.options.metadata_url)?.with_targets_base(&self.options.targets_url)?;
        let mut updater = Updater::new(repository, &self.options.root)?.with_store(self.store());
        updater.refresh(now).await?;
        find(&mut updater, target, now, true).await
    }

    /// Verified from the pinned root at the time of the last refresh: metadata that has run out since then is what
    /// the grace period is for.
    async fn offline(&self, target: &str, now: Timestamp, last: Option<Timestamp>) -> Result<(Vec<u8>, TargetFile), BundleError> {
        let last = last.ok_or(BundleError::Offline)?;
        let grace = SignedDuration::from_hours(24 * i64::from(self.options.grace_days));
        if last.checked_add(grace).is_ok_and(|end| end < now) {
            return Err(BundleError::GraceOver { days: self.options.grace_days });
        }
        let mut updater = Updater::new(OfflineRepository(self.store()), &self.options.root)?.with_store(self.store());
        updater.refresh(last).await?;
        find(&mut updater, target, last, false).await
    }

    fn take(
        &self,
        department: &DepartmentId,
        app: &AppId,
        bytes: &[u8],
        info: &TargetFile,
        verified_at: Timestamp,
    ) -> Result<VerifiedBundle, BundleError> {
        let bundle = Bundle::read(bytes)?;
        let named = &bundle.manifest;
        if named.app_id != *app || named.fingertip.department != *department {
            return Err(BundleError::Malformed { reason: "its manifest names another mini-app or department".into() });
        }
        let custom: Custom = info.custom.clone().and_then(|custom| serde_json::from_value(custom).ok()).unwrap_or_default();
        if custom.version != named.version.code {
            return Err(BundleError::Malformed { reason: "its manifest names another version than the repository".into() });
        }
        let running = RunningApp {
            department: department.clone(),
            app: app.clone(),
            version: named.version.code,
            sha256: hex::encode(Sha256::digest(bytes)),
        };
        Ok(VerifiedBundle { running, bundle, grants: custom.grants.into_iter().collect(), verified_at })
    }

    fn store(&self) -> FileStore {
        FileStore::new(&self.options.folder)
    }

    fn stamp(&self) -> PathBuf {
        self.options.folder.join("last-verified")
    }

    fn last_verified(&self) -> Option<Timestamp> {
        fs::read_to_string(self.stamp()).ok()?.trim().parse().ok()
    }

    fn set_last_verified(&self, now: Timestamp) {
        if let Err(error) = write_whole(&self.stamp(), &now.to_string()) {
            tracing::warn!(%error, "the time of the refresh could not be kept");
        }
    }
}

fn write_whole(path: &Path, text: &str) -> std::io::Result<()> {
    let partial = path.with_extension("partial");
    fs::write(&partial, text)?;
    fs::rename(partial, path)
}

async fn find(updater: &mut Updater, target: &str, now: Timestamp, may_download: bool) -> Result<(Vec<u8>, TargetFile), BundleError> {
    let info = updater.get_target_info(target, now).await?.ok_or_else(|| BundleError::NotPublished { target: target.to_owned() })?;
    if let Some(kept) = updater.find_cached_target(&info, target) {
        return Ok((kept, info));
    }
    if !may_download {
        return Err(BundleError::Offline);
    }
    let bytes = updater.download_target(&info, target).await?;
    Ok((bytes, info))
}
