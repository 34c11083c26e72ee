//! From a mini-app's source to its component, or its script.

use std::{
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, bail};
use fingertip_runtime::Backend;

use crate::{
    build,
    code::{Code, CodeOptions},
    project::Project,
    script,
};

const WASM: &str = "wasm32-unknown-unknown";
/// Debian's compiler comes with the sources of the standard library; rustup's needs a download of the target.
const DEBIAN_RUSTC: &str = "/usr/bin/rustc";
const DEBIAN_SOURCES: &str = "/usr/lib/rustlib/src/rust/library/std/Cargo.toml";

/// Builds the mini-app in `folder`, and shows that it runs.
pub(crate) fn build(folder: &Path, out: Option<&Path>, engine: Option<PathBuf>) -> Result<()> {
    let path = program(folder, out)?;
    if !script::is_script(folder) {
        return Ok(());
    }
    let code = Code::of(folder, &CodeOptions { component: Some(path.clone()), engine })?;
    // As a component is compiled to show that it imports nothing, a script is loaded to show that it is one.
    code.program(Backend::Native)?.open().with_context(|| format!("{} is refused", path.display()))?;
    let played = code
        .engine()
        .map(|engine| engine.reference())
        .map(|engine| format!(", played by {} {}", engine.name, engine.sha256));
    println!("{}: {:.1} KB{}", path.display(), code.bytes.len() as f64 / 1024.0, played.unwrap_or_default());
    Ok(())
}

/// Builds the mini-app in `folder`; gives where its component or script is.
pub(crate) fn program(folder: &Path, out: Option<&Path>) -> Result<PathBuf> {
    if script::is_script(folder) { script::bundle(folder, out) } else { component(folder, out) }
}

fn component(folder: &Path, out: Option<&Path>) -> Result<PathBuf> {
    let manifest = folder.join("Cargo.toml");
    if !manifest.is_file() {
        bail!("{} has no Cargo.toml: `fingertip new` makes a mini-app that builds", folder.display());
    }
    let (package, target) = package(&manifest)?;
    let modules = target.join("guests/modules");
    let mut command = Command::new(cargo());
    command
        .args(["build", "--quiet", "--profile", "guest", "--target", WASM, "--manifest-path"])
        .arg(&manifest);
    command.args(["-p", &package]).env("CARGO_TARGET_DIR", &modules).stdin(Stdio::null());
    if !has_target() {
        with_debian_rustc(&mut command)?;
    }
    let output = command.output().context("cargo cannot be started: install Rust from https://rustup.rs")?;
    if !output.status.success() {
        // The compiler's own words name file and line.
        bail!("{}", String::from_utf8_lossy(&output.stderr).trim());
    }
    let out = match out {
        Some(out) => out.to_owned(),
        None => {
            let components = target.join("guests/components");
            std::fs::create_dir_all(&components)
                .with_context(|| format!("{} cannot be made", components.display()))?;
            components.join(format!("{package}.wasm"))
        }
    };
    let standard = Project::standard(folder)?;
    build::build(
        &modules.join(WASM).join("guest").join(format!("{}.wasm", package.replace('-', "_"))),
        &out,
        standard,
    )?;
    Ok(out)
}

fn cargo() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// The package's name, and where cargo builds.
fn package(manifest: &Path) -> Result<(String, PathBuf)> {
    let asked = Command::new(cargo())
        .args(["metadata", "--format-version", "1", "--no-deps", "--manifest-path"])
        .arg(manifest)
        .output();
    let asked = asked.context("cargo cannot be started: install Rust from https://rustup.rs")?;
    if !asked.status.success() {
        bail!("{}", String::from_utf8_lossy(&asked.stderr).trim());
    }
    let metadata: serde_json::Value = serde_json::from_slice(&asked.stdout).context("cargo metadata")?;
    let own = std::fs::canonicalize(manifest).with_context(|| manifest.display().to_string())?;
    let found = metadata["packages"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package["manifest_path"].as_str().map(Path::new) == Some(&own));
    let name = found
        .and_then(|package| package["name"].as_str())
        .with_context(|| format!("{} has no package", manifest.display()))?;
    let target = metadata["target_directory"].as_str().context("cargo names no target directory")?;
    Ok((name.to_owned(), PathBuf::from(target)))
}

/// Whether the compiler in use has the standard library for WebAssembly; where rustup can, it fetches it.
fn has_target() -> bool {
    let is_there = || {
        let asked = Command::new("rustc")
            .args(["--print", "target-libdir", "--target", WASM])
            .stderr(Stdio::null())
            .output();
        asked.is_ok_and(|answer| {
            std::fs::read_dir(String::from_utf8_lossy(&answer.stdout).trim())
                .is_ok_and(|mut files| files.next().is_some())
        })
    };
    // Where the sources are here, no network is asked.
    is_there()
        || (!Path::new(DEBIAN_SOURCES).exists()
            && Command::new("rustup").args(["target", "add", WASM]).status().is_ok()
            && is_there())
}

fn with_debian_rustc(command: &mut Command) -> Result<()> {
    if !Path::new(DEBIAN_SOURCES).exists() {
        bail!(
            "the target {WASM} is missing: `rustup target add {WASM}`, or on Debian `apt-get install rustc-web rust-web-src rust-web-llvm`"
        );
    }
    // The linker for WebAssembly comes with either compiler; Debian's is a link that may lead nowhere.
    let mut folders = Vec::new();
    for rustc in ["rustc", DEBIAN_RUSTC] {
        let sysroot = Command::new(rustc)
            .args(["--print", "sysroot"])
            .output()
            .with_context(|| format!("{rustc} cannot be started"))?;
        let sysroot = String::from_utf8_lossy(&sysroot.stdout).trim().to_owned();
        folders.push(
            PathBuf::from(sysroot)
                .join(format!("lib/rustlib/{}-unknown-linux-gnu/bin", std::env::consts::ARCH)),
        );
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::env::split_paths(&path).chain(folders))?;
    command
        .env("PATH", path)
        .env("RUSTC", DEBIAN_RUSTC)
        .env("RUSTC_BOOTSTRAP", "1")
        .arg("-Zbuild-std=std,panic_abort");
    Ok(())
}
