//! Why a request is not answered.

use fingertip_standard::{Fault, FaultClass};
use url::Url;

use crate::answer::refusal;

/// Why a request is not answered. It never says what stands in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PresentationError {
    /// The link names no request.
    #[error("the link names no request: {0}")]
    Link(&'static str),
    /// Who asks is none whom the nation has registered, or is named in a way that nobody can check here (OpenID4VP 5.9).
    #[error("the asker is nobody whom the nation knows")]
    UnknownAsker,
    /// No registered key of the asker signed it, or it is no request object at all (RFC 9101, 6.2).
    #[error("the request is not signed by its asker: {0}")]
    Signature(&'static str),
    /// It was meant for another time.
    #[error("the request has run out")]
    Expired,
    /// It breaks a rule of the protocol (`invalid_request`, OpenID4VP 8.5).
    #[error("the request is malformed: {0}")]
    Request(&'static str),
    /// It asks for a kind of answer that this version does not give (`unsupported_response_type`, RFC 6749, 4.1.2.1).
    #[error("the request wants another kind of answer")]
    ResponseType,
    /// It asks for another way of answering: encrypted, or through the browser (`invalid_request`).
    #[error("the request wants its answer in another way")]
    ResponseMode,
    /// It asks for a scope, and no scope is an alias for a query here (`invalid_scope`).
    #[error("the request names a scope and no query")]
    Scope,
    /// The person would agree to a transaction with it (`invalid_transaction_data`).
    #[error("the request binds a transaction")]
    TransactionData,
    /// None of the formats that it asks for or takes is spoken here (`vp_formats_not_supported`).
    #[error("the request is for other formats")]
    Formats,
    /// What it asks for is not there, or cannot be shown (`access_denied`).
    #[error("what the request asks for is not there")]
    NothingFits,
    /// The person said no (`access_denied`).
    #[error("the person said no")]
    Declined,
}

impl PresentationError {
    /// The code by which an asker that is known to be the asker is told (OpenID4VP 8.5); none for what is nobody's request.
    #[must_use]
    pub fn code(self) -> Option<&'static str> {
        match self {
            Self::Link(_) | Self::UnknownAsker | Self::Signature(_) => None,
            Self::Expired | Self::Request(_) | Self::ResponseMode => Some("invalid_request"),
            Self::ResponseType => Some("unsupported_response_type"),
            Self::Scope => Some("invalid_scope"),
            Self::TransactionData => Some("invalid_transaction_data"),
            Self::Formats => Some("vp_formats_not_supported"),
            Self::NothingFits | Self::Declined => Some("access_denied"),
        }
    }
}

impl Fault for PresentationError {
    fn class(&self) -> FaultClass {
        match self {
            Self::Link(_) | Self::Expired | Self::NothingFits | Self::Declined => FaultClass::Person,
            Self::UnknownAsker
            | Self::Signature(_)
            | Self::Request(_)
            | Self::ResponseType
            | Self::ResponseMode
            | Self::Scope
            | Self::TransactionData
            | Self::Formats => FaultClass::Department,
        }
    }

    fn message_id(&self) -> &'static str {
        match self {
            Self::Link(_) => "fault-presentation-link",
            Self::UnknownAsker => "fault-presentation-unknown",
            Self::Signature(_) => "fault-presentation-signature",
            Self::Expired => "fault-presentation-expired",
            Self::Request(_) => "fault-presentation-malformed",
            Self::ResponseType | Self::ResponseMode | Self::Scope | Self::TransactionData | Self::Formats => {
                "fault-presentation-unsupported"
            }
            Self::NothingFits | Self::Declined => "fault-presentation-nothing",
        }
    }

    fn can_retry(&self) -> bool {
        false
    }
}

/// What an asker is told, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Telling {
    /// Where it goes (`response_uri`).
    pub to: Url,
    /// A form, as it is posted.
    pub form: String,
}

impl Telling {
    /// That nothing is answered, and the protocol's word for why; none where it has none.
    pub(crate) fn of(why: PresentationError, to: &Url, state: Option<&str>) -> Option<Self> {
        Some(Self { to: to.clone(), form: refusal(why.code()?, state) })
    }
}

/// A request that is not answered, and what its asker is told of that: nothing where nobody knows whose request it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// Why.
    pub why: PresentationError,
    /// What the asker is told.
    pub telling: Option<Box<Telling>>,
}

impl Refused {
    /// Told to nobody.
    pub(crate) fn silently(why: PresentationError) -> Self {
        Self { why, telling: None }
    }

    /// Told at `to`, with the request's `state`.
    pub(crate) fn told(why: PresentationError, to: &Url, state: Option<&str>) -> Self {
        Self { why, telling: Telling::of(why, to, state).map(Box::new) }
    }
}
