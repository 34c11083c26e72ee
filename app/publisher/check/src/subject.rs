//! What is checked: the files that a bundle has or will have, read without judging them.

use std::{
    collections::BTreeMap,
    fs,
    io::{Cursor, Read},
    path::Path,
};

use fingertip_bundle::Bundle;
use fingertip_journeys::{Action, Journey, Reply};
use fingertip_locale::{MessageShape, inspect, wording};
use fingertip_standard::{
    LocalText, limits,
    manifest::{Manifest, is_inner_path},
};
use zip::ZipArchive;

/// The names of other mini-apps and of departments, by id; a name that looks like one of them deceives.
pub type KnownNames = BTreeMap<String, LocalText>;

/// Sample replies by operation, for the runs: what stands in the mini-app's `replies.json`.
pub type Replies = BTreeMap<String, Vec<serde_json::Value>>;

/// Why there is nothing to check.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SubjectError {
    /// A file cannot be read.
    #[error("{path} cannot be read")]
    Read {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// `replies.json` is not what it should be.
    #[error("replies.json is no object of operations, each with a list of replies")]
    Replies(#[source] serde_json::Error),
}

/// One Fluent resource.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Its language.
    pub language: String,
    /// Its path in the bundle.
    pub path: String,
    /// Its text.
    pub text: String,
    /// What it defines; the parser's complaint where it is no Fluent.
    pub shapes: Result<BTreeMap<String, MessageShape>, String>,
    /// The wording of each message and attribute.
    pub wording: BTreeMap<String, String>,
}

impl Resource {
    /// Reads `text`.
    #[must_use]
    pub fn new(language: &str, text: &str) -> Self {
        Self {
            language: language.to_owned(),
            path: format!("i18n/{language}.ftl"),
            text: text.to_owned(),
            shapes: inspect(language, text).map_err(|error| error.to_string()),
            wording: wording(language, text).unwrap_or_default(),
        }
    }

    /// The line, from 1, where the message (or the message of the attribute) `id` begins.
    #[must_use]
    pub fn line_of(&self, id: &str) -> Option<usize> {
        let id = id.split('.').next().unwrap_or(id);
        let begins =
            |line: &str| line.strip_prefix(id).is_some_and(|rest| rest.trim_start().starts_with('='));
        self.text.lines().position(begins).map(|index| index + 1)
    }
}

/// A mini-app, as it is checked.
#[derive(Debug, Clone)]
pub struct Subject {
    /// Every file of the bundle but the component, by path.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The manifest; the reason where it is refused.
    pub manifest: Result<Manifest, String>,
    /// The component, or the script.
    pub component: Vec<u8>,
    /// The interpreter that plays the script; without it a script is not run.
    pub engine: Option<Vec<u8>>,
    /// The words, in the manifest's order.
    pub words: Vec<Resource>,
    /// The packed bundle's size where it was packed, else the sum of the files.
    pub bundle_bytes: u64,
    /// Why a packed bundle cannot be read as a device would.
    pub unreadable: Option<String>,
    /// Sample replies, of the journeys too; none where the mini-app came packed.
    pub replies: Option<Replies>,
    /// Journeys of the mini-app, by file name.
    pub journeys: BTreeMap<String, Vec<u8>>,
    /// What its journeys type into each input: a number that this mini-app takes for valid, where a guess would be none.
    pub typed: BTreeMap<String, serde_json::Value>,
    /// Names that this one must not look like.
    pub known: KnownNames,
}

impl Subject {
    /// The mini-app in `folder`, whose component is `component`.
    ///
    /// # Errors
    /// [`SubjectError`]: the manifest or a file that is there cannot be read, or `replies.json` is malformed. What is
    /// missing is for the rules to say.
    pub fn read(folder: &Path, component: Vec<u8>) -> Result<Self, SubjectError> {
        let mut files = BTreeMap::from([("manifest.json".to_owned(), read(folder, "manifest.json")?)]);
        for inner in ["i18n", "common"] {
            files.extend(inside(folder, inner)?);
        }
        let mut subject = Self::of(files, component);
        subject.journeys = inside(folder, "journeys")?;
        let mut replies: Replies = if folder.join("replies.json").is_file() {
            serde_json::from_slice(&read(folder, "replies.json")?).map_err(SubjectError::Replies)?
        } else {
            Replies::new()
        };
        let parsed = subject
            .journeys
            .values()
            .filter_map(|bytes| Journey::parse(std::str::from_utf8(bytes).ok()?).ok());
        for journey in parsed {
            typed_in(&journey, &mut subject.typed);
            replies_of(journey, &mut replies);
        }
        subject.replies = Some(replies);
        Ok(subject)
    }

