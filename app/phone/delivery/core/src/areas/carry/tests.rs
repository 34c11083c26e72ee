use std::{fs, path::Path, sync::Arc, time::Duration};

use fingertip_carry::{Carried, DocumentRow, OwnerMark, open, seal};
use fingertip_contract::{Rating, RatingLevel};
use fingertip_records::{Draft, OutgoingItem, ProfileName, Profiles, Records};
use fingertip_secrets::{MemorySecrets, SecretStore, device_key};
use fingertip_standard::{AppId, CaseId};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::settle::settle_setting;
use crate::{
    Bringing, CarryEffect, CarryMsg, Contrast, Core, Effect, Model, PersonMsg, Preferences, RecoveryCode,
    Saving,
    testing::{open as open_mini_app, options, ready, told},
};

const SUBJECT: &str = "a";
const ISSUER: &str = "https://id.example";

/// A device with a folder and a key store, on which `SUBJECT` has signed in once; nobody can be reached.
struct Phone {
    folder: tempfile::TempDir,
    secrets: Arc<dyn SecretStore>,
}

impl Phone {
    fn of(subject: Option<&str>) -> Self {
        let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
        if let Some(subject) = subject {
            let owner = json!({ "issuer": ISSUER, "subject": subject });
            let people = json!({ "current": "main", "owners": { "main": owner }, "left": null });
            secrets.set("people-main", people.to_string().as_bytes()).expect("kept");
        }
        Self { folder: tempfile::tempdir().expect("a folder"), secrets }
    }

    fn records(&self) -> Records {
        let key = device_key(&*self.secrets, "records-main").expect("a key");
        Profiles::new(self.folder.path())
            .open(&ProfileName::new("main").expect("a name"), &key)
            .expect("a store")
    }

    fn start(&self) -> Core {
        Core::start(options(self.folder.path(), &self.secrets)).expect("it starts")
    }
}

async fn until(core: &Core, is_so: impl Fn(&Model) -> bool) -> Arc<Model> {
    let mut watch = core.watch();
    let waited = tokio::time::timeout(Duration::from_secs(45), watch.wait_for(|model| is_so(model))).await;
    waited.expect("waited in vain").expect("it runs").clone()
}

fn app() -> AppId {
    AppId::new("cn.example.card").expect("an id")
}

fn draft(updated: i64) -> Draft {
    Draft {
        app: app(),
        version: 1,
        route: "/".into(),
        saved: Some(vec![7]),
        inputs: [("name".to_owned(), fingertip_standard::events::Input::Text("x".into()))].into(),
        updated_at: Timestamp::from_second(updated).expect("a time"),
    }
}

fn rating() -> OutgoingItem {
    OutgoingItem::Rating {
        case: CaseId::new("HR-20261124-7KQ2").expect("an id"),
        rating: Rating { level: RatingLevel::Satisfied, text: "x".into() }.into(),
    }
}

/// Saves a copy as a person does; the file and its code.
async fn saved(core: &Core) -> (Vec<u8>, String) {
    core.send(CarryMsg::AskedForCopy);
    let model = until(core, |model| matches!(model.carry.saving, Saving::Code(_))).await;
    let Saving::Code(code) = &model.carry.saving else { panic!("a code") };
    core.send(CarryMsg::WroteCodeDown);
    let model = until(core, |model| matches!(model.carry.saving, Saving::Saved(_))).await;
    let Saving::Saved(file) = &model.carry.saving else { panic!("a file") };
    (fs::read(file).expect("read"), code.text())
}

async fn brought(core: &Core, file: &[u8], code: &str) -> Bringing {
    // What an earlier one came to is put away first: a quick one is never seen under way.
    core.send(CarryMsg::LookedAtCopies);
    until(core, |model| model.carry.bringing == Bringing::Idle).await;
    core.send(CarryMsg::BroughtCopy { file: file.to_vec(), code: code.to_owned() });
    let is_over = |model: &Model| !matches!(model.carry.bringing, Bringing::Idle | Bringing::Busy);
    let model = until(core, is_over).await;
    model.carry.bringing.clone()
}

/// The message of what was refused.
fn why(outcome: &Bringing) -> &'static str {
    match outcome {
        Bringing::Refused(fault) => fault.message_id,
        other => panic!("{other:?}"),
    }
}

