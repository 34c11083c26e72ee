//! Why a bundle is not opened.

use fingertip_bundle::FormatError;
use fingertip_standard::{Fault, FaultClass};

/// Why a bundle is not opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// Its bytes are not those that the department signed.
    #[error("bundle was changed: {reason}")]
    Changed {
        /// Which check.
        reason: String,
    },
    /// The repository's signatures do not hold.
    #[error("repository is not trusted: {reason}")]
    NotTrusted {
        /// Which check.
        reason: String,
    },
    /// No department publishes it.
    #[error("no department publishes {target:?}")]
    NotPublished {
        /// The target.
        target: String,
    },
    /// The repository's metadata has run out, or this device's clock is wrong.
    #[error("repository's {role} metadata has run out, or the clock is wrong")]
    Expired {
        /// Which role.
        role: String,
    },
    /// It is not on this device and the repository cannot be reached.
    #[error("repository cannot be reached and the bundle is not on this device")]
    Offline,
    /// It is on this device, but was last verified too long ago.
    #[error("bundle was last verified more than {days} days ago")]
    GraceOver {
        /// The days of grace.
        days: u32,
    },
    /// What is signed is no bundle.
    #[error("what is signed is no bundle")]
    Format(#[from] FormatError),
    /// The device's disk failed.
    #[error("bundle cache failed")]
    Disk(#[from] std::io::Error),
}

impl Fault for BundleError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Offline | Self::GraceOver { .. } => FaultClass::Network,
            Self::Disk(_) => FaultClass::Device,
            Self::NotTrusted { .. } | Self::Expired { .. } => FaultClass::Platform,
            Self::Changed { .. } | Self::NotPublished { .. } => FaultClass::Department,
            Self::Format(error) => error.class(),
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "fault-bundle-changed",
            Self::NotTrusted { .. } => "fault-repository-not-trusted",
            Self::NotPublished { .. } => "fault-bundle-not-published",
            Self::Expired { .. } => "fault-repository-expired",
            Self::Offline => "fault-bundle-offline",
            Self::GraceOver { .. } => "fault-bundle-grace-over",
            Self::Format(error) => error.message_id(),
            Self::Disk(_) => "fault-bundle-disk",
        }
    }
}

impl From<sigstore_tuf::Error> for BundleError {
    fn from(error: sigstore_tuf::Error) -> Self {
        use sigstore_tuf::Error as Tuf;
        match error {
            Tuf::IntegrityMismatch(reason) => Self::Changed { reason },
            Tuf::TargetNotFound(target) => Self::NotPublished { target },
            Tuf::Expired { role, .. } => Self::Expired { role },
            Tuf::Transport { .. } => Self::Offline,
            Tuf::Io { source, .. } => Self::Disk(source),
            other => Self::NotTrusted { reason: other.to_string() },
        }
    }
}
