//! A bundle's whole way: packed, signed by its department, published as static files, fetched, verified, kept, opened
//! offline; and everything that must not get through.

use std::{fs, path::Path};

use fingertip_bundle::{interpreter_target, pack, pack_script};
use fingertip_bundles::{BundleClient, BundleClientOptions, BundleError, Code};
use fingertip_repository::{
    InterpreterRelease, PublishError, Publisher, Release, SignedRelease, sign, status,
};
use fingertip_standard::{AppId, Capability, DepartmentId, Fault, FaultClass};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

const APP: &str = "cn.example.hrss.card";

fn department(text: &str) -> DepartmentId {
    DepartmentId::new(text).expect("an id")
}

fn app() -> AppId {
    AppId::new(APP).expect("an id")
}

/// A mini-app's folder whose component is empty but valid.
fn source(folder: &Path, version: u64) -> Vec<u8> {
    fs::create_dir_all(folder.join("i18n")).expect("made");
    fs::create_dir_all(folder.join("common")).expect("made");
    let manifest = serde_json::json!({
        "app_id": APP, "name": "Card", "lang": "en",
        "version": {"code": version, "name": "1.0.0"}, "platform_version": {"min_code": 1},
        "pages": ["pages/index"], "icons": [{"src": "common/icon.svg"}],
        "fingertip": {
            "standard": "1.0", "department": "hrss", "names": {"en": "Card"}, "component": "component.wasm",
            "languages": ["en"], "services": ["card"], "entries": [{"route": "/"}], "capabilities": ["submit-case"]
        }
    });
    fs::write(folder.join("manifest.json"), manifest.to_string()).expect("written");
    fs::write(folder.join("i18n/en.ftl"), "title = Card\n").expect("written");
    fs::write(folder.join("common/icon.svg"), "<svg/>").expect("written");
    pack(folder, &wat::parse_str("(component)").expect("a component")).expect("packed")
}

/// An interpreter, and a mini-app that is a script for it.
fn scripted(folder: &Path) -> (InterpreterRelease, Vec<u8>) {
    source(folder, 1);
    let text = fs::read_to_string(folder.join("manifest.json")).expect("read");
    let mut manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let own = manifest["fingertip"].as_object_mut().expect("members");
    own.remove("component");
    own.insert("script".into(), "app.js".into());
    own.insert("engine".into(), serde_json::json!({"name": "javascript", "sha256": "0".repeat(64)}));
    fs::write(folder.join("manifest.json"), manifest.to_string()).expect("written");
    let interpreter = InterpreterRelease { name: "javascript".into(), bytes: b"an interpreter".to_vec() };
    let bundle = pack_script(folder, b"exports.update = null", &interpreter.reference()).expect("packed");
    (interpreter, bundle)
}

struct Nation {
    folder: TempDir,
    url: String,
    now: Timestamp,
}

async fn serve(folder: &Path) -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.expect("a port");
    let url = format!("http://{}", listener.local_addr().expect("an address"));
    let files = axum::Router::new().fallback_service(tower_http::services::ServeDir::new(folder));
    tokio::spawn(async move { axum::serve(listener, files).await });
    url
}

impl Nation {
    async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let url = serve(&folder.path().join("repository")).await;
        let nation = Self { folder, url, now: Timestamp::now() };
        nation
            .publisher()
            .create(&[department("hrss"), department("transport")], nation.now)
            .await
            .expect("created");
        nation
    }

    fn publisher(&self) -> Publisher {
        Publisher::new(&self.folder.path().join("repository"), &self.folder.path().join("keys"))
    }

    async fn publish(&self, version: u64) -> Vec<u8> {
        let bundle = source(&self.folder.path().join("source"), version);
        self.publisher().publish(std::slice::from_ref(&bundle), self.now).await.expect("published");
        bundle
    }

    fn root(&self) -> Vec<u8> {
        fs::read(self.publisher().root()).expect("the root")
    }

    fn client_at(&self, url: &str, cache: &str) -> BundleClient {
        self.client_with(self.root(), url, cache)
    }

    /// A device whose shell was built with `root`.
    fn client_with(&self, root: Vec<u8>, url: &str, cache: &str) -> BundleClient {
        BundleClient::new(BundleClientOptions {
            root,
            metadata_url: format!("{url}/metadata/"),
            targets_url: format!("{url}/targets/"),
            folder: self.folder.path().join(cache),
            grace_days: 30,
        })
    }

    fn client(&self) -> BundleClient {
        self.client_at(&self.url, "cache")
    }

    fn offline(&self) -> BundleClient {
        // A port that nobody listens on.
        self.client_at("http://127.0.0.1:1", "cache")
    }

    fn later(&self, days: i64) -> Timestamp {
        self.now.checked_add(SignedDuration::from_hours(24 * days)).expect("a time")
    }

    fn target_file(&self) -> std::path::PathBuf {
        let folder = self.folder.path().join("repository/targets/hrss");
        fs::read_dir(folder).expect("listed").next().expect("a target").expect("an entry").path()
    }
}

