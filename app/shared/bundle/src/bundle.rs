//! What is in a bundle: the W3C MiniApp packaging shape, a ZIP of stored entries.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_locale::Messages;
use fingertip_standard::{Interpreter, Program, manifest::Manifest};

use crate::{FormatError, archive, error::malformed};

/// A bundle, taken apart. It says nothing of who made it.
#[derive(Debug, Clone)]
pub struct Bundle {
    /// Its manifest.
    pub manifest: Manifest,
    /// What runs.
    pub code: Code,
    /// Its words.
    pub messages: Arc<Messages>,
    /// Everything else in it (icons, pictures) by path.
    pub files: BTreeMap<String, Arc<[u8]>>,
}

/// What a bundle runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Code {
    /// A component: the mini-app itself.
    Component(Arc<[u8]>),
    /// A script for an interpreter that many mini-apps share.
    Script {
        /// Its path in the bundle, which its errors name.
        path: String,
        /// Its text.
        source: Arc<str>,
        /// What plays it. It is no part of the bundle: the repository has it as a target of its own.
        interpreter: Interpreter,
    },
}

impl Bundle {
    /// Its component; none for a script.
    #[must_use]
    pub fn component(&self) -> Option<&Arc<[u8]>> {
        match &self.code {
            Code::Component(component) => Some(component),
            Code::Script { .. } => None,
        }
    }

    /// Takes `bytes` apart inside the limits.
    ///
    /// # Errors
    /// [`FormatError::Malformed`] or [`FormatError::Manifest`].
    pub fn read(bytes: &[u8]) -> Result<Self, FormatError> {
        let mut files = archive::members(bytes)?;
        let mut take = |path: &str| files.remove(path).ok_or_else(|| malformed(format!("{path} is missing")));
        let manifest = Manifest::parse(&take("manifest.json")?)?;
        let program = &manifest.fingertip.program;
        let bytes = take(program.path())?;
        let code = match program {
            Program::Component { .. } => Code::Component(bytes),
            Program::Script { path, engine } => {
                let source =
                    std::str::from_utf8(&bytes).map_err(|_| malformed(format!("{path} is not UTF-8")))?;
                Code::Script { path: path.clone(), source: source.into(), interpreter: engine.clone() }
            }
        };
        let mut sources = Vec::new();
        for language in &manifest.fingertip.languages {
            let path = format!("i18n/{language}.ftl");
            let text = String::from_utf8(take(&path)?.to_vec())
                .map_err(|_| malformed(format!("{path} is not UTF-8")))?;
            sources.push((language.as_str(), text));
        }
        let messages = Messages::new(sources.iter().map(|(language, text)| (*language, text.as_str())))
            .map_err(|error| malformed(error.to_string()))?;
        if let Some(path) = files.keys().find(|path| !has_place(&manifest, path)) {
            return Err(malformed(format!("its manifest has no place for {path}")));
        }
        Ok(Self { manifest, code, messages: Arc::new(messages), files })
    }
}

/// Whether a file may stand at `path` beside program and words: what the manifest names, pictures, and the stubs of MiniApp
/// Packaging. Anything else nobody would look at, neither the gate nor a reviewer.
fn has_place(manifest: &Manifest, path: &str) -> bool {
    let stub = path.strip_suffix(".js").or_else(|| path.strip_suffix(".css"));
    path.starts_with("common/")
        || manifest.icons.iter().any(|icon| icon.src == path)
        || stub.is_some_and(|name| name == "app" || manifest.pages.iter().any(|page| page == name))
}
