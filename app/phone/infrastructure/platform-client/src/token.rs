//! Where the person's token comes from.

use async_trait::async_trait;

use crate::error::PlatformError;

/// Gives the person's token to the client that asks for them; who they are is somebody else's affair.
#[async_trait]
pub trait TokenSource: Send + Sync {
    /// A token that should be good.
    ///
    /// # Errors
    /// [`PlatformError::NotSignedIn`] when there is no session, [`PlatformError::Unreachable`] when it cannot be renewed now.
    async fn token(&self) -> Result<String, PlatformError>;

    /// Another token, after the platform did not take the last one.
    ///
    /// # Errors
    /// As [`TokenSource::token`].
    async fn fresh_token(&self) -> Result<String, PlatformError>;
}
