//! The engines that play scripts: found on this machine, or fetched once from a nation's repository, where they are signed.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};
use clap::{Args, Subcommand};
use fingertip_bundles::{BundleClient, BundleClientOptions};
use fingertip_contract::api;
use fingertip_files::Access;
use fingertip_repository::InterpreterRelease;
use fingertip_standard::Interpreter;
use jiff::Timestamp;
use sha2::{Digest, Sha256};

use crate::home;

/// The engines that play scripts.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Fetches an engine from a nation's repository, verifies it and keeps it on this machine.
    Fetch(Fetch),
    /// Lists the engines on this machine.
    List,
}

/// From where, and which.
#[derive(Args)]
pub(crate) struct Fetch {
    /// The nation's platform, which names its repository.
    #[arg(long, env = "FINGERTIP_PLATFORM", required_unless_present = "repository")]
    platform: Option<String>,
    /// The repository itself, where the platform does not name it: the address under which `metadata` and `targets` stand.
    #[arg(long, conflicts_with = "platform")]
    repository: Option<String>,
    /// The root of the repository, as the nation's operator hands it out; everything is verified from there.
    #[arg(long, env = "FINGERTIP_ROOT")]
    root: PathBuf,
    /// The language of its scripts.
    #[arg(long, default_value = "javascript")]
    name: String,
    /// The SHA-256 of the engine, where the repository has several.
    #[arg(long)]
    sha256: Option<String>,
}

/// A hash that stands for no engine in particular: the manifest of a mini-app whose engine is built on this machine. Packing
/// writes the hash of the one that it was checked with.
pub(crate) fn is_open(wanted: &Interpreter) -> bool {
    wanted.sha256.bytes().all(|digit| digit == b'0')
}

pub(crate) async fn run(command: Command) -> Result<()> {
    match command {
        Command::Fetch(fetch) => self::fetch(&fetch).await,
        Command::List => list(),
    }
}

fn list() -> Result<()> {
    let kept = kept()?;
    if kept.is_empty() {
        println!("no engine is kept here; `fingertip engine fetch` fetches one");
    }
    for (engine, path) in kept {
        println!(
            "{} {}  {} KB  {}",
            engine.name,
            engine.sha256,
            fs::metadata(&path).map_or(0, |file| file.len()) / 1024,
            path.display()
        );
    }
    Ok(())
}

async fn fetch(fetch: &Fetch) -> Result<()> {
    let root = fs::read(&fetch.root).with_context(|| format!("{} cannot be read", fetch.root.display()))?;
    let (metadata_url, targets_url) = match (&fetch.repository, &fetch.platform) {
        (Some(repository), _) => {
            let at = |folder: &str| format!("{}/{folder}/", repository.trim_end_matches('/'));
            (at("metadata"), at("targets"))
        }
        (None, Some(platform)) => repository_of(platform).await?,
        (None, None) => {
            bail!("name the nation's platform with --platform, or its repository with --repository")
        }
    };
    // What is known of one nation's repository means nothing in another's.
    let nation = Sha256::digest(&root).iter().take(8).map(|byte| format!("{byte:02x}")).collect::<String>();
    let folder = home::folder()?.join("repository").join(nation);
    let client =
        BundleClient::new(BundleClientOptions { root, metadata_url, targets_url, folder, grace_days: 0 });
    let now = Timestamp::now();
    let offered: Vec<Interpreter> = client
        .interpreters(now)
        .await
        .context("the repository's engines cannot be listed")?
        .into_iter()
        .filter(|own| {
            own.name == fetch.name && fetch.sha256.as_ref().is_none_or(|sha256| *sha256 == own.sha256)
        })
        .collect();
    let engine = match offered.as_slice() {
        [] => {
            bail!(
                "the repository has no engine {:?}{}",
                fetch.name,
                fetch.sha256.as_ref().map(|own| format!(" {own}")).unwrap_or_default()
            )
        }
        [engine] => engine,
        several => bail!(
            "the repository has several engines {:?}; name one with --sha256: {}",
            fetch.name,
            several.iter().map(|own| own.sha256.as_str()).collect::<Vec<_>>().join(", ")
        ),
    };
    let bytes = client
        .interpreter(engine, now)
        .await
        .with_context(|| format!("{} {} cannot be fetched", engine.name, engine.sha256))?;
    let path = place(engine)?;
    keep(&path, &bytes)?;
    println!("{}: {} KB, verified. A manifest names it so:", path.display(), bytes.len() / 1024);
    println!("    \"engine\": {{ \"name\": \"{}\", \"sha256\": \"{}\" }}", engine.name, engine.sha256);
    Ok(())
}

