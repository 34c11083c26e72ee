//! Where secrets live: the operating system's key store, or, on machines without one (a server, a container, a
//! tester's machine without a session bus), files that only the user can read. Which one is in use is told.
//!
//! It promises that a secret is never logged and that a store, once chosen, stays. It knows nothing of what a secret is
//! for. Start reading at [`SecretStore`], then [`open_secrets`].

mod pin;

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use fingertip_files::Access;
pub use pin::{PIN_MAX, PIN_MIN, PinError, check_new_pin, open_with_pin, remove_pin, set_pin};
use rand::{TryRngCore, rngs::OsRng};

/// Why a secret could not be read or kept.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum SecretError {
    /// The operating system's key store failed or is locked.
    #[error("the operating system's key store failed")]
    Os(#[source] keyring_core::Error),
    /// The secret file failed.
    #[error("the secrets folder failed")]
    File(#[from] io::Error),
    /// There is no such secret, and there must be.
    #[error("the key is not in the key store")]
    Missing,
    /// A kept secret has the wrong shape.
    #[error("a kept secret has the wrong shape")]
    Shape,
    /// The key is behind a PIN.
    #[error("the key is behind a PIN")]
    PinNeeded,
    /// The PIN was not taken.
    #[error("the PIN was not taken")]
    Pin(#[from] PinError),
}

/// How secrets are protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// By the operating system's key store.
    KeyStore,
    /// By file permissions alone.
    Files,
    /// Not kept at all.
    Memory,
}

/// Keeps secrets by name.
pub trait SecretStore: Send + Sync {
    /// The secret, if there is one.
    ///
    /// # Errors
    /// [`SecretError`] when the store fails; that there is no secret is no error.
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError>;
    /// Keeps a secret.
    ///
    /// # Errors
    /// [`SecretError`] when the store fails.
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError>;
    /// Forgets a secret.
    ///
    /// # Errors
    /// [`SecretError`] when the store fails.
    fn forget(&self, name: &str) -> Result<(), SecretError>;
    /// How it protects.
    fn protection(&self) -> Protection;
}

/// The operating system's key store.
#[derive(Debug)]
pub struct OsSecrets {
    service: String,
}

impl OsSecrets {
    /// The key store, after a round trip that shows that it works. Secrets of different `service`s are apart.
    ///
    /// # Errors
    /// [`SecretError::Os`] when there is no key store or it is locked.
    pub fn open(service: &str) -> Result<Self, SecretError> {
        set_default_store().map_err(SecretError::Os)?;
        let store = Self { service: service.to_owned() };
        store.set("probe", b"probe")?;
        store.forget("probe")?;
        Ok(store)
    }

    fn entry(&self, name: &str) -> Result<keyring_core::Entry, SecretError> {
        keyring_core::Entry::new(&self.service, name).map_err(SecretError::Os)
    }
}

#[cfg(not(any(target_os = "android", target_os = "ios")))]
fn set_default_store() -> keyring_core::Result<()> {
    match keyring::Entry::store_status() {
        Ok(()) => Ok(()),
        Err(_) => Err(keyring_core::Error::NoDefaultStore),
    }
}

#[cfg(target_os = "android")]
fn set_default_store() -> keyring_core::Result<()> {
    keyring_core::set_default_store(android_native_keyring_store::Store::new()?);
    Ok(())
}

#[cfg(target_os = "ios")]
fn set_default_store() -> keyring_core::Result<()> {
    keyring_core::set_default_store(apple_native_keyring_store::protected::Store::new()?);
    Ok(())
}

impl SecretStore for OsSecrets {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        match self.entry(name)?.get_secret() {
            Ok(secret) => Ok(Some(secret)),
            Err(keyring_core::Error::NoEntry) => Ok(None),
            Err(error) => Err(SecretError::Os(error)),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        self.entry(name)?.set_secret(secret).map_err(SecretError::Os)
    }

    fn forget(&self, name: &str) -> Result<(), SecretError> {
        match self.entry(name)?.delete_credential() {
            Ok(()) | Err(keyring_core::Error::NoEntry) => Ok(()),
            Err(error) => Err(SecretError::Os(error)),
        }
    }

    fn protection(&self) -> Protection {
        Protection::KeyStore
    }
}

/// Files that only the user can read: the documented fallback.
#[derive(Debug)]
pub struct FileSecrets {
    folder: PathBuf,
}

impl FileSecrets {
    /// Secrets in `folder`, made with access for the user alone.
    ///
    /// # Errors
    /// [`SecretError::File`] when the folder cannot be made.
    pub fn open(folder: &Path) -> Result<Self, SecretError> {
        fingertip_files::make_folder(folder)?;
        restrict(folder, 0o700)?;
        Ok(Self { folder: folder.to_owned() })
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{}.secret", hex::encode(name)))
    }
}

#[cfg(unix)]
fn restrict(path: &Path, mode: u32) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn restrict(_path: &Path, _mode: u32) -> io::Result<()> {
    // A user's profile folder is already closed to other users there.
    Ok(())
}

impl SecretStore for FileSecrets {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        match fs::read(self.path(name)) {
            Ok(secret) => Ok(Some(secret)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error.into()),
        }
    }

    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        Ok(fingertip_files::write(&self.path(name), secret, Access::Owner)?)
    }

    fn forget(&self, name: &str) -> Result<(), SecretError> {
        // A key that comes back after a cut would open what was forgotten.
        Ok(fingertip_files::wipe(&self.path(name))?)
    }

    fn protection(&self) -> Protection {
        Protection::Files
    }
}

