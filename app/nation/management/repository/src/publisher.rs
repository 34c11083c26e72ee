//! The operator of a repository: admits departments, takes in what they signed, says what is current.

use std::{
    collections::{BTreeMap, HashMap},
    fs,
    num::NonZeroU64,
    path::{Path, PathBuf},
};

use aws_lc_rs::rand::SystemRandom;
use fingertip_standard::DepartmentId;
use jiff::Timestamp;
use sha2::{Digest, Sha256};
use tough::{
    Repository,
    editor::{RepositoryEditor, signed::SignedRole},
    key_source::KeySource,
    schema::{KeyHolder, PathPattern, PathSet, RoleKeys, RoleType, Root, Target},
};

use fingertip_bundle::INTERPRETERS;

use crate::{
    error::PublishError,
    files, keys,
    release::{Custom, InterpreterRelease, Release},
    sign::{self, Item, ROLE_DAYS, SignedRelease, expiry},
};

const ROLES: [RoleType; 4] = [RoleType::Root, RoleType::Targets, RoleType::Snapshot, RoleType::Timestamp];
/// How long devices take the repository as current, in days.
const FRESH_DAYS: i64 = 30;

/// The operator of a repository: admits departments, takes in what they signed, says what is current. The demo's
/// departments have their keys in the same folder; a nation's have them at home and use [`sign`].
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
        files::root(&self.repository)
    }

    /// Where the key of `owner` is: a department, or `operator`.
    #[must_use]
    pub fn key_path(&self, owner: &str) -> PathBuf {
        self.keys.join(format!("{owner}.pk8"))
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
            fs::create_dir_all(folder).map_err(|source| PublishError::disk(folder, source))?;
        }
        keys::make(&self.key_path("operator"))?;
        for role in &roles {
            keys::make(&self.key_path(role))?;
        }
        self.write_root(now).await?;
        let one = NonZeroU64::MIN;
        let mut editor = RepositoryEditor::new(self.root()).await?;
        editor.targets_version(one)?.targets_expires(expiry(now, ROLE_DAYS))?;
        for role in &roles {
            let paths =
                PathSet::Paths(vec![PathPattern::new(format!("{role}/*")).map_err(PublishError::key)?]);
            editor
                .delegate_role(role, &[self.key(role)], paths, true, one, expiry(now, ROLE_DAYS), one)
                .await?;
        }
        editor.sign_targets_editor(&[self.key("operator")]).await?;
        for role in &roles {
            editor.change_delegated_targets(role)?;
            editor.targets_version(one)?.targets_expires(expiry(now, ROLE_DAYS))?;
            editor.sign_targets_editor(&[self.key(role)]).await?;
        }
        editor.change_delegated_targets("targets")?;
        self.sign(editor, one, one, now).await
    }

    /// Publishes bundles, each signed by its own department; newer versions take the place of older ones.
    ///
    /// # Errors
    /// [`PublishError`]: a bundle is refused or not newer, or a file, a key or the signing fails.
    pub async fn publish(&self, bundles: &[Vec<u8>], now: Timestamp) -> Result<(), PublishError> {
        let releases = bundles.iter().cloned().map(Release::read).collect::<Result<Vec<_>, _>>()?;
        self.release(&releases, &[], now).await
    }

    /// Signs for every department whose key is here, and takes it in at once; publishes interpreters too. One that is out
    /// already stays as it is. Takes the caller's word for what the bytes are.
    ///
    /// # Errors
    /// [`PublishError`]: a version is not newer, an interpreter is too large, or a file, a key or the signing fails.
    pub async fn release(
        &self,
        releases: &[Release],
        interpreters: &[InterpreterRelease],
        now: Timestamp,
    ) -> Result<(), PublishError> {
        let mut by_role: BTreeMap<&str, Vec<Item<'_>>> = BTreeMap::new();
        for release in releases {
            by_role.entry(release.department.as_str()).or_default().push((
                release.target_name(),
                release.target()?,
                &release.bytes,
            ));
        }
        for interpreter in interpreters {
            by_role.entry(INTERPRETERS).or_default().push((
                interpreter.target_name(),
                interpreter.target()?,
                &interpreter.bytes,
            ));
        }
        let loaded = files::load(&self.repository).await?;
        let desk = tempfile::tempdir().map_err(|source| PublishError::disk(std::env::temp_dir(), source))?;
        let mut signed = Vec::new();
        for (role, items) in by_role {
            signed.push(
                sign::sign_role(
                    loaded.clone(),
                    role,
                    &self.key_path(role),
                    &items,
                    &desk.path().join(role),
                    now,
                )
                .await?,
            );
        }
        let new = signed
            .iter()
            .map(|release| new_targets(&loaded, release))
            .collect::<Result<Vec<_>, _>>()?
            .concat();
        self.take_in(loaded, &signed, &new, now).await
    }

    /// Takes in what departments signed. Every new bundle must be what its signature says, and its manifest must name
    /// the department and version under which it is signed. Without any it says that the repository is still current.
    ///
    /// # Errors
    /// [`PublishError`]: a signature, a bundle or a version is refused, or a file or the signing fails. Then nothing of the
    /// repository is changed.
    pub async fn accept(&self, signed: &[SignedRelease], now: Timestamp) -> Result<(), PublishError> {
        let loaded = files::load(&self.repository).await?;
        let mut new = Vec::new();
        for release in signed {
            for (name, target, bytes) in new_targets(&loaded, release)? {
                let own = Release::read(bytes)?;
                let custom = Custom::of(&target);
                if own.target_name() != name || own.version != custom.version || custom.grants != own.grants {
                    return Err(refused(
                        release,
                        format!("{name} holds version {} of {} of {}", own.version, own.app, own.department),
                    ));
                }
                new.push((name, target, own.bytes));
            }
        }
        self.take_in(loaded, signed, &new, now).await
    }

    /// The bundles of a signed release that are not out yet, each checked against its signed hash: for the reviewer to judge.
    ///
    /// # Errors
    /// [`PublishError`]: the release cannot be read, or a bundle is not what was signed.
    pub async fn review(&self, signed: &SignedRelease) -> Result<Vec<Vec<u8>>, PublishError> {
        let loaded = files::load(&self.repository).await?;
        Ok(new_targets(&loaded, signed)?.into_iter().map(|(_, _, bytes)| bytes).collect())
    }

    /// Puts signed releases into the repository as it was loaded, with what is new in them.
    async fn take_in(
        &self,
        loaded: Repository,
        signed: &[SignedRelease],
        new: &[New],
        now: Timestamp,
    ) -> Result<(), PublishError> {
        let next = |version: NonZeroU64| version.saturating_add(1);
        let targets_version = next(loaded.targets().signed.version);
        let others = next(loaded.snapshot().signed.version.max(loaded.timestamp().signed.version));
        let mut editor = RepositoryEditor::from_repo(self.root(), loaded).await?;
        // The editor starts out on the top-level role, which must be put down before a department's is taken up.
        editor.targets_version(targets_version)?.targets_expires(expiry(now, ROLE_DAYS))?;
        editor.sign_targets_editor(&[self.key("operator")]).await?;
        for release in signed {
            let url = files::url(release.folder())?;
            editor.update_delegated_targets(release.department(), url.as_str()).await.map_err(|error| {
                refused(release, format!("its signature is not the one that the repository knows: {error}"))
            })?;
        }
        // The bytes come first: metadata must never name what is not there yet.
        for (name, target, bytes) in new {
            let sha256 = hex::encode(&target.hashes.sha256);
            files::write(&files::target_path(&self.repository.join("targets"), name, &sha256), bytes)?;
        }
        editor.change_delegated_targets("targets")?;
        self.sign(editor, targets_version, others, now).await
    }

    async fn sign(
        &self,
        mut editor: RepositoryEditor,
        targets: NonZeroU64,
        others: NonZeroU64,
        now: Timestamp,
    ) -> Result<(), PublishError> {
        editor.targets_version(targets)?.targets_expires(expiry(now, ROLE_DAYS))?;
        editor.snapshot_version(others).snapshot_expires(expiry(now, FRESH_DAYS));
        editor.timestamp_version(others).timestamp_expires(expiry(now, FRESH_DAYS));
        let signed = editor.sign(&[self.key("operator")]).await?;
        Ok(signed.write(self.repository.join("metadata")).await?)
    }

    async fn write_root(&self, now: Timestamp) -> Result<(), PublishError> {
        let key = self.key("operator").as_sign().await.map_err(PublishError::key)?.tuf_key();
        let id = key.key_id().map_err(PublishError::key)?;
        let signed_by_operator =
            RoleKeys { keyids: vec![id.clone()], threshold: NonZeroU64::MIN, _extra: HashMap::new() };
        let root = Root {
            spec_version: "1.0.0".into(),
            consistent_snapshot: true,
            version: NonZeroU64::MIN,
            expires: expiry(now, ROLE_DAYS),
            keys: HashMap::from([(id, key)]),
            roles: ROLES.into_iter().map(|role| (role, signed_by_operator.clone())).collect(),
            _extra: HashMap::new(),
        };
        let signed = SignedRole::new(
            root.clone(),
            &KeyHolder::Root(root),
            &[self.key("operator")],
            &SystemRandom::new(),
        )
        .await?;
        files::write(&self.root(), signed.buffer())
    }

    fn key(&self, owner: &str) -> Box<dyn KeySource> {
        keys::source(&self.key_path(owner))
    }
}

