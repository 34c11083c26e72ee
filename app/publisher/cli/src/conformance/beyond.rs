//! The cases of cards, addresses and entries.

use std::{path::Path, sync::Arc};

use anyhow::{Context, Result, ensure};
use fingertip_locale::{Formatter, TimeZone, Words, shell_messages};
use fingertip_runtime::show_widget;
use fingertip_standard::{
    AddressError, EntryError, Link, Manifest, Sender,
    widget::{CheckedWidget, Widget, WidgetAsk, WidgetError},
};
use serde::Deserialize;
use serde_json::{Value, json};

use super::{Options, compare, refused};
use crate::{code::Code, project::Project};

fn manifest(case: &Value) -> Result<Manifest> {
    Manifest::parse(&serde_json::to_vec(&case["manifest"])?).context("`manifest` is refused")
}

pub(super) fn card(case: &Value, _: &Path, _: &Options) -> Result<()> {
    let card: Widget =
        serde_json::from_value(case["card"].clone()).context("`card` is not in the form of README.md")?;
    let verdict = match CheckedWidget::new(
        card,
        case["widget"].as_str().context("`widget` is missing")?,
        &manifest(case)?,
    ) {
        Ok(_) => json!("accepted"),
        Err(error) => refused(match &error {
            WidgetError::Unknown { .. } => ("unknown", None),
            WidgetError::TooMany { what, .. } => ("too-many", Some(what)),
            WidgetError::NoSuchWord { .. } => ("no-such-word", None),
            WidgetError::Rule(rule) => ("rule", Some(rule)),
            WidgetError::Entry(error) => ("entry", Some(entry_rule(error))),
            _ => ("other", None),
        }),
    };
    compare(&case["expect"], &verdict)
}

/// The cards that a guest makes, each on an instance of its own, on both engines.
pub(super) fn shown(case: &Value, path: &Path, options: &Options) -> Result<()> {
    let text = |name: &str| case[name].as_str().with_context(|| format!("`{name}` is missing"));
    let project = Project::open(&path.with_file_name(text("mini_app")?))?;
    let component = options.guests.join(format!("{}.wasm", text("component")?));
    let language = text("language")?;
    let cards = case["cards"].as_array().context("`cards` is missing")?;
    let mut found = Vec::new();
    for (engine, program) in Code::component(&component, project.manifest.fingertip.standard)?.programs()? {
        let make = |card: &Value| -> Result<Value> {
            let ask: WidgetAsk = serde_json::from_value(card["ask"].clone())
                .context("`ask` is not in the form of README.md")?;
            let (made, _) = show_widget(&*program, &ask, &project.manifest)?;
            let reads = made.as_ref().map(|made| read(made.get(), &project, language));
            Ok(json!({ "ask": card["ask"], "card": made.map(CheckedWidget::into_inner), "reads": reads }))
        };
        found.push((engine, cards.iter().map(make).collect::<Result<Vec<_>>>().context(engine)?));
    }
    if options.accept {
        ensure!(found.windows(2).all(|pair| pair[0].1 == pair[1].1), "the engines make different cards");
        let mut case = case.clone();
        case["cards"] = found.swap_remove(0).1.into();
        return Ok(std::fs::write(path, format!("{case:#}\n"))?);
    }
    for (engine, made) in &found {
        for (at, (expected, found)) in cards.iter().zip(made).enumerate() {
            compare(expected, found).with_context(|| format!("card {at} on {engine}"))?;
        }
    }
    Ok(())
}

/// The card as a person reads it, line by line.
fn read(card: &Widget, project: &Project, language: &str) -> Vec<String> {
    let formatter = Formatter::new(shell_messages(), language.to_owned()).in_zone(TimeZone::UTC);
    let words =
        Words::new(Arc::from(card.words.clone()), project.messages.clone(), formatter, Arc::new(|_, _| None));
    [card.title].iter().chain(&card.value).chain(&card.details).map(|&word| words.text(word)).collect()
}

pub(super) fn address(case: &Value, _: &Path, _: &Options) -> Result<()> {
    let link = case["link"].as_str().context("`link` is missing")?;
    let hosts: Vec<&str> = case["hosts"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let verdict = match Link::parse(link, &hosts) {
        Ok(Link::MiniApp(own)) => {
            json!({ "app": own.app, "version": own.version, "route": own.route, "params": own.params })
        }
        Ok(Link::Web(url)) => json!({ "web": url }),
        Err(error) => json!({ "rule": address_rule(error) }),
    };
    compare(&case["expect"], &verdict)
}

fn address_rule(error: AddressError) -> &'static str {
    match error {
        AddressError::TooLong => "too-long",
        AddressError::Unseen => "unseen",
        AddressError::NotAUri => "not-a-uri",
        AddressError::Scheme => "scheme",
        AddressError::Authority => "authority",
        AddressError::NoMiniApp => "no-mini-app",
        AddressError::Path => "path",
        AddressError::Params => "params",
        _ => "other",
    }
}

/// Who opens an entry, as a case writes it.
#[derive(Deserialize)]
#[serde(rename_all = "snake_case")]
enum Opener {
    Shell,
    Outside,
    MiniApp { department: fingertip_standard::DepartmentId, app: fingertip_standard::AppId },
}

pub(super) fn entry(case: &Value, _: &Path, _: &Options) -> Result<()> {
    let opener: Opener =
        serde_json::from_value(case["sender"].clone()).context("`sender` is not in the form of README.md")?;
    let params: Vec<(String, String)> =
        serde_json::from_value(case["params"].clone()).context("`params` are pairs")?;
    let sender = match &opener {
        Opener::Shell => Sender::Shell,
        Opener::Outside => Sender::Outside,
        Opener::MiniApp { department, app } => Sender::MiniApp { department, app },
    };
    let verdict =
        match manifest(case)?.admit(case["route"].as_str().context("`route` is missing")?, &params, sender) {
            Ok(()) => json!("accepted"),
            Err(error) => json!({ "rule": entry_rule(&error) }),
        };
    compare(&case["expect"], &verdict)
}

fn entry_rule(error: &EntryError) -> &'static str {
    match error {
        EntryError::NoEntry { .. } => "no-entry",
        EntryError::UnknownParam { .. } => "unknown-parameter",
        EntryError::MissingParam { .. } => "missing-parameter",
        EntryError::BadParam { .. } => "bad-parameter",
        EntryError::Sender => "sender",
        _ => "other",
    }
}
