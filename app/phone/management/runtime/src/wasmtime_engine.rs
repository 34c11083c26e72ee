//! wasmtime behind the [`Engine`] trait: Cranelift's machine code, or Pulley's interpreter where no code may be made.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash, Hasher},
    sync::{Arc, Mutex, PoisonError, mpsc},
    thread,
    time::Duration,
};

use fingertip_standard::{
    Standard,
    events::Event,
    limits,
    step::Step,
    widget::{Widget, WidgetAsk},
};
use wasmtime::{
    Config, ResourceLimiter, Store, Trap, WasmBacktraceDetails,
    component::{Component, InstancePre, Linker, types::ComponentItem},
};

use crate::{
    CompiledCache, Engine, Instance, Interpreter, Program, RuntimeError, Used,
    since_1_0::{self, Lift},
    since_1_1, source,
    watchdog::{TICK, Watchdog},
};

/// How guests are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// Machine code by Cranelift: desktop and Android.
    Native,
    /// The Pulley interpreter: iOS, where no program may make code.
    Pulley,
}

/// Compiling is not covered by the engine's own security promises, so it is bounded here.
const COMPILE_LIMIT: Duration = Duration::from_secs(30);
/// An interpreter is a hundred times larger, and compiled once a device.
const INTERPRETER_COMPILE_LIMIT: Duration = Duration::from_secs(180);

struct Shared {
    engine: wasmtime::Engine,
    watchdog: Watchdog,
    purpose: Purpose,
}

/// What an engine is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// A person uses mini-apps.
    Use,
    /// The quality gate counts what each step costs.
    Metering,
    /// A mini-app is being written: a trap names its source lines.
    Development,
}

/// wasmtime with the standard's limits.
pub struct WasmtimeEngine {
    shared: Arc<Shared>,
    backend: Backend,
    cache: Option<CompiledCache>,
    /// By hash. Held while one is compiled: a second mini-app that wants the same waits instead of compiling it again.
    interpreters: Mutex<HashMap<String, Arc<WasmtimeInterpreter>>>,
}

impl std::fmt::Debug for WasmtimeEngine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WasmtimeEngine")
            .field("backend", &self.backend)
            .field("cache", &self.cache)
            .finish_non_exhaustive()
    }
}

impl WasmtimeEngine {
    /// An engine, with a cache of compiled mini-apps where there is a place for one.
    ///
    /// # Errors
    /// [`RuntimeError::Engine`] when this device does not support the backend.
    pub fn new(backend: Backend, cache: Option<CompiledCache>) -> Result<Self, RuntimeError> {
        Self::make(backend, cache, Purpose::Use)
    }

    /// An engine that counts what each step costs, for an author's tools: slower. Its machine code is another than that of
    /// [`Self::new`], and a cache keeps the two apart.
    ///
    /// # Errors
    /// [`RuntimeError::Engine`] when this device does not support the backend.
    pub fn metered(backend: Backend, cache: Option<CompiledCache>) -> Result<Self, RuntimeError> {
        Self::make(backend, cache, Purpose::Metering)
    }

    /// An engine for components that still have their names and lines (DWARF), which may make them larger than a bundle
    /// may be: a trap says where in the source it happened.
    ///
    /// # Errors
    /// [`RuntimeError::Engine`] when this device does not support the backend.
    pub fn developing(backend: Backend) -> Result<Self, RuntimeError> {
        Self::make(backend, None, Purpose::Development)
    }

    fn make(backend: Backend, cache: Option<CompiledCache>, purpose: Purpose) -> Result<Self, RuntimeError> {
        let fault = |error: wasmtime::Error| RuntimeError::Engine { reason: error.to_string() };
        let mut config = Config::new();
        if backend == Backend::Pulley {
            let target = if cfg!(target_pointer_width = "64") { "pulley64" } else { "pulley32" };
            config.target(target).map_err(fault)?;
        }
        config
            .epoch_interruption(true)
            .consume_fuel(purpose == Purpose::Metering)
            .concurrency_support(false)
            // The same events give the same steps on every processor.
            .cranelift_nan_canonicalization(true)
            .relaxed_simd_deterministic(true)
            .wasm_memory64(false)
            .max_wasm_stack(512 << 10)
            // Room for what a guest may have, not the gigabytes that a phone's address space may lack.
            .memory_reservation(limits::INTERPRETER_MEMORY_BYTES as u64)
            .memory_reservation_for_growth(0)
            .wasm_backtrace_details(match purpose {
                Purpose::Development => WasmBacktraceDetails::Enable,
                Purpose::Use | Purpose::Metering => WasmBacktraceDetails::Disable,
            });
        let engine = wasmtime::Engine::new(&config).map_err(fault)?;
        let ticking = engine.clone();
        let watchdog = Watchdog::start(move || ticking.increment_epoch());
        let shared = Arc::new(Shared { engine, watchdog, purpose });
        Ok(Self { shared, backend, cache, interpreters: Mutex::default() })
    }

