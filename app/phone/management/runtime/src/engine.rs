//! What any engine must do. The rest of the crate knows nothing else of it, so that a second engine can come.

use std::sync::Arc;

use fingertip_standard::{
    Standard,
    events::Event,
    step::Step,
    widget::{Widget, WidgetAsk},
};

use crate::RuntimeError;

/// Compiles components.
pub trait Engine: Send + Sync {
    /// Its name, for benches and the log.
    fn name(&self) -> &'static str;

    /// Compiles a verified component whose SHA-256 is `sha256`, or takes it from the engine's own cache. `standard` is the
    /// version that its manifest names: the component must be of that one and no other.
    ///
    /// # Errors
    /// [`RuntimeError`]: too large, not a component, imports something, wrong world, or compiling took too long.
    fn compile(
        &self,
        component: &[u8],
        sha256: &str,
        standard: Standard,
    ) -> Result<Arc<dyn Program>, RuntimeError>;

    /// Compiles a verified interpreter of scripts whose SHA-256 is `sha256`, or takes it from the engine's own cache. It
    /// takes seconds the first time on a device, so it is kept for as long as the engine lives.
    ///
    /// # Errors
    /// As [`Engine::compile`].
    fn compile_interpreter(
        &self,
        component: &[u8],
        sha256: &str,
    ) -> Result<Arc<dyn Interpreter>, RuntimeError>;

    /// The interpreter with this SHA-256, if this engine or its cache on this device has it compiled: nobody need fetch and
    /// read its megabytes again.
    fn interpreter(&self, sha256: &str) -> Option<Arc<dyn Interpreter>>;
}

/// A compiled interpreter: what many mini-apps share, each with an instance and a memory of its own.
pub trait Interpreter: Send + Sync {
    /// The mini-app that is the script `source`; `name` is what the script's errors call it. It is only evaluated when it
    /// is opened.
    fn program(&self, name: &str, source: Arc<str>) -> Arc<dyn Program>;
}

/// A compiled mini-app.
pub trait Program: Send + Sync {
    /// Makes a fresh instance with its own memory; a script is loaded into it.
    ///
    /// # Errors
    /// [`RuntimeError`] when the guest traps, exceeds a limit or refuses its script while it starts.
    fn open(&self) -> Result<Box<dyn Instance>, RuntimeError>;
}

/// A running mini-app. After an error it is not called again.
pub trait Instance: Send {
    /// One step. What comes back is not yet checked.
    ///
    /// # Errors
    /// [`RuntimeError`] when the guest traps or exceeds a limit.
    fn update(&mut self, event: &Event) -> Result<Step, RuntimeError>;

    /// The guest's small state.
    ///
    /// # Errors
    /// [`RuntimeError`] when the guest traps or exceeds a limit.
    fn save(&mut self) -> Result<Vec<u8>, RuntimeError>;

    /// A card for home, made by an instance that is not launched. What comes back is not yet checked.
    ///
    /// # Errors
    /// [`RuntimeError`] when the guest traps or exceeds a limit, or is of a version without widgets.
    fn show_widget(&mut self, ask: &WidgetAsk) -> Result<Option<Widget>, RuntimeError>;

    /// What the guest has used so far.
    fn used(&self) -> Used;
}

/// What a guest has used: the same on every machine, unlike time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Used {
    /// The most linear memory that it had, in bytes: all its memories together.
    pub memory_bytes: usize,
    /// What its last call cost, in the units of [`fingertip_standard::work`].
    pub work: u64,
}
