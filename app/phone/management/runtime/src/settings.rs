//! How wasmtime is set up: the same for every purpose, so that the same steps cost the same and end the same.

use fingertip_standard::{
    limits,
    work::{self, Class},
};
use wasmtime::{Config, OperatorCost};

use crate::{Backend, RuntimeError};

/// What a step is bounded by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Counting {
    /// Its work, as every guest's.
    Work,
    /// The clock, as before work was counted: for the bench that measures what counting costs.
    Clock,
}

/// wasmtime's settings.
///
/// # Errors
/// [`RuntimeError::Engine`] when this device does not support the backend.
pub fn config(backend: Backend, counting: Counting) -> Result<Config, RuntimeError> {
    let mut config = Config::new();
    if backend == Backend::Pulley {
        let target = if cfg!(target_pointer_width = "64") { "pulley64" } else { "pulley32" };
        config.target(target).map_err(|error| RuntimeError::Engine { reason: error.to_string() })?;
    }
    config
        // No clock besides: each instruction has its price, so work bounds time as well, and looking at two of them costs twice.
        .consume_fuel(counting == Counting::Work)
        .epoch_interruption(counting == Counting::Clock)
        .operator_cost(costs())
        .concurrency_support(false)
        // The same events give the same steps on every processor.
        .cranelift_nan_canonicalization(true)
        .relaxed_simd_deterministic(true)
        .wasm_memory64(false)
        .max_wasm_stack(limits::STACK_BYTES)
        // Room for what a guest may have, not the gigabytes that a phone's address space may lack.
        .memory_reservation(limits::INTERPRETER_MEMORY_BYTES as u64)
        .memory_reservation_for_growth(0)
        // Nor does it ever need more, so code may remember where a memory begins.
        .memory_may_move(counting == Counting::Clock);
    Ok(config)
}

/// The standard's units as the engine's costs. The engine reads with the same reader, so that no instruction is left out.
fn costs() -> OperatorCost {
    let mut costs = OperatorCost::new();
    macro_rules! weigh {
        ($(@$proposal:ident $instruction:ident $({ $($argument:ident: $ty:ty),* })? => $visit:ident ($($rest:tt)*))*) => {
            $(costs.$instruction = units(stringify!($visit));)*
        };
    }
    wasmparser::for_each_operator!(weigh);
    let bulk = &mut costs.variable;
    bulk.memory_copy_per_byte = work::BYTE;
    bulk.memory_fill_per_byte = work::BYTE;
    bulk.memory_init_per_byte = work::BYTE;
    bulk.memory_grow_per_page = work::PAGE;
    bulk.table_copy_per_element = work::ELEMENT;
    bulk.table_fill_per_element = work::ELEMENT;
    bulk.table_init_per_element = work::ELEMENT;
    bulk.table_grow_per_element = work::ELEMENT;
    costs
}

/// What an instruction costs by the name that the reader's visitors have for it.
fn units(visit: &str) -> u8 {
    Class::of(visit.strip_prefix("visit_").unwrap_or(visit)).units()
}
