//! What can be wrong with a model.

/// Why a model, or vectors that were kept, were not loaded.
///
/// No person reads it: without a model the search is by words alone, which is what a device without memory for one has too.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ModelError {
    /// It does not begin as a model, or as vectors, begin.
    #[error("the bytes are no model and no vectors")]
    NotAModel,
    /// It is of another version of the format.
    #[error("the file has version {found}, this program knows {known}")]
    Version {
        /// The version found.
        found: u32,
        /// The one version known.
        known: u32,
    },
    /// It was changed on its way or on the disk.
    #[error("the file is damaged")]
    Damaged,
    /// They are of another model.
    #[error("the vectors are of another model")]
    AnotherModels,
    /// It ends early or its parts do not fit each other.
    #[error("the file's {part} does not fit")]
    Misfit {
        /// Which part.
        part: &'static str,
    },
}

impl ModelError {
    pub(crate) fn misfit(part: &'static str) -> Self {
        Self::Misfit { part }
    }
}