#[tokio::test]
async fn a_copy_of_one_device_is_there_on_another() {
    let (old, new) = (Phone::of(Some(SUBJECT)), Phone::of(Some(SUBJECT)));
    let records = old.records();
    records.keep_draft(&draft(5)).expect("kept");
    records.enqueue("the-key", &rating(), None, Timestamp::UNIX_EPOCH).expect("kept");
    records.store_for_app(&app(), "receipts", b"1").expect("kept");
    let own =
        Preferences { contrast: Some(Contrast::More), text_percent: Some(150), ..Preferences::default() };
    records.set_setting("preferences", &own).expect("kept");
    drop(records);
    let core = old.start();
    until(&core, |model| model.is_restored).await;
    let (file, code) = saved(&core).await;
    drop(core);

    let core = new.start();
    until(&core, |model| model.is_restored).await;
    core.send(PersonMsg::ChoseLanguage("ug".to_owned()));
    until(&core, |model| model.preferences.language == "ug").await;
    let Bringing::Came(came) = brought(&core, &file, &code.to_lowercase()).await else { panic!("it came") };
    assert_eq!((came.drafts, came.outgoing), (1, 1));
    let is_shown = |model: &Model| {
        let chosen =
            model.preferences.text_percent == Some(150) && model.preferences.contrast == Some(Contrast::More);
        chosen && *model.drafts == [app()] && model.outbox.len() == 1
    };
    let model = until(&core, is_shown).await;
    assert_eq!(model.preferences.language, "ug", "what was chosen here stays");
    assert_eq!(model.outbox[0].key, "the-key", "the platform takes it once, whoever sends it");
    let Bringing::Came(again) = brought(&core, &file, &code).await else { panic!("it came") };
    assert!(again.is_nothing());
    drop(core);
    let records = new.records();
    assert_eq!(records.draft(&app(), "/").expect("read"), Some(draft(5)));
    assert_eq!(records.fetch_for_app(&app(), "receipts").expect("read"), Some(b"1".to_vec()));
}

#[tokio::test]
async fn what_does_not_come_in_says_why_and_changes_nothing() {
    let phone = Phone::of(Some(SUBJECT));
    phone.records().keep_draft(&draft(5)).expect("kept");
    let core = phone.start();
    until(&core, |model| model.is_restored).await;
    let (file, code) = saved(&core).await;
    let code_of = RecoveryCode::read(&code).expect("a code");
    let sealed = |change: &dyn Fn(&mut Carried)| {
        let mut carried = open(&file, &code_of).expect("opened");
        carried.drafts[0].updated_at = Timestamp::from_second(9).expect("a time");
        change(&mut carried);
        seal(&carried, &code_of).expect("sealed")
    };
    let others = sealed(&|carried| carried.owner = OwnerMark::of(ISSUER, "b"));
    let newer = sealed(&|carried| carried.version += 1);
    // Its department's keys cannot be had now: nobody can say whether it is genuine.
    let unproven = sealed(&|carried| {
        carried.documents.push(DocumentRow {
            issuer: "hrss".into(),
            id: "1".into(),
            as_of: Timestamp::UNIX_EPOCH,
            jws: "a.b.c".into(),
            content: Value::Null,
        });
    });
    let other_code = RecoveryCode::generate().text();
    for (file, code, message) in [
        (&file[..], other_code.as_str(), "fault-carry-wrong-code"),
        (&file, "hello", "fault-carry-code-length"),
        (&file[..file.len() - 1], &code, "fault-carry-torn"),
        (b"hello", &code, "fault-carry-not-a-copy"),
        (&others, &code, "fault-carry-anothers"),
        (&newer, &code, "fault-carry-newer"),
        (&unproven, &code, "fault-platform-unreachable"),
    ] {
        assert_eq!(why(&brought(&core, file, code).await), message);
    }
    drop(core);
    assert_eq!(phone.records().draft(&app(), "/").expect("read"), Some(draft(5)));
}

#[tokio::test]
async fn a_store_of_nobodys_gives_no_copy_and_takes_none() {
    let (phone, old) = (Phone::of(None), Phone::of(Some(SUBJECT)));
    let core = old.start();
    until(&core, |model| model.is_restored).await;
    let (file, code) = saved(&core).await;
    drop(core);
    let core = phone.start();
    until(&core, |model| model.is_restored).await;
    assert_eq!(why(&brought(&core, &file, &code).await), "fault-carry-nobodys");
    core.send(CarryMsg::AskedForCopy);
    let model = until(&core, |model| !model.told.is_empty()).await;
    assert_eq!(model.carry.saving, Saving::Idle);
}

