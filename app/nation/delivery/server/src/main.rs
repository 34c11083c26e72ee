//! `fingertip-server serve`: the reference platform of a nation, on this machine; `fingertip-server audit`: whether its audit log holds.

mod audit_command;

use std::{
    collections::BTreeSet,
    io::Write,
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, ensure};
use clap::{Args, Parser, Subcommand};
use fingertip_calendar::WorkingDays;
use fingertip_cases::retention::LEAST_DAYS;
use fingertip_contract::api::{IdentityProvider, SessionRules};
use fingertip_server::{Limits, Options, Rate, Retention, bind, database_file};
use fingertip_standard::LocalText;
use fingertip_store::Place;
use fingertip_typed::Nation;

#[derive(Parser)]
#[command(version, about = "The reference national platform")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serves until it is told to end; prints one JSON line with its address when ready.
    Serve(Box<Serve>),
    /// Verifies the audit log and prints one JSON line with where it stands; fails when anything was changed, taken out, moved or cut off.
    Audit(audit_command::Audit),
}

#[derive(Args)]
struct Serve {
    /// The folder for the secrets, and for the database where it is a file; where the environment's `FINGERTIP_DATABASE` is an address of
    /// PostgreSQL (`postgres://user:password@host/name`), it is there. Every machine of one platform has the same secrets.
    #[arg(long)]
    data: PathBuf,
    /// The TUF repository, with the folders `metadata` and `targets`.
    #[arg(long)]
    repository: PathBuf,
    /// The departments: a JSON list of id, backend, token_file, operations, changing_operations (those that change something) and keys
    /// (a JWK set).
    #[arg(long)]
    departments: PathBuf,
    /// The identity provider's issuer URL.
    #[arg(long)]
    issuer: String,
    /// The shell's client id at the identity provider.
    #[arg(long, default_value = "fingertip-shell")]
    client_id: String,
    /// The platform's resource indicator at the identity provider (RFC 8707), the audience of access tokens; `fingertip-platform` is the
    /// audience where this is not said.
    #[arg(long)]
    resource: Option<String>,
    /// Every provider at which citizens sign in, the one at --issuer among them: a JSON list of issuer, `client_id`, resource, name, audience,
    /// assurance (low, substantial, high), acr (which level each class of sign-in reaches) and `devices_url`; --issuer is the only one where
    /// this is not said.
    #[arg(long)]
    providers: Option<PathBuf>,
    /// Where bills are paid.
    #[arg(long, default_value = "")]
    payments_url: String,
    /// The audience of tokens for the payment service, which the identity provider then exchanges (RFC 8693).
    #[arg(long)]
    payments_audience: Option<String>,
    /// Where the identity provider lists on which devices a citizen is signed in, if it does.
    #[arg(long)]
    devices_url: Option<String>,
    /// Where the outside finds this platform, if something stands in between.
    #[arg(long)]
    public_url: Option<String>,
    /// The platform's name, once for each language: `en=Our nation`.
    #[arg(long = "name", value_name = "LANGUAGE=TEXT", value_parser = parse_name)]
    names: Vec<(String, String)>,
    /// How many days a citizen's standing consent holds before it is asked for again; a year where this is not said.
    #[arg(long)]
    consent_days: Option<u32>,
    /// What the nation's telephone numbers, ids, postcodes and plates look like, a file such as `assets/nation/rules.json`; those that
    /// shells are built with where this is not said.
    #[arg(long)]
    numbers: Option<PathBuf>,
    /// Which days are worked, year by year, a file such as `assets/nation/working-days.json`; those that this program was built with where
    /// this is not said.
    #[arg(long)]
    working_days: Option<PathBuf>,
    /// In how many working days a department has to answer for a bad rating.
    #[arg(long, default_value_t = fingertip_cases::ratings::FOLLOW_UP_DAYS)]
    follow_up_days: u16,
    /// After how many minutes without an act a citizen's session ends; never where this is not said.
    #[arg(long)]
    session_idle_minutes: Option<u32>,
    /// After how many minutes a citizen's session ends whatever they do; never where this is not said.
    #[arg(long)]
    session_most_minutes: Option<u32>,
    /// For how many minutes it counts that a citizen showed who they are, before they are asked anew for what is grave; for ever where
    /// this is not said.
    #[arg(long)]
    session_fresh_minutes: Option<u32>,
    /// A class of sign-in that is then good enough (`acr`), the best first.
    #[arg(long = "acr", value_name = "CLASS")]
    acr_values: Vec<String>,
    /// For how many days a case stays after the last that happened in it, once it is closed or withdrawn, at least 90; for ever where this is
    /// not said.
    #[arg(long, value_parser = clap::value_parser!(u32).range(i64::from(LEAST_DAYS)..))]
    keep_handled_days: Option<u32>,
    /// What is switched off now: a JSON file with `app` (`unavailable`, `needed`, `advised`, `update_url`), `screens` and `services`, each
    /// outage with a reason in each language and an end if it is known. It is read again whenever it changes; where it cannot be read then,
    /// what it said before holds, and the log says why.
    #[arg(long)]
    switches: Option<PathBuf>,
    /// How many proxies stand before it, each of which says in `X-Forwarded-For` from whom it was asked; nought where it is asked directly.
    #[arg(long, default_value_t = 0)]
    proxies: usize,
    /// How much is answered: how many requests a minute, and how many at once, such as `600/200`; `0/0` is without a limit. Of one citizen.
    #[arg(long, value_name = "A MINUTE/AT ONCE", default_value = "600/200", value_parser = parse_rate)]
    limit_person: Limit,
    /// Of one address (of IPv6, of one /64).
    #[arg(long, value_name = "A MINUTE/AT ONCE", default_value = "6000/2000", value_parser = parse_rate)]
    limit_address: Limit,
    /// Of one department's programs.
    #[arg(long, value_name = "A MINUTE/AT ONCE", default_value = "6000/1000", value_parser = parse_rate)]
    limit_department: Limit,
    /// Of one mini-app, by all citizens together.
    #[arg(long, value_name = "A MINUTE/AT ONCE", default_value = "18000/3000", value_parser = parse_rate)]
    limit_mini_app: Limit,
    /// The port for whoever runs it, with `/live`, `/ready` and `/metrics`; 0 lets the system choose. Without it there are no such doors.
    #[arg(long)]
    operation_port: Option<u16>,
    /// For how many seconds it says that it is not ready before it ends.
    #[arg(long, default_value_t = 0)]
    drain_seconds: u64,
    /// The port; 0 lets the system choose.
    #[arg(long, default_value_t = 0)]
    port: u16,
}