#[test]
fn packing_is_the_same_to_the_byte() {
    let folder = tempfile::tempdir().expect("a folder");
    let first = source(&folder.path().join("a"), 1);
    std::thread::sleep(std::time::Duration::from_millis(2));
    assert_eq!(first, source(&folder.path().join("b"), 1));
    assert!(first.starts_with(b"PK"));
}

#[tokio::test]
async fn a_published_bundle_opens_online_and_offline() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    let opened = nation.client().open(&department("hrss"), &app(), nation.now).await.expect("online");
    assert_eq!((opened.running.version, opened.running.department.as_str()), (1, "hrss"));
    assert!(opened.grants.contains(&Capability::SubmitCase));
    let again = nation
        .offline()
        .open(&department("hrss"), &app(), nation.later(20))
        .await
        .expect("offline within grace");
    assert_eq!(again.running, opened.running);
    assert_eq!(again.verified_at, nation.now);
    assert!(matches!(
        nation.offline().open(&department("hrss"), &app(), nation.later(40)).await,
        Err(BundleError::GraceOver { days: 30 })
    ));
}

#[tokio::test]
async fn a_newer_version_takes_the_place_and_an_older_is_refused() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    nation.client().open(&department("hrss"), &app(), nation.now).await.expect("the first");
    nation.publish(2).await;
    let opened =
        nation.client().open(&department("hrss"), &app(), nation.later(1)).await.expect("the second");
    assert_eq!(opened.running.version, 2);
    let old = source(&nation.folder.path().join("old"), 2);
    assert!(matches!(
        nation.publisher().publish(&[old], nation.now).await,
        Err(PublishError::NotNewer { version: 2, published: 2 })
    ));
}

#[tokio::test]
async fn a_bundle_changed_by_one_byte_is_refused() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    let path = nation.target_file();
    let mut bytes = fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle] ^= 1;
    fs::write(&path, bytes).expect("written");
    assert!(matches!(
        nation.client().open(&department("hrss"), &app(), nation.now).await,
        Err(BundleError::Changed { .. })
    ));
}

#[tokio::test]
async fn a_kept_bundle_changed_on_the_device_is_not_opened() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    nation.client().open(&department("hrss"), &app(), nation.now).await.expect("online");
    let kept = fs::read_dir(nation.folder.path().join("cache/content")).expect("listed");
    let kept = kept.map(|entry| entry.expect("an entry").path()).next().expect("kept");
    let mut bytes = fs::read(&kept).expect("kept");
    bytes[30] ^= 1;
    fs::write(&kept, bytes).expect("written");
    assert!(matches!(
        nation.offline().open(&department("hrss"), &app(), nation.now).await,
        Err(BundleError::ChangedHere { .. })
    ));
    // A network mends it.
    nation.client().open(&department("hrss"), &app(), nation.now).await.expect("fetched anew");
    nation.offline().open(&department("hrss"), &app(), nation.now).await.expect("mended");
}

