//! Catalogues: read, joined, handed to the platform, written in the formats of others.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, Subcommand, ValueEnum};
use fingertip_catalogue::{
    ImportError, Imported,
    asked::{self, AskedImport},
    export, import, import_unjudged, import_without_faulty, merge, offered,
    slices::cut,
};
use fingertip_contract::{Catalogue, api};
use fingertip_repository::Publisher;
use jiff::Timestamp;

mod report;
mod source;

use source::Source;

/// The catalogue of services.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Reads catalogues, each whole or not at all, and hands what they are together to the platform. Every fault is named by line and
    /// field; what stands there twice, and what differs from region to region, is told.
    Import(Import),
    /// Writes a catalogue in a format of others.
    Export(Export),
}

#[derive(Args)]
pub(crate) struct Import {
    /// Files (our own JSON or JSON Lines, Guangdong's JSON Lines, JSON-LD after CPSV-AP, LGSL's tables), or a folder with regions.json,
    /// departments.json and services.json, and perhaps life_events.json, alerts.json and best_bets.json. Earlier ones win.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// Takes what is good of a file with faults, instead of nothing.
    #[arg(long)]
    leave_out_faulty: bool,
    /// Takes whatever can be read, whatever is wrong with it, as far as the platform takes it: to see how phones stand it.
    #[arg(long, conflicts_with = "leave_out_faulty")]
    unjudged: bool,
    /// Where the joined catalogue goes.
    #[arg(long)]
    out: Option<PathBuf>,
    /// The platform that takes it.
    #[arg(long, requires = "operator_token_file")]
    platform: Option<String>,
    /// The file with the operator's token.
    #[arg(long)]
    operator_token_file: Option<PathBuf>,
    /// What people asked before they took a service: a table (CSV) with the columns query, service and count.
    #[arg(long)]
    asked: Option<PathBuf>,
    /// The fewest who must have asked alike for it to be published.
    #[arg(long, default_value_t = asked::LEAST, value_parser = clap::value_parser!(u32).range(i64::from(asked::LEAST_OF_ALL)..))]
    asked_least: u32,
    /// The folder of the nation's repository, which then says which slices of the catalogue are the newest: devices read their
    /// person's slices alone.
    #[arg(long, requires_all = ["keys", "platform"])]
    repository: Option<PathBuf>,
    /// The folder of the operator's keys.
    #[arg(long, requires = "repository")]
    keys: Option<PathBuf>,
}

#[derive(Args)]
pub(crate) struct Export {
    /// As for the import.
    #[arg(required = true)]
    sources: Vec<PathBuf>,
    /// In which format.
    #[arg(long, value_enum)]
    format: Format,
    /// Where the platform is found: the beginning of all names in JSON-LD.
    #[arg(long, default_value = "https://platform.example")]
    url: String,
    /// Where it goes.
    #[arg(long)]
    out: PathBuf,
}

/// A format to write.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Format {
    /// JSON-LD after the Core Public Service Vocabulary's application profile 3.2.
    CpsvAp,
    /// JSON-LD of schema.org's GovernmentService.
    SchemaOrg,
    /// Our own, an item a line.
    Lines,
}

pub(crate) async fn run(command: Command) -> Result<()> {
    match command {
        Command::Import(asked) => take(asked).await,
        Command::Export(asked) => write(&joined(&asked.sources, import)?, &asked),
    }
}

async fn take(command: Import) -> Result<()> {
    let Import {
        sources,
        leave_out_faulty,
        unjudged,
        out,
        platform,
        operator_token_file,
        asked,
        asked_least,
        repository,
        keys,
    } = command;
    let read = match (leave_out_faulty, unjudged) {
        (true, _) => import_without_faulty,
        (false, true) => import_unjudged,
        (false, false) => import,
    };
    let mut whole = joined(&sources, read)?;
    report::tell(&whole);
    if let Some(file) = asked {
        take_asked(&mut whole, &file, asked_least)?;
    }
    if let Some(out) = out {
        fs::write(&out, serde_json::to_vec(&whole)?)
            .with_context(|| format!("{} cannot be written", out.display()))?;
    }
    if let (Some(platform), Some(token)) = (platform, operator_token_file) {
        let token =
            fs::read_to_string(&token).with_context(|| format!("{} cannot be read", token.display()))?;
        put(&platform, token.trim(), &whole).await?;
    }
    if let (Some(repository), Some(keys)) = (repository, keys) {
        sign(&repository, &keys, &whole).await?;
    }
    Ok(())
}

