//! The department's side: its key signs what is new, and nothing else of the repository is touched. The operator takes the
//! signed release in ([`crate::Publisher::accept`]) and never has the department's key (TUF 1.0, 6.1).

use std::{
    fs,
    path::{Path, PathBuf},
};

use fingertip_standard::DepartmentId;
use jiff::Timestamp;
use tough::{
    Repository, TargetName,
    schema::{DelegatedTargets, KeyHolder, Signed, Target, Targets},
};

use crate::{
    error::PublishError,
    files, keys, metadata, names,
    release::{Custom, Release},
};

/// How long a department's signature holds, in days.
pub(crate) const ROLE_DAYS: i64 = 365;

/// Signs bundles of `department` with the key in `key`, for the repository that stands in `repository`, and writes the
/// signed release into `out`. Without bundles it signs anew what is out already, which then holds for another year.
///
/// # Errors
/// [`PublishError`]: a bundle is another department's or not newer, the department may not publish there or is none, the
/// key is not the one that the repository knows, or a file fails.
pub async fn sign(
    repository: &Path,
    department: &DepartmentId,
    key: &Path,
    bundles: &[Release],
    out: &Path,
    now: Timestamp,
) -> Result<SignedRelease, PublishError> {
    names::check(department.as_str())?;
    let loaded = files::load(repository).await?;
    let refused = |reason: String| PublishError::Submission { department: department.to_string(), reason };
    if let Some(foreign) = bundles.iter().find(|bundle| bundle.department != *department) {
        return Err(refused(format!("{} is a mini-app of {}", foreign.app, foreign.department)));
    }
    let items = bundles
        .iter()
        .map(|bundle| Ok((bundle.target_name(), bundle.target()?, &*bundle.bytes)))
        .collect::<Result<Vec<_>, PublishError>>()?;
    sign_role(&loaded, department.as_str(), key, &items, out, now).await
}

/// A target's name, what is said of it, and its bytes.
pub(crate) type Item<'a> = (String, Target, &'a [u8]);

pub(crate) async fn sign_role(
    repository: &Repository,
    role: &str,
    key: &Path,
    items: &[Item<'_>],
    out: &Path,
    now: Timestamp,
) -> Result<SignedRelease, PublishError> {
    let mut targets = published(repository, role)?.signed.clone();
    for (name, target, _) in items {
        let name = TargetName::new(name.as_str())?;
        if let Some(out) = targets.targets.get(&name) {
            let (new, old) = (Custom::of(target).version, Custom::of(out).version);
            // An interpreter is named by its content and has no version: the same one again changes nothing.
            if new <= old && target.hashes != out.hashes || new == old && new > 0 {
                return Err(PublishError::NotNewer { version: new, published: old });
            }
        }
        targets.targets.insert(name, target.clone());
    }
    targets.version = metadata::next(targets.version);
    targets.expires = metadata::expiry(now, ROLE_DAYS);
    fs::metadata(key).map_err(|source| PublishError::disk(key, source))?;
    let holder = KeyHolder::Delegations(repository.targets().signed.delegations.clone().unwrap_or_default());
    let targets = DelegatedTargets { name: role.to_owned(), targets };
    let signed = metadata::sign(targets, &holder, &[keys::source(key)]).await?;
    let release = SignedRelease { folder: out.to_owned(), role: role.to_owned() };
    files::write(&release.metadata_path(), signed.buffer())?;
    for (name, target, bytes) in items {
        files::write(&release.target(name, &hex::encode(&target.hashes.sha256)), bytes)?;
    }
    Ok(release)
}

/// What is out of a role.
pub(crate) fn published<'a>(
    repository: &'a Repository,
    role: &str,
) -> Result<&'a Signed<Targets>, PublishError> {
    let known = repository.delegated_role(role).and_then(|known| known.targets.as_ref());
    known.ok_or_else(|| PublishError::Unknown { department: role.to_owned() })
}

const TARGETS: &str = "targets";

/// What a department hands to the operator: a folder with its signed metadata, `<department>.json`, and the new bundles.
#[derive(Debug, Clone)]
pub struct SignedRelease {
    folder: PathBuf,
    role: String,
}

impl SignedRelease {
    /// The signed release in `folder`. Nothing of it is believed yet.
    ///
    /// # Errors
    /// [`PublishError`]: the folder cannot be read or holds no signed release, or more than one, or it is of what cannot be
    /// a department.
    pub fn open(folder: &Path) -> Result<Self, PublishError> {
        let mut roles = Vec::new();
        for entry in fs::read_dir(folder).map_err(|source| PublishError::disk(folder, source))? {
            let path = entry.map_err(|source| PublishError::disk(folder, source))?.path();
            if path.extension().is_some_and(|extension| extension == "json")
                && let Some(name) = path.file_stem().and_then(|name| name.to_str())
            {
                roles.push(name.to_owned());
            }
        }
        match <[String; 1]>::try_from(roles) {
            Ok([role]) => {
                names::check(&role)?;
                let reason = "that is no department's id".to_owned();
                DepartmentId::new(&role)
                    .map_err(|_| PublishError::Submission { department: role.clone(), reason })?;
                Ok(Self { folder: folder.to_owned(), role })
            }
            Err(roles) => Err(PublishError::Submission {
                department: roles.join(", "),
                reason: format!("{} holds {} signed releases instead of one", folder.display(), roles.len()),
            }),
        }
    }

    /// The department that says it signed this.
    #[must_use]
    pub fn department(&self) -> &str {
        &self.role
    }

    /// Where it is.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What the department signed, as it stands there.
    pub(crate) fn metadata(&self) -> Result<Signed<Targets>, PublishError> {
        let path = self.metadata_path();
        let bytes = fs::read(&path).map_err(|source| PublishError::disk(&path, source))?;
        serde_json::from_slice(&bytes).map_err(|error| self.refused(error.to_string()))
    }

    fn metadata_path(&self) -> PathBuf {
        self.folder.join(format!("{}.json", self.role))
    }

    pub(crate) fn refused(&self, reason: impl Into<String>) -> PublishError {
        PublishError::Submission { department: self.role.clone(), reason: reason.into() }
    }

    pub(crate) fn target(&self, name: &str, sha256: &str) -> PathBuf {
        files::target_path(&self.folder.join(TARGETS), name, sha256)
    }
}
