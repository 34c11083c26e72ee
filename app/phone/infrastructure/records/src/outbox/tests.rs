use fingertip_standard::events::Input;

use super::*;
use crate::testing::{app, draft, open};

fn case() -> OutgoingItem {
    let kept: Vec<OutgoingItem> =
        serde_json::from_str(include_str!("../../kept/0.1.0/outgoing-item.json")).expect("examples");
    kept.into_iter().next().expect("a case")
}

fn why() -> NotAccepted {
    NotAccepted { code: "region-not-served".into(), words: Some("Not here".into()), at: at(9) }
}

fn text(records: &Records) -> Option<Input> {
    records.draft(&app(), "/").expect("read").and_then(|draft| draft.inputs.get("name").cloned())
}

#[test]
fn a_form_is_filled_in_or_handed_in_and_never_both() {
    let (folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.enqueue("k", &case(), Some((&app(), "/")), at(1)).expect("kept");
    assert_eq!(text(&records), None);
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    let states = records.outgoing().expect("read");
    let service = ServiceId::new("social-security-card").expect("an id");
    assert_eq!(
        states[0].subject,
        OutgoingSubject::Case { app: app(), service, form: Some("/".into()), acting_for: None }
    );
    assert!(states[0].is_waiting() && text(&records).is_none());
    records.settle("k").expect("settled");
    assert!(records.outgoing().expect("read").is_empty() && text(&records).is_none());
}

#[test]
fn what_is_not_accepted_stays_with_its_reason_and_its_form_comes_back() {
    let (_folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.enqueue("k", &case(), Some((&app(), "/")), at(1)).expect("kept");
    records.refuse("k", &why()).expect("kept");
    assert_eq!(records.outgoing().expect("read")[0].not_accepted, Some(why()));
    assert_eq!(text(&records), Some(Input::Text("张伟".into())));
    assert_eq!(records.next_to_send(at(i64::from(i32::MAX))).expect("read"), None, "it is not sent again");
    records.hurry().expect("hurried");
    assert_eq!(records.next_to_send(at(9)).expect("read"), None);

    // Mended and handed in again: the old one is put away with it.
    records.keep_draft(&draft("张玮")).expect("kept");
    records.enqueue("l", &case(), Some((&app(), "/")), at(2)).expect("kept");
    let states = records.outgoing().expect("read");
    assert_eq!(
        states.iter().map(|state| (&*state.key, state.is_waiting())).collect::<Vec<_>>(),
        [("l", true)]
    );
}

#[test]
fn a_newer_form_is_not_written_over_by_one_that_comes_back() {
    let (_folder, records) = open();
    records.keep_draft(&draft("before")).expect("kept");
    records.enqueue("k", &case(), Some((&app(), "/")), at(1)).expect("kept");
    records.keep_draft(&draft("newer")).expect("kept");
    records.refuse("k", &why()).expect("kept");
    assert_eq!(text(&records), Some(Input::Text("newer".into())));
    records.take_back("k").expect("put away");
    assert_eq!(text(&records), Some(Input::Text("newer".into())));
    assert!(records.outgoing().expect("read").is_empty());
}

#[test]
fn the_person_takes_back_what_was_not_sent() {
    let (_folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.enqueue("k", &case(), Some((&app(), "/")), at(1)).expect("kept");
    records.take_back("k").expect("taken back");
    assert_eq!(text(&records), Some(Input::Text("张伟".into())));
    assert!(records.outgoing().expect("read").is_empty());
    records.take_back("k").expect("nothing is there any more");
}

#[test]
fn what_waits_is_tried_when_it_is_due_the_oldest_first() {
    let (_folder, records) = open();
    records.enqueue("a", &case(), None, at(1)).expect("kept");
    records.enqueue("b", &case(), None, at(2)).expect("kept");
    let due = |now| records.next_to_send(at(now)).expect("read").map(|found| (found.key, found.attempts));
    assert_eq!(due(60_000), None, "whoever keeps it sends it");
    assert_eq!(due(60_002), Some(("a".into(), 0)));
    records.postpone("a", at(70_000)).expect("kept");
    assert_eq!(due(60_002), Some(("b".into(), 0)));
    records.postpone("b", at(90_000)).expect("kept");
    assert_eq!(due(69_999), None);
    assert_eq!(due(70_000), Some(("a".into(), 1)));
    records.hurry().expect("hurried");
    assert_eq!(due(0), Some(("a".into(), 1)));
}

#[test]
fn what_cannot_be_read_stops_nothing_behind_it() {
    let (_folder, records) = open();
    let sql = "INSERT INTO outbox (key, created_ms, content, refusal) VALUES (?1, 0, ?2, ?3)";
    for (key, content, refusal) in
        [("a", "no json", None), ("b", r#"{"letter":{}}"#, None), ("c", "{}", Some("of a newer version"))]
    {
        records.records().execute(sql, params![key, content, refusal]).expect("written");
    }
    records.enqueue("d", &case(), None, at(3)).expect("kept");
    assert_eq!(records.next_to_send(at(60_009)).expect("read").map(|found| found.key), Some("d".into()));
    let states = records.outgoing().expect("read");
    assert_eq!(states.len(), 4);
    assert_eq!(states.iter().filter(|state| state.subject == OutgoingSubject::Unknown).count(), 3);
    assert!(!states[2].is_waiting(), "an unknown reason is a reason");
}

#[test]
fn a_full_disk_leaves_the_form_as_it_was() {
    let (_folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.simulate_full_disk(true).expect("set");
    let OutgoingItem::Case { app: stamp, request, mut case, .. } = case() else { panic!("a case") };
    case.body = "x".repeat(100_000);
    let item = OutgoingItem::Case { app: stamp, request, case, acting_for: None };
    let refused = records.enqueue("k", &item, Some((&app(), "/")), at(1));
    assert!(matches!(refused, Err(RecordsError::DiskFull)));
    assert_eq!(text(&records), Some(Input::Text("张伟".into())));
    assert!(records.outgoing().expect("read").is_empty());
}

#[test]
fn what_is_handed_in_for_another_waits_for_that_person_and_says_so() {
    let (folder, records) = open();
    let OutgoingItem::Case { app: stamp, request, mut case, .. } = case() else { panic!("a case") };
    case.on_behalf = Some("0".repeat(32).parse().expect("an id"));
    let item = OutgoingItem::Case { app: stamp, request, case, acting_for: Some("李秀英".into()) };
    records.enqueue("k", &item, None, at(1)).expect("kept");
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    let OutgoingSubject::Case { acting_for, .. } = &records.outgoing().expect("read")[0].subject else {
        panic!("a case")
    };
    assert_eq!(acting_for.as_deref(), Some("李秀英"));
    let next = records.next_to_send(at(i64::from(i32::MAX))).expect("read").expect("it waits");
    assert_eq!(next.item, item, "under the same link");
}
