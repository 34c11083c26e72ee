//! Opening a mini-app and running it on a thread of its own.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, mpsc},
    thread,
};

use fingertip_bundles::{Code, Freshness, Progress, VerifiedBundle};
use fingertip_host::{Arrival, Stepped};
use fingertip_platform_client::PlatformError;
use fingertip_records::Draft;
use fingertip_runtime::{Interpreter, MiniApp, Program, RuntimeError, Stepped as Answered};
use fingertip_standard::{
    AppId, DepartmentId, EntryError, FaultClass, Sender, Standard,
    events::{Event, Launch, Moment, Origin},
};

use crate::{
    areas::{
        mini_app::{effect::OpenJob, model::Opened, msg::MiniAppMsg},
        notices::msg::NoticesMsg,
    },
    fault::ShownFault,
    world::{Job, World},
};

/// Fetches, verifies, compiles and launches; then the guest's thread goes on by itself.
pub(crate) async fn open(world: Arc<World>, job: OpenJob) {
    let OpenJob { instance, department, app, route, arrival, region, language, display, is_signed_in } = job;
    let now = world.now();
    let fetched = match world.connected() {
        Some(connected) => {
            let tell = telling(&world, instance);
            let opened = connected.bundles.open_watched(&department, &app, now, tell).await;
            opened.map_err(|error| ShownFault::of(&error))
        }
        None => Err(ShownFault::of(&PlatformError::Unreachable)),
    };
    let verified = match fetched {
        Ok(verified) => verified,
        Err(fault) => return world.send(MiniAppMsg::MiniAppFailed(instance, fault)),
    };
    if let Freshness::Kept(why) = verified.freshness {
        world.send(NoticesMsg::OpenedAsKept(why));
    }
    if let Err(error) = admit(&verified, &route, &arrival) {
        return world.send(MiniAppMsg::MiniAppFailed(instance, ShownFault::of(&error)));
    }
    let playable = match interpreter(&world, instance, &verified).await {
        Ok(playable) => playable,
        Err(fault) => return world.send(MiniAppMsg::MiniAppFailed(instance, fault)),
    };
    let key = arrival.draft_key(&route);
    let launch = Launch {
        route,
        params: arrival.params,
        origin: arrival.origin,
        caller: arrival.caller.map(|(_, app)| app.to_string()),
        region,
        language,
        display,
        now: now.as_millisecond(),
        today: world.today(now),
        seed: rand::random(),
        signed_in: is_signed_in,
        saved: None,
    };
    let (jobs, received) = mpsc::channel();
    world.guests.lock().unwrap_or_else(PoisonError::into_inner).insert(instance, jobs);
    let at = world.clone();
    let run =
        move || Guest { world: at, instance, department, key, launch }.run(verified, playable, &received);
    if let Err(error) = thread::Builder::new().name(format!("fingertip-guest-{instance}")).spawn(run) {
        tracing::error!(%error, "no thread for a mini-app");
        world.send(MiniAppMsg::MiniAppFailed(
            instance,
            ShownFault::of(&RuntimeError::Engine { reason: error.to_string() }),
        ));
    }
}

/// Tells the person how much of a download has come, a message a hundredth.
fn telling(world: &Arc<World>, instance: u64) -> impl FnMut(Progress) + Send + use<> {
    let (world, mut last) = (world.clone(), None);
    move |progress| {
        let share = progress.bytes.saturating_mul(100) / progress.of.max(1);
        let share = u8::try_from(share.min(100)).unwrap_or(100);
        if last.replace(share) != Some(share) {
            world.send(MiniAppMsg::MiniAppFetched(instance, share));
        }
    }
}

/// Verifies and compiles a mini-app that is on this device. It runs nothing, and what goes wrong is told when the person
/// opens it.
pub(crate) async fn prepare(world: &Arc<World>, department: &DepartmentId, app: &AppId) {
    let Some(connected) = world.connected() else { return };
    let Some(verified) = connected.bundles.open_ahead(department, app, world.now()).await else { return };
    let at = world.clone();
    // Compiling takes a thread of its own.
    let ready = tokio::task::spawn_blocking(move || program(&at, &verified, Playable::Itself).map(drop));
    if let Ok(Err(error)) = ready.await {
        tracing::info!(%error, %app, "a mini-app could not be made ready");
    }
}

