//! Starts and stops the platform and the demo nation.

use std::{
    collections::HashMap,
    fs, io,
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use axum::Router;
use fingertip_contract::api::PlatformInfo;
use fingertip_standard::{DepartmentId, Fault, FaultClass, LocalText};
use tokio::{
    net::TcpListener,
    sync::{Notify, watch},
    task::JoinHandle,
};

use crate::{
    demo::{
        self,
        departments::{self, Backend, Kind, processing},
        oidc::{self, Provider},
        payments::{self, Payments},
    },
    dispatch,
    domain::helper::CODE_LIFETIME,
    http::{self, auth::Issuer},
    keys::SigningKey,
    platform::{Platform, PlatformParts, Registration},
    secrets,
    store::{Database, PLATFORM_MIGRATIONS, StoreError, outbox},
};

/// How long open requests may take to end when the server stops.
const STOP_PATIENCE: Duration = Duration::from_secs(5);

/// How to run.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder for databases, keys and tokens; made if it is not there.
    pub data: PathBuf,
    /// The TUF repository: its folders `metadata` and `targets` are served.
    pub repository: PathBuf,
    /// The platform's port on the loopback address; 0 lets the system choose.
    pub port: u16,
    /// The demo nation's port; 0 lets the system choose. A fixed one keeps the issuer's URL over a restart.
    pub demo_port: u16,
    /// How long a demo department takes for each step of a case.
    pub pace: Duration,
    /// How long an access token is valid, in whole seconds.
    pub access_token_lifetime: Duration,
    /// How long a code for a helper is taken.
    pub helper_code_lifetime: Duration,
}

impl Options {
    /// Free ports, 3 seconds a step, access tokens of 15 minutes, codes for helpers of ten.
    #[must_use]
    pub fn new(data: impl Into<PathBuf>, repository: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            repository: repository.into(),
            port: 0,
            demo_port: 0,
            pace: Duration::from_secs(3),
            access_token_lifetime: Duration::from_secs(15 * 60),
            helper_code_lifetime: CODE_LIFETIME,
        }
    }

    /// Where the operator's token is kept.
    #[must_use]
    pub fn operator_token_file(&self) -> PathBuf {
        self.data.join("operator-token")
    }
}

