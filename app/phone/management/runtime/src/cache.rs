//! Compiled mini-apps on this device. Machine code is only ever loaded when this device itself wrote it: every file
//! carries an HMAC under a key that never leaves the device's key store, over the code and what it was made from.

use std::{fs, io, path::PathBuf};

use fingertip_files::Access;
use hmac::{Hmac, Mac};
use sha2::Sha256;

/// A folder of compiled mini-apps.
#[derive(Clone)]
pub struct CompiledCache {
    folder: PathBuf,
    key: [u8; 32],
}

impl std::fmt::Debug for CompiledCache {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("CompiledCache").field("folder", &self.folder).finish_non_exhaustive()
    }
}

const TAG_BYTES: usize = 32;

impl CompiledCache {
    /// A cache in `folder`, made when first written, sealed with the device's own `key`.
    #[must_use]
    pub fn new(folder: impl Into<PathBuf>, key: [u8; 32]) -> Self {
        Self { folder: folder.into(), key }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.join(format!("{name}.compiled"))
    }

    fn mac(&self, name: &str, code: &[u8]) -> Option<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).ok()?;
        mac.update(name.as_bytes());
        mac.update(&[0]);
        mac.update(code);
        Some(mac)
    }

    /// The code under `name`, if this device wrote it and nobody changed it since.
    pub(crate) fn load(&self, name: &str) -> Option<Vec<u8>> {
        let mut file = fs::read(self.path(name)).ok()?;
        let code_bytes = file.len().checked_sub(TAG_BYTES)?;
        let tag = file.split_off(code_bytes);
        let is_ours = self.mac(name, &file)?.verify_slice(&tag).is_ok();
        if !is_ours {
            tracing::warn!(name, "compiled mini-app was changed on disk; it is compiled again");
        }
        is_ours.then_some(file)
    }

    /// Keeps `code` under `name`. A cache that cannot be written only costs time, so the caller may go on.
    pub(crate) fn keep(&self, name: &str, code: &[u8]) -> io::Result<()> {
        let tag = self
            .mac(name, code)
            .ok_or_else(|| io::Error::other("the sealing key is unusable"))?
            .finalize()
            .into_bytes();
        fingertip_files::write(&self.path(name), &[code, tag.as_slice()].concat(), Access::Owner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changed_or_foreign_code_is_not_loaded() {
        let folder = std::env::temp_dir().join(format!("fingertip-compiled-{}", std::process::id()));
        let cache = CompiledCache::new(&folder, [7; 32]);
        cache.keep("a", b"machine code").expect("written");
        assert_eq!(cache.load("a").as_deref(), Some(b"machine code".as_slice()));
        assert_eq!(CompiledCache::new(&folder, [8; 32]).load("a"), None);
        fs::rename(cache.path("a"), cache.path("b")).expect("renamed");
        assert_eq!(cache.load("b"), None, "code of another mini-app");
        let mut bytes = fs::read(cache.path("b")).expect("read");
        bytes[0] ^= 1;
        fs::write(cache.path("a"), bytes).expect("written");
        assert_eq!(cache.load("a"), None);
        fs::remove_dir_all(folder).expect("removed");
    }
}
