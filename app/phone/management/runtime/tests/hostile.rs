//! Guests that mean harm, made from the smallest module that fits the world by changing its text.

mod common;

use std::sync::Arc;

use anyhow::{Context, Result};
use common::guest;
use fingertip_runtime::{Backend, CompiledCache, Engine, MiniApp, Program, RuntimeError, WasmtimeEngine};
use fingertip_standard::{Standard, events::Launch};

fn run(component: &[u8], backend: Backend) -> Result<RuntimeError> {
    let engine = WasmtimeEngine::new(backend, None)?;
    let program: Arc<dyn Program> = match engine.compile(component, "hostile", Standard::V1_0) {
        Ok(program) => program,
        Err(error) => return Ok(error),
    };
    MiniApp::launch(&*program, Launch::example("en")).err().context("the guest must be ended")
}

#[test]
fn a_trap_ends_the_guest() -> Result<()> {
    for backend in [Backend::Native, Backend::Pulley] {
        let error = run(&guest("unreachable", "")?, backend)?;
        assert!(matches!(error, RuntimeError::Trapped { .. }), "{backend:?}: {error:?}");
    }
    Ok(())
}

#[test]
fn a_loop_is_ended_by_its_work() -> Result<()> {
    for backend in [Backend::Native, Backend::Pulley] {
        let error = run(&guest("(loop $for-ever (br $for-ever)) unreachable", "")?, backend)?;
        assert!(matches!(error, RuntimeError::OutOfWork { .. }), "{backend:?}: {error:?}");
    }
    Ok(())
}

#[test]
fn a_memory_eater_is_ended() -> Result<()> {
    let eat = "(loop $more (drop (memory.grow (i32.const 16))) (br $more)) unreachable";
    for backend in [Backend::Native, Backend::Pulley] {
        let error = run(&guest(eat, "")?, backend)?;
        assert!(matches!(error, RuntimeError::OutOfMemory), "{backend:?}: {error:?}");
    }
    Ok(())
}

#[test]
fn a_component_with_any_import_is_refused() -> Result<()> {
    let engine = WasmtimeEngine::new(Backend::Native, None)?;
    for import in
        [r#"(import "clock" (func))"#, r#"(import "host:files/all" (instance (export "open" (func))))"#]
    {
        let component = wat::parse_str(format!("(component {import})"))?;
        let error = engine.compile(&component, "importing", Standard::V1_0).err().context("refused")?;
        assert!(matches!(error, RuntimeError::HasImport { .. }), "{error:?}");
    }
    Ok(())
}

#[test]
fn what_is_no_mini_app_is_refused() -> Result<()> {
    let engine = WasmtimeEngine::new(Backend::Native, None)?;
    assert!(matches!(
        engine.compile(b"nonsense", "a", Standard::V1_0).err(),
        Some(RuntimeError::NotAComponent { .. })
    ));
    assert!(matches!(
        engine.compile(&wat::parse_str("(component)")?, "b", Standard::V1_0).err(),
        Some(RuntimeError::WrongWorld { .. })
    ));
    assert!(matches!(
        engine.compile(&vec![0; 3 << 20], "c", Standard::V1_0).err(),
        Some(RuntimeError::TooLarge { .. })
    ));
    Ok(())
}

#[test]
fn a_compiled_mini_app_is_taken_from_the_cache() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("fingertip-runtime-{}", std::process::id()));
    let component = guest("unreachable", "")?;
    for _ in 0..2 {
        let engine = WasmtimeEngine::new(Backend::Native, Some(CompiledCache::new(&folder, [1; 32])))?;
        let program = engine.compile(&component, "cached", Standard::V1_0)?;
        assert!(matches!(
            MiniApp::launch(&*program, Launch::example("en")),
            Err(RuntimeError::Trapped { .. })
        ));
        assert_eq!(std::fs::read_dir(&folder)?.count(), 1);
    }
    std::fs::remove_dir_all(folder)?;
    Ok(())
}

#[test]
fn the_gate_runs_the_code_that_devices_run() -> Result<()> {
    let folder = std::env::temp_dir().join(format!("fingertip-runtime-gate-{}", std::process::id()));
    let component = guest("unreachable", "")?;
    let cache = || Some(CompiledCache::new(&folder, [1; 32]));
    for engine in
        [WasmtimeEngine::new(Backend::Native, cache())?, WasmtimeEngine::for_gate(Backend::Native, cache())?]
    {
        engine.compile(&component, "same", Standard::V1_0)?;
    }
    assert_eq!(std::fs::read_dir(&folder)?.count(), 1);
    std::fs::remove_dir_all(folder)?;
    Ok(())
}