/// A rate; none is without a limit.
#[derive(Debug, Clone, Copy)]
struct Limit(Option<Rate>);

fn parse_rate(text: &str) -> Result<Limit, String> {
    let read = |text: &str| text.parse::<u32>().ok();
    let (per_minute, at_once) = text
        .split_once('/')
        .and_then(|(per_minute, at_once)| Some((read(per_minute)?, read(at_once)?)))
        .ok_or("write it as A MINUTE/AT ONCE")?;
    match (per_minute, at_once) {
        (0, 0) => Ok(Limit(None)),
        (0, _) | (_, 0) => Err("either both are nought or none".to_owned()),
        _ => Ok(Limit(Rate::new(per_minute, at_once))),
    }
}

fn parse_name(text: &str) -> Result<(String, String), String> {
    let (tag, name) = text.split_once('=').ok_or("write it as LANGUAGE=TEXT")?;
    Ok((tag.to_owned(), name.to_owned()))
}

/// The nation's rules for numbers.
fn read_numbers(file: &Path) -> anyhow::Result<Nation> {
    let about = || format!("the rules for numbers in {}", file.display());
    serde_json::from_str(&std::fs::read_to_string(file).with_context(about)?).with_context(about)
}

/// The nation's identity providers. One that is not among them could not be signed in at.
fn read_providers(file: &Path, issuer: &str) -> anyhow::Result<Vec<IdentityProvider>> {
    let about = || format!("the identity providers in {}", file.display());
    let providers: Vec<IdentityProvider> =
        serde_json::from_str(&std::fs::read_to_string(file).with_context(about)?).with_context(about)?;
    let issuers: BTreeSet<&str> = providers.iter().map(|one| one.issuer.as_str()).collect();
    ensure!(issuers.contains(issuer), "{} does not name {issuer}, the issuer of --issuer", about());
    ensure!(issuers.len() == providers.len(), "{} names an issuer twice", about());
    Ok(providers)
}

/// The nation's working days.
fn read_days(file: &Path) -> anyhow::Result<WorkingDays> {
    let about = || format!("the working days in {}", file.display());
    WorkingDays::read(&std::fs::read_to_string(file).with_context(about)?).with_context(about)
}

/// Where the database is.
fn place(data: &Path) -> Place {
    match std::env::var("FINGERTIP_DATABASE") {
        Ok(url) if !url.is_empty() => Place::Server(url),
        _ => Place::File(database_file(data)),
    }
}

#[tokio::main]
async fn main() -> anyhow::Result<()> {
    fingertip_log::begin("info");
    let asked = match Arguments::parse().command {
        Command::Serve(asked) => asked,
        Command::Audit(asked) => return audit_command::run(&asked).await,
    };
    let days = asked.working_days.as_deref().map(read_days).transpose()?;
    let options = Options {
        name: LocalText(asked.names.into_iter().collect()),
        resource: asked.resource,
        providers: asked
            .providers
            .as_deref()
            .map(|file| read_providers(file, &asked.issuer))
            .transpose()?
            .unwrap_or_default(),
        payments_url: asked.payments_url,
        payments_audience: asked.payments_audience,
        devices_url: asked.devices_url,
        public_url: asked.public_url,
        consent_days: asked.consent_days,
        working_days: days.unwrap_or_else(WorkingDays::built_in),
        follow_up_days: asked.follow_up_days,
        limits: Limits {
            person: asked.limit_person.0,
            address: asked.limit_address.0,
            department: asked.limit_department.0,
            mini_app: asked.limit_mini_app.0,
        },
        retention: Retention { handled_cases: asked.keep_handled_days, ..Retention::default() },
        switches: asked.switches,
        n_proxies: asked.proxies,
        operation_port: asked.operation_port,
        drain: Duration::from_secs(asked.drain_seconds),
        numbers: asked.numbers.as_deref().map(read_numbers).transpose()?,
        sessions: SessionRules {
            idle_minutes: asked.session_idle_minutes,
            most_minutes: asked.session_most_minutes,
            fresh_minutes: asked.session_fresh_minutes,
            acr_values: asked.acr_values,
        },
        departments: fingertip_departments::read(&asked.departments)?,
        database: place(&asked.data),
        ..Options::new(asked.data, asked.repository, asked.issuer, asked.client_id)
    };
    let token_file = options.operator_token_file();
    let bound = bind(asked.port).await.context("the platform does not start")?;
    let running = bound.start(options).await.context("the platform does not start")?;
    let ready = serde_json::json!({
        "platform": running.url, "operator_token_file": token_file, "operation": running.operation_url
    });
    writeln!(std::io::stdout(), "{ready}").context("nobody reads the ready line")?;
    fingertip_kit::listener::wait_for_end().await?;
    running.stop().await;
    Ok(())
}
