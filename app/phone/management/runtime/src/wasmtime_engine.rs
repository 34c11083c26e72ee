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
    limits::{self, CodeLimits},
    work,
};
use wasmtime::{
    WasmBacktraceDetails,
    component::{Component, InstancePre, Linker, types::ComponentItem},
};

use crate::{
    CompiledCache, Engine, Interpreter, Program, RuntimeError,
    room::Room,
    scan,
    settings::{Counting, config},
    since_1_0, since_1_1,
    wasmtime_program::{Script, WasmtimeProgram},
};

/// How guests are run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// Machine code by Cranelift: desktops, and Android on processors of 64 bits.
    Native,
    /// The Pulley interpreter: iOS, where no program may make code; and processors of 32 bits, for which Cranelift makes none.
    Pulley,
}

impl Backend {
    /// How guests are run on the system that this program is built for.
    #[must_use]
    pub fn here() -> Self {
        Self::on(std::env::consts::OS, usize::BITS)
    }

    /// How guests are run on `system`, as [`std::env::consts::OS`] names it, with addresses of `bits` bits.
    ///
    /// The systems of Apple's phones let no program make code: <https://docs.wasmtime.dev/examples-pulley.html>. Cranelift makes it for
    /// x86-64, AArch64, s390x and riscv64.
    #[must_use]
    pub fn on(system: &str, bits: u32) -> Self {
        let may_make_code = !matches!(system, "ios" | "tvos" | "visionos" | "watchos");
        if may_make_code && bits == 64 { Self::Native } else { Self::Pulley }
    }
}

/// Compiling is not covered by the engine's own security promises. What is compiled was looked at before ([`scan`]) and ends by itself;
/// this is how long a person is kept waiting for it on a machine that hardly moves.
const COMPILE_LIMIT: Duration = Duration::from_secs(120);
/// An interpreter is a hundred times larger, and compiled once a device.
const INTERPRETER_COMPILE_LIMIT: Duration = Duration::from_secs(180);

/// What the programs and instances of one engine share.
pub(crate) struct Shared {
    pub(crate) engine: wasmtime::Engine,
    purpose: Purpose,
}

impl Shared {
    /// What one call may cost, of a script or a component.
    pub(crate) fn budget(&self, is_script: bool) -> u64 {
        let whole = if is_script { work::SCRIPT_STEP_WORK } else { work::STEP_WORK };
        if self.purpose == Purpose::Gate { whole / work::GATE_PART } else { whole }
    }
}

