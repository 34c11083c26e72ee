//! What a repository offers.

use std::path::PathBuf;

use anyhow::{Context, Result};
use clap::{Args, ValueEnum};
use fingertip_standard::AppId;
use jiff::{SignedDuration, Timestamp};

/// What is asked.
#[derive(Args)]
pub(crate) struct Options {
    /// The repository's folder, or a copy of it.
    #[arg(long)]
    repository: PathBuf,
    /// One mini-app only.
    app: Option<AppId>,
    /// How it is told.
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Human,
    /// For programs.
    Json,
}

/// A signature that ends within this is told as a warning: somebody must come back to sign.
const SOON: SignedDuration = SignedDuration::from_hours(24 * 14);

/// Shows every role with what it offers.
pub(crate) async fn status(options: &Options) -> Result<()> {
    let mut status =
        fingertip_repository::status(&options.repository).await.context("the repository cannot be read")?;
    if let Some(app) = &options.app {
        let file = format!("/{app}.ma");
        for role in &mut status.roles {
            role.targets.retain(|target| target.name.ends_with(&file));
        }
        status.roles.retain(|role| !role.targets.is_empty());
        if status.roles.is_empty() {
            anyhow::bail!("{app} is not published in {}", options.repository.display());
        }
    }
    if options.format == Format::Json {
        println!("{:#}", serde_json::to_value(&status)?);
        return Ok(());
    }
    println!("current until {}", until(status.fresh_until));
    for role in &status.roles {
        println!("{}: signed until {}", role.name, until(role.signed_until));
        for target in &role.targets {
            let grants = target.grants.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let version =
                if target.version == 0 { String::new() } else { format!(" version {}", target.version) };
            println!(
                "  {}{version}, {} KB, sha256 {}",
                target.name,
                target.bytes.div_ceil(1024),
                &target.sha256[..12.min(target.sha256.len())]
            );
            if !grants.is_empty() {
                println!("    may ask for: {grants}");
            }
        }
    }
    Ok(())
}

fn until(end: Timestamp) -> String {
    let day = end.to_zoned(jiff::tz::TimeZone::UTC).date();
    match Timestamp::now() {
        now if end < now => format!("{day}: has run out, must be signed anew"),
        now if end.duration_since(now) < SOON => format!("{day}: sign it anew soon"),
        _ => day.to_string(),
    }
}
