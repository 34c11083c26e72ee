//! Scripts on the shared JavaScript engine: what they can say, and what they cannot do.

use std::sync::{Arc, LazyLock};

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, Engine, Interpreter, MiniApp, RuntimeError, Stepped, WasmtimeEngine};
use fingertip_standard::{
    events::{Event, Launch, Moment},
    words::{Entry, Value},
};

/// The engine, compiled once for each backend.
static INTERPRETERS: LazyLock<Vec<(Backend, Arc<dyn Interpreter>)>> = LazyLock::new(|| {
    let Some(component) = component() else { return Vec::new() };
    let compiled = |backend| {
        let engine = WasmtimeEngine::new(backend, None).expect("an engine");
        (backend, engine.compile_interpreter(&component, "javascript").expect("the interpreter"))
    };
    [Backend::Native, Backend::Pulley].map(compiled).into()
});

/// The JavaScript engine, which `cargo xtask guests` builds where node is installed.
fn component() -> Option<Vec<u8>> {
    let read = std::env::var_os("FINGERTIP_GUESTS")
        .and_then(|folder| std::fs::read(std::path::Path::new(&folder).join("javascript.wasm")).ok());
    if read.is_none() {
        eprintln!(
            "LEFT OUT: no JavaScript engine; `cargo xtask guests` builds it where node and npm are installed"
        );
    }
    read
}

fn launch() -> Launch {
    Launch { params: vec![("a".into(), "b".into())], ..Launch::example("en") }
}

/// A script whose `update` does `body` and answers with `words` on a page.
fn script(body: &str) -> String {
    format!(
        "let n = 0; const data = (val) => ({{ tag: 'value', val: {{ tag: 'data', val: String(val) }} }});
         exports.update = (event) => {{ let said = ''; {body}; n += 1;
           return {{ words: [data(said)], requests: [],
             view: {{ nodes: [{{ key: 'page', kind: {{ tag: 'page', val: {{ title: 0 }} }}, children: [] }}], revision: n }} }}; }};
         exports.save = () => new Uint8Array([n]);"
    )
}

fn open(interpreter: &dyn Interpreter, source: &str) -> Result<(MiniApp, String), RuntimeError> {
    let (app, step) = MiniApp::launch(&*interpreter.program("app.js", source.into()), launch())?;
    Ok((app, said(&step.get().words)))
}

fn said(words: &[Entry]) -> String {
    match words.first() {
        Some(Entry::Value(Value::Data(text))) => text.clone(),
        _ => String::new(),
    }
}

/// What becomes of `source` on every backend.
fn ended(source: &str) -> Result<Vec<RuntimeError>> {
    INTERPRETERS
        .iter()
        .map(|(backend, interpreter)| {
            open(&**interpreter, source).err().with_context(|| format!("{backend:?} ends it"))
        })
        .collect()
}

#[test]
fn a_script_is_launched_updated_and_saved() -> Result<()> {
    for (_, interpreter) in INTERPRETERS.iter() {
        let source = script(
            "said = event.tag === 'launched' ? [event.val.now, event.val.seed, event.val.params[0][1]].join() : event.val",
        );
        let (mut app, said_first) = open(&**interpreter, &source)?;
        assert_eq!(said_first, "1764000000000,1,b");
        let Stepped::Step(step) = app.update(&Event::Moment(Moment::SignedIn))? else {
            anyhow::bail!("a step")
        };
        assert_eq!(said(&step.get().words), "signed-in");
        assert_eq!(app.save()?, [2]);
    }
    Ok(())
}

#[test]
fn a_mistake_in_the_text_is_told_in_the_interpreters_words() -> Result<()> {
    for (source, words) in [
        ("exports.update = () => {", "SyntaxError"),
        ("nothing.at.all()", "ReferenceError: nothing is not defined"),
        ("exports.update = 7", "exports no functions"),
        ("module.exports = null", "exports no functions"),
    ] {
        for error in ended(source)? {
            assert!(
                matches!(&error, RuntimeError::ScriptRefused { reason } if reason.contains(words)),
                "{source}: {error:?}"
            );
        }
    }
    Ok(())
}

#[test]
fn what_a_script_throws_is_told_with_its_place() -> Result<()> {
    for error in ended(&script("throw new TypeError('on purpose')"))? {
        assert!(
            matches!(&error, RuntimeError::ScriptThrew { reason } if reason.contains("TypeError: on purpose") && reason.contains("app.js")),
            "{error:?}"
        );
    }
    // An answer of the wrong shape has no words of the script's own.
    for error in ended("exports.update = () => ({ words: 7 }); exports.save = () => []")? {
        assert!(matches!(error, RuntimeError::Trapped { .. }), "{error:?}");
    }
    Ok(())
}

