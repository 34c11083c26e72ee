//! From a core module to a component.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use fingertip_runtime::{Backend, Engine, RuntimeError, WasmtimeEngine};
use fingertip_standard::Standard;
use wasm_encoder::{
    CodeSection, Module, RawSection,
    reencode::{Reencode, RoundtripReencoder},
};
use wasmparser::{Parser, Payload};
use wit_component::ComponentEncoder;

/// Encodes, and compiles once to show that it imports nothing and fits the world of `standard`: the version that the manifest
/// names, or where there is no manifest, whichever it fits. The component has no names and lines; one with them stands
/// beside it, for development.
pub(crate) fn build(module: &Path, out: &Path, standard: Option<Standard>) -> Result<()> {
    let core = fs::read(module).with_context(|| format!("{} cannot be read", module.display()))?;
    let no_mini_app =
        || format!("{} is no mini-app: build it for wasm32-unknown-unknown with the SDK", module.display());
    let component = encode(&without_names(&core).with_context(no_mini_app)?).with_context(no_mini_app)?;
    let standard = match standard {
        Some(standard) => fits(&component, standard).map(|()| standard),
        None => fits(&component, Standard::V1_0).map(|()| Standard::V1_0).or_else(|error| {
            // The first complaint is told where it fits none: most mini-apps are of 1.0.
            let later =
                Standard::ALL.into_iter().skip(1).find(|standard| fits(&component, *standard).is_ok());
            later.ok_or(error)
        }),
    };
    let standard = standard.with_context(|| format!("{} is refused", module.display()))?;
    println!("{}: {} KB, standard {standard}, imports nothing", out.display(), component.len() / 1024);
    for (path, bytes) in
        [(with_lines(out), encode(&core).with_context(no_mini_app)?), (out.to_owned(), component)]
    {
        fs::write(&path, bytes).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

fn fits(component: &[u8], standard: Standard) -> Result<(), RuntimeError> {
    WasmtimeEngine::new(Backend::Native, None)?.compile(component, "build", standard).map(drop)
}

/// Where the component with its names and lines is.
pub(crate) fn with_lines(component: &Path) -> std::path::PathBuf {
    component.with_extension("lines.wasm")
}

fn encode(core: &[u8]) -> Result<Vec<u8>> {
    ComponentEncoder::default().validate(true).module(core)?.encode()
}

/// The module without what only a debugger reads: names, lines, and what it was made with. Its code is written anew: the linker pads
/// each number that it may have to mend to five bytes where lines are kept, which is seven bytes of a hundred.
fn without_names(core: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::new();
    let (mut code, mut left) = (CodeSection::new(), 0);
    for payload in Parser::new(0).parse_all(core) {
        let payload = payload?;
        match &payload {
            Payload::CodeSectionStart { count, .. } => left = *count,
            Payload::CodeSectionEntry(body) => {
                RoundtripReencoder.parse_function_body(&mut code, body.clone())?;
                left -= 1;
                if left == 0 {
                    module.section(&code);
                }
            }
            Payload::CustomSection(section) if !section.name().starts_with("component-type") => {}
            _ => {
                if let Some((id, range)) = payload.as_section() {
                    module.section(&RawSection { id, data: &core[range] });
                }
            }
        }
    }
    Ok(module.finish())
}
