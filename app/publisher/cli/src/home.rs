//! What this command keeps on its author's machine: engines of scripts, their compiled form, and what bundles scripts.
//! All of it can be had again, so it stands where caches do.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use fingertip_files::Access;
use fingertip_runtime::CompiledCache;

/// The folder, which need not be there yet.
pub(crate) fn folder() -> Result<PathBuf> {
    match std::env::var_os("FINGERTIP_CACHE").filter(|folder| !folder.is_empty()) {
        Some(folder) => Ok(folder.into()),
        None => Ok(dirs::cache_dir()
            .context("this system has no folder for caches: name one in FINGERTIP_CACHE")?
            .join("fingertip")),
    }
}

/// Where compiled engines are kept: an engine takes up to half a minute to compile, and a moment to load. Without such a place
/// everything still works, only slower, so what is in the way is a note.
pub(crate) fn compiled() -> Option<CompiledCache> {
    let opened = folder().and_then(|home| {
        let place = home.join("compiled");
        let key = sealing_key(&place).with_context(|| format!("{} cannot be used", place.display()))?;
        Ok(CompiledCache::new(place, key))
    });
    opened.map_err(|error| eprintln!("note: compiled engines are not kept: {error:#}")).ok()
}

/// The key under which this machine seals machine code that it made. Code that somebody else put there is not loaded: the
/// folder and the key are the author's alone.
fn sealing_key(place: &Path) -> io::Result<[u8; 32]> {
    make_private(place)?;
    let path = place.join("seal");
    if let Some(key) = read_key(&path)? {
        return Ok(key);
    }
    fingertip_files::write(&path, &rand::random::<[u8; 32]>(), Access::Owner)?;
    // Two commands at once may both have written one: the last is the one that counts.
    read_key(&path)?.ok_or_else(|| io::Error::other("the sealing key cannot be read back"))
}

/// The key in `path`; none where there is no such file, or one that others could have read or written.
fn read_key(path: &Path) -> io::Result<Option<[u8; 32]>> {
    match fs::read(path) {
        Ok(bytes) if is_private(path)? => Ok(bytes.try_into().ok()),
        Ok(_) => Ok(None),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

#[cfg(unix)]
fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::set_permissions(folder, fs::Permissions::from_mode(0o700))
}

#[cfg(unix)]
fn is_private(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::MetadataExt;
    Ok(fs::metadata(path)?.mode() & 0o077 == 0)
}

// Elsewhere a person's own folders are closed to others by themselves.
#[cfg(not(unix))]
fn make_private(folder: &Path) -> io::Result<()> {
    fs::create_dir_all(folder)
}

#[cfg(not(unix))]
fn is_private(_: &Path) -> io::Result<bool> {
    Ok(true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_key_stays_and_one_that_others_can_read_is_made_anew() {
        let home = tempfile::tempdir().expect("a folder");
        let place = home.path().join("compiled");
        let key = sealing_key(&place).expect("a key");
        assert_eq!(sealing_key(&place).expect("the same"), key);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            fs::set_permissions(place.join("seal"), fs::Permissions::from_mode(0o644)).expect("opened");
            let anew = sealing_key(&place).expect("another");
            assert!(anew != key && is_private(&place.join("seal")).expect("there"));
        }
        fs::write(place.join("seal"), b"short").expect("written");
        assert!(sealing_key(&place).is_ok());
    }
}
