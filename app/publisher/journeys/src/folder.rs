//! Where journeys are kept: `journeys/NAME.json`, and what was accepted in `journeys/NAME/LANGUAGE-DISPLAY.txt`.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use crate::{Journey, JourneyError, Replayed, Variant};

/// A journey of a mini-app's folder.
#[derive(Debug, Clone, PartialEq)]
pub struct Kept {
    /// Its name.
    pub name: String,
    /// What it does.
    pub journey: Journey,
    /// What was accepted.
    pub accepted: Replayed,
}

/// Why the journeys of a folder cannot be read or written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FolderError {
    /// A file cannot be read or written.
    #[error("{path} cannot be read or written")]
    Disk {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// A file is no journey.
    #[error("{path}")]
    Journey {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: JourneyError,
    },
}

fn disk(path: &Path) -> impl Fn(io::Error) -> FolderError + '_ {
    |source| FolderError::Disk { path: path.to_owned(), source }
}

/// The journeys of the mini-app in `folder`, by name; none where it has none.
///
/// # Errors
/// [`FolderError`]: the first file that cannot be read.
pub fn journeys(folder: &Path) -> Result<Vec<Kept>, FolderError> {
    let home = folder.join("journeys");
    if !home.is_dir() {
        return Ok(Vec::new());
    }
    let mut kept = Vec::new();
    for entry in fs::read_dir(&home).map_err(disk(&home))? {
        let path = entry.map_err(disk(&home))?.path();
        let (Some(name), true) = (
            path.file_stem().and_then(|name| name.to_str()),
            path.extension().is_some_and(|end| end == "json"),
        ) else {
            continue;
        };
        let text = fs::read_to_string(&path).map_err(disk(&path))?;
        let journey =
            Journey::parse(&text).map_err(|source| FolderError::Journey { path: path.clone(), source })?;
        kept.push(Kept { name: name.to_owned(), journey, accepted: accepted(&home.join(name))? });
    }
    kept.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(kept)
}

fn accepted(home: &Path) -> Result<Replayed, FolderError> {
    let mut accepted = Replayed::new();
    if !home.is_dir() {
        return Ok(accepted);
    }
    for entry in fs::read_dir(home).map_err(disk(home))? {
        let path = entry.map_err(disk(home))?.path();
        if let Some(variant) = path.file_stem().and_then(|name| Variant::named(name.to_str()?)) {
            accepted.insert(variant, fs::read_to_string(&path).map_err(disk(&path))?);
        }
    }
    Ok(accepted)
}

/// Keeps what a journey showed as what is right from now on.
///
/// # Errors
/// [`FolderError::Disk`].
pub fn accept(folder: &Path, name: &str, shown: &Replayed) -> Result<(), FolderError> {
    let home = folder.join("journeys").join(name);
    fs::create_dir_all(&home).map_err(disk(&home))?;
    for (variant, text) in shown {
        let path = home.join(format!("{}.txt", variant.name()));
        fs::write(&path, text).map_err(disk(&path))?;
    }
    Ok(())
}

/// Writes a journey down.
///
/// # Errors
/// [`FolderError::Disk`].
pub fn write(folder: &Path, name: &str, journey: &Journey) -> Result<PathBuf, FolderError> {
    let home = folder.join("journeys");
    fs::create_dir_all(&home).map_err(disk(&home))?;
    let path = home.join(format!("{name}.json"));
    fs::write(&path, journey.to_text()).map_err(disk(&path))?;
    Ok(path)
}
