//! The repository's files.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use fingertip_files::Access;
use tough::{ExpirationEnforcement, Repository, RepositoryLoader};

use crate::error::PublishError;

/// The root that shells are built with.
pub(crate) fn root(repository: &Path) -> PathBuf {
    repository.join("root.json")
}

/// The repository as it stands in a folder, verified. What has run out is loaded too: whoever signs it anew must read it
/// first. Devices judge that for themselves.
pub(crate) async fn load(repository: &Path) -> Result<Repository, PublishError> {
    let path = root(repository);
    let bytes = fs::read(&path).map_err(|source| PublishError::disk(&path, source))?;
    let loader =
        RepositoryLoader::new(&bytes, url(&repository.join("metadata"))?, url(&repository.join("targets"))?);
    Ok(loader.expiration_enforcement(ExpirationEnforcement::Unsafe).load().await?)
}

/// The address of a folder.
pub(crate) fn url(folder: &Path) -> Result<reqwest::Url, PublishError> {
    let path = fs::canonicalize(folder).map_err(|source| PublishError::disk(folder, source))?;
    reqwest::Url::from_directory_path(&path)
        .map_err(|()| PublishError::disk(path, io::Error::other("not an address")))
}

/// Where a target stands under its hash (TUF 1.0, 7: consistent snapshots).
pub(crate) fn target_path(targets: &Path, name: &str, sha256: &str) -> PathBuf {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    targets.join(folder).join(format!("{sha256}.{file}"))
}

/// Writes a file and the folders that it needs; a reader sees all of it or nothing.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), PublishError> {
    fingertip_files::write(path, bytes, Access::Usual).map_err(|source| PublishError::disk(path, source))
}
