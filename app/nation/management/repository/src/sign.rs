//! The department's side: its key signs what is new, and nothing else of the repository is touched. The operator takes the
//! signed release in ([`crate::Publisher::accept`]) and never has the department's key (TUF 1.0, 6.1).

use std::{
    fs,
    num::NonZeroU64,
    path::{Path, PathBuf},
};

use fingertip_standard::DepartmentId;
use jiff::{SignedDuration, Timestamp};
use tough::{Repository, editor::targets::TargetsEditor, schema::Target};

use crate::{
    error::PublishError,
    files, keys,
    release::{Custom, Release},
};

/// How long a department's signature holds, in days.
pub(crate) const ROLE_DAYS: i64 = 365;

/// Signs bundles of `department` with the key in `key`, for the repository that stands in `repository`, and writes the
/// signed release into `out`. Without bundles it signs anew what is out already, which then holds for another year.
///
/// # Errors
/// [`PublishError`]: a bundle is another department's or not newer, the department may not publish there, the key is not
/// the one that the repository knows, or a file fails.
pub async fn sign(
    repository: &Path,
    department: &DepartmentId,
    key: &Path,
    bundles: &[Release],
    out: &Path,
    now: Timestamp,
) -> Result<SignedRelease, PublishError> {
    let loaded = files::load(repository).await?;
    let refused = |reason: String| PublishError::Submission { department: department.to_string(), reason };
    if let Some(foreign) = bundles.iter().find(|bundle| bundle.department != *department) {
        return Err(refused(format!("{} is a mini-app of {}", foreign.app, foreign.department)));
    }
    let items = bundles
        .iter()
        .map(|bundle| Ok((bundle.target_name(), bundle.target()?, &*bundle.bytes)))
        .collect::<Result<Vec<_>, PublishError>>()?;
    sign_role(loaded, department.as_str(), key, &items, out, now).await
}

/// A target's name, what is said of it, and its bytes.
pub(crate) type Item<'a> = (String, Target, &'a [u8]);

pub(crate) async fn sign_role(
    repository: Repository,
    role: &str,
    key: &Path,
    items: &[Item<'_>],
    out: &Path,
    now: Timestamp,
) -> Result<SignedRelease, PublishError> {
    let known = repository.delegated_role(role).and_then(|known| known.targets.as_ref());
    let published = &known.ok_or_else(|| PublishError::Unknown { department: role.to_owned() })?.signed;
    for (name, target, _) in items {
        if let Some((_, out)) = published.targets.iter().find(|(known, _)| known.resolved() == name.as_str())
        {
            let (new, old) = (Custom::of(target).version, Custom::of(out).version);
            // An interpreter is named by its content and has no version: the same one again changes nothing.
            if new <= old && target.hashes != out.hashes || new == old && new > 0 {
                return Err(PublishError::NotNewer { version: new, published: old });
            }
        }
    }
    let next = published.version.saturating_add(1);
    let signed = sign_targets(repository, role, key, items, next, now).await?;
    signed.write(out, false).await?;
    for (name, target, bytes) in items {
        files::write(
            &files::target_path(&out.join(TARGETS), name, &hex::encode(&target.hashes.sha256)),
            bytes,
        )?;
    }
    Ok(SignedRelease { folder: out.to_owned(), role: role.to_owned() })
}

async fn sign_targets(
    repository: Repository,
    role: &str,
    key: &Path,
    items: &[Item<'_>],
    version: NonZeroU64,
    now: Timestamp,
) -> Result<tough::editor::signed::SignedDelegatedTargets, PublishError> {
    fs::metadata(key).map_err(|source| PublishError::disk(key, source))?;
    let mut editor = TargetsEditor::from_repo(repository, role)?;
    editor.version(version).expires(expiry(now, ROLE_DAYS));
    for (name, target, _) in items {
        editor.add_target(name.as_str(), target.clone())?;
    }
    Ok(editor.sign(&[keys::source(key)]).await?)
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
    /// [`PublishError`]: the folder cannot be read or holds no signed release, or more than one.
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
            Ok([role]) => Ok(Self { folder: folder.to_owned(), role }),
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

    pub(crate) fn target(&self, name: &str, sha256: &str) -> PathBuf {
        files::target_path(&self.folder.join(TARGETS), name, sha256)
    }
}

/// `days` from now.
pub(crate) fn expiry(now: Timestamp, days: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}
