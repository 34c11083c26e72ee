//! Nonces that hold the time at which they were made, so that none need be kept.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, Mac};
use rand::RngCore;
use sha2::{Digest, Sha256};

/// Makes nonces and knows its own again: those of this program, or of every one with the same secret.
pub(super) struct Nonces {
    secret: [u8; 32],
}

impl std::fmt::Debug for Nonces {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Nonces").finish_non_exhaustive()
    }
}

impl Nonces {
    pub(super) fn new() -> Self {
        let mut secret = [0; 32];
        rand::rng().fill_bytes(&mut secret);
        Self { secret }
    }

    pub(super) fn of_secret(secret: &str) -> Self {
        Self { secret: Sha256::digest(format!("dpop-nonce\n{secret}")).into() }
    }

    /// `second` with a seal, in characters that RFC 9449 8.1 allows.
    pub(super) fn make(&self, second: i64) -> String {
        let mut bytes = second.to_be_bytes().to_vec();
        if let Some(seal) = self.seal(&bytes) {
            bytes.extend_from_slice(&seal.finalize().into_bytes());
        }
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// The second at which `nonce` was made; none where it was not made here.
    pub(super) fn read(&self, nonce: &str) -> Option<i64> {
        let bytes = URL_SAFE_NO_PAD.decode(nonce).ok()?;
        let (second, seal) = bytes.split_at_checked(size_of::<i64>())?;
        self.seal(second)?.verify_slice(seal).ok()?;
        Some(i64::from_be_bytes(second.try_into().ok()?))
    }

    fn seal(&self, bytes: &[u8]) -> Option<Hmac<Sha256>> {
        let mut seal = Hmac::<Sha256>::new_from_slice(&self.secret).ok()?;
        seal.update(bytes);
        Some(seal)
    }
}