/// Takes what people asked into the services.
fn take_asked(catalogue: &mut Catalogue, file: &Path, least: u32) -> Result<()> {
    let table = fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let AskedImport { n_taken, n_rare, rejected } = asked::take_asked(catalogue, &table, least)
        .with_context(|| format!("{} is refused", file.display()))?;
    println!(
        "{}: {n_taken} questions taken, {n_rare} left out that fewer than {least} asked, {} rejected",
        file.display(),
        rejected.len()
    );
    for line in &rejected {
        println!("  {line}");
    }
    Ok(())
}

/// Signs which slices are the newest. The platform has them already: no device asks for what is nowhere.
async fn sign(repository: &Path, keys: &Path, catalogue: &Catalogue) -> Result<()> {
    let index = cut(catalogue)?.index;
    Publisher::new(repository, keys)
        .offer_catalogue(&serde_json::to_vec(&index)?, Timestamp::now())
        .await
        .context("the slices of the catalogue cannot be signed")?;
    println!(
        "{}: {} slices signed, {} kB for who reads them all, {} kB of them the nation's own",
        repository.display(),
        index.regions.len() + 1,
        index.packed().div_ceil(1000),
        index.national.packed.div_ceil(1000)
    );
    Ok(())
}

async fn put(platform: &str, token: &str, catalogue: &Catalogue) -> Result<()> {
    let url = format!("{}{}", platform.trim_end_matches('/'), api::CATALOGUE);
    let answer = reqwest::Client::new()
        .put(url)
        .bearer_auth(token)
        .json(catalogue)
        .send()
        .await
        .context("the platform cannot be reached")?;
    let status = answer.status();
    if !status.is_success() {
        bail!(
            "the platform refuses the catalogue with {status}: {}",
            answer.text().await.unwrap_or_default()
        );
    }
    println!("the platform has it");
    Ok(())
}

/// What files are together.
fn joined(sources: &[PathBuf], read: fn(&[u8]) -> Result<Imported, ImportError>) -> Result<Catalogue> {
    let mut whole = Catalogue::default();
    for path in sources {
        let source = Source::read(path)?;
        let Imported { catalogue, rejected } = match read(source.bytes()) {
            Ok(imported) => imported,
            Err(ImportError::Faulty(rejected)) => {
                source.tell(&rejected);
                bail!("{} is refused: {} faults, nothing of it is taken", path.display(), rejected.len());
            }
            Err(error) => return Err(error).with_context(|| format!("{} is refused", path.display())),
        };
        println!(
            "{}: {} services taken, {} rejected",
            path.display(),
            catalogue.services.len(),
            rejected.len()
        );
        source.tell(&rejected);
        whole = merge(whole, catalogue);
    }
    println!(
        "in all: {} regions, {} departments, {} services",
        whole.regions.len(),
        whole.departments.len(),
        whole.services.len()
    );
    // What is in one file may name what is in another: now all of it is here.
    if let Err(flaw) = offered::check(&whole) {
        bail!("nobody could offer this: {flaw}");
    }
    Ok(whole)
}

fn write(catalogue: &Catalogue, Export { format, url, out, .. }: &Export) -> Result<()> {
    let text = match format {
        Format::CpsvAp => serde_json::to_string_pretty(&export::cpsv_ap(catalogue, url))?,
        Format::SchemaOrg => serde_json::to_string_pretty(&export::schema_org(catalogue, url))?,
        Format::Lines => export::json_lines(catalogue)?,
    };
    fs::write(out, text).with_context(|| format!("{} cannot be written", out.display()))?;
    println!("{}: {} services", out.display(), catalogue.services.len());
    Ok(())
}
