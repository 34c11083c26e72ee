//! Runs mini-apps: components that import nothing, or scripts on an interpreter that is such a component; inside limits,
//! one step at a time.
//!
//! It promises that nothing a guest does reaches further than its own memory: a loop, a memory eater, a trap or a
//! malformed view ends that guest with a [`RuntimeError`] and nothing else. It never decides on a request and never
//! touches the network or the person's data. Start reading at [`MiniApp`], then [`Engine`].

mod cache;
mod engine;
mod error;
mod mini_app;
mod room;
mod scan;
mod settings;
mod since_1_0;
mod since_1_1;
mod source;
mod wasmtime_engine;
mod wasmtime_program;
mod widget;

pub use cache::CompiledCache;
pub use engine::{Engine, Instance, Interpreter, Program, Used};
pub use error::RuntimeError;
pub use mini_app::{MiniApp, Stepped};
#[doc(hidden)]
pub use scan::code;
#[doc(hidden)]
pub use settings::{Counting, config};
pub use wasmtime_engine::{Backend, WasmtimeEngine};
pub use widget::show_widget;
