//! What a step may cost, how deep it may go, what it may have and how much code it may be: the same on every engine.

mod common;

use anyhow::{Context, Result};
use common::{guest, guest_ending, with_more};
use fingertip_runtime::{Backend, Engine, MiniApp, RuntimeError, WasmtimeEngine};
use fingertip_standard::{Standard, events::Launch, limits};

const BACKENDS: [Backend; 2] = [Backend::Native, Backend::Pulley];

/// How `component` ends on `engine`; none of these guests lives.
fn ended(engine: &WasmtimeEngine, component: &[u8]) -> Result<RuntimeError> {
    let program = match engine.compile(component, "guest", Standard::V1_0) {
        Ok(program) => program,
        Err(error) => return Ok(error),
    };
    MiniApp::launch(&*program, Launch::example("en")).err().context("the guest must be ended")
}

/// A guest that takes so many square roots and then traps.
fn roots(count: u32) -> Result<Vec<u8>> {
    let body = format!(
        "(global.set $n (i32.const {count}))
         (loop $more (global.set $f (f64.sqrt (global.get $f))) (global.set $n (i32.sub (global.get $n) (i32.const 1)))
           (br_if $more (global.get $n)))
         unreachable"
    );
    guest(&body, "(global $n (mut i32) (i32.const 0)) (global $f (mut f64) (f64.const 2))")
}

/// The first count from `low` to `high` at which `fails`, if it does for all above as well.
fn first(mut low: u32, mut high: u32, fails: impl Fn(u32) -> Result<bool>) -> Result<u32> {
    while low < high {
        let middle = low + (high - low) / 2;
        if fails(middle)? {
            high = middle;
        } else {
            low = middle + 1;
        }
    }
    Ok(low)
}

#[test]
fn the_same_step_ends_on_every_engine_and_one_less_on_none() -> Result<()> {
    let native = WasmtimeEngine::new(Backend::Native, None)?;
    let is_over = |engine: &WasmtimeEngine, count| {
        Ok(matches!(ended(engine, &roots(count)?)?, RuntimeError::OutOfWork { .. }))
    };
    let most = first(1, 10_000_000, |count| is_over(&native, count))?;
    for backend in BACKENDS {
        let engine = WasmtimeEngine::new(backend, None)?;
        assert!(is_over(&engine, most)?, "{backend:?}: {most} roots are over the budget");
        assert!(!is_over(&engine, most - 1)?, "{backend:?}: {} roots are inside", most - 1);
        // The gate says no long before.
        let gate = WasmtimeEngine::for_gate(backend, None)?;
        assert!(is_over(&gate, most / 2 + 1)?, "{backend:?}: the gate gives half");
        assert!(!is_over(&gate, most / 2 - 1)?, "{backend:?}: the gate gives half");
    }
    Ok(())
}

/// A guest whose function with nine parameters calls itself so often, comes back and traps.
fn deep(count: u32) -> Result<Vec<u8>> {
    let body = format!(
        "(drop (call $deep (i32.const {count}) (i32.const 2) (i32.const 3) (i32.const 4) (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 8) (i32.const 9)))
         unreachable"
    );
    let more = "(func $deep (param i32 i32 i32 i32 i32 i32 i32 i32 i32) (result i32)
        (if (result i32) (local.get 0)
          (then (i32.add (local.get 8) (call $deep (i32.sub (local.get 0) (i32.const 1)) (local.get 2) (local.get 3) (local.get 4)
            (local.get 5) (local.get 6) (local.get 7) (local.get 8) (local.get 1))))
          (else (local.get 1))))";
    guest_ending(&body, more)
}

fn depth(engine: &WasmtimeEngine) -> Result<u32> {
    first(1, 200_000, |count| {
        let error = ended(engine, &deep(count)?)?;
        Ok(matches!(&error, RuntimeError::Trapped { reason } if reason.contains("stack exhausted")))
    })
}

#[test]
fn what_the_gate_lets_go_deep_has_room_on_every_engine() -> Result<()> {
    let (mut gate, mut in_use) = (Vec::new(), Vec::new());
    for backend in BACKENDS {
        gate.push(depth(&WasmtimeEngine::for_gate(backend, None)?)?);
        in_use.push(depth(&WasmtimeEngine::new(backend, None)?)?);
    }
    let (most, least) = (gate.iter().max().copied(), in_use.iter().min().copied());
    assert!(
        most.zip(least).is_some_and(|(gate, in_use)| gate * 2 < in_use),
        "gate {gate:?}, in use {in_use:?}"
    );
    Ok(())
}

#[test]
fn all_memories_of_a_guest_keep_the_one_limit() -> Result<()> {
    let pages = u32::try_from(limits::MEMORY_BYTES >> 16)?;
    for backend in BACKENDS {
        let engine = WasmtimeEngine::new(backend, None)?;
        for (first, second, is_over) in
            [(pages / 4, pages / 4, false), (pages / 2, pages / 2 + 1, true), (1, pages, true)]
        {
            let body = format!(
                "(drop (memory.grow 0 (i32.const {first}))) (drop (memory.grow $second (i32.const {second}))) unreachable"
            );
            let error = ended(&engine, &guest_ending(&body, "(memory $second 0)")?)?;
            let expected = if is_over { "OutOfMemory" } else { "Trapped" };
            assert!(format!("{error:?}").starts_with(expected), "{backend:?} {first} {second}: {error:?}");
        }
    }
    Ok(())
}