    /// Where the compiled form of a component is kept: by its hash, the engine's version and its settings.
    fn cache_name(&self, sha256: &str) -> String {
        let mut hasher = DefaultHasher::new();
        self.shared.engine.precompile_compatibility_hash().hash(&mut hasher);
        format!("{sha256}-{:?}-{:016x}", self.backend, hasher.finish()).to_lowercase()
    }

    fn compile_bounded(&self, component: &[u8], limit: Duration) -> Result<Component, RuntimeError> {
        let (sender, receiver) = mpsc::channel();
        let (engine, bytes) = (self.shared.engine.clone(), component.to_vec());
        // A compile that hangs keeps its thread; the person is not kept waiting with it.
        thread::spawn(move || sender.send(Component::from_binary(&engine, &bytes)));
        match receiver.recv_timeout(limit) {
            Ok(Ok(component)) => Ok(component),
            Ok(Err(error)) => Err(RuntimeError::NotAComponent { reason: format!("{error:#}") }),
            Err(_) => Err(RuntimeError::CompileTimedOut { seconds: limit.as_secs() }),
        }
    }

    #[expect(unsafe_code, reason = "the code was written by this device and its seal was checked")]
    fn load_cached(&self, name: &str) -> Option<Component> {
        let code = self.cache.as_ref()?.load(name)?;
        // SAFETY: `CompiledCache::load` gives only bytes that this device sealed after compiling them itself, under a
        // name that holds the engine's version and settings.
        unsafe { Component::deserialize(&self.shared.engine, code) }.ok()
    }

    fn component(&self, component: &[u8], sha256: &str, limit: Duration) -> Result<Component, RuntimeError> {
        let name = self.cache_name(sha256);
        if let Some(cached) = self.load_cached(&name) {
            return Ok(cached);
        }
        let compiled = self.compile_bounded(component, limit)?;
        if let Some(cache) = &self.cache
            && let Err(error) =
                compiled.serialize().map_err(std::io::Error::other).and_then(|code| cache.keep(&name, &code))
        {
            tracing::warn!(%error, "compiled mini-app could not be kept");
        }
        Ok(compiled)
    }

    /// Compiled, shown to import nothing, and ready to be instantiated.
    fn prepare(
        &self,
        component: &[u8],
        sha256: &str,
        size: Size,
        standard: Standard,
    ) -> Result<InstancePre<Limits>, RuntimeError> {
        if component.len() as u64 > size.most_bytes {
            return Err(RuntimeError::TooLarge { bytes: component.len(), limit: size.most_bytes });
        }
        self.check(&self.component(component, sha256, size.compile_limit)?, standard)
    }

    fn check(&self, compiled: &Component, standard: Standard) -> Result<InstancePre<Limits>, RuntimeError> {
        if let Some(name) = first_import(&self.shared.engine, compiled) {
            return Err(RuntimeError::HasImport { name });
        }
        if let Some(name) = first_later_export(&self.shared.engine, compiled, standard) {
            let reason = format!("it exports {name}, which is of a later version than its manifest names");
            return Err(RuntimeError::WrongWorld { standard, reason });
        }
        Linker::<Limits>::new(&self.shared.engine).instantiate_pre(compiled).map_err(wrong(standard))
    }

    fn new_interpreter(&self, pre: InstancePre<Limits>) -> Result<WasmtimeInterpreter, RuntimeError> {
        since_1_0::ScriptedPre::new(pre.clone()).map_err(wrong(Standard::V1_0))?;
        let app = since_1_0::MiniAppPre::new(pre).map_err(wrong(Standard::V1_0))?;
        Ok(WasmtimeInterpreter { shared: self.shared.clone(), app })
    }
}

