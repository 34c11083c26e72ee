//! One way to write a file: whole or not at all; and one to be rid of one.
//!
//! It promises that a reader sees the old bytes or the new ones, also when the program is killed or the power fails in
//! the middle, that a secret is at no moment readable by others, and that what it says is done is on the disk: names of files and of
//! folders too. It deletes nothing that it is not told to, and never follows a link at the place it writes to: the link itself is replaced.
//! Start reading at [`write`].

use std::{
    fs, io,
    io::{Read, Write},
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

/// Makes a folder and those above it that are missing. When it returns, their names are on the disk: a file that is synchronised in a
/// folder whose own name is lost is lost with it.
///
/// # Errors
/// What the system answered.
pub fn make_folder(path: &Path) -> io::Result<()> {
    let missing: Vec<&Path> =
        path.ancestors().take_while(|folder| !folder.as_os_str().is_empty() && !folder.exists()).collect();
    fs::create_dir_all(path)?;
    missing.into_iter().try_for_each(|made| sync_folder(&folder_of(made)))
}

/// Takes a file away for good: its bytes are written over before its name goes. A medium that writes elsewhere on its own (flash) may still
/// hold them; what must be unreadable there is kept enciphered, and its key forgotten. One that is not there is gone already.
///
/// # Errors
/// What the system answered; the file may then be written over and still there.
pub fn wipe(path: &Path) -> io::Result<()> {
    let gone = |error: &io::Error| error.kind() == io::ErrorKind::NotFound;
    match fs::symlink_metadata(path) {
        Err(error) if gone(&error) => return Ok(()),
        Err(error) => return Err(error),
        // What a link leads to is somebody else's.
        Ok(what) if what.is_file() => {
            let mut file = fs::OpenOptions::new().write(true).open(path)?;
            io::copy(&mut io::repeat(0).take(what.len()), &mut file)?;
            file.sync_all()?;
        }
        Ok(_) => {}
    }
    match fs::remove_file(path) {
        Err(error) if gone(&error) => Ok(()),
        Err(error) => Err(error),
        Ok(()) => sync_folder(&folder_of(path)),
    }
}

/// Takes a folder away with all that is in it, every file as [`wipe`] does. One that is not there is gone already.
///
/// # Errors
/// What the system answered; what went before stays gone.
pub fn wipe_folder(path: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let entry = entry?;
        if entry.file_type()?.is_dir() { wipe_folder(&entry.path())? } else { wipe(&entry.path())? }
    }
    fs::remove_dir(path)?;
    sync_folder(&folder_of(path))
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
    make_folder(folder)?;
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

/// How the name of a file begins that is not whole yet. One that is older than a write takes was left by a program that was killed.
pub const PARTIAL_PREFIX: &str = ".partial-";

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PARTIAL_PREFIX);
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