#[tokio::test]
async fn a_foreign_root_and_a_department_elsewhere_are_refused() {
    let (nation, other) = (Nation::new().await, Nation::new().await);
    nation.publish(1).await;
    let foreign = other.client_at(&nation.url, "cache");
    assert!(matches!(
        foreign.open(&department("hrss"), &app(), nation.now).await,
        Err(BundleError::NotTrusted { .. })
    ));
    assert!(matches!(
        nation.client().open(&department("transport"), &app(), nation.now).await,
        Err(BundleError::NotPublished { .. })
    ));
    assert!(matches!(
        nation
            .offline()
            .open(&department("hrss"), &AppId::new("cn.example.hrss.none").expect("an id"), nation.now)
            .await,
        Err(BundleError::NotPublished { .. } | BundleError::Offline)
    ));
}

#[tokio::test]
async fn a_clock_far_ahead_is_explained() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    assert!(matches!(
        nation.client().open(&department("hrss"), &app(), nation.later(4000)).await,
        Err(BundleError::Expired { .. })
    ));
}

#[tokio::test]
async fn a_script_comes_with_its_interpreter_once_for_all_and_offline() {
    let nation = Nation::new().await;
    let (interpreter, bundle) = scripted(&nation.folder.path().join("source"));
    let reference = interpreter.reference();
    let release = Release::read(bundle).expect("a release");
    // Before the interpreter is out, its scripts are not.
    nation.publisher().release(std::slice::from_ref(&release), &[], nation.now).await.expect("published");
    let target = interpreter_target(&reference);
    assert_eq!(nation.client().interpreters(nation.now).await.expect("listed"), []);
    assert!(
        matches!(nation.client().open(&department("hrss"), &app(), nation.now).await, Err(BundleError::NotPublished { target: missing }) if missing == target)
    );
    nation.publisher().release(&[], std::slice::from_ref(&interpreter), nation.now).await.expect("published");
    let later = nation.later(1);
    let opened = nation.client().open(&department("hrss"), &app(), later).await.expect("online");
    assert_eq!(nation.client().interpreters(later).await.expect("listed"), std::slice::from_ref(&reference));
    let Code::Script { path, interpreter: wanted, .. } = &opened.bundle.code else { panic!("a script") };
    assert_eq!((path.as_str(), wanted), ("app.js", &reference));
    assert_eq!(nation.client().interpreter(&reference, later).await.expect("fetched"), interpreter.bytes);
    assert_eq!(
        nation.offline().interpreter(&reference, nation.later(20)).await.expect("kept"),
        interpreter.bytes
    );
    nation.offline().open(&department("hrss"), &app(), nation.later(20)).await.expect("offline");
    let unknown = InterpreterRelease { name: "javascript".into(), bytes: b"another".to_vec() }.reference();
    assert!(matches!(
        nation.client().interpreter(&unknown, later).await,
        Err(BundleError::NotPublished { .. })
    ));
}

#[tokio::test]
async fn a_changed_interpreter_and_one_that_is_too_large_are_refused() {
    let nation = Nation::new().await;
    let (interpreter, _) = scripted(&nation.folder.path().join("source"));
    nation.publisher().release(&[], std::slice::from_ref(&interpreter), nation.now).await.expect("published");
    let folder = nation.folder.path().join("repository/targets/engines");
    let path = fs::read_dir(folder).expect("listed").next().expect("a target").expect("an entry").path();
    fs::write(path, b"an intErpreter").expect("written");
    assert!(matches!(
        nation.client().interpreter(&interpreter.reference(), nation.now).await,
        Err(BundleError::Changed { .. })
    ));
    let large = InterpreterRelease { name: "python".into(), bytes: vec![0; 17 << 20] };
    assert!(matches!(
        nation.publisher().release(&[], &[large], nation.now).await,
        Err(PublishError::TooLarge { .. })
    ));
    let engines = nation.publisher().create(&[department("engines")], nation.now).await;
    assert!(matches!(engines, Err(PublishError::Reserved { .. })));
}

