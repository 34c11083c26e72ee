//! What is in a bundle: the W3C MiniApp packaging shape, a ZIP of stored entries.

use std::{
    collections::BTreeMap,
    io::{Cursor, Read},
    sync::Arc,
};

use fingertip_locale::Messages;
use fingertip_standard::{
    Interpreter, Program, limits,
    manifest::{Manifest, is_inner_path},
};
use zip::{CompressionMethod, ZipArchive};

use crate::FormatError;

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
        let mut files = entries(bytes)?;
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
        Ok(Self { manifest, code, messages: Arc::new(messages), files })
    }
}

fn malformed(reason: impl Into<String>) -> FormatError {
    FormatError::Malformed { reason: reason.into() }
}

fn entries(bytes: &[u8]) -> Result<BTreeMap<String, Arc<[u8]>>, FormatError> {
    if bytes.len() as u64 > limits::BUNDLE_BYTES {
        return Err(malformed(format!(
            "it has {} bytes, the limit is {}",
            bytes.len(),
            limits::BUNDLE_BYTES
        )));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| malformed(error.to_string()))?;
    if archive.len() > limits::BUNDLE_ENTRIES {
        return Err(malformed("it has too many entries"));
    }
    let mut files = BTreeMap::new();
    for index in 0..archive.len() {
        let entry = archive.by_index(index).map_err(|error| malformed(error.to_string()))?;
        let path = entry.name().to_owned();
        if !is_inner_path(&path) || !entry.is_file() {
            return Err(malformed("an entry's path leaves the bundle"));
        }
        // Stored entries cannot unpack to more than the bundle's own size.
        if entry.compression() != CompressionMethod::Stored || entry.encrypted() {
            return Err(malformed(format!("{path} is not stored plainly")));
        }
        let mut content = Vec::new();
        entry
            .take(limits::ENTRY_BYTES)
            .read_to_end(&mut content)
            .map_err(|error| malformed(error.to_string()))?;
        if files.insert(path.clone(), Arc::from(content)).is_some() {
            return Err(malformed(format!("{path} comes twice")));
        }
    }
    Ok(files)
}
