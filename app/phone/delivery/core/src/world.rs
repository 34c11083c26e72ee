//! Everything that effects work with.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Arc, Mutex, PoisonError, RwLock, atomic::AtomicUsize},
};

use fingertip_bundles::{BundleClient, VerifiedBundle};
use fingertip_contract::api::{IdentityProvider, PlatformInfo};
use fingertip_identity::{Identity, ProvenFacts};
use fingertip_platform_client::{KnownCatalogue, Platform};
use fingertip_records::{ProfileName, Records, RecordsError};
use fingertip_runtime::{Engine, Program};
use fingertip_standard::{Fault, events::Event};
use jiff::Timestamp;
use serde::Serialize;
use tokio::{
    sync::{mpsc, oneshot},
    task::{AbortHandle, JoinSet},
};

use crate::{
    areas::{cards::model::WidgetPlace, notices::msg::NoticesMsg, presentation::pending::Pending},
    device::Device,
    fault::ShownFault,
    msg::Msg,
    next::Next,
    options::CoreOptions,
    people::People,
    time,
};

/// An event for a guest, and how often the host knew that guest to be restored when it gave it.
pub(crate) type Job = (u32, Event);

/// How many compiled programs are kept in memory, each of some hundred kilobytes.
const PROGRAMS: usize = 6;

/// What is known of the platform, shared with whoever needs it.
pub(crate) type SharedConnection = Arc<RwLock<Option<Arc<Connected>>>>;

/// What is known once the platform has told where things are.
pub(crate) struct Connected {
    pub(crate) info: PlatformInfo,
    /// Where the person signs in, or has signed in.
    pub(crate) provider: IdentityProvider,
    pub(crate) identity: Arc<Identity>,
    pub(crate) facts: ProvenFacts,
    pub(crate) bundles: Arc<BundleClient>,
}

/// Everything that effects work with.
pub(crate) struct World {
    pub(crate) options: Arc<CoreOptions>,
    /// Whose stores there are on this device.
    pub(crate) people: Arc<Mutex<People>>,
    /// Which of them this is.
    pub(crate) profile: ProfileName,
    pub(crate) records: Arc<Records>,
    pub(crate) device: Device,
    pub(crate) engine: Arc<dyn Engine>,
    pub(crate) platform: Platform,
    pub(crate) connected: SharedConnection,
    /// What the nation offers, as it was read last.
    pub(crate) offered: RwLock<Option<KnownCatalogue>>,
    pub(crate) guests: Mutex<HashMap<u64, std::sync::mpsc::Sender<Job>>>,
    /// Programs that were opened last, the newest first, by the hash of their bundle.
    pub(crate) programs: Mutex<VecDeque<(String, Arc<dyn Program>)>>,
    /// Verified mini-apps whose cards are being made.
    pub(crate) cards: Mutex<HashMap<WidgetPlace, VerifiedBundle>>,
    /// Requests of services outside that wait for their person, by the number of the showing.
    pub(crate) presenting: Mutex<HashMap<u64, Pending>>,
    /// So many lines of the ledger are shown: as many are read again when it grows.
    pub(crate) ledger_lines: AtomicUsize,
    pub(crate) sign_in: Mutex<Option<AbortHandle>>,
    /// What is under way for the person.
    pub(crate) work: Mutex<JoinSet<()>>,
    /// One asks for the catalogue at a time: what was asked for last is told last.
    pub(crate) connecting: tokio::sync::Mutex<()>,
    /// One thing is sent at a time.
    pub(crate) sending: tokio::sync::Mutex<()>,
    /// One looks at whether documents hold at a time.
    pub(crate) checking: tokio::sync::Mutex<()>,
    /// One goes through all that waits at a time.
    pub(crate) sending_all: tokio::sync::Mutex<()>,
    pub(crate) inbox: mpsc::UnboundedSender<Msg>,
    /// How the app goes on when it ends here.
    pub(crate) ends: mpsc::UnboundedSender<Next>,
}

impl World {
    /// The app ends here and goes on as `next` says.
    pub(crate) fn end_with(&self, next: Next) {
        let _ = self.ends.send(next);
    }

    /// Says what happened.
    pub(crate) fn send(&self, msg: impl Into<Msg>) {
        // When the app has ended there is nobody left to tell.
        let _ = self.inbox.send(msg.into());
    }

    pub(crate) fn fail(&self, fault: &impl Fault) {
        self.send(NoticesMsg::Failed(ShownFault::of(fault)));
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.options.now)()
    }

    /// Keeps in the cache what the platform can give again.
    pub(crate) fn keep<T: Serialize>(&self, name: &str, value: &T) {
        if let Err(error) = self.records.keep_cached(name, value, self.now()) {
            tracing::warn!(%error, "the platform's answer could not be kept");
        }
    }

    /// Today, where the nation is, as a mini-app is told.
    pub(crate) fn today(&self, now: Timestamp) -> fingertip_standard::words::Date {
        let connected = self.connected();
        let zone = time::zone(connected.as_ref().and_then(|connected| connected.info.time_zone.as_deref()));
        time::told(now.to_zoned(zone).date())
    }

    /// Does something for the person beside everything else; the handle ends it.
    pub(crate) fn begin(&self, work: impl Future<Output = ()> + Send + 'static) -> AbortHandle {
        let mut under_way = self.work.lock().unwrap_or_else(PoisonError::into_inner);
        // What is done need not be remembered.
        while under_way.try_join_next().is_some() {}
        under_way.spawn(work)
    }

    /// Ends what is under way for the person; afterwards none of it does anything any more.
    pub(crate) async fn end_work(&self) {
        let mut under_way = std::mem::take(&mut *self.work.lock().unwrap_or_else(PoisonError::into_inner));
        under_way.shutdown().await;
    }

    /// The compiled program of a bundle that was opened lately.
    pub(crate) fn ready(&self, sha256: &str) -> Option<Arc<dyn Program>> {
        let programs = self.programs.lock().unwrap_or_else(PoisonError::into_inner);
        programs.iter().find(|(own, _)| own == sha256).map(|(_, program)| program.clone())
    }

    /// Keeps a compiled program at hand.
    pub(crate) fn keep_ready(&self, sha256: &str, program: &Arc<dyn Program>) {
        let mut programs = self.programs.lock().unwrap_or_else(PoisonError::into_inner);
        programs.retain(|(own, _)| own != sha256);
        programs.push_front((sha256.to_owned(), program.clone()));
        programs.truncate(PROGRAMS);
    }

    pub(crate) fn connected(&self) -> Option<Arc<Connected>> {
        self.connected.read().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Runs `job` on the device's thread, after everything that was asked for before, and waits for it.
    ///
    /// # Errors
    /// What `job` says; [`RecordsError::NotWritable`] when the app is at its end.
    pub(crate) async fn written<T: Send + 'static>(
        &self,
        job: impl FnOnce(&Records) -> Result<T, RecordsError> + Send + 'static,
    ) -> Result<T, RecordsError> {
        let (done, waited) = oneshot::channel();
        self.device.run(move |records| drop(done.send(job(records))));
        waited.await.unwrap_or(Err(RecordsError::NotWritable))
    }

    /// Runs `job` on the device's thread; a failure is told to the person.
    pub(crate) fn write(
        self: &Arc<Self>,
        job: impl FnOnce(&Records) -> Result<Option<Msg>, RecordsError> + Send + 'static,
    ) {
        let world = self.clone();
        self.device.run(move |records| match job(records) {
            Ok(told) => told.into_iter().for_each(|msg| world.send(msg)),
            Err(error) => world.fail(&error),
        });
    }
}
