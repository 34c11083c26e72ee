//! Catalogues out of files: our own format, and those that nations and provinces publish. An import is whole or nothing.

use std::{collections::BTreeMap, fmt};

use fingertip_contract::{Catalogue, Rejected};
use serde_json::value::RawValue;

mod cpsv;
mod draft;
mod guangdong;
mod lgsl;
mod own;
mod text;

#[cfg(test)]
mod tests;

use draft::Draft;

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

/// In which format a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Format {
    /// A catalogue as the platform offers it.
    Own,
    /// The same with an item a line.
    OwnLines,
    /// An item a line, as Guangdong province has them.
    Guangdong,
    /// JSON-LD after CPSV-AP 3.2.
    Cpsv,
    /// The United Kingdom's list of local government services (LGSL), a table.
    Services,
    /// The United Kingdom's local authorities, a table.
    Authorities,
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

/// Judges by what begins a file, so that a fault further on is named as what it is.
fn format_of(text: &str) -> Option<Format> {
    if !text.trim_start().starts_with(['{', '[']) {
        let header = text.lines().next()?;
        let has = |column: &str| header.split(',').any(|own| own.trim().trim_matches('"') == column);
        return match () {
            () if has("LGSL") => Some(Format::Services),
            () if has("gss") => Some(Format::Authorities),
            () => None,
        };
    }
    if text.trim_start().starts_with('[') {
        return text.contains("\"@type\"").then_some(Format::Cpsv);
    }
    let found = match members(text) {
        Some(members) => of_members(&members),
        None => text.lines().filter_map(members).find_map(|members| of_members(&members)),
    };
    // What is no JSON from some line on is still what it began as.
    found.or_else(|| {
        [("\"@context\"", Format::Cpsv), ("\"services\"", Format::Own), ("\"TASK_CODE\"", Format::Guangdong)]
            .into_iter()
            .find_map(|(mark, format)| text.contains(mark).then_some(format))
    })
}

/// The members of an object, unread: a catalogue may have many megabytes.
type Members<'a> = BTreeMap<String, &'a RawValue>;

fn members(text: &str) -> Option<Members<'_>> {
    serde_json::from_str(text).ok()
}

fn of_members(members: &Members<'_>) -> Option<Format> {
    let has = |member: &str| members.contains_key(member);
    if has("@context") || has("@graph") || has("@type") {
        return Some(Format::Cpsv);
    }
    if has("services") || has("regions") {
        return Some(Format::Own);
    }
    if has("TASK_CODE") {
        return Some(Format::Guangdong);
    }
    let is_item = members.len() == 1 && own::LINES.iter().any(|name| has(name));
    is_item.then_some(Format::OwnLines)
}
