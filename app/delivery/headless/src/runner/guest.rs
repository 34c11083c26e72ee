//! Opening a mini-app and running it on a thread of its own.

use std::{
    collections::BTreeMap,
    sync::{Arc, PoisonError, mpsc},
    thread,
};

use fingertip_bundles::{Code, VerifiedBundle};
use fingertip_records::Draft;
use fingertip_runtime::{Engine, Interpreter, MiniApp, Program, RuntimeError, Stepped as Answered};
use fingertip_standard::{
    DepartmentId, FaultClass,
    events::{Event, Launch, Origin},
    words::Date,
};
use jiff::tz::TimeZone;

use super::World;
use crate::{Effect, Msg, Opened, PlatformError, ShownFault, Stepped};

/// An event for a guest's thread.
pub(crate) struct GuestJob(Event);

/// Fetches, verifies, compiles and launches; then the guest's thread goes on by itself.
pub(super) async fn open(world: Arc<World>, effect: Effect) {
    let Effect::OpenMiniApp { instance, department, app, route, region, language, display, is_signed_in } = effect else { return };
    let now = world.now();
    let fetched = match world.connected() {
        Some(connected) => connected.bundles.open(&department, &app, now).await.map_err(|error| ShownFault::of(&error)),
        None => Err(ShownFault::of(&PlatformError::Unreachable)),
    };
    let verified = match fetched {
        Ok(verified) => verified,
        Err(fault) => return world.send(Msg::MiniAppFailed(instance, fault)),
    };
    let playable = match interpreter(&world, instance, &verified).await {
        Ok(playable) => playable,
        Err(fault) => return world.send(Msg::MiniAppFailed(instance, fault)),
    };
    let today = now.to_zoned(TimeZone::system()).date();
    let launch = Launch {
        route,
        params: Vec::new(),
        origin: Origin::Person,
        caller: None,
        region,
        language,
        display,
        now: now.as_millisecond(),
        today: Date { year: today.year().into(), month: today.month().unsigned_abs(), day: today.day().unsigned_abs() },
        seed: rand::random(),
        signed_in: is_signed_in,
        saved: None,
    };
    let (jobs, received) = mpsc::channel();
    world.guests.lock().unwrap_or_else(PoisonError::into_inner).insert(instance, jobs);
    let at = world.clone();
    let run = move || Guest { world: at, instance, department, launch }.run(verified, playable, &received);
    if let Err(error) = thread::Builder::new().name(format!("fingertip-guest-{instance}")).spawn(run) {
        tracing::error!(%error, "no thread for a mini-app");
        world.send(Msg::MiniAppFailed(instance, ShownFault::of(&RuntimeError::Engine { reason: error.to_string() })));
    }
}

