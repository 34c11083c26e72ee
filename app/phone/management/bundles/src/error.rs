//! Why a bundle is not opened.

use std::io;

use fingertip_bundle::FormatError;
use fingertip_standard::{Fault, FaultClass};

use crate::fetch::FetchError;

/// Why a bundle is not opened.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum BundleError {
    /// What came over the network is not what was signed.
    #[error("bundle was changed: {reason}")]
    Changed {
        /// Which check.
        reason: String,
    },
    /// What this device kept is no longer what was verified.
    #[error("what was kept on this device was changed: {reason}")]
    ChangedHere {
        /// Which check.
        reason: String,
    },
    /// The repository's signatures do not hold.
    #[error("repository is not trusted: {reason}")]
    NotTrusted {
        /// Which check.
        reason: String,
    },
    /// The repository answered with less than this device knows already.
    #[error("repository's {role} metadata is older than what this device knows")]
    Older {
        /// Which role.
        role: String,
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
    /// The connection broke off, or nothing more came. What has come is kept and gone on from.
    #[error("the connection broke off while the bundle was fetched")]
    Interrupted,
    /// The repository's server has a problem.
    #[error("repository's server answered {status}")]
    ServerFailed {
        /// The HTTP status.
        status: u16,
    },
    /// Something answered that is no repository: the start page of a network, or nothing where the repository should stand.
    #[error("what answered is no repository")]
    NoRepository,
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
    Disk(#[from] io::Error),
}

impl BundleError {
    /// Whether it is the way to the repository and passes by itself: another network or another hour may do.
    #[must_use]
    pub fn is_passing(&self) -> bool {
        matches!(
            self,
            Self::Offline
                | Self::Interrupted
                | Self::ServerFailed { .. }
                | Self::NoRepository
                | Self::Older { .. }
        )
    }

    /// The same again, for each who waited for one refresh.
    pub(crate) fn again(&self) -> Self {
        match self {
            Self::Changed { reason } => Self::Changed { reason: reason.clone() },
            Self::ChangedHere { reason } => Self::ChangedHere { reason: reason.clone() },
            Self::NotTrusted { reason } => Self::NotTrusted { reason: reason.clone() },
            Self::Older { role } => Self::Older { role: role.clone() },
            Self::NotPublished { target } => Self::NotPublished { target: target.clone() },
            Self::Expired { role } => Self::Expired { role: role.clone() },
            Self::Offline => Self::Offline,
            Self::Interrupted => Self::Interrupted,
            Self::ServerFailed { status } => Self::ServerFailed { status: *status },
            Self::NoRepository => Self::NoRepository,
            Self::GraceOver { days } => Self::GraceOver { days: *days },
            Self::Format(error) => Self::Format(error.clone()),
            Self::Disk(error) => Self::Disk(io::Error::new(error.kind(), error.to_string())),
        }
    }
}

impl Fault for BundleError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Offline | Self::Interrupted | Self::NoRepository | Self::GraceOver { .. } => {
                FaultClass::Network
            }
            Self::Disk(_) | Self::ChangedHere { .. } => FaultClass::Device,
            Self::NotTrusted { .. }
            | Self::Older { .. }
            | Self::Expired { .. }
            | Self::ServerFailed { .. } => FaultClass::Platform,
            Self::Changed { .. } | Self::NotPublished { .. } => FaultClass::Department,
            Self::Format(error) => error.class(),
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Changed { .. } => "fault-bundle-changed",
            Self::ChangedHere { .. } => "fault-bundle-changed-here",
            Self::NotTrusted { .. } => "fault-repository-not-trusted",
            Self::Older { .. } => "fault-repository-older",
            Self::NotPublished { .. } => "fault-bundle-not-published",
            Self::Expired { .. } => "fault-repository-expired",
            Self::Offline => "fault-bundle-offline",
            Self::Interrupted => "fault-bundle-interrupted",
            Self::ServerFailed { .. } => "fault-platform-broken",
            Self::NoRepository => "fault-repository-page",
            Self::GraceOver { .. } => "fault-bundle-grace-over",
            Self::Format(error) => error.message_id(),
            Self::Disk(_) => "fault-bundle-disk",
        }
    }

    // What was changed here is fetched anew as soon as there is a network.
    fn can_retry(&self) -> bool {
        matches!(self.class(), FaultClass::Network | FaultClass::Platform)
            || matches!(self, Self::ChangedHere { .. })
    }
}

impl From<FetchError> for BundleError {
    fn from(error: FetchError) -> Self {
        match error {
            FetchError::Unreachable => Self::Offline,
            FetchError::Interrupted => Self::Interrupted,
            FetchError::Status(status) => Self::ServerFailed { status },
            FetchError::Page => Self::NoRepository,
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
            Tuf::Rollback { role, .. } => Self::Older { role },
            // Without a cause of ours it is what the verifier says of a file that is not there.
            Tuf::Transport { source, .. } => source
                .and_then(|source| source.downcast::<FetchError>().ok())
                .map_or(Self::NoRepository, |source| Self::from(*source)),
            Tuf::Io { source, .. } => Self::Disk(source),
            other => Self::NotTrusted { reason: other.to_string() },
        }
    }
}
