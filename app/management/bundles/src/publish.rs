//! The repository of a nation: TUF metadata and bundles as static files, each department a delegated role with its own
//! key and path prefix (The Update Framework 1.0, 4.5: delegations).

use std::{
    collections::HashMap,
    fs, io,
    num::NonZeroU64,
    path::{Path, PathBuf},
};

use aws_lc_rs::{rand::SystemRandom, signature::Ed25519KeyPair};
use fingertip_standard::{AppId, Capability, DepartmentId, Interpreter, Manifest, limits};
use jiff::{SignedDuration, Timestamp};
use sha2::{Digest, Sha256};
use tough::{
    RepositoryLoader,
    editor::{RepositoryEditor, signed::SignedRole},
    key_source::{KeySource, LocalKeySource},
    schema::{KeyHolder, PathPattern, PathSet, RoleKeys, RoleType, Root, Target},
};

use crate::{Bundle, BundleError, INTERPRETERS, interpreter_target, target_name};

/// Why something cannot be published.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum PublishError {
    /// The bundle is refused.
    #[error("the bundle is refused")]
    Bundle(#[from] BundleError),
    /// A file cannot be read or written.
    #[error("{path} cannot be read or written")]
    Disk {
        /// Which.
        path: PathBuf,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The repository cannot be read or signed.
    #[error("the repository cannot be read or signed")]
    Repository(#[from] Box<tough::error::Error>),
    /// A key cannot be made or read.
    #[error("a key cannot be made or read: {reason}")]
    Key {
        /// What failed.
        reason: String,
    },
    /// A department with the name of a role of the repository.
    #[error("{name:?} is a role of the repository and cannot be a department")]
    Reserved {
        /// The name.
        name: String,
    },
    /// An interpreter that no device would take.
    #[error("an interpreter of {bytes} bytes is over the limit of {limit}")]
    TooLarge {
        /// Its size.
        bytes: usize,
        /// The limit.
        limit: u64,
    },
    /// A version that is already out, or older.
    #[error("version {version} is not newer than the published {published}")]
    NotNewer {
        /// The version to publish.
        version: u64,
        /// The one that is out.
        published: u64,
    },
}

impl From<tough::error::Error> for PublishError {
    fn from(error: tough::error::Error) -> Self {
        Self::Repository(Box::new(error))
    }
}

const ROLES: [RoleType; 4] = [RoleType::Root, RoleType::Targets, RoleType::Snapshot, RoleType::Timestamp];

/// What a department signs: bytes, and what the store is to say of them.
#[derive(Debug, Clone)]
pub struct Release {
    /// Who signs it.
    pub department: DepartmentId,
    /// What it is.
    pub app: AppId,
    /// Its version code.
    pub version: u64,
    /// What the store grants it.
    pub grants: Vec<Capability>,
    /// The bundle.
    pub bytes: Vec<u8>,
}

impl Release {
    /// The release that the bundle itself describes.
    ///
    /// # Errors
    /// [`BundleError`]: it is not whole, or its manifest is refused.
    pub fn read(bytes: Vec<u8>) -> Result<Self, BundleError> {
        let Manifest { app_id, version, fingertip, .. } = Bundle::read(&bytes)?.manifest;
        // What the store grants is what the manifest asks for; a reviewing store would grant less here.
        Ok(Self { department: fingertip.department, app: app_id, version: version.code, grants: fingertip.capabilities, bytes })
    }
}

/// An interpreter for scripts: its name and its component.
#[derive(Debug, Clone)]
pub struct InterpreterRelease {
    /// Its language: `javascript`.
    pub name: String,
    /// Its component.
    pub bytes: Vec<u8>,
}

impl InterpreterRelease {
    /// How a manifest names it.
    #[must_use]
    pub fn reference(&self) -> Interpreter {
        Interpreter { name: self.name.clone(), sha256: hex::encode(Sha256::digest(&self.bytes)) }
    }
}

/// Writes a repository. The operator's keys and the departments' keys are files of one folder here; a nation keeps
/// each where its owner is.
#[derive(Debug, Clone)]
pub struct Publisher {
    repository: PathBuf,
    keys: PathBuf,
}

impl Publisher {
    /// The repository in `repository`, with keys in `keys`.
    #[must_use]
    pub fn new(repository: &Path, keys: &Path) -> Self {
        Self { repository: repository.to_owned(), keys: keys.to_owned() }
    }

    /// The root that shells are built with.
    #[must_use]
    pub fn root(&self) -> PathBuf {
        self.repository.join("root.json")
    }

    /// Makes a repository in which each of `departments` may sign what stands under its own prefix, and a role of its own
    /// the interpreters.
    ///
    /// # Errors
    /// [`PublishError`]: a department's name is taken, or a file, a key or the signing fails.
    pub async fn create(&self, departments: &[DepartmentId], now: Timestamp) -> Result<(), PublishError> {
        if let Some(name) = departments.iter().map(DepartmentId::as_str).find(|name| *name == INTERPRETERS) {
            return Err(PublishError::Reserved { name: name.to_owned() });
        }
        let roles: Vec<&str> = departments.iter().map(DepartmentId::as_str).chain([INTERPRETERS]).collect();
        for folder in [&self.keys, &self.repository.join("metadata"), &self.repository.join("targets")] {
            fs::create_dir_all(folder).map_err(|source| disk(folder, source))?;
        }
        make_key(&self.key_path("operator"))?;
        for role in &roles {
            make_key(&self.key_path(role))?;
        }
        self.write_root(now).await?;
        let one = NonZeroU64::MIN;
        let mut editor = RepositoryEditor::new(self.root()).await?;
        self.stamp(&mut editor, one, now)?;
        for role in &roles {
            let paths = PathSet::Paths(vec![PathPattern::new(format!("{role}/*")).map_err(tough_fault)?]);
            editor.delegate_role(role, &[self.key(role)], paths, true, one, expiry(now, 365), one).await?;
        }
        editor.sign_targets_editor(&[self.key("operator")]).await?;
        for role in &roles {
            editor.change_delegated_targets(role)?;
            editor.targets_version(one)?.targets_expires(expiry(now, 365))?;
            editor.sign_targets_editor(&[self.key(role)]).await?;
        }
        editor.change_delegated_targets("targets")?;
        editor.targets_version(one)?.targets_expires(expiry(now, 365))?;
        self.sign(editor).await
    }

    /// Publishes bundles, each signed by its own department; newer versions take the place of older ones.
    ///
    /// # Errors
    /// [`PublishError`]: a bundle is refused or not newer, or a file, a key or the signing fails.
    pub async fn publish(&self, bundles: &[Vec<u8>], now: Timestamp) -> Result<(), PublishError> {
        let releases = bundles.iter().cloned().map(Release::read).collect::<Result<Vec<_>, _>>()?;
        self.release(&releases, &[], now).await
    }

    /// As [`Self::publish`], but takes the department's word for what the bytes are; and publishes interpreters. One that
    /// is out already stays as it is.
    ///
    /// # Errors
    /// [`PublishError`]: a version is not newer, an interpreter is too large, or a file, a key or the signing fails.
    pub async fn release(&self, releases: &[Release], interpreters: &[InterpreterRelease], now: Timestamp) -> Result<(), PublishError> {
        let root_path = self.root();
        let root = fs::read(&root_path).map_err(|source| disk(&root_path, source))?;
        let url = |folder: &str| {
            let path = fs::canonicalize(self.repository.join(folder)).map_err(|source| disk(&self.repository, source))?;
            url_of(&path).ok_or_else(|| disk(&path, io::Error::other("not an address")))
        };
        let loaded = RepositoryLoader::new(&root, url("metadata")?, url("targets")?).load().await?;
        let next = |version: NonZeroU64| version.saturating_add(1);
        let (snapshot, timestamp, targets) =
            (loaded.snapshot().signed.version, loaded.timestamp().signed.version, loaded.targets().signed.version);
        let mut published: HashMap<String, u64> = HashMap::new();
        for (name, target) in loaded.all_targets() {
            published
                .insert(name.resolved().to_owned(), target.custom.get("version").and_then(serde_json::Value::as_u64).unwrap_or_default());
        }
        let mut editor = RepositoryEditor::from_repo(&root_path, loaded).await?;
        // The editor starts out on the top-level role, which must be put down before a department's is taken up.
        editor.targets_version(next(targets))?.targets_expires(expiry(now, 365))?;
        editor.sign_targets_editor(&[self.key("operator")]).await?;
        let mut by_department: HashMap<String, Vec<(String, Target)>> = HashMap::new();
        for release in releases {
            let placed = self.place(release, &published)?;
            by_department.entry(release.department.to_string()).or_default().push(placed);
        }
        for interpreter in interpreters {
            by_department.entry(INTERPRETERS.to_owned()).or_default().push(self.place_interpreter(interpreter)?);
        }
        for (department, targets_of) in by_department {
            editor.change_delegated_targets(&department)?;
            // A department's versions grow with the repository's, so they grow at each publication.
            editor.targets_version(next(snapshot))?.targets_expires(expiry(now, 365))?;
            for (name, target) in targets_of {
                editor.add_target(name.as_str(), target)?;
            }
            editor.sign_targets_editor(&[self.key(&department)]).await?;
        }
        editor.change_delegated_targets("targets")?;
        editor.targets_version(next(targets))?.targets_expires(expiry(now, 365))?;
        editor.snapshot_version(next(snapshot)).snapshot_expires(expiry(now, 30));
        editor.timestamp_version(next(timestamp)).timestamp_expires(expiry(now, 30));
        self.sign(editor).await
    }

    /// Writes the bundle under its hash (consistent snapshots) and describes it.
    fn place(&self, release: &Release, published: &HashMap<String, u64>) -> Result<(String, Target), PublishError> {
        let Release { department, app, version, grants, bytes } = release;
        let name = target_name(department, app);
        if let Some(&out) = published.get(&name).filter(|&out| out >= version) {
            return Err(PublishError::NotNewer { version: *version, published: out });
        }
        self.write_target(name, bytes, &serde_json::json!({ "version": version, "grants": grants }))
    }

    fn place_interpreter(&self, release: &InterpreterRelease) -> Result<(String, Target), PublishError> {
        if release.bytes.len() as u64 > limits::INTERPRETER_BYTES {
            return Err(PublishError::TooLarge { bytes: release.bytes.len(), limit: limits::INTERPRETER_BYTES });
        }
        self.write_target(interpreter_target(&release.reference()), &release.bytes, &serde_json::json!({}))
    }

    fn write_target(&self, name: String, bytes: &[u8], custom: &serde_json::Value) -> Result<(String, Target), PublishError> {
        let hash = hex::encode(Sha256::digest(bytes));
        let (folder, file) = name.rsplit_once('/').unwrap_or(("", &name));
        let folder = self.repository.join("targets").join(folder);
        fs::create_dir_all(&folder).map_err(|source| disk(&folder, source))?;
        let path = folder.join(format!("{hash}.{file}"));
        fs::write(&path, bytes).map_err(|source| disk(&path, source))?;
        let custom = custom.as_object().into_iter().flatten().map(|(name, value)| (name.clone(), value.clone())).collect();
        let hashes = serde_json::from_value(serde_json::json!({ "sha256": hash }))
            .map_err(|error| PublishError::Key { reason: error.to_string() })?;
        Ok((name, Target { length: bytes.len() as u64, hashes, custom, _extra: HashMap::new() }))
    }

    fn stamp(&self, editor: &mut RepositoryEditor, version: NonZeroU64, now: Timestamp) -> Result<(), PublishError> {
        editor.targets_version(version)?.targets_expires(expiry(now, 365))?;
        editor.snapshot_version(version).snapshot_expires(expiry(now, 30)).timestamp_version(version).timestamp_expires(expiry(now, 30));
        Ok(())
    }

    async fn sign(&self, editor: RepositoryEditor) -> Result<(), PublishError> {
        let signed = editor.sign(&[self.key("operator")]).await?;
        Ok(signed.write(self.repository.join("metadata")).await?)
    }

    async fn write_root(&self, now: Timestamp) -> Result<(), PublishError> {
        let key_fault = |reason: &str| PublishError::Key { reason: reason.to_owned() };
        let key = self.key("operator").as_sign().await.map_err(|error| key_fault(&error.to_string()))?.tuf_key();
        let id = key.key_id().map_err(tough_fault)?;
        let signed_by_operator = RoleKeys { keyids: vec![id.clone()], threshold: NonZeroU64::MIN, _extra: HashMap::new() };
        let root = Root {
            spec_version: "1.0.0".into(),
            consistent_snapshot: true,
            version: NonZeroU64::MIN,
            expires: expiry(now, 365),
            keys: HashMap::from([(id, key)]),
            roles: ROLES.into_iter().map(|role| (role, signed_by_operator.clone())).collect(),
            _extra: HashMap::new(),
        };
        let signed = SignedRole::new(root.clone(), &KeyHolder::Root(root), &[self.key("operator")], &SystemRandom::new()).await?;
        let path = self.root();
        fs::write(&path, signed.buffer()).map_err(|source| disk(&path, source))
    }

    fn key_path(&self, owner: &str) -> PathBuf {
        self.keys.join(format!("{owner}.pk8"))
    }

    fn key(&self, owner: &str) -> Box<dyn KeySource> {
        Box::new(LocalKeySource { path: self.key_path(owner) })
    }
}

fn tough_fault(error: impl std::fmt::Display) -> PublishError {
    PublishError::Key { reason: error.to_string() }
}

fn disk(path: &Path, source: io::Error) -> PublishError {
    PublishError::Disk { path: path.to_owned(), source }
}

fn url_of(path: &Path) -> Option<reqwest::Url> {
    reqwest::Url::from_directory_path(path).ok()
}

fn expiry(now: Timestamp, days: i64) -> Timestamp {
    now.checked_add(SignedDuration::from_hours(24 * days)).unwrap_or(Timestamp::MAX)
}

/// Makes a key, unless there is one already.
fn make_key(path: &Path) -> Result<(), PublishError> {
    if path.exists() {
        return Ok(());
    }
    let key = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).map_err(|_| PublishError::Key { reason: "no randomness".into() })?;
    fs::write(path, key.as_ref()).map_err(|source| disk(path, source))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(path, fs::Permissions::from_mode(0o600)).map_err(|source| disk(path, source))?;
    }
    Ok(())
}