/// Why the platform does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A key, a token or a folder cannot be read or written.
    #[error("reading or making secrets in the data folder failed")]
    Data(#[source] io::Error),
    /// A database cannot be opened.
    #[error("opening a database in the data folder failed")]
    Store(#[from] StoreError),
    /// A port is taken.
    #[error("listening on port {port} failed")]
    Listen {
        /// The port.
        port: u16,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// The HTTP client cannot be made.
    #[error("making the HTTP client failed")]
    Client(#[source] reqwest::Error),
}

impl Fault for StartError {
    fn class(&self) -> FaultClass {
        FaultClass::Device
    }
    fn message_id(&self) -> &'static str {
        "fault-platform-start"
    }
}

/// The platform and the demo nation, running until [`Running::stop`].
#[derive(Debug)]
pub struct Running {
    /// The platform's URL, without a slash at the end.
    pub platform_url: String,
    /// The demo nation's URL, without a slash at the end.
    pub demo_url: String,
    /// What the operator shows to replace the catalogue.
    pub operator_token: String,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Ends open requests and background work, then returns; what takes longer than five seconds is cut off.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        for mut task in self.tasks {
            if tokio::time::timeout(STOP_PATIENCE, &mut task).await.is_err() {
                task.abort();
            }
        }
    }
}

/// Starts everything; returns once both listeners answer.
///
/// # Errors
/// [`StartError`]: the data folder, a database, a port or the HTTP client.
pub async fn start(options: Options) -> Result<Running, StartError> {
    start_with(options, HashMap::new()).await
}

/// Starts with some departments' backends standing elsewhere than in the demo nation.
pub(crate) async fn start_with(
    options: Options,
    elsewhere: HashMap<DepartmentId, String>,
) -> Result<Running, StartError> {
    prepare_folder(&options.data).map_err(StartError::Data)?;
    let platform_listener = listen(options.port).await?;
    let demo_listener = listen(options.demo_port).await?;
    let urls = Urls { platform: url_of(&platform_listener)?, demo: url_of(&demo_listener)? };
    let client = make_client().map_err(StartError::Client)?;
    let demo_database = Database::open(&options.data.join("demo.db"), demo::MIGRATIONS)?;
    let backends = Kind::ALL.map(|kind| make_backend(kind, &options, &urls, &client, &demo_database));
    let backends = backends.into_iter().collect::<io::Result<Vec<_>>>().map_err(StartError::Data)?;
    let platform =
        make_platform(&options, &urls, &client, registrations(&backends, &urls, &elsewhere)).await?;
    let demo = demo_routes(&options, &urls, &client, &demo_database, &backends).map_err(StartError::Data)?;

    let (stop, stopping) = watch::channel(false);
    let operator_token = platform.operator_token.clone();
    let mut tasks = vec![
        serve(platform_listener, http::router(Arc::clone(&platform), &options.repository), stopping.clone()),
        serve(demo_listener, demo, stopping.clone()),
    ];
    for backend in backends {
        tasks.push(tokio::spawn(dispatch::run(Arc::clone(&platform), backend.kind.id(), stopping.clone())));
        tasks.push(tokio::spawn(processing::run(backend, stopping.clone())));
    }
    Ok(Running { platform_url: urls.platform, demo_url: urls.demo, operator_token, stop, tasks })
}

struct Urls {
    platform: String,
    demo: String,
}

impl Urls {
    fn issuer(&self) -> String {
        format!("{}/oidc", self.demo)
    }

    fn payments(&self) -> String {
        format!("{}/payments", self.demo)
    }
}

fn prepare_folder(data: &Path) -> io::Result<()> {
    fs::create_dir_all(data.join("keys"))?;
    fs::create_dir_all(data.join("tokens"))?;
    #[cfg(unix)]
    for folder in ["keys", "tokens"] {
        fs::set_permissions(data.join(folder), std::os::unix::fs::PermissionsExt::from_mode(0o700))?;
    }
    Ok(())
}

async fn listen(port: u16) -> Result<TcpListener, StartError> {
    let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
    TcpListener::bind(address).await.map_err(|source| StartError::Listen { port, source })
}

fn url_of(listener: &TcpListener) -> Result<String, StartError> {
    let address = listener.local_addr().map_err(|source| StartError::Listen { port: 0, source })?;
    Ok(format!("http://{address}"))
}

fn make_client() -> reqwest::Result<reqwest::Client> {
    // Everything asked stands in this nation: a proxy for the outside would only see what it must not.
    reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .connect_timeout(Duration::from_secs(3))
        .timeout(Duration::from_secs(15))
        .build()
}

fn signing_key(data: &Path, name: &str) -> io::Result<SigningKey> {
    SigningKey::load_or_make(&data.join("keys").join(format!("{name}.pk8")))
}

fn make_backend(
    kind: Kind,
    options: &Options,
    urls: &Urls,
    client: &reqwest::Client,
    database: &Database,
) -> io::Result<Arc<Backend>> {
    let id = kind.id();
    Ok(Arc::new(Backend {
        kind,
        key: signing_key(&options.data, id.as_str())?,
        token: secrets::load_or_make_token(&options.data.join("tokens").join(id.as_str()))?,
        database: database.clone(),
        client: client.clone(),
        platform_url: urls.platform.clone(),
        payment_keys_url: format!("{}/jwks.json", urls.payments()),
        pace: options.pace,
        wake: Notify::new(),
    }))
}

fn registrations(
    backends: &[Arc<Backend>],
    urls: &Urls,
    elsewhere: &HashMap<DepartmentId, String>,
) -> HashMap<DepartmentId, Registration> {
    let register = |backend: &Arc<Backend>| {
        let id = backend.kind.id();
        let in_demo = || format!("{}/departments/{id}", urls.demo);
        let registration = Registration {
            backend: elsewhere.get(&id).cloned().unwrap_or_else(in_demo),
            token: backend.token.clone(),
            operations: backend.kind.operations(),
            keys: backend.key.public_set(),
            wake: Notify::new(),
        };
        (id, registration)
    };
    backends.iter().map(register).collect()
}

async fn make_platform(
    options: &Options,
    urls: &Urls,
    client: &reqwest::Client,
    departments: HashMap<DepartmentId, Registration>,
) -> Result<Arc<Platform>, StartError> {
    let database = Database::open(&options.data.join("platform.db"), PLATFORM_MIGRATIONS)?;
    database.run(outbox::all_due).await?;
    let name = [("zh-Hans", "指尖政务（示范国家）"), ("en", "Fingertip demo nation")];
    let info = PlatformInfo {
        name: LocalText(name.map(|(tag, text)| (tag.to_owned(), text.to_owned())).into()),
        issuer: urls.issuer(),
        client_id: oidc::CLIENT_ID.to_owned(),
        metadata_url: format!("{}/repository/metadata/", urls.platform),
        targets_url: format!("{}/repository/targets/", urls.platform),
        payments_url: urls.payments(),
    };
    let parts = PlatformParts {
        info,
        database,
        departments,
        client: client.clone(),
        operator_token: secrets::load_or_make_token(&options.operator_token_file())
            .map_err(StartError::Data)?,
        pairwise_secret: secrets::load_or_make_token(&options.data.join("pairwise-secret"))
            .map_err(StartError::Data)?,
        helper_code_lifetime: options.helper_code_lifetime,
    };
    Ok(Arc::new(Platform::new(parts).await?))
}

fn demo_routes(
    options: &Options,
    urls: &Urls,
    client: &reqwest::Client,
    database: &Database,
    backends: &[Arc<Backend>],
) -> io::Result<Router> {
    let provider = Arc::new(Provider {
        issuer: urls.issuer(),
        key: signing_key(&options.data, "identity")?,
        database: database.clone(),
        access_token_lifetime: options.access_token_lifetime,
    });
    let payments = Arc::new(Payments {
        key: signing_key(&options.data, "payments")?,
        url: urls.payments(),
        issuer: Issuer::new(urls.issuer(), client.clone()),
        database: database.clone(),
    });
    let routes = Router::new().nest("/oidc", oidc::router(provider)).merge(payments::router(payments));
    let routes = backends.iter().fold(routes, |routes, backend| {
        routes.nest(&format!("/departments/{}", backend.kind.id()), departments::router(Arc::clone(backend)))
    });
    Ok(http::with_common(routes))
}

fn serve(listener: TcpListener, routes: Router, mut stopping: watch::Receiver<bool>) -> JoinHandle<()> {
    let until = async move {
        let _ = stopping.wait_for(|&is_stopping| is_stopping).await;
    };
    tokio::spawn(async move {
        if let Err(error) = axum::serve(listener, routes).with_graceful_shutdown(until).await {
            tracing::error!(%error, "listener ended");
        }
    })
}
