//! The publisher's command: builds, checks, packs, signs and publishes mini-apps, and imports catalogues.

mod build;
mod catalogue;
mod check;
mod code;
mod conformance;
mod dev;
mod engine;
mod guest;
mod home;
mod new;
mod pack;
mod project;
mod records;
mod reference;
mod replay;
mod repository;
mod script;
mod sign;
mod status;

use std::{path::PathBuf, process::ExitCode};

use anyhow::Result;
use clap::{Parser, Subcommand};
use code::CodeOptions;
use fingertip_runtime::RuntimeError;

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
        /// The folder of the SDK. Rust's is found from here on upwards where none is named; JavaScript's is in this command.
        #[arg(long)]
        sdk: Option<PathBuf>,
    },
    /// Builds a mini-app: Rust into a component that imports nothing, JavaScript into one script that its engine loads.
    Build {
        /// The mini-app's folder.
        #[arg(required_unless_present = "module")]
        folder: Option<PathBuf>,
        /// A core module that a compiler made already.
        #[arg(long, requires = "out", conflicts_with = "folder")]
        module: Option<PathBuf>,
        /// Where the component or the script goes.
        #[arg(long)]
        out: Option<PathBuf>,
        /// The engine that plays a script.
        #[arg(long, env = "FINGERTIP_ENGINE")]
        engine: Option<PathBuf>,
        /// Leaves the loading of a script to the gate, which compiles its engine anyway.
        #[arg(long)]
        unchecked: bool,
    },
    /// Shows a mini-app in a browser while it is written, in every display side by side; a save builds it anew.
    Dev {
        /// The mini-app's folder.
        folder: PathBuf,
        /// The engine that plays a script.
        #[arg(long, env = "FINGERTIP_ENGINE")]
        engine: Option<PathBuf>,
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
        #[command(flatten)]
        code: CodeOptions,
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
        #[command(flatten)]
        code: CodeOptions,
        /// Where the bundle goes.
        #[arg(long)]
        out: PathBuf,
        /// Leaves the quality gate to the repository's door, which checks every bundle anyway.
        #[arg(long)]
        unchecked: bool,
    },
    /// The engines that play scripts.
    #[command(subcommand)]
    Engine(engine::Command),
    /// Signs bundles with a department's key, for the operator of a repository to take in.
    Sign(sign::Options),
    /// Shows what a repository offers, and until when.
    Status(status::Options),
    /// Runs the standard's conformance suite on this implementation, on both engines.
    Conformance(conformance::Options),
    /// The signed repository of a nation.
    #[command(subcommand)]
    Repository(repository::Command),
    /// A person's own copy of their records.
    #[command(subcommand)]
    Records(records::Command),
    /// The catalogue of services.
    #[command(subcommand)]
    Catalogue(catalogue::Command),
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(Arguments::parse().command).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip: {}", told(&error));
            ExitCode::FAILURE
        }
    }
}

async fn run(command: Command) -> Result<()> {
    match command {
        Command::New { folder, lang, template, department, sdk } => {
            new::new(&new::New { folder: &folder, lang, template, department: &department, sdk })
        }
        Command::Build { folder: Some(folder), out, unchecked: true, .. } => {
            guest::program(&folder, out.as_deref()).map(drop)
        }
        Command::Build { folder: Some(folder), out, engine, .. } => {
            guest::build(&folder, out.as_deref(), engine)
        }
        Command::Build { module: Some(module), out: Some(out), .. } => build::build(&module, &out, None),
        Command::Build { .. } => anyhow::bail!("name the mini-app's folder"),
        Command::Dev { folder, engine, journey } => {
            tokio::task::block_in_place(|| dev::dev(&folder, engine, journey))
        }
        Command::Check(options) => check::check(&options),
        Command::Replay { folder, code, accept } => replay::replay(&folder, &code, accept),
        Command::Reference => {
            print!("{}", reference::kinds_page());
            Ok(())
        }
        Command::Pack { folder, code, out, unchecked } => pack::pack(&folder, &code, &out, !unchecked),
        Command::Sign(options) => sign::sign(&options).await,
        Command::Status(options) => status::status(&options).await,
        Command::Engine(command) => engine::run(command).await,
        Command::Conformance(options) => conformance::conformance(&options),
        Command::Records(command) => records::run(command),
        Command::Repository(command) => repository::run(command).await,
        Command::Catalogue(command) => catalogue::run(command).await,
    }
}

/// An error with its causes, and with a script's own words: here only its author reads them.
fn told(error: &anyhow::Error) -> String {
    let causes = error.chain().map(|cause| {
        cause.downcast_ref::<RuntimeError>().map_or_else(|| cause.to_string(), RuntimeError::for_developer)
    });
    causes.collect::<Vec<_>>().join(": ")
}
