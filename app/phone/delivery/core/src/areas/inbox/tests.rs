//! What waits for the person, and what they were told.

use fingertip_contract::{Case, CaseState, Document};
use fingertip_host::RequestNumber;
use fingertip_records::{AsOf, KeptDocument};
use fingertip_standard::{CaseId, events::Input, requests::Answer};

use crate::{
    CasesMsg, CatalogueMsg, Effect, InboxMsg, MessageKind, MessageSubject, MiniAppEffect, MiniAppMsg,
    MiniAppState, Model, NextStep, NoticesMsg, PersonEffect, PersonMsg, PlatformError, ShownFault,
    StorageEffect, StorageMsg, Told,
    handover::begin_anew,
    next::Leaves,
    testing::{BUS, at, catalogue_came, open, ready, running, sign_in, told, told_at},
};

fn case(id: &str, steps: &[(&str, i64)]) -> AsOf<Case> {
    let steps: Vec<_> = steps
        .iter()
        .map(|(state, seconds)| serde_json::json!({ "state": state, "at": at(*seconds) }))
        .collect();
    let value = serde_json::from_value(serde_json::json!({
        "id": id, "service": "bus-card", "department": "transport", "region": "100000", "app": BUS,
        "state": steps.last().expect("a step")["state"], "submitted_at": at(0), "steps": steps,
    }));
    AsOf { value: value.expect("a case"), as_of: at(0) }
}

fn document(id: &str, issued: i64, valid_until: Option<&str>) -> KeptDocument {
    let document: Document = serde_json::from_value(serde_json::json!({
        "jti": id, "iss": "transport", "sub": "p", "kind": "bus-card", "title": { "en": "Bus card" }, "holder": "", "number": "1",
        "iat": at(issued).as_second(), "valid_until": valid_until,
    }))
    .expect("a document");
    KeptDocument { document, jws: id.into(), as_of: at(0) }
}

/// 2026-11-24, the day of [`at`].
fn next(model: &Model) -> Option<NextStep> {
    model.next_step(at(0))
}

#[test]
fn what_waits_most_comes_first() {
    let mut model = ready();
    assert_eq!(next(&model), None);
    *model.cases = vec![case("CASE-1", &[("received", 0), ("refused", 1)])];
    assert_eq!(next(&model), Some(NextStep::Rate(CaseId::new("CASE-1").expect("an id"))));
    *model.documents = vec![document("d", 0, Some("2026-12-24"))];
    assert!(matches!(next(&model), Some(NextStep::Renew { is_over: false, .. })));
    told(&mut model, MiniAppMsg::DraftsCounted(vec![running().app]));
    assert!(matches!(next(&model), Some(NextStep::GoOn(service)) if service.as_str() == "bus-card"));
    model.cases.push(case("CASE-2", &[("received", 0), ("correction-asked", 1)]));
    assert_eq!(next(&model), Some(NextStep::Correct(CaseId::new("CASE-2").expect("an id"))));
}

#[test]
fn a_form_that_was_put_away_or_paid_is_spoken_of_when_its_person_goes_on_with_it() {
    let mut model = ready();
    let (instance, _) = open(&mut model);
    told(&mut model, MiniAppMsg::DraftsCounted(vec![running().app]));
    let is_spoken_of = |model: &Model| matches!(next(model), Some(NextStep::GoOn(_)));
    let types = |model: &mut Model| {
        told(model, MiniAppMsg::ChangedInput { key: "sum".into(), input: Input::Text("20".into()) });
    };
    assert!(is_spoken_of(&model));
    told(&mut model, InboxMsg::PutAwayForm(running().app));
    assert!(!is_spoken_of(&model));
    types(&mut model);
    assert!(is_spoken_of(&model), "they go on with it");
    let file = vec![("me.jpg".into(), "image/jpeg".into(), vec![1])];
    let others = [
        MiniAppMsg::ChoseFiles { key: "photo".into(), files: file },
        MiniAppMsg::FilledIn { key: "sum".into(), input: Input::Text("20".into()) },
        MiniAppMsg::AddedCopy { group: "child".into() },
    ];
    for goes_on in others {
        told(&mut model, InboxMsg::PutAwayForm(running().app));
        assert!(!is_spoken_of(&model));
        told(&mut model, goes_on);
        assert!(is_spoken_of(&model), "with a file, with what is known, with another copy");
    }
    let paid = Answer::Receipt("a.b.c".into());
    told(&mut model, MiniAppMsg::Answered { instance, request: RequestNumber(1), answer: paid, fault: None });
    assert!(!is_spoken_of(&model), "what was paid is done");
    types(&mut model);
    assert!(is_spoken_of(&model), "the next one");
}

