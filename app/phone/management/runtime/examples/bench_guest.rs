//! Times guests: compiled without a cache, opened until the first checked view, and updated; with their size and memory.
//! Run by `cargo xtask bench guest`. Each argument is `NAME=COMPONENT`, or `NAME=SCRIPT@ENGINE` for a script.

use std::{sync::Arc, time::Instant};

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, Engine, MiniApp, Program, Stepped, WasmtimeEngine};
use fingertip_standard::{
    Standard,
    events::{Event, Launch},
};

const RUNS: usize = 100;

fn main() -> Result<()> {
    for (backend_name, backend) in [("native", Backend::Native), ("pulley", Backend::Pulley)] {
        for guest in std::env::args().skip(1) {
            let (name, path) = guest.split_once('=').context("NAME=PATH")?;
            let engine = WasmtimeEngine::new(backend, None)?;
            let program = compiled(&engine, backend_name, name, path)?;
            measure(&*program, backend_name, name).with_context(|| format!("{name} on {backend_name}"))?;
        }
    }
    Ok(())
}

/// The program, compiled afresh. For a script that is its interpreter, which all scripts share.
fn compiled(engine: &WasmtimeEngine, backend: &str, name: &str, path: &str) -> Result<Arc<dyn Program>> {
    let say = |what: &str, value: f64| println!("{backend} {name} {what} {value:.4}");
    let Some((script, interpreter)) = path.split_once('@') else {
        let component = std::fs::read(path)?;
        let began = Instant::now();
        let program = engine.compile(&component, name, Standard::V1_0)?;
        say("compile_ms", ms(began));
        say("bytes", component.len() as f64);
        return Ok(program);
    };
    let source = std::fs::read_to_string(script)?;
    let component = std::fs::read(interpreter)?;
    let began = Instant::now();
    let interpreter = engine.compile_interpreter(&component, name)?;
    say("compile_ms", ms(began));
    say("bytes", source.len() as f64);
    say("engine_bytes", component.len() as f64);
    Ok(interpreter.program("app.js", source.into()))
}

fn measure(program: &dyn Program, backend: &str, name: &str) -> Result<()> {
    for run in 0..RUNS {
        let began = Instant::now();
        let (mut app, step) = MiniApp::launch(program, Launch::example("en"))?;
        println!("{backend} {name} first_view_ms {:.4}", ms(began));
        anyhow::ensure!(step.get().view.as_ref().is_some_and(|view| !view.nodes.is_empty()), "no view");
        // One change of language draws the page anew: an event in, a whole checked view out.
        let began = Instant::now();
        let answered = app.update(&Event::LanguageChanged("zh-Hans".into()))?;
        println!("{backend} {name} update_ms {:.4}", ms(began));
        anyhow::ensure!(matches!(answered, Stepped::Step(_)), "no step");
        if run == 0 {
            println!("{backend} {name} memory_bytes {}", app.used().memory_bytes);
        }
    }
    Ok(())
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}
