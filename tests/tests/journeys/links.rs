//! Links through the whole app: from outside and from mini-apps, good ones and hostile ones. Each hostile one gives its own
//! message, opens nothing, and the shell goes on.

use std::io::{Cursor, Write};

use anyhow::{Context, Result, ensure};
use fingertip_bundle::pack;
use fingertip_contract::Service;
use fingertip_core::{
    Destination, LinksMsg, MiniAppMsg, MiniAppState, Model, NoticesMsg, PersonMsg, Sheet, Told,
};
use fingertip_locale::{Args, shell_messages};
use fingertip_repository::Release;
use fingertip_runtime::Backend;
use fingertip_standard::{AppId, Capability, DepartmentId, RegionCode, events::Origin};
use fingertip_tests::{
    nation::{Nation, component, project},
    person::{Person, Place, node, page},
};

const HOSTILE: &str = "fingertip://miniapp/cn.example.transport.hostile";
const BUS: &str = "fingertip://miniapp/cn.example.transport.bus-card";

/// The hostile guest as a mini-app of this department, allowed to open others.
fn release(department: &str) -> Result<Release> {
    let bundle = pack(&project().join("tests/hostile-guest"), &component("hostile-guest")?)?;
    let mut from = zip::ZipArchive::new(Cursor::new(&bundle))?;
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let entry = from.by_index(at)?;
        if entry.name() == "manifest.json" {
            let text = std::io::read_to_string(entry)?;
            let text = text.replace("transport.hostile", &format!("{department}.hostile"));
            to.start_file(
                "manifest.json",
                zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
            )?;
            to.write_all(
                text.replace("\"department\": \"transport\"", &format!("\"department\": \"{department}\""))
                    .as_bytes(),
            )?;
        } else {
            to.raw_copy_file(entry)?;
        }
    }
    let (department_id, app) =
        (DepartmentId::new(department)?, AppId::new(format!("cn.example.{department}.hostile"))?);
    let bytes = to.finish()?.into_inner();
    Ok(Release { department: department_id, app, version: 1, grants: vec![Capability::Open], bytes })
}

fn service(department: &str) -> Result<Service> {
    Ok(serde_json::from_value(serde_json::json!({
        "id": format!("hostile-{department}"), "name": { "en": "Hostile" }, "department": department, "region": "100000",
        "theme": "transport", "mini_app": { "app": format!("cn.example.{department}.hostile"), "route": "/" },
    }))?)
}

/// A nation with the hostile guest in two departments, and a person with its catalogue in front of them.
async fn ready(device: &std::path::Path) -> Result<(Nation, Person)> {
    let releases = vec![release("transport")?, release("taxation")?];
    let nation = Nation::start_with(releases, vec![service("transport")?, service("taxation")?]).await?;
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native };
    let person = Person::start(device, &place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::FinishedFirstStart);
    person.until("the first start is over", |model| model.preferences.has_started).await?;
    Ok((nation, person))
}

fn follow(person: &Person, link: impl Into<String>) {
    person.says(LinksMsg::FollowedLink(link.into()));
}

/// The message that the person is shown: a notice, or the page of a mini-app that was not opened.
fn said(model: &Model) -> Option<&'static str> {
    let told = model.told.iter().find_map(|told| match told {
        Told::Fault(fault) => Some(fault.message_id),
        _ => None,
    });
    let failed = model.open.as_ref().and_then(|open| match open.state() {
        MiniAppState::Failed(fault) => Some(fault.message_id),
        _ => None,
    });
    told.or(failed)
}