#[tokio::test]
async fn a_department_signs_at_home_and_the_operator_takes_it_in() {
    let nation = Nation::new().await;
    let (repository, desk) = (nation.folder.path().join("repository"), nation.folder.path().join("desk"));
    let hrss = department("hrss");
    // The department's key goes home: the operator does not have it.
    let key = nation.folder.path().join("hrss-at-home.pk8");
    fs::rename(nation.publisher().key_path("hrss"), &key).expect("moved");
    let bundle = Release::read(source(&nation.folder.path().join("source"), 1)).expect("a release");
    sign(&repository, &hrss, &key, std::slice::from_ref(&bundle), &desk, nation.now).await.expect("signed");
    let signed = SignedRelease::open(&desk).expect("a signed release");
    assert_eq!(signed.department(), "hrss");
    assert_eq!(
        nation.publisher().review(&signed).await.expect("reviewed"),
        std::slice::from_ref(&bundle.bytes)
    );
    nation.publisher().accept(std::slice::from_ref(&signed), nation.now).await.expect("taken in");
    let opened = nation.client().open(&hrss, &app(), nation.now).await.expect("opened");
    assert_eq!(opened.running.version, 1);
    let known = status(&repository).await.expect("a status");
    let own = known.roles.iter().find(|role| role.name == "hrss").expect("the role");
    assert_eq!(
        own.targets.iter().map(|target| (target.name.as_str(), target.version)).collect::<Vec<_>>(),
        [("hrss/cn.example.hrss.card.ma", 1)]
    );
    // Taken in twice is the same as once: nothing is new in it.
    nation.publisher().accept(&[signed], nation.now).await.expect("nothing new");
}

#[tokio::test]
async fn a_signed_release_that_is_not_what_it_says_is_not_taken_in() {
    let nation = Nation::new().await;
    let (repository, desk) = (nation.folder.path().join("repository"), nation.folder.path().join("desk"));
    let hrss = department("hrss");
    let bundle = Release::read(source(&nation.folder.path().join("source"), 1)).expect("a release");
    let keys = nation.publisher();
    let foreign = sign(
        &repository,
        &hrss,
        &keys.key_path("transport"),
        std::slice::from_ref(&bundle),
        &desk,
        nation.now,
    )
    .await;
    assert!(foreign.is_err(), "another department's key signs nothing here");
    let elsewhere = department("transport");
    let other = sign(
        &repository,
        &elsewhere,
        &keys.key_path("transport"),
        std::slice::from_ref(&bundle),
        &desk,
        nation.now,
    )
    .await;
    assert!(matches!(other, Err(PublishError::Submission { .. })), "{other:?}");
    let unknown =
        sign(&repository, &department("nobody"), &keys.key_path("hrss"), &[], &desk, nation.now).await;
    assert!(matches!(unknown, Err(PublishError::Unknown { department }) if department == "nobody"));
    // What is said of the bundle must be what stands in it.
    let boasting = Release { version: 9, ..bundle.clone() };
    let signed = sign(&repository, &hrss, &keys.key_path("hrss"), &[boasting], &desk, nation.now)
        .await
        .expect("signed");
    assert!(matches!(keys.accept(&[signed], nation.now).await, Err(PublishError::Submission { .. })));
    // Bytes that were changed after signing, and metadata that was.
    let desk = nation.folder.path().join("second");
    let signed =
        sign(&repository, &hrss, &keys.key_path("hrss"), &[bundle], &desk, nation.now).await.expect("signed");
    let file = fs::read_dir(desk.join("targets/hrss"))
        .expect("listed")
        .next()
        .expect("a target")
        .expect("an entry")
        .path();
    let whole = fs::read(&file).expect("read");
    fs::write(&file, b"something else").expect("written");
    assert!(matches!(
        keys.accept(std::slice::from_ref(&signed), nation.now).await,
        Err(PublishError::Submission { .. })
    ));
    fs::write(&file, whole).expect("written");
    let metadata = desk.join("hrss.json");
    let text = fs::read_to_string(&metadata).expect("read");
    fs::write(&metadata, text.replace("\"version\": 2", "\"version\": 3")).expect("written");
    assert!(matches!(keys.accept(&[signed], nation.now).await, Err(PublishError::Submission { .. })));
    assert!(matches!(
        nation.client().open(&hrss, &app(), nation.now).await,
        Err(BundleError::NotPublished { .. })
    ));
}

