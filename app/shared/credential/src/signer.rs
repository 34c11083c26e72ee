//! Who signs: a closure, so that whoever keeps a key keeps it.
//!
//! The library waits for its signer, in a future that cannot go to another thread (it holds a `&dyn Hasher`). Ours never waits, so
//! such a future is done when it is first asked, and nobody else has to know of it.

use async_trait::async_trait;
use futures::FutureExt;
use sd_jwt_payload::{JsonObject, JwsSigner};

/// Nothing could be signed. Why is the key's affair, and no log's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("signing failed")]
pub struct SignError;

/// The library's signer over a closure that gets `typ` and payload and makes a compact JWS with ES256.
pub(crate) struct Signer<F> {
    pub(crate) typ: &'static str,
    pub(crate) sign: F,
}

#[async_trait]
impl<F> JwsSigner for Signer<F>
where
    F: Fn(&str, &JsonObject) -> Result<String, SignError> + Sync,
{
    type Error = SignError;

    async fn sign(&self, _: &JsonObject, payload: &JsonObject) -> Result<Vec<u8>, SignError> {
        (self.sign)(self.typ, payload).map(String::into_bytes)
    }
}

/// What the library made with a [`Signer`].
pub(crate) fn signed<T>(made: impl Future<Output = sd_jwt_payload::Result<T>>) -> Result<T, SignError> {
    made.now_or_never().and_then(Result::ok).ok_or(SignError)
}