#[test]
fn a_script_that_throws_later_is_ended_and_opened_again() -> Result<()> {
    for (_, interpreter) in INTERPRETERS.iter() {
        let program = interpreter.program("app.js", script("if (n === 1) throw 'later'").as_str().into());
        let (mut app, _) = MiniApp::launch(&*program, launch())?;
        assert!(matches!(app.update(&Event::WentBack), Err(RuntimeError::ScriptThrew { .. })));
        assert!(matches!(app.update(&Event::WentBack), Err(RuntimeError::Ended)));
        MiniApp::launch(&*program, Launch { saved: Some(vec![1]), ..launch() })?;
    }
    Ok(())
}

#[test]
fn a_loop_is_ended_by_its_work_also_while_loading() -> Result<()> {
    for source in [script("for (;;) {}"), "for (;;) {}".to_owned()] {
        for error in ended(&source)? {
            assert!(matches!(error, RuntimeError::OutOfWork { .. }), "{error:?}");
        }
    }
    Ok(())
}

/// A script that takes so many square roots in a step.
fn roots(count: u32) -> String {
    script(&format!(
        "let sum = 0; for (let i = 0; i < {count}; i += 1) sum += Math.sqrt(i + 0.5); said = sum"
    ))
}

#[test]
fn a_script_costs_the_same_work_on_every_engine() -> Result<()> {
    let mut costs = Vec::new();
    for (_, interpreter) in INTERPRETERS.iter() {
        let (app, said) = open(&**interpreter, &roots(20_000))?;
        costs.push((app.used().work, said));
    }
    assert!(costs.windows(2).all(|two| two[0] == two[1]), "{costs:?}");
    for error in ended(&roots(20_000_000))? {
        assert!(matches!(error, RuntimeError::OutOfWork { .. }), "{error:?}");
    }
    Ok(())
}

#[test]
fn a_memory_eater_is_ended() -> Result<()> {
    for error in ended(&script("const hoard = []; for (;;) hoard.push(new Uint8Array(4 << 20))"))? {
        assert!(matches!(error, RuntimeError::OutOfMemory), "{error:?}");
    }
    // With many small things the collector is busy long before the memory is full, so the work may be over first.
    for error in ended(&script("const hoard = []; for (;;) hoard.push({ n: {} })"))? {
        assert!(matches!(error, RuntimeError::OutOfMemory | RuntimeError::OutOfWork { .. }), "{error:?}");
    }
    Ok(())
}

#[test]
fn a_script_that_calls_itself_for_ever_is_ended() -> Result<()> {
    for error in ended(&script("const deeper = () => 1 + deeper(); deeper()"))? {
        assert!(
            matches!(
                error,
                RuntimeError::ScriptThrew { .. }
                    | RuntimeError::Trapped { .. }
                    | RuntimeError::OutOfWork { .. }
            ),
            "{error:?}"
        );
    }
    Ok(())
}

#[test]
fn clock_and_chance_come_in_with_the_launch_only() -> Result<()> {
    for body in ["Math.random()", "Date.now()", "new Date()", "Date()", "new (new Date(0)).constructor()"] {
        for error in ended(&script(body))? {
            assert!(
                matches!(&error, RuntimeError::ScriptThrew { reason } if reason.contains("of its own")),
                "{body}: {error:?}"
            );
        }
    }
    for (_, interpreter) in INTERPRETERS.iter() {
        let body = "said = [new Date(0).toISOString(), new Date(0) instanceof Date].concat(
            ['WeakRef', 'setTimeout', 'fetch', 'crypto', 'performance', 'Atomics', 'SharedArrayBuffer'].filter((name) => name in globalThis)).join()";
        assert_eq!(open(&**interpreter, &script(body))?.1, "1970-01-01T00:00:00.000Z,true");
    }
    Ok(())
}

#[test]
fn a_component_that_is_no_interpreter_is_refused() -> Result<()> {
    let engine = WasmtimeEngine::new(Backend::Native, None)?;
    let empty = wat::parse_str("(component)")?;
    assert!(matches!(engine.compile_interpreter(&empty, "a").err(), Some(RuntimeError::WrongWorld { .. })));
    assert!(engine.interpreter("a").is_none());
    assert!(matches!(
        engine.compile_interpreter(&vec![0; 17 << 20], "b").err(),
        Some(RuntimeError::TooLarge { .. })
    ));
    Ok(())
}
