//! The files that a person wrote, as text: rules judge these, and tests break them.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

/// What the packages are made of, besides what is generated.
#[derive(Debug, Clone)]
pub struct Project {
    /// `Dioxus.toml`.
    pub dioxus: String,
    /// `AndroidManifest.xml`.
    pub manifest: String,
    /// `res/xml/fingertip_network.xml`.
    pub network: String,
    /// `res/xml/fingertip_extraction.xml`.
    pub extraction: String,
    /// `res/xml/fingertip_files.xml`.
    pub files: String,
    /// `MainActivity.kt`.
    pub activity: String,
    /// The other files in Kotlin, one after the other.
    pub kotlin: String,
    /// `keep.pro`.
    pub keep: String,
    /// `Info.plist`.
    pub info: String,
    /// `PrivacyInfo.xcprivacy`.
    pub privacy: String,
    /// `Entitlements.plist`.
    pub entitlements: String,
}

/// Where the shell's package is, and in it everything of the phones.
#[must_use]
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shell")
}

impl Project {
    /// Reads the project in `folder`.
    ///
    /// # Errors
    /// Where a file is missing or no text.
    pub fn read(folder: &Path) -> Result<Self> {
        let read = |name: &str| {
            let path = folder.join(name);
            fs::read_to_string(&path).with_context(|| format!("{} cannot be read", path.display()))
        };
        Ok(Self {
            dioxus: read("Dioxus.toml")?,
            manifest: read("android/AndroidManifest.xml")?,
            network: read("android/res/xml/fingertip_network.xml")?,
            extraction: read("android/res/xml/fingertip_extraction.xml")?,
            files: read("android/res/xml/fingertip_files.xml")?,
            activity: read("android/MainActivity.kt")?,
            kotlin: ["Device", "Voice"]
                .map(|name| read(&format!("android/{name}.kt")))
                .into_iter()
                .collect::<Result<Vec<_>>>()?
                .concat(),
            keep: read("android/keep.pro")?,
            info: read("ios/Info.plist")?,
            privacy: read("ios/PrivacyInfo.xcprivacy")?,
            entitlements: read("ios/Entitlements.plist")?,
        })
    }
}
