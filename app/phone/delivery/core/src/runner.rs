//! The one place that wires the other crates: it starts the app, carries effects out and publishes the model.

use std::{
    sync::{Arc, Mutex, PoisonError, Weak, atomic::AtomicUsize},
    thread,
    time::Duration,
};

use fingertip_platform_client::Platform;
use fingertip_records::{ProfileName, Profiles, Records, RecordsError};
use fingertip_runtime::{CompiledCache, Engine, WasmtimeEngine};
use fingertip_secrets::device_key;
use tokio::sync::{mpsc, oneshot, watch};
use url::Url;

use crate::{
    areas::{
        acts, answers, calendar, cards, carry, cases, catalogue,
        consents::{self, model::LEDGER_PAGE},
        documents, family, joint, lock, mini_app, outbox, person, presentation, reminders, resume, search,
        session::{self, run::Tokens},
        start,
        start::effect::StartEffect,
        storage, uses,
    },
    device::Device,
    effect::Effect,
    handover::{begin_anew, leave, take_what_was_left},
    model::Model,
    msg::Msg,
    names::COMPILED,
    next::{Leaves, Next},
    options::{CoreError, CoreOptions},
    people::{People, open_records},
    update::update,
    world::{SharedConnection, World},
};

/// A running app.
pub struct Core {
    /// The store that is open; it is closed with its person, whoever else holds on to this.
    records: Arc<Mutex<Weak<Records>>>,
    inbox: mpsc::UnboundedSender<Msg>,
    model: watch::Receiver<Arc<Model>>,
    stop: Option<oneshot::Sender<()>>,
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
        let profiles = Profiles::new(&options.data);
        let mut people = People::open(options.profile.clone(), profiles.clone(), options.secrets.clone())?;
        let profile = people.current();
        let pin = options.pin.as_deref().map(|pin| (pin, (options.now)()));
        let records = Arc::new(open_records(&profiles, &*options.secrets, &profile, pin)?);
        take_what_was_left(&mut people, &options, &records);
        let cache =
            CompiledCache::new(options.data.join(COMPILED), *device_key(&*options.secrets, "compiled")?);
        let engine = WasmtimeEngine::new(options.backend, Some(cache))?;
        let shared = Shared {
            options: Arc::new(options),
            people: Arc::new(Mutex::new(people)),
            engine: Arc::new(engine),
        };
        let mut model = Model::new(shared.options.secrets.protection());
        model.hosts = Url::parse(&shared.options.platform_url)
            .ok()
            .and_then(|url| url.host_str().map(str::to_owned))
            .into_iter()
            .collect();
        let (inbox, received) = mpsc::unbounded_channel();
        let (publish, model_watch) = watch::channel(Arc::new(model.clone()));
        let (stop, stopped) = oneshot::channel();
        let open = Arc::new(Mutex::new(Arc::downgrade(&records)));
        let (world, reports) = shared.begin(profile, records)?;
        let mut outside = Outside { received, publish, stopped };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?;
        let shown = open.clone();
        let thread = thread::Builder::new().name("fingertip-core".into()).spawn(move || {
            runtime.block_on(live(&shared, world, reports, model, &mut outside, &shown));
            runtime.shutdown_timeout(Duration::from_secs(1));
        })?;
        Ok(Self { records: open, inbox, model: model_watch, stop: Some(stop), thread: Some(thread) })
    }

    /// Makes the device's disk full, or not: for tests of what then happens to the person's words.
    #[doc(hidden)]
    pub fn simulate_full_disk(&self, is_full: bool) -> Result<(), RecordsError> {
        let open = self.records.lock().unwrap_or_else(PoisonError::into_inner).upgrade();
        open.map_or(Ok(()), |records| records.simulate_full_disk(is_full))
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

/// What is the same for all who use this device.
struct Shared {
    options: Arc<CoreOptions>,
    people: Arc<Mutex<People>>,
    engine: Arc<dyn Engine>,
}

/// What comes out of a world.
struct Reports {
    msgs: mpsc::UnboundedReceiver<Msg>,
    ends: mpsc::UnboundedReceiver<Next>,
}

impl Shared {
    /// Begins for whoever `profile` belongs to. Its messages come by a way of their own: what is still under way when it ends reaches
    /// nobody else.
    ///
    /// # Errors
    /// [`CoreError`]: there is no HTTP client or no thread.
    fn begin(&self, profile: ProfileName, records: Arc<Records>) -> Result<(Arc<World>, Reports), CoreError> {
        let (inbox, msgs) = mpsc::unbounded_channel();
        let (ends, ended) = mpsc::unbounded_channel();
        let connected = SharedConnection::default();
        let tokens = Tokens {
            connected: Arc::clone(&connected),
            people: self.people.clone(),
            profile: profile.clone(),
            now: self.options.now.clone(),
            inbox: inbox.clone(),
        };
        let world = World {
            offered: std::sync::RwLock::default(),
            device: Device::start(records.clone())?,
            platform: Platform::new(&self.options.platform_url, Arc::new(tokens))?,
            options: self.options.clone(),
            people: self.people.clone(),
            engine: self.engine.clone(),
            profile,
            records,
            connected,
            guests: Mutex::default(),
            programs: Mutex::default(),
            cards: Mutex::default(),
            presenting: Mutex::default(),
            ledger_lines: AtomicUsize::new(LEDGER_PAGE),
            sign_in: Mutex::default(),
            work: Mutex::default(),
            connecting: tokio::sync::Mutex::default(),
            sending: tokio::sync::Mutex::default(),
            sending_all: tokio::sync::Mutex::default(),
            checking: tokio::sync::Mutex::default(),
            inbox,
            ends,
        };
        Ok((Arc::new(world), Reports { msgs, ends: ended }))
    }
}

/// The person and whoever shows them the app.
struct Outside {
    received: mpsc::UnboundedReceiver<Msg>,
    publish: watch::Sender<Arc<Model>>,
    stopped: oneshot::Receiver<()>,
}

impl Outside {
    fn show(&self, model: &Model) {
        self.publish.send_if_modified(|shown| {
            let is_new = **shown != *model;
            if is_new {
                *shown = Arc::new(model.clone());
            }
            is_new
        });
    }
}

/// The app of one person after another, until it is to end.
async fn live(
    shared: &Shared,
    mut world: Arc<World>,
    mut reports: Reports,
    mut model: Model,
    outside: &mut Outside,
    open: &Mutex<Weak<Records>>,
) {
    while let Some(next) = run(&world, &mut reports, &mut model, outside).await {
        world.end_work().await;
        end(&world, &mut model);
        let Next::Store(next) = next else {
            model = begin_anew(&mut model, Leaves::Closed);
            model.is_locked = true;
            return outside.show(&model);
        };
        leave(&world, &next);
        model = begin_anew(&mut model, next.leaves);
        // What was pressed on the screens of the one who left is for nobody.
        while outside.received.try_recv().is_ok() {}
        outside.show(&model);
        *open.lock().unwrap_or_else(PoisonError::into_inner) = Arc::downgrade(&next.records);
        match shared.begin(next.profile, next.records) {
            Ok(next) => (world, reports) = next,
            Err(error) => {
                // The device has no thread to give: the next start opens the store that was chosen.
                tracing::error!(%error, "the app cannot go on in another store and ends");
                return;
            }
        }
    }
    end(&world, &mut model);
}

/// The app of one person: until it is to end, or goes on in another store.
async fn run(
    world: &Arc<World>,
    reports: &mut Reports,
    model: &mut Model,
    outside: &mut Outside,
) -> Option<Next> {
    let mut ticks = tokio::time::interval(world.options.poll);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    ticks.tick().await;
    carry_out(world, StartEffect::Restore.into());
    loop {
        let msg = tokio::select! {
            // What the person said comes before the end: closing the window must not lose the last thing they did.
            biased;
            msg = outside.received.recv() => {
                session::limits::on_act(model, world.now());
                msg?
            }
            next = reports.ends.recv() => return next,
            msg = reports.msgs.recv() => msg?,
            _ = &mut outside.stopped => return None,
            _ = ticks.tick() => Msg::Ticked,
        };
        for effect in update(model, msg, world.now()) {
            carry_out(world, effect);
        }
        outside.show(model);
    }
}

/// Nothing that was typed waits any longer, and everything is written.
fn end(world: &Arc<World>, model: &mut Model) {
    for effect in mini_app::opening::keep_typed(model, world.now()) {
        carry_out(world, effect);
    }
    mini_app::guest::end_all(world);
    world.device.finish();
}

/// Each area carries its own effects out; an effect without a way does not compile.
fn carry_out(world: &Arc<World>, effect: Effect) {
    match effect {
        Effect::Start(effect) => start::run::carry_out(world, &effect),
        Effect::Person(effect) => person::run::carry_out(world, effect),
        Effect::Resume(effect) => resume::run::carry_out(world, effect),
        Effect::Search(effect) => search::run::carry_out(world, effect),
        Effect::Session(effect) => session::run::carry_out(world, effect),
        Effect::Catalogue(effect) => catalogue::run::carry_out(world, &effect),
        Effect::Uses(effect) => uses::run::carry_out(world, effect),
        Effect::Answers(effect) => answers::run::carry_out(world, effect),
        Effect::Reminders(effect) => reminders::run::carry_out(world, effect),
        Effect::Acts(effect) => acts::run::carry_out(world, effect),
        Effect::Joint(effect) => joint::run::carry_out(world, effect),
        Effect::Cases(effect) => cases::run::carry_out(world, effect),
        Effect::Outbox(effect) => outbox::run::carry_out(world, effect),
        Effect::Documents(effect) => documents::run::carry_out(world, effect),
        Effect::Presentation(effect) => presentation::run::carry_out(world, effect),
        Effect::Calendar(effect) => calendar::run::carry_out(world, effect),
        Effect::Consents(effect) => consents::run::carry_out(world, effect),
        Effect::MiniApp(effect) => mini_app::run::carry_out(world, effect),
        Effect::Cards(effect) => cards::run::carry_out(world, effect),
        Effect::Family(effect) => family::run::carry_out(world, effect),
        Effect::Storage(effect) => storage::run::carry_out(world, &effect),
        Effect::Carry(effect) => carry::run::carry_out(world, effect),
        Effect::Lock(effect) => lock::run::carry_out(world, effect),
    }
}