#[test]
fn a_document_that_was_issued_anew_does_not_end() {
    let mut model = ready();
    *model.documents = vec![document("old", 0, Some("2026-11-01"))];
    assert!(matches!(next(&model), Some(NextStep::Renew { is_over: true, .. })));
    model.documents.push(document("new", 10, Some("2036-11-01")));
    assert_eq!(next(&model), None);
    *model.documents = vec![document("far", 0, Some("2027-06-01")), document("endless", 0, None)];
    assert_eq!(next(&model), None);
}

#[test]
fn messages_are_new_until_they_were_looked_at() {
    let mut model = ready();
    *model.cases = vec![case("CASE-1", &[("received", 0), ("accepted", 10), ("review", 30)])];
    *model.documents = vec![document("d", 20, None)];
    let messages = model.messages(at(40));
    let subjects: Vec<_> = messages.iter().map(|message| (message.at, message.is_new)).collect();
    assert_eq!(subjects, [(at(30), true), (at(20), true), (at(10), true)]);
    assert!(matches!(messages[0].subject, MessageSubject::Case { state: CaseState::Review, .. }));
    let effects = told_at(&mut model, 25, InboxMsg::LookedAtMessages);
    assert!(
        matches!(&effects[..], [Effect::Person(PersonEffect::KeepPreferences(kept))] if kept.messages_read_until == Some(at(25)))
    );
    assert_eq!(model.messages(at(40)).iter().filter(|message| message.is_new).count(), 1);
}

#[test]
fn an_alert_that_was_put_away_is_remembered_as_long_as_it_is_published() {
    let mut model = ready();
    let id = |text: &str| fingertip_standard::AlertId::new(text).expect("an id");
    model.preferences.alerts_put_away = vec![id("old")];
    told(&mut model, InboxMsg::PutAwayAlert(id("new")));
    assert_eq!(model.preferences.alerts_put_away, [id("new")]);
}

#[test]
fn a_service_that_is_out_of_order_says_so_until_it_is_over() {
    let mut model = ready();
    let mut catalogue = (**model.catalogue.ready().expect("a catalogue")).clone();
    let outage = serde_json::json!({ "reason": { "en": "An upgrade" }, "until": at(60) });
    catalogue.services[0].outage = serde_json::from_value(outage).expect("an outage");
    let service = catalogue.services[0].id.clone();
    catalogue_came(&mut model, catalogue);
    let effects = told_at(&mut model, 59, MiniAppMsg::OpenedService(service.clone()));
    let state = model.open.as_ref().expect("its frame is shown").state();
    assert!(
        matches!(state, MiniAppState::Failed(fault) if fault.message_id == "fault-service-outage" && fault.owner.is_some())
    );
    assert!(
        !effects.iter().any(|effect| matches!(effect, Effect::MiniApp(MiniAppEffect::OpenMiniApp { .. }))),
        "nothing is fetched: {effects:?}"
    );
    let effects = told_at(&mut model, 60, MiniAppMsg::OpenedService(service));
    assert!(
        effects.iter().any(|effect| matches!(effect, Effect::MiniApp(MiniAppEffect::OpenMiniApp { .. }))),
        "{effects:?}"
    );
}

/// What a tap on the first service comes to at second `at` where these switches hold: nothing said, or the message.
fn opening(switches: &serde_json::Value, at: i64) -> Option<&'static str> {
    let mut model = ready();
    let service = model.catalogue.ready().expect("a catalogue").services[0].id.clone();
    let text = switches.to_string().replace("SERVICE", service.as_str());
    let switches = serde_json::from_str(&text).expect("switches");
    told(&mut model, CatalogueMsg::SwitchesCame(switches));
    told_at(&mut model, at, MiniAppMsg::OpenedService(service));
    match model.open.as_ref().expect("its frame is shown").state() {
        MiniAppState::Failed(fault) => Some(fault.message_id),
        _ => None,
    }
}

