//! Where that comes from which shows in whose name a request is made.

use async_trait::async_trait;

use crate::error::PlatformError;

/// The request that a token is to go with: a proof of possession holds for one request alone (RFC 9449 4.2).
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// The HTTP method.
    pub method: &'a str,
    /// The whole address.
    pub url: &'a str,
    /// The nonce that its server gave last (RFC 9449 9), where it gave one.
    pub nonce: Option<&'a str>,
    /// Whom the token must be for, as its issuer names them (RFC 8693 2.1); none for the platform.
    pub audience: Option<&'a str>,
}

/// What a request in the person's name carries. It has no `Debug`: both are secrets.
#[derive(Clone, PartialEq, Eq)]
pub struct Credentials {
    /// The header `Authorization` (RFC 6750 2.1, RFC 9449 7.1).
    pub authorization: String,
    /// The header `DPoP`; none for a bearer token.
    pub proof: Option<String>,
}

/// Gives the person's token to the client that asks for them; who they are is somebody else's affair.
#[async_trait]
pub trait TokenSource: Send + Sync {
    /// What goes with one request, with a token that should be good. Asked for anew whenever the request is sent again.
    ///
    /// # Errors
    /// [`PlatformError::NotSignedIn`] when there is no session, which nobody but its issuer ends; [`PlatformError::Unreachable`] when
    /// no token can be got now; [`PlatformError::TokenNotTaken`] when none can be shown.
    async fn credentials(&self, target: &Target<'_>) -> Result<Credentials, PlatformError>;

    /// The platform did not take the last token: the next one is another, where there can be another.
    async fn drop_token(&self);
}
