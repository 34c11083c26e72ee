//! The one place that does things: it wires the other crates, carries effects out and reports back with messages.

mod cases;
mod connect;
mod device;
mod guest;
mod help;
mod links;
mod perform;
mod session;
mod storage;
mod widget;

use std::{
    collections::HashMap,
    path::PathBuf,
    sync::{Arc, Mutex, PoisonError, RwLock, mpsc as blocking},
    thread,
    time::Duration,
};

use fingertip_bundles::{BundleClient, VerifiedBundle};
use fingertip_contract::api::PlatformInfo;
use fingertip_identity::Identity;
use fingertip_platform_client::Platform;
use fingertip_records::{ProfileName, Profiles, Records, RecordsError};
use fingertip_runtime::{Backend, CompiledCache, Engine, RuntimeError, WasmtimeEngine};
use fingertip_secrets::{SecretError, SecretStore, device_key};
use fingertip_standard::{Fault, FaultClass};
use jiff::Timestamp;
use tokio::{
    sync::{mpsc, watch},
    task::{AbortHandle, JoinSet},
};
use url::Url;

use crate::{Effect, Model, Msg, PlatformError, ShownFault, WidgetPlace, update};
use device::Device;
use guest::GuestJob;

/// All that the app needs from outside.
pub struct CoreOptions {
    /// The folder for everything that is kept.
    pub data: PathBuf,
    /// Whose records.
    pub profile: ProfileName,
    /// Where the national platform is.
    pub platform_url: String,
    /// The TUF root that this shell was built with.
    pub root: Vec<u8>,
    /// How mini-apps are run.
    pub backend: Backend,
    /// Where secrets are kept.
    pub secrets: Arc<dyn SecretStore>,
    /// How often what is under way is looked at.
    pub poll: Duration,
    /// The clock.
    pub now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    /// The folder in which people look for what they saved.
    pub downloads: PathBuf,
    /// Opens a page in the system's browser: the provider's, or one that the person agreed to go to.
    pub open_browser: Arc<dyn Fn(&Url) + Send + Sync>,
}

