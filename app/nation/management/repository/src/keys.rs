//! Signing keys, as files.

use std::{io, path::Path};

use aws_lc_rs::{rand::SystemRandom, signature::Ed25519KeyPair};
use fingertip_files::Access;
use tough::{
    key_source::{KeySource, LocalKeySource},
    schema::{
        decoded::{Decoded, Hex},
        key::Key,
    },
};

use crate::error::PublishError;

/// Makes an Ed25519 key that only its owner may read, unless there is one already.
pub(crate) fn make(path: &Path) -> Result<(), PublishError> {
    if path.exists() {
        return Ok(());
    }
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new())
        .map_err(|_| PublishError::key("no randomness"))?;
    match fingertip_files::write_new(path, key.as_ref(), Access::Owner) {
        // Somebody else was quicker: theirs is the one that counts.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        outcome => outcome.map_err(|source| PublishError::disk(path, source)),
    }
}

pub(crate) fn source(path: &Path) -> Box<dyn KeySource> {
    Box::new(LocalKeySource { path: path.to_owned() })
}

/// The public half of a key, and its id.
pub(crate) async fn public(path: &Path) -> Result<(Decoded<Hex>, Key), PublishError> {
    let key = source(path).as_sign().await.map_err(PublishError::key)?.tuf_key();
    Ok((key.key_id().map_err(PublishError::key)?, key))
}
