//! Signed metadata, and the files that it stands in.

use std::{collections::HashMap, num::NonZeroU64};

use aws_lc_rs::rand::SystemRandom;
use jiff::{SignedDuration, Timestamp};
use serde::Serialize;
use sha2::{Digest, Sha256};
use tough::{
    editor::signed::SignedRole,
    key_source::KeySource,
    schema::{Hashes, KeyHolder, Metafile, Role, Signed, Targets},
};

use crate::error::PublishError;

/// The version of the specification that metadata names.
pub(crate) const SPECIFICATION: &str = "1.0.0";

/// `days` from now, in whole seconds: the specification knows no parts of one (TUF 1.0, 4.2), and not every client reads
/// them.
pub(crate) fn expiry(now: Timestamp, days: i64) -> Timestamp {
    let end = now.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX);
    Timestamp::from_second(end.as_second()).unwrap_or(end)
}

/// The version after this one.
pub(crate) fn next(version: NonZeroU64) -> NonZeroU64 {
    version.saturating_add(1)
}

/// Signs `role` with those of `keys` that `holder` wants for it.
pub(crate) async fn sign<T: Role + Serialize>(
    role: T,
    holder: &KeyHolder,
    keys: &[Box<dyn KeySource>],
) -> Result<SignedRole<T>, PublishError> {
    Ok(SignedRole::new(role, holder, keys, &SystemRandom::new()).await?)
}

/// A file of signed metadata.
#[derive(Debug)]
pub(crate) struct File {
    role: String,
    version: NonZeroU64,
    pub(crate) bytes: Vec<u8>,
}

impl File {
    /// What was signed here.
    pub(crate) fn new<T: Role + Serialize>(role: &str, signed: &SignedRole<T>) -> Self {
        let version = signed.signed().signed.version();
        Self { role: role.to_owned(), version, bytes: signed.buffer().clone() }
    }

    /// What a department signed, in our writing: what stands there is what was verified.
    pub(crate) fn of_department(role: &str, signed: &Signed<Targets>) -> Result<Self, PublishError> {
        let bytes = serde_json::to_vec_pretty(signed).map_err(PublishError::key)?;
        Ok(Self { role: role.to_owned(), version: signed.signed.version, bytes })
    }

    /// Its name on the disk (TUF 1.0, 7: consistent snapshots). Whatever is out under it stays as it is.
    pub(crate) fn name(&self) -> String {
        format!("{}.{}.json", self.version, self.role)
    }

    /// How another role names it: the name without its version, and what it holds.
    pub(crate) fn listed(&self) -> (String, Metafile) {
        let hashes = Hashes { sha256: Sha256::digest(&self.bytes).to_vec().into(), _extra: HashMap::new() };
        let file = Metafile {
            length: Some(self.bytes.len() as u64),
            hashes: Some(hashes),
            version: self.version,
            _extra: HashMap::new(),
        };
        (format!("{}.json", self.role), file)
    }
}
