//! How long a session lasts, and what a person does only after they have shown anew who they are.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use anyhow::{Context, Result, ensure};
use fingertip_contract::api::SessionRules;
use fingertip_core::{
    MiniAppMsg, Model, PersonMsg, Proving, SearchMsg, SessionMsg, SessionState, Sheet, StorageMsg, Told,
};
use fingertip_standard::{RegionCode, ServiceId};
use fingertip_tests::{
    bus::at_payment,
    card::place,
    nation::Nation,
    person::{Person, at_provider, node, page},
};
use jiff::{SignedDuration, Timestamp};

/// A nation with these rules.
async fn nation(sessions: SessionRules) -> Result<Nation> {
    let mut nation = Nation::start().await?;
    nation.stop().await;
    nation.sessions = sessions;
    nation.go_on().await?;
    Ok(nation)
}

async fn settled(person: &Person) -> Result<()> {
    person.says(PersonMsg::ChoseRegion(RegionCode::new("440100")?));
    person.says(PersonMsg::FinishedFirstStart);
    person.until("the catalogue is there", |model| model.catalogue.ready().is_some()).await?;
    Ok(())
}

fn proving(model: &Model) -> Option<&Proving> {
    match model.sheets.first() {
        Some(Sheet::StepUp { proving, .. }) => Some(proving),
        _ => None,
    }
}

