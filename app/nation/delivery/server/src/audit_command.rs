//! `fingertip-server audit`: whether the audit log is what was written, and what was done to a case or by a person.

use std::{
    io::{self, Write},
    path::PathBuf,
};

use anyhow::{Context, bail};
use clap::Args;
use fingertip_cases::derive_actor;
use fingertip_server::pairwise_secret_file;
use fingertip_store::{
    StoreError, Transaction,
    audit::{self, Broken, Entry, Head, Wanted},
};
use serde_json::json;

use crate::place;

/// What is asked.
#[derive(Args)]
pub(crate) struct Audit {
    /// The folder with the platform's secrets, and its database where that is a file; the platform may be running.
    #[arg(long)]
    data: PathBuf,
    /// Where the log stood at some time, as this command or the platform's own log said it: it has to hold that entry, and all before it.
    #[arg(long = "noted", value_name = "NUMBER:HASH", value_parser = parse_head)]
    noted: Vec<Head>,
    /// Shows what was done to this case, operation or link, an entry a line.
    #[arg(long, value_name = "REFERENCE")]
    of: Option<String>,
    /// Shows what this person did, by the identity provider's subject, an entry a line.
    #[arg(long, value_name = "SUBJECT")]
    person: Option<String>,
}

fn parse_head(text: &str) -> Result<Head, String> {
    let parts = text.split_once(':').and_then(|(number, hash)| Some((number.parse().ok()?, hash)));
    let (number, hash) = parts.ok_or("write it as NUMBER:HASH")?;
    Ok(Head { number, hash: hash.to_owned() })
}

/// Verifies the whole log; says where it stands, and what is wanted of it.
///
/// # Errors
/// The log is not what was written, or cannot be read.
pub(crate) async fn run(asked: &Audit) -> anyhow::Result<()> {
    let about = || format!("the database of {}", asked.data.display());
    let database = place(&asked.data).open_to_read().await.with_context(about)?;
    let noted = asked.noted.clone();
    let verify = move |work: &Transaction<'_>| audit::verify(work, &noted);
    let verified: Result<Result<Head, Broken>, StoreError> = database.look(verify).await;
    let head = match verified.with_context(about)? {
        Ok(head) => head,
        Err(broken) => bail!("the audit log does not hold: {broken}"),
    };
    let actor = match &asked.person {
        Some(subject) => {
            let secret = std::fs::read_to_string(pairwise_secret_file(&asked.data)).with_context(about)?;
            Some(derive_actor(subject, secret.trim()))
        }
        None => None,
    };
    let of = asked.of.clone();
    let find = move |work: &Transaction<'_>| {
        let mut found = Vec::new();
        let wanted = [of.as_deref().map(Wanted::Object), actor.as_deref().map(Wanted::Actor)];
        for wanted in wanted.into_iter().flatten() {
            found.extend(audit::find(work, wanted)?);
        }
        Ok::<_, StoreError>(found)
    };
    let found = database.look(find).await.with_context(about)?;
    let mut out = io::stdout().lock();
    for entry in found {
        writeln!(out, "{}", shown(&entry)).context("nobody reads the entries")?;
    }
    writeln!(out, "{}", json!({ "entries": head.number, "head": format!("{}:{}", head.number, head.hash) }))
        .context("nobody reads where the log stands")
}

fn shown(entry: &Entry) -> serde_json::Value {
    let at = jiff::Timestamp::from_millisecond(entry.at_ms).map(|at| at.to_string()).unwrap_or_default();
    json!({
        "number": entry.number, "at": at, "actor": entry.actor, "action": entry.action, "object": entry.object,
        "detail": entry.detail
    })
}
