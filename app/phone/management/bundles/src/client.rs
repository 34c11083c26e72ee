//! The device's side: refresh, verify, keep, open offline.

mod keeping;
mod online;

use std::{
    collections::VecDeque,
    path::PathBuf,
    sync::{Arc, OnceLock},
    time::Duration,
};

use fingertip_bundle::INTERPRETERS;
use fingertip_standard::{AppId, DepartmentId, Interpreter};
use jiff::{SignedDuration, Timestamp};
use tokio::{
    sync::{Mutex, watch},
    time::{Instant, timeout_at},
};

use online::Offer;

use crate::{
    BundleError, DeviceDisk, Disk, Freshness, Progress, VerifiedBundle, WhyKept,
    fetch::Fetcher,
    flight::{Flight, Flights},
    opening::{Opened, Wanted, of_target},
    proof::Generation,
    shelf::{Shelf, sha256_of},
};

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

/// How long is waited for a network.
#[derive(Debug, Clone, Copy)]
pub struct Waits {
    /// How long a person is kept waiting for a refresh when the bundle is on the device already. The refresh goes on behind.
    pub patience: Duration,
    /// How long nothing may come until a transfer counts as broken off. There is no limit to the whole of one.
    pub stall: Duration,
}

impl Default for Waits {
    fn default() -> Self {
        Self { patience: Duration::from_secs(5), stall: Duration::from_secs(15) }
    }
}

/// What a client works with.
#[derive(Debug, Clone)]
pub struct Means {
    /// How long it waits.
    pub waits: Waits,
    /// What it writes with.
    pub disk: Arc<dyn Disk>,
    /// What it fetches with, where that is not its own: one that many clients share, or with a proxy of its own.
    pub http: Option<reqwest::Client>,
}

impl Default for Means {
    fn default() -> Self {
        Self { waits: Waits::default(), disk: Arc::new(DeviceDisk), http: None }
    }
}

/// How long a refresh is good enough for the next opening.
const FRESH: SignedDuration = SignedDuration::from_secs(60);
/// How many verified bundles are kept in memory, each of at most two megabytes.
const RECENT: usize = 4;

/// Whether a refresh at `last` is good enough for an opening now.
fn is_fresh(last: Timestamp, now: Timestamp) -> bool {
    last <= now && now.duration_since(last) < FRESH
}

/// Who asks for a bundle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Asked {
    /// A person, who waits.
    ByTap,
    /// Nobody who waits: it gives way to whoever does.
    Behind,
}

/// Fetches, verifies and keeps bundles. What is under way ends with it.
#[derive(Debug)]
pub struct BundleClient {
    inner: Arc<Inner>,
}

/// What work that is under way shares with the client.
#[derive(Debug)]
struct Inner {
    options: BundleClientOptions,
    waits: Waits,
    /// The hash of the root that this shell was built with.
    pinned: String,
    shelf: Shelf,
    http: Option<reqwest::Client>,
    fetcher: OnceLock<Arc<Fetcher>>,
    /// One refresh serves all who wait.
    refreshes: Flights<Newest>,
    openings: Flights<Opened>,
    /// One switch at a time. It is never held over the network.
    switching: Mutex<()>,
    /// How many people wait: what nobody waits for gives way.
    taps: watch::Sender<usize>,
    /// What was opened last, the newest first: good until the next refresh is due, without reading it again.
    recent: std::sync::Mutex<VecDeque<Recent>>,
}

/// What is known of the repository, and when it was current.
#[derive(Debug, Clone)]
struct Newest {
    generation: Generation,
    at: Timestamp,
}

/// A verified bundle, which is good as long as it is kept under the refresh that verified it.
#[derive(Debug)]
struct Recent {
    target: String,
    verified: VerifiedBundle,
}

impl Drop for BundleClient {
    fn drop(&mut self) {
        self.inner.refreshes.end();
        self.inner.openings.end();
    }
}

/// Somebody who waits.
struct Tap<'a>(&'a watch::Sender<usize>);

impl<'a> Tap<'a> {
    fn new(taps: &'a watch::Sender<usize>) -> Self {
        taps.send_modify(|waiting| *waiting += 1);
        Self(taps)
    }
}

impl Drop for Tap<'_> {
    fn drop(&mut self) {
        self.0.send_modify(|waiting| *waiting = waiting.saturating_sub(1));
    }
}

