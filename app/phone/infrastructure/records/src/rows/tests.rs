use std::collections::BTreeMap;

use fingertip_contract::{Case, Document, Helpers};
use fingertip_standard::{
    AppId, CaseId, ConsentSubject, DepartmentId, Disclosure, StandingConsent, events::Input,
};
use serde_json::{Value, json};

use super::*;
use crate::{Draft, KeptDocument, OutgoingItem, Paid, Records, Showing, store::at, testing::open};

const DAMAGED: &str = "{\"state\": \"of a version to come\"";

/// The first example of a kind, as the oldest version kept it.
fn example<T: DeserializeOwned>(kind: &str) -> T {
    let path = format!("{}/kept/0.1.0/{kind}.json", env!("CARGO_MANIFEST_DIR"));
    let examples: Vec<Value> = serde_json::from_slice(&std::fs::read(path).expect("read")).expect("examples");
    serde_json::from_value(examples[0].clone()).expect("an example")
}

fn case(id: &str) -> Case {
    Case { id: CaseId::new(id).expect("an id"), ..example("case") }
}

fn document(id: &str) -> KeptDocument {
    let document = Document { id: id.to_owned(), ..example("document") };
    KeptDocument { document, jws: format!("jws-{id}"), as_of: at(1) }
}

fn consent(claim: &str) -> StandingConsent {
    StandingConsent { subject: ConsentSubject::Claim(claim.parse().expect("a claim")), ..example("consent") }
}

fn draft(route: &str) -> Draft {
    let inputs = BTreeMap::from([("name".to_owned(), Input::Text("张伟".to_owned()))]);
    let app = AppId::new("cn.gov.hrss.card").expect("an id");
    Draft { app, version: 1, route: route.to_owned(), saved: None, inputs, updated_at: at(1) }
}

fn paid(id: &str) -> Paid {
    Paid {
        at: at(1),
        id: id.to_owned(),
        department: DepartmentId::new("transport").expect("an id"),
        app: AppId::new("cn.example.transport.bus-card").expect("an id"),
        payee: "transport".into(),
        bill_reference: "bill-1".into(),
        currency: "CNY".into(),
        minor: 2000,
        receipt: "a.b.c".into(),
    }
}

/// Two of everything.
fn fill(records: &Records) {
    records.keep_cases(&[case("HR-20261124-7KQ1"), case("HR-20261124-7KQ2")], at(1)).expect("kept");
    for id in ["a", "b"] {
        records.keep_document(&document(id)).expect("kept");
        records.keep_draft(&draft(&format!("/{id}"))).expect("kept");
        records.enqueue(id, &example::<OutgoingItem>("outgoing-item"), None, at(1)).expect("kept");
        records.record_disclosure(&example::<Disclosure>("disclosure")).expect("kept");
        records.record_showings(&[example::<Showing>("showing")]).expect("kept");
        records.keep_payment(&paid(id)).expect("kept");
        records.set_setting(id, &json!({ "kept": id })).expect("kept");
    }
    records.give_consent(&consent("name")).expect("kept");
    records.give_consent(&consent("phone")).expect("kept");
}

fn damage(records: &Records, sql: &str) {
    let n_rows = records.records().execute(sql, [DAMAGED]).expect("damaged");
    assert_eq!(n_rows, 1, "{sql}");
}

/// The first of each two is damaged.
fn damage_each(records: &Records) {
    for sql in [
        "UPDATE person_case SET content = ?1 WHERE id = 'HR-20261124-7KQ1'",
        "UPDATE document SET content = ?1 WHERE id = 'a'",
        "UPDATE draft SET inputs = ?1 WHERE route = '/a'",
        "UPDATE outbox SET content = ?1 WHERE key = 'a'",
        "UPDATE disclosure SET content = ?1 WHERE number = 1",
        "UPDATE showing SET content = ?1 WHERE number = 1",
        "UPDATE payment SET content = ?1 WHERE number = 1",
        "UPDATE setting SET value = ?1 WHERE name = 'a'",
        "UPDATE consent SET content = ?1 WHERE subject LIKE '%name%'",
    ] {
        damage(records, sql);
    }
}

