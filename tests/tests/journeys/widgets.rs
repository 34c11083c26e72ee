//! The cards on home through the whole app: made without opening their mini-apps, drawn from what was kept, and harmless.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use anyhow::{Context, Result, ensure};
use fingertip_bundle::pack;
use fingertip_contract::Service;
use fingertip_core::{CardsMsg, MiniAppMsg, Model, PersonMsg, SessionMsg};
use fingertip_repository::Release;
use fingertip_runtime::Backend;
use fingertip_standard::{AppId, Capability, DepartmentId, RegionCode, ServiceId, events::Origin};
use fingertip_tests::{
    bus::at_payment,
    nation::{Nation, component, project},
    person::{Person, Place, card, node, page},
};
use jiff::{SignedDuration, Timestamp};

fn place(nation: &Nation, backend: Backend) -> Result<Place> {
    Ok(Place { platform_url: nation.platform_url(), root: nation.root()?, backend })
}

/// With the catalogue in front of them, in English, signed in.
async fn settled(person: &Person) -> Result<()> {
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::ChoseLanguage("en".into()));
    if person.core.model().signed_in().is_none() {
        person.signs_in("zhang-wei").await?;
    }
    Ok(())
}

async fn open_card(person: &Person) -> Result<()> {
    person.says(MiniAppMsg::OpenedService(ServiceId::new("bus-card")?));
    person
        .until("the card is shown", |model| {
            page(model).as_deref() == Some("page-card") && node(model, "card").is_some()
        })
        .await?;
    Ok(())
}

async fn close(person: &Person) -> Result<()> {
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is closed", |model| model.open.is_none()).await?;
    Ok(())
}

fn shows(model: &Model, value: &str) -> bool {
    card(model, "balance").is_some_and(|lines| lines.iter().any(|line| line == value))
}

async fn top_up(person: &Person) -> Result<()> {
    open_card(person).await?;
    at_payment(person).await?;
    person.answers_sheet(true);
    person.until_page("page-topped-up").await?;
    // Left there, it would open there again.
    person.presses("to-card")?;
    person.until_page("page-card").await?;
    close(person).await
}

async fn a_card_follows(backend: Backend) -> Result<()> {
    let (nation, phone, tablet) = (Nation::start().await?, tempfile::tempdir()?, tempfile::tempdir()?);
    let place = place(&nation, backend)?;
    let passed = Arc::new(AtomicI64::new(0));
    let clock = {
        let passed = passed.clone();
        Arc::new(move || Timestamp::now() + SignedDuration::from_mins(passed.load(Ordering::Relaxed)))
    };
    let person = Person::start_at(phone.path(), &place, clock).await?;
    settled(&person).await?;
    open_card(&person).await?;
    person.says(CardsMsg::AddedWidget("balance".into()));
    let model = person.until("the card is on home", |model| shows(model, "¥23.50")).await?;
    let lines = card(&model, "balance").context("a card")?;
    ensure!(lines[0] == "Bus card" && lines[2].starts_with("Last trip: line 1"), "{lines:?}");
    close(&person).await?;
    person.until("made anew after it was closed", |model| shows(model, "¥23.50")).await?;
    ensure!(
        model.disclosures.iter().any(|line| line.items == ["bus-card.balance"]),
        "the ledger has its line"
    );
    // The same person, on another device: nothing here is opened, and nothing is asked before it is due.
    let other = Person::start(tablet.path(), &place).await?;
    settled(&other).await?;
    top_up(&other).await?;
    ensure!(shows(&person.core.model(), "¥23.50"), "not before it is due");
    passed.store(31, Ordering::Relaxed);
    let model = person.until("the card follows by itself", |model| shows(model, "¥43.50")).await?;
    ensure!(model.open.is_none() && model.sheets.is_empty(), "nothing was opened, nobody was asked");
    // What the person does here shows at once.
    top_up(&person).await?;
    person.until("the card follows the person", |model| shows(model, "¥63.50")).await?;
    drop(person);
    from_what_was_kept(phone.path(), &place).await
}

