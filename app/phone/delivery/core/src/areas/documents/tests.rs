//! Documents over their life: kept, shown, withdrawn by their department, checked with and without a network.

mod department;

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use fingertip_contract::Document;
use fingertip_credential::status::Status;
use fingertip_documents::{Check, KEYS_AGE, Standing};
use fingertip_records::{KeptDocument, Showing, ShownAs};

use self::department::{DOCUMENT, Device, Office, PLACE, issuer};
use crate::{
    CatalogueMsg, DocumentsEffect, DocumentsMsg, Effect, Model, StorageMsg, Told, Verification,
    testing::{at, ready, told, told_at},
};

fn document() -> Document {
    serde_json::from_value(serde_json::json!({
        "jti": DOCUMENT, "iss": "transport", "sub": "p", "kind": "bus-card", "title": { "en": "Bus card" }, "holder": "h", "number": "1",
        "iat": 0,
    }))
    .expect("a document")
}

fn with_document() -> Model {
    let mut model = ready();
    *model.documents = vec![KeptDocument { document: document(), jws: "jws".into(), as_of: at(0) }];
    model
}

fn showing(shown_as: ShownAs, seconds: i64) -> Showing {
    super::model::showing(&document(), shown_as, at(seconds))
}

fn ask(model: &mut Model, id: &str, shown_as: ShownAs) -> Vec<Effect> {
    told(model, DocumentsMsg::AskedToShow { issuer: issuer(), id: id.to_owned(), shown_as })
}

#[test]
fn a_document_is_on_the_screen_once_it_is_in_the_ledger() {
    let mut model = with_document();
    let effects = ask(&mut model, DOCUMENT, ShownAs::Code);
    let written = match &effects[..] {
        [Effect::Documents(DocumentsEffect::WriteShowing(written))] => written.clone(),
        other => panic!("{other:?}"),
    };
    assert_eq!((&written, &*model.shown), (&showing(ShownAs::Code, 0), &None));
    told(&mut model, DocumentsMsg::ShowingsWritten(Some(written.clone()), vec![written.clone()]));
    assert_eq!((&*model.shown, &*model.showings), (&Some(written.clone()), &vec![written.clone()]));
    // Another way to show it is another line.
    ask(&mut model, DOCUMENT, ShownAs::Page);
    assert_eq!(*model.shown, None);
    told(&mut model, DocumentsMsg::ShowingsWritten(None, vec![written]));
    assert_eq!(*model.shown, None, "what was written elsewhere is on no screen");
    assert!(ask(&mut model, "nobodys", ShownAs::Code).is_empty());
}

#[test]
fn what_was_shown_is_put_away() {
    let mut model = with_document();
    told(&mut model, DocumentsMsg::ShowingsWritten(Some(showing(ShownAs::Code, 0)), Vec::new()));
    told(&mut model, DocumentsMsg::PutAway);
    assert_eq!(*model.shown, None);
}

fn asks_departments(effects: &[Effect]) -> bool {
    let asks = |effect: &Effect| {
        matches!(effect, Effect::Documents(DocumentsEffect::CheckDocuments { may_ask: true }))
    };
    effects.iter().any(asks)
}

#[test]
fn departments_are_asked_when_what_is_known_is_old_and_ever_less() {
    let mut model = with_document();
    assert!(asks_departments(&told(&mut model, CatalogueMsg::Reached(true))));
    assert!(!asks_departments(&told(&mut model, CatalogueMsg::Reached(false))));
    let check = Check { standing: Standing::Valid, as_of: Some(at(0)), current_until: Some(at(600)) };
    let checks = [((issuer(), DOCUMENT.to_owned()), check)].into_iter().collect();
    told(&mut model, DocumentsMsg::DocumentsChecked(checks));
    assert!(!asks_departments(&told_at(&mut model, 599, DocumentsMsg::LookedAtDocuments)));
    assert!(asks_departments(&told_at(&mut model, 600, DocumentsMsg::LookedAtDocuments)));
    model.is_online = true;
    assert!(!asks_departments(&told_at(&mut model, 599, crate::Msg::Ticked)));
    let n_asked =
        (0..1000).filter(|_| asks_departments(&told_at(&mut model, 700, crate::Msg::Ticked))).count();
    assert!((5..20).contains(&n_asked), "asked {n_asked} times in a thousand ticks");
    model.is_online = false;
    let asks = (0..1000).any(|_| asks_departments(&told_at(&mut model, 700, crate::Msg::Ticked)));
    assert!(!asks, "nobody is asked without a network");
}

