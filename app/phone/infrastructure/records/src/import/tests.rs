mod hostile;

use std::collections::BTreeMap;

use fingertip_carry::{Bytes, RecoveryCode, open as open_copy, seal};
use fingertip_contract::{Case, Document, Rating, RatingLevel};
use fingertip_standard::{
    AppId, CaseId, ConsentSubject, Disclosure, LocalText, StandingConsent, events::Input,
};
use jiff::Timestamp;
use serde::de::DeserializeOwned;

use super::*;
use crate::{Draft, KeptDocument, NotAccepted, OutgoingItem, store::at};

fn store() -> (tempfile::TempDir, Records) {
    let folder = tempfile::tempdir().expect("a folder");
    let records = Records::open(folder.path(), &[1; 32]).expect("a store");
    (folder, records)
}

fn owner() -> OwnerMark {
    OwnerMark::of("https://id.example", "a")
}

fn app() -> AppId {
    AppId::new("cn.gov.hrss.card").expect("an id")
}

/// The first example of a kind, as it is kept.
fn example<T: DeserializeOwned>(text: &str) -> T {
    let all: Vec<Value> = serde_json::from_str(text).expect("examples");
    serde_json::from_value(all.into_iter().next().expect("one")).expect("of its kind")
}

fn case() -> Case {
    example(include_str!("../../kept/0.1.0/case.json"))
}

fn document() -> Document {
    example(include_str!("../../kept/0.1.0/document.json"))
}

fn line() -> Disclosure {
    example(include_str!("../../kept/0.1.0/disclosure.json"))
}

fn consent(given: i64) -> StandingConsent {
    StandingConsent {
        app: app(),
        subject: ConsentSubject::Claim("name".parse().expect("a claim")),
        purpose: LocalText::single("en", "x"),
        retention: None,
        test: None,
        given_at: at(given),
    }
}

fn draft(route: &str, text: &str, updated: i64) -> Draft {
    Draft {
        app: app(),
        version: 3,
        route: route.into(),
        saved: Some(vec![0, 255]),
        inputs: BTreeMap::from([("name".into(), Input::Text(text.into()))]),
        updated_at: at(updated),
    }
}

fn handed_in() -> OutgoingItem {
    example(include_str!("../../kept/0.1.0/outgoing-item.json"))
}

fn rating() -> OutgoingItem {
    OutgoingItem::Rating {
        case: CaseId::new("HR-20261124-7KQ2").expect("an id"),
        rating: Rating { level: RatingLevel::Satisfied, text: "x".into() }.into(),
    }
}

/// A store with something of everything.
fn full() -> (tempfile::TempDir, Records) {
    let (folder, records) = store();
    records.keep_cases(&[case()], at(10)).expect("kept");
    let kept = KeptDocument { document: document(), jws: "a.b.c".into(), as_of: at(10) };
    records.keep_document(&kept).expect("kept");
    records.give_consent(&consent(10)).expect("kept");
    records.record_disclosure(&line()).expect("kept");
    records.record_disclosure(&line()).expect("the same once more");
    records.keep_draft(&draft("/", "handed in", 5)).expect("kept");
    records.enqueue("k", &handed_in(), Some((&app(), "/")), at(6)).expect("kept");
    records.enqueue("r", &rating(), None, at(7)).expect("kept");
    let why = NotAccepted { code: "x".into(), words: None, at: at(8) };
    records.refuse("r", &why).expect("refused");
    records.keep_draft(&draft("/more", "being filled in", 9)).expect("kept");
    records.set_setting("language", &"ug".to_owned()).expect("kept");
    records.store_for_app(&app(), "receipt", &[1, 0, 255]).expect("kept");
    let aside = "INSERT INTO put_aside (kind, name, content) VALUES ('case', 'old', x'00ff'), ('case', 'new', 'text')";
    records.records().execute_batch(aside).expect("put aside");
    (folder, records)
}

