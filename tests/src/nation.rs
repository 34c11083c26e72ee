//! A nation in a folder of its own: bundles built from source, packed, signed and published; a running platform.

use std::{
    path::{Path, PathBuf},
    time::Duration,
};

use anyhow::{Context, Result, bail};
use fingertip_bundle::{pack, pack_script};
use fingertip_catalogue::slices::cut;
use fingertip_contract::{
    Catalogue, Service,
    api::{self, SessionRules},
};
use fingertip_demo::{Options, Running};
use fingertip_repository::{InterpreterRelease, Publisher, Release};
use fingertip_standard::{AppId, DepartmentId};
use jiff::Timestamp;
use tempfile::TempDir;

pub use crate::registry::{MINI_APPS, SCRIPTS};

/// The project's own folder.
#[must_use]
pub fn project() -> PathBuf {
    // Cargo's word at run time: with a target folder that several checkouts share, this may have been compiled in another.
    let own = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&own).join("..")
}

/// The component of a guest. `cargo xtask guests` builds them and says where in `FINGERTIP_GUESTS`.
///
/// # Errors
/// When there are no built guests.
pub fn component(package: &str) -> Result<Vec<u8>> {
    built(&format!("{package}.wasm"))
}

/// The script of a mini-app in JavaScript, built as components are.
///
/// # Errors
/// As [`component`].
pub fn script(name: &str) -> Result<Vec<u8>> {
    built(&format!("{name}.js"))
}

fn built(name: &str) -> Result<Vec<u8>> {
    let folder = std::env::var_os("FINGERTIP_GUESTS")
        .map_or_else(|| project().join("target/guests/components"), PathBuf::from);
    let path = folder.join(name);
    std::fs::read(&path)
        .with_context(|| format!("no built guest at {}: run `cargo xtask guests` first", path.display()))
}

/// The JavaScript engine; none, and a word of it, where node is not installed.
#[must_use]
pub fn engine() -> Option<InterpreterRelease> {
    let bytes = built("javascript.wasm");
    if let Err(error) = &bytes {
        eprintln!("LEFT OUT: mini-apps in JavaScript: {error}");
    }
    Some(InterpreterRelease { name: "javascript".into(), bytes: bytes.ok()? })
}

/// What the transport department releases of a script that is made for a test, with the entries of the hostile guest.
///
/// # Errors
/// When the hostile guest's folder cannot be read, or the script is no bundle.
pub fn script_release(name: &str, script: &str, engine: &InterpreterRelease) -> Result<Release> {
    let from = project().join("tests/hostile-guest");
    let folder = tempfile::tempdir()?;
    for part in ["i18n/en.ftl", "common/icon.svg"] {
        let to = folder.path().join(part);
        std::fs::create_dir_all(to.parent().context("a folder")?)?;
        std::fs::copy(from.join(part), to)?;
    }
    let mut manifest: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(from.join("manifest.json"))?)?;
    manifest["app_id"] = format!("cn.example.transport.{name}").into();
    let own = manifest["fingertip"].as_object_mut().context("its own members")?;
    own.remove("component");
    // Scripts are of 1.0.
    own.remove("widgets");
    own.insert("standard".into(), "1.0".into());
    own.insert("script".into(), "app.js".into());
    own.insert("engine".into(), serde_json::json!({ "name": "javascript", "sha256": "0".repeat(64) }));
    std::fs::write(folder.path().join("manifest.json"), manifest.to_string())?;
    let bytes = pack_script(folder.path(), script.as_bytes(), &engine.reference())?;
    let (department, app) =
        (DepartmentId::new("transport")?, AppId::new(format!("cn.example.transport.{name}"))?);
    Ok(Release { department, app, version: 1, grants: Vec::new(), bytes })
}

/// A running nation.
pub struct Nation {
    /// Everything of it; removed at the end.
    pub folder: TempDir,
    /// What it lays down for sessions, from the next [`Self::go_on`].
    pub sessions: SessionRules,
    /// Whether the province has an identity provider of its own, from the next [`Self::go_on`].
    pub has_provincial_provider: bool,
    /// Where devices find it, where something stands before it, from the next [`Self::go_on`].
    pub public_url: Option<String>,
    running: Option<Running>,
    ports: (u16, u16),
}

impl Nation {
    /// Publishes every mini-app of the demo and starts the platform.
    ///
    /// # Errors
    /// When a guest is not built, or anything fails to start.
    pub async fn start() -> Result<Self> {
        Self::start_with(Vec::new(), Vec::new()).await
    }

