use fingertip_contract::{Rating, RatingLevel};
use fingertip_standard::{AppId, CaseId, ConsentSubject, LocalText, StandingConsent, limits};

use super::*;
use crate::{
    Draft, OutgoingItem, ProfileName, Profiles,
    testing::{app, draft, open},
};

fn rating() -> OutgoingItem {
    OutgoingItem::Rating {
        case: CaseId::new("HR-20261124-7KQ2").expect("an id"),
        rating: Rating { level: RatingLevel::Satisfied, text: "x".repeat(20_000) }.into(),
    }
}

#[test]
fn everything_is_there_after_opening_again() {
    let (folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.enqueue("k", &rating(), None, at(1)).expect("kept");
    records.set_setting("language", &"en".to_owned()).expect("kept");
    records.keep_cached("n", &7, at(9)).expect("kept");
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    assert_eq!(records.draft(&app(), "/").expect("read"), Some(draft("张伟")));
    assert_eq!(records.outbox().expect("read").rows[0].key, "k");
    assert_eq!(records.setting::<String>("language").expect("read").rows, ["en"]);
    assert_eq!(
        records.cached::<i32>("n").expect("read").map(|cached| (cached.value, cached.as_of)),
        Some((7, at(9)))
    );
}

#[test]
fn a_person_takes_along_what_was_not_sent_and_not_finished_too() {
    let (_folder, records) = open();
    let empty = records.everything(at(2)).expect("read");
    assert!(empty.waiting.is_empty() && empty.drafts.is_empty() && empty.settings.is_empty());
    records.keep_draft(&draft("张伟")).expect("kept");
    records.enqueue("k", &rating(), None, at(1)).expect("kept");
    records.set_setting("language", &"en".to_owned()).expect("kept");
    let taken = records.everything(at(2)).expect("read");
    assert_eq!((&taken.waiting[..], taken.settings["language"].as_str()), (&[rating()][..], Some("en")));
    assert_eq!((taken.drafts[0].route.as_str(), &taken.drafts[0].inputs), ("/", &draft("张伟").inputs));
    let text = serde_json::to_string(&taken).expect("written");
    assert_eq!(serde_json::from_str::<crate::Everything>(&text).expect("read back"), taken);
}

#[test]
fn what_was_forgotten_is_not_there_again_and_the_store_still_takes_words() {
    let (folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.enqueue("k", &rating(), None, at(1)).expect("kept");
    records.keep_cached("n", &7, at(9)).expect("kept");
    let size =
        |name: &str| std::fs::metadata(folder.path().join(name)).map(|file| file.len()).unwrap_or_default();
    records.forget_everything().expect("forgotten");
    assert_eq!(size("records.db-wal"), 0, "nothing of it waits to be written");
    assert_eq!(records.everything(at(2)).expect("read").cases, []);
    records.set_setting("language", &"ug".to_owned()).expect("kept");
    drop(records);
    let records = Records::open(folder.path(), &[1; 32]).expect("opened again");
    assert_eq!(records.draft(&app(), "/").expect("read"), None);
    assert!(records.outbox().expect("read").rows.is_empty());
    assert_eq!(records.cached::<i32>("n").expect("read").map(|cached| cached.value), None);
    assert_eq!(records.setting::<String>("language").expect("read").rows, ["ug"]);
}

#[test]
fn a_full_disk_forgets_too() {
    let (_folder, records) = open();
    records.keep_draft(&draft("张伟")).expect("kept");
    records.simulate_full_disk(true).expect("set");
    records.forget_everything().expect("forgotten");
    assert_eq!(records.draft(&app(), "/").expect("read"), None);
    records.simulate_full_disk(false).expect("set");
    records.keep_draft(&draft("张伟")).expect("room again");
}

#[test]
fn nothing_is_readable_without_the_key() {
    let (folder, records) = open();
    records.keep_draft(&draft("a-very-secret-word")).expect("kept");
    drop(records);
    for entry in std::fs::read_dir(folder.path()).expect("listed") {
        let bytes = std::fs::read(entry.expect("an entry").path()).expect("read");
        assert!(!bytes.windows(18).any(|window| window == b"a-very-secret-word"));
        assert!(!bytes.starts_with(b"SQLite format 3"));
    }
    assert!(matches!(Records::open(folder.path(), &[2; 32]), Err(RecordsError::NotReadable)));
}

#[test]
fn a_full_disk_takes_nothing_and_loses_nothing() {
    let (_folder, records) = open();
    records.keep_draft(&draft("before")).expect("kept");
    records.simulate_full_disk(true).expect("set");
    assert!(matches!(records.enqueue("k", &rating(), None, at(1)), Err(RecordsError::DiskFull)));
    assert_eq!(records.draft(&app(), "/").expect("read"), Some(draft("before")));
    assert!(records.outbox().expect("read").rows.is_empty());
    records.simulate_full_disk(false).expect("set");
    records.enqueue("k", &rating(), None, at(1)).expect("room again");
}

#[test]
fn a_damaged_file_is_told_and_a_damaged_cache_begun_again() {
    let (folder, records) = open();
    records.keep_cached("n", &7, at(9)).expect("kept");
    drop(records);
    std::fs::write(folder.path().join("cache.db"), vec![7; 8192]).expect("damaged");
    let records = Records::open(folder.path(), &[1; 32]).expect("only the cache is gone");
    assert_eq!(records.cached::<i32>("n").expect("read"), None);
    drop(records);
    std::fs::write(folder.path().join("records.db"), vec![7; 8192]).expect("damaged");
    assert!(matches!(Records::open(folder.path(), &[1; 32]), Err(RecordsError::NotReadable)));
}

#[test]
fn a_store_of_a_newer_version_is_left_alone() {
    let (folder, records) = open();
    records.records().execute_batch("PRAGMA user_version = 99").expect("set");
    drop(records);
    assert!(matches!(Records::open(folder.path(), &[1; 32]), Err(RecordsError::FromNewer { found: 99, .. })));
}

#[test]
fn a_mini_app_keeps_no_more_than_its_quota() {
    let (_folder, records) = open();
    records.store_for_app(&app(), "a", &vec![0; limits::STORAGE_BYTES - 100]).expect("within");
    assert!(matches!(records.store_for_app(&app(), "b", &[0; 200]), Err(RecordsError::OverQuota)));
    records.store_for_app(&app(), "a", b"").expect("forgotten");
    records.store_for_app(&app(), "b", &[0; 200]).expect("room again");
    assert_eq!(
        records.fetch_for_app(&AppId::new("cn.example.other").expect("an id"), "b").expect("read"),
        None
    );
}

#[test]
fn a_revoked_consent_is_gone() {
    let (_folder, records) = open();
    let subject = ConsentSubject::Claim("name".parse().expect("a claim"));
    let consent = StandingConsent {
        app: app(),
        subject: subject.clone(),
        purpose: LocalText::single("en", "x"),
        retention: Some(LocalText::single("en", "a year")),
        test: None,
        given_at: at(1),
    };
    records.give_consent(&consent).expect("kept");
    assert_eq!(records.consents().expect("read").rows, [consent]);
    records.revoke_consent(&app(), &subject).expect("gone");
    assert_eq!(records.consents().expect("read").rows, []);
}

#[test]
fn profiles_never_see_each_other() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = Profiles::new(folder.path());
    let name = |text| ProfileName::new(text).expect("a name");
    profiles
        .open(&name("mother"), &[1; 32])
        .expect("opened")
        .set_setting("language", &"zh-Hans".to_owned())
        .expect("kept");
    let other = profiles.open(&name("father"), &[2; 32]).expect("opened");
    assert_eq!(other.setting::<String>("language").expect("read"), crate::Rows::default());
    assert!(matches!(profiles.open(&name("mother"), &[2; 32]), Err(RecordsError::NotReadable)));
    assert_eq!(profiles.names().expect("listed"), [name("father"), name("mother")]);
    assert!(ProfileName::new("../mother").is_err());
}

#[test]
fn one_store_hands_over_what_is_the_next_ones_and_nothing_else() {
    let (_folder, first) = open();
    let (_other_folder, second) = open();
    first.keep_draft(&draft("begun before signing in")).expect("kept");
    first.keep_cached("catalogue", &7, at(9)).expect("kept");
    first.keep_cached("card", &8, at(9)).expect("kept");
    first.enqueue("k", &rating(), None, at(1)).expect("kept");
    second.keep_draft(&Draft { updated_at: at(1), ..draft("older") }).expect("kept");
    second.keep_draft(&Draft { route: "/own".into(), ..draft("own") }).expect("kept");
    assert_eq!(first.cached_names("ca").expect("read"), ["card", "catalogue"]);
    assert!(first.cached_names("_a").expect("read").is_empty(), "a name is no pattern");
    first.hand_drafts_over(&second).expect("handed over");
    first.hand_cached_over(&second, &["catalogue", "nothing"]).expect("handed over");
    assert_eq!(second.draft(&app(), "/").expect("read"), Some(draft("begun before signing in")));
    assert!(second.draft(&app(), "/own").expect("read").is_some());
    assert_eq!(second.cached::<i32>("catalogue").expect("read").map(|cached| cached.value), Some(7));
    assert_eq!(second.cached::<i32>("card").expect("read").map(|cached| cached.value), None);
    assert!(second.outbox().expect("read").rows.is_empty(), "what waits waits for its own person");
    // An older form does not take the place of a newer one.
    first.keep_draft(&Draft { updated_at: at(1), ..draft("older") }).expect("kept");
    first.hand_drafts_over(&second).expect("handed over");
    assert_eq!(second.draft(&app(), "/").expect("read"), Some(draft("begun before signing in")));
}

#[test]
fn a_sweep_takes_what_can_be_had_again_and_no_word_of_the_persons() {
    let (_folder, records) = open();
    records.keep_cached("catalogue", &7, at(1)).expect("kept");
    records.keep_cached("old card", &7, at(1)).expect("kept");
    records.keep_cached("new card", &7, at(20)).expect("kept");
    records.keep_draft(&draft("old")).expect("kept");
    records.keep_draft(&Draft { route: "/gone".into(), ..draft("gone") }).expect("kept");
    records.discard_draft(&app(), "/gone").expect("discarded");
    records.enqueue("k", &rating(), None, at(1)).expect("kept");
    records.sweep(&["catalogue"], at(10), at(10)).expect("swept");
    let cached = |name| records.cached::<i32>(name).expect("read").is_some();
    assert!(cached("catalogue") && !cached("old card") && cached("new card"));
    assert_eq!(records.draft(&app(), "/").expect("read"), Some(draft("old")));
    assert_eq!(records.outbox().expect("read").rows.len(), 1);
    let gone = "SELECT count(*) FROM gone";
    assert_eq!(records.records().query_row(gone, [], |row| row.get::<_, i64>(0)).expect("read"), 0);
}

#[test]
fn a_profile_that_goes_leaves_no_file_and_a_new_one_takes_no_name_that_is_taken() {
    let folder = tempfile::tempdir().expect("a folder");
    let profiles = Profiles::new(folder.path());
    let main = ProfileName::new("main").expect("a name");
    drop(profiles.open(&main, &[1; 32]).expect("a store"));
    let second = profiles.free_name(&main).expect("a name");
    assert_eq!(second.as_str(), "main-2");
    drop(profiles.open(&second, &[2; 32]).expect("a store"));
    assert_eq!(profiles.free_name(&main).expect("a name").as_str(), "main-3");
    profiles.remove(&second).expect("removed");
    profiles.remove(&second).expect("gone already");
    assert_eq!(profiles.names().expect("listed"), std::slice::from_ref(&main));
    assert_eq!(profiles.free_name(&main).expect("a name"), second);
}
