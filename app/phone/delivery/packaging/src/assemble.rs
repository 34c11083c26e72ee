//! The project's files where the systems' tools look for them, with what a release adds.
//!
//! `dx` writes an Android project anew at each build, with its own icons, strings and network rules (dioxus#3397, #3685). It leaves what it
//! does not know: so ours have names of their own and stand there before it begins, and its manifest is ours (`Dioxus.toml`).

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};

use crate::{File, Project, generated, pictures, rules::judge};

/// What a release adds to the project.
#[derive(Debug, Clone, Default)]
pub struct Release {
    /// The host whose links open the app, as its `assetlinks.json` and `apple-app-site-association` say; none claims no link.
    pub host: Option<String>,
    /// The number by which a store knows which of two packages is newer; each release has a greater one.
    pub number: u32,
    /// The version that people read.
    pub version: String,
}

impl Release {
    /// Whether the values are what the systems take.
    fn check(&self) -> Result<()> {
        let is_label = |label: &str| {
            !label.is_empty()
                && label.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        if let Some(host) = &self.host
            && !(host.contains('.') && host.split('.').all(is_label))
        {
            bail!("{host:?} is no host: letters, digits and dots, as in services.gov.example");
        }
        // Google Play's greatest number.
        if self.number == 0 || self.number > 2_100_000_000 {
            bail!("a release has a number from 1 to 2100000000");
        }
        let parts: Vec<&str> = self.version.split('.').collect();
        if parts.len() != 3 || !parts.iter().all(|part| part.parse::<u32>().is_ok()) {
            bail!("{:?} is no version: three numbers, as in 1.4.2", self.version);
        }
        Ok(())
    }
}

/// Puts everything of Android's into `main`, the `app/src/main` of a project: resources, Kotlin and manifest. Gives what it wrote.
///
/// # Errors
/// Where the project is judged bad, a value of the release is none, or a file cannot be written.
pub fn assemble_android(shell: &Path, main: &Path, release: &Release) -> Result<Vec<PathBuf>> {
    let project = checked(shell, release)?;
    let kotlin = main.join("kotlin/dev/dioxus/main");
    let mut written = Vec::new();
    for name in ["MainActivity.kt", "Device.kt", "Voice.kt"] {
        written.push(write(&kotlin.join(name), &read(&shell.join("android").join(name))?)?);
    }
    for path in below(&shell.join("android/res"))? {
        let inside = path.strip_prefix(shell.join("android")).context("below res")?;
        written.push(write(&main.join(inside), &read(&path)?)?);
    }
    let manifest = android_manifest(&project, release.host.as_deref())?;
    written.push(write(&main.join("AndroidManifest.xml"), manifest.as_bytes())?);
    Ok(written)
}

/// Puts everything of iOS' into `out`: the property list, its strings, the asset catalogue, the privacy manifest and the entitlements; and
/// what the stores show. Gives what it wrote.
///
/// # Errors
/// Where the project is judged bad, a value of the release is none, or a file cannot be written.
pub fn assemble_ios(shell: &Path, out: &Path, release: &Release) -> Result<Vec<PathBuf>> {
    let project = checked(shell, release)?;
    let mut written = Vec::new();
    for File { path, bytes } in generated(shell)?.into_iter().chain(pictures(shell)?) {
        if let Some(inside) = path.strip_prefix("ios/") {
            written.push(write(&out.join(inside), &bytes)?);
        } else if path.starts_with("store/") {
            written.push(write(&out.join(path), &bytes)?);
        }
    }
    let info = apple_info(&project, release)?;
    written.push(write(&out.join("Info.plist"), info.as_bytes())?);
    written.push(write(&out.join("PrivacyInfo.xcprivacy"), project.privacy.as_bytes())?);
    let entitlements = apple_entitlements(&project, release.host.as_deref())?;
    written.push(write(&out.join("Entitlements.plist"), entitlements.as_bytes())?);
    Ok(written)
}

fn checked(shell: &Path, release: &Release) -> Result<Project> {
    release.check()?;
    let project = Project::read(shell)?;
    let wrong = judge(&project);
    if !wrong.is_empty() {
        bail!("the project is not fit for a package:\n  {}", wrong.join("\n  "));
    }
    for File { path, bytes } in generated(shell)? {
        if fs::read(shell.join(&path)).ok().as_deref() != Some(&bytes) {
            bail!("{path} is out of date: `cargo run -p fingertip-packaging -- write`");
        }
    }
    Ok(project)
}

/// The place in the manifest where claimed links stand.
const CLAIMED: &str = "            <!-- claimed links -->\n";

/// The manifest with the links of `host`. They open places in mini-apps, as `fingertip:` does: nothing else below the host.
pub(crate) fn android_manifest(project: &Project, host: Option<&str>) -> Result<String> {
    if project.manifest.matches(CLAIMED).count() != 1 {
        bail!("the manifest has no place for claimed links");
    }
    let claimed = host.map_or_else(String::new, |host| {
        format!(
            "            <intent-filter android:autoVerify=\"true\">\n                \
             <action android:name=\"android.intent.action.VIEW\" />\n                \
             <category android:name=\"android.intent.category.DEFAULT\" />\n                \
             <category android:name=\"android.intent.category.BROWSABLE\" />\n                \
             <data android:scheme=\"https\" android:host=\"{host}\" android:pathPrefix=\"/miniapp/\" />\n            </intent-filter>\n"
        )
    });
    Ok(project.manifest.replace(CLAIMED, &claimed))
}

/// The property list with the release's version and number.
pub(crate) fn apple_info(project: &Project, release: &Release) -> Result<String> {
    let mut info = project.info.clone();
    for (key, value) in [
        ("CFBundleShortVersionString", release.version.clone()),
        ("CFBundleVersion", release.number.to_string()),
    ] {
        let at = format!("<key>{key}</key>\n\t<string>");
        let (before, rest) =
            info.split_once(&at).with_context(|| format!("the property list has no {key}"))?;
        let (_, after) = rest.split_once('<').context("the property list is cut")?;
        info = format!("{before}{at}{value}<{after}");
    }
    Ok(info)
}

/// The entitlements with the links of `host`.
pub(crate) fn apple_entitlements(project: &Project, host: Option<&str>) -> Result<String> {
    let Some(host) = host else { return Ok(project.entitlements.clone()) };
    let (before, after) =
        project.entitlements.rsplit_once("</dict>").context("the entitlements are no dictionary")?;
    Ok(format!(
        "{before}\t<key>com.apple.developer.associated-domains</key>\n\t<array>\n\t\t<string>applinks:{host}</string>\n\t</array>\n</dict>{after}"
    ))
}

fn below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() { found.extend(below(&path)?) } else { found.push(path) }
    }
    found.sort();
    Ok(found)
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("{} cannot be read", path.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<PathBuf> {
    let say = || format!("{} cannot be written", path.display());
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(say)?;
    }
    fs::write(path, bytes).with_context(say)?;
    Ok(path.to_owned())
}
