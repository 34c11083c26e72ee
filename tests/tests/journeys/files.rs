//! The files of a case: sent ahead in pieces, whole, once.

use std::sync::{Arc, Mutex};

use anyhow::{Result, ensure};
use fingertip_tests::{
    card::{at_check, place, with_photo},
    nation::Nation,
    person::Person,
};

#[tokio::test(flavor = "multi_thread")]
async fn a_large_photo_goes_ahead_of_its_case_and_how_far_it_is_is_told() -> Result<()> {
    let (nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    with_photo(&person, 1_500_000).await?;
    let seen: Arc<Mutex<Vec<u8>>> = Arc::default();
    let (mut watch, told) = (person.core.watch(), seen.clone());
    tokio::spawn(async move {
        while watch.changed().await.is_ok() {
            let sending = watch.borrow_and_update().sending.clone();
            if let (Some((_, percent)), Ok(mut told)) = (sending, told.lock()) {
                told.push(percent);
            }
        }
    });
    person.presses("send")?;
    let model = person.until("the case is there", |model| model.cases.len() == 1).await?;
    ensure!(model.outbox.is_empty() && model.sending.is_none());
    let seen = seen.lock().map(|seen| seen.clone()).unwrap_or_default();
    ensure!(!seen.is_empty() && seen.is_sorted(), "it went in pieces: {seen:?}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_photo_that_waited_for_a_connection_arrives_with_its_case_once() -> Result<()> {
    let (mut nation, device) = (Nation::start().await?, tempfile::tempdir()?);
    let person = at_check(device.path(), &place(&nation)?).await?;
    with_photo(&person, 300_000).await?;
    nation.stop().await;
    person.presses("send")?;
    person.until("it is kept", |model| model.waiting() == 1).await?;
    // The device is killed meanwhile.
    drop(person);
    nation.go_on().await?;
    let person = Person::start(device.path(), &place(&nation)?).await?;
    person.until("it has come", |model| model.cases.len() == 1 && model.outbox.is_empty()).await?;
    Ok(())
}