/// What is here wins, what is missing comes.
fn fill(_name: &str, own: Option<&Value>, came: &Value) -> Option<Value> {
    own.is_none().then(|| came.clone())
}

fn copy(records: &Records) -> Carried {
    let carried = records.carried(owner(), at(100)).expect("carried");
    let code = RecoveryCode::generate();
    open_copy(&seal(&carried, &code).expect("sealed"), &code).expect("opened")
}

/// A copy without what differs by itself: when it was written.
fn content(records: &Records) -> Carried {
    records.carried(owner(), Timestamp::UNIX_EPOCH).expect("carried")
}

#[test]
fn a_new_device_has_everything_that_the_old_one_had() {
    let (_old_folder, old) = full();
    let (_new_folder, new) = store();
    let came = new.import(&copy(&old), &owner(), &fill).expect("brought back");
    let all = Came { cases: 1, documents: 1, consents: 1, disclosures: 2, outgoing: 2, drafts: 1 };
    assert_eq!(came, all);
    assert_eq!(content(&new), content(&old));
    // And it is not only carried on, but used.
    assert_eq!(new.draft(&app(), "/more").expect("read"), Some(draft("/more", "being filled in", 9)));
    assert_eq!(new.fetch_for_app(&app(), "receipt").expect("read"), Some(vec![1, 0, 255]));
    let next = new.next_to_send(at(100_000)).expect("read").expect("it waits");
    assert_eq!((next.key.as_str(), next.item), ("k", handed_in()));
    new.take_back("k").expect("taken back");
    assert_eq!(new.draft(&app(), "/").expect("read"), Some(draft("/", "handed in", 5)));
}

#[test]
fn what_was_brought_back_once_is_not_there_twice() {
    let (_old_folder, old) = full();
    let carried = copy(&old);
    let (_new_folder, new) = store();
    new.import(&carried, &owner(), &fill).expect("brought back");
    let once = content(&new);
    assert!(new.import(&carried, &owner(), &fill).expect("brought back again").is_nothing());
    assert_eq!(content(&new), once);
    assert!(old.import(&carried, &owner(), &fill).expect("on its own device").is_nothing());
    assert_eq!(content(&old), once);
}

#[test]
fn nothing_newer_is_overwritten_and_what_is_newer_in_the_copy_comes() {
    let (_old_folder, old) = full();
    let (_new_folder, new) = store();
    new.keep_cases(&[case()], at(11)).expect("kept");
    new.give_consent(&consent(11)).expect("kept");
    new.keep_draft(&draft("/more", "newer", 10)).expect("kept");
    let kept = KeptDocument { document: document(), jws: "older".into(), as_of: at(9) };
    new.keep_document(&kept).expect("kept");
    new.set_setting("language", &"en".to_owned()).expect("kept");
    new.store_for_app(&app(), "receipt", b"own").expect("kept");
    new.record_disclosure(&line()).expect("kept");
    let came = new.import(&copy(&old), &owner(), &fill).expect("brought back");
    assert_eq!(came, Came { cases: 0, documents: 1, consents: 0, disclosures: 1, outgoing: 2, drafts: 0 });
    assert_eq!(new.cases().expect("read").rows[0].as_of, at(11));
    assert_eq!(new.consents().expect("read").rows, [consent(11)]);
    assert_eq!(new.draft(&app(), "/more").expect("read"), Some(draft("/more", "newer", 10)));
    assert_eq!(new.documents().expect("read").rows[0].jws, "a.b.c");
    assert_eq!(new.setting::<String>("language").expect("read").rows, ["en"]);
    assert_eq!(new.fetch_for_app(&app(), "receipt").expect("read"), Some(b"own".to_vec()));
    assert_eq!(new.disclosures().expect("read").rows.len(), 2);
}

