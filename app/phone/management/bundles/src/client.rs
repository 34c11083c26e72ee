//! The device's side: refresh, verify, keep, open offline.

use std::{
    collections::{BTreeSet, VecDeque},
    fs,
    path::PathBuf,
    sync::PoisonError,
    time::Duration,
};

use fingertip_files::Access;
use fingertip_standard::{AppId, Capability, DepartmentId, Interpreter, RunningApp, limits};
use jiff::{SignedDuration, Timestamp};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use sigstore_tuf::{FileStore, Updater, client::HttpRepository, metadata::TargetFile};
use tokio::sync::Mutex;

use fingertip_bundle::{Bundle, Code, FormatError, INTERPRETERS, interpreter_target, target_name};

use crate::{BundleError, offline::OfflineRepository};

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

/// Whether a refresh at `last` is good enough for an opening now.
fn is_fresh(last: Timestamp, now: Timestamp) -> bool {
    last <= now && now.duration_since(last) < FRESH
}

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
    /// What was opened last, the newest first: good until the next refresh is due, without reading it again.
    recent: std::sync::Mutex<VecDeque<Recent>>,
}

/// A verified bundle, and under which refresh it was verified.
#[derive(Debug)]
struct Recent {
    target: String,
    last: Timestamp,
    verified: VerifiedBundle,
}

/// How many verified bundles are kept in memory, each of at most two megabytes.
const RECENT: usize = 4;

impl BundleClient {
    /// A client. Touches neither network nor disk yet.
    #[must_use]
    pub fn new(options: BundleClientOptions) -> Self {
        Self { options, turn: Mutex::new(()), recent: std::sync::Mutex::default() }
    }

    /// Opens the mini-app `app` of `department`: from the repository where it can be reached, else as last verified.
    ///
    /// # Errors
    /// [`BundleError`]: changed, not trusted, not published, offline, out of grace, or malformed.
    pub async fn open(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
    ) -> Result<VerifiedBundle, BundleError> {
        let target = target_name(department, app);
        if let Some(known) = self.recall(&target, now) {
            return Ok(known);
        }
        let _turn = self.turn.lock().await;
        let verified = self.open_target(department, app, &target, now).await?;
        self.remember(target, &verified);
        Ok(verified)
    }

    /// Opens a mini-app that is on this device and that a recent refresh has confirmed, without a network: before the
    /// person asks for it. None where it would take more than that.
    pub async fn open_ahead(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
    ) -> Option<VerifiedBundle> {
        let target = target_name(department, app);
        if let Some(known) = self.recall(&target, now) {
            return Some(known);
        }
        // What the person waits for goes first.
        let _turn = self.turn.try_lock().ok()?;
        let last = self.last_verified().filter(|last| is_fresh(*last, now))?;
        let found = self.offline(&target, now, Some(last)).await.ok()?;
        let verified = self.take(department, app, found, last).await.ok()?;
        self.remember(target, &verified);
        Some(verified)
    }

    fn recall(&self, target: &str, now: Timestamp) -> Option<VerifiedBundle> {
        let last = self.last_verified().filter(|last| is_fresh(*last, now))?;
        let recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.iter().find(|own| own.target == target && own.last == last).map(|own| own.verified.clone())
    }

    fn remember(&self, target: String, verified: &VerifiedBundle) {
        let Some(last) = self.last_verified() else { return };
        let mut recent = self.recent.lock().unwrap_or_else(PoisonError::into_inner);
        recent.retain(|own| own.target != target);
        recent.push_front(Recent { target, last, verified: verified.clone() });
        recent.truncate(RECENT);
    }

    async fn open_target(
        &self,
        department: &DepartmentId,
        app: &AppId,
        target: &str,
        now: Timestamp,
    ) -> Result<VerifiedBundle, BundleError> {
        let last = self.last_verified();
        let is_fresh = last.is_some_and(|last| is_fresh(last, now));
        if !is_fresh {
            match tokio::time::timeout(PATIENCE, self.online(target, now)).await {
                Ok(Ok(found)) => {
                    self.set_last_verified(now);
                    return self.take(department, app, found, now).await;
                }
                Ok(Err(BundleError::Offline)) | Err(_) => {
                    tracing::info!(%app, "repository cannot be reached; opening as last verified")
                }
                Ok(Err(error)) => return Err(error),
            }
        }
        match self.offline(target, now, last).await {
            // A refresh was good enough for other mini-apps, but this one has never been fetched.
            Err(BundleError::Offline) if is_fresh => {
                self.take(department, app, self.online(target, now).await?, now).await
            }
            other => self.take(department, app, other?, last.unwrap_or(now)).await,
        }
    }

    /// The component of an interpreter that a verified bundle names: from this device where it is kept, else from the
    /// repository. It is a target as bundles are, so one that the repository has withdrawn is not given.
    ///
    /// # Errors
    /// [`BundleError`]: as [`Self::open`], or larger than the limit.
    pub async fn interpreter(
        &self,
        interpreter: &Interpreter,
        now: Timestamp,
    ) -> Result<Vec<u8>, BundleError> {
        let _turn = self.turn.lock().await;
        let target = interpreter_target(interpreter);
        let last = self.last_verified();
        let kept = match self.offline(&target, now, last).await {
            // The metadata on this device may be older than the interpreter, or its bytes were never fetched.
            Err(BundleError::Offline | BundleError::NotPublished { .. } | BundleError::Expired { .. }) => {
                self.online(&target, now).await
            }
            other => other,
        };
        let bytes = kept?.bytes;
        if hex::encode(Sha256::digest(&bytes)) != interpreter.sha256 {
            return Err(BundleError::Changed {
                reason: "an interpreter's bytes are not those that its name says".into(),
            });
        }
        Ok(bytes)
    }