async fn put_away(person: &Person) -> Result<()> {
    person.says(NoticesMsg::PutAway(0));
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is put away", |model| model.told.is_empty() && model.open.is_none()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_link_from_outside_opens_its_place_and_does_nothing_more() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (nation, person) = ready(device.path()).await?;
    person.signs_in("zhang-wei").await?;
    follow(&person, format!("{BUS}/lines?line=1"));
    let model = person
        .until("the line is shown", |model| {
            page(model).as_deref() == Some("page-line") && node(model, "stops").is_some()
        })
        .await?;
    let open = model.open.as_ref().context("open")?;
    ensure!(
        open.arrival().origin == Origin::DeepLink && open.arrival().params == [("line".into(), "1".into())],
        "{:?}",
        open.arrival()
    );
    ensure!(model.sheets.is_empty() && model.cases.is_empty(), "nothing was asked for, nothing submitted");
    // What was begun at one line does not come up at another.
    follow(&person, format!("{BUS}/lines?line=7"));
    let is_seven = |model: &Model| {
        model.open.as_ref().is_some_and(|open| open.arrival().params == [("line".into(), "7".into())])
    };
    person
        .until("the other line", |model| is_seven(model) && page(model).as_deref() == Some("page-line"))
        .await?;
    drop(person);
    // A link that starts the app waits until the app is ready for it.
    let place = Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native };
    let person = Person::start(device.path(), &place).await?;
    follow(&person, format!("{BUS}/lines"));
    person.until_page("page-lines").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn each_hostile_link_says_what_is_wrong_and_opens_nothing() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (_nation, person) = ready(device.path()).await?;
    let long = format!("{BUS}/lines?line={}", "7".repeat(3000));
    let code = format!("{BUS}/lines?line={}", "7".repeat(21));
    for (link, message) in [
        ("", "fault-link-malformed"),
        ("javascript:alert(document.cookie)", "fault-link-scheme"),
        ("data:text/html,hello", "fault-link-scheme"),
        ("file:///etc/passwd", "fault-link-scheme"),
        ("https://www.example.cn/", "fault-link-scheme"),
        ("java\nscript:alert(1)", "fault-link-malformed"),
        ("fingertip://miniapp/cn.example.transport.bus-card\u{202e}", "fault-link-malformed"),
        ("fingertip://www.gov.cn@miniapp/cn.example.transport.bus-card", "fault-link-malformed"),
        (
            "fingertip://miniapp/cn.example.transport.one/../cn.example.transport.bus-card",
            "fault-link-malformed",
        ),
        ("fingertip://miniapp/cn.example.transport.bus-card/%2e%2e/%2e%2e", "fault-link-malformed"),
        ("fingertip://miniapp/cn.example.transport.bus-card/lines?line=1&line=7", "fault-link-malformed"),
        (&long, "fault-link-malformed"),
        ("fingertip://miniapp/cn.example.transport.nothing", "fault-link-unknown"),
        ("fingertip://miniapp/cn.example.transport.bus-card/top-up", "fault-link-entry"),
        ("fingertip://miniapp/cn.example.transport.bus-card/lines?line=../7", "fault-link-parameter"),
        ("fingertip://miniapp/cn.example.transport.bus-card/lines?stop=1", "fault-link-parameter"),
        ("fingertip://miniapp/cn.example.transport.hostile/open", "fault-link-parameter"),
        (&code, "fault-link-parameter"),
        ("fingertip://miniapp/cn.example.transport.hostile/own", "fault-link-sender"),
        ("fingertip://miniapp/cn.example.transport.bus-card;version=0.9", "fault-link-version"),
    ] {
        follow(&person, link);
        let model = person.until(&format!("{link:?} is refused"), |model| said(model).is_some()).await?;
        ensure!(said(&model) == Some(message), "{link:?}: {:?}", said(&model));
        ensure!(model.open.as_ref().is_none_or(|open| open.running().is_none()), "{link:?} runs nothing");
        for language in ["zh-Hans", "en"] {
            ensure!(
                shell_messages().text(language, message, &Args::new()) != message,
                "{message} has no words in {language}"
            );
        }
        put_away(&person).await?;
    }
    follow(&person, BUS);
    person.until_page("page-card").await?;
    Ok(())
}