    /// A packed mini-app. What cannot be taken apart is named by the rule `bundle-readable`.
    #[must_use]
    pub fn of_bundle(bytes: &[u8]) -> Self {
        let unreadable = Bundle::read(bytes).err().map(|fault| {
            let cause =
                std::error::Error::source(&fault).map(|cause| format!(": {cause}")).unwrap_or_default();
            format!("{fault}{cause}")
        });
        let mut files = unpacked(bytes);
        let manifest = files.get("manifest.json").and_then(|bytes| Manifest::parse(bytes).ok());
        let component =
            manifest.and_then(|manifest| files.remove(manifest.fingertip.program.path())).unwrap_or_default();
        Self { bundle_bytes: bytes.len() as u64, unreadable, ..Self::of(files, component) }
    }

    /// A mini-app of these files.
    #[must_use]
    pub fn of(files: BTreeMap<String, Vec<u8>>, component: Vec<u8>) -> Self {
        let manifest = files.get("manifest.json").map(Vec::as_slice).unwrap_or_default();
        let manifest = Manifest::parse(manifest).map_err(|error| error.to_string());
        let languages =
            manifest.as_ref().map(|manifest| manifest.fingertip.languages.clone()).unwrap_or_default();
        let resource = |language: &String| {
            let bytes = files.get(&format!("i18n/{language}.ftl"))?;
            Some(Resource::new(language, &String::from_utf8_lossy(bytes)))
        };
        let words = languages.iter().filter_map(resource).collect();
        let bundle_bytes = files.values().map(Vec::len).sum::<usize>() as u64 + component.len() as u64;
        Self {
            files,
            manifest,
            component,
            engine: None,
            words,
            bundle_bytes,
            unreadable: None,
            replies: None,
            journeys: BTreeMap::new(),
            typed: BTreeMap::new(),
            known: KnownNames::new(),
        }
    }

    /// Whether it is a script that an interpreter plays.
    #[must_use]
    pub fn is_script(&self) -> bool {
        self.manifest.as_ref().is_ok_and(|manifest| manifest.fingertip.program.interpreter().is_some())
    }

    /// The languages that the manifest names, the fallback first.
    #[must_use]
    pub fn languages(&self) -> &[String] {
        self.manifest.as_ref().map(|manifest| manifest.fingertip.languages.as_slice()).unwrap_or_default()
    }

    /// The line of the manifest, from 1, where `text` stands for the first time.
    #[must_use]
    pub fn manifest_line(&self, text: &str) -> Option<usize> {
        let manifest = String::from_utf8_lossy(self.files.get("manifest.json")?);
        manifest.lines().position(|line| line.contains(text)).map(|index| index + 1)
    }
}

/// What a journey says that the department answers.
fn replies_of(journey: Journey, replies: &mut Replies) {
    for (key, reply) in journey.answers {
        if let (Some(operation), Reply::Reply(body)) = (key.strip_prefix("call "), reply) {
            let known = replies.entry(operation.to_owned()).or_default();
            if !known.contains(&body) {
                known.push(body);
            }
        }
    }
}

/// What a journey types; the first journey that fills an input in says it.
fn typed_in(journey: &Journey, typed: &mut BTreeMap<String, serde_json::Value>) {
    for action in &journey.steps {
        if let Action::Fill(values) = action {
            for (key, value) in values {
                typed.entry(key.clone()).or_insert_with(|| value.clone());
            }
        }
    }
}

fn read(folder: &Path, path: &str) -> Result<Vec<u8>, SubjectError> {
    fs::read(folder.join(path))
        .map_err(|source| SubjectError::Read { path: folder.join(path).display().to_string(), source })
}

/// The files directly in `folder/inner`, by path; none where there is no such folder.
fn inside(folder: &Path, inner: &str) -> Result<BTreeMap<String, Vec<u8>>, SubjectError> {
    let place = folder.join(inner);
    let fault = |source| SubjectError::Read { path: place.display().to_string(), source };
    let mut files = BTreeMap::new();
    if place.is_dir() {
        for entry in fs::read_dir(&place).map_err(fault)? {
            let entry = entry.map_err(fault)?;
            if entry.path().is_file() {
                let path = format!("{inner}/{}", entry.file_name().to_string_lossy());
                files.insert(path.clone(), read(folder, &path)?);
            }
        }
    }
    Ok(files)
}

/// What can be had of an archive, inside the limits.
fn unpacked(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return files };
    for index in 0..archive.len().min(limits::BUNDLE_ENTRIES) {
        let Ok(entry) = archive.by_index(index) else { continue };
        let path = entry.name().to_owned();
        let mut content = Vec::new();
        if is_inner_path(&path) && entry.take(limits::BUNDLE_BYTES).read_to_end(&mut content).is_ok() {
            files.insert(path, content);
        }
    }
    files
}
