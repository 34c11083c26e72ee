//! Times guests: compiled without a cache, opened until the first checked view, and updated; with their size, memory and work.
//! Beside each the same on an engine that counts no work, as engines were before work was counted: the runs of the two take turns,
//! so that a busy machine is as slow for the one as for the other. Run by `cargo xtask bench guest`. Each argument is
//! `NAME=COMPONENT`, or `NAME=SCRIPT@ENGINE` for a script; `NAME+ROUTE=...` opens it at a route of its own.

use std::{sync::Arc, time::Instant};

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, Counting, Engine, MiniApp, Program, RuntimeError, Stepped, WasmtimeEngine};
use fingertip_standard::{
    Standard,
    events::{Event, Launch},
};

const RUNS: usize = 100;
/// How an engine bounds its guests, and what its figures' names begin with.
const COUNTINGS: [(&str, Counting); 2] = [("", Counting::Work), ("uncounted_", Counting::Clock)];

fn main() -> Result<()> {
    for (backend_name, backend) in [("native", Backend::Native), ("pulley", Backend::Pulley)] {
        for guest in std::env::args().skip(1) {
            let (name, path) = guest.split_once('=').context("NAME=PATH")?;
            let (name, route) = name.split_once('+').unwrap_or((name, "/"));
            let mut programs = Vec::new();
            for (prefix, counting) in COUNTINGS {
                let engine = WasmtimeEngine::counting(backend, counting)?;
                programs.push((prefix, compiled(&engine, backend_name, &format!("{name} {prefix}"), path)?));
            }
            for _ in 0..RUNS {
                for (prefix, program) in &programs {
                    let say =
                        |what: &str, value: f64| println!("{backend_name} {name} {prefix}{what} {value:.4}");
                    measure(&**program, route, say).with_context(|| format!("{name} on {backend_name}"))?;
                }
            }
        }
    }
    Ok(())
}

/// The program, compiled afresh. For a script that is its interpreter, which all scripts share. `figure` is what its figures are called.
fn compiled(engine: &WasmtimeEngine, backend: &str, figure: &str, path: &str) -> Result<Arc<dyn Program>> {
    let say = |what: &str, value: f64| println!("{backend} {figure}{what} {value:.4}");
    let Some((script, interpreter)) = path.split_once('@') else {
        let component = std::fs::read(path)?;
        // The newest version that it is of: an older one refuses it before anything else.
        for standard in Standard::ALL {
            let began = Instant::now();
            match engine.compile(&component, "component", standard) {
                Ok(program) => {
                    say("compile_ms", ms(began));
                    say("bytes", component.len() as f64);
                    return Ok(program);
                }
                Err(RuntimeError::WrongWorld { .. }) => {}
                Err(error) => return Err(error.into()),
            }
        }
        anyhow::bail!("{path} is of no version of the standard");
    };
    let source = std::fs::read_to_string(script)?;
    let component = std::fs::read(interpreter)?;
    let began = Instant::now();
    let interpreter = engine.compile_interpreter(&component, "interpreter")?;
    say("compile_ms", ms(began));
    say("bytes", source.len() as f64);
    say("engine_bytes", component.len() as f64);
    Ok(interpreter.program("app.js", source.into()))
}

fn measure(program: &dyn Program, route: &str, say: impl Fn(&str, f64)) -> Result<()> {
    let launch = Launch { route: route.to_owned(), ..Launch::example("en") };
    let began = Instant::now();
    let (mut app, step) = MiniApp::launch(program, launch)?;
    say("first_view_ms", ms(began));
    say("first_view_work", app.used().work as f64);
    anyhow::ensure!(step.get().view.as_ref().is_some_and(|view| !view.nodes.is_empty()), "no view");
    // One change of language draws the page anew: an event in, a whole checked view out.
    let began = Instant::now();
    let answered = app.update(&Event::LanguageChanged("zh-Hans".into()))?;
    say("update_ms", ms(began));
    say("update_work", app.used().work as f64);
    anyhow::ensure!(matches!(answered, Stepped::Step(_)), "no step");
    say("memory_bytes", app.used().memory_bytes as f64);
    Ok(())
}

fn ms(began: Instant) -> f64 {
    began.elapsed().as_secs_f64() * 1000.0
}
