//! What makes one file of a script and its kit: esbuild, of one version, so that the same source gives the same bytes.

use std::{
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};

use crate::home;

/// The bundler and its version. Another one may write other bytes for the same source.
const ESBUILD: &str = "esbuild@0.28.2";

/// The bundler for the mini-app in `folder`: the one that `FINGERTIP_ESBUILD` names, the mini-app's own (a development
/// dependency of its package.json), or this command's, which npm fetches once.
pub(crate) fn find(folder: &Path) -> Result<PathBuf> {
    if let Some(named) = std::env::var_os("FINGERTIP_ESBUILD").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        if !named.is_file() {
            bail!("{} is not there, though FINGERTIP_ESBUILD names it", named.display());
        }
        return Ok(named);
    }
    let own = program(folder);
    if own.is_file() {
        return Ok(own);
    }
    let home = home::folder()?.join(ESBUILD.replace('@', "-"));
    let program = program(&home);
    if !program.is_file() {
        install(&home)?;
    }
    Ok(program)
}

/// Where npm puts it.
fn program(folder: &Path) -> PathBuf {
    folder.join("node_modules/.bin").join(if cfg!(windows) { "esbuild.cmd" } else { "esbuild" })
}

fn install(home: &Path) -> Result<()> {
    eprintln!("{ESBUILD} is fetched with npm: once on this machine");
    fs::create_dir_all(home).with_context(|| format!("{} cannot be made", home.display()))?;
    // npm would look further up for a project of somebody else's.
    let package = home.join("package.json");
    fs::write(&package, "{}\n").with_context(|| format!("{} cannot be written", package.display()))?;
    let mut npm = Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.args([
        "install",
        "--save-exact",
        "--no-audit",
        "--no-fund",
        "--silent",
        "--ignore-scripts",
        "--prefix",
    ])
    .arg(home)
    .arg(ESBUILD);
    let Ok(output) = npm.stdin(Stdio::null()).output() else {
        bail!("{}", missing("npm cannot be started"));
    };
    if !output.status.success() {
        bail!(
            "{}",
            missing(&format!("npm could not fetch it: {}", String::from_utf8_lossy(&output.stderr).trim()))
        );
    }
    Ok(())
}

fn missing(what: &str) -> String {
    format!(
        "a script is bundled with {ESBUILD}, which is not on this machine; {what}. Install Node.js 20 or later with npm (https://nodejs.org, or \
         Debian: apt-get install nodejs npm), and let npm reach its registry this once; where it cannot, bring that version of esbuild \
         yourself and name its program in FINGERTIP_ESBUILD"
    )
}

/// Makes `out`, and its map beside it, of `entry`.
pub(crate) fn bundle(esbuild: &Path, entry: &Path, kit: Option<&Path>, out: &Path) -> Result<()> {
    let mut command = Command::new(esbuild);
    command.arg(entry).arg(format!("--outfile={}", out.display())).args([
        "--bundle",
        "--format=cjs",
        "--target=es2023",
    ]);
    if let Some(kit) = kit {
        let kit = std::path::absolute(kit).with_context(|| format!("{} is no path", kit.display()))?;
        command.arg(format!("--alias:fingertip-sdk={}", kit.display()));
    }
    // Names are kept, so that what a script throws can be read.
    command.args(["--minify-whitespace", "--minify-syntax", "--charset=utf8", "--legal-comments=none"]);
    // The map stays with the author.
    command.args(["--sourcemap=external", "--sources-content=false", "--log-level=warning", "--color=false"]);
    let output = command
        .stdin(Stdio::null())
        .output()
        .with_context(|| format!("{} cannot be started", esbuild.display()))?;
    let told = String::from_utf8_lossy(&output.stderr);
    if !output.status.success() {
        // The bundler's own words name file and line.
        bail!("{}", told.trim());
    }
    if !told.trim().is_empty() {
        eprintln!("{}", told.trim());
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_checkout_bundles_with_the_same_version() {
        let libraries = include_str!("../../../../xtask/src/scripts.rs");
        assert!(
            libraries.contains(&format!("{ESBUILD:?}")),
            "xtask installs another version of esbuild than {ESBUILD}"
        );
    }
}
