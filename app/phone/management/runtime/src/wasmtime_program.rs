//! A compiled mini-app in wasmtime, and its instances: each call with its budget of work.

use std::sync::Arc;

use fingertip_standard::{
    Standard,
    events::Event,
    limits,
    step::Step,
    widget::{Widget, WidgetAsk},
};
use wasmtime::{Store, Trap};

use crate::{
    Instance, Program, RuntimeError, Used,
    room::Room,
    since_1_0::{self, Lift},
    since_1_1, source,
    wasmtime_engine::Shared,
};

/// What an interpreter is to load.
pub(crate) struct Script {
    /// What its errors call it.
    pub(crate) name: String,
    /// Its text.
    pub(crate) source: Arc<str>,
}

/// A mini-app that can be opened.
pub(crate) struct WasmtimeProgram {
    pub(crate) shared: Arc<Shared>,
    pub(crate) app: since_1_0::MiniAppPre<Room>,
    pub(crate) standard: Standard,
    /// What an interpreter is to load; none for a component that is the mini-app itself.
    pub(crate) script: Option<Script>,
}

impl Program for WasmtimeProgram {
    fn open(&self) -> Result<Box<dyn Instance>, RuntimeError> {
        let most_memory_bytes =
            if self.script.is_some() { limits::INTERPRETER_MEMORY_BYTES } else { limits::MEMORY_BYTES };
        let mut store = Store::new(&self.shared.engine, Room::new(most_memory_bytes));
        store.limiter(|room| room);
        store.set_hostcall_fuel(limits::HOSTCALL_BYTES);
        let budget = self.shared.budget(self.script.is_some());
        arm(&mut store, budget);
        match self.start(&mut store) {
            Ok(Ok(started)) => Ok(Box::new(WasmtimeInstance { store, started, budget })),
            Ok(Err(reason)) => Err(thrown(reason, |reason| RuntimeError::ScriptRefused { reason })),
            Err(error) => Err(classify(&error, store.data(), budget)),
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
    fn start(&self, store: &mut Store<Room>) -> wasmtime::Result<Result<Started, String>> {
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
    store: Store<Room>,
    started: Started,
    /// What one call may cost.
    budget: u64,
}

impl Instance for WasmtimeInstance {
    fn update(&mut self, event: &Event) -> Result<Step, RuntimeError> {
        let event = event.clone().lift();
        arm(&mut self.store, self.budget);
        match self.started.guest.fingertip_mini_app_app().call_update(&mut self.store, &event) {
            // Only an empty step may stand for a failure, so only then it is worth asking.
            Ok(step) if step.view.is_none() && step.words.is_empty() && step.requests.is_empty() => {
                self.check_script().map(|()| step.lift())
            }
            Ok(step) => Ok(step.lift()),
            Err(error) => Err(classify(&error, self.store.data(), self.budget)),
        }
    }

    fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        arm(&mut self.store, self.budget);
        match self.started.guest.fingertip_mini_app_app().call_save(&mut self.store) {
            Ok(saved) if saved.len() > limits::SAVED_BYTES => {
                Err(RuntimeError::SavedTooLarge { bytes: saved.len() })
            }
            Ok(saved) if saved.is_empty() => self.check_script().map(|()| saved),
            Ok(saved) => Ok(saved),
            Err(error) => Err(classify(&error, self.store.data(), self.budget)),
        }
    }

    fn show_widget(&mut self, ask: &WidgetAsk) -> Result<Option<Widget>, RuntimeError> {
        let Some(widgets) = &self.started.widgets else {
            let reason = "it is asked for a widget, which this version does not have".to_owned();
            return Err(RuntimeError::WrongWorld { standard: Standard::V1_0, reason });
        };
        let ask = ask.clone().lift();
        arm(&mut self.store, self.budget);
        match widgets.fingertip_mini_app1_1_0_widgets().call_show(&mut self.store, &ask) {
            Ok(widget) => Ok(widget.lift()),
            Err(error) => Err(classify(&error, self.store.data(), self.budget)),
        }
    }

    fn used(&self) -> Used {
        // An engine that counts nothing is a bench's alone.
        let work = self.store.get_fuel().map_or(0, |left| self.budget.saturating_sub(left));
        Used { memory_bytes: self.store.data().peak_memory_bytes(), work }
    }
}

impl WasmtimeInstance {
    /// An error if the script threw in the call before.
    fn check_script(&mut self) -> Result<(), RuntimeError> {
        let Some(script) = &self.started.script else { return Ok(()) };
        match script.fingertip_mini_app_script().call_failure(&mut self.store) {
            Ok(None) => Ok(()),
            Ok(Some(reason)) => Err(thrown(reason, |reason| RuntimeError::ScriptThrew { reason })),
            Err(error) => Err(classify(&error, self.store.data(), self.budget)),
        }
    }
}

/// What the words of a script mean: an interpreter that finds no more room throws so itself.
fn thrown(reason: String, otherwise: impl FnOnce(String) -> RuntimeError) -> RuntimeError {
    if reason.contains("out of memory") { RuntimeError::OutOfMemory } else { otherwise(reason) }
}

/// Gives the next call its budget of work.
fn arm(store: &mut Store<Room>, budget: u64) {
    // Only an engine of the bench counts something else, and is given more of that than it can use.
    if store.set_fuel(budget).is_err() {
        store.set_epoch_deadline(u64::MAX / 2);
    }
}

fn classify(error: &wasmtime::Error, room: &Room, budget: u64) -> RuntimeError {
    if room.was_refused() {
        return RuntimeError::OutOfMemory;
    }
    match error.downcast_ref::<Trap>() {
        Some(Trap::OutOfFuel) => RuntimeError::OutOfWork { budget },
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