async fn repository_of(platform: &str) -> Result<(String, String)> {
    let url = format!("{}{}", platform.trim_end_matches('/'), api::INFO);
    let answer = reqwest::get(&url).await.with_context(|| format!("{url} cannot be reached"))?;
    let info: api::PlatformInfo = answer
        .error_for_status()?
        .json()
        .await
        .with_context(|| format!("{url} is no platform of Fingertip"))?;
    Ok((info.metadata_url, info.targets_url))
}

fn keep(path: &Path, bytes: &[u8]) -> Result<()> {
    fingertip_files::write(path, bytes, Access::Usual)
        .with_context(|| format!("{} cannot be written", path.display()))
}

/// Where an engine is kept: by its content, as in a repository.
fn place(engine: &Interpreter) -> Result<PathBuf> {
    Ok(home::folder()?.join("engines").join(format!("{}-{}.wasm", engine.name, engine.sha256)))
}

/// The engines that are kept on this machine, the one that came last first.
pub(crate) fn kept() -> Result<Vec<(Interpreter, PathBuf)>> {
    let folder = home::folder()?.join("engines");
    let mut kept = Vec::new();
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let name =
            path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_suffix(".wasm"));
        if let Some((name, sha256)) = name.and_then(|name| name.rsplit_once('-')) {
            let at = entry.metadata().and_then(|file| file.modified()).ok();
            kept.push((at, Interpreter { name: name.to_owned(), sha256: sha256.to_owned() }, path));
        }
    }
    kept.sort_by(|a, b| b.0.cmp(&a.0).then(a.2.cmp(&b.2)));
    Ok(kept.into_iter().map(|(_, engine, path)| (engine, path)).collect())
}

/// The engine that the mini-app wants: the file that is `named`, one that is kept, or the one that a checkout of Fingertip
/// has built. Its bytes are those that the manifest names.
pub(crate) fn find(wanted: &Interpreter, named: Option<&Path>) -> Result<InterpreterRelease> {
    if let Some(path) = named {
        return read_wanted(wanted, path);
    }
    let is_it = |engine: &Interpreter| {
        engine.name == wanted.name && (is_open(wanted) || engine.sha256 == wanted.sha256)
    };
    let built = built(&wanted.name);
    // An open manifest stands in a checkout, whose own engine is meant.
    if let Some(path) = built.as_deref().filter(|_| is_open(wanted)) {
        return read_wanted(wanted, path);
    }
    if let Some((engine, path)) = kept()?.into_iter().find(|(engine, _)| is_it(engine)) {
        // A file that somebody changed is not what its name says.
        return read_wanted(&engine, &path)
            .with_context(|| format!("{} is damaged: remove it and fetch it again", path.display()));
    }
    if let Some(engine) = built.and_then(|path| read_wanted(wanted, &path).ok()) {
        return Ok(engine);
    }
    let which = if is_open(wanted) { String::new() } else { format!(" {}", wanted.sha256) };
    bail!(
        "the engine {}{which}, which plays the script, is not on this machine. Fetch it once: `fingertip engine fetch --platform URL --root \
         root.json` (the nation's operator says which). Or name its file with --engine or FINGERTIP_ENGINE; in a checkout of Fingertip \
         `cargo xtask guests` builds it",
        wanted.name
    )
}

/// The engine in a file that must be the wanted one. Its file is called as manifests call it, or by its content.
fn read_wanted(wanted: &Interpreter, path: &Path) -> Result<InterpreterRelease> {
    let engine = read(path)?;
    ensure!(
        engine.name == wanted.name,
        "{} is the engine {:?}; the manifest asks for {:?}",
        path.display(),
        engine.name,
        wanted.name
    );
    let own = engine.reference().sha256;
    ensure!(
        is_open(wanted) || own == wanted.sha256,
        "{} is the engine {own}; the manifest asks for {}. What was tested is what runs: fetch that one (`fingertip engine fetch --sha256 {}`), \
         or write the new hash into manifest.json and test again",
        path.display(),
        wanted.sha256,
        wanted.sha256
    );
    Ok(engine)
}

/// An engine's file: `javascript.wasm`, or `javascript-HASH.wasm`, is the engine `javascript`.
pub(crate) fn read(path: &Path) -> Result<InterpreterRelease> {
    let stem = path.file_stem().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let name = stem.split_once('-').map_or(stem.as_str(), |(name, _)| name).to_owned();
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(InterpreterRelease { name, bytes })
}

/// The engine that `cargo xtask guests` has built in the checkout that one is in, or that this program was built in.
fn built(name: &str) -> Option<PathBuf> {
    let file = format!("guests/components/{name}.wasm");
    let here = std::env::current_dir().ok()?;
    let program = std::env::current_exe().ok()?;
    let targets =
        here.ancestors().map(|folder| folder.join("target")).chain(program.ancestors().map(Path::to_owned));
    targets.map(|target| target.join(&file)).find(|path| path.is_file())
}