/// What an engine is for. All of them count the same work with the same machine code.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// A person uses mini-apps.
    Use,
    /// The quality gate: less work and less stack than in use, so that what passes has room everywhere.
    Gate,
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
        Self::make(backend, cache, Purpose::Use, Counting::Work)
    }

    /// An engine for the quality gate: with less work and less stack than any device gives, see [`work::GATE_PART`] and
    /// [`limits::GATE_STACK_BYTES`]. Its machine code is that of [`Self::new`].
    ///
    /// # Errors
    /// [`RuntimeError::Engine`] when this device does not support the backend.
    pub fn for_gate(backend: Backend, cache: Option<CompiledCache>) -> Result<Self, RuntimeError> {
        Self::make(backend, cache, Purpose::Gate, Counting::Work)
    }

    /// An engine for components that still have their names and lines (DWARF), which may make them larger than a bundle
    /// may be: a trap says where in the source it happened.
    ///
    /// # Errors
    /// [`RuntimeError::Engine`] when this device does not support the backend.
    pub fn developing(backend: Backend) -> Result<Self, RuntimeError> {
        Self::make(backend, None, Purpose::Development, Counting::Work)
    }

    /// An engine that is set up otherwise, for the bench that measures what counting costs.
    ///
    /// # Errors
    /// [`RuntimeError::Engine`] when this device does not support the backend.
    #[doc(hidden)]
    pub fn counting(backend: Backend, counting: Counting) -> Result<Self, RuntimeError> {
        Self::make(backend, None, Purpose::Use, counting)
    }

    fn make(
        backend: Backend,
        cache: Option<CompiledCache>,
        purpose: Purpose,
        counting: Counting,
    ) -> Result<Self, RuntimeError> {
        let fault = |error: wasmtime::Error| RuntimeError::Engine { reason: error.to_string() };
        let mut config = config(backend, counting)?;
        config
            .max_wasm_stack(match purpose {
                Purpose::Gate => limits::GATE_STACK_BYTES,
                Purpose::Use | Purpose::Development => limits::STACK_BYTES,
            })
            .wasm_backtrace_details(match purpose {
                Purpose::Development => WasmBacktraceDetails::Enable,
                Purpose::Use | Purpose::Gate => WasmBacktraceDetails::Disable,
            });
        let engine = wasmtime::Engine::new(&config).map_err(fault)?;
        let shared = Arc::new(Shared { engine, purpose });
        Ok(Self { shared, backend, cache, interpreters: Mutex::default() })
    }

    /// Where the compiled form of a component is kept: by its hash, the engine's version and its settings.
    fn cache_name(&self, sha256: &str) -> String {
        let mut hasher = DefaultHasher::new();
        self.shared.engine.precompile_compatibility_hash().hash(&mut hasher);
        format!("{sha256}-{:?}-{:016x}", self.backend, hasher.finish()).to_lowercase()
    }

    fn compile_bounded(&self, component: &[u8], size: Size) -> Result<Component, RuntimeError> {
        scan::code(component, &size.code)?;
        let limit = size.compile_limit;
        let (sender, receiver) = mpsc::channel();
        let (engine, bytes) = (self.shared.engine.clone(), component.to_vec());
        // It keeps its thread until it ends; the person is not kept waiting with it.
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

    fn component(&self, component: &[u8], sha256: &str, size: Size) -> Result<Component, RuntimeError> {
        let name = self.cache_name(sha256);
        if let Some(cached) = self.load_cached(&name) {
            return Ok(cached);
        }
        let compiled = self.compile_bounded(component, size)?;
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
    ) -> Result<InstancePre<Room>, RuntimeError> {
        if component.len() as u64 > size.most_bytes {
            return Err(RuntimeError::TooLarge { bytes: component.len(), limit: size.most_bytes });
        }
        self.check(&self.component(component, sha256, size)?, standard)
    }

    fn check(&self, compiled: &Component, standard: Standard) -> Result<InstancePre<Room>, RuntimeError> {
        if let Some(name) = first_import(&self.shared.engine, compiled) {
            return Err(RuntimeError::HasImport { name });
        }
        if let Some(name) = first_later_export(&self.shared.engine, compiled, standard) {
            let reason = format!("it exports {name}, which is of a later version than its manifest names");
            return Err(RuntimeError::WrongWorld { standard, reason });
        }
        Linker::<Room>::new(&self.shared.engine).instantiate_pre(compiled).map_err(wrong(standard))
    }

    fn new_interpreter(&self, pre: InstancePre<Room>) -> Result<WasmtimeInterpreter, RuntimeError> {
        since_1_0::ScriptedPre::new(pre.clone()).map_err(wrong(Standard::V1_0))?;
        let app = since_1_0::MiniAppPre::new(pre).map_err(wrong(Standard::V1_0))?;
        Ok(WasmtimeInterpreter { shared: self.shared.clone(), app })
    }
}

/// How large a component may be, how much code it may have, and how long compiling it may take.
#[derive(Clone, Copy)]
struct Size {
    most_bytes: u64,
    code: CodeLimits,
    compile_limit: Duration,
}

const COMPONENT: Size =
    Size { most_bytes: limits::BUNDLE_BYTES, code: limits::COMPONENT_CODE, compile_limit: COMPILE_LIMIT };
/// A component with its names and lines.
const WITH_LINES: Size = Size { most_bytes: 64 << 20, ..COMPONENT };
const INTERPRETER: Size = Size {
    most_bytes: limits::INTERPRETER_BYTES,
    code: limits::INTERPRETER_CODE,
    compile_limit: INTERPRETER_COMPILE_LIMIT,
};

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

struct WasmtimeInterpreter {
    shared: Arc<Shared>,
    app: since_1_0::MiniAppPre<Room>,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_system_that_lets_nobody_make_code_and_a_processor_of_32_bits_interpret() {
        for (system, bits, backend) in [
            ("ios", 64, Backend::Pulley),
            ("android", 64, Backend::Native),
            ("android", 32, Backend::Pulley),
            ("linux", 64, Backend::Native),
            ("macos", 64, Backend::Native),
        ] {
            assert_eq!(Backend::on(system, bits), backend, "{system} {bits}");
        }
        // What is chosen can be set up where it is chosen.
        assert!(WasmtimeEngine::new(Backend::here(), None).is_ok());
    }
}
