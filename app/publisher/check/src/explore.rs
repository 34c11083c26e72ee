//! The runs: what a mini-app shows and asks for, from every entry, on both displays, signed in and not.

mod answers;
mod cards;
mod events;
mod journeys;
mod probe;
mod seen;
mod session;
mod walk;

use std::{
    collections::{BTreeMap, BTreeSet},
    num::NonZero,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use fingertip_locale::Messages;
use fingertip_runtime::{Backend, CompiledCache, Engine, Program, RuntimeError, WasmtimeEngine};
use fingertip_standard::{
    EntryRoute, Manifest,
    entry::{EntryParam, ParamKind},
    events::{Display, Event, Launch, Origin},
    requests::Wish,
};
use sha2::{Digest, Sha256};

pub use cards::SeenCard;
pub(crate) use events::actions;
pub use seen::{Screen, Step};

use crate::Subject;
use session::Ground;

/// How far the runs go.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// The most different states that are looked at from one start.
    pub states: usize,
    /// The most steps that one start may cost, replays included.
    pub steps: usize,
    /// The most steps that all starts of a script may cost together: an interpreter's step takes ten times as long.
    pub script_steps: usize,
    /// How many of the longest ways of one start are walked again, on both engines.
    pub replays: usize,
}

impl Limits {
    /// Those of one start of a script. The first entry is the mini-app's own front door and gets half of the steps; the
    /// others lead to the same pages for the most part and share the rest.
    fn of_script(self, start: &Start, starts: &[Start]) -> Self {
        let is_first = |own: &Start| starts.first().is_some_and(|first| first.route == own.route);
        let first = starts.iter().filter(|own| is_first(own)).count();
        let others = starts.len() - first;
        let share = if others == 0 { self.script_steps } else { self.script_steps / 2 };
        let steps = share / if is_first(start) { first } else { others }.max(1);
        // Its starts go the same ways for the most part, so one of each walked again is many.
        Self { steps: self.steps.min(steps), replays: self.replays.min(1), ..self }
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { states: 200, steps: 5000, script_steps: 10_000, replays: 3 }
    }
}

/// Something that a run met instead of a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mishap {
    /// The component is no component.
    NotAComponent(String),
    /// It does not fit the world.
    WrongWorld(String),
    /// It has more code, or code that is harder to compile, than the standard allows.
    TooMuchCode(String),
    /// It imports something.
    Import(String),
    /// An entry route shows nothing.
    NoView(String),
    /// An entry route ends the mini-app.
    EntryEnded(String, String),
    /// It trapped.
    Trapped(String),
    /// A step broke a rule of the standard.
    BrokeStandard(String),
    /// A step cost more than the gate's part of the budget, or never came to its end.
    TimedOut,
    /// More memory than the limit.
    OutOfMemory,
    /// More data in one call than the limit.
    TooMuchData,
    /// A saved state larger than the limit, in bytes.
    SavedTooLarge(usize),
    /// The same events gave another step on the same engine.
    OtherStep,
    /// The same events gave another step on the other engine.
    OtherEngine,
    /// Opened again with what it saved, it shows another page: the page before and after.
    RestoredElsewhere(String, String),
    /// Words given as data that stay as they are in another language.
    DataStays(String),
    /// A journey cannot be replayed.
    Journey(String),
    /// Making a card ended the mini-app: the widget and why.
    CardEnded(String, String),
    /// A card breaks a rule of the standard: the widget and which.
    CardBroke(String, String),
    /// A card came out in two ways: the widget.
    CardDiffers(String),
}

/// A request that was seen, and who asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// What was asked for.
    pub wish: Wish,
    /// How the asking step was reached.
    pub event: String,
    /// Whether it was the very first step of a person who is not signed in.
    pub is_unasked_sign_in: bool,
}

/// What all runs showed.
#[derive(Debug, Clone, Default)]
pub struct Runs {
    /// Every different screen, in every language.
    pub screens: Vec<Screen>,
    /// Every step's words, once: which messages with which variables.
    pub messages: BTreeSet<(String, BTreeSet<String>)>,
    /// What the mini-app stored, by key: a few of its values.
    pub stored: BTreeMap<String, BTreeSet<Vec<u8>>>,
    /// Every card for home, in every language.
    pub cards: Vec<SeenCard>,
    /// The most work of one card, in the standard's units.
    pub card_work: u64,
    /// Every different request.
    pub asked: Vec<Asked>,
    /// What went wrong, and by which event.
    pub mishaps: Vec<(Mishap, String)>,
    /// How many steps were made.
    pub n_steps: usize,
    /// The most work of one step in the standard's units, and its event.
    pub work: (u64, String),
    /// The most memory of one run in bytes.
    pub memory_bytes: usize,
    /// The largest saved state in bytes.
    pub saved_bytes: usize,
    /// Whether every state that could be reached was looked at.
    pub is_whole: bool,
    /// Whether each declared operation had a sample reply, so that what was never seen is truly never there.
    pub is_representative: bool,
}