/// How large a component may be, and how long compiling it may take.
#[derive(Clone, Copy)]
struct Size {
    most_bytes: u64,
    compile_limit: Duration,
}

const COMPONENT: Size = Size { most_bytes: limits::BUNDLE_BYTES, compile_limit: COMPILE_LIMIT };
/// A component with its names and lines.
const WITH_LINES: Size = Size { most_bytes: 64 << 20, compile_limit: COMPILE_LIMIT };
const INTERPRETER: Size =
    Size { most_bytes: limits::INTERPRETER_BYTES, compile_limit: INTERPRETER_COMPILE_LIMIT };

fn wrong(standard: Standard) -> impl Fn(wasmtime::Error) -> RuntimeError {
    move |error| RuntimeError::WrongWorld { standard, reason: format!("{error:#}") }
}

impl Engine for WasmtimeEngine {
    fn name(&self) -> &'static str {
        match self.backend {
            Backend::Native => "wasmtime-native",
            Backend::Pulley => "wasmtime-pulley",
        }
    }

    fn compile(
        &self,
        component: &[u8],
        sha256: &str,
        standard: Standard,
    ) -> Result<Arc<dyn Program>, RuntimeError> {
        let size = if self.shared.purpose == Purpose::Development { WITH_LINES } else { COMPONENT };
        let pre = self.prepare(component, sha256, size, standard)?;
        // Every 1.x exports all of 1.0 as it is; what a version adds is bound beside it.
        let app = since_1_0::MiniAppPre::new(pre.clone()).map_err(wrong(standard))?;
        match standard {
            Standard::V1_0 => {}
            Standard::V1_1 => drop(since_1_1::WidgetedPre::new(pre).map_err(wrong(standard))?),
        }
        Ok(Arc::new(WasmtimeProgram { shared: self.shared.clone(), app, standard, script: None }))
    }

    fn compile_interpreter(
        &self,
        component: &[u8],
        sha256: &str,
    ) -> Result<Arc<dyn Interpreter>, RuntimeError> {
        let mut known = self.interpreters.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(interpreter) = known.get(sha256) {
            return Ok(interpreter.clone());
        }
        let pre = self.prepare(component, sha256, INTERPRETER, Standard::V1_0)?;
        let interpreter = Arc::new(self.new_interpreter(pre)?);
        known.insert(sha256.to_owned(), interpreter.clone());
        Ok(interpreter)
    }

    fn interpreter(&self, sha256: &str) -> Option<Arc<dyn Interpreter>> {
        let mut known = self.interpreters.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(interpreter) = known.get(sha256) {
            return Some(interpreter.clone());
        }
        let compiled = self.load_cached(&self.cache_name(sha256))?;
        let interpreter =
            Arc::new(self.check(&compiled, Standard::V1_0).and_then(|pre| self.new_interpreter(pre)).ok()?);
        known.insert(sha256.to_owned(), interpreter.clone());
        Some(interpreter)
    }
}

/// The first thing that a component imports. Interfaces that hold only types are names, not imports: they stand in
/// the component because its exports mention them, and nothing can be called through them.
fn first_import(engine: &wasmtime::Engine, component: &Component) -> Option<String> {
    let component_type = component.component_type();
    component_type.imports(engine).find_map(|(name, item)| match item.ty {
        ComponentItem::ComponentInstance(instance) => instance
            .exports(engine)
            .find(|(_, item)| !matches!(item.ty, ComponentItem::Type(_)))
            .map(|(inner, _)| format!("{name}/{inner}")),
        ComponentItem::Type(_) => None,
        _ => Some(name.to_owned()),
    })
}

/// The first interface of the standard among a component's exports that is of a later version than `standard`: what a manifest
/// says of its component must be true, or a reviewer reads one thing and another runs.
fn first_later_export(
    engine: &wasmtime::Engine,
    component: &Component,
    standard: Standard,
) -> Option<String> {
    let is_later = |name: &str| {
        let version = name
            .strip_prefix("fingertip:mini-app/")
            .and_then(|rest| rest.rsplit_once('@'))
            .map(|(_, version)| version);
        // A version of the WIT has a third number, which no manifest names.
        let two = version.and_then(|version| version.rsplit_once('.')).map(|(two, _)| two);
        two.is_some_and(|two| Standard::named(two).is_none_or(|own| own > standard))
    };
    component.component_type().exports(engine).map(|(name, _)| name.to_owned()).find(|name| is_later(name))
}