/// The hostile guest that asks to open `to`.
fn asks(person: &Person, to: &str) -> Result<()> {
    let address = url::Url::parse_with_params(&format!("{HOSTILE}/open"), [("to", to)])?;
    follow(person, address);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mini_app_takes_the_person_to_another_only_when_they_agree() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (_nation, person) = ready(device.path()).await?;
    asks(&person, &format!("{BUS}/lines?line=7"))?;
    let is_asked = |model: &Model| matches!(model.sheets.first(), Some(Sheet::Open { .. }));
    let model = person.until("the person is asked", is_asked).await?;
    let Some(Sheet::Open { destination: Destination::MiniApp { service, department, .. }, .. }) =
        model.sheets.first()
    else {
        anyhow::bail!("where to: {:?}", model.sheets)
    };
    ensure!(
        service.as_str() == "bus-lines" && department.as_str() == "transport",
        "it is told by its names in the catalogue"
    );
    person.answers_sheet(false);
    person.until_page("page-refused").await?;
    person.says(MiniAppMsg::ClosedMiniApp);
    asks(&person, &format!("{BUS}/lines?line=7"))?;
    person.until("the person is asked again", is_asked).await?;
    person.answers_sheet(true);
    let model = person.until_page("page-lines").await?;
    let open = model.open.as_ref().context("open")?;
    let caller = open.arrival().caller.as_ref().map(|(_, app)| app.as_str());
    ensure!(
        open.arrival().origin == Origin::MiniApp && caller == Some("cn.example.transport.hostile"),
        "{:?}",
        open.arrival()
    );
    // Its own department's entry is open to it.
    asks(&person, &format!("{HOSTILE}/own"))?;
    person.until("the person is asked", is_asked).await?;
    person.answers_sheet(true);
    person.until_page("page-own").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mini_app_with_a_hostile_link_is_told_by_a_code_and_the_person_stays() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (_nation, person) = ready(device.path()).await?;
    for (to, page_key) in [
        ("javascript:alert(1)", "page-link-scheme"),
        ("http://www.example.cn/", "page-link-scheme"),
        ("fingertip://miniapp/cn.example.transport.bus-card/../x", "page-link-malformed"),
        ("fingertip://miniapp/cn.example.transport.nothing", "page-link-unknown"),
    ] {
        asks(&person, to)?;
        let model = person.until_page(page_key).await?;
        ensure!(model.sheets.is_empty(), "nobody is asked for nothing: {to}");
        person.says(MiniAppMsg::ClosedMiniApp);
    }
    for (to, page_key, message) in [
        ("fingertip://miniapp/cn.example.taxation.hostile/own", "page-link-sender", "fault-link-sender"),
        ("fingertip://miniapp/cn.example.transport.bus-card/top-up", "page-link-entry", "fault-link-entry"),
        (
            "fingertip://miniapp/cn.example.transport.bus-card/lines?line=a%20b",
            "page-link-parameter",
            "fault-link-parameter",
        ),
        (
            "fingertip://miniapp/cn.example.transport.bus-card;version=7",
            "page-link-version",
            "fault-link-version",
        ),
    ] {
        asks(&person, to)?;
        person.until("the person is asked", |model| !model.sheets.is_empty()).await?;
        person.answers_sheet(true);
        let model = person.until_page(page_key).await?;
        ensure!(said(&model) == Some(message), "{to}: {:?}", model.told);
        ensure!(
            model
                .open
                .as_ref()
                .is_some_and(|open| open.place().app.as_str() == "cn.example.transport.hostile"),
            "the person stays"
        );
        put_away(&person).await?;
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_running_mini_app_is_told_of_its_life() -> Result<()> {
    let device = tempfile::tempdir()?;
    let (_nation, person) = ready(device.path()).await?;
    follow(&person, format!("{HOSTILE}/life"));
    person.until_page("page-shown").await?;
    person.says(MiniAppMsg::AppInFront(false));
    person.until_page("page-hidden").await?;
    person.says(MiniAppMsg::AppInFront(true));
    person.until_page("page-shown").await?;
    person.says(MiniAppMsg::FrameShown(false));
    person.until_page("page-hidden").await?;
    person.says(MiniAppMsg::ClosedMiniApp);
    person
        .until("it is closed, and nothing comes after", |model| model.open.is_none() && model.told.is_empty())
        .await?;
    Ok(())
}