impl Runs {
    /// Adds what another run showed, as if it had come after this one.
    fn join(&mut self, other: Self) {
        self.screens.extend(other.screens);
        self.messages.extend(other.messages);
        for asked in other.asked {
            self.ask(asked);
        }
        for (mishap, event) in other.mishaps {
            self.mishap(mishap, event);
        }
        for (key, values) in other.stored {
            self.stored.entry(key).or_default().extend(values);
        }
        self.n_steps += other.n_steps;
        if other.work.0 > self.work.0 {
            self.work = other.work;
        }
        self.memory_bytes = self.memory_bytes.max(other.memory_bytes);
        self.saved_bytes = self.saved_bytes.max(other.saved_bytes);
        self.is_whole &= other.is_whole;
    }

    /// Adds a request that was not seen before.
    pub(crate) fn ask(&mut self, asked: Asked) {
        if !self
            .asked
            .iter()
            .any(|known| known.wish == asked.wish && known.is_unasked_sign_in == asked.is_unasked_sign_in)
        {
            self.asked.push(asked);
        }
    }

    pub(crate) fn mishap(&mut self, mishap: Mishap, event: impl Into<String>) {
        if !self.mishaps.iter().any(|(known, _)| *known == mishap) {
            self.mishaps.push((mishap, event.into()));
        }
    }

    pub(crate) fn fault(&mut self, error: &RuntimeError, event: &str) {
        let mishap = match error {
            RuntimeError::HasImport { name } => Mishap::Import(name.clone()),
            RuntimeError::NotAComponent { reason } => Mishap::NotAComponent(reason.clone()),
            RuntimeError::WrongWorld { reason, .. } => Mishap::WrongWorld(reason.clone()),
            RuntimeError::Step(error) => Mishap::BrokeStandard(error.to_string()),
            error @ RuntimeError::TooMuchCode { .. } => Mishap::TooMuchCode(error.to_string()),
            RuntimeError::OutOfWork { .. } => Mishap::TimedOut,
            RuntimeError::OutOfMemory => Mishap::OutOfMemory,
            RuntimeError::TooMuchData => Mishap::TooMuchData,
            RuntimeError::SavedTooLarge { bytes } => Mishap::SavedTooLarge(*bytes),
            // Its size is a rule of its own.
            RuntimeError::TooLarge { .. } | RuntimeError::Ended => return,
            // What a script throws has its place in the line below.
            RuntimeError::ScriptThrew { .. } | RuntimeError::ScriptRefused { .. } => {
                Mishap::Trapped(first_lines(&error.for_developer(), 2))
            }
            other => Mishap::Trapped(first_lines(&other.to_string(), 1)),
        };
        self.mishap(mishap, event);
    }
}

/// The first lines of `text` as one: the words, and for a script the place.
fn first_lines(text: &str, count: usize) -> String {
    text.lines().take(count).collect::<Vec<_>>().join(" ")
}

/// Where and for whom a run starts.
#[derive(Debug, Clone)]
pub(crate) struct Start {
    pub(crate) route: String,
    pub(crate) params: Vec<(String, String)>,
    pub(crate) display: Display,
    pub(crate) is_signed_in: bool,
    pub(crate) language: String,
}

impl Start {
    pub(crate) fn name(&self) -> String {
        let display = if self.display == Display::Seniors { "seniors" } else { "normal" };
        let params: String = self.params.iter().map(|(name, value)| format!(" {name}={value}")).collect();
        format!("{}{params} ({display}, signed {})", self.route, if self.is_signed_in { "in" } else { "out" })
    }

    pub(crate) fn launch(&self, saved: Option<Vec<u8>>) -> Event {
        Event::Launched(Launch {
            route: self.route.clone(),
            params: self.params.clone(),
            origin: Origin::Person,
            caller: None,
            region: "440100".into(),
            language: self.language.clone(),
            display: self.display,
            now: events::NOW,
            today: events::TODAY,
            seed: 7,
            signed_in: self.is_signed_in,
            saved,
        })
    }
}

/// The programs that the runs use.
pub(crate) struct Programs {
    manifest: Arc<Manifest>,
    messages: Arc<Messages>,
    pub(crate) native: Arc<dyn Program>,
    /// None where this machine cannot run it.
    pub(crate) pulley: Option<Arc<dyn Program>>,
}

impl Programs {
    fn on<'p>(&self, program: &'p Arc<dyn Program>) -> Ground<'p> {
        Ground { program: &**program, manifest: self.manifest.clone(), messages: self.messages.clone() }
    }

    pub(crate) fn native(&self) -> Ground<'_> {
        self.on(&self.native)
    }

    pub(crate) fn pulley(&self) -> Option<Ground<'_>> {
        self.pulley.as_ref().map(|program| self.on(program))
    }
}

