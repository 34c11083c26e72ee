//! Secrets made at the first start and kept in files that only this user can read.

use std::{fs, io, path::Path};

use fingertip_files::Access;
use rand::{TryRngCore, rngs::OsRng};
use sha2::{Digest, Sha256};

/// Random bytes as lower-case hex, from the operating system.
///
/// # Errors
/// When the system gives none.
pub fn make_token(n_bytes: usize) -> io::Result<String> {
    let mut bytes = vec![0_u8; n_bytes];
    OsRng.try_fill_bytes(&mut bytes).map_err(io::Error::other)?;
    Ok(hex::encode(bytes))
}

/// The token in `path`, made there when the file does not exist.
///
/// # Errors
/// When the file cannot be read or made.
pub fn load_or_make_token(path: &Path) -> io::Result<String> {
    let bytes = load_or_make(path, || make_token(32).map(String::into_bytes))?;
    String::from_utf8(bytes).map(|text| text.trim().to_owned()).map_err(io::Error::other)
}

/// The bytes in `path`, made there when the file does not exist.
///
/// # Errors
/// When the file cannot be read or made.
pub fn load_or_make(path: &Path, make: impl FnOnce() -> io::Result<Vec<u8>>) -> io::Result<Vec<u8>> {
    match fs::read(path) {
        Ok(bytes) => Ok(bytes),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let bytes = make()?;
            match fingertip_files::write_new(path, &bytes, Access::Owner) {
                // Another program that began at the same time made it first.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => fs::read(path),
                written => written.map(|()| bytes),
            }
        }
        Err(error) => Err(error),
    }
}

/// The SHA-256 of `text` as lower-case hex.
#[must_use]
pub fn derive_hash(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

/// The SHA-256 of several texts, which keeps "ab" and "c" apart from "a" and "bc".
#[must_use]
pub fn digest_parts(parts: &[&str]) -> [u8; 32] {
    let mut hash = Sha256::new();
    for part in parts {
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part.as_bytes());
    }
    hash.finalize().into()
}

/// Compares hashes, so that the time taken tells nothing of the expected secret.
#[must_use]
pub fn is_same(given: &str, expected: &str) -> bool {
    Sha256::digest(given.as_bytes()) == Sha256::digest(expected.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_made_once_and_only_its_owner_reads_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("token");
        let first = load_or_make_token(&path).expect("made");
        assert_eq!(load_or_make_token(&path).expect("read"), first);
        assert_eq!(first.len(), 64);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(fs::metadata(&path).expect("there").permissions().mode() & 0o777, 0o600);
        }
    }

    #[test]
    fn only_the_same_secret_is_the_same() {
        assert!(is_same("abc", "abc"));
        assert!(!is_same("abc", "abd"));
        assert!(!is_same("", "abc"));
    }
}
