//! Bad input at the doors of the running app: each gives its own message, the shell goes on, nothing is lost.
//! What a guest or a bundle can do is also tested where it is stopped: in the runtime, the bundles and the standard.

use std::{
    io::{Cursor, Write},
    time::Duration,
};

use anyhow::{Context, Result, ensure};
use fingertip_bundle::pack;
use fingertip_contract::Service;
use fingertip_core::{CasesMsg, MiniAppMsg, MiniAppState, Model, PersonMsg, Remote, Sheet, StorageMsg, Told};
use fingertip_locale::{Args, shell_messages};
use fingertip_repository::Release;
use fingertip_runtime::Backend;
use fingertip_standard::{AppId, DepartmentId, ServiceId};
use fingertip_tests::{
    card::{at_check, place, with_photo},
    nation::{Nation, component, project},
    person::{Person, Place, running},
};

fn told(model: &Model, message_id: &str) -> bool {
    model.told.iter().any(|told| matches!(told, Told::Fault(fault) if fault.message_id == message_id))
}

fn failed(model: &Model) -> Option<fingertip_core::ShownFault> {
    match model.open.as_ref()?.state() {
        MiniAppState::Failed(fault) => Some(fault),
        _ => None,
    }
}

/// Whether the mini-app runs and what the person typed there is held.
fn holds(model: &Model, input: &str) -> bool {
    running(model).is_some_and(|own| own.inputs.contains_key(input))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_on_submit_loses_nothing() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    // A photo needs room; the words alone would still fit between what is there.
    with_photo(&person, 300_000).await?;
    person.core.simulate_full_disk(true)?;
    person.presses("send")?;
    let model = person.until("the full disk is told", |model| told(model, "fault-disk-full")).await?;
    ensure!(model.cases.is_empty(), "nothing was submitted behind the person's back");
    ensure!(holds(&model, "address"), "everything typed is still there");
    person.core.simulate_full_disk(false)?;
    person.until("the form is ready again", |model| running(model).is_some_and(|own| !own.is_busy)).await?;
    person.presses("send")?;
    person.until("the case is there", |model| model.cases.len() == 1).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_is_down_gets_the_case_when_it_is_back() -> Result<()> {
    let (mut nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    nation.stop().await;
    person.presses("send")?;
    let model = person.until("the case is kept", |model| model.told.contains(&Told::CaseKept)).await?;
    ensure!(model.waiting() == 1 && model.cases.is_empty(), "kept once");
    person.until_page("page-kept").await?;
    nation.go_on().await?;
    person.until("the case has arrived", |model| model.cases.len() == 1 && model.waiting() == 0).await?;
    person.until_page("page-sent").await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_under_way_brings_nothing_back_once_everything_was_deleted() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    person.presses("send")?;
    person.says(CasesMsg::LookedAtCases);
    person.says(StorageMsg::AskedToDelete);
    let is_new = |model: &Model| {
        model.is_restored
            && !model.is_deleting
            && !model.preferences.has_started
            && model.signed_in().is_none()
            && model.cases.is_empty()
    };
    person.until("it is as on a new device", is_new).await?;
    // Answers that were on their way have come by now.
    tokio::time::sleep(Duration::from_secs(2)).await;
    let model = person.core.model();
    ensure!(is_new(&model) && model.waiting() == 0 && model.drafts.is_empty(), "nothing came back");
    drop(person);
    let person = Person::start(device.path(), &place(&nation)?).await?;
    let model = person.until("it starts", |model| model.is_restored).await?;
    ensure!(is_new(&model) && model.waiting() == 0 && model.documents.is_empty(), "nothing was kept");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_session_asks_again_and_keeps_the_page() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    drop(person);
    // The kept refresh token becomes one that the provider does not know, as after a revocation there.
    for entry in std::fs::read_dir(device.path().join("secrets"))? {
        let path = entry?.path();
        let text = String::from_utf8_lossy(&std::fs::read(&path)?).into_owned();
        if let Ok(mut kept) = serde_json::from_str::<serde_json::Value>(&text)
            && kept.get("refresh_token").is_some()
        {
            kept["refresh_token"] = "unknown".into();
            std::fs::write(&path, kept.to_string())?;
        }
    }
    let person = Person::start(device.path(), &place(&nation)?).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    person.until_page("page-check").await?;
    person.presses("send")?;
    let model = person
        .until("the sheet to sign in again", |model| {
            matches!(model.sheets.first(), Some(Sheet::SignIn { .. }))
        })
        .await?;
    ensure!(holds(&model, "address"), "everything typed is still there");
    person.signs_in("zhang-wei").await?;
    person.until("the case is there after all", |model| model.cases.len() == 1).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bundle_changed_by_one_byte_is_not_opened() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    for entry in std::fs::read_dir(nation.folder.path().join("repository/targets/human-resources"))? {
        let path = entry?.path();
        let mut bytes = std::fs::read(&path)?;
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        std::fs::write(path, bytes)?;
    }
    let person = Person::start(device.path(), &place(&nation)?).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    let model = person.until("it is refused", |model| failed(model).is_some()).await?;
    let fault = failed(&model).context("a fault")?;
    ensure!(fault.message_id == "fault-bundle-changed" && fault.owner.is_some(), "{fault:?}");
    person.says(MiniAppMsg::OpenedService(ServiceId::new("bus-card")?));
    person.until("another mini-app still opens", |model| running(model).is_some()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_answers_nonsense_is_told() -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move {
        axum::serve(listener, axum::Router::new().fallback(|| async { "<h1>It works!</h1>" })).await
    });
    let device = tempfile::tempdir()?;
    let person = Person::start(
        device.path(),
        &Place { platform_url: url, root: b"{}".to_vec(), backend: Backend::Native },
    )
    .await?;
    let model =
        person.until("the nonsense is told", |model| matches!(*model.catalogue, Remote::Failed(_))).await?;
    ensure!(
        matches!(&*model.catalogue, Remote::Failed(fault) if fault.message_id == "fault-platform-nonsense"),
        "{:?}",
        model.catalogue
    );
    person.says(PersonMsg::ChoseLanguage("en".into()));
    person.until("the shell goes on", |model| model.preferences.language == "en").await?;
    Ok(())
}

/// A release of the transport department, as the app `cn.example.transport.NAME`.
fn release(name: &str, bytes: Vec<u8>) -> Result<Release> {
    let (department, app) =
        (DepartmentId::new("transport")?, AppId::new(format!("cn.example.transport.{name}"))?);
    Ok(Release { department, app, version: 1, grants: Vec::new(), bytes })
}

/// A service that leads to a route of that app.
fn service(id: &str, app: &str, route: &str) -> Result<Service> {
    Ok(serde_json::from_value(serde_json::json!({
        "id": id, "name": { "en": id }, "department": "transport", "region": "100000", "theme": "transport",
        "mini_app": { "app": format!("cn.example.transport.{app}"), "route": route },
    }))?)
}

/// The bundle with another manifest, as somebody writes it who does not use the tools.
fn with_manifest(bundle: &[u8], change: impl Fn(String) -> String) -> Result<Vec<u8>> {
    let mut from = zip::ZipArchive::new(Cursor::new(bundle))?;
    let mut to = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..from.len() {
        let entry = from.by_index(at)?;
        if entry.name() == "manifest.json" {
            to.start_file(
                "manifest.json",
                zip::write::SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored),
            )?;
            to.write_all(change(std::io::read_to_string(entry)?).as_bytes())?;
        } else {
            to.raw_copy_file(entry)?;
        }
    }
    Ok(to.finish()?.into_inner())
}

/// Everything that a department can sign and that must not harm: where it is, and what the person is told.
const HARM: [(&str, &str, &str); 8] = [
    ("hostile", "/loop", "fault-mini-app-slow"),
    ("hostile", "/memory", "fault-mini-app-memory"),
    ("hostile", "/trap", "fault-mini-app-trapped"),
    ("hostile", "/cycle", "fault-view-malformed"),
    ("hostile", "/crowd", "fault-view-too-large"),
    ("imports", "/", "fault-mini-app-imports"),
    ("capability", "/", "fault-manifest-capability"),
    ("malformed", "/", "fault-manifest-malformed"),
];

#[tokio::test(flavor = "multi_thread")]
async fn whatever_a_department_signs_the_shell_says_so_and_goes_on() -> Result<()> {
    let folder = project().join("tests/hostile-guest");
    let good = pack(&folder, &component("hostile-guest")?)?;
    let importing = pack(&folder, &wat::parse_str(r#"(component (import "clock" (func)))"#)?)?;
    let releases = vec![
        release("hostile", good.clone())?,
        release(
            "imports",
            with_manifest(&importing, |text| text.replace("transport.hostile", "transport.imports"))?,
        )?,
        release("capability", with_manifest(&good, |text| text.replace("[\"open\",", "[\"root-access\","))?)?,
        release("malformed", with_manifest(&good, |text| text.replace("\"version\"", "\"versoin\""))?)?,
    ];
    let mut services = vec![service("hostile-late", "hostile", "/")?];
    for (at, (app, route, _)) in HARM.iter().enumerate() {
        services.push(service(&format!("hostile-{at}"), app, route)?);
    }
    let (nation, device) = (Nation::start_with(releases, services).await?, tempfile::tempdir()?);
    let person = Person::start(device.path(), &place(&nation)?).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    for (at, (app, route, message)) in HARM.iter().enumerate() {
        person.says(MiniAppMsg::OpenedService(ServiceId::new(format!("hostile-{at}"))?));
        let model = person.until(&format!("{app}{route} is ended"), |model| failed(model).is_some()).await?;
        let fault = failed(&model).context("a fault")?;
        ensure!(fault.message_id == *message, "{app}{route}: {fault:?}");
        ensure!(
            fault.owner.as_ref().is_some_and(|owner| owner.as_str() == "transport"),
            "{app}{route} is whose: {fault:?}"
        );
        for language in ["zh-Hans", "en"] {
            ensure!(
                shell_messages().text(language, message, &Args::new()) != *message,
                "{message} has no words in {language}"
            );
        }
        person.says(MiniAppMsg::ClosedMiniApp);
        person.until("it is closed", |model| model.open.is_none()).await?;
    }
    // One that goes wrong only later is opened once more as it was, and then ended.
    person.says(MiniAppMsg::OpenedService(ServiceId::new("hostile-late")?));
    person.until_page("page").await?;
    person.presses("trap")?;
    person
        .until("it is told that it was opened again", |model| model.told.contains(&Told::MiniAppRestored))
        .await?;
    person.presses("trap")?;
    person
        .until("it is ended", |model| {
            failed(model).is_some_and(|fault| fault.message_id == "fault-mini-app-trapped")
        })
        .await?;
    person.says(MiniAppMsg::ClosedMiniApp);
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    person.until_page("page-intro").await?;
    Ok(())
}
