//! Packs a mini-app: the same folder and component give the same bytes, on every machine, at every time.

use std::{
    collections::BTreeMap,
    fs,
    io::{self, Cursor, Write},
    path::Path,
};

use fingertip_standard::{
    Interpreter,
    manifest::{Manifest, ManifestError},
};
use zip::{CompressionMethod, DateTime, ZipWriter, write::SimpleFileOptions};

/// Why a folder cannot be packed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PackError {
    /// A file cannot be read.
    #[error("{path} cannot be read")]
    Read {
        /// Which.
        path: String,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The manifest is refused.
    #[error("manifest.json is refused")]
    Manifest(#[from] ManifestError),
    /// Its manifest does not name the interpreter that it is to be packed for.
    #[error("manifest.json does not ask for the engine {name:?}")]
    NotItsInterpreter {
        /// The interpreter's name.
        name: String,
    },
    /// The archive cannot be written.
    #[error("the archive cannot be written")]
    Archive(#[from] zip::result::ZipError),
}

/// The members that MiniApp Packaging wants beside what the shell uses. They hold nothing: the shell draws all.
const STUBS: [(&str, &str); 2] =
    [("app.js", "// Drawn by the host from the component.\n"), ("app.css", "/* Drawn by the host. */\n")];

/// The bundle of the mini-app in `folder` with `program`, its component or script: `manifest.json`, `i18n/*.ftl`,
/// everything in `common/`, the program, and the stub files of the packaging draft. Sorted, stored, without times.
///
/// # Errors
/// [`PackError`]: a file cannot be read, or the manifest is refused.
pub fn pack(folder: &Path, program: &[u8]) -> Result<Vec<u8>, PackError> {
    assemble(folder, program, read(folder, "manifest.json")?)
}

/// As [`pack`], for a script that `interpreter` plays. A manifest in a source tree cannot know the hash of an interpreter
/// that was built on this machine, so it is written into the packed one.
///
/// # Errors
/// As [`pack`]; also when the manifest names no interpreter, or another one.
pub fn pack_script(folder: &Path, script: &[u8], interpreter: &Interpreter) -> Result<Vec<u8>, PackError> {
    let manifest = read(folder, "manifest.json")?;
    let wanted = Manifest::parse(&manifest)?.fingertip.program.interpreter().cloned();
    let wanted = wanted
        .filter(|wanted| wanted.name == interpreter.name)
        .ok_or_else(|| PackError::NotItsInterpreter { name: interpreter.name.clone() })?;
    let manifest = String::from_utf8_lossy(&manifest).replacen(&wanted.sha256, &interpreter.sha256, 1);
    assemble(folder, script, manifest.into_bytes())
}

fn read(folder: &Path, path: &str) -> Result<Vec<u8>, PackError> {
    fs::read(folder.join(path)).map_err(|source| PackError::Read { path: path.to_owned(), source })
}

fn assemble(folder: &Path, program: &[u8], manifest_bytes: Vec<u8>) -> Result<Vec<u8>, PackError> {
    let read = |path: &str| read(folder, path);
    let manifest = Manifest::parse(&manifest_bytes)?;
    let mut files: BTreeMap<String, Vec<u8>> =
        STUBS.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    files.insert("manifest.json".into(), manifest_bytes);
    // A script may be the draft's own `app.js`; then it takes the stub's place.
    files.insert(manifest.fingertip.program.path().to_owned(), program.to_vec());
    for language in &manifest.fingertip.languages {
        let path = format!("i18n/{language}.ftl");
        let text = read(&path)?;
        files.insert(path, text);
    }
    for page in &manifest.pages {
        files.insert(format!("{page}.js"), STUBS[0].1.as_bytes().to_vec());
        files.insert(format!("{page}.css"), STUBS[1].1.as_bytes().to_vec());
    }
    for path in common_files(folder)? {
        let content = read(&path)?;
        files.insert(path, content);
    }
    write(&files)
}

fn common_files(folder: &Path) -> Result<Vec<String>, PackError> {
    let common = folder.join("common");
    if !common.exists() {
        return Ok(Vec::new());
    }
    let fault = |source| PackError::Read { path: "common".to_owned(), source };
    let mut paths = Vec::new();
    for entry in fs::read_dir(common).map_err(fault)? {
        let entry = entry.map_err(fault)?;
        if entry.path().is_file() {
            paths.push(format!("common/{}", entry.file_name().to_string_lossy()));
        }
    }
    Ok(paths)
}

fn write(files: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, PackError> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // MiniApp Packaging reads the manifest first; the rest follows by name.
    let (first, rest): (Vec<_>, Vec<_>) = files.iter().partition(|(path, _)| *path == "manifest.json");
    for (path, content) in first.into_iter().chain(rest) {
        archive.start_file(path.as_str(), options)?;
        archive.write_all(content).map_err(zip::result::ZipError::from)?;
    }
    Ok(archive.finish()?.into_inner())
}