    /// The interpreters that the repository offers now.
    ///
    /// # Errors
    /// [`BundleError`]: changed, not trusted, or offline.
    pub async fn interpreters(&self, now: Timestamp) -> Result<Vec<Interpreter>, BundleError> {
        let _turn = self.turn.lock().await;
        let mut updater = self.refreshed(now).await?;
        // A role is loaded and verified on the way to one of its targets; this one cannot be there.
        updater.get_target_info(&format!("{INTERPRETERS}/none"), now).await?;
        let offered = updater
            .trusted()
            .targets_role(INTERPRETERS)
            .map(|role| role.targets.keys())
            .into_iter()
            .flatten();
        Ok(offered.filter_map(|target| of_target(target)).collect())
    }

    async fn online(&self, target: &str, now: Timestamp) -> Result<Found, BundleError> {
        find(self.refreshed(now).await?, target, now, true).await
    }

    async fn refreshed(&self, now: Timestamp) -> Result<Updater, BundleError> {
        let repository =
            HttpRepository::new(&self.options.metadata_url)?.with_targets_base(&self.options.targets_url)?;
        let mut updater = Updater::new(repository, &self.options.root)?.with_store(self.store());
        updater.refresh(now).await?;
        Ok(updater)
    }

    /// Verified from the pinned root at the time of the last refresh: metadata that has run out since then is what
    /// the grace period is for.
    async fn offline(
        &self,
        target: &str,
        now: Timestamp,
        last: Option<Timestamp>,
    ) -> Result<Found, BundleError> {
        let last = last.ok_or(BundleError::Offline)?;
        let grace = SignedDuration::from_hours(24 * i64::from(self.options.grace_days));
        if last.checked_add(grace).is_ok_and(|end| end < now) {
            return Err(BundleError::GraceOver { days: self.options.grace_days });
        }
        let mut updater =
            Updater::new(OfflineRepository(self.store()), &self.options.root)?.with_store(self.store());
        updater.refresh(last).await?;
        find(updater, target, last, false).await
    }

    async fn take(
        &self,
        department: &DepartmentId,
        app: &AppId,
        found: Found,
        verified_at: Timestamp,
    ) -> Result<VerifiedBundle, BundleError> {
        let Found { mut updater, at, bytes, info } = found;
        let bundle = Bundle::read(&bytes)?;
        let named = &bundle.manifest;
        if named.app_id != *app || named.fingertip.department != *department {
            return Err(BundleError::from(FormatError::Malformed {
                reason: "its manifest names another mini-app or department".into(),
            }));
        }
        let custom: Custom =
            info.custom.and_then(|custom| serde_json::from_value(custom).ok()).unwrap_or_default();
        if custom.version != named.version.code {
            return Err(BundleError::from(FormatError::Malformed {
                reason: "its manifest names another version than the repository".into(),
            }));
        }
        if let Code::Script { interpreter, .. } = &bundle.code {
            // One that the repository has withdrawn plays nothing any more, also where this device still has it.
            let target = interpreter_target(interpreter);
            updater.get_target_info(&target, at).await?.ok_or(BundleError::NotPublished { target })?;
        }
        let running = RunningApp {
            department: department.clone(),
            app: app.clone(),
            version: named.version.code,
            sha256: hex::encode(Sha256::digest(&bytes)),
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
        if let Err(error) = fingertip_files::write(&self.stamp(), now.to_string().as_bytes(), Access::Usual) {
            tracing::warn!(%error, "the time of the refresh could not be kept");
        }
    }
}

/// A target with what found it.
struct Found {
    updater: Updater,
    at: Timestamp,
    bytes: Vec<u8>,
    info: TargetFile,
}

async fn find(
    mut updater: Updater,
    target: &str,
    at: Timestamp,
    may_download: bool,
) -> Result<Found, BundleError> {
    let info = updater
        .get_target_info(target, at)
        .await?
        .ok_or_else(|| BundleError::NotPublished { target: target.to_owned() })?;
    // Said before anything is fetched: a phone need not download what it will refuse.
    let most = if is_interpreter(target) { limits::INTERPRETER_BYTES } else { limits::BUNDLE_BYTES };
    if info.length > most {
        return Err(BundleError::from(FormatError::Malformed {
            reason: format!("{target} has {} bytes, the limit is {most}", info.length),
        }));
    }
    if let Some(kept) = updater.find_cached_target(&info, target) {
        return Ok(Found { updater, at, bytes: kept, info });
    }
    if !may_download {
        return Err(BundleError::Offline);
    }
    let bytes = updater.download_target(&info, target).await?;
    Ok(Found { updater, at, bytes, info })
}

fn is_interpreter(target: &str) -> bool {
    target.strip_prefix(INTERPRETERS).is_some_and(|rest| rest.starts_with('/'))
}

/// The interpreter of a target's name.
fn of_target(target: &str) -> Option<Interpreter> {
    let (name, sha256) =
        target.strip_prefix(INTERPRETERS)?.strip_prefix('/')?.strip_suffix(".wasm")?.rsplit_once('-')?;
    let interpreter = Interpreter { name: name.to_owned(), sha256: sha256.to_owned() };
    interpreter.is_well_formed().then_some(interpreter)
}
