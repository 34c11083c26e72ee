//! The publisher's command: builds, checks, packs, signs and publishes mini-apps, and imports catalogues.

mod build;
mod catalogue;
mod check;
mod project;
mod replay;
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
    Check {
        /// The mini-app's folder.
        folder: PathBuf,
        /// Its component.
        #[arg(long)]
        component: PathBuf,
    },
    /// Does the journeys of a mini-app again in every language, display and engine, and shows what is different.
    Replay {
        /// The mini-app's folder.
        folder: PathBuf,
        /// Its component.
        #[arg(long)]
        component: PathBuf,
        /// Keeps what is shown now as right.
        #[arg(long)]
        accept: bool,
    },
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
        Command::Check { folder, component } => check::check(&folder, &component).map(|_| ()),
        Command::Replay { folder, component, accept } => replay::replay(&folder, &component, accept),
        Command::Pack { folder, component, out } => check::pack(&folder, &component, &out),
        Command::Repository(command) => repository::run(command).await,
        Command::Catalogue(command) => catalogue::run(command).await,
    }
}
