//! Why the platform did not do what was asked.

use std::time::Duration;

use fingertip_contract::{ProblemCode, api::AssuranceLevel};
use fingertip_standard::{
    Fault, FaultClass,
    requests::{Answer, Objection, Refusal, RequestFault},
};
use jiff::Timestamp;

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
    /// Nobody is signed in, or the session's issuer has ended it.
    #[error("nobody is signed in")]
    NotSignedIn,
    /// The platform takes neither the session's token nor a fresh one, or none can be shown. The session goes on: its issuer alone
    /// ends it.
    #[error("platform does not take the session's token now")]
    TokenNotTaken,
    /// An address to which no token may be sent: neither `https` nor this very device.
    #[error("address is neither https nor this device")]
    Insecure,
    /// It says no, with a reason.
    #[error("platform refuses with {status}: {}", known(code))]
    Refused {
        /// The HTTP status.
        status: u16,
        /// The problem's code.
        code: ProblemCode,
        /// A department's own words.
        words: Option<String>,
        /// When it is worth asking again, where the platform says so.
        retry_after: Option<RetryAfter>,
    },
}

/// A department's own code is its answer to the person: nobody knows what stands in it.
fn known(code: &ProblemCode) -> &str {
    match code {
        ProblemCode::Unknown(_) => "a code of its own",
        code => code.as_str(),
    }
}

/// When it is worth asking again (`Retry-After`, RFC 9110, 10.2.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RetryAfter {
    /// After so long.
    Wait(Duration),
    /// From then on.
    At(Timestamp),
}

impl RetryAfter {
    /// Reads the header; none where it makes no sense.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        if let Ok(seconds) = text.trim().parse() {
            return Some(Self::Wait(Duration::from_secs(seconds)));
        }
        let at = jiff::fmt::rfc2822::parse(text.trim()).ok()?;
        Some(Self::At(at.timestamp()))
    }
}

impl Fault for PlatformError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Unreachable | Self::TimedOut => FaultClass::Network,
            Self::Nonsense { .. } | Self::TokenNotTaken | Self::Insecure => FaultClass::Platform,
            Self::NotSignedIn => FaultClass::Person,
            Self::Refused { code, status, .. } => class_of(code, *status),
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Unreachable => "fault-platform-unreachable",
            Self::TimedOut => "fault-platform-slow",
            Self::Nonsense { .. } => "fault-platform-nonsense",
            Self::NotSignedIn => "fault-session-ended",
            Self::TokenNotTaken => "fault-platform-token",
            Self::Insecure => "fault-address-insecure",
            Self::Refused { code: ProblemCode::DepartmentUnavailable, .. } => "fault-department-unavailable",
            Self::Refused { code, .. } if AssuranceLevel::needed(code).is_some() => "fault-assurance",
            Self::Refused { status: 500.., .. } => "fault-platform-broken",
            Self::Refused { code, .. } => {
                let of_case = act_message(code).or_else(|| joint_message(code));
                let own = helper_message(code).or(of_case).or_else(|| proof_message(code));
                own.unwrap_or("fault-platform-refused")
            }
        }
    }

    fn can_retry(&self) -> bool {
        !matches!(self, Self::Refused { status: ..500, .. } | Self::Insecure)
    }
}

/// Whose a refusal is. What is said of a department is its affair, also when the platform answers for it.
fn class_of(code: &ProblemCode, status: u16) -> FaultClass {
    match code {
        ProblemCode::DepartmentUnknown
        | ProblemCode::DepartmentUnavailable
        | ProblemCode::DepartmentRefused
        | ProblemCode::DepartmentTokenInvalid => FaultClass::Department,
        _ if status >= 500 => FaultClass::Platform,
        ProblemCode::ProofExpired => FaultClass::Device,
        _ if helper_message(code).is_some()
            || act_message(code).is_some()
            || joint_message(code).is_some()
            || proof_message(code).is_some()
            || AssuranceLevel::needed(code).is_some() =>
        {
            FaultClass::Person
        }
        _ => FaultClass::Department,
    }
}

