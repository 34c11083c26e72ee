//! Why a credential is not made or not believed.

use crate::signer::SignError;

/// Why a credential is not made or not believed. It never says what stands in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CredentialError {
    /// Larger than [`crate::MOST_BYTES`], or more claims than [`crate::MOST_DISCLOSURES`].
    #[error("the credential is too large")]
    TooLarge,
    /// It is no SD-JWT (RFC 9901, 4).
    #[error("the credential is malformed")]
    Malformed,
    /// Its `typ` is none of a credential.
    #[error("the credential's type is another")]
    Type,
    /// It is signed otherwise than with ES256, or wants what this version does not understand (RFC 7515, 4.1.11).
    #[error("the credential's algorithm is not allowed")]
    Algorithm,
    /// No published key of the issuer signed it.
    #[error("the credential's signature does not hold")]
    Signature,
    /// Another issuer's.
    #[error("the credential is another issuer's")]
    Issuer,
    /// Another `vct`.
    #[error("the credential is of another kind")]
    Kind,
    /// It is about nobody.
    #[error("the credential names no subject")]
    Subject,
    /// It is not valid yet.
    #[error("the credential is not valid yet")]
    NotYetValid,
    /// It is not valid any more, or says no end.
    #[error("the credential has expired")]
    Expired,
    /// A disclosure breaks RFC 9901, 7.1.
    #[error("a disclosure is refused: {0}")]
    Disclosure(&'static str),
    /// The holder's key is not proved (RFC 9901, 7.3).
    #[error("the key binding is refused: {0}")]
    KeyBinding(&'static str),
    /// A device's proof of its key is refused (OpenID for Verifiable Credential Issuance 1.0, F.4).
    #[error("the proof of a key is refused: {0}")]
    KeyProof(&'static str),
    /// There is no such claim to disclose.
    #[error("the credential has no such claim")]
    NoSuchClaim,
    /// Nothing could be signed.
    #[error("signing failed")]
    Sign(#[from] SignError),
}

impl CredentialError {
    /// Whether a new credential or presentation of the same person would be taken.
    #[must_use]
    pub fn is_over(&self) -> bool {
        matches!(self, Self::Expired | Self::KeyBinding(crate::verify::STALE))
    }
}
