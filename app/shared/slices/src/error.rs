//! Why a slice or an index is not taken.

/// Why a slice or an index is not taken. None of it quotes what was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SliceError {
    /// It is no index at all.
    #[error("what should be an index of slices is none")]
    NoIndex,
    /// The index is of a later format than this version reads.
    #[error("the index of slices is of format {format}, and {known} is the newest that is known")]
    LaterFormat {
        /// What it says.
        format: u32,
        /// What is known.
        known: u32,
    },
    /// It is larger than it says, or than anything of its kind may be.
    #[error("a slice is larger than its index says")]
    TooLarge,
    /// It cannot be unpacked.
    #[error("a slice cannot be unpacked")]
    NotPacked,
    /// It is not the text whose name was asked for.
    #[error("a slice has another hash than its index says")]
    OtherName,
    /// A difference names lines that are not there, or is none.
    #[error("a difference does not lead from this slice to another")]
    DoesNotFit,
}
