//! The one place that wires the other crates: it starts the app, carries effects out and publishes the model.

use std::{
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use fingertip_platform_client::Platform;
use fingertip_records::{Profiles, Records, RecordsError};
use fingertip_runtime::{CompiledCache, WasmtimeEngine};
use fingertip_secrets::{device_key, existing_key};
use tokio::sync::{mpsc, watch};
use url::Url;

use crate::{
    areas::{
        cards, cases, catalogue, consents, documents, family, mini_app, outbox, person, search, session,
        start, start::effect::StartEffect, storage,
    },
    device::Device,
    effect::Effect,
    model::Model,
    msg::Msg,
    options::{CoreError, CoreOptions},
    update::update,
    world::World,
};

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
        let records = open_records(&options)?;
        let cache = CompiledCache::new(
            options.data.join(storage::run::COMPILED),
            device_key(&*options.secrets, "compiled")?,
        );
        let engine = WasmtimeEngine::new(options.backend, Some(cache))?;
        let (inbox, received) = mpsc::unbounded_channel();
        let connected = Arc::default();
        let tokens = session::run::Tokens {
            connected: Arc::clone(&connected),
            now: options.now.clone(),
            inbox: inbox.clone(),
        };
        let platform = Platform::new(&options.platform_url, Arc::new(tokens))?;
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
            connected,
            guests: Mutex::default(),
            programs: Mutex::default(),
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
    pub fn send(&self, msg: impl Into<Msg>) {
        let _ = self.inbox.send(msg.into());
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

/// Opens the records with their key. Where there are records and no key there is no new one either: with that, what is kept
/// would be lost for good, also when the old one comes back.
fn open_records(options: &CoreOptions) -> Result<Records, CoreError> {
    let profiles = Profiles::new(&options.data);
    let name = format!("records-{}", options.profile.as_str());
    let key = if profiles.has_records(&options.profile) {
        existing_key(&*options.secrets, &name)?
    } else {
        device_key(&*options.secrets, &name)?
    };
    Ok(profiles.open(&options.profile, &key)?)
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
    carry_out(&world, StartEffect::Restore.into());
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
    // Nothing that was typed waits any longer.
    for effect in mini_app::opening::keep_typed(&mut model, world.now()) {
        carry_out(&world, effect);
    }
    mini_app::guest::end_all(&world);
    world.device.finish();
}

/// Each area carries its own effects out; an effect without a way does not compile.
fn carry_out(world: &Arc<World>, effect: Effect) {
    match effect {
        Effect::Start(effect) => start::run::carry_out(world, &effect),
        Effect::Person(effect) => person::run::carry_out(world, effect),
        Effect::Search(effect) => search::run::carry_out(world, effect),
        Effect::Session(effect) => session::run::carry_out(world, effect),
        Effect::Catalogue(effect) => catalogue::run::carry_out(world, &effect),
        Effect::Cases(effect) => cases::run::carry_out(world, effect),
        Effect::Outbox(effect) => outbox::run::carry_out(world, &effect),
        Effect::Documents(effect) => documents::run::carry_out(world, effect),
        Effect::Consents(effect) => consents::run::carry_out(world, effect),
        Effect::MiniApp(effect) => mini_app::run::carry_out(world, effect),
        Effect::Cards(effect) => cards::run::carry_out(world, effect),
        Effect::Family(effect) => family::run::carry_out(world, effect),
        Effect::Storage(effect) => storage::run::carry_out(world, &effect),
    }
}
