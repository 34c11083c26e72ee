//! From a core module to a component.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, Engine, RuntimeError, WasmtimeEngine};
use fingertip_standard::Standard;
use wit_component::ComponentEncoder;

/// Encodes, and compiles once to show that it imports nothing and fits the world of `standard`: the version that the manifest
/// names, or where there is no manifest, whichever it fits.
pub(crate) fn build(module: &Path, out: &Path, standard: Option<Standard>) -> Result<()> {
    let core = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let component = ComponentEncoder::default().validate(true).module(&core).and_then(|mut encoder| encoder.encode());
    let component =
        component.with_context(|| format!("{} is no mini-app: build it for wasm32-unknown-unknown with the SDK", module.display()))?;
    let standard = match standard {
        Some(standard) => fits(&component, standard).map(|()| standard),
        None => fits(&component, Standard::V1_0).map(|()| Standard::V1_0).or_else(|error| {
            // The first complaint is told where it fits none: most mini-apps are of 1.0.
            let later = Standard::ALL.into_iter().skip(1).find(|standard| fits(&component, *standard).is_ok());
            later.ok_or(error)
        }),
    };
    let standard = standard.with_context(|| format!("{} is refused", module.display()))?;
    fs::write(out, &component).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {} KB, standard {standard}, imports nothing", out.display(), component.len() / 1024);
    Ok(())
}

fn fits(component: &[u8], standard: Standard) -> Result<(), RuntimeError> {
    WasmtimeEngine::new(Backend::Native, None)?.compile(component, "build", standard).map(drop)
}
