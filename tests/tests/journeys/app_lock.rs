//! The app behind a PIN: what is on the device opens for nobody else, and its person finds it all again.

use anyhow::{Context, Result, ensure};
use fingertip_core::{CoreError, LockMsg, MiniAppMsg, PinError, SecretError, SessionMsg};
use fingertip_tests::{
    card::{at_check, place},
    nation::Nation,
    person::{Person, Place, running},
};

const PIN: &str = "280714";

/// Why the app does not start.
async fn refused(folder: &std::path::Path, place: &Place, pin: Option<&str>) -> Result<SecretError> {
    let started = match pin {
        Some(pin) => Person::start_with_pin(folder, place, pin).await,
        None => Person::start(folder, place).await,
    };
    let error = started.err().context("it starts")?;
    match error.downcast::<CoreError>()? {
        CoreError::Secrets(error) => Ok(error),
        other => Err(other.into()),
    }
}

async fn chooses_pin(person: &Person) -> Result<()> {
    person.says(LockMsg::ChosePin { new: Some(PIN.into()), before: String::new() });
    person.until("there is a PIN", |model| model.lock.has_pin && !model.lock.is_busy).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_store_behind_a_pin_opens_with_it_alone_and_loses_nothing() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let place = place(&nation)?;
    let person = at_check(device.path(), &place).await?;
    person.says(LockMsg::ChosePin { new: Some("123456".into()), before: String::new() });
    person.until("an easy one is refused", |model| model.lock.refused == Some(PinError::Weak)).await?;
    chooses_pin(&person).await?;
    person.says(LockMsg::AskedToLock);
    let model = person.until("it is closed", |model| model.is_locked).await?;
    ensure!(
        model.open.is_none() && model.drafts.is_empty() && model.signed_in().is_none(),
        "nothing of it is in memory"
    );
    drop(person);

    ensure!(matches!(refused(device.path(), &place, None).await?, SecretError::PinNeeded));
    let wrong = refused(device.path(), &place, Some("111119")).await?;
    ensure!(matches!(wrong, SecretError::Pin(PinError::Wrong)), "{wrong}");
    let person = Person::start_with_pin(device.path(), &place, PIN).await?;
    let model =
        person.until("all is there again", |model| model.signed_in().is_some() && model.lock.has_pin).await?;
    ensure!(model.drafts.len() == 1, "also what was being filled in");

    // Whoever finds the telephone open does not take the PIN away.
    person.says(LockMsg::ChosePin { new: None, before: "111119".into() });
    person.until("another PIN is refused", |model| model.lock.refused == Some(PinError::Wrong)).await?;
    person.says(LockMsg::ChosePin { new: None, before: PIN.into() });
    person.until("it is taken away", |model| !model.lock.has_pin && !model.lock.is_busy).await?;
    drop(person);
    Person::start(device.path(), &place).await?;
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_person_who_comes_back_to_a_device_gives_their_pin_and_finds_what_they_began() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let place = place(&nation)?;
    let person = at_check(device.path(), &place).await?;
    chooses_pin(&person).await?;
    person.says(MiniAppMsg::ClosedMiniApp);
    person.until("it is kept", |model| model.open.is_none()).await?;
    person.says(SessionMsg::AskedToSignOut);
    person
        .until("nobody is here", |model| {
            model.is_restored && model.signed_in().is_none() && !model.lock.has_pin
        })
        .await?;

    // Somebody else uses the device without the PIN, and sees nothing of the first.
    person.signs_in("li-xiuying").await?;
    ensure!(person.core.model().drafts.is_empty());
    person.says(SessionMsg::AskedToSignOut);
    person.until("nobody is here", |model| model.is_restored && model.signed_in().is_none()).await?;

    // The first signs in: their store waits for the PIN.
    let signing_in = person.signs_in("zhang-wei");
    let closed = person.until("it is closed", |model| model.is_locked);
    let (_, closed) = tokio::join!(signing_in, closed);
    closed?;
    drop(person);
    ensure!(matches!(refused(device.path(), &place, None).await?, SecretError::PinNeeded));
    let person = Person::start_with_pin(device.path(), &place, PIN).await?;
    let model = person.until("the first is signed in", |model| model.signed_in().is_some()).await?;
    ensure!(model.drafts.len() == 1 && running(&model).is_none());
    Ok(())
}
