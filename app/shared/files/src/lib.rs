//! One way to write a file: whole or not at all.
//!
//! It promises that a reader sees the old bytes or the new ones, also when the program is killed or the power fails in
//! the middle, and that a secret is at no moment readable by others. It never deletes and never follows a link at the
//! place it writes to: the link itself is replaced. Start reading at [`write`].

use std::{
    fs, io,
    io::Write,
    path::{Path, PathBuf},
};

use tempfile::{NamedTempFile, TempPath};

/// Who may read a file besides its owner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Nobody. Where the system has no modes, a person's own folders are closed to others by themselves.
    Owner,
    /// Whoever the process's own mask lets.
    Usual,
}

/// Writes `bytes` in place of what `path` held. Folders that are missing are made.
///
/// When it returns, the bytes and the name are on the disk.
///
/// # Errors
/// What the system answered; `path` then holds what it held before.
pub fn write(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let folder = folder_of(path);
    let partial = write_beside(&folder, bytes, access)?;
    partial.persist(path)?;
    sync_folder(&folder)
}

/// As [`write`], but only where nothing is there yet: of two programs that begin at once, one wins.
///
/// # Errors
/// [`io::ErrorKind::AlreadyExists`] when `path` is there, else what the system answered.
pub fn write_new(path: &Path, bytes: &[u8], access: Access) -> io::Result<()> {
    let folder = folder_of(path);
    let partial = write_beside(&folder, bytes, access)?;
    partial.persist_noclobber(path)?;
    sync_folder(&folder)
}

/// A bare name stands in the folder that the process is in.
fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// The bytes, on the disk, under a name of their own; dropped, the file goes. Only within one folder is a rename one step.
fn write_beside(folder: &Path, bytes: &[u8], access: Access) -> io::Result<TempPath> {
    fs::create_dir_all(folder)?;
    let mut partial = open_partial(folder, access)?;
    partial.write_all(bytes)?;
    // A name must not reach the disk before what it names.
    partial.as_file().sync_all()?;
    // Windows renames no file that is open.
    Ok(partial.into_temp_path())
}

#[cfg(unix)]
fn open_partial(folder: &Path, access: Access) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    let mode = match access {
        Access::Owner => 0o600,
        Access::Usual => 0o666,
    };
    // The mode is given when the file is made: one that is closed afterwards was open for a moment.
    builder().permissions(fs::Permissions::from_mode(mode)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn open_partial(folder: &Path, _access: Access) -> io::Result<NamedTempFile> {
    builder().tempfile_in(folder)
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".partial-");
    builder
}

#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

// Windows opens no folder as a file; a rename there is written through with the journal.
#[cfg(not(unix))]
fn sync_folder(_folder: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests;