pub(super) fn give(world: &World, instance: u64, event: Event) {
    if let Some(jobs) = world.guests.lock().unwrap_or_else(PoisonError::into_inner).get(&instance) {
        let _ = jobs.send(GuestJob(event));
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
async fn interpreter(world: &Arc<World>, instance: u64, verified: &VerifiedBundle) -> Result<Playable, ShownFault> {
    let Code::Script { interpreter, .. } = &verified.bundle.code else { return Ok(Playable::Itself) };
    let (at, sha256) = (world.clone(), interpreter.sha256.clone());
    // Its machine code has tens of megabytes, which may have to be read from the disk.
    if let Ok(Some(compiled)) = tokio::task::spawn_blocking(move || at.engine.interpreter(&sha256)).await {
        return Ok(Playable::Compiled(compiled));
    }
    world.send(Msg::MiniAppPreparing(instance));
    let Some(connected) = world.connected() else { return Err(ShownFault::of(&PlatformError::Unreachable)) };
    connected.bundles.interpreter(interpreter, world.now()).await.map(Playable::Fetched).map_err(|error| ShownFault::of(&error))
}

/// The program of a verified bundle; the one place that turns a bundle into something that runs.
fn program(engine: &dyn Engine, verified: &VerifiedBundle, playable: Playable) -> Result<Arc<dyn Program>, RuntimeError> {
    let (path, source, interpreter) = match &verified.bundle.code {
        Code::Component(component) => return engine.compile(component, &verified.running.sha256),
        Code::Script { path, source, interpreter } => (path, source, interpreter),
    };
    let compiled = match playable {
        Playable::Compiled(compiled) => compiled,
        Playable::Fetched(component) => engine.compile_interpreter(&component, &interpreter.sha256)?,
        Playable::Itself => return Err(RuntimeError::WrongWorld { reason: "a script without its interpreter".into() }),
    };
    Ok(compiled.program(path, source.clone()))
}

struct Guest {
    world: Arc<World>,
    instance: u64,
    department: DepartmentId,
    launch: Launch,
}

impl Guest {
    fn run(mut self, verified: VerifiedBundle, playable: Playable, received: &mpsc::Receiver<GuestJob>) {
        let draft = self.draft(&verified);
        // Another version may not understand what this one kept; what the person typed is the host's and stays.
        self.launch.saved = draft.as_ref().filter(|draft| draft.version == verified.running.version).and_then(|draft| draft.saved.clone());
        let compiled = program(&*self.world.engine, &verified, playable);
        let launched = compiled.and_then(|program| MiniApp::launch(&*program, self.launch.clone()).map(|launched| (program, launched)));
        let (program, (mut app, step)) = match launched {
            Ok(launched) => launched,
            Err(error) => return self.fail(&error),
        };
        let mut saved = app.save().ok();
        let pictures: BTreeMap<_, _> = verified.bundle.files.into_iter().filter(|(path, _)| path.starts_with("common/")).collect();
        let opened = Opened {
            running: verified.running,
            manifest: Arc::new(verified.bundle.manifest),
            messages: verified.bundle.messages,
            pictures: Arc::new(pictures),
            granted: verified.grants,
            draft,
            stepped: Stepped { step: Some(step), saved: saved.clone(), was_restored: false },
        };
        self.world.send(Msg::MiniAppOpened(self.instance, Box::new(opened)));
        let mut has_just_restored = false;
        for GuestJob(event) in received {
            match app.update(&event) {
                Ok(answer) => {
                    has_just_restored = false;
                    saved = app.save().ok().or(saved);
                    let step = match answer {
                        Answered::Step(step) => Some(step),
                        Answered::Stale => None,
                    };
                    self.world
                        .send(Msg::MiniAppStepped(self.instance, Box::new(Stepped { step, saved: saved.clone(), was_restored: false })));
                }
                // A trap ends the guest; it is opened once more from its last small state.
                Err(error) if !has_just_restored => match self.restore(&*program, saved.clone(), &error) {
                    Some(restored) => {
                        has_just_restored = true;
                        app = restored;
                    }
                    None => return self.fail(&error),
                },
                Err(error) => return self.fail(&error),
            }
        }
    }

    fn restore(&self, program: &dyn Program, saved: Option<Vec<u8>>, error: &RuntimeError) -> Option<MiniApp> {
        tracing::warn!(%error, instance = self.instance, "a mini-app was ended and is opened again from its small state");
        let (app, step) = MiniApp::launch(program, Launch { saved: saved.clone(), ..self.launch.clone() }).ok()?;
        self.world.send(Msg::MiniAppStepped(self.instance, Box::new(Stepped { step: Some(step), saved, was_restored: true })));
        Some(app)
    }

    fn draft(&self, verified: &VerifiedBundle) -> Option<Draft> {
        match self.world.records.draft(&verified.running.app, &self.launch.route) {
            Ok(draft) => draft,
            Err(error) => {
                self.world.fail(&error);
                None
            }
        }
    }

    fn fail(&self, error: &RuntimeError) {
        let fault = ShownFault::of(error);
        let fault = if fault.class == FaultClass::Department { fault.owned_by(&self.department) } else { fault };
        self.world.guests.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.instance);
        self.world.send(Msg::MiniAppFailed(self.instance, fault));
    }
}
