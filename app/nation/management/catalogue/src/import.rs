//! Catalogues of other formats, and our own.

use fingertip_contract::Catalogue;

use crate::{guangdong, imported::Imported};

/// Why a file is not a catalogue at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ImportError {
    /// Neither a catalogue in our own JSON nor lines of a known format.
    #[error("not a catalogue in a known format: {reason}")]
    UnknownFormat {
        /// What was looked for.
        reason: String,
    },
}

/// Reads a catalogue: our own JSON (an object with `services`), or JSON lines as Guangdong province publishes them.
///
/// # Errors
/// [`ImportError::UnknownFormat`] when nothing in `text` can be read.
pub fn import(text: &str) -> Result<Imported, ImportError> {
    let imported = match serde_json::from_str::<serde_json::Value>(text) {
        Ok(whole) if whole.get("services").is_some() => {
            let (catalogue, rejected) = Catalogue::read(whole);
            Imported { catalogue, rejected }
        }
        _ => guangdong::import(text),
    };
    if imported.catalogue.services.is_empty() {
        let reason = imported.rejected.first().map_or_else(
            || "it is empty".to_owned(),
            |first| format!("line {}: {}", first.line, first.reason),
        );
        return Err(ImportError::UnknownFormat { reason });
    }
    Ok(imported)
}
