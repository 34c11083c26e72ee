//! Why something cannot be published.

use std::{io, path::PathBuf};

use fingertip_bundle::FormatError;

/// Why something cannot be published.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The bundle is refused.
    #[error("the bundle is refused")]
    Bundle(#[from] FormatError),
    /// A file cannot be read or written.
    #[error("{path} cannot be read or written")]
    Disk {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The repository cannot be read or signed.
    #[error("the repository cannot be read or signed")]
    Repository(#[from] Box<tough::error::Error>),
    /// A key cannot be made or read.
    #[error("a key cannot be made or read: {reason}")]
    Key {
        /// What failed.
        reason: String,
    },
    /// A department with a name that the repository needs itself.
    #[error("{name:?} is one of the repository's own names and cannot be a department")]
    Reserved {
        /// The name.
        name: String,
    },
    /// A department that may not publish here.
    #[error("{department:?} is no role of this repository: its operator must admit it first")]
    Unknown {
        /// The department.
        department: String,
    },
    /// An interpreter that no device would take.
    #[error("an interpreter of {bytes} bytes is over the limit of {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: u64,
    },
    /// A version that is already out, or older.
    #[error("version {version} is not newer than the published {published}")]
    NotNewer {
        /// The version to publish.
        version: u64,
        /// The one that is out.
        published: u64,
    },
    /// A signed release that is not what its signature says, or signs what is not the department's.
    #[error("the signed release of {department:?} is refused: {reason}")]
    Submission {
        /// Whose it is.
        department: String,
        /// What is wrong.
        reason: String,
    },
}

impl From<tough::error::Error> for PublishError {
    fn from(error: tough::error::Error) -> Self {
        Self::Repository(Box::new(error))
    }
}

impl PublishError {
    pub(crate) fn disk(path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self::Disk { path: path.into(), source }
    }

    pub(crate) fn key(error: impl std::fmt::Display) -> Self {
        Self::Key { reason: error.to_string() }
    }
}