#[test]
fn what_whoever_runs_the_platform_has_switched_off_is_not_opened() {
    let works = serde_json::json!({ "reason": { "en": "Works" }, "until": at(60) });
    let service = serde_json::json!({ "services": { "SERVICE": works } });
    assert_eq!(opening(&service, 59), Some("fault-service-outage"));
    assert_eq!(opening(&service, 60), None);
    assert_eq!(opening(&serde_json::json!({ "services": { "another": works } }), 0), None);
    let app = |switch: serde_json::Value| serde_json::json!({ "app": switch });
    assert_eq!(opening(&app(serde_json::json!({ "unavailable": works })), 59), Some("fault-app-unavailable"));
    assert_eq!(opening(&app(serde_json::json!({ "unavailable": works })), 60), None);
    assert_eq!(opening(&app(serde_json::json!({ "needed": "99.0.0" })), 0), Some("fault-update-needed"));
    assert_eq!(opening(&app(serde_json::json!({ "advised": "99.0.0" })), 0), None);
}

#[test]
fn what_was_deleted_is_not_brought_back_by_a_fetch_that_was_under_way() {
    let mut model = ready();
    sign_in(&mut model);
    *model.cases = vec![case("CASE-1", &[("received", 0)])];
    model.preferences.language = "ug".into();
    let effects = told(&mut model, StorageMsg::AskedToDelete);
    assert!(matches!(effects[..], [Effect::Storage(StorageEffect::DeleteEverything { .. })]));
    let meanwhile = vec![case("CASE-2", &[("received", 0)]).value];
    assert!(
        told(&mut model, CasesMsg::CasesCame(meanwhile, at(0))).is_empty(),
        "nothing is written while all is forgotten"
    );
    let mut model = begin_anew(&mut model, Leaves::Forgotten);
    assert!(model.cases.is_empty() && model.signed_in().is_none() && !model.preferences.has_started);
    assert!(
        model.catalogue.ready().is_some() && model.preferences.language == "ug",
        "the nation's own things stay, and the language"
    );
    let late = vec![case("CASE-1", &[("received", 0)]).value];
    assert!(told(&mut model, CasesMsg::CasesCame(late, at(0))).is_empty());
    assert!(model.cases.is_empty());
}

#[test]
fn what_could_not_be_deleted_is_all_still_there_and_goes_on() {
    let mut model = ready();
    sign_in(&mut model);
    *model.cases = vec![case("CASE-1", &[("received", 0)])];
    told(&mut model, StorageMsg::AskedToDelete);
    assert!(model.is_deleting);
    told(&mut model, StorageMsg::NotDeleted(ShownFault::of(&PlatformError::Unreachable)));
    assert!(!model.is_deleting && model.cases.len() == 1 && model.signed_in().is_some());
    assert!(matches!(model.told.last(), Some(Told::Fault(_))), "the person is told");
    let changed = vec![case("CASE-1", &[("received", 0), ("accepted", 10)]).value];
    assert!(!told(&mut model, CasesMsg::CasesCame(changed, at(20))).is_empty(), "what comes is kept again");
}

#[test]
fn a_kind_that_the_person_silenced_is_told_without_calling() {
    let mut model = ready();
    *model.cases = vec![case("TR-20261124-AAAAAA", &[("received", 0), ("accepted", 10)])];
    let effects = told(&mut model, InboxMsg::ChoseMessages(MessageKind::Cases, false));
    assert!(
        matches!(effects[..], [Effect::Person(PersonEffect::KeepPreferences(ref kept))] if kept.quiet.contains(&MessageKind::Cases))
    );
    let messages = model.messages(at(20));
    assert_eq!((messages.len(), messages[0].is_new), (1, false));
    told(&mut model, InboxMsg::ChoseMessages(MessageKind::Cases, true));
    assert!(model.messages(at(20))[0].is_new);
}

#[test]
fn good_news_goes_after_a_whole_screen_and_a_fault_stays_until_it_is_put_away() {
    let mut model = ready();
    let fault = Told::Fault(ShownFault::of(&PlatformError::Unreachable));
    model.tell(Told::CaseKept);
    told(&mut model, PersonMsg::WentTo("/cases".into()));
    assert_eq!(*model.told, [Told::CaseKept], "it came on the way: it has not been seen yet");
    model.tell(fault.clone());
    told(&mut model, PersonMsg::WentTo("/records".into()));
    assert_eq!(*model.told, std::slice::from_ref(&fault));
    told(&mut model, PersonMsg::WentTo("/".into()));
    assert_eq!(*model.told, [fault], "a fault waits for the person");
    told(&mut model, NoticesMsg::PutAway(0));
    model.tell(Told::CaseKept);
    told(&mut model, PersonMsg::WentTo("/cases".into()));
    assert_eq!(*model.told, [Told::CaseKept], "what is put away leaves the count right");
}
