//! Packing a mini-app into a bundle.

use std::{fs, path::Path};

use anyhow::{Context, Result};
use fingertip_repository::InterpreterRelease;

use crate::{
    check,
    code::{Code, CodeOptions},
};

/// Writes the bundle, once the gate has seen it where `is_checked`.
pub(crate) fn pack(folder: &Path, options: &CodeOptions, out: &Path, is_checked: bool) -> Result<()> {
    let code = Code::of(folder, options)?;
    if is_checked {
        check::check_code(folder, &code)?;
    }
    let engine = code.engine().map(InterpreterRelease::reference);
    let packed = match &engine {
        Some(engine) => fingertip_bundle::pack_script(folder, &code.bytes, engine),
        None => fingertip_bundle::pack(folder, &code.bytes),
    };
    let bundle = packed.with_context(|| format!("{} cannot be packed", folder.display()))?;
    fs::write(out, &bundle).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {} KB", out.display(), bundle.len() / 1024);
    if let Some(engine) = engine {
        println!(
            "played by {} {}, which must be in the repository that it is published to",
            engine.name, engine.sha256
        );
    }
    Ok(())
}
