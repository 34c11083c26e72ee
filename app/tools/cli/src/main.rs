//! The publisher's command: builds, checks, packs, signs and publishes mini-apps, and imports catalogues.

mod build;
mod catalogue;
mod check;
mod conformance;
mod dev;
mod guest;
mod new;
mod project;
mod reference;
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
    /// Makes a mini-app to begin with: it builds, passes the check and has a journey.
    New {
        /// Its folder, which must not be there yet; its last part is the name.
        folder: PathBuf,
        /// The language that it is written in.
        #[arg(long, value_enum, default_value = "rust")]
        lang: new::Lang,
        /// What kind of service it is.
        #[arg(long, value_enum, default_value = "form")]
        template: new::Template,
        /// The department's id.
        #[arg(long, default_value = "my-department")]
        department: String,
        /// The folder of the SDK; found from here on upwards where none is named.
        #[arg(long)]
        sdk: Option<PathBuf>,
    },
    /// Builds a mini-app into a component and shows that it imports nothing.
    Build {
        /// The mini-app's folder.
        #[arg(required_unless_present = "module")]
        folder: Option<PathBuf>,
        /// A core module that a compiler made already.
        #[arg(long, requires = "out", conflicts_with = "folder")]
        module: Option<PathBuf>,
        /// Where the component goes.
        #[arg(long)]
        out: Option<PathBuf>,
    },
    /// Shows a mini-app in a browser while it is written, in every display side by side; a save builds it anew.
    Dev {
        /// The mini-app's folder.
        folder: PathBuf,
        /// The journey to begin with.
        #[arg(long)]
        journey: Option<String>,
    },
    /// Checks a mini-app as the quality gate does.
    Check(check::Options),
    /// Does the journeys of a mini-app again in every language, display and engine, and shows what is different.
    Replay {
        /// The mini-app's folder.
        folder: PathBuf,
        /// Its component; built first where none is named.
        #[arg(long)]
        component: Option<PathBuf>,
        /// Keeps what is shown now as right.
        #[arg(long)]
        accept: bool,
    },
    /// Prints the reference of all kinds of the standard as Markdown.
    Reference,
    /// Packs a mini-app: the same input gives the same bytes.
    Pack {
        /// The mini-app's folder.
        folder: PathBuf,
        /// Its component, or its script; built first where none is named.
        #[arg(long, visible_alias = "script")]
        component: Option<PathBuf>,
        /// The engine that plays the script; its file is called as the manifest calls it.
        #[arg(long)]
        engine: Option<PathBuf>,
        /// Where the bundle goes.
        #[arg(long)]
        out: PathBuf,
    },
    /// Runs the standard's conformance suite on this implementation, on both engines.
    Conformance(conformance::Options),
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
        Command::New { folder, lang: new::Lang::Rust, template, department, sdk } => {
            new::new(&new::New { folder: &folder, template, department: &department, sdk })
        }
        Command::Build { folder: Some(folder), out, .. } => guest::build(&folder, out.as_deref()).map(drop),
        Command::Build { module: Some(module), out: Some(out), .. } => build::build(&module, &out, None),
        Command::Build { .. } => anyhow::bail!("name the mini-app's folder"),
        Command::Dev { folder, journey } => tokio::task::block_in_place(|| dev::dev(&folder, journey)),
        Command::Check(options) => check::check(&options),
        Command::Replay { folder, component, accept } => replay::replay(&folder, component.as_deref(), accept),
        Command::Reference => {
            print!("{}", reference::kinds_page());
            Ok(())
        }
        Command::Pack { folder, component, engine, out } => check::pack(&folder, component.as_deref(), engine.as_deref(), &out),
        Command::Conformance(options) => conformance::conformance(&options),
        Command::Repository(command) => repository::run(command).await,
        Command::Catalogue(command) => catalogue::run(command).await,
    }
}
