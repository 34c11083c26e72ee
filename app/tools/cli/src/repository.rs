//! The signed repository.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};
use clap::Subcommand;
use fingertip_bundles::{Publisher, Release};
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
    }
    Ok(())
}

/// A bundle that passes the quality gate. It is checked again here: whoever packed it may have skipped that.
fn read(path: &Path) -> Result<Vec<u8>> {
    let bytes = fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    check::check_bundle(&path.display().to_string(), &bytes)?;
    Ok(bytes)
}
