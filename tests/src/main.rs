//! Walks the journey of a citizen against a running demo nation, without a screen: `cargo xtask demo --check`.

use std::path::PathBuf;

use clap::Parser;
use fingertip_runtime::Backend;
use fingertip_tests::{journey, person::Place};

/// Walks the journey of a citizen without a screen.
#[derive(Parser)]
struct Arguments {
    /// Where the platform is.
    #[arg(long)]
    platform: String,
    /// The TUF root of its repository.
    #[arg(long)]
    root: PathBuf,
    /// Run mini-apps in the interpreter.
    #[arg(long)]
    pulley: bool,
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    fingertip_log::begin("error");
    let arguments = Arguments::parse();
    let device = tempfile::tempdir()?;
    let backend = if arguments.pulley { Backend::Pulley } else { Backend::Native };
    let place = Place { platform_url: arguments.platform, root: std::fs::read(arguments.root)?, backend };
    journey::walk(device.path(), &place).await?;
    println!("every step was verified");
    Ok(())
}