/// A target that is not out yet: its name, what is said of it, and its bytes.
type New = (String, Target, Vec<u8>);

/// What is new in a signed release; the signature itself is judged when it is taken in.
fn new_targets(loaded: &Repository, release: &SignedRelease) -> Result<Vec<New>, PublishError> {
    let path = release.folder().join(format!("{}.json", release.department()));
    let bytes = fs::read(&path).map_err(|source| PublishError::disk(&path, source))?;
    let said: tough::schema::Signed<tough::schema::Targets> =
        serde_json::from_slice(&bytes).map_err(|error| refused(release, error.to_string()))?;
    let out: HashMap<&str, &Target> =
        loaded.all_targets().map(|(name, target)| (name.resolved(), target)).collect();
    let mut new = Vec::new();
    for (name, target) in &said.signed.targets {
        let name = name.resolved();
        if !name.starts_with(&format!("{}/", release.department())) {
            return Err(refused(release, format!("{name} is not under its own prefix")));
        }
        let known = out.get(name);
        if known.is_some_and(|known| known.hashes == target.hashes && known.custom == target.custom) {
            continue;
        }
        let (version, published) =
            (Custom::of(target).version, known.map_or(0, |known| Custom::of(known).version));
        if known.is_some() && version <= published {
            return Err(PublishError::NotNewer { version, published });
        }
        let sha256 = hex::encode(&target.hashes.sha256);
        let path = release.target(name, &sha256);
        let bytes = fs::read(&path).map_err(|source| PublishError::disk(&path, source))?;
        if bytes.len() as u64 != target.length || hex::encode(Sha256::digest(&bytes)) != sha256 {
            return Err(refused(release, format!("the bytes of {name} are not those that were signed")));
        }
        new.push((name.to_owned(), target.clone(), bytes));
    }
    Ok(new)
}

fn refused(release: &SignedRelease, reason: String) -> PublishError {
    PublishError::Submission { department: release.department().to_owned(), reason }
}
