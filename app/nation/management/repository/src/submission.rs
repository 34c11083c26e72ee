//! What a department hands in, judged before anything of it is taken.

use std::fs;

use sha2::{Digest, Sha256};
use tough::{
    Repository,
    schema::{Signed, Target, Targets},
};

use crate::{
    error::PublishError,
    metadata::File,
    release::Custom,
    sign::{SignedRelease, published},
};

/// A target that is not out yet: its name, what is said of it, and its bytes.
pub(crate) type New = (String, Target, Vec<u8>);

/// A signed release whose signature holds.
#[derive(Debug)]
pub(crate) struct Submission {
    /// What its department signed; none where that is out already.
    pub(crate) metadata: Option<File>,
    /// What is new in it.
    pub(crate) new: Vec<New>,
}

impl Submission {
    /// Judges a signed release: who signed it, in what form, and whether its bytes are those that were signed.
    pub(crate) fn of(loaded: &Repository, release: &SignedRelease) -> Result<Self, PublishError> {
        let department = release.department();
        let (out, said) = (published(loaded, department)?, release.metadata()?);
        if said == *out {
            return Ok(Self { metadata: None, new: Vec::new() });
        }
        let delegations = loaded.targets().signed.delegations.clone().unwrap_or_default();
        delegations.verify_role(&said, department).map_err(|error| {
            release.refused(format!("its signature is not the one that the repository knows: {error}"))
        })?;
        if let Some(reason) = broken(&said.signed, &out.signed) {
            return Err(release.refused(reason));
        }
        let new = new_targets(release, &said, out)?;
        Ok(Self { metadata: Some(File::of_department(department, &said)?), new })
    }
}

/// What of a department's metadata other clients could not read, or would read as more than the department is given.
fn broken(said: &Targets, out: &Targets) -> Option<&'static str> {
    let delegates =
        said.delegations.as_ref().is_some_and(|own| !own.roles.is_empty() || !own.keys.is_empty());
    let rules = [
        (said.version > out.version, "its version is out already: sign it again"),
        (
            said.expires.subsec_nanosecond() == 0,
            "it expires at a part of a second, which the specification has not",
        ),
        (!delegates, "it lets others sign"),
        (said._extra.is_empty(), "it holds what the specification has not"),
    ];
    rules.into_iter().find(|(holds, _)| !holds).map(|(_, reason)| reason)
}

/// What is not out yet.
fn new_targets(
    release: &SignedRelease,
    said: &Signed<Targets>,
    out: &Signed<Targets>,
) -> Result<Vec<New>, PublishError> {
    let prefix = format!("{}/", release.department());
    let mut new = Vec::new();
    for (name, target) in &said.signed.targets {
        let known = out.signed.targets.get(name);
        let name = name.resolved();
        if !name.starts_with(&prefix) {
            return Err(release.refused(format!("{name} is not under its own prefix")));
        }
        if known == Some(target) {
            continue;
        }
        if let Some(known) = known {
            let (version, published) = (Custom::of(target).version, Custom::of(known).version);
            if version <= published {
                return Err(PublishError::NotNewer { version, published });
            }
        }
        let sha256 = hex::encode(&target.hashes.sha256);
        let path = release.target(name, &sha256);
        let bytes = fs::read(&path).map_err(|source| PublishError::disk(&path, source))?;
        if bytes.len() as u64 != target.length || hex::encode(Sha256::digest(&bytes)) != sha256 {
            return Err(release.refused(format!("the bytes of {name} are not those that were signed")));
        }
        new.push((name.to_owned(), target.clone(), bytes));
    }
    Ok(new)
}
