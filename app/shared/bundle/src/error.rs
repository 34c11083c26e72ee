//! Why bytes are no bundle.

use fingertip_standard::{Fault, FaultClass, manifest::ManifestError};

/// Why bytes are no bundle.
#[derive(Debug, Clone, thiserror::Error)]
#[non_exhaustive]
pub enum FormatError {
    /// Not a bundle.
    #[error("bundle is malformed: {reason}")]
    Malformed {
        /// The rule it breaks.
        reason: String,
    },
    /// Its manifest is refused.
    #[error("manifest is refused")]
    Manifest(#[from] ManifestError),
}

impl Fault for FormatError {
    fn class(&self) -> FaultClass {
        FaultClass::Department
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "fault-bundle-malformed",
            Self::Manifest(error) => error.message_id(),
        }
    }
}

pub(crate) fn malformed(reason: impl Into<String>) -> FormatError {
    FormatError::Malformed { reason: reason.into() }
}
