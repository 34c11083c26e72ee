//! From the source of a script to the one file that an engine plays.

pub(crate) mod bundler;
pub(crate) mod kit;
pub(crate) mod places;

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use fingertip_standard::Manifest;

/// Where a script begins.
const ENTRIES: [&str; 2] = ["src/app.js", "src/app.ts"];

/// Whether the mini-app in `folder` is a script. A manifest that is refused still says so, for then its author wants to be
/// told what is wrong with it, not that there is no Cargo.toml.
pub(crate) fn is_script(folder: &Path) -> bool {
    let manifest = fs::read(folder.join("manifest.json")).unwrap_or_default();
    match serde_json::from_slice::<serde_json::Value>(&manifest) {
        Ok(manifest) if manifest["fingertip"]["component"].is_string() => false,
        Ok(manifest) if manifest["fingertip"]["script"].is_string() => true,
        _ => !folder.join("Cargo.toml").is_file() && entry(folder).is_some(),
    }
}

fn entry(folder: &Path) -> Option<PathBuf> {
    ENTRIES.iter().map(|entry| folder.join(entry)).find(|entry| entry.is_file())
}

/// Bundles the script in `folder`; gives where it is.
pub(crate) fn bundle(folder: &Path, out: Option<&Path>) -> Result<PathBuf> {
    let Some(entry) = entry(folder) else {
        bail!(
            "{} has no {}: `fingertip new --lang js` makes a script that builds",
            folder.display(),
            ENTRIES.join(" or ")
        );
    };
    let out = match out {
        Some(out) => out.to_owned(),
        None => folder.join("dist").join(name(folder)),
    };
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(parent).with_context(|| format!("{} cannot be made", parent.display()))?;
    bundler::bundle(&bundler::find(folder)?, &entry, kit::entry(folder)?.as_deref(), &out)?;
    Ok(out)
}

/// What the manifest calls the script; its errors call it so too.
pub(crate) fn name(folder: &Path) -> String {
    let manifest = fs::read(folder.join("manifest.json")).ok().and_then(|bytes| Manifest::parse(&bytes).ok());
    manifest.map_or_else(|| "app.js".to_owned(), |manifest| manifest.fingertip.program.path().to_owned())
}

/// Where the map of a bundled script is.
pub(crate) fn map(script: &Path) -> PathBuf {
    let mut name = script.as_os_str().to_owned();
    name.push(".map");
    name.into()
}
