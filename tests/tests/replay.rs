//! Every mini-app's own journeys, in every language and display, on both engines, against what was accepted.

use std::{path::Path, sync::Arc};

use anyhow::{Context, Result, ensure};
use fingertip_bundle::{Bundle, Code, pack, pack_script};
use fingertip_journeys::{MiniAppUnderTest, folder, replay};
use fingertip_repository::InterpreterRelease;
use fingertip_runtime::{Backend, CompiledCache, Engine, Program, WasmtimeEngine};
use fingertip_tests::nation::{MINI_APPS, SCRIPTS, component, engine, project, script};

/// The bundle's program on one engine; a script is played by `interpreter`.
fn program(
    bundle: &Bundle,
    interpreter: Option<&InterpreterRelease>,
    backend: Backend,
) -> Result<Arc<dyn Program>> {
    match &bundle.code {
        Code::Component(component) => Ok(WasmtimeEngine::new(backend, None)?.compile(
            component,
            bundle.manifest.app_id.as_str(),
            bundle.manifest.fingertip.standard,
        )?),
        Code::Script { path, source, interpreter: wanted } => {
            // An interpreter takes longer to compile than all journeys; the gate's test keeps it in the same place.
            let compiled =
                Some(CompiledCache::new(Path::new(env!("CARGO_TARGET_TMPDIR")).join("compiled"), [7; 32]));
            let engine = WasmtimeEngine::new(backend, compiled)?;
            let interpreter = interpreter.context("a script needs its engine")?;
            Ok(engine.compile_interpreter(&interpreter.bytes, &wanted.sha256)?.program(path, source.clone()))
        }
    }
}

fn replayed(
    folder: &Path,
    package: &str,
    bundle: Bundle,
    interpreter: Option<&InterpreterRelease>,
) -> Result<()> {
    let programs = [("native", Backend::Native), ("pulley", Backend::Pulley)]
        .into_iter()
        .map(|(name, backend)| Ok((name, program(&bundle, interpreter, backend)?)))
        .collect::<Result<Vec<_>>>()?;
    let app = MiniAppUnderTest {
        manifest: Arc::new(bundle.manifest),
        messages: bundle.messages,
        programs: programs.iter().map(|(name, program)| (*name, &**program)).collect(),
    };
    let kept = folder::journeys(folder)?;
    ensure!(!kept.is_empty(), "{package} has no journey");
    for own in kept {
        let (_, differences) =
            replay(&app, &own.journey, &own.accepted).map_err(|(variant, at, error)| {
                anyhow::anyhow!("{package}/{} ({}), step {at}: {error}", own.name, variant.name())
            })?;
        ensure!(
            differences.is_empty(),
            "{package}/{} shows something else; `fingertip replay` says what: {differences:#?}",
            own.name
        );
    }
    Ok(())
}

#[test]
fn every_mini_app_shows_what_was_accepted() -> Result<()> {
    for (source, package) in MINI_APPS {
        let folder = project().join("mini-apps").join(source);
        let bundle = Bundle::read(&pack(&folder, &component(package)?)?)?;
        replayed(&folder, package, bundle, None).with_context(|| package.to_owned())?;
    }
    Ok(())
}

#[test]
fn every_script_shows_what_was_accepted() -> Result<()> {
    let Some(engine) = engine() else { return Ok(()) };
    for (source, name) in SCRIPTS {
        let folder = project().join("mini-apps").join(source);
        let bundle = Bundle::read(&pack_script(&folder, &script(name)?, &engine.reference())?)?;
        replayed(&folder, name, bundle, Some(&engine)).with_context(|| name.to_owned())?;
    }
    Ok(())
}
