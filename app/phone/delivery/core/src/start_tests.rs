//! A start on a device that holds what this version cannot read.

use std::{path::Path, sync::Arc, time::Duration};

use fingertip_contract::Case;
use fingertip_records::{Draft, ProfileName, Profiles, Records};
use fingertip_secrets::{MemorySecrets, SecretStore, device_key};
use fingertip_standard::AppId;
use jiff::Timestamp;
use serde_json::{Value, json};

use crate::{Core, CoreError, CoreOptions, Model, PersonMsg, StorageMsg, Told, testing::options};

fn open(folder: &Path, secrets: &Arc<dyn SecretStore>) -> Records {
    let key = device_key(&**secrets, "records-main").expect("a key");
    Profiles::new(folder).open(&ProfileName::new("main").expect("a name"), &key).expect("a store")
}

fn start(folder: &Path, secrets: &Arc<dyn SecretStore>) -> Result<Core, CoreError> {
    Core::start(options(folder, secrets))
}

async fn until(core: &Core, is_so: impl Fn(&Model) -> bool) -> Arc<Model> {
    let mut watch = core.watch();
    let waited = tokio::time::timeout(Duration::from_secs(45), watch.wait_for(|model| is_so(model))).await;
    waited.expect("waited in vain").expect("it runs").clone()
}

#[tokio::test]
async fn somebody_who_has_chosen_nothing_is_met_in_their_devices_language_and_later_in_their_own() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    let on_uyghur_phone =
        || CoreOptions { first_language: Some("ug".to_owned()), ..options(folder.path(), &secrets) };
    let core = Core::start(on_uyghur_phone()).expect("it starts");
    let model = until(&core, |model| model.is_restored).await;
    assert_eq!((model.preferences.language.as_str(), model.preferences.has_started), ("ug", false));
    core.send(PersonMsg::ChoseLanguage("en".to_owned()));
    until(&core, |model| model.preferences.language == "en").await;
    drop(core);
    let core = Core::start(on_uyghur_phone()).expect("it starts again");
    let model = until(&core, |model| model.is_restored).await;
    assert_eq!(model.preferences.language, "en", "what the person chose counts");
}

#[tokio::test]
async fn what_cannot_be_read_keeps_nobody_from_the_rest_and_is_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    let older = json!({ "tongue": "ug" });
    let records = open(folder.path(), &secrets);
    let case: Case = serde_json::from_value(json!({
        "id": "HR-20261124-7KQ2", "service": "card", "department": "hrss", "region": "440100", "app": "cn.gov.hrss.card",
        "state": "review", "submitted_at": "2026-11-24T08:00:00Z", "steps": [],
    }))
    .expect("a case");
    records.keep_cases(&[case], Timestamp::UNIX_EPOCH).expect("kept");
    for name in ["preferences", "place", "helpers"] {
        records.set_setting(name, &older).expect("kept");
    }
    records.set_setting("widgets", &json!(["of a version to come"])).expect("kept");
    drop(records);

    let core = start(folder.path(), &secrets).expect("it starts");
    let model = until(&core, |model| model.is_restored && !model.told.is_empty()).await;
    assert_eq!(*model.told, [Told::Unread(4)], "as many as there are");
    assert_eq!((model.cases.len(), model.preferences.has_started), (1, false));
    drop(core);
    let records = open(folder.path(), &secrets);
    assert_eq!(
        records.setting::<Value>("preferences").expect("read").rows,
        std::slice::from_ref(&older),
        "a start changes nothing"
    );
    drop(records);

    let core = start(folder.path(), &secrets).expect("it starts again");
    until(&core, |model| model.is_restored).await;
    core.send(PersonMsg::ChoseLanguage("en".to_owned()));
    until(&core, |model| model.preferences.language == "en").await;
    drop(core);
    let everything = open(folder.path(), &secrets).everything(Timestamp::UNIX_EPOCH).expect("read");
    assert_eq!(everything.settings["preferences"]["language"], "en");
    let aside = everything.unread.iter().find(|unread| unread.name == "preferences").expect("put aside");
    assert_eq!(aside.text, older.to_string());
}

#[tokio::test]
async fn records_without_their_key_are_no_reason_for_a_new_one() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    drop(start(folder.path(), &secrets).expect("it starts"));
    let empty: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    let error = start(folder.path(), &empty).expect_err("the key is missing");
    assert!(matches!(error, CoreError::Secrets(fingertip_secrets::SecretError::Missing)));
    assert_eq!(empty.get("records-main").expect("read"), None);
    drop(start(folder.path(), &secrets).expect("with its key it starts"));
}

#[tokio::test]
async fn everything_deleted_leaves_no_file_and_no_key_of_the_store() {
    let folder = tempfile::tempdir().expect("a folder");
    let secrets: Arc<dyn SecretStore> = Arc::new(MemorySecrets::default());
    let app = AppId::new("cn.example.card").expect("an id");
    let draft = Draft {
        app: app.clone(),
        version: 1,
        route: "/".into(),
        saved: None,
        inputs: [("name".to_owned(), fingertip_standard::events::Input::Text("x".into()))].into(),
        updated_at: Timestamp::UNIX_EPOCH,
    };
    open(folder.path(), &secrets).keep_draft(&draft).expect("kept");
    let core = start(folder.path(), &secrets).expect("it starts");
    until(&core, |model| model.is_restored && *model.drafts == [app.clone()]).await;
    let own = folder.path().join("profiles/main");
    assert!(own.join("records.db-wal").exists(), "SQLite keeps files of its own beside the store");
    core.send(StorageMsg::AskedToDelete);
    until(&core, |model| model.is_restored && model.drafts.is_empty()).await;
    assert!(!own.exists(), "while the app goes on");
    drop(core);
    assert!(!own.exists(), "and after its end");
    for name in ["records-main", "session-main", "credential-main"] {
        assert_eq!(secrets.get(name).expect("read"), None, "{name}");
    }
}