/// What one guest may have.
struct Limits {
    most_memory_bytes: usize,
    memory_bytes: usize,
    was_refused: bool,
}

impl ResourceLimiter for Limits {
    fn memory_growing(
        &mut self,
        _current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        if desired > self.most_memory_bytes {
            self.was_refused = true;
            wasmtime::bail!("memory limit");
        }
        self.memory_bytes = self.memory_bytes.max(desired);
        Ok(true)
    }

    fn table_growing(
        &mut self,
        _current: usize,
        desired: usize,
        _maximum: Option<usize>,
    ) -> wasmtime::Result<bool> {
        if desired > limits::TABLE_ELEMENTS {
            self.was_refused = true;
            wasmtime::bail!("table limit");
        }
        Ok(true)
    }

    fn instances(&self) -> usize {
        16
    }
    fn tables(&self) -> usize {
        16
    }
    fn memories(&self) -> usize {
        2
    }
}

struct WasmtimeInterpreter {
    shared: Arc<Shared>,
    app: since_1_0::MiniAppPre<Limits>,
}

impl Interpreter for WasmtimeInterpreter {
    fn program(&self, name: &str, source: Arc<str>) -> Arc<dyn Program> {
        let script = Script { name: name.to_owned(), source };
        Arc::new(WasmtimeProgram {
            shared: self.shared.clone(),
            app: self.app.clone(),
            standard: Standard::V1_0,
            script: Some(script),
        })
    }
}

struct Script {
    name: String,
    source: Arc<str>,
}

struct WasmtimeProgram {
    shared: Arc<Shared>,
    app: since_1_0::MiniAppPre<Limits>,
    standard: Standard,
    /// What an interpreter is to load; none for a component that is the mini-app itself.
    script: Option<Script>,
}

impl Program for WasmtimeProgram {
    fn open(&self) -> Result<Box<dyn Instance>, RuntimeError> {
        let most_memory_bytes =
            if self.script.is_some() { limits::INTERPRETER_MEMORY_BYTES } else { limits::MEMORY_BYTES };
        let mut store = Store::new(
            &self.shared.engine,
            Limits { most_memory_bytes, memory_bytes: 0, was_refused: false },
        );
        store.limiter(|limits| limits);
        store.set_hostcall_fuel(limits::HOSTCALL_BYTES);
        let _running = self.shared.watchdog.enter();
        arm(&mut store, self.shared.purpose);
        match self.start(&mut store) {
            Ok(Ok(started)) => Ok(Box::new(WasmtimeInstance { shared: self.shared.clone(), store, started })),
            Ok(Err(reason)) => Err(thrown(reason, |reason| RuntimeError::ScriptRefused { reason })),
            Err(error) => Err(classify(&error, store.data())),
        }
    }
}

/// The parts of an instance.
struct Started {
    /// The mini-app.
    guest: since_1_0::MiniApp,
    /// What makes its cards; none before 1.1.
    widgets: Option<since_1_1::Widgeted>,
    /// The interpreter that plays it.
    script: Option<since_1_0::Scripted>,
}

impl WasmtimeProgram {
    /// An instance with its script loaded, or what the script has against it.
    fn start(&self, store: &mut Store<Limits>) -> wasmtime::Result<Result<Started, String>> {
        let instance = self.app.instance_pre().instantiate(&mut *store)?;
        let guest = since_1_0::MiniApp::new(&mut *store, &instance)?;
        let widgets = match self.standard {
            Standard::V1_0 => None,
            Standard::V1_1 => Some(since_1_1::Widgeted::new(&mut *store, &instance)?),
        };
        let Some(Script { name, source }) = &self.script else {
            return Ok(Ok(Started { guest, widgets, script: None }));
        };
        let script = since_1_0::Scripted::new(&mut *store, &instance)?;
        let loaded = script.fingertip_mini_app_script().call_load(&mut *store, name, source)?;
        Ok(loaded.map(|()| Started { guest, widgets, script: Some(script) }))
    }
}

struct WasmtimeInstance {
    shared: Arc<Shared>,
    store: Store<Limits>,
    started: Started,
}