    /// As [`Self::start`], with what departments release without a check, and with the services that lead there.
    ///
    /// # Errors
    /// As [`Self::start`].
    pub async fn start_with(more: Vec<Release>, services: Vec<Service>) -> Result<Self> {
        let mut releases = more;
        for (source, package) in MINI_APPS {
            releases
                .push(Release::read(pack(&project().join("mini-apps").join(source), &component(package)?)?)?);
        }
        let engine = engine();
        if let Some(engine) = &engine {
            for (source, name) in SCRIPTS {
                releases.push(Release::read(pack_script(
                    &project().join("mini-apps").join(source),
                    &script(name)?,
                    &engine.reference(),
                )?)?);
            }
        }
        let nation = Self::begin(&releases, engine.as_slice()).await?;
        let mut catalogue = demo_catalogue()?;
        catalogue.services.extend(services);
        nation.put_catalogue(&catalogue).await?;
        Ok(nation)
    }

    /// One that publishes no mini-app and offers nothing yet: for what needs neither.
    ///
    /// # Errors
    /// When anything fails to start.
    pub async fn start_empty() -> Result<Self> {
        Self::begin(&[], &[]).await
    }

    async fn begin(releases: &[Release], engines: &[InterpreterRelease]) -> Result<Self> {
        let folder = tempfile::tempdir()?;
        let mut nation = Self {
            folder,
            sessions: SessionRules::default(),
            has_provincial_provider: false,
            public_url: None,
            running: None,
            ports: (0, 0),
        };
        let departments = ["government-services", "human-resources", "taxation", "transport", "utilities"]
            .map(DepartmentId::new)
            .into_iter()
            .collect::<Result<Vec<_>, _>>()?;
        nation.publisher().create(&departments, Timestamp::now()).await?;
        nation.publisher().release(releases, engines, Timestamp::now()).await?;
        nation.go_on().await?;
        Ok(nation)
    }

    /// Who publishes here.
    #[must_use]
    pub fn publisher(&self) -> Publisher {
        Publisher::new(&self.folder.path().join("repository"), &self.folder.path().join("keys"))
    }

    /// Starts the platform again where it was.
    ///
    /// # Errors
    /// When it does not start.
    pub async fn go_on(&mut self) -> Result<()> {
        let data = self.folder.path().join("platform");
        let repository = self.folder.path().join("repository");
        let options = Options {
            pace: Duration::from_millis(150),
            port: self.ports.0,
            demo_port: self.ports.1,
            sessions: self.sessions.clone(),
            has_provincial_provider: self.has_provincial_provider,
            public_url: self.public_url.clone(),
            ..Options::new(&data, &repository)
        };
        let running = fingertip_demo::start(options).await?;
        let port = |url: &str| {
            url.rsplit(':').next().and_then(|port| port.trim_end_matches('/').parse().ok()).context("no port")
        };
        self.ports = (port(&running.platform_url)?, port(&running.demo_url)?);
        self.running = Some(running);
        Ok(())
    }

    /// Pulls the plug of the platform.
    pub async fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.stop().await;
        }
    }

    /// Where the platform is, also when it is down.
    #[must_use]
    pub fn platform_url(&self) -> String {
        format!("http://127.0.0.1:{}", self.ports.0)
    }

    /// The root that shells of this nation are built with.
    ///
    /// # Errors
    /// When it cannot be read.
    pub fn root(&self) -> Result<Vec<u8>> {
        Ok(std::fs::read(self.publisher().root())?)
    }

    /// Replaces what the nation offers, as its operator does, and signs which slices of it are the newest.
    ///
    /// # Errors
    /// When the platform is down or refuses it, or it cannot be signed.
    pub async fn put_catalogue(&self, catalogue: &Catalogue) -> Result<()> {
        let Some(running) = &self.running else { bail!("the platform is down") };
        let answer = reqwest::Client::new()
            .put(format!("{}{}", self.platform_url(), api::CATALOGUE))
            .bearer_auth(&running.operator_token)
            .json(catalogue)
            .send()
            .await?;
        let status = answer.status();
        if !status.is_success() {
            bail!("the platform refused the demo's catalogue with {status}: {}", answer.text().await?);
        }
        let index = serde_json::to_vec(&cut(catalogue)?.index)?;
        Ok(self.publisher().offer_catalogue(&index, Timestamp::now()).await?)
    }
}

/// The demo nation's own catalogue.
///
/// # Errors
/// When a file is missing or malformed.
pub fn demo_catalogue() -> Result<Catalogue> {
    let folder = project().join("assets/demo");
    let read = |name: &str| {
        std::fs::read_to_string(folder.join(name)).with_context(|| format!("assets/demo/{name}"))
    };
    Ok(Catalogue {
        regions: serde_json::from_str(&read("regions.json")?)?,
        departments: serde_json::from_str(&read("departments.json")?)?,
        services: serde_json::from_str(&read("services.json")?)?,
        life_events: serde_json::from_str(&read("life_events.json")?)?,
        alerts: serde_json::from_str(&read("alerts.json")?)?,
        synonyms: read("synonyms.yml")?,
        best_bets: serde_json::from_str(&read("best_bets.json")?)?,
    })
}