#[test]
fn a_document_of_somebody_else_is_forgotten_with_the_screen() {
    let mut model = ready();
    told(&mut model, DocumentsMsg::AskedToVerify("a.b.c".to_owned()));
    assert_eq!(*model.verification, Verification::UnderWay);
    told(&mut model, DocumentsMsg::LeftVerifier);
    told(&mut model, DocumentsMsg::Verified(Ok((Box::new(document()), Check::UNASKED))));
    told(&mut model, DocumentsMsg::FileRead(Ok("a.b.c".to_owned())));
    assert_eq!(*model.verification, Verification::Idle, "what comes later is shown to nobody");
}

#[test]
fn parts_are_put_together_before_anything_is_checked() {
    let jws: String = ('a'..='z').cycle().take(2000).collect();
    let parts = fingertip_documents::parts::split(&jws);
    let mut model = ready();
    let (last, before) = parts.split_last().expect("parts");
    for (scanned, part) in (1..).zip(before) {
        assert!(told(&mut model, DocumentsMsg::AskedToVerify(part.clone())).is_empty());
        let Verification::Parts(parts) = &*model.verification else { panic!("{:?}", model.verification) };
        assert_eq!(parts.progress().0, scanned);
    }
    told(&mut model, DocumentsMsg::ChoseFile(Vec::new()));
    let effects = told(&mut model, DocumentsMsg::FileRead(Ok(last.clone())));
    assert!(
        matches!(&effects[..], [Effect::Documents(DocumentsEffect::VerifyDocument(whole))] if *whole == jws),
        "{effects:?}"
    );
    for nonsense in ["", "fingertip-part:9/2:00:a", &"x\n".repeat(100_000)] {
        told(&mut model, DocumentsMsg::AskedToVerify(nonsense.to_owned()));
        assert!(
            matches!(&*model.verification, Verification::Failed(fault) if fault.message_id == "fault-no-document")
        );
    }
}

/// What the device found out of its document.
fn check(model: &Model) -> Check {
    model.checks.of(&document())
}

#[tokio::test]
async fn a_document_that_is_withdrawn_is_withdrawn_here_and_without_a_network_it_says_since_when() {
    let office = Office::open().await;
    let device = Device::with(&office.issue(true));
    let clock = Arc::new(AtomicI64::new(0));
    let core = device.start(&office.url, &clock);
    let model = device.until(&core, |model| check(model).standing == Standing::Valid).await;
    assert!(check(&model).is_current(at(0)));

    office.say(Status::Suspended, 300);
    clock.store(601, Ordering::Relaxed);
    core.send(DocumentsMsg::LookedAtDocuments);
    device.until(&core, |model| check(model).standing == Standing::Suspended).await;
    office.say(Status::Invalid, 1000);
    clock.store(1300, Ordering::Relaxed);
    core.send(DocumentsMsg::LookedAtDocuments);
    let model = device.until(&core, |model| check(model).standing == Standing::Withdrawn).await;
    assert_eq!(check(&model).as_of, Some(at(0)), "the keys are older than the list");

    // Somebody gives the old list, on which the document still held.
    office.say(Status::Valid, 500);
    clock.store(2000, Ordering::Relaxed);
    core.send(DocumentsMsg::AskedToVerify(office.issue(true)));
    let model = device.until(&core, |model| matches!(*model.verification, Verification::Genuine(..))).await;
    let Verification::Genuine(_, found) = &*model.verification else { panic!("not genuine") };
    assert_eq!(found.standing, Standing::Withdrawn, "an older list takes no newer one's place");
    assert!(!found.is_current(at(2000)));

    drop(core);
    office.close();
    let core = device.start(&office.url, &clock);
    let model = device.until(&core, |model| check(model).standing == Standing::Withdrawn).await;
    assert!(!check(&model).is_current(at(2000)) && check(&model).as_of.is_some(), "as of then, and no later");
    let asked = office.asked();
    assert!(asked.iter().any(|line| line.starts_with("/status/1")), "{asked:?}");
    for line in asked {
        assert!(
            !line.contains(DOCUMENT) && !line.contains(&PLACE.to_string()),
            "it says whose place: {line}"
        );
        assert!(line.ends_with("no token"), "{line}");
    }
}