/// Whether the verified mini-app may be opened there, with these parameters, by whoever opens it.
fn admit(verified: &VerifiedBundle, route: &str, arrival: &Arrival) -> Result<(), EntryError> {
    let manifest = &verified.bundle.manifest;
    let sender = match (arrival.origin, &arrival.caller) {
        (Origin::MiniApp, Some((department, app))) => Sender::MiniApp { department, app },
        (Origin::Person | Origin::Widget | Origin::Reminder, _) => Sender::Shell,
        (Origin::DeepLink | Origin::MiniApp, _) => Sender::Outside,
    };
    manifest
        .admit(route, &arrival.params, sender)
        .and_then(|()| manifest.check_version(arrival.version.as_deref()))
}

/// Ends one guest; it was told before.
pub(crate) fn close(world: &World, instance: u64) {
    world.guests.lock().unwrap_or_else(PoisonError::into_inner).remove(&instance);
}

/// Ends every guest; each is told first.
pub(crate) fn end_all(world: &World) {
    for (_, jobs) in world.guests.lock().unwrap_or_else(PoisonError::into_inner).drain() {
        let _ = jobs.send((u32::MAX, Event::Moment(Moment::Unloaded)));
    }
}

pub(crate) fn give(world: &World, instance: u64, n_restored: u32, event: Event) {
    if let Some(jobs) = world.guests.lock().unwrap_or_else(PoisonError::into_inner).get(&instance) {
        let _ = jobs.send((n_restored, event));
    }
}

/// What plays a script.
enum Playable {
    /// Nothing: the mini-app is a component itself.
    Itself,
    /// This device has it compiled.
    Compiled(Arc<dyn Interpreter>),
    /// It is still to be compiled.
    Fetched(Vec<u8>),
}

/// Finds, or fetches and verifies, what a script needs.
async fn interpreter(
    world: &Arc<World>,
    instance: u64,
    verified: &VerifiedBundle,
) -> Result<Playable, ShownFault> {
    let Code::Script { interpreter, .. } = &verified.bundle.code else { return Ok(Playable::Itself) };
    let (at, sha256) = (world.clone(), interpreter.sha256.clone());
    // Its machine code has tens of megabytes, which may have to be read from the disk.
    if let Ok(Some(compiled)) = tokio::task::spawn_blocking(move || at.engine.interpreter(&sha256)).await {
        return Ok(Playable::Compiled(compiled));
    }
    world.send(MiniAppMsg::MiniAppPreparing(instance));
    let Some(connected) = world.connected() else { return Err(ShownFault::of(&PlatformError::Unreachable)) };
    connected
        .bundles
        .interpreter_watched(interpreter, world.now(), telling(world, instance))
        .await
        .map(Playable::Fetched)
        .map_err(|error| ShownFault::of(&error))
}

/// The program of a verified bundle; the one place that turns a bundle into something that runs.
fn program(
    world: &World,
    verified: &VerifiedBundle,
    playable: Playable,
) -> Result<Arc<dyn Program>, RuntimeError> {
    let engine = &*world.engine;
    let (path, source, interpreter) = match &verified.bundle.code {
        Code::Component(component) => {
            let sha256 = &verified.running.sha256;
            if let Some(ready) = world.ready(sha256) {
                return Ok(ready);
            }
            let compiled = engine.compile(component, sha256, verified.bundle.manifest.fingertip.standard)?;
            world.keep_ready(sha256, &compiled);
            return Ok(compiled);
        }
        Code::Script { path, source, interpreter } => (path, source, interpreter),
    };
    let compiled = match playable {
        Playable::Compiled(compiled) => compiled,
        Playable::Fetched(component) => engine.compile_interpreter(&component, &interpreter.sha256)?,
        Playable::Itself => {
            return Err(RuntimeError::WrongWorld {
                standard: Standard::V1_0,
                reason: "a script without its interpreter".into(),
            });
        }
    };
    Ok(compiled.program(path, source.clone()))
}

struct Guest {
    world: Arc<World>,
    instance: u64,
    department: DepartmentId,
    /// Under which its draft is kept.
    key: String,
    launch: Launch,
}