#[tokio::test]
async fn a_repository_that_nobody_published_into_for_long_is_made_current_again() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    let later = nation.later(60);
    assert!(matches!(
        nation.client().open(&department("hrss"), &app(), later).await,
        Err(BundleError::Expired { .. })
    ));
    nation.publisher().accept(&[], later).await.expect("signed anew");
    assert_eq!(
        nation.client().open(&department("hrss"), &app(), later).await.expect("opened").running.version,
        1
    );
    assert!(
        status(&nation.folder.path().join("repository")).await.expect("a status").fresh_until
            > nation.later(89)
    );
}

#[tokio::test]
async fn on_day_366_the_first_root_opens_what_was_renewed_and_says_the_truth_where_nothing_was() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    let (hrss, first) = (department("hrss"), nation.root());
    let device = |cache: &str| nation.client_with(first.clone(), &nation.url, cache);
    device("old").open(&hrss, &app(), nation.now).await.expect("on the first day");
    // Nobody renewed it.
    let late = nation.later(366);
    let error = device("new").open(&hrss, &app(), late).await.expect_err("the root has run out");
    assert!(matches!(&error, BundleError::Expired { role } if role == "root"), "{error:?}");
    assert_eq!((error.class(), error.message_id()), (FaultClass::Platform, "fault-repository-expired"));
    let error = device("old").open(&hrss, &app(), late).await.expect_err("the grace is over too");
    assert!(matches!(error, BundleError::Expired { .. } | BundleError::GraceOver { .. }), "{error:?}");
    // Renewed: a device that was here on the first day, one that comes with the first root only, and one without a network.
    nation.publisher().renew(late).await.expect("renewed");
    for cache in ["old", "new", "fresh"] {
        let opened = device(cache).open(&hrss, &app(), late).await.expect("opened");
        assert_eq!(opened.running.version, 1, "{cache}");
    }
    let offline = nation.client_with(first.clone(), "http://127.0.0.1:1", "old");
    offline.open(&hrss, &app(), nation.later(386)).await.expect("offline within grace");
    // Root after root, for one that slept through a year, and for a shell that is built with the newest.
    for days in [700, 1000] {
        nation.publisher().renew(nation.later(days)).await.expect("renewed again");
    }
    device("old").open(&hrss, &app(), nation.later(1000)).await.expect("two roots further");
    device("asleep").open(&hrss, &app(), nation.later(1000)).await.expect("three roots further");
    assert_ne!(nation.root(), first);
    nation
        .client_at(&nation.url, "newest")
        .open(&hrss, &app(), nation.later(1000))
        .await
        .expect("the newest");
}

#[tokio::test]
async fn a_department_that_keeps_its_key_signs_anew_for_the_renewed_repository() {
    let nation = Nation::new().await;
    nation.publish(1).await;
    let (hrss, first, late) = (department("hrss"), nation.root(), nation.later(366));
    let device = |cache: &str| nation.client_with(first.clone(), &nation.url, cache);
    let key = nation.folder.path().join("hrss-at-home.pk8");
    fs::rename(nation.publisher().key_path("hrss"), &key).expect("moved");
    nation.publisher().renew(late).await.expect("renewed");
    let error = device("new").open(&hrss, &app(), late).await.expect_err("its own signature has run out");
    assert!(matches!(&error, BundleError::Expired { role } if role == "hrss"), "{error:?}");
    let (repository, desk) = (nation.folder.path().join("repository"), nation.folder.path().join("desk"));
    let signed = sign(&repository, &hrss, &key, &[], &desk, late).await.expect("signed for another year");
    nation.publisher().accept(&[signed], late).await.expect("taken in");
    assert_eq!(device("new").open(&hrss, &app(), late).await.expect("opened").running.version, 1);
}

#[tokio::test]
async fn a_next_root_that_the_first_one_did_not_sign_is_not_followed() {
    let (nation, other) = (Nation::new().await, Nation::new().await);
    nation.publish(1).await;
    other.publisher().renew(other.now).await.expect("renewed");
    let next = "repository/metadata/2.root.json";
    fs::copy(other.folder.path().join(next), nation.folder.path().join(next)).expect("copied");
    let opened = nation.client().open(&department("hrss"), &app(), nation.now).await;
    assert!(matches!(opened, Err(BundleError::NotTrusted { .. })), "{opened:?}");
}