/// Why the app cannot start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CoreError {
    /// The key store failed.
    #[error("the key store failed")]
    Secrets(#[from] SecretError),
    /// The records cannot be opened.
    #[error("the records cannot be opened")]
    Records(#[from] RecordsError),
    /// The engine cannot be set up.
    #[error("the engine cannot be set up")]
    Engine(#[from] RuntimeError),
    /// There is no HTTP client.
    #[error("there is no HTTP client")]
    Platform(#[from] PlatformError),
    /// There is no thread for it.
    #[error("there is no thread")]
    Thread(#[from] std::io::Error),
}

impl Fault for CoreError {
    fn class(&self) -> FaultClass {
        FaultClass::Device
    }
    fn message_id(&self) -> &'static str {
        match self {
            Self::Secrets(_) => "fault-key-store",
            Self::Records(error) => error.message_id(),
            Self::Engine(error) => error.message_id(),
            Self::Platform(_) | Self::Thread(_) => "fault-start",
        }
    }
}

/// What is known once the platform has told where things are.
pub(crate) struct Connected {
    pub(crate) info: PlatformInfo,
    pub(crate) identity: Arc<Identity>,
    pub(crate) bundles: Arc<BundleClient>,
}

/// Everything that effects work with.
pub(crate) struct World {
    pub(crate) options: CoreOptions,
    pub(crate) records: Arc<Records>,
    pub(crate) device: Device,
    pub(crate) engine: Arc<dyn Engine>,
    pub(crate) platform: Platform,
    pub(crate) connected: RwLock<Option<Arc<Connected>>>,
    pub(crate) guests: Mutex<HashMap<u64, blocking::Sender<GuestJob>>>,
    /// Verified mini-apps whose cards are being made.
    pub(crate) cards: Mutex<HashMap<WidgetPlace, VerifiedBundle>>,
    pub(crate) sign_in: Mutex<Option<AbortHandle>>,
    /// What is under way for the person.
    work: Mutex<JoinSet<()>>,
    /// One sender of the outbox at a time.
    pub(crate) sending: tokio::sync::Mutex<()>,
    inbox: mpsc::UnboundedSender<Msg>,
}

impl World {
    pub(crate) fn send(&self, msg: Msg) {
        // When the app has ended there is nobody left to tell.
        let _ = self.inbox.send(msg);
    }

    pub(crate) fn fail(&self, fault: &impl Fault) {
        self.send(Msg::Failed(ShownFault::of(fault)));
    }

    pub(crate) fn now(&self) -> Timestamp {
        (self.options.now)()
    }

    /// Does something for the person beside everything else; the handle ends it.
    fn begin(&self, work: impl Future<Output = ()> + Send + 'static) -> AbortHandle {
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

    pub(crate) fn connected(&self) -> Option<Arc<Connected>> {
        self.connected.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// A running app.
pub struct Core {
    records: Arc<Records>,
    inbox: mpsc::UnboundedSender<Msg>,
    model: watch::Receiver<Arc<Model>>,
    stop: Option<tokio::sync::oneshot::Sender<()>>,
    thread: Option<thread::JoinHandle<()>>,
}

impl std::fmt::Debug for Core {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Core").finish_non_exhaustive()
    }
}

impl Core {
    /// Opens what is kept and starts the app on a thread of its own.
    ///
    /// # Errors
    /// [`CoreError`]: the key store, the records, the engine or the thread.
    pub fn start(options: CoreOptions) -> Result<Self, CoreError> {
        let profile = options.profile.as_str().to_owned();
        let records = Profiles::new(&options.data)
            .open(&options.profile, &device_key(&*options.secrets, &format!("records-{profile}"))?)?;
        let cache = CompiledCache::new(
            options.data.join(storage::COMPILED),
            device_key(&*options.secrets, "compiled")?,
        );
        let engine = WasmtimeEngine::new(options.backend, Some(cache))?;
        let platform = Platform::new(&options.platform_url)?;
        let (inbox, received) = mpsc::unbounded_channel();
        let mut model = Model::new(options.secrets.protection());
        model.hosts = Url::parse(&options.platform_url)
            .ok()
            .and_then(|url| url.host_str().map(str::to_owned))
            .into_iter()
            .collect();
        let (publish, model_watch) = watch::channel(Arc::new(model.clone()));
        let (stop, stopped) = tokio::sync::oneshot::channel();
        let records = Arc::new(records);
        let world = Arc::new(World {
            device: Device::start(records.clone())?,
            records: records.clone(),
            engine: Arc::new(engine),
            platform,
            connected: RwLock::new(None),
            guests: Mutex::default(),
            cards: Mutex::default(),
            sign_in: Mutex::default(),
            work: Mutex::default(),
            sending: tokio::sync::Mutex::default(),
            inbox: inbox.clone(),
            options,
        });
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let thread = thread::Builder::new().name("fingertip-core".into()).spawn(move || {
            runtime.block_on(run(world, model, received, publish, stopped));
            runtime.shutdown_timeout(Duration::from_secs(1));
        })?;
        Ok(Self { records, inbox, model: model_watch, stop: Some(stop), thread: Some(thread) })
    }

    /// Makes the device's disk full, or not: for tests of what then happens to the person's words.
    #[doc(hidden)]
    pub fn simulate_full_disk(&self, is_full: bool) -> Result<(), RecordsError> {
        self.records.simulate_full_disk(is_full)
    }

    /// Says what happened.
    pub fn send(&self, msg: Msg) {
        let _ = self.inbox.send(msg);
    }

    /// Something that says what happened, to be given away.
    #[must_use]
    pub fn sender(&self) -> mpsc::UnboundedSender<Msg> {
        self.inbox.clone()
    }

    /// The model now.
    #[must_use]
    pub fn model(&self) -> Arc<Model> {
        self.model.borrow().clone()
    }

    /// The model, and every change of it.
    #[must_use]
    pub fn watch(&self) -> watch::Receiver<Arc<Model>> {
        self.model.clone()
    }
}

impl Drop for Core {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

async fn run(
    world: Arc<World>,
    mut model: Model,
    mut received: mpsc::UnboundedReceiver<Msg>,
    publish: watch::Sender<Arc<Model>>,
    mut stopped: tokio::sync::oneshot::Receiver<()>,
) {
    let mut ticks = tokio::time::interval(world.options.poll);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    ticks.tick().await;
    carry_out(&world, Effect::Restore);
    loop {
        let msg = tokio::select! {
            // What the person said comes before the end: closing the window must not lose the last thing they did.
            biased;
            msg = received.recv() => match msg {
                Some(msg) => msg,
                None => break,
            },
            _ = &mut stopped => break,
            _ = ticks.tick() => Msg::Ticked,
        };
        for effect in update(&mut model, msg, world.now()) {
            carry_out(&world, effect);
        }
        publish.send_if_modified(|shown| {
            let is_new = **shown != model;
            if is_new {
                *shown = Arc::new(model.clone());
            }
            is_new
        });
    }
    guest::end_all(&world);
    world.device.finish();
}

fn carry_out(world: &Arc<World>, effect: Effect) {
    let at = world.clone();
    match effect {
        Effect::Restore => device::restore(world),
        Effect::Connect => drop(tokio::spawn(async move { connect::connect(&at).await })),
        Effect::KeepPreferences(preferences) => device::keep_preferences(world, preferences),
        Effect::SignIn { language } => session::sign_in(world, language),
        Effect::CancelSignIn => session::cancel(world),
        Effect::SignOut => drop(world.begin(async move { session::sign_out(&at).await })),
        Effect::OpenMiniApp { .. } => drop(world.begin(async move { guest::open(at, effect).await })),
        Effect::Guest(instance, event) => guest::give(world, instance, event),
        Effect::CloseMiniApp(instance) => {
            drop(world.guests.lock().unwrap_or_else(PoisonError::into_inner).remove(&instance))
        }
        Effect::KeepDraft(draft) => device::keep_draft(world, draft),
        Effect::DiscardDraft(app, route) => device::discard_draft(world, app, route),
        Effect::GiveConsent(consent) => device::give_consent(world, consent),
        Effect::RevokeConsent(app, subject) => device::revoke_consent(world, app, subject),
        Effect::Perform(request) => drop(world.begin(async move { perform::perform(&at, *request).await })),
        Effect::CheckDestination { instance, request, caller, destination } => {
            drop(
                world.begin(async move { links::check(&at, instance, request, &caller, destination).await }),
            );
        }
        Effect::OpenWeb(url) => (world.options.open_browser)(&url),
        Effect::KeepWidgets(widgets) => device::keep_widgets(world, widgets),
        Effect::ForgetCard(place) => device::forget_card(world, &place),
        Effect::OpenWidget(place) => drop(world.begin(async move { widget::open(&at, place).await })),
        Effect::MakeWidget(job) => drop(world.begin(async move { widget::make(&at, *job).await })),
        Effect::KeepPlace(place, now) => device::keep_place(world, place, now),
        Effect::MeasureStorage => storage::measure(world),
        Effect::FreeSpace => storage::free(world),
        Effect::Export => device::export(world),
        Effect::DeleteEverything => drop(tokio::spawn(async move { session::delete(&at).await })),
        Effect::VerifyDocument(jws) => drop(world.begin(async move { cases::verify(&at, &jws).await })),
        Effect::Help(job) => drop(world.begin(async move { help::carry_out(&at, job).await })),
        Effect::KeepHelpers(helpers, now) => device::keep_helpers(world, helpers, now),
        Effect::FetchCases => drop(world.begin(async move { cases::fetch(&at).await })),
        Effect::KeepCases(cases) => drop(world.begin(async move { cases::keep(&at, cases).await })),
        Effect::Rate(case, rating) => drop(world.begin(async move { cases::rate(&at, case, rating).await })),
        Effect::FlushOutbox => drop(world.begin(async move { cases::flush(&at).await })),
    }
}
