//! The signed repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Subcommand;
use fingertip_bundles::{Publisher, Release, SignedRelease};
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use crate::check;

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
        #[arg(required = true)]
        bundles: Vec<PathBuf>,
    },
    /// Takes in what departments signed with `fingertip sign`, after the quality gate has seen it. Without any it says that
    /// the repository is still current, which devices want to hear every 30 days.
    Accept {
        /// Its folder.
        #[arg(long)]
        repository: PathBuf,
        /// The folder of the operator's key.
        #[arg(long)]
        keys: PathBuf,
        /// The folders of the signed releases.
        signed: Vec<PathBuf>,
    },
}

pub(crate) async fn run(command: Command) -> Result<()> {
    match command {
        Command::Create { repository, keys, departments } => {
            Publisher::new(&repository, &keys).create(&departments, Timestamp::now()).await.context("the repository cannot be made")?;
            println!("{}: {} departments may publish", repository.display(), departments.len());
        }
        Command::Publish { repository, keys, engines, bundles } => {
            let releases = bundles.iter().map(|path| Ok(Release::read(read(path)?)?)).collect::<Result<Vec<_>>>()?;
            let interpreters = engines.iter().map(|path| check::read_engine(path)).collect::<Result<Vec<_>>>()?;
            let publisher = Publisher::new(&repository, &keys);
            publisher.release(&releases, &interpreters, Timestamp::now()).await.context("the bundles cannot be published")?;
            println!("{}: {} bundles and {} engines published", repository.display(), bundles.len(), engines.len());
        }
        Command::Accept { repository, keys, signed } => {
            let publisher = Publisher::new(&repository, &keys);
            let signed = signed.iter().map(|folder| SignedRelease::open(folder)).collect::<Result<Vec<_>, _>>()?;
            let mut taken = 0;
            for release in &signed {
                for bundle in publisher.review(release).await.with_context(|| release.folder().display().to_string())? {
                    check::check_bundle(release.department(), &bundle)?;
                    taken += 1;
                }
            }
            publisher.accept(&signed, Timestamp::now()).await.context("nothing was taken in")?;
            println!("{}: {taken} bundles taken in, current from now on", repository.display());
        }
    }
    Ok(())
}

/// A bundle that passes the quality gate. It is checked again here: whoever packed it may have skipped that.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    check::check_bundle(&path.display().to_string(), &bytes)?;
    Ok(bytes)
}
