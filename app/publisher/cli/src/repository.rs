//! The signed repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use fingertip_bundle::{Bundle, Code, interpreter_target};
use fingertip_repository::{InterpreterRelease, Publisher, Release, SignedRelease};
use fingertip_standard::{DepartmentId, Interpreter};
use jiff::{SignedDuration, Timestamp, civil::Date, tz::TimeZone};

use crate::{check, engine};

/// The signed repository of a nation.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Makes a repository with a role for each department.
    Create {
        /// Its folder.
        #[arg(long)]
        repository: PathBuf,
        /// The folder of the keys.
        #[arg(long)]
        keys: PathBuf,
        /// A department that may publish.
        #[arg(long = "department", required = true)]
        departments: Vec<DepartmentId>,
    },
    /// Signs and publishes bundles, each with its own department's key, and engines for scripts.
    Publish {
        /// Its folder.
        #[arg(long)]
        repository: PathBuf,
        /// The folder of the keys.
        #[arg(long)]
        keys: PathBuf,
        /// An engine for scripts; its file is called as manifests call it.
        #[arg(long = "engine")]
        engines: Vec<PathBuf>,
        /// The bundles.
        #[arg(required_unless_present = "engines")]
        bundles: Vec<PathBuf>,
    },
    /// Takes in what departments signed with `fingertip sign`, after the quality gate has seen it. Without any it says that
    /// the repository is still current, which devices want to hear every 30 days.
    Accept {
        /// Its folder.
        #[arg(long)]
        repository: PathBuf,
        /// The folder of the operator's keys.
        #[arg(long)]
        keys: PathBuf,
        /// The folders of the signed releases.
        signed: Vec<PathBuf>,
    },
    /// Signs the root for another year, and all else that the keys in the folder can sign. Without it no device opens
    /// anything once the root has run out.
    Renew {
        /// Its folder.
        #[arg(long)]
        repository: PathBuf,
        /// The folder of the operator's keys, the root's among them.
        #[arg(long)]
        keys: PathBuf,
    },
}

pub(crate) async fn run(command: Command) -> Result<()> {
    match command {
        Command::Create { repository, keys, departments } => {
            Publisher::new(&repository, &keys)
                .create(&departments, Timestamp::now())
                .await
                .context("the repository cannot be made")?;
            println!("{}: {} departments may publish", repository.display(), departments.len());
        }
        Command::Publish { repository, keys, engines, bundles } => {
            let interpreters = engines.iter().map(|path| engine::read(path)).collect::<Result<Vec<_>>>()?;
            let read = |path: &PathBuf| Ok(Release::read(read(path, &interpreters, &repository)?)?);
            let releases = bundles.iter().map(read).collect::<Result<Vec<_>>>()?;
            let publisher = Publisher::new(&repository, &keys);
            publisher
                .release(&releases, &interpreters, Timestamp::now())
                .await
                .context("the bundles cannot be published")?;
            println!(
                "{}: {} bundles and {} engines published",
                repository.display(),
                bundles.len(),
                engines.len()
            );
            remind(&repository).await?;
        }
        Command::Accept { repository, keys, signed } => {
            let publisher = Publisher::new(&repository, &keys);
            let signed =
                signed.iter().map(|folder| SignedRelease::open(folder)).collect::<Result<Vec<_>, _>>()?;
            let mut taken = 0;
            for release in &signed {
                for bundle in
                    publisher.review(release).await.with_context(|| release.folder().display().to_string())?
                {
                    judge(release.department(), &bundle, &[], &repository)?;
                    taken += 1;
                }
            }
            publisher.accept(&signed, Timestamp::now()).await.context("nothing was taken in")?;
            println!("{}: {taken} bundles taken in, current from now on", repository.display());
            remind(&repository).await?;
        }
        Command::Renew { repository, keys } => {
            let now = Timestamp::now();
            Publisher::new(&repository, &keys).renew(now).await.context("the root is not renewed")?;
            let status = fingertip_repository::status(&repository).await?;
            println!("{}: the root holds until {}", repository.display(), day(status.root_until));
            for role in status.roles.iter().filter(|role| role.signed_until < status.root_until) {
                println!(
                    "  {} holds until {} only: whoever has its key signs it anew with `fingertip sign`",
                    role.name,
                    day(role.signed_until)
                );
            }
        }
    }
    Ok(())
}

/// How long before its end a root is told to be renewed.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 60);

/// Tells an operator that the root runs out: nobody else notices before the day on which no device opens anything.
async fn remind(repository: &Path) -> Result<()> {
    let until = fingertip_repository::status(repository).await?.root_until;
    if until.duration_since(Timestamp::now()) < SOON {
        println!("the root holds until {}: sign it anew with `fingertip repository renew`", day(until));
    }
    Ok(())
}

fn day(time: Timestamp) -> Date {
    time.to_zoned(TimeZone::UTC).date()
}

/// A bundle that passes the quality gate. It is checked again here: whoever packed it may have skipped that.
pub(crate) fn read(path: &Path, engines: &[InterpreterRelease], repository: &Path) -> Result<Vec<u8>> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    judge(&path.display().to_string(), &bytes, engines, repository)?;
    Ok(bytes)
}

/// The quality gate on a packed bundle, a script with the engine that will play it.
fn judge(name: &str, bundle: &[u8], engines: &[InterpreterRelease], repository: &Path) -> Result<()> {
    let engine = match Bundle::read(bundle).map(|bundle| bundle.code) {
        Ok(Code::Script { interpreter, .. }) => engine_of(&interpreter, engines, repository)?,
        _ => None,
    };
    check::check_bundle(name, bundle, engine)
}

/// The engine that plays a script: one that is published with it, or one that is in the repository already. One that is
/// neither would leave the script without an engine on every device.
fn engine_of(
    wanted: &Interpreter,
    engines: &[InterpreterRelease],
    repository: &Path,
) -> Result<Option<Vec<u8>>> {
    if let Some(own) = engines.iter().find(|own| own.reference() == *wanted) {
        return Ok(Some(own.bytes.clone()));
    }
    let Some((folder, file)) = interpreter_target(wanted)
        .rsplit_once('/')
        .map(|(folder, file)| (folder.to_owned(), file.to_owned()))
    else {
        return Ok(None);
    };
    let path = repository.join("targets").join(folder).join(format!("{}.{file}", wanted.sha256));
    if !path.is_file() {
        bail!(
            "its engine {} {} is neither in this repository nor named with --engine: publish the engine that it was packed with",
            wanted.name,
            wanted.sha256
        );
    }
    let bytes = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
    Ok(Some(bytes))
}