/// Without a connection the card is drawn as it was, with its time; a press opens its mini-app.
async fn from_what_was_kept(folder: &std::path::Path, place: &Place) -> Result<()> {
    let offline = Place { platform_url: "http://127.0.0.1:1".into(), ..place.clone() };
    let person = Person::start(folder, &offline).await?;
    let model = person.core.model();
    ensure!(shows(&model, "¥63.50"), "drawn at once: {:?}", card(&model, "balance"));
    let made = model.widgets[0].card.clone().context("a card")?;
    ensure!(made.as_of.as_second() > 0, "with its time");
    person.until("the catalogue from the cache", |model| model.catalogue.ready().is_some()).await?;
    person.says(CardsMsg::OpenedWidget(model.widgets[0].kept.place.clone()));
    let model = person.until_page("page-card").await?;
    let open = model.open.as_ref().context("open")?;
    ensure!(open.place().route == "/" && open.arrival().origin == Origin::Widget, "{:?}", open.arrival());
    close(&person).await?;
    person.says(CardsMsg::RemovedWidget(model.widgets[0].kept.place.clone()));
    person.until("it is off home", |model| model.widgets.is_empty()).await?;
    drop(person);
    let person = Person::start(folder, &offline).await?;
    ensure!(person.core.model().widgets.is_empty(), "and stays off");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_follows_without_its_mini_app_being_opened() -> Result<()> {
    a_card_follows(Backend::Native).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_follows_in_the_interpreter_too() -> Result<()> {
    a_card_follows(Backend::Pulley).await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_that_does_harm_is_not_drawn_and_home_goes_on() -> Result<()> {
    let bytes = pack(&project().join("tests/hostile-guest"), &component("hostile-guest")?)?;
    let (department, app) = (DepartmentId::new("transport")?, AppId::new("cn.example.transport.hostile")?);
    let release = Release { department, app, version: 1, grants: vec![Capability::Open], bytes };
    let service: Service = serde_json::from_value(serde_json::json!({
        "id": "hostile", "name": { "en": "Hostile" }, "department": "transport", "region": "100000", "theme": "transport",
        "mini_app": { "app": "cn.example.transport.hostile", "route": "/" },
    }))?;
    let (nation, device) = (Nation::start_with(vec![release], vec![service]).await?, tempfile::tempdir()?);
    let person = Person::start(device.path(), &place(&nation, Backend::Native)?).await?;
    settled(&person).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("hostile")?));
    person.until_page("page").await?;
    let harm = ["loop", "memory", "trap", "crowd"];
    harm.iter().for_each(|widget| person.says(CardsMsg::AddedWidget((*widget).into())));
    person.until("all are on home", |model| model.widgets.len() == harm.len()).await?;
    close(&person).await?;
    open_card(&person).await?;
    person.says(CardsMsg::AddedWidget("balance".into()));
    let model = person.until("a good card beside them", |model| shows(model, "¥23.50")).await?;
    ensure!(harm.iter().all(|widget| card(&model, widget).is_none()), "none of them is drawn");
    ensure!(model.told.is_empty() && model.sheets.is_empty(), "nobody is disturbed: {:?}", model.told);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_card_leaves_with_its_person() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let place = place(&nation, Backend::Native)?;
    let person = Person::start(device.path(), &place).await?;
    settled(&person).await?;
    open_card(&person).await?;
    person.says(CardsMsg::AddedWidget("balance".into()));
    person.until("the card is on home", |model| shows(model, "¥23.50")).await?;
    close(&person).await?;
    person.says(SessionMsg::AskedToSignOut);
    person
        .until("it is gone", |model| model.signed_in().is_none() && card(model, "balance").is_none())
        .await?;
    drop(person);
    let person = Person::start(device.path(), &place).await?;
    ensure!(card(&person.core.model(), "balance").is_none(), "from the device too");
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.signs_in("zhang-wei").await?;
    person.until("and is back with the person", |model| shows(model, "¥23.50")).await?;
    Ok(())
}