#[test]
fn a_row_that_cannot_be_read_costs_no_other() {
    fn check<T>(what: &str, rows: Result<Rows<T>, RecordsError>) {
        let rows = rows.expect("the store is whole");
        assert_eq!((rows.rows.len(), rows.unread.len()), (1, 1), "{what}");
        assert_eq!(rows.unread[0].text, DAMAGED, "{what}");
    }
    let (folder, records) = open();
    fill(&records);
    damage_each(&records);
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    check("cases", records.cases());
    check("documents", records.documents());
    check("forms", records.forms());
    check("outbox", records.outbox());
    check("disclosures", records.disclosures());
    check("showings", records.showings());
    check("payments", records.payments());
    check("consents", records.consents());
    check("settings", records.settings());
    let mut n_unread = 0;
    assert_eq!(records.setting::<Value>("a").expect("read").take_one(&mut n_unread), None);
    assert_eq!(
        records.setting::<Value>("b").expect("read").take_one(&mut n_unread),
        Some(json!({ "kept": "b" }))
    );
    assert_eq!(records.setting::<Value>("never set").expect("read").take_one(&mut n_unread), None);
    assert_eq!(n_unread, 1);
    assert_eq!(records.drafted_apps().expect("read").len(), 1);
}

#[test]
fn what_is_no_text_and_no_time_is_a_row_like_any_other_that_cannot_be_read() {
    let (_folder, records) = open();
    records.keep_cases(&[case("HR-20261124-7KQ1"), case("HR-20261124-7KQ2")], at(1)).expect("kept");
    let sql = "UPDATE person_case SET content = CAST(x'7bff7d' AS TEXT) WHERE id = 'HR-20261124-7KQ1'";
    records.records().execute(sql, []).expect("damaged");
    let rows = records.cases().expect("read");
    assert_eq!((rows.rows.len(), rows.unread[0].text.as_str()), (1, "{\u{fffd}}"));
    records.keep_draft(&draft("/a")).expect("kept");
    records.records().execute("UPDATE draft SET app = 'Not An Id'", []).expect("damaged");
    assert_eq!(records.forms().expect("read").unread.len(), 1);
    records.enqueue("k", &example::<OutgoingItem>("outgoing-item"), None, at(1)).expect("kept");
    records.records().execute("UPDATE outbox SET attempts = -1", []).expect("damaged");
    assert_eq!(records.outbox().expect("read").unread.len(), 1);
}

#[test]
fn what_comes_anew_takes_its_place_and_what_was_unread_there_is_put_aside() {
    let (_folder, records) = open();
    fill(&records);
    damage_each(&records);
    fn check<T>(rows: Result<Rows<T>, RecordsError>, n_rows: usize) {
        let rows = rows.expect("read");
        assert_eq!((rows.rows.len(), rows.unread.len()), (n_rows, 0));
    }
    records
        .keep_cases(&[case("HR-20261124-7KQ1"), case("HR-20261124-7KQ2"), case("HR-20261124-7KQ3")], at(2))
        .expect("kept");
    check(records.cases(), 3);
    records.keep_document(&document("a")).expect("kept");
    check(records.documents(), 2);
    records.keep_draft(&draft("/a")).expect("kept");
    check(records.forms(), 2);
    records.settle("a").expect("settled");
    check(records.outbox(), 1);
    records.set_setting("a", &json!(1)).expect("kept");
    check(records.settings(), 2);
    records.revoke_consent(&consent("name").app, &consent("name").subject).expect("revoked");
    check(records.consents(), 1);
    // The ledger's line stays in its place: nothing is ever written over it.
    let everything = records.everything(at(3)).expect("read");
    let mut kinds: Vec<_> = everything.unread.iter().map(|unread| unread.kind.as_str()).collect();
    kinds.sort_unstable();
    assert_eq!(
        kinds,
        [
            "case",
            "consent",
            "disclosure",
            "document",
            "draft",
            "outgoing item",
            "payment",
            "setting",
            "showing"
        ]
    );
    assert!(everything.unread.iter().all(|unread| unread.text == DAMAGED));
    // What can be read is replaced and leaves nothing behind.
    records.keep_cases(&[case("HR-20261124-7KQ1")], at(4)).expect("kept");
    assert_eq!(records.everything(at(5)).expect("read").unread.len(), everything.unread.len());
}

#[test]
fn a_choice_of_another_shape_is_kept_until_the_person_chooses_and_then_put_aside() {
    let (_folder, records) = open();
    let older = json!({ "tongue": "ug" });
    records.set_setting("preferences", &older).expect("kept");
    let read = records.setting::<BTreeMap<String, u8>>("preferences").expect("read");
    assert!(read.rows.is_empty());
    assert_eq!(
        records.setting::<Value>("preferences").expect("read").rows,
        std::slice::from_ref(&older),
        "reading changes nothing"
    );
    records.set_setting("preferences", &BTreeMap::from([("size".to_owned(), 3_u8)])).expect("kept");
    let everything = records.everything(at(1)).expect("read");
    assert_eq!(everything.settings["preferences"], json!({ "size": 3 }));
    assert_eq!(
        (everything.unread[0].name.as_str(), &everything.unread[0].text),
        ("preferences", &older.to_string())
    );
}

