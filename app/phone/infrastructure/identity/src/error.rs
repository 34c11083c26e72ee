//! What can go wrong with a session.

use fingertip_standard::{Fault, FaultClass};

use fingertip_secrets::SecretError;

/// Why a session could not be begun, kept or ended. What a provider or a person said is no part of it.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum IdentityError {
    /// The identity provider cannot be reached.
    #[error("identity provider cannot be reached: {reason}")]
    Unreachable {
        /// What was being done.
        reason: &'static str,
    },
    /// The provider answered nonsense, or something that fails a check.
    #[error("identity provider's answer is refused: {reason}")]
    Refused {
        /// Which check.
        reason: &'static str,
    },
    /// This device's clock is wrong: what the provider just signed is from the future or has run out.
    #[error("this device's clock is wrong")]
    Clock,
    /// An address to which nothing secret may be sent: neither `https` nor this very device.
    #[error("not sent over a connection that others can read: {what}")]
    Insecure {
        /// Whose address it is.
        what: &'static str,
    },
    /// What is kept of a session is of a newer version. It stays as it is.
    #[error("the kept session is of a newer version")]
    Newer,
    /// The person cancelled.
    #[error("sign-in was cancelled")]
    Cancelled,
    /// The person did not come back in time.
    #[error("sign-in was not finished in time")]
    TimedOut,
    /// There is no session.
    #[error("nobody is signed in")]
    SignedOut,
    /// The provider ended the session.
    #[error("the session has ended")]
    SessionEnded,
    /// The key store failed.
    #[error("the key store failed")]
    Secrets(#[from] SecretError),
    /// No local port for the answer.
    #[error("no local port for the provider's answer")]
    Loopback(#[from] std::io::Error),
}

impl Fault for IdentityError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Unreachable { .. } => FaultClass::Network,
            Self::Refused { .. } | Self::Insecure { .. } => FaultClass::Platform,
            Self::Cancelled | Self::TimedOut | Self::SignedOut | Self::SessionEnded => FaultClass::Person,
            Self::Clock | Self::Newer | Self::Secrets(_) | Self::Loopback(_) => FaultClass::Device,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Unreachable { .. } => "fault-sign-in-unreachable",
            Self::Refused { .. } => "fault-sign-in-refused",
            Self::Clock => "fault-clock",
            Self::Insecure { .. } => "fault-address-insecure",
            Self::Newer => "fault-session-newer",
            Self::Cancelled => "fault-sign-in-cancelled",
            Self::TimedOut => "fault-sign-in-timed-out",
            Self::SignedOut => "fault-signed-out",
            Self::SessionEnded => "fault-session-ended",
            Self::Secrets(_) => "fault-key-store",
            Self::Loopback(_) => "fault-loopback",
        }
    }

    fn can_retry(&self) -> bool {
        !matches!(self, Self::Insecure { .. } | Self::Newer)
    }
}

/// A check that an answer fails.
pub(crate) fn refused(reason: &'static str) -> IdentityError {
    IdentityError::Refused { reason }
}
