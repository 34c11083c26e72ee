//! The operator of a repository: admits departments, takes in what they signed, says what is current.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap},
    fs, io,
    num::NonZeroU64,
    path::{Path, PathBuf},
};

use fingertip_standard::DepartmentId;
use jiff::Timestamp;
use tough::{
    Repository, TargetName,
    editor::signed::SignedRole,
    key_source::KeySource,
    schema::{
        DelegatedRole, DelegatedTargets, Delegations, KeyHolder, Metafile, PathPattern, PathSet, Role,
        RoleKeys, RoleType, Root, Snapshot, Targets, Timestamp as TimestampRole,
    },
};

use fingertip_bundle::{INTERPRETERS, OPERATOR};
use fingertip_slices::INDEX_TARGET;

use crate::{
    error::PublishError,
    files, keys,
    metadata::{self, File, SPECIFICATION, expiry, next},
    names,
    release::{self, InterpreterRelease, Release},
    sign::{self, Item, ROLE_DAYS, SignedRelease},
    submission::{New, Submission},
};

/// The operator's own roles, each with its own key: the one of `root` is needed once a year and lies elsewhere, those of
/// `snapshot` and `timestamp` are at hand every day (TUF 1.0, 6.1).
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

    /// Where the key of `owner` is: a department, or a role of the operator's (`root`, `targets`, `snapshot`, `timestamp`).
    #[must_use]
    pub fn key_path(&self, owner: &str) -> PathBuf {
        self.keys.join(format!("{owner}.pk8"))
    }

    /// Makes a repository in which each of `departments` may sign what stands under its own prefix, and a role of its own
    /// the interpreters. Every role gets a key of its own.
    ///
    /// # Errors
    /// [`PublishError`]: a department's name is taken, there is a repository already, or a file, a key or the signing fails.
    pub async fn create(&self, departments: &[DepartmentId], now: Timestamp) -> Result<(), PublishError> {
        departments.iter().try_for_each(|department| names::check(department.as_str()))?;
        // Another first root would leave behind every device that knows this one.
        if self.root().exists() {
            return Err(PublishError::disk(self.root(), io::ErrorKind::AlreadyExists.into()));
        }
        for folder in [&self.keys, &self.repository.join(METADATA), &self.repository.join(TARGETS)] {
            fs::create_dir_all(folder).map_err(|source| PublishError::disk(folder, source))?;
        }
        let delegated: BTreeSet<&str> =
            departments.iter().map(DepartmentId::as_str).chain([INTERPRETERS]).collect();
        let own: Vec<String> = ROLES.iter().map(ToString::to_string).collect();
        for owner in own.iter().map(String::as_str).chain(delegated.iter().copied()) {
            keys::make(&self.key_path(owner))?;
        }
        let root = self.sign_root(self.first_root(now).await?).await?;
        let empty = || Targets::new(SPECIFICATION.into(), NonZeroU64::MIN, expiry(now, ROLE_DAYS));
        let delegations = self.delegate(&delegated).await?;
        let holder = KeyHolder::Delegations(delegations.clone());
        let mut first = Vec::new();
        for role in delegated {
            let targets = DelegatedTargets { name: role.to_owned(), targets: empty() };
            first.push(File::new(role, &metadata::sign(targets, &holder, &[self.key(role)]).await?));
        }
        let targets = Targets { delegations: Some(delegations), ..empty() };
        let edition = Edition {
            new: Vec::new(),
            delegated: first,
            targets,
            meta: HashMap::new(),
            version: NonZeroU64::MIN,
        };
        self.put_out(&root.signed().signed, edition, now).await?;
        self.write_root(&root)
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
    /// [`PublishError`]: a version is not newer, a department's name is taken, an interpreter is too large, or a file, a key
    /// or the signing fails.
    pub async fn release(
        &self,
        releases: &[Release],
        interpreters: &[InterpreterRelease],
        now: Timestamp,
    ) -> Result<(), PublishError> {
        let mut by_role: BTreeMap<&str, Vec<Item<'_>>> = BTreeMap::new();
        for release in releases {
            names::check(release.department.as_str())?;
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
        let signed = self.sign_here(&loaded, &by_role, now).await?;
        self.take_in(&loaded, signed, now).await
    }

    /// Signs the root for another year, under its next version, and with it all that a key in the keys' folder can sign:
    /// the operator's other roles, the interpreters, and departments that keep their keys here. Devices go from the root
    /// that they have to this one (TUF 1.0, 5.3). A department that keeps its key at home signs anew itself
    /// ([`crate::sign()`]).
    ///
    /// # Errors
    /// [`PublishError`]: the key is not the one that devices expect, or a file, a key or the signing fails. Then nothing of
    /// the repository is changed.
    pub async fn renew(&self, now: Timestamp) -> Result<(), PublishError> {
        let loaded = files::load(&self.repository).await?;
        let old = &loaded.root().signed;
        let root = Root { version: next(old.version), expires: expiry(now, ROLE_DAYS), ..old.clone() };
        let root = self.sign_root(root).await?;
        // TUF 1.0, 5.3.4: whoever trusts the old root must be able to trust the next.
        old.verify_role(root.signed()).map_err(PublishError::key)?;
        let delegations = loaded.targets().signed.delegations.iter();
        let at_hand: BTreeMap<&str, Vec<Item<'_>>> = delegations
            .flat_map(|delegations| &delegations.roles)
            .map(|role| (role.name.as_str(), Vec::new()))
            .filter(|(role, _)| self.key_path(role).exists())
            .collect();
        let signed = self.sign_here(&loaded, &at_hand, now).await?;
        self.take_in(&loaded, signed, now).await?;
        // Last: until it is there, all else is good under the root before it.
        self.write_root(&root)
    }

    /// Takes in what departments signed. Every new bundle must be what its signature says, and its manifest must name
    /// the department and version under which it is signed. Without any it says that the repository is still current.
    ///
    /// # Errors
    /// [`PublishError`]: a signature, a bundle or a version is refused, or a file or the signing fails. Then nothing of the
    /// repository is changed.
    pub async fn accept(&self, signed: &[SignedRelease], now: Timestamp) -> Result<(), PublishError> {
        let loaded = files::load(&self.repository).await?;
        let mut submissions = Vec::new();
        for release in signed {
            let submission = Submission::of(&loaded, release)?;
            for (name, target, bytes) in &submission.new {
                let own = Release::read(bytes.clone())?;
                if own.target_name() != *name || own.target()? != *target {
                    return Err(release.refused(format!(
                        "{name} holds version {} of {} of {}",
                        own.version, own.app, own.department
                    )));
                }
            }
            submissions.push(submission);
        }
        self.take_in(&loaded, submissions, now).await
    }

    /// Says which slices of the nation's catalogue are the newest: devices take no other. The operator's own role signs their `index`
    /// ([`fingertip_slices::SliceIndex`] as JSON); what it names has to be at the platform before.
    ///
    /// # Errors
    /// [`PublishError`]: it is larger than devices read, or a file, a key or the signing fails. Then nothing of the repository is changed.
    pub async fn offer_catalogue(&self, index: &[u8], now: Timestamp) -> Result<(), PublishError> {
        let target = release::index(index)?;
        let loaded = files::load(&self.repository).await?;
        let mut edition = next_edition(&loaded, now);
        edition.targets.targets.insert(TargetName::new(INDEX_TARGET)?, target.clone());
        edition.new.push((INDEX_TARGET.to_owned(), target, index.to_vec()));
        self.put_out(&loaded.root().signed, edition, now).await
    }

    /// The bundles of a signed release that are not out yet, each checked against its signed hash: for the reviewer to judge.
    ///
    /// # Errors
    /// [`PublishError`]: the release cannot be read, or a bundle is not what was signed.
    pub async fn review(&self, signed: &SignedRelease) -> Result<Vec<Vec<u8>>, PublishError> {
        let submission = Submission::of(&files::load(&self.repository).await?, signed)?;
        Ok(submission.new.into_iter().map(|(_, _, bytes)| bytes).collect())
    }

    /// Signs for roles whose keys are here.
    async fn sign_here(
        &self,
        loaded: &Repository,
        by_role: &BTreeMap<&str, Vec<Item<'_>>>,
        now: Timestamp,
    ) -> Result<Vec<Submission>, PublishError> {
        let desk = tempfile::tempdir().map_err(|source| PublishError::disk(std::env::temp_dir(), source))?;
        let mut submissions = Vec::new();
        for (role, items) in by_role {
            let (key, out) = (self.key_path(role), desk.path().join(role));
            let release = sign::sign_role(loaded, role, &key, items, &out, now).await?;
            submissions.push(Submission::of(loaded, &release)?);
        }
        Ok(submissions)
    }

    /// Puts what was submitted into the repository as it was loaded.
    async fn take_in(
        &self,
        loaded: &Repository,
        submissions: Vec<Submission>,
        now: Timestamp,
    ) -> Result<(), PublishError> {
        let mut edition = next_edition(loaded, now);
        for submission in submissions {
            edition.new.extend(submission.new);
            edition.delegated.extend(submission.metadata);
        }
        self.put_out(&loaded.root().signed, edition, now).await
    }

    /// Signs an edition, then writes it. A reader goes from the timestamp to the snapshot, the roles and the bundles: they
    /// are written the other way round, and whatever an earlier timestamp leads to stays as it is.
    async fn put_out(&self, root: &Root, edition: Edition, now: Timestamp) -> Result<(), PublishError> {
        let Edition { new, mut delegated, targets, mut meta, version } = edition;
        let fresh = expiry(now, FRESH_DAYS);
        delegated.push(File::new("targets", &self.sign_own(root, targets).await?));
        meta.extend(delegated.iter().map(File::listed));
        let snapshot = Snapshot { meta, ..Snapshot::new(SPECIFICATION.into(), version, fresh) };
        let snapshot = File::new("snapshot", &self.sign_own(root, snapshot).await?);
        let meta = HashMap::from([snapshot.listed()]);
        let timestamp = TimestampRole { meta, ..TimestampRole::new(SPECIFICATION.into(), version, fresh) };
        let timestamp = self.sign_own(root, timestamp).await?;
        for (name, target, bytes) in new {
            let sha256 = hex::encode(&target.hashes.sha256);
            files::write(&files::target_path(&self.repository.join(TARGETS), &name, &sha256), &bytes)?;
        }
        let folder = self.repository.join(METADATA);
        for file in delegated.iter().chain([&snapshot]) {
            files::write(&folder.join(file.name()), &file.bytes)?;
        }
        files::write(&folder.join("timestamp.json"), timestamp.buffer())
    }

    /// The root of a new repository, with the keys that are in the folder.
    async fn first_root(&self, now: Timestamp) -> Result<Root, PublishError> {
        let (mut known, mut roles) = (HashMap::new(), HashMap::new());
        for role in ROLES {
            let (id, key) = keys::public(&self.key_path(&role.to_string())).await?;
            let own =
                RoleKeys { keyids: vec![id.clone()], threshold: NonZeroU64::MIN, _extra: HashMap::new() };
            roles.insert(role, own);
            known.insert(id, key);
        }
        Ok(Root {
            spec_version: SPECIFICATION.into(),
            consistent_snapshot: true,
            version: NonZeroU64::MIN,
            expires: expiry(now, ROLE_DAYS),
            keys: known,
            roles,
            _extra: HashMap::new(),
        })
    }

    /// Lets each role sign what stands under its own prefix.
    async fn delegate(&self, roles: &BTreeSet<&str>) -> Result<Delegations, PublishError> {
        let mut delegations = Delegations::new();
        for role in roles {
            let (id, key) = keys::public(&self.key_path(role)).await?;
            delegations.keys.insert(id.clone(), key);
            let pattern = PathPattern::new(format!("{role}/*")).map_err(PublishError::key)?;
            delegations.roles.push(DelegatedRole {
                name: (*role).to_owned(),
                keyids: vec![id],
                threshold: NonZeroU64::MIN,
                paths: PathSet::Paths(vec![pattern]),
                terminating: true,
                targets: None,
            });
        }
        Ok(delegations)
    }

    async fn sign_root(&self, root: Root) -> Result<SignedRole<Root>, PublishError> {
        let holder = root.clone();
        self.sign_own(&holder, root).await
    }

    /// Signs one of the operator's roles with its own key; a repository that was made before each had one has one for all.
    async fn sign_own<T: Role>(&self, root: &Root, role: T) -> Result<SignedRole<T>, PublishError> {
        let (own, shared) = (self.key_path(&T::TYPE.to_string()), self.key_path(OPERATOR));
        let key = if !own.exists() && shared.exists() { shared } else { own };
        fs::metadata(&key).map_err(|source| PublishError::disk(&key, source))?;
        metadata::sign(role, &KeyHolder::Root(root.clone()), &[keys::source(&key)]).await
    }

    /// The root by its version, for devices that have the one before it, and as the one that new shells are built with.
    fn write_root(&self, root: &SignedRole<Root>) -> Result<(), PublishError> {
        let file = File::new("root", root);
        files::write(&self.repository.join(METADATA).join(file.name()), &file.bytes)?;
        files::write(&self.root(), &file.bytes)
    }

    fn key(&self, owner: &str) -> Box<dyn KeySource> {
        keys::source(&self.key_path(owner))
    }
}

/// The folders of the metadata and of the bundles.
const METADATA: &str = "metadata";
const TARGETS: &str = "targets";

/// What is put out at once.
struct Edition {
    new: Vec<New>,
    /// The new files of delegated roles.
    delegated: Vec<File>,
    targets: Targets,
    /// What the snapshot before this one lists.
    meta: HashMap<String, Metafile>,
    /// The version of snapshot and timestamp.
    version: NonZeroU64,
}

/// What comes after the repository as it was loaded, with nothing new in it yet.
fn next_edition(loaded: &Repository, now: Timestamp) -> Edition {
    let old = &loaded.targets().signed;
    Edition {
        new: Vec::new(),
        delegated: Vec::new(),
        targets: Targets { version: next(old.version), expires: expiry(now, ROLE_DAYS), ..old.clone() },
        meta: loaded.snapshot().signed.meta.clone(),
        version: next(loaded.snapshot().signed.version.max(loaded.timestamp().signed.version)),
    }
}
