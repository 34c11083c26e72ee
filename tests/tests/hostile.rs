//! Bad input at the doors of the running app: each gives its own message, the shell goes on, nothing is lost.
//! What a guest or a bundle can do is tested where it is stopped: in the runtime, the bundles and the standard.

use std::path::Path;

use anyhow::{Context, Result, ensure};
use fingertip_headless::{MiniAppState, Msg, Remote, Sheet, Told};
use fingertip_runtime::Backend;
use fingertip_standard::{RegionCode, ServiceId, events::Input};
use fingertip_tests::{
    nation::Nation,
    person::{Person, Place, node},
};

fn place(nation: &Nation) -> Result<Place> {
    Ok(Place { platform_url: nation.platform_url(), root: nation.root()?, backend: Backend::Native })
}

fn told(model: &fingertip_headless::Model, message_id: &str) -> bool {
    model.told.iter().any(|told| matches!(told, Told::Fault(fault) if fault.message_id == message_id))
}

/// A person with the catalogue in front of them, and the card's mini-app open at its first page.
async fn at_intro(folder: &Path, place: &Place) -> Result<Person> {
    let person = Person::start(folder, place).await?;
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(Msg::ChoseRegion(RegionCode::new("440100")?));
    person.says(Msg::OpenedService(ServiceId::new("social-security-card")?));
    person.until_page("page-intro").await?;
    Ok(person)
}

/// The same, signed in, with the form filled up to the last page.
async fn at_check(folder: &Path, place: &Place) -> Result<Person> {
    let person = at_intro(folder, place).await?;
    person.signs_in("zhang-wei").await?;
    person.presses("start")?;
    person.until("the sheet to share", |model| matches!(model.sheets.first(), Some(Sheet::Consent { .. }))).await?;
    person.says(Msg::AnsweredSheet { has_agreed: true });
    person.until_page("page-you").await?;
    person.types("phone", "13800138000");
    person.presses("continue")?;
    person.until_page("page-photo").await?;
    person.chooses("photo-source", "identity-card");
    person.presses("continue")?;
    person
        .until("the list of banks", |model| {
            node(model, "bank").is_some_and(|node| matches!(node.kind, fingertip_standard::view::Kind::SelectFrom(_)))
        })
        .await?;
    let model = person.core.model();
    let bank = match node(&model, "bank").map(|node| &node.kind) {
        Some(fingertip_standard::view::Kind::SelectFrom(list)) => list.choices[0].id.clone(),
        _ => anyhow::bail!("a list of banks"),
    };
    person.chooses("bank", &bank);
    person.chooses("delivery", "post");
    person.until("the address is asked for", |model| node(model, "address").is_some()).await?;
    person.types("address", "广州市越秀区东风中路一百号");
    person.gives("truth", Input::Agreed(true));
    person.presses("continue")?;
    person.until_page("page-check").await?;
    Ok(person)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_full_disk_on_submit_loses_nothing() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    // A photo needs room; the words alone would still fit between what is there.
    person.presses("change-photo-source")?;
    person.until_page("page-photo").await?;
    person.chooses("photo-source", "upload");
    person.until("the photo is asked for", |model| node(model, "photo").is_some()).await?;
    person.says(Msg::ChoseFiles { key: "photo".into(), files: vec![("me.jpg".into(), "image/jpeg".into(), vec![7; 300_000])] });
    person.presses("continue")?;
    person.until_page("page-check").await?;
    person.core.simulate_full_disk(true)?;
    person.presses("send")?;
    let model = person.until("the full disk is told", |model| told(model, "fault-disk-full")).await?;
    ensure!(model.cases.is_empty(), "nothing was submitted behind the person's back");
    let open = model.open.as_ref().context("the mini-app is still there")?;
    ensure!(open.state == MiniAppState::Running && open.inputs.contains_key("address"), "everything typed is still there");
    person.core.simulate_full_disk(false)?;
    person.until("the form is ready again", |model| model.open.as_ref().is_some_and(|open| !open.is_busy)).await?;
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
    ensure!(model.waiting == 1 && model.cases.is_empty(), "kept once");
    person.until_page("page-kept").await?;
    nation.go_on().await?;
    person.until("the case has arrived", |model| model.cases.len() == 1 && model.waiting == 0).await?;
    person.until_page("page-sent").await?;
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
    person.says(Msg::OpenedService(ServiceId::new("social-security-card")?));
    person.until_page("page-check").await?;
    person.presses("send")?;
    let model = person.until("the sheet to sign in again", |model| matches!(model.sheets.first(), Some(Sheet::SignIn { .. }))).await?;
    ensure!(model.open.as_ref().is_some_and(|open| open.inputs.contains_key("address")), "everything typed is still there");
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
    person.says(Msg::OpenedService(ServiceId::new("social-security-card")?));
    let failed = |model: &fingertip_headless::Model| match &model.open.as_ref()?.state {
        MiniAppState::Failed(fault) => Some(fault.clone()),
        _ => None,
    };
    let model = person.until("it is refused", |model| failed(model).is_some()).await?;
    let fault = failed(&model).context("a fault")?;
    ensure!(fault.message_id == "fault-bundle-changed" && fault.owner.is_some(), "{fault:?}");
    person.says(Msg::OpenedService(ServiceId::new("bus-card")?));
    person
        .until("another mini-app still opens", |model| model.open.as_ref().is_some_and(|open| open.state == MiniAppState::Running))
        .await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_platform_that_answers_nonsense_is_told() -> Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let url = format!("http://{}", listener.local_addr()?);
    tokio::spawn(async move { axum::serve(listener, axum::Router::new().fallback(|| async { "<h1>It works!</h1>" })).await });
    let device = tempfile::tempdir()?;
    let person = Person::start(device.path(), &Place { platform_url: url, root: b"{}".to_vec(), backend: Backend::Native }).await?;
    let model = person.until("the nonsense is told", |model| matches!(model.catalogue, Remote::Failed(_))).await?;
    ensure!(matches!(&model.catalogue, Remote::Failed(fault) if fault.message_id == "fault-platform-nonsense"), "{:?}", model.catalogue);
    person.says(Msg::ChoseLanguage("en".into()));
    person.until("the shell goes on", |model| model.preferences.language == "en").await?;
    Ok(())
}
