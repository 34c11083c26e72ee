//! The quality gate, and packing.

use std::{
    fs,
    io::{Cursor, Read},
    path::Path,
};

use anyhow::{Context, Result, bail};
use fingertip_bundles::{Finding, InterpreterRelease, Severity, lint};
use fingertip_standard::limits;
use zip::ZipArchive;

/// Packs in memory and says everything that is wrong; errors are an error.
pub(crate) fn check(folder: &Path, component: &Path, engine: Option<&Path>) -> Result<Vec<u8>> {
    let bytes = fs::read(component).with_context(|| format!("{} cannot be read", component.display()))?;
    let packed = match engine {
        Some(engine) => fingertip_bundles::pack_script(folder, &bytes, &read_engine(engine)?.reference()),
        None => fingertip_bundles::pack(folder, &bytes),
    };
    let bundle = packed.with_context(|| format!("{} cannot be packed", folder.display()))?;
    say(&folder.display().to_string(), &lint(&bundle, &texts(folder)?))?;
    Ok(bundle)
}

/// Checks a bundle that is packed already.
pub(crate) fn check_bundle(name: &str, bundle: &[u8]) -> Result<()> {
    // What cannot be taken apart is named by the gate itself, with its reason.
    let texts = packed_texts(bundle).unwrap_or_default();
    say(name, &lint(bundle, &texts))
}

/// Checks, then writes the bundle.
pub(crate) fn pack(folder: &Path, component: &Path, engine: Option<&Path>, out: &Path) -> Result<()> {
    let bundle = check(folder, component, engine)?;
    fs::write(out, &bundle).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {} KB", out.display(), bundle.len() / 1024);
    Ok(())
}

/// An engine for scripts: `javascript.wasm` is the engine `javascript`.
pub(crate) fn read_engine(path: &Path) -> Result<InterpreterRelease> {
    let name = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(InterpreterRelease { name, bytes })
}

fn say(name: &str, findings: &[Finding]) -> Result<()> {
    for finding in findings {
        let severity = match finding.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        println!("{severity}[{}] {name}: {}", finding.rule, finding.message);
    }
    let errors = findings.iter().filter(|finding| finding.severity == Severity::Error).count();
    if errors > 0 {
        bail!("{name} has {errors} errors");
    }
    println!("{name}: checked, {} warnings", findings.len());
    Ok(())
}

/// The words of the mini-app by language.
fn texts(folder: &Path) -> Result<Vec<(String, String)>> {
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder.join("i18n")).with_context(|| format!("{}/i18n cannot be read", folder.display()))? {
        let path = entry?.path();
        let language = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        texts.push((language, fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))?));
    }
    texts.sort();
    Ok(texts)
}

/// The words of a packed mini-app by language.
fn packed_texts(bundle: &[u8]) -> Result<Vec<(String, String)>> {
    let mut archive = ZipArchive::new(Cursor::new(bundle))?;
    let mut texts = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index)?;
        let language = entry.name().strip_prefix("i18n/").and_then(|name| name.strip_suffix(".ftl")).map(str::to_owned);
        if let Some(language) = language {
            let mut text = String::new();
            entry.take(limits::ENTRY_BYTES).read_to_string(&mut text)?;
            texts.push((language, text));
        }
    }
    texts.sort();
    Ok(texts)
}
