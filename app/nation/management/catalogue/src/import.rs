//! Catalogues out of files: our own format, and those that nations and provinces publish. An import is whole or nothing.

use std::fmt;

use fingertip_contract::{Catalogue, Rejected};

mod cpsv;
mod draft;
mod format;
mod guangdong;
mod lgsl;
mod own;
mod text;

#[cfg(test)]
mod tests;

use draft::Draft;
use format::{Format, format_of};

/// What an import gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Everything that was taken.
    pub catalogue: Catalogue,
    /// Everything that was not: nothing, unless it was asked to be left out.
    pub rejected: Vec<Rejected>,
}

/// Why a file is not imported.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// It is in none of the formats.
    #[error("not a catalogue in a known format: {reason}")]
    UnknownFormat {
        /// What was looked for.
        reason: String,
    },
    /// Something is wrong with it: nothing of it is taken.
    #[error("{} faults, nothing is taken:{}", .0.len(), Listed(.0))]
    Faulty(Vec<Rejected>),
}

struct Listed<'a>(&'a [Rejected]);

impl fmt::Display for Listed<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|one| write!(f, "\n  {one}"))
    }
}

/// Reads a catalogue: our own JSON (an object with `services`, or an item a line), JSON lines as Guangdong province publishes them,
/// JSON-LD after CPSV-AP, or the United Kingdom's tables of local services (LGSL) and of local authorities. All of it, or nothing.
///
/// # Errors
/// [`ImportError::Faulty`] names everything that is wrong, by line and field; [`ImportError::UnknownFormat`].
pub fn import(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (catalogue, rejected) = read(bytes)?.judged();
    if !rejected.is_empty() {
        return Err(ImportError::Faulty(rejected));
    }
    whole(catalogue, rejected)
}

/// Like [`import`], but takes what is good and says what was left out: for who would rather show much of a catalogue than wait for all.
///
/// # Errors
/// [`ImportError::Faulty`] where the file is no text, or nothing of it can be taken; [`ImportError::UnknownFormat`].
pub fn import_without_faulty(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (catalogue, rejected) = read(bytes)?.sifted();
    whole(catalogue, rejected)
}

/// Like [`import`], but takes whatever can be read, with empty names, impossible limits and all: for who wants to see how phones stand a
/// catalogue that nobody should publish.
///
/// # Errors
/// As [`import_without_faulty`].
pub fn import_unjudged(bytes: &[u8]) -> Result<Imported, ImportError> {
    let (catalogue, rejected) = read(bytes)?.unjudged();
    whole(catalogue, rejected)
}

/// What was imported; a file that says nothing is none.
fn whole(catalogue: Catalogue, rejected: Vec<Rejected>) -> Result<Imported, ImportError> {
    let is_empty =
        catalogue.services.is_empty() && catalogue.regions.is_empty() && catalogue.departments.is_empty();
    match (is_empty, rejected.is_empty()) {
        (false, _) => Ok(Imported { catalogue, rejected }),
        (true, false) => Err(ImportError::Faulty(rejected)),
        (true, true) => Err(ImportError::UnknownFormat {
            reason: "there is no service, no region and no department in it".to_owned(),
        }),
    }
}

fn read(bytes: &[u8]) -> Result<Draft, ImportError> {
    let text = text::text_of(bytes).map_err(|rejected| ImportError::Faulty(vec![rejected]))?;
    let unknown = |reason: &str| ImportError::UnknownFormat { reason: reason.to_owned() };
    if text.trim().is_empty() {
        return Err(unknown("it is empty"));
    }
    match format_of(text) {
        Some(Format::Own) => Ok(own::whole(text)),
        Some(Format::OwnLines) => Ok(own::lines(text)),
        Some(Format::Guangdong) => Ok(guangdong::read(text)),
        Some(Format::Cpsv) => Ok(cpsv::read(text)),
        Some(Format::Services) => Ok(lgsl::services(text)),
        Some(Format::Authorities) => Ok(lgsl::authorities(text)),
        None => Err(unknown(
            "neither an object with services, nor lines of items, nor JSON-LD, nor a table with the columns LGSL or gss",
        )),
    }
}