/// What is said of a refusal that has to do with helpers.
fn helper_message(code: &ProblemCode) -> Option<&'static str> {
    Some(match code {
        ProblemCode::HelperCodeUnknown => "fault-helper-code-unknown",
        ProblemCode::HelperTries => "fault-helper-tries",
        ProblemCode::HelperOwn => "fault-helper-own",
        ProblemCode::HelperTooMany => "fault-helper-too-many",
        ProblemCode::HelperLinkUnknown => "fault-helper-link-unknown",
        _ => return None,
    })
}

/// What is said of a refusal of what a person does in a case.
fn act_message(code: &ProblemCode) -> Option<&'static str> {
    Some(match code {
        ProblemCode::ActIncomplete => "fault-act-incomplete",
        ProblemCode::WordsTooLong => "fault-words-too-long",
        ProblemCode::CaseState => "fault-case-state",
        _ => return None,
    })
}

/// What is said of a refusal of a life event that is asked for with one form, and of more requests than are answered.
fn joint_message(code: &ProblemCode) -> Option<&'static str> {
    Some(match code {
        ProblemCode::JointFormInvalid => "fault-joint-form",
        ProblemCode::JointUnknown => "fault-joint-unknown",
        ProblemCode::JointNotFound => "fault-joint-not-found",
        ProblemCode::JointState => "fault-joint-state",
        ProblemCode::TooManyRequests => "fault-too-many-requests",
        _ => return None,
    })
}

/// What is said of a refusal that has to do with what comes with a case: mini-apps have no words for it.
#[must_use]
pub fn proof_message(code: &ProblemCode) -> Option<&'static str> {
    Some(match code {
        ProblemCode::ProofExpired => "fault-proof-expired",
        ProblemCode::ProofInvalid | ProblemCode::ProofMissing => "fault-proof-refused",
        ProblemCode::DocumentInvalid | ProblemCode::DocumentOfAnother | ProblemCode::DocumentExpired => {
            "fault-document-refused"
        }
        ProblemCode::AppNotPublished => "fault-app-not-published",
        ProblemCode::MandateInvalid => "fault-mandate",
        ProblemCode::FactsOfAnother => "fault-facts-of-another",
        _ => return None,
    })
}

impl PlatformError {
    /// Whether the shell has to tell the person, for a mini-app would not know what to say.
    pub fn has_own_words(&self) -> bool {
        matches!(self, Self::Refused { code, .. } if proof_message(code).is_some())
    }

    /// What a mini-app is told.
    pub fn for_guest(&self) -> Answer {
        match self {
            Self::Unreachable => Answer::Failed(RequestFault::Offline),
            Self::TimedOut => Answer::Failed(RequestFault::TimedOut),
            Self::NotSignedIn => Answer::Refused(Refusal::NeedsSignIn),
            Self::Refused { code: ProblemCode::DepartmentUnavailable, .. } => {
                Answer::Failed(RequestFault::DepartmentUnavailable)
            }
            Self::Refused { code, .. } if AssuranceLevel::needed(code).is_some() => {
                Answer::Refused(Refusal::NeedsStrongerSignIn)
            }
            Self::Nonsense { .. }
            | Self::TokenNotTaken
            | Self::Insecure
            | Self::Refused { status: 500.., .. } => Answer::Failed(RequestFault::PlatformUnavailable),
            Self::Refused { code, words, .. } => {
                Answer::Rejected(Objection { code: code.to_string(), words: words.clone() })
            }
        }
    }

