//! What a repository offers now.

use std::path::Path;

use fingertip_standard::Capability;
use jiff::Timestamp;
use serde::Serialize;
use tough::schema::Target;

use crate::{error::PublishError, files, release::Custom};

/// What a repository offers, and until when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Status {
    /// Until when devices take the repository as current; an operator signs anew before.
    pub fresh_until: Timestamp,
    /// Until when the root holds; an operator renews it before ([`crate::Publisher::renew`]).
    pub root_until: Timestamp,
    /// Its departments, and the role of the interpreters, by name.
    pub roles: Vec<RoleStatus>,
}

/// What one role offers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleStatus {
    /// Its name: a department's id.
    pub name: String,
    /// Until when its signature holds.
    pub signed_until: Timestamp,
    /// What it offers, by name.
    pub targets: Vec<TargetStatus>,
}

/// One bundle or interpreter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TargetStatus {
    /// Its name in the repository.
    pub name: String,
    /// Its version code; 0 for an interpreter, which is named by its content.
    pub version: u64,
    /// Its size.
    pub bytes: u64,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// What the store grants it.
    pub grants: Vec<Capability>,
}

/// What the repository in a folder offers; also when parts of it have run out.
///
/// # Errors
/// [`PublishError`]: it cannot be read, or its signatures do not hold.
pub async fn status(repository: &Path) -> Result<Status, PublishError> {
    let loaded = files::load(repository).await?;
    let delegations = loaded.targets().signed.delegations.iter().flat_map(|delegations| &delegations.roles);
    let mut roles: Vec<_> = delegations
        .filter_map(|role| {
            let signed = &role.targets.as_ref()?.signed;
            let mut targets: Vec<_> =
                signed.targets.iter().map(|(name, target)| describe(name.resolved(), target)).collect();
            targets.sort_by(|one, other| one.name.cmp(&other.name));
            Some(RoleStatus { name: role.name.clone(), signed_until: signed.expires, targets })
        })
        .collect();
    roles.sort_by(|one, other| one.name.cmp(&other.name));
    let root_until = loaded.root().signed.expires;
    let others = [loaded.timestamp().signed.expires, loaded.snapshot().signed.expires];
    let fresh_until =
        others.into_iter().fold(loaded.targets().signed.expires.min(root_until), Timestamp::min);
    Ok(Status { fresh_until, root_until, roles })
}

fn describe(name: &str, target: &Target) -> TargetStatus {
    let Custom { version, grants } = Custom::of(target);
    TargetStatus {
        name: name.to_owned(),
        version,
        bytes: target.length,
        sha256: hex::encode(&target.hashes.sha256),
        grants,
    }
}