impl BundleClient {
    /// A client. Touches neither network nor disk yet.
    #[must_use]
    pub fn new(options: BundleClientOptions) -> Self {
        Self::with(options, Means::default())
    }

    /// A client that works with other means than a device's own.
    #[must_use]
    pub fn with(options: BundleClientOptions, means: Means) -> Self {
        let Means { waits, disk, http } = means;
        let inner = Inner {
            pinned: sha256_of(&options.root),
            shelf: Shelf::new(options.folder.clone(), disk),
            options,
            waits,
            http,
            fetcher: OnceLock::new(),
            refreshes: Flights::default(),
            openings: Flights::default(),
            switching: Mutex::new(()),
            taps: watch::Sender::new(0),
            recent: std::sync::Mutex::default(),
        };
        Self { inner: Arc::new(inner) }
    }

    /// Opens the mini-app `app` of `department` for a person who waits: from the repository where it can be reached, else as
    /// last verified; [`VerifiedBundle::freshness`] says which, and why. What is not on this device yet is waited for as long
    /// as anything comes.
    ///
    /// # Errors
    /// [`BundleError`]: changed, not trusted, not published, offline, out of grace, or malformed; of what the network did only
    /// where nothing that is kept can be opened.
    pub async fn open(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
    ) -> Result<VerifiedBundle, BundleError> {
        self.open_watched(department, app, now, |_| {}).await
    }

