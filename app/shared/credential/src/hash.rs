//! The digest of RFC 9901: SHA-256, as text in base64url.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sd_jwt_payload::{Hasher, SHA_ALG_NAME};
use sha2::{Digest, Sha256};

/// SHA-256 for the library, whose own would bring a second implementation of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sha256Hasher;

impl Hasher for Sha256Hasher {
    fn digest(&self, input: &[u8]) -> Vec<u8> {
        Sha256::digest(input).to_vec()
    }

    fn alg_name(&self) -> &str {
        SHA_ALG_NAME
    }
}

/// The digest of `text` as it stands in `_sd` and `sd_hash`.
pub(crate) fn digest_of(text: &str) -> String {
    URL_SAFE_NO_PAD.encode(Sha256::digest(text.as_bytes()))
}
