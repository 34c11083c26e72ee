//! One person, one store: several who use one device never see, send or spend what is another's; and nothing that was handed in leaves
//! the device unsent without its person.

use anyhow::{Context, Result, ensure};
use fingertip_core::{MiniAppMsg, Model, OutboxMsg, PersonMsg, SessionMsg, Told};
use fingertip_secrets::{FileSecrets, SecretStore};
use fingertip_standard::{ServiceId, events::Input};
use fingertip_tests::{
    card::{at_check, at_intro, fill, place},
    nation::{Nation, demo_catalogue},
    person::{Person, running},
};

fn is_nobody(model: &Model) -> bool {
    model.is_restored && model.signed_in().is_none()
}

fn name(model: &Model) -> Option<&str> {
    model.signed_in().and_then(|session| session.name())
}

async fn signs_out(person: &Person) -> Result<()> {
    person.says(SessionMsg::AskedToSignOut);
    person.until("nobody is signed in", is_nobody).await?;
    Ok(())
}

async fn opens_card(person: &Person) -> Result<()> {
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    person.until("a page is shown", |model| running(model).is_some()).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_one_person_kept_never_goes_out_in_the_name_of_another() -> Result<()> {
    let (mut nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    nation.stop().await;
    person.presses("send")?;
    person.until("the case is kept", |model| model.waiting() == 1).await?;
    signs_out(&person).await?;
    let model = person.core.model();
    ensure!(model.outbox.is_empty() && model.cases.is_empty() && model.consents.is_empty(), "it is closed");
    ensure!(model.disclosures.is_empty() && model.drafts.is_empty() && model.widgets.is_empty());
    ensure!(model.preferences.region.is_some(), "the device stays as it was set");

    // Another person signs in: their own store, in which nothing is.
    nation.go_on().await?;
    person.signs_in("li-xiuying").await?;
    opens_card(&person).await?;
    fill(&person).await.context("the other is asked for their own consent")?;
    person.presses("send")?;
    let model = person.until("their own case is there", |model| model.cases.len() == 1).await?;
    ensure!(name(&model) == Some("李秀英") && model.outbox.is_empty(), "nothing of the first went out");
    ensure!(
        model.disclosures.iter().all(|line| !format!("{line:?}").contains("张伟")),
        "the ledger is the other's own"
    );
    let others = model.cases[0].value.id.clone();
    signs_out(&person).await?;

    // The first comes back, also after a start: what waited goes, once, and is theirs.
    drop(person);
    let person = Person::start(device.path(), &place(&nation)?).await?;
    person.until("it starts with nobody", is_nobody).await?;
    person.signs_in("zhang-wei").await?;
    let model =
        person.until("what waited has come", |model| model.cases.len() == 1 && model.waiting() == 0).await?;
    ensure!(name(&model) == Some("张伟") && model.cases[0].value.id != others);
    ensure!(!model.consents.is_empty() && !model.disclosures.is_empty(), "what was theirs is theirs again");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_form_that_was_begun_before_signing_in_is_found_after_it() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    person.says(PersonMsg::FinishedFirstStart);
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is kept", |model| model.open.is_none() && model.drafts.len() == 1).await?;
    signs_out(&person).await?;
    ensure!(person.core.model().drafts.is_empty(), "a form is its person's");

    // Nobody begins the tax form, which asks for no sign-in at first; then the person it is signs in from within it.
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("annual-income-tax-estimate")?));
    person.until("a page is shown", |model| running(model).is_some()).await?;
    let opened = person.core.model().open.as_ref().map(|open| open.place().app.clone()).context("open")?;
    person.signs_in("zhang-wei").await?;
    let model = person
        .until("they go on where they were", |model| {
            model.signed_in().is_some()
                && running(model).is_some()
                && model.open.as_ref().is_some_and(|open| open.place().app == opened)
        })
        .await?;
    ensure!(model.drafts.iter().any(|app| app.as_str().contains("card")), "and their own form is there too");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_ended_in_the_middle_of_changing_persons_shows_nobody_the_others() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    person.presses("send")?;
    person.until("the case is there", |model| model.cases.len() == 1).await?;
    signs_out(&person).await?;
    person.signs_in("li-xiuying").await?;
    drop(person);
    // As if it had been killed after the other had signed in and before their store was opened.
    let secrets = FileSecrets::open(&device.path().join("secrets"))?;
    let session = secrets.get("session-main-2")?.context("the other's session")?;
    secrets.set("session-main", &session)?;
    secrets.forget("session-main-2")?;
    let index: serde_json::Value =
        serde_json::from_slice(&secrets.get("people-main")?.context("whose stores there are")?)?;
    let mut index = index;
    index["current"] = "main".into();
    secrets.set("people-main", &serde_json::to_vec(&index)?)?;
    let person = Person::start(device.path(), &place(&nation)?).await?;
    let model = person.until("the other is signed in", |model| name(model) == Some("李秀英")).await?;
    ensure!(model.cases.is_empty() && model.consents.is_empty(), "in a store of their own");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_deleted_leaves_no_file_and_no_key() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    person.says(fingertip_core::StorageMsg::AskedToDelete);
    person
        .until("it is as on a new device", |model| is_nobody(model) && !model.preferences.has_started)
        .await?;
    person.says(PersonMsg::ChoseLanguage("en".into()));
    person.until("it takes words again", |model| model.preferences.language == "en").await?;
    drop(person);
    ensure!(!device.path().join("profiles/main").exists(), "the files are gone");
    let secrets = FileSecrets::open(&device.path().join("secrets"))?;
    for gone in ["records-main", "session-main"] {
        ensure!(secrets.get(gone)?.is_none(), "{gone}");
    }
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_not_accepted_stays_with_its_reason_and_is_a_form_again() -> Result<()> {
    let (mut nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    // While the person fills in, the nation takes the service away. The platform goes, and comes back only after they handed in.
    let mut without = demo_catalogue()?;
    without.services.retain(|service| service.id.as_str() != "social-security-card");
    for event in &mut without.life_events {
        event.services.retain(|service| service.as_str() != "social-security-card");
        event.joint = None;
    }
    without.best_bets.clear();
    nation.put_catalogue(&without).await?;
    nation.stop().await;
    person.presses("send")?;
    person.until("it is kept", |model| model.waiting() == 1 && model.drafts.is_empty()).await?;
    nation.go_on().await?;
    let refused = |model: &Model| model.outbox.first().is_some_and(|outgoing| !outgoing.is_waiting());
    let model = person.until("it is not accepted", refused).await?;
    ensure!(model.outbox.len() == 1 && model.waiting() == 0);
    ensure!(model.outbox[0].not_accepted.as_ref().is_some_and(|why| why.code == "service-unknown"));
    person
        .until("the person is told, and has the form again", |model| {
            model.told.iter().any(|told| matches!(told, Told::NotAccepted(_))) && model.drafts.len() == 1
        })
        .await?;

    // Nothing of it is lost by a start, and it is not sent again behind the person's back.
    drop(person);
    let person = Person::start(device.path(), &place(&nation)?).await?;
    let model = person.until("it is still there", refused).await?;
    ensure!(model.cases.is_empty() && model.drafts.len() == 1);

    // The nation offers it again: the form holds what was typed, and is taken.
    nation.put_catalogue(&demo_catalogue()?).await?;
    drop(person);
    let person = Person::start(device.path(), &place(&nation)?).await?;
    person
        .until("the service is offered again", |model| {
            let card = ServiceId::new("social-security-card");
            model
                .catalogue
                .ready()
                .zip(card.ok())
                .is_some_and(|(catalogue, card)| catalogue.service(&card).is_some())
        })
        .await?;
    opens_card(&person).await?;
    let held = |model: &Model| {
        running(model).and_then(|own| own.inputs.get("address").cloned())
            == Some(Input::Text("广州市越秀区东风中路一百号".into()))
    };
    person.until("what was typed is there", held).await?;
    person.until_page("page-check").await?;
    person.presses("send")?;
    let model = person.until("the case is there", |model| model.cases.len() == 1).await?;
    ensure!(model.outbox.is_empty(), "what was not accepted is put away with it");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_person_takes_back_what_was_not_sent() -> Result<()> {
    let (mut nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    nation.stop().await;
    person.presses("send")?;
    let model = person.until("it is kept", |model| model.waiting() == 1 && model.drafts.is_empty()).await?;
    person.says(OutboxMsg::TookBack(model.outbox[0].key.clone()));
    person.until("it is a form again", |model| model.outbox.is_empty() && model.drafts.len() == 1).await?;
    nation.go_on().await?;
    person.until("the platform is back", |model| model.is_online).await?;
    ensure!(person.core.model().cases.is_empty(), "it was not sent");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn nobody_sees_a_form_before_the_intro_of_their_own() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_intro(device.path(), &place(&nation)?).await?;
    person.signs_in("zhang-wei").await?;
    // A new person who signs in where nobody was goes on without a break.
    ensure!(running(&person.core.model()).is_some(), "the mini-app runs on");
    let model = person.core.model();
    ensure!(model.open.as_ref().is_some_and(|open| open.instance == 1), "and is the same");
    Ok(())
}