#[tokio::test]
async fn a_key_that_its_department_withdrew_verifies_nothing_once_keys_are_fresh() {
    let office = Office::open().await;
    let jws = office.issue(false);
    let device = Device::with(&jws);
    let clock = Arc::new(AtomicI64::new(0));
    let core = device.start(&office.url, &clock);
    device.until(&core, |model| check(model).standing == Standing::Valid).await;
    office.close();
    clock.store(KEYS_AGE.as_secs() + 1, Ordering::Relaxed);
    core.send(DocumentsMsg::AskedToVerify(jws.clone()));
    let model = device.until(&core, |model| matches!(*model.verification, Verification::Genuine(..))).await;
    let Verification::Genuine(_, found) = &*model.verification else { panic!("not genuine") };
    assert_eq!((found.as_of, found.is_current(at(KEYS_AGE.as_secs() + 1))), (Some(at(0)), false));

    office.change_keys();
    core.send(DocumentsMsg::AskedToVerify(jws));
    let model = device.until(&core, |model| matches!(*model.verification, Verification::Failed(_))).await;
    assert!(
        matches!(&*model.verification, Verification::Failed(fault) if fault.message_id == "fault-document-signature")
    );
    core.send(DocumentsMsg::LookedAtDocuments);
    device.until(&core, |model| check(model).standing == Standing::KeyGone).await;
}

#[tokio::test]
async fn what_cannot_be_written_down_is_not_shown_nor_taken_along() {
    let office = Office::open().await;
    let device = Device::with(&office.issue(false));
    let core = device.start(&office.url, &Arc::new(AtomicI64::new(0)));
    device.until(&core, |model| model.is_restored).await;
    let ask = |shown_as| DocumentsMsg::AskedToShow { issuer: issuer(), id: DOCUMENT.to_owned(), shown_as };
    core.simulate_full_disk(true).expect("full");
    let is_full = |model: &Model| {
        let says = |told: &Told| matches!(told, Told::Fault(fault) if fault.message_id == "fault-disk-full");
        model.told.iter().any(says)
    };
    // The last page has room for a few lines yet.
    let mut n_written = 0;
    let model = loop {
        core.send(ask(ShownAs::Code));
        let written = n_written + 1;
        let model = device.until(&core, |model| model.showings.len() == written || is_full(model)).await;
        if is_full(&model) {
            break model;
        }
        n_written = written;
    };
    assert_eq!((&*model.shown, model.showings.len()), (&None, n_written), "no line, no code");
    core.simulate_full_disk(false).expect("room again");
    core.send(ask(ShownAs::Code));
    let model = device.until(&core, |model| model.shown.is_some()).await;
    assert_eq!(model.showings.len(), n_written + 1);
    core.send(StorageMsg::AskedToExport);
    let exported = |model: &Model| model.told.iter().any(|told| matches!(told, Told::Exported(_)));
    let model = device.until(&core, exported).await;
    assert_eq!(model.showings.first().map(|showing| &showing.shown_as), Some(&ShownAs::Export));
    drop(core);
    let core = device.start(&office.url, &Arc::new(AtomicI64::new(0)));
    let model = device.until(&core, |model| model.is_restored).await;
    assert_eq!(
        (model.showings.len(), &*model.shown),
        (n_written + 2, &None),
        "the ledger is there, and nothing is shown"
    );
}