#[tokio::test]
#[cfg(unix)]
async fn a_copy_is_for_its_owner_alone_and_its_code_is_nowhere() {
    use std::os::unix::fs::PermissionsExt;
    let phone = Phone::of(Some(SUBJECT));
    let core = phone.start();
    until(&core, |model| model.is_restored).await;
    let (_, code) = saved(&core).await;
    core.send(CarryMsg::PutCopyAway);
    until(&core, |model| model.carry.saving == Saving::Idle).await;
    drop(core);
    let mut n_files = 0;
    let mut folders = vec![phone.folder.path().to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("listed") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            n_files += 1;
            let bytes = fs::read(&path).expect("read");
            assert!(!bytes.windows(code.len()).any(|part| part == code.as_bytes()), "{}", path.display());
            if path.extension() == Some(Path::new("age").as_os_str()) {
                let mode = fs::metadata(&path).expect("there").permissions().mode();
                assert_eq!(mode & 0o777, 0o600);
            }
        }
    }
    assert!(n_files > 1, "the store and the copy");
}

#[test]
fn nothing_is_saved_before_the_code_is_written_down() {
    let mut model = ready();
    assert!(told(&mut model, CarryMsg::WroteCodeDown).is_empty());
    let effects = told(&mut model, CarryMsg::AskedForCopy);
    assert!(matches!(effects[..], [Effect::Carry(CarryEffect::MakeCode)]));
    assert!(told(&mut model, CarryMsg::WroteCodeDown).is_empty(), "there is no code yet");
    told(&mut model, CarryMsg::CodeMade(RecoveryCode::generate()));
    assert!(told(&mut model, CarryMsg::AskedForCopy).is_empty(), "one code at a time");
    told(&mut model, CarryMsg::PutCopyAway);
    assert!(told(&mut model, CarryMsg::WroteCodeDown).is_empty(), "the person wants none");
    told(&mut model, CarryMsg::AskedForCopy);
    told(&mut model, CarryMsg::CodeMade(RecoveryCode::generate()));
    let effects = told(&mut model, CarryMsg::WroteCodeDown);
    assert!(matches!(effects[..], [Effect::Carry(CarryEffect::Save(_))]));
    assert!(told(&mut model, CarryMsg::WroteCodeDown).is_empty(), "a second press saves no second file");
}

#[test]
fn an_open_form_is_closed_before_a_copy_comes_and_one_comes_at_a_time() {
    let mut model = ready();
    open_mini_app(&mut model);
    let bring = || CarryMsg::BroughtCopy { file: vec![1], code: "secret".into() };
    let effects = told(&mut model, bring());
    assert!(model.open.is_none());
    assert!(matches!(effects.last(), Some(Effect::Carry(CarryEffect::BringBack { .. }))));
    assert!(effects.iter().any(|effect| format!("{effect:?}").contains("CloseMiniApp")));
    assert!(told(&mut model, bring()).is_empty());
    let logged = format!("{:?}{effects:?}", bring());
    assert!(!logged.contains("secret"), "no code in a log: {logged}");
}

#[test]
fn what_was_chosen_here_stays_and_what_never_was_comes() {
    let own = Preferences { language: "ug".into(), has_started: true, ..Preferences::default() };
    let came = Preferences {
        language: "en".into(),
        text_percent: Some(150),
        messages_read_until: Some(Timestamp::UNIX_EPOCH),
        ..Preferences::default()
    };
    let value = |preferences: &Preferences| serde_json::to_value(preferences).expect("written");
    let settled = settle_setting("preferences", Some(&value(&own)), &value(&came)).expect("settled");
    let settled: Preferences = serde_json::from_value(settled).expect("read");
    let expected = Preferences {
        language: "ug".into(),
        has_started: true,
        text_percent: Some(150),
        messages_read_until: Some(Timestamp::UNIX_EPOCH),
        ..Preferences::default()
    };
    assert_eq!(settled, expected);
    // What cannot be read takes nothing's place.
    assert_eq!(settle_setting("preferences", Some(&value(&own)), &json!(7)), None);
    assert_eq!(settle_setting("helpers", Some(&json!([{}, "x"])), &json!(7)), None);
    assert_eq!(settle_setting("place", None, &json!(["/me", "2026-11-24T08:00:00Z"])), None);
    assert_eq!(settle_setting("widgets", Some(&json!([])), &json!([1])), Some(json!([1])));
    assert_eq!(settle_setting("widgets", Some(&json!([2])), &json!([1])), None);
    assert_eq!(settle_setting("of a version to come", None, &json!(1)), Some(json!(1)));
    assert_eq!(settle_setting("of a version to come", Some(&json!(2)), &json!(1)), None);
}
