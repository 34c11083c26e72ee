//! Catalogues: read, joined, handed to the platform.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::Subcommand;
use fingertip_catalogue::{
    Imported,
    asked::{self, AskedImport},
    import, merge,
    slices::cut,
};
use fingertip_contract::{Catalogue, api};
use fingertip_repository::Publisher;
use jiff::Timestamp;

/// The catalogue of services.
#[derive(Subcommand)]
pub(crate) enum Command {
    /// Reads catalogues, names every line that was not taken, and hands the whole to the platform.
    Import {
        /// Files, or a folder with regions.json, departments.json and services.json, and perhaps life_events.json,
        /// alerts.json and best_bets.json. Earlier ones win.
        #[arg(required = true)]
        sources: Vec<PathBuf>,
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
    },
}

pub(crate) async fn run(command: Command) -> Result<()> {
    let Command::Import { sources, out, platform, operator_token_file, asked, asked_least, repository, keys } =
        command;
    let mut whole = Catalogue::default();
    for source in &sources {
        let Imported { catalogue, rejected } =
            import(&read(source)?).with_context(|| format!("{} is refused", source.display()))?;
        println!(
            "{}: {} services taken, {} rejected",
            source.display(),
            catalogue.services.len(),
            rejected.len()
        );
        for line in &rejected {
            println!("  line {}: {}", line.line, line.reason);
        }
        whole = merge(whole, catalogue);
    }
    println!(
        "in all: {} regions, {} departments, {} services",
        whole.regions.len(),
        whole.departments.len(),
        whole.services.len()
    );
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
        println!("  line {}: {}", line.line, line.reason);
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

/// The files of a folder: the catalogue's members, and whether each must be there.
const PARTS: [(&str, bool); 6] = [
    ("regions", true),
    ("departments", true),
    ("services", true),
    ("life_events", false),
    ("alerts", false),
    ("best_bets", false),
];

/// What citizens say for what services are called; a folder may hold it.
const SYNONYMS: &str = "synonyms.yml";

/// A file as it is; a folder's files as one catalogue.
fn read(source: &Path) -> Result<String> {
    let text =
        |path: &Path| fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()));
    if !source.is_dir() {
        return text(source);
    }
    let mut whole = serde_json::Map::new();
    for (part, is_needed) in PARTS {
        let path = source.join(format!("{part}.json"));
        if !is_needed && !path.exists() {
            continue;
        }
        whole.insert(
            part.to_owned(),
            serde_json::from_str(&text(&path)?).with_context(|| format!("{} is no JSON", path.display()))?,
        );
    }
    let synonyms = source.join(SYNONYMS);
    if synonyms.exists() {
        whole.insert("synonyms".to_owned(), text(&synonyms)?.into());
    }
    Ok(serde_json::Value::Object(whole).to_string())
}
