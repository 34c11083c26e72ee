//! From a core module to a component.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, Engine, WasmtimeEngine};
use wit_component::ComponentEncoder;

/// Encodes, and compiles once to show that it imports nothing and fits the standard's world.
pub(crate) fn build(module: &Path, out: &Path) -> Result<()> {
    let core = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let component = ComponentEncoder::default().validate(true).module(&core).and_then(|mut encoder| encoder.encode());
    let component =
        component.with_context(|| format!("{} is no mini-app: build it for wasm32-unknown-unknown with the SDK", module.display()))?;
    WasmtimeEngine::new(Backend::Native, None)?.compile(&component, "build").with_context(|| format!("{} is refused", module.display()))?;
    fs::write(out, &component).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {} KB, imports nothing", out.display(), component.len() / 1024);
    Ok(())
}