#[test]
fn memories_and_tables_of_all_modules_count_together() -> Result<()> {
    let half = (limits::MEMORY_BYTES >> 16) / 2 + 1;
    let elements = limits::TABLE_ELEMENTS / 2 + 1;
    for backend in BACKENDS {
        let engine = WasmtimeEngine::new(backend, None)?;
        for (module, instances, is_over) in [
            (format!("(memory {half})"), 1, false),
            (format!("(memory {})", half * 2), 1, true),
            (format!("(table {elements} funcref)"), 1, false),
            (format!("(table {elements} funcref)"), 2, true),
            // More of them than there may be, however small.
            ("(table 1 funcref)".to_owned(), limits::TABLES + 1, true),
        ] {
            let more = format!(
                "(core module $more {module}) {}",
                "(core instance (instantiate $more))".repeat(instances)
            );
            let error = ended(&engine, &with_more(&guest("unreachable", "")?, &more)?)?;
            let trapped =
                matches!(&error, RuntimeError::Trapped { reason } if reason.contains("unreachable"));
            assert_eq!(!trapped, is_over, "{backend:?} {module}: {error:?}");
        }
    }
    Ok(())
}

/// Modules of a few kilobytes that keep a compiler busy for minutes, or would be made by the thousand.
fn bombs() -> Vec<(&'static str, String)> {
    let function = |locals: &str, body: &str| {
        format!("(core module (memory 1) (table $t 9 funcref) (func (param $a i32) {locals} {body}))")
    };
    let locals = |n: usize| (0..n).map(|at| format!("(local $l{at} i32)")).collect::<String>();
    let sums = |n: usize| {
        (0..n)
            .map(|at| format!("(local.set $l{at} (i32.add (local.get $l{at}) (local.get $a)))"))
            .collect::<String>()
    };
    let wide = "i32 ".repeat(900);
    vec![
        ("bytes in one function", function("", &"(drop (i32.load (local.get $a)))".repeat(20_000))),
        (
            "locals in one function",
            function("(local i64) ", "").replace("(local i64)", &"(local i64) ".repeat(501)),
        ),
        (
            "loops inside each other",
            function(
                &locals(300),
                &format!("{}{}{}", "(loop ".repeat(190), sums(300), "(br_if 0 (local.get $a)))".repeat(190)),
            ),
        ),
        (
            "jumps in one function",
            function("", &"(table.set $t (local.get $a) (table.get $t (local.get $a)))".repeat(4000)),
        ),
        (
            "values at jumps of one function",
            function(
                &locals(400),
                &"(block (br_if 0 (local.get $a)) (local.set $l7 (local.get $a)))".repeat(1000),
            ),
        ),
        (
            "parameters and results",
            format!("(core module (func (param i32) (block (result {wide}) unreachable) unreachable))"),
        ),
        ("functions", format!("(core module {})", "(func)".repeat(5001))),
        ("items", format!("(core module {})", "(global i32 (i32.const 0))".repeat(10_001))),
        ("core modules", "(core module)".repeat(9)),
        ("inner components", "(component)".repeat(17)),
        // Twice at each of sixteen levels would be 65,536 copies.
        (
            "instances of inner components",
            "(component $a (component $b) (instance (instantiate $b)) (instance (instantiate $b)))"
                .to_owned(),
        ),
        (
            "jumps",
            format!(
                "(core module {})",
                format!("(func (param i32) {})", "(block (br_if 0 (local.get 0)))".repeat(1600)).repeat(13)
            ),
        ),
    ]
}

#[test]
fn code_that_keeps_a_compiler_busy_is_refused_before_it_is_compiled() -> Result<()> {
    for backend in BACKENDS {
        let engine = WasmtimeEngine::new(backend, None)?;
        for (what, bomb) in bombs() {
            let component = wat::parse_str(format!("(component {bomb})")).with_context(|| what.to_owned())?;
            assert!(component.len() as u64 <= limits::BUNDLE_BYTES, "{what}");
            let error = engine.compile(&component, what, Standard::V1_0).err().context(what)?;
            assert!(error.to_string().contains(what), "{what}: {error}");
            assert!(matches!(error, RuntimeError::TooMuchCode { .. }), "{what}: {error:?}");
        }
    }
    Ok(())
}

#[test]
fn a_body_that_claims_billions_of_locals_is_refused() -> Result<()> {
    // One function whose ten bytes of body declare 4,000,000,000 locals.
    let module: &[u8] = &[
        0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 10, 11, 1, 9, 1, 0x80, 0xd0, 0xac,
        0xf3, 0x0e, 0x7f, 0x0b,
    ];
    let mut component = b"\0asm\x0d\0\x01\0\x01".to_vec();
    component.push(u8::try_from(module.len())?);
    component.extend(module);
    let engine = WasmtimeEngine::new(Backend::Native, None)?;
    let error = engine.compile(&component, "locals", Standard::V1_0).err().context("refused")?;
    assert!(
        matches!(error, RuntimeError::TooMuchCode { .. } | RuntimeError::NotAComponent { .. }),
        "{error:?}"
    );
    Ok(())
}
