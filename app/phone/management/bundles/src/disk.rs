//! How the client's folder is changed: three acts, so that a test can stop the device before, in and after each.

use std::{
    fmt, fs,
    fs::OpenOptions,
    io,
    io::{ErrorKind, Write},
    path::Path,
};

use fingertip_files::Access;

/// What changes the folder of a [`crate::BundleClient`]. Reading needs none: whatever is read is verified.
pub trait Disk: fmt::Debug + Send + Sync {
    /// Writes a file and the folders that it needs: whole, or not at all, also when the power fails.
    ///
    /// # Errors
    /// What the system answered.
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Adds to the end of a file, which is made where it is missing. Half of it may be there after a failure.
    ///
    /// # Errors
    /// What the system answered.
    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()>;

    /// Removes a file. One that is gone already is removed.
    ///
    /// # Errors
    /// What the system answered.
    fn remove(&self, path: &Path) -> io::Result<()>;
}

/// The disk of this device.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeviceDisk;

impl Disk for DeviceDisk {
    fn write(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        fingertip_files::write(path, bytes, Access::Usual)
    }

    fn append(&self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        // Not synchronised: what a download has so far is checked by its hash before anything else is done with it.
        OpenOptions::new().create(true).append(true).open(path)?.write_all(bytes)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        match fs::remove_file(path) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            outcome => outcome,
        }
    }
}
