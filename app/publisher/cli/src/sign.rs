//! A department's signature under its own bundles.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::Args;
use fingertip_repository::Release;
use fingertip_standard::DepartmentId;
use jiff::Timestamp;

use crate::repository;

/// What is signed, with what, for whom.
#[derive(Args)]
pub(crate) struct Options {
    /// The repository's folder, or a copy of it: its metadata says what is out already.
    #[arg(long)]
    repository: PathBuf,
    /// The department.
    #[arg(long)]
    department: DepartmentId,
    /// The department's key; it is read here and goes nowhere.
    #[arg(long)]
    key: PathBuf,
    /// The folder that the operator is given.
    #[arg(long)]
    out: PathBuf,
    /// The bundles; without any, what is out is signed for another year.
    bundles: Vec<PathBuf>,
}

/// Checks the bundles, signs them, and writes what the operator takes in.
pub(crate) async fn sign(options: &Options) -> Result<()> {
    let Options { repository, department, key, out, bundles } = options;
    let releases = bundles
        .iter()
        .map(|path| Ok(Release::read(repository::read(path, &[], repository)?)?))
        .collect::<Result<Vec<_>>>()?;
    let signed =
        fingertip_repository::sign(repository, department, key, &releases, out, Timestamp::now()).await;
    signed.context("nothing is signed")?;
    println!(
        "{}: {} bundles signed by {department}; the operator takes them in with",
        out.display(),
        releases.len()
    );
    println!("  fingertip repository accept --repository ... --keys ... {}", out.display());
    Ok(())
}