/// Secrets that end with the program.
#[derive(Debug, Default)]
pub struct MemorySecrets(Mutex<HashMap<String, Vec<u8>>>);

impl SecretStore for MemorySecrets {
    fn get(&self, name: &str) -> Result<Option<Vec<u8>>, SecretError> {
        Ok(self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name).cloned())
    }
    fn set(&self, name: &str, secret: &[u8]) -> Result<(), SecretError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name.to_owned(), secret.to_owned());
        Ok(())
    }
    fn forget(&self, name: &str) -> Result<(), SecretError> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).remove(name);
        Ok(())
    }
    fn protection(&self) -> Protection {
        Protection::Memory
    }
}

/// Whether files may take the place of a key store that does not work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fallback {
    /// Nothing is kept on this device yet.
    Allowed,
    /// Something is, under keys that are in the key store: a store without them would be no way to it, and once there it
    /// would stay.
    Refused,
}

/// The operating system's key store where it works, else files under `folder`. Which one a device uses is written down beside the folder
/// and stays: a key store that is locked or slow at one start is waited for, and files that once took its place are kept, for what is on
/// the device could not be opened without the keys in there.
///
/// # Errors
/// [`SecretError::Os`] when the key store does not work and files may not take its place, [`SecretError::File`] when these do
/// not work either.
pub fn open_secrets(
    service: &str,
    folder: &Path,
    fallback: Fallback,
) -> Result<Arc<dyn SecretStore>, SecretError> {
    choose_store(|| OsSecrets::open(service).map(|store| Arc::new(store) as _), folder, fallback)
}

fn choose_store(
    open_key_store: impl FnOnce() -> Result<Arc<dyn SecretStore>, SecretError>,
    folder: &Path,
    fallback: Fallback,
) -> Result<Arc<dyn SecretStore>, SecretError> {
    if folder.exists() {
        return Ok(Arc::new(FileSecrets::open(folder)?));
    }
    let chosen = folder.with_extension("in-key-store");
    match open_key_store() {
        Ok(store) => {
            if !chosen.exists() {
                fingertip_files::write(&chosen, b"", Access::Owner)?;
            }
            Ok(store)
        }
        Err(error) if fallback == Fallback::Refused || chosen.exists() => Err(error),
        Err(error) => {
            tracing::warn!(%error, "no key store: secrets are kept in files that only this user can read");
            Ok(Arc::new(FileSecrets::open(folder)?))
        }
    }
}

/// A key. It is on the heap and never moves: what is moved stays where it was too, on a thread's stack, where nobody wipes it.
pub type Key = Box<[u8; 32]>;

/// The key of 32 bytes under `name`, for what exists already: it is never made here.
///
/// # Errors
/// [`SecretError::Missing`] when there is none, [`SecretError::PinNeeded`] when it is behind a PIN, else [`SecretError`] when the store fails or holds something else.
pub fn existing_key(store: &dyn SecretStore, name: &str) -> Result<Key, SecretError> {
    let secret = store.get(name)?.ok_or(SecretError::Missing)?;
    secret.try_into().map_err(|secret: Vec<u8>| {
        if pin::is_sealed(&secret) { SecretError::PinNeeded } else { SecretError::Shape }
    })
}