impl Instance for WasmtimeInstance {
    fn update(&mut self, event: &Event) -> Result<Step, RuntimeError> {
        let event = event.clone().lift();
        let _running = self.shared.watchdog.enter();
        arm(&mut self.store, self.shared.purpose);
        match self.started.guest.fingertip_mini_app_app().call_update(&mut self.store, &event) {
            // Only an empty step may stand for a failure, so only then it is worth asking.
            Ok(step) if step.view.is_none() && step.words.is_empty() && step.requests.is_empty() => {
                self.check_script().map(|()| step.lift())
            }
            Ok(step) => Ok(step.lift()),
            Err(error) => Err(classify(&error, self.store.data())),
        }
    }

    fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        let _running = self.shared.watchdog.enter();
        arm(&mut self.store, self.shared.purpose);
        match self.started.guest.fingertip_mini_app_app().call_save(&mut self.store) {
            Ok(saved) if saved.len() > limits::SAVED_BYTES => {
                Err(RuntimeError::SavedTooLarge { bytes: saved.len() })
            }
            Ok(saved) if saved.is_empty() => self.check_script().map(|()| saved),
            Ok(saved) => Ok(saved),
            Err(error) => Err(classify(&error, self.store.data())),
        }
    }

    fn show_widget(&mut self, ask: &WidgetAsk) -> Result<Option<Widget>, RuntimeError> {
        let Some(widgets) = &self.started.widgets else {
            let reason = "it is asked for a widget, which this version does not have".to_owned();
            return Err(RuntimeError::WrongWorld { standard: Standard::V1_0, reason });
        };
        let ask = ask.clone().lift();
        let _running = self.shared.watchdog.enter();
        arm(&mut self.store, self.shared.purpose);
        match widgets.fingertip_mini_app1_1_0_widgets().call_show(&mut self.store, &ask) {
            Ok(widget) => Ok(widget.lift()),
            Err(error) => Err(classify(&error, self.store.data())),
        }
    }

    fn used(&self) -> Used {
        let fuel = self.store.get_fuel().ok().map(|left| FUEL - left);
        Used { memory_bytes: self.store.data().memory_bytes, fuel }
    }
}

impl WasmtimeInstance {
    /// An error if the script threw in the call before.
    fn check_script(&mut self) -> Result<(), RuntimeError> {
        let Some(script) = &self.started.script else { return Ok(()) };
        match script.fingertip_mini_app_script().call_failure(&mut self.store) {
            Ok(None) => Ok(()),
            Ok(Some(reason)) => Err(thrown(reason, |reason| RuntimeError::ScriptThrew { reason })),
            Err(error) => Err(classify(&error, self.store.data())),
        }
    }
}

/// What the words of a script mean: an interpreter that finds no more room throws so itself.
fn thrown(reason: String, otherwise: impl FnOnce(String) -> RuntimeError) -> RuntimeError {
    if reason.contains("out of memory") { RuntimeError::OutOfMemory } else { otherwise(reason) }
}

/// What a metered call starts with: more than any call can burn before the clock ends it.
const FUEL: u64 = u64::MAX / 2;

/// Gives the next call its wall-clock time, and its fuel where that is counted.
fn arm(store: &mut Store<Limits>, purpose: Purpose) {
    if purpose == Purpose::Metering {
        // Only an engine without metering refuses it.
        let _ = store.set_fuel(FUEL);
    }
    let ticks = limits::STEP_HARD.as_millis() / TICK.as_millis();
    store.set_epoch_deadline(u64::try_from(ticks).unwrap_or(100));
}

fn classify(error: &wasmtime::Error, limits: &Limits) -> RuntimeError {
    if limits.was_refused {
        return RuntimeError::OutOfMemory;
    }
    match error.downcast_ref::<Trap>() {
        Some(Trap::Interrupt) => RuntimeError::TimedOut,
        Some(trap) => RuntimeError::Trapped { reason: source::with_place(trap.to_string(), error) },
        None => match format!("{error:#}") {
            // The engine has no error type for it; the words are its own and covered by a test.
            words if words.contains("fuel allocated for hostcalls") || words.contains("too much data") => {
                RuntimeError::TooMuchData
            }
            words => RuntimeError::Trapped { reason: words },
        },
    }
}
