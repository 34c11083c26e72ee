//! Why the platform did not do what was asked.

use fingertip_standard::{
    Fault, FaultClass,
    requests::{Answer, Objection, Refusal, RequestFault},
};

/// Why the platform did not do what was asked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PlatformError {
    /// It cannot be reached.
    #[error("platform cannot be reached")]
    Unreachable,
    /// It did not answer in time.
    #[error("platform did not answer in time")]
    TimedOut,
    /// Its answer makes no sense.
    #[error("platform's answer makes no sense: {reason}")]
    Nonsense {
        /// What was expected.
        reason: String,
    },
    /// The session's token is not taken.
    #[error("platform does not take the session's token")]
    NotSignedIn,
    /// It says no, with a reason.
    #[error("platform refuses with {status}: {code}")]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The problem's code.
        code: String,
        /// A department's own words.
        words: Option<String>,
    },
}

impl Fault for PlatformError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Unreachable | Self::TimedOut => FaultClass::Network,
            Self::Nonsense { .. } => FaultClass::Platform,
            Self::NotSignedIn => FaultClass::Person,
            Self::Refused { code, .. } if code.starts_with("department-") => FaultClass::Department,
            Self::Refused { status: 500.., .. } => FaultClass::Platform,
            Self::Refused { code, .. } if helper_message(code).is_some() => FaultClass::Person,
            Self::Refused { .. } => FaultClass::Department,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Unreachable => "fault-platform-unreachable",
            Self::TimedOut => "fault-platform-slow",
            Self::Nonsense { .. } => "fault-platform-nonsense",
            Self::NotSignedIn => "fault-session-ended",
            Self::Refused { code, .. } if code == "department-unavailable" => "fault-department-unavailable",
            Self::Refused { status: 500.., .. } => "fault-platform-broken",
            Self::Refused { code, .. } => helper_message(code).unwrap_or("fault-platform-refused"),
        }
    }

    fn can_retry(&self) -> bool {
        !matches!(self, Self::Refused { status: ..500, .. })
    }
}

/// What is said of a refusal that has to do with helpers.
fn helper_message(code: &str) -> Option<&'static str> {
    Some(match code {
        "helper-code-unknown" => "fault-helper-code-unknown",
        "helper-tries" => "fault-helper-tries",
        "helper-own" => "fault-helper-own",
        "helper-too-many" => "fault-helper-too-many",
        "helper-link-unknown" => "fault-helper-link-unknown",
        _ => return None,
    })
}

impl PlatformError {
    /// What a mini-app is told.
    pub fn for_guest(&self) -> Answer {
        match self {
            Self::Unreachable => Answer::Failed(RequestFault::Offline),
            Self::TimedOut => Answer::Failed(RequestFault::TimedOut),
            Self::NotSignedIn => Answer::Refused(Refusal::NeedsSignIn),
            Self::Refused { code, .. } if code == "department-unavailable" => {
                Answer::Failed(RequestFault::DepartmentUnavailable)
            }
            Self::Nonsense { .. } | Self::Refused { status: 500.., .. } => {
                Answer::Failed(RequestFault::PlatformUnavailable)
            }
            Self::Refused { code, words, .. } => {
                Answer::Rejected(Objection { code: code.clone(), words: words.clone() })
            }
        }
    }

    /// Whether the same request may succeed later: it is kept and sent again.
    pub fn is_passing(&self) -> bool {
        !matches!(self, Self::Refused { status: ..500, .. })
    }
}