#[test]
fn what_was_taken_away_since_stays_away() {
    let (_folder, records) = full();
    let carried = copy(&records);
    records.revoke_consent(&app(), &consent(10).subject).expect("withdrawn");
    records.settle("k").expect("sent");
    records.take_back("r").expect("put away");
    records.discard_draft(&app(), "/more").expect("discarded");
    let before = content(&records);
    assert!(records.import(&carried, &owner(), &fill).expect("brought back").is_nothing());
    assert_eq!(content(&records), before);
    assert!(records.next_to_send(at(100_000)).expect("read").is_none(), "what was sent is not sent again");
    // What the person gave or wrote later under the same name is another thing.
    records.give_consent(&consent(20)).expect("given anew");
    records.keep_draft(&draft("/more", "anew", 20)).expect("begun anew");
    let (_new_folder, new) = store();
    new.import(&carried, &owner(), &fill).expect("the older copy");
    let came = new.import(&copy(&records), &owner(), &fill).expect("the newer copy");
    assert_eq!((came.consents, came.drafts), (1, 1));
}

#[test]
fn a_form_is_handed_in_or_filled_in_and_never_both() {
    let (_old_folder, old) = full();
    // The same form, as it was before it was handed in.
    let (_new_folder, new) = store();
    new.keep_draft(&draft("/", "older", 4)).expect("kept");
    new.import(&copy(&old), &owner(), &fill).expect("brought back");
    assert_eq!(new.draft(&app(), "/").expect("read"), None);
    // And the other way round: the copy is from before.
    let (_third_folder, third) = store();
    third.keep_draft(&draft("/", "older", 4)).expect("kept");
    let before = copy(&third);
    assert!(new.import(&before, &owner(), &fill).expect("brought back").is_nothing());
    assert_eq!(new.draft(&app(), "/").expect("read"), None);
    // After it was sent too.
    new.settle("k").expect("sent");
    assert!(new.import(&before, &owner(), &fill).expect("brought back").is_nothing());
}

#[test]
fn another_persons_copy_changes_nothing() {
    let (_old_folder, old) = full();
    let (_new_folder, new) = store();
    let other = OwnerMark::of("https://id.example", "b");
    let outcome = new.import(&copy(&old), &other, &fill);
    assert!(matches!(outcome, Err(RecordsError::Copy(CarryError::AnotherPersons))));
    assert_eq!(content(&new), Carried::empty(owner(), Timestamp::UNIX_EPOCH));
    // Neither may take letters from the other.
    assert_ne!(OwnerMark::of("https://a", "bc"), OwnerMark::of("https://ab", "c"));
}

#[test]
fn a_disk_that_fills_up_on_the_way_leaves_everything_as_it_was() {
    let (_old_folder, old) = full();
    let mut carried = copy(&old);
    carried.unread.push(UnreadRow { kind: "x".into(), name: "x".into(), content: Bytes(vec![7; 1 << 20]) });
    let (_new_folder, new) = store();
    new.keep_draft(&draft("/more", "own", 1)).expect("kept");
    let before = content(&new);
    new.simulate_full_disk(true).expect("set");
    assert!(matches!(new.import(&carried, &owner(), &fill), Err(RecordsError::DiskFull)));
    assert_eq!(content(&new), before);
    new.simulate_full_disk(false).expect("set");
    assert!(!new.import(&carried, &owner(), &fill).expect("room again").is_nothing());
}

#[test]
fn no_key_token_or_pin_is_in_a_copy() {
    let (_folder, records) = full();
    let text = serde_json::to_string(&copy(&records)).expect("written");
    let members: std::collections::BTreeSet<&str> =
        serde_json::from_str::<BTreeMap<&str, Value>>(&text).expect("an object").into_keys().collect();
    // Whoever adds one thinks of what is in it.
    let known = [
        "cases",
        "consents",
        "disclosures",
        "documents",
        "drafts",
        "format",
        "gone",
        "outgoing",
        "owner",
        "payments",
        "settings",
        "showings",
        "stored",
        "unread",
        "version",
        "written_at",
    ];
    assert!(members.into_iter().eq(known));
    assert!(!text.contains(&hex::encode([1_u8; 32])) && !text.contains("https://id.example"));
}