/// Shows who they are at the provider's page, as `who`.
async fn proves(person: &Person, who: &str) -> Result<()> {
    person.until("they are asked who they are", |model| proving(model).is_some()).await?;
    person.says(SessionMsg::AskedToProve);
    let model =
        person.until("the provider's page", |model| matches!(proving(model), Some(Proving::At(_)))).await?;
    let Some(Proving::At(url)) = proving(&model) else { anyhow::bail!("no address") };
    // The page says what went wrong; that is looked at in the app.
    let _ = at_provider(url, who).await;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bill_is_paid_by_whoever_shows_that_it_is_them_and_by_nobody_else() -> Result<()> {
    let nation = nation(SessionRules { fresh_minutes: Some(0), ..SessionRules::default() }).await?;
    let device = tempfile::tempdir()?;
    let person = Person::start(device.path(), &place(&nation)?).await?;
    settled(&person).await?;
    person.signs_in("zhang-wei").await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("bus-card")?));
    person
        .until("the balance is shown", |model| {
            page(model).as_deref() == Some("page-card") && node(model, "card").is_some()
        })
        .await?;
    at_payment(&person).await?;
    person.answers_sheet(true);

    // Whoever finds the telephone does not pay with it.
    proves(&person, "li-xiuying").await?;
    let refused = |model: &Model| {
        matches!(model.sheets.first(), Some(Sheet::StepUp { proving: Proving::Waits, fault: Some(_), .. }))
    };
    let model = person.until("it is refused", refused).await?;
    ensure!(model.signed_in().and_then(|session| session.name()) == Some("张伟"), "nobody is signed out");
    ensure!(page(&model).as_deref() == Some("page-bill"), "nothing is paid");

    proves(&person, "zhang-wei").await?;
    let model = person.until("it is paid", |model| page(model).as_deref() == Some("page-topped-up")).await?;
    ensure!(model.sheets.is_empty());
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn records_leave_the_device_with_whoever_shows_that_they_are_theirs() -> Result<()> {
    let nation = nation(SessionRules { fresh_minutes: Some(0), ..SessionRules::default() }).await?;
    let device = tempfile::tempdir()?;
    let person = Person::start(device.path(), &place(&nation)?).await?;
    settled(&person).await?;
    person.signs_in("zhang-wei").await?;
    let exported = |model: &Model| model.told.iter().any(|told| matches!(told, Told::Exported(_)));
    person.says(StorageMsg::AskedToExport);
    person.until("they are asked who they are", |model| proving(model).is_some()).await?;
    person.says(SessionMsg::CancelledProof);
    let model = person.until("it is left", |model| model.sheets.is_empty()).await?;
    ensure!(!exported(&model) && model.signed_in().is_some());
    person.says(StorageMsg::AskedToExport);
    proves(&person, "zhang-wei").await?;
    person.until("they are saved", exported).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_device_that_was_lost_is_signed_out_from_another() -> Result<()> {
    let nation = Nation::start().await?;
    let (lost, here) = (tempfile::tempdir()?, tempfile::tempdir()?);
    let (away, person) = (
        Person::start(lost.path(), &place(&nation)?).await?,
        Person::start(here.path(), &place(&nation)?).await?,
    );
    for one in [&away, &person] {
        settled(one).await?;
        one.signs_in("zhang-wei").await?;
    }
    person.says(SessionMsg::LookedAtDevices);
    let model = person
        .until("both devices are listed", |model| {
            model.devices.ready().is_some_and(|devices| devices.len() == 2)
        })
        .await?;
    let devices = model.devices.ready().context("devices")?;
    ensure!(devices.iter().filter(|device| device.is_this).count() == 1, "one is this one");
    let other = devices.iter().find(|device| !device.is_this).context("the other")?.id.clone();
    person.says(SessionMsg::AskedToEndDevice(other));
    person
        .until("one is left", |model| model.devices.ready().is_some_and(|devices| devices.len() == 1))
        .await?;
    ensure!(person.core.model().signed_in().is_some());
    // It learns of it as soon as it asks for something.
    away.says(SessionMsg::LookedAtDevices);
    let is_out = |model: &Model| matches!(*model.session, SessionState::SignedOut { has_ended: true });
    away.until("the lost one is signed out", is_out).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_session_that_nobody_uses_ends_and_nothing_of_it_is_lost() -> Result<()> {
    let nation = nation(SessionRules { idle_minutes: Some(10), ..SessionRules::default() }).await?;
    let device = tempfile::tempdir()?;
    let passed = Arc::new(AtomicI64::new(0));
    let clock = passed.clone();
    let now = move || {
        let passed = SignedDuration::from_secs(clock.load(Ordering::Relaxed));
        Timestamp::now().checked_add(passed).unwrap_or(Timestamp::MAX)
    };
    let person = Person::start_at(device.path(), &place(&nation)?, Arc::new(now)).await?;
    settled(&person).await?;
    person.signs_in("zhang-wei").await?;
    person.says(MiniAppMsg::OpenedService(ServiceId::new("social-security-card")?));
    person.until("a page is shown", |model| page(model).is_some()).await?;
    person.says(SearchMsg::TypedSearch("bus".into()));
    person.says(SearchMsg::LookedAtHits);
    let remembers = |model: &Model| model.search.memory.texts == ["bus"];
    person.until("what was searched for is remembered", remembers).await?;

    passed.store(9 * 60, Ordering::Relaxed);
    let warned = |model: &Model| matches!(model.sheets.first(), Some(Sheet::SessionEnds { .. }));
    person.until("the person is warned", warned).await?;
    person.says(SessionMsg::AskedToStay);
    let model = person.until("they stay", |model| !warned(model)).await?;
    ensure!(model.signed_in().is_some() && model.open.is_some(), "where they were");

    passed.store(20 * 60, Ordering::Relaxed);
    let is_over = |model: &Model| {
        model.is_restored && model.signed_in().is_none() && model.told.contains(&Told::SessionOver)
    };
    let model = person.until("it ends, and says why", is_over).await?;
    ensure!(
        model.open.is_none() && model.drafts.is_empty() && !remembers(&model),
        "nothing of theirs is to be seen"
    );
    passed.store(0, Ordering::Relaxed);
    person.signs_in("zhang-wei").await?;
    let model = person.until("their own store is open", remembers).await?;
    model.signed_in().context("signed in")?;
    Ok(())
}