/// Runs the mini-app from every entry route, on both displays, signed in and not. `compiled` is where this machine keeps
/// compiled interpreters; without it each call compiles a script's anew, which takes longer than all runs.
#[must_use]
pub fn explore(subject: &Subject, limits: Limits, compiled: Option<CompiledCache>) -> Runs {
    let mut runs = Runs { is_whole: true, ..Runs::default() };
    let Ok(manifest) = &subject.manifest else { return runs };
    runs.is_representative = subject.replies.as_ref().is_some_and(|replies| {
        manifest.fingertip.operations.iter().all(|own| replies.contains_key(own.as_str()))
    });
    let programs = match programs(subject, manifest, compiled) {
        Ok(Some(programs)) => programs,
        // Packed without its interpreter: the rules say what can be said without a run.
        Ok(None) => return Runs { is_whole: false, is_representative: false, ..runs },
        Err(error) => {
            runs.fault(&error, "compile");
            return runs;
        }
    };
    let starts = starts(subject, manifest);
    for own in each_start(&starts, |start| {
        let limits = if subject.is_script() { limits.of_script(start, &starts) } else { limits };
        let mut own = Runs { is_whole: true, ..Runs::default() };
        walk::walk(subject, &programs, start, limits, &mut own);
        probe::probe(subject, &programs, start, &mut own);
        own
    }) {
        runs.join(own);
    }
    cards::make(subject, &programs, manifest, &mut runs);
    journeys::replay(subject, &programs, &mut runs);
    runs
}

/// Every entry, on both displays, signed in and not.
fn starts(subject: &Subject, manifest: &Manifest) -> Vec<Start> {
    let language = subject.languages().first().cloned().unwrap_or_default();
    let mut starts = Vec::new();
    for entry in &manifest.fingertip.entries {
        for params in plausible(entry) {
            for display in [Display::Normal, Display::Seniors] {
                for is_signed_in in [true, false] {
                    starts.push(Start {
                        route: entry.route.clone(),
                        params: params.clone(),
                        display,
                        is_signed_in,
                        language: language.clone(),
                    });
                }
            }
        }
    }
    starts
}

/// Explores from each start by itself, several at once. What they gave stays in the order of the starts, so that the same
/// mini-app gives the same report on every machine.
fn each_start(starts: &[Start], explore: impl Fn(&Start) -> Runs + Sync) -> Vec<Runs> {
    let next = AtomicUsize::new(0);
    let explored: Vec<OnceLock<Runs>> = starts.iter().map(|_| OnceLock::new()).collect();
    let workers = thread::available_parallelism().map_or(1, NonZero::get).min(starts.len());
    thread::scope(|scope| {
        for _ in 0..workers {
            scope.spawn(|| {
                loop {
                    let at = next.fetch_add(1, Ordering::Relaxed);
                    let (Some(start), Some(own)) = (starts.get(at), explored.get(at)) else { return };
                    // Each place is set by the one worker that took its number.
                    let _ = own.set(explore(start));
                }
            });
        }
    });
    explored.into_iter().filter_map(OnceLock::into_inner).collect()
}

/// Parameters as a link would carry them: no more than the entry needs, and all that it takes.
fn plausible(entry: &EntryRoute) -> Vec<Vec<(String, String)>> {
    let value = |kind| match kind {
        ParamKind::Text | ParamKind::Code | ParamKind::Number => "1",
        ParamKind::Date => "2026-11-24",
    };
    let some = |wanted: &dyn Fn(&EntryParam) -> bool| {
        let params = entry.params.iter().filter(|param| wanted(param));
        params.map(|param| (param.name.clone(), value(param.kind).to_owned())).collect()
    };
    let mut starts: Vec<Vec<_>> = vec![some(&|param| param.required), some(&|_| true)];
    starts.dedup();
    starts
}

fn programs(
    subject: &Subject,
    manifest: &Manifest,
    compiled: Option<CompiledCache>,
) -> Result<Option<Programs>, RuntimeError> {
    let component = &subject.component;
    // The walk reads no words: what they say is judged elsewhere.
    let Ok(messages) = Messages::new([]).map(Arc::new) else { return Ok(None) };
    let standard = manifest.fingertip.standard;
    let manifest = Arc::new(manifest.clone());
    let sha256 = |bytes: &[u8]| hex::encode(Sha256::digest(bytes));
    if subject.is_script() {
        let Some(interpreter) = &subject.engine else { return Ok(None) };
        let compiled = WasmtimeEngine::for_gate(Backend::Native, compiled)?
            .compile_interpreter(interpreter, &sha256(interpreter))?;
        // One engine is enough here: compiling an interpreter for the second takes longer than all runs, and a script has
        // no way to tell the two apart.
        let name = subject.manifest.as_ref().map_or("script", |manifest| manifest.fingertip.program.path());
        return Ok(Some(Programs {
            manifest,
            messages,
            native: compiled.program(name, String::from_utf8_lossy(component).into()),
            pulley: None,
        }));
    }
    let sha256 = sha256(component);
    let native = WasmtimeEngine::for_gate(Backend::Native, None)?.compile(component, &sha256, standard)?;
    let pulley = WasmtimeEngine::for_gate(Backend::Pulley, None)
        .and_then(|engine| engine.compile(component, &sha256, standard))
        .ok();
    Ok(Some(Programs { manifest, messages, native, pulley }))
}
