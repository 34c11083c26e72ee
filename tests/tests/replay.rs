//! Every mini-app's own journeys, in every language and display, on both engines, against what was accepted.

use std::{path::Path, sync::Arc};

use anyhow::{Context, Result, ensure};
use fingertip_bundles::{Bundle, pack};
use fingertip_journeys::{MiniAppUnderTest, folder, replay};
use fingertip_runtime::{Backend, Engine, WasmtimeEngine};
use fingertip_tests::nation::{MINI_APPS, component, project};

fn replayed(folder: &Path, package: &str) -> Result<()> {
    let bundle = Bundle::read(&pack(folder, &component(package)?)?)?;
    let component = bundle.component().context("a component")?;
    let programs = [("native", Backend::Native), ("pulley", Backend::Pulley)]
        .into_iter()
        .map(|(name, backend)| {
            Ok((name, WasmtimeEngine::new(backend, None)?.compile(component, package, bundle.manifest.fingertip.standard)?))
        })
        .collect::<Result<Vec<_>>>()?;
    let app = MiniAppUnderTest {
        manifest: Arc::new(bundle.manifest),
        messages: bundle.messages,
        programs: programs.iter().map(|(name, program)| (*name, &**program)).collect(),
    };
    let kept = folder::journeys(folder)?;
    ensure!(!kept.is_empty(), "{package} has no journey");
    for own in kept {
        let (_, differences) = replay(&app, &own.journey, &own.accepted)
            .map_err(|(variant, at, error)| anyhow::anyhow!("{package}/{} ({}), step {at}: {error}", own.name, variant.name()))?;
        ensure!(differences.is_empty(), "{package}/{} shows something else; `fingertip replay` says what: {differences:#?}", own.name);
    }
    Ok(())
}

#[test]
fn every_mini_app_shows_what_was_accepted() -> Result<()> {
    for (source, package) in MINI_APPS {
        replayed(&project().join("mini-apps").join(source), package).with_context(|| package.to_owned())?;
    }
    Ok(())
}
