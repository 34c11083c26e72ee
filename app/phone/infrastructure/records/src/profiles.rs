//! Several people on one device: each profile is a folder with files and a key of its own.

use std::path::{Path, PathBuf};

use crate::{Records, RecordsError, store::RECORDS_FILE};

/// The name of a profile.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProfileName(String);

impl ProfileName {
    /// Checks `name`.
    ///
    /// # Errors
    /// [`RecordsError::ProfileName`] when it is not 1 to 32 lower-case ASCII letters, digits and hyphens.
    pub fn new(name: &str) -> Result<Self, RecordsError> {
        let is_good = (1..=32).contains(&name.len())
            && name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if is_good { Ok(Self(name.to_owned())) } else { Err(RecordsError::ProfileName) }
    }

    /// The name as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The profiles under one folder.
#[derive(Debug, Clone)]
pub struct Profiles {
    folder: PathBuf,
}

impl Profiles {
    /// The profiles under `folder`.
    #[must_use]
    pub fn new(folder: &Path) -> Self {
        Self { folder: folder.join("profiles") }
    }

    /// The folder of a profile.
    #[must_use]
    pub fn folder(&self, name: &ProfileName) -> PathBuf {
        self.folder.join(name.as_str())
    }

    /// Whether the profile has records already, whoever can open them.
    #[must_use]
    pub fn has_records(&self, name: &ProfileName) -> bool {
        self.folder(name).join(RECORDS_FILE).exists()
    }

    /// Opens a profile's records with its own key.
    ///
    /// # Errors
    /// As [`Records::open`].
    pub fn open(&self, name: &ProfileName, key: &[u8; 32]) -> Result<Records, RecordsError> {
        Records::open(&self.folder(name), key)
    }

    /// Forgets a profile: its files go, what is in them written over, those that SQLite keeps beside them too. Its key is whoever's keeps it.
    ///
    /// # Errors
    /// [`RecordsError::NotWritable`], [`RecordsError::Folder`]: some of its files are still there.
    pub fn remove(&self, name: &ProfileName) -> Result<(), RecordsError> {
        Ok(fingertip_files::wipe_folder(&self.folder(name))?)
    }

    /// A name that no profile has yet: `base` with the first free number.
    ///
    /// # Errors
    /// [`RecordsError::ProfileName`] where `base` has no room for a number.
    pub fn free_name(&self, base: &ProfileName) -> Result<ProfileName, RecordsError> {
        let numbered = (2_u32..).map(|number| ProfileName::new(&format!("{}-{number}", base.as_str())));
        let is_free = |name: &Result<ProfileName, RecordsError>| match name {
            Ok(name) => !self.folder(name).exists(),
            Err(_) => true,
        };
        numbered.into_iter().find(is_free).unwrap_or(Err(RecordsError::ProfileName))
    }

    /// The profiles there are, by name.
    ///
    /// # Errors
    /// [`RecordsError::Folder`] when the folder cannot be read.
    pub fn names(&self) -> Result<Vec<ProfileName>, RecordsError> {
        if !self.folder.exists() {
            return Ok(Vec::new());
        }
        let mut names = Vec::new();
        for entry in std::fs::read_dir(&self.folder)? {
            names.extend(ProfileName::new(&entry?.file_name().to_string_lossy()).ok());
        }
        names.sort();
        Ok(names)
    }
}