    /// Whether the same request may succeed later: it is kept and sent again. What a client may repeat unchanged (RFC 9110, 15.5.9;
    /// RFC 8470, 5.2; RFC 6585, 4), and what is about the way, the session or the platform and not about what was sent, is no refusal of it.
    pub fn is_passing(&self) -> bool {
        match self {
            // A proof is made anew each time, with the time that the device then has.
            Self::Refused { code: ProblemCode::ProofExpired, .. } => true,
            Self::Refused { status: 401 | 407 | 408 | 421 | 423 | 425 | 429 | 500.., .. } => true,
            Self::Refused { code, .. } => matches!(
                code,
                ProblemCode::NotFound
                    | ProblemCode::MethodNotAllowed
                    | ProblemCode::TokenInvalid
                    | ProblemCode::TokenExpired
                    | ProblemCode::IssuerUnavailable
                    // The person signs in more surely, and then it is taken.
                    | ProblemCode::AssuranceSubstantialNeeded
                    | ProblemCode::AssuranceHighNeeded
                    | ProblemCode::PlatformFailed
                    | ProblemCode::DepartmentUnavailable
                    // An upload is begun anew, or another one has ended by then.
                    | ProblemCode::UploadUnknown
                    | ProblemCode::UploadOffset
                    | ProblemCode::UploadIncomplete
                    | ProblemCode::UploadTooMany
            ),
            _ => true,
        }
    }

    /// How surely the person has to sign in for it, where that is what is missing.
    #[must_use]
    pub fn needed_assurance(&self) -> Option<AssuranceLevel> {
        match self {
            Self::Refused { code, .. } => AssuranceLevel::needed(code),
            _ => None,
        }
    }

    /// When it is worth asking again, where the platform says so.
    #[must_use]
    pub fn retry_after(&self) -> Option<RetryAfter> {
        match self {
            Self::Refused { retry_after, .. } => *retry_after,
            _ => None,
        }
    }

    /// The words of whoever refuses it, for the person.
    #[must_use]
    pub fn into_words(self) -> Option<String> {
        match self {
            Self::Refused { words, .. } => words,
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(code: ProblemCode) -> PlatformError {
        PlatformError::Refused { status: code.status(), code, words: None, retry_after: None }
    }

    #[test]
    fn a_case_whose_proof_came_too_late_stays_and_the_person_is_told_what_to_do() {
        let late = refused(ProblemCode::ProofExpired);
        assert!(late.is_passing() && late.has_own_words());
        assert_eq!((late.message_id(), late.class()), ("fault-proof-expired", FaultClass::Device));
    }

    #[test]
    fn what_needs_a_surer_sign_in_waits_for_one_and_is_the_persons_affair() {
        for (code, level) in [
            (ProblemCode::AssuranceSubstantialNeeded, AssuranceLevel::Substantial),
            (ProblemCode::AssuranceHighNeeded, AssuranceLevel::High),
        ] {
            let error = refused(code);
            assert_eq!(error.needed_assurance(), Some(level));
            assert!(error.is_passing() && error.class() == FaultClass::Person);
            assert_eq!(error.for_guest(), Answer::Refused(Refusal::NeedsStrongerSignIn));
        }
        assert_eq!(refused(ProblemCode::StepUpNeeded).needed_assurance(), None);
    }

    #[test]
    fn what_comes_with_a_case_and_is_refused_is_explained_by_the_shell_and_goes_no_second_time() {
        for code in [
            ProblemCode::ProofMissing,
            ProblemCode::ProofInvalid,
            ProblemCode::DocumentInvalid,
            ProblemCode::DocumentOfAnother,
            ProblemCode::DocumentExpired,
            ProblemCode::AppNotPublished,
            ProblemCode::MandateInvalid,
            ProblemCode::FactsOfAnother,
        ] {
            let error = refused(code.clone());
            assert!(error.has_own_words() && !error.is_passing(), "{code}");
            assert_ne!(error.message_id(), "fault-platform-refused", "{code}");
        }
        let other = refused(ProblemCode::CaseState);
        assert!(!other.has_own_words() && !other.is_passing());
        assert!(refused(ProblemCode::PlatformFailed).is_passing() && PlatformError::Unreachable.is_passing());
    }
}
