//! Writes what is generated, and puts a package's files where the systems' tools look for them.

use std::{path::PathBuf, process::ExitCode};

use anyhow::{Context, Result, bail};
use clap::{Parser, Subcommand};
use fingertip_packaging::{
    MASTG, Project, RULES, Release, assemble_android, assemble_ios, folder, generated, judge,
};

#[derive(Parser, Debug)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand, Debug)]
enum Command {
    /// Writes what comes from icon.svg and locales/ into the tree.
    Write,
    /// Judges the project and says what is wrong with it.
    Check,
    /// Puts Android's files into `app/src/main` of a project.
    Android(Out),
    /// Puts iOS' files, and the stores' pictures, into a folder.
    Ios(Out),
}

#[derive(clap::Args, Debug)]
struct Out {
    /// Where to.
    folder: PathBuf,
    /// The host whose links open the app.
    #[arg(long)]
    host: Option<String>,
    /// The release's number, greater than that of every release before.
    #[arg(long, default_value_t = 1)]
    number: u32,
    /// The version that people read.
    #[arg(long, default_value = env!("CARGO_PKG_VERSION"))]
    version: String,
}

impl Out {
    fn release(&self) -> Release {
        Release { host: self.host.clone(), number: self.number, version: self.version.clone() }
    }
}

fn main() -> ExitCode {
    match run(Arguments::parse().command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("fingertip-packaging: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<()> {
    let shell = folder();
    match command {
        Command::Write => {
            for file in generated(&shell)? {
                let path = shell.join(&file.path);
                if std::fs::read(&path).ok().as_ref() == Some(&file.bytes) {
                    continue;
                }
                if let Some(folder) = path.parent() {
                    std::fs::create_dir_all(folder)?;
                }
                std::fs::write(&path, &file.bytes)
                    .with_context(|| format!("{} cannot be written", path.display()))?;
                println!("{}", file.path);
            }
            Ok(())
        }
        Command::Check => {
            let wrong = judge(&Project::read(&shell)?);
            if !wrong.is_empty() {
                bail!("{}", wrong.join("\n"));
            }
            println!("{} rules hold; {} of OWASP's tests are answered", RULES.len(), MASTG.len());
            Ok(())
        }
        Command::Android(out) => said(&assemble_android(&shell, &out.folder, &out.release())?),
        Command::Ios(out) => said(&assemble_ios(&shell, &out.folder, &out.release())?),
    }
}

fn said(written: &[PathBuf]) -> Result<()> {
    println!("{} files written", written.len());
    Ok(())
}