#[test]
fn one_part_of_a_list_that_cannot_be_read_costs_no_other() {
    let (_folder, records) = open();
    records.set_setting("widgets", &json!([1, "two", 3])).expect("kept");
    let list = records.setting_list::<u8>("widgets").expect("read");
    assert_eq!((&list.rows[..], list.unread[0].text.as_str()), (&[1, 3][..], "\"two\""));
    assert_eq!(records.setting_list::<u8>("never set").expect("read"), Rows::default());
    records.set_setting("widgets", &list.rows).expect("kept");
    assert_eq!(records.everything(at(1)).expect("read").unread[0].text, "[1,\"two\",3]");
}

#[test]
fn a_person_takes_along_what_cannot_be_read_and_forgets_it_with_all_else() {
    let (folder, records) = open();
    fill(&records);
    damage_each(&records);
    let everything = records.everything(at(1)).expect("read");
    assert_eq!(everything.unread.len(), 9);
    assert_eq!(everything.documents, ["jws-b", "jws-a"], "a signed document is taken along as it was signed");
    records.set_setting("a", &json!(1)).expect("kept");
    records.forget_everything().expect("forgotten");
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    let everything = records.everything(at(2)).expect("read");
    assert!(everything.unread.is_empty() && everything.cases.is_empty() && everything.settings.is_empty());
}

#[test]
fn those_who_help_are_read_like_everything_else() {
    let (_folder, records) = open();
    let (helpers, _): (Helpers, jiff::Timestamp) = example("helpers");
    records.keep_helpers(&helpers, at(1)).expect("kept");
    assert_eq!(records.helpers().expect("read").rows[0].value, helpers);
    damage(&records, "UPDATE setting SET value = ?1 WHERE name = 'helpers'");
    let rows = records.helpers().expect("read");
    assert_eq!((rows.rows.len(), rows.unread.len()), (0, 1));
}

#[test]
fn a_ledger_is_read_in_parts_the_newest_first() {
    let (_folder, records) = open();
    let line = example::<Disclosure>("disclosure");
    for seconds in 0..5 {
        let at = jiff::Timestamp::from_second(seconds).expect("a time");
        records.record_disclosure(&Disclosure { at, ..line.clone() }).expect("kept");
    }
    let seconds = |most| {
        let (lines, has_more) = records.latest_disclosures(most).expect("read");
        (lines.rows.iter().map(|line| line.at.as_second()).collect::<Vec<_>>(), has_more)
    };
    assert_eq!(seconds(2), (vec![4, 3], true));
    assert_eq!(seconds(5), (vec![4, 3, 2, 1, 0], false));
    assert_eq!(seconds(9), (vec![4, 3, 2, 1, 0], false));
}

#[test]
fn a_store_of_the_first_version_is_taken_over_with_all_it_holds() {
    let (folder, records) = open();
    fill(&records);
    let first = "DROP TABLE put_aside; DROP TABLE handed_in; DROP TABLE gone; DROP TABLE showing; DROP TABLE payment; ALTER TABLE outbox DROP COLUMN not_before_ms;
                 ALTER TABLE outbox DROP COLUMN refusal; PRAGMA user_version = 1";
    records.records().execute_batch(first).expect("as it was");
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    assert_eq!(records.cases().expect("read").rows.len(), 2);
    assert_eq!(records.everything(at(1)).expect("read").unread, []);
    assert_eq!(records.outbox().expect("read").rows[0].item, example::<OutgoingItem>("outgoing-item"));
    assert_eq!(records.disclosures().expect("read").rows[0], example::<Disclosure>("disclosure"));
}

#[test]
fn a_payment_is_kept_once_however_often_its_receipt_comes() {
    let (_folder, records) = open();
    for id in ["a", "b", "a"] {
        records.keep_payment(&paid(id)).expect("kept");
    }
    let kept = records.payments().expect("read").rows;
    assert_eq!(kept.iter().map(|paid| paid.id.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    assert_eq!(records.everything(at(2)).expect("read").payments, kept);
}
