//! The publisher's command: builds, checks, packs, signs and publishes mini-apps, and imports catalogues.

mod build;
mod catalogue;
mod check;
mod repository;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Builds, checks, packs and publishes mini-apps, and imports catalogues.
#[derive(Parser)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Makes a component of a core module and shows that it imports nothing.
    Build {
        /// The core module that the compiler made.
        #[arg(long)]
        module: PathBuf,
        /// Where the component goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Checks a mini-app as the quality gate does.
    Check(check::Options),
    /// Packs a mini-app: the same input gives the same bytes.
    Pack {
        /// The mini-app's folder.
        folder: PathBuf,
        /// Its component.
        #[arg(long)]
        component: PathBuf,
        /// Where the bundle goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// The signed repository of a nation.
    #[command(subcommand)]
    Repository(repository::Command),
    /// The catalogue of services.
    #[command(subcommand)]
    Catalogue(catalogue::Command),
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip: {error:#}");
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<()> {
    match command {
        Command::Build { module, out } => build::build(&module, &out),
        Command::Check(options) => check::check(&options),
        Command::Pack { folder, component, out } => check::pack(&folder, &component, &out),
        Command::Repository(command) => repository::run(command).await,
        Command::Catalogue(command) => catalogue::run(command).await,
    }
}