impl Guest {
    fn run(mut self, verified: VerifiedBundle, playable: Playable, received: &mpsc::Receiver<Job>) {
        let draft = self.draft(&verified);
        // Another version may not understand what this one kept; what the person typed is the host's and stays.
        self.launch.saved = draft
            .as_ref()
            .filter(|draft| draft.version == verified.running.version)
            .and_then(|draft| draft.saved.clone());
        let compiled = program(&self.world, &verified, playable);
        let launched = compiled.and_then(|program| {
            MiniApp::launch(&*program, self.launch.clone()).map(|launched| (program, launched))
        });
        let (program, (mut app, step)) = match launched {
            Ok(launched) => launched,
            Err(error) => return self.fail(&error),
        };
        let mut saved = app.save().ok();
        let pictures: BTreeMap<_, _> =
            verified.bundle.files.into_iter().filter(|(path, _)| path.starts_with("common/")).collect();
        let opened = Opened {
            running: verified.running,
            manifest: Arc::new(verified.bundle.manifest),
            messages: verified.bundle.messages,
            pictures: Arc::new(pictures),
            granted: verified.grants,
            draft,
            stepped: Stepped { step: Some(step), saved: saved.clone(), was_restored: false },
        };
        self.world.send(MiniAppMsg::MiniAppOpened(self.instance, Box::new(opened)));
        let mut has_just_restored = false;
        let mut n_own_restored = 0;
        for (n_restored, event) in received {
            // The host did not know yet that this one is another: it has asked for nothing of the sort.
            if n_restored < n_own_restored && matches!(event, Event::Answered(..)) {
                let stepped = Stepped { step: None, saved: saved.clone(), was_restored: false };
                self.world.send(MiniAppMsg::MiniAppStepped(self.instance, Box::new(stepped)));
                continue;
            }
            if event == Event::Moment(Moment::Unloaded) {
                // Nobody waits for an answer, and nothing is opened again for it.
                if let Err(error) = app.update(&event) {
                    tracing::info!(%error, instance = self.instance, "a mini-app was ended while it was unloaded");
                }
                return;
            }
            match app.update(&event) {
                Ok(answer) => {
                    // What the host tells of its life proves nothing: only what a person does is what it has to get over.
                    has_just_restored &= matches!(event, Event::Moment(_));
                    saved = app.save().ok().or(saved);
                    let step = match answer {
                        Answered::Step(step) => Some(step),
                        Answered::Stale => None,
                    };
                    self.world.send(MiniAppMsg::MiniAppStepped(
                        self.instance,
                        Box::new(Stepped { step, saved: saved.clone(), was_restored: false }),
                    ));
                }
                // A trap ends the guest; it is opened once more from its last small state.
                Err(error) if !has_just_restored => match self.restore(&*program, saved.clone(), &error) {
                    Some(restored) => {
                        has_just_restored = true;
                        n_own_restored += 1;
                        app = restored;
                    }
                    None => return self.fail(&error),
                },
                Err(error) => return self.fail(&error),
            }
        }
    }

    fn restore(
        &self,
        program: &dyn Program,
        saved: Option<Vec<u8>>,
        error: &RuntimeError,
    ) -> Option<MiniApp> {
        tracing::warn!(%error, instance = self.instance, "a mini-app was ended and is opened again from its small state");
        let (app, step) =
            MiniApp::launch(program, Launch { saved: saved.clone(), ..self.launch.clone() }).ok()?;
        self.world.send(MiniAppMsg::MiniAppStepped(
            self.instance,
            Box::new(Stepped { step: Some(step), saved, was_restored: true }),
        ));
        Some(app)
    }

    fn draft(&self, verified: &VerifiedBundle) -> Option<Draft> {
        match self.world.records.draft(&verified.running.app, &self.key) {
            Ok(draft) => draft,
            Err(error) => {
                self.world.fail(&error);
                None
            }
        }
    }

    fn fail(&self, error: &RuntimeError) {
        let fault = ShownFault::of(error);
        let fault =
            if fault.class == FaultClass::Department { fault.owned_by(&self.department) } else { fault };
        self.world.guests.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.instance);
        self.world.send(MiniAppMsg::MiniAppFailed(self.instance, fault));
    }
}
