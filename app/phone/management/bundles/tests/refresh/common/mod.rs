//! A repository in a folder, a server that does what it is told to, and devices.

pub(crate) mod server;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
    time::Duration,
};

use fingertip_bundle::pack;
use fingertip_bundles::{
    BundleClient, BundleClientOptions, BundleError, DeviceDisk, Disk, Means, VerifiedBundle, Waits,
};
use fingertip_repository::{Publisher, sign};
use fingertip_standard::{AppId, DepartmentId};
use jiff::{SignedDuration, Timestamp};
use tempfile::TempDir;

use server::Server;

pub(crate) fn department(text: &str) -> DepartmentId {
    DepartmentId::new(text).expect("an id")
}

pub(crate) fn app(department: &str, name: &str) -> AppId {
    AppId::new(format!("cn.example.{department}.{name}")).expect("an id")
}

/// A bundle whose component has about so many bytes.
pub(crate) fn bundle(department: &str, name: &str, version: u64, bytes: usize) -> Vec<u8> {
    let folder = tempfile::tempdir().expect("a folder");
    let folder = folder.path();
    fs::create_dir_all(folder.join("i18n")).expect("made");
    fs::create_dir_all(folder.join("common")).expect("made");
    let manifest = serde_json::json!({
        "app_id": format!("cn.example.{department}.{name}"), "name": "Card", "lang": "en",
        "version": {"code": version, "name": "1.0.0"}, "platform_version": {"min_code": 1},
        "pages": ["pages/index"], "icons": [{"src": "common/icon.svg"}],
        "fingertip": {
            "standard": "1.0", "department": department, "names": {"en": "Card"}, "component": "component.wasm",
            "languages": ["en"], "services": ["card"], "entries": [{"route": "/"}], "capabilities": ["submit-case"]
        }
    });
    fs::write(folder.join("manifest.json"), manifest.to_string()).expect("written");
    fs::write(folder.join("i18n/en.ftl"), "title = Card\n").expect("written");
    fs::write(folder.join("common/icon.svg"), "<svg/>").expect("written");
    // Nobody here runs it.
    let mut component = b"\0asm\x0d\0\x01\0".to_vec();
    component.extend((0..bytes).map(|at| u8::try_from(at * 31 % 251).unwrap_or_default()));
    pack(folder, &component).expect("packed")
}

/// A nation's repository, and where it is served.
pub(crate) struct Nation {
    pub(crate) folder: TempDir,
    pub(crate) server: Server,
    pub(crate) now: Timestamp,
}

impl Nation {
    /// One with two departments and nothing published.
    pub(crate) async fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let server = Server::start(&folder.path().join("repository"));
        let nation = Self { folder, server, now: Timestamp::now() };
        nation.create("repository").await;
        nation
    }

    async fn create(&self, repository: &str) {
        let departments = [department("hrss"), department("transport")];
        self.publisher_of(repository).create(&departments, self.now).await.expect("created");
    }

    fn publisher_of(&self, repository: &str) -> Publisher {
        Publisher::new(&self.folder.path().join(repository), &self.folder.path().join("keys"))
    }

    pub(crate) fn publisher(&self) -> Publisher {
        self.publisher_of("repository")
    }

    pub(crate) async fn publish(&self, bundle: Vec<u8>) {
        self.publisher().publish(&[bundle], self.now).await.expect("published");
    }

    /// The card of `hrss`, so large that it comes in several parts.
    pub(crate) async fn publish_card(&self, version: u64) {
        self.publish(bundle("hrss", "card", version, 6000)).await;
    }

    /// A newer edition of the same nation in which `hrss` publishes nothing any more, served in place of this one.
    pub(crate) async fn withdraw(&self) {
        self.create("emptied").await;
        let (publisher, hrss) = (self.publisher_of("emptied"), department("hrss"));
        for edition in 0..6 {
            let desk = self.folder.path().join(format!("desk-{edition}"));
            let repository = self.folder.path().join("emptied");
            let key = publisher.key_path("hrss");
            let signed = sign(&repository, &hrss, &key, &[], &desk, self.now).await.expect("signed");
            publisher.accept(&[signed], self.now).await.expect("taken in");
        }
        self.server.serve(&self.folder.path().join("emptied"));
    }

    /// The repository as it is now, put aside.
    pub(crate) fn put_aside(&self) -> PathBuf {
        let old = self.folder.path().join("old");
        copy(&self.folder.path().join("repository"), &old).expect("copied");
        old
    }

    pub(crate) fn root(&self) -> Vec<u8> {
        fs::read(self.folder.path().join("repository/metadata/1.root.json")).expect("the first root")
    }

    pub(crate) fn later(&self, days: i64) -> Timestamp {
        self.now.checked_add(SignedDuration::from_hours(24 * days)).expect("a time")
    }

    pub(crate) fn device(&self, name: &str) -> Device {
        Device { folder: self.folder.path().join(name), root: self.root(), url: self.server.url() }
    }
}

/// A device, which may be stopped and started.
#[derive(Clone)]
pub(crate) struct Device {
    pub(crate) folder: PathBuf,
    pub(crate) root: Vec<u8>,
    pub(crate) url: String,
}

/// Waits that no machine is too slow for: what is tested is not the clock.
pub(crate) const LONG: Waits = Waits { patience: Duration::from_secs(60), stall: Duration::from_secs(60) };

/// One client of HTTP for a thousand devices: each of its own would read every certificate of this machine. It keeps no
/// connection, since each test has a runtime of its own.
fn http() -> reqwest::Client {
    static HTTP: OnceLock<reqwest::Client> = OnceLock::new();
    let make = || reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().expect("a client");
    HTTP.get_or_init(make).clone()
}

impl Device {
    pub(crate) fn client_with(&self, waits: Waits, disk: Arc<dyn Disk>) -> BundleClient {
        let options = BundleClientOptions {
            root: self.root.clone(),
            metadata_url: format!("{}/metadata/", self.url),
            targets_url: format!("{}/targets/", self.url),
            folder: self.folder.clone(),
            grace_days: 30,
        };
        BundleClient::with(options, Means { waits, disk, http: Some(http()) })
    }

    pub(crate) fn client(&self) -> BundleClient {
        self.client_with(LONG, Arc::new(DeviceDisk))
    }

    /// The same device where nobody answers.
    pub(crate) fn in_a_tunnel(&self) -> BundleClient {
        Self { url: "http://127.0.0.1:1".into(), ..self.clone() }.client()
    }

    /// The same device in another folder, as it is now.
    pub(crate) fn copy(&self, name: &str) -> Self {
        let folder = self.folder.with_file_name(name);
        copy(&self.folder, &folder).expect("copied");
        Self { folder, ..self.clone() }
    }
}

pub(crate) async fn open_card(client: &BundleClient, now: Timestamp) -> Result<VerifiedBundle, BundleError> {
    client.open(&department("hrss"), &app("hrss", "card"), now).await
}

pub(crate) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let place = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &place)?;
        } else {
            fs::copy(entry.path(), place)?;
        }
    }
    Ok(())
}