    /// As [`Self::open`], and tells how much of a download is here.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_watched(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
        mut tell: impl FnMut(Progress) + Send,
    ) -> Result<VerifiedBundle, BundleError> {
        self.mini_app(department, app, now, Asked::ByTap, &mut tell).await
    }

    /// As [`Self::open`], for what nobody waits for, such as a card: its download gives way while somebody waits.
    ///
    /// # Errors
    /// As [`Self::open`].
    pub async fn open_behind(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
    ) -> Result<VerifiedBundle, BundleError> {
        self.mini_app(department, app, now, Asked::Behind, &mut |_| {}).await
    }

    /// Opens a mini-app that is on this device and that a recent refresh has confirmed, without a network: before the
    /// person asks for it. None where it would take more than that.
    pub async fn open_ahead(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
    ) -> Option<VerifiedBundle> {
        let wanted = Wanted::MiniApp(department.clone(), app.clone());
        match self.inner.confirmed(&wanted, now).await? {
            Opened::MiniApp(verified) => Some(*verified),
            Opened::Interpreter(_) | Opened::CatalogueIndex(_) => None,
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
        self.interpreter_watched(interpreter, now, |_| {}).await
    }

    /// As [`Self::interpreter`], and tells how much of a download is here.
    ///
    /// # Errors
    /// As [`Self::interpreter`].
    pub async fn interpreter_watched(
        &self,
        interpreter: &Interpreter,
        now: Timestamp,
        mut tell: impl FnMut(Progress) + Send,
    ) -> Result<Vec<u8>, BundleError> {
        let wanted = Wanted::Interpreter(interpreter.clone());
        // It is named by its content: what is kept is as good as what is offered, as long as it is not withdrawn.
        let opened = match self.inner.open_kept(&wanted, now).await {
            Ok(opened) => opened,
            Err(_) => self.opened(wanted, now, Asked::ByTap, &mut tell).await?,
        };
        match opened {
            Opened::Interpreter(bytes) => Ok(bytes.to_vec()),
            Opened::MiniApp(_) | Opened::CatalogueIndex(_) => Err(BundleError::Offline),
        }
    }

    /// The interpreters that the repository offers now.
    ///
    /// # Errors
    /// [`BundleError`]: changed, not trusted, or offline.
    pub async fn interpreters(&self, now: Timestamp) -> Result<Vec<Interpreter>, BundleError> {
        let Offer { mut proof, at, .. } = self.inner.proof_asked(now).await?;
        // A role is loaded and verified on the way to one of its targets; this one cannot be there.
        proof.updater.get_target_info(&format!("{INTERPRETERS}/none"), at).await?;
        let role = proof.updater.trusted().targets_role(INTERPRETERS);
        let offered = role.map(|role| role.targets.keys()).into_iter().flatten();
        Ok(offered.filter_map(|target| of_target(target)).collect())
    }

    /// Which slices of the nation's catalogue are the newest ([`fingertip_slices::SliceIndex`] as JSON), as the operator signed it: from
    /// the repository where it can be reached, else as last verified. It is asked each time: nobody asks often, and what was offered a
    /// moment ago is wanted.
    ///
    /// # Errors
    /// [`BundleError`]: as [`Self::open`]; [`BundleError::NotPublished`] where the nation signs none.
    pub async fn catalogue_index(&self, now: Timestamp) -> Result<Vec<u8>, BundleError> {
        let (inner, wanted) = (&self.inner, Wanted::CatalogueIndex);
        let fetched = match inner.proof_asked(now).await {
            Ok(_) => {
                let fetch = |board| inner.clone().fetch(wanted.clone(), now, board);
                inner.openings.join(&wanted.target(), fetch).land().await
            }
            Err(error) => Err(error),
        };
        let opened = match fetched {
            Err(error) if !matches!(error, BundleError::NotPublished { .. }) => {
                inner.open_kept(&wanted, now).await.map_err(|here| match here {
                    // What is here says more than that there is no network.
                    BundleError::Offline => error,
                    here => here,
                })
            }
            fetched => fetched,
        };
        match opened? {
            Opened::CatalogueIndex(bytes) => Ok(bytes.to_vec()),
            Opened::MiniApp(_) | Opened::Interpreter(_) => Err(BundleError::Offline),
        }
    }

    async fn mini_app(
        &self,
        department: &DepartmentId,
        app: &AppId,
        now: Timestamp,
        asked: Asked,
        tell: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<VerifiedBundle, BundleError> {
        let wanted = Wanted::MiniApp(department.clone(), app.clone());
        match self.opened(wanted, now, asked, tell).await? {
            Opened::MiniApp(verified) => Ok(*verified),
            Opened::Interpreter(_) | Opened::CatalogueIndex(_) => Err(BundleError::Offline),
        }
    }

    async fn opened(
        &self,
        wanted: Wanted,
        now: Timestamp,
        asked: Asked,
        tell: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Opened, BundleError> {
        let inner = &self.inner;
        if let Some(opened) = inner.confirmed(&wanted, now).await {
            return Ok(opened);
        }
        let mut flight =
            inner.openings.join(&wanted.target(), |board| inner.clone().fetch(wanted.clone(), now, board));
        let _tap = (asked == Asked::ByTap).then(|| {
            // Before it is counted: whoever gives way looks again when the count changes.
            flight.hurry();
            Tap::new(&inner.taps)
        });
        // While the network works.
        let kept = inner.open_kept(&wanted, now).await;
        let fetched = match &kept {
            Ok(_) => {
                let end = Instant::from_std(flight.began) + inner.waits.patience;
                match timeout_at(end, flight.land()).await {
                    Ok(fetched) => fetched,
                    Err(_) => return kept.map(|kept| kept.with_freshness(Freshness::Kept(WhyKept::Slow))),
                }
            }
            Err(_) => land(&mut flight, tell).await,
        };
        let error = match fetched {
            Ok(opened) => return Ok(opened),
            Err(error) => error,
        };
        tracing::info!(target = wanted.target(), %error, "no refresh; opening as last verified");
        let kept = match &error {
            // The repository was read to its end: it may have withdrawn what was kept.
            BundleError::NotPublished { .. } => inner.open_kept(&wanted, now).await,
            _ => kept,
        };
        match kept {
            Ok(kept) => Ok(kept.with_freshness(Freshness::Kept(WhyKept::of(&error)))),
            // What is here says more than that there is no network.
            Err(BundleError::Offline) => Err(error),
            Err(here) if matches!(error, BundleError::Offline | BundleError::Interrupted) => Err(here),
            Err(_) => Err(error),
        }
    }
}

/// Waits for a download as long as it goes on.
async fn land<T: Clone>(
    flight: &mut Flight<T>,
    tell: &mut (dyn FnMut(Progress) + Send),
) -> Result<T, BundleError> {
    let mut progress = flight.progress.clone();
    let landed = flight.land();
    tokio::pin!(landed);
    loop {
        tokio::select! {
            biased;
            changed = progress.changed() => match changed {
                Ok(()) => {
                    let now = *progress.borrow_and_update();
                    now.into_iter().for_each(&mut *tell);
                }
                // Nothing more is told: it lands.
                Err(_) => return landed.await,
            },
            outcome = &mut landed => return outcome,
        }
    }
}
