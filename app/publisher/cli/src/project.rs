//! A mini-app's folder, as its author has it.

use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

use anyhow::{Context, Result};
use fingertip_locale::Messages;
use fingertip_standard::{Manifest, Standard};

/// A mini-app's folder: manifest and words. The component is built apart.
pub(crate) struct Project {
    pub(crate) folder: PathBuf,
    pub(crate) manifest: Arc<Manifest>,
    pub(crate) messages: Arc<Messages>,
}

impl Project {
    /// The version of the standard that the manifest in `folder` names; none where there is no manifest.
    pub(crate) fn standard(folder: &Path) -> Result<Option<Standard>> {
        let path = folder.join("manifest.json");
        if !path.is_file() {
            return Ok(None);
        }
        let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        let manifest = Manifest::parse(&bytes).with_context(|| path.display().to_string())?;
        Ok(Some(manifest.fingertip.standard))
    }

    /// Reads `manifest.json` and `i18n/`.
    pub(crate) fn open(folder: &Path) -> Result<Self> {
        let path = folder.join("manifest.json");
        let bytes = fs::read(&path).with_context(|| {
            format!("{} cannot be read: is this the folder of a mini-app?", path.display())
        })?;
        let manifest = Manifest::parse(&bytes).with_context(|| path.display().to_string())?;
        let words = |language: &String| {
            let path = folder.join(format!("i18n/{language}.ftl"));
            fs::read_to_string(&path).with_context(|| {
                format!("{} cannot be read: the manifest names the language", path.display())
            })
        };
        let languages = &manifest.fingertip.languages;
        let texts = languages.iter().map(words).collect::<Result<Vec<_>>>()?;
        let messages = Messages::new(
            languages.iter().zip(&texts).map(|(language, text)| (language.as_str(), text.as_str())),
        )?;
        Ok(Self { folder: folder.to_owned(), manifest: Arc::new(manifest), messages: Arc::new(messages) })
    }
}
