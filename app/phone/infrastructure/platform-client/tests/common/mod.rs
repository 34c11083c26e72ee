//! What the tests on a line of their own share.

use fingertip_platform_client::{Credentials, PlatformError, Target, TokenSource};

/// A token that every platform here takes.
pub(crate) struct Tokens;

#[async_trait::async_trait]
impl TokenSource for Tokens {
    async fn credentials(&self, _: &Target<'_>) -> Result<Credentials, PlatformError> {
        Ok(Credentials { authorization: "Bearer t".into(), proof: None })
    }
    async fn drop_token(&self) {}
}