/// A key of 32 random bytes that is made at first use and kept under `name`. What exists already is opened with
/// [`existing_key`].
///
/// # Errors
/// [`SecretError`] when the store fails or holds something else.
pub fn device_key(store: &dyn SecretStore, name: &str) -> Result<Key, SecretError> {
    match existing_key(store, name) {
        Err(SecretError::Missing) => {}
        outcome => return outcome,
    }
    let mut key = Key::new([0; 32]);
    // From the system itself: a generator of ours keeps what it gave until it gives something else.
    OsRng.try_fill_bytes(&mut *key).map_err(io::Error::other)?;
    store.set(name, &*key)?;
    Ok(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(store: &dyn SecretStore) {
        assert_eq!(store.get("a").expect("read"), None);
        store.set("a", b"one").expect("kept");
        store.set("a", b"two").expect("kept");
        assert_eq!(store.get("a").expect("read").as_deref(), Some(b"two".as_slice()));
        store.forget("a").expect("forgotten");
        store.forget("a").expect("forgetting again is no error");
        assert_eq!(store.get("a").expect("read"), None);
        assert!(matches!(existing_key(store, "key"), Err(SecretError::Missing)));
        assert_eq!(store.get("key").expect("read"), None, "looking makes none");
        let key = device_key(store, "key").expect("made");
        assert_eq!(existing_key(store, "key").expect("kept"), key);
        assert_eq!(device_key(store, "key").expect("kept"), key);
        store.set("key", b"short").expect("kept");
        assert!(matches!(device_key(store, "key"), Err(SecretError::Shape)));
    }

    #[test]
    fn every_store_keeps_and_forgets() {
        let folder = tempfile::tempdir().expect("a folder");
        check(&MemorySecrets::default());
        check(&FileSecrets::open(folder.path()).expect("a store"));
    }

    #[test]
    fn files_never_take_the_place_of_a_key_store_that_has_the_keys() {
        let folder = tempfile::tempdir().expect("a folder").path().join("secrets");
        // Where there is a key store it is taken; where there is none nothing is made that would stay.
        if open_secrets("fingertip-test", &folder, Fallback::Refused).is_err() {
            assert!(!folder.exists());
        }
        fs::create_dir_all(&folder).expect("a device that keeps files");
        let store = open_secrets("fingertip-test", &folder, Fallback::Refused).expect("its own files");
        assert_eq!(store.protection(), Protection::Files);
    }

    #[test]
    fn a_key_store_that_was_used_once_is_waited_for() {
        let data = tempfile::tempdir().expect("a folder");
        let folder = data.path().join("secrets");
        let works =
            || -> Result<Arc<dyn SecretStore>, SecretError> { Ok(Arc::new(MemorySecrets::default())) };
        let is_locked = || Err(SecretError::Os(keyring_core::Error::NoDefaultStore));
        assert!(choose_store(works, &folder, Fallback::Allowed).is_ok());
        let locked = choose_store(is_locked, &folder, Fallback::Allowed);
        assert!(
            matches!(locked.map(|_| ()), Err(SecretError::Os(_))) && !folder.exists(),
            "nothing takes its place"
        );
        assert!(choose_store(works, &folder, Fallback::Allowed).is_ok(), "and it goes on once it is there");

        // Where none ever worked, files do, and stay.
        let folder = data.path().join("other");
        let store = choose_store(is_locked, &folder, Fallback::Allowed).expect("files");
        assert_eq!(store.protection(), Protection::Files);
        let store = choose_store(works, &folder, Fallback::Allowed).expect("files");
        assert_eq!(store.protection(), Protection::Files);
    }

    #[cfg(unix)]
    #[test]
    fn secret_files_are_closed_to_others() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let store = FileSecrets::open(&folder.path().join("secrets")).expect("a store");
        store.set("../escape", b"x").expect("kept");
        let path = store.path("../escape");
        assert_eq!(path.parent(), Some(folder.path().join("secrets").as_path()));
        assert_eq!(fs::metadata(path).expect("there").permissions().mode() & 0o777, 0o600);
    }
}
