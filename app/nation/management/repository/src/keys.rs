//! Signing keys, as files.

use std::{fs, path::Path};

use aws_lc_rs::{rand::SystemRandom, signature::Ed25519KeyPair};
use tough::key_source::{KeySource, LocalKeySource};

use crate::error::PublishError;

/// Makes an Ed25519 key that only its owner may read, unless there is one already.
pub(crate) fn make(path: &Path) -> Result<(), PublishError> {
    if path.exists() {
        return Ok(());
    }
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new())
        .map_err(|_| PublishError::key("no randomness"))?;
    fs::write(path, key.as_ref()).map_err(|source| PublishError::disk(path, source))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600))
            .map_err(|source| PublishError::disk(path, source))?;
    }
    Ok(())
}

pub(crate) fn source(path: &Path) -> Box<dyn KeySource> {
    Box::new(LocalKeySource { path: path.to_owned() })
}
