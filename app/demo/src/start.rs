//! Starts and stops the platform and the demo nation.

use std::{
    collections::HashMap,
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use axum::Router;
use fingertip_contract::api::{AssuranceLevel, IdentityProvider, Operation, SessionRules};
use fingertip_kit::{Issuers, Proofs, keys::SigningKey, listener, secrets, webhooks::WebhookDoor};
use fingertip_server::{Limits, Registration, operator_token_file};
use fingertip_standard::{DepartmentId, LocalText, OperationId};
use fingertip_store::{Database, Place, StoreError};
use tokio::{
    sync::{Notify, watch},
    task::JoinHandle,
};

use crate::{
    backend,
    department::{Backend, Department},
    departments,
    oidc::{self, Classes, Provider},
    payments::{self, Payments},
    persons::{NATIONAL, PROVINCIAL},
    processing,
    said::said,
    verifier,
};

/// The demo nation's migrations, oldest first.
const MIGRATIONS: &[&str] = &[
    include_str!("../migrations/001-first.sql"),
    include_str!("../migrations/002-utilities.sql"),
    include_str!("../migrations/003-keys.sql"),
    include_str!("../migrations/004-standing.sql"),
    include_str!("../migrations/005-devices.sql"),
    include_str!("../migrations/006-acts.sql"),
    include_str!("../migrations/007-classes.sql"),
];

/// Where the provincial identity provider stands.
const PROVINCIAL_PATH: &str = "/provincial/oidc";

/// How to run.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder for databases, keys and tokens; made if it is not there.
    pub data: PathBuf,
    /// Where the platform's database is; none where it is a file among the others.
    pub database: Option<Place>,
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
    /// How long a code for a helper is taken; none for as long as the platform takes one by itself.
    pub helper_code_lifetime: Option<Duration>,
    /// How long sessions last, and when a person shows anew who they are.
    pub sessions: SessionRules,
    /// How often something is brought to a department that does not take it while it takes others; none for as often as the platform does by itself.
    pub most_attempts: Option<u32>,
    /// Tells the time by which cases are late; none for the clock of the machine.
    pub now: Option<fn() -> jiff::Timestamp>,
    /// How much the platform answers to whom; none where that is not limited: in a nation on one machine everybody has one address, and tests
    /// are in a hurry.
    pub limits: Option<Limits>,
    /// The port of the doors of whoever runs the platform; none where there are none.
    pub operation_port: Option<u16>,
    /// Whether the province has an identity provider of its own beside the nation's.
    pub has_provincial_provider: bool,
    /// Where devices find the platform, where something stands before it; none where they ask it directly.
    pub public_url: Option<String>,
    /// Departments whose backend stands elsewhere than in the demo nation, and where.
    pub elsewhere: HashMap<DepartmentId, String>,
}

impl Options {
    /// Free ports, 3 seconds a step, access tokens of 15 minutes; a sign-in is good for what is grave for as long.
    #[must_use]
    pub fn new(data: impl Into<PathBuf>, repository: impl Into<PathBuf>) -> Self {
        Self {
            data: data.into(),
            database: None,
            repository: repository.into(),
            port: 0,
            demo_port: 0,
            pace: Duration::from_secs(3),
            access_token_lifetime: Duration::from_secs(15 * 60),
            helper_code_lifetime: None,
            most_attempts: None,
            now: None,
            limits: None,
            operation_port: None,
            sessions: SessionRules { fresh_minutes: Some(15), ..SessionRules::default() },
            has_provincial_provider: false,
            public_url: None,
            elsewhere: HashMap::new(),
        }
    }

    /// What the platform has switched off: nothing at first; what is written there holds from the next request on.
    #[must_use]
    pub fn switches_file(&self) -> PathBuf {
        self.data.join("switches.json")
    }

    /// Where the operator's token is kept.
    #[must_use]
    pub fn operator_token_file(&self) -> PathBuf {
        operator_token_file(&self.data)
    }
}

/// Why the nation does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// The platform does not start.
    #[error("starting the platform failed")]
    Platform(#[from] fingertip_server::StartError),
    /// A key, a token or a folder cannot be read or written.
    #[error("reading or making secrets in the data folder failed")]
    Data(#[from] io::Error),
    /// The demo nation's database cannot be opened.
    #[error("opening a database in the data folder failed")]
    Store(#[from] StoreError),
    /// The demo nation's port is taken.
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

/// The platform and the demo nation, running until [`Running::stop`].
#[derive(Debug)]
pub struct Running {
    /// The platform's URL, without a slash at the end.
    pub platform_url: String,
    /// The demo nation's URL, without a slash at the end.
    pub demo_url: String,
    /// What the operator shows to replace the catalogue.
    pub operator_token: String,
    /// The URL of the doors of whoever runs the platform, where there are any.
    pub operation_url: Option<String>,
    platform: fingertip_server::Running,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Ends open requests and background work, then returns; what takes longer than five seconds is cut off.
    pub async fn stop(self) {
        self.stop.send_replace(true);
        self.platform.stop().await;
        listener::end(self.tasks).await;
    }
}

/// Starts everything; returns once both listeners answer.
///
/// # Errors
/// [`StartError`]: the platform, the data folder, the database, a port or the HTTP client.
pub async fn start(options: Options) -> Result<Running, StartError> {
    prepare_folder(&options.data)?;
    let switches = options.switches_file();
    if !switches.exists() {
        fs::write(&switches, "{}")?;
    }
    let bound = fingertip_server::bind(options.port).await?;
    let failed = |source| StartError::Listen { port: options.demo_port, source };
    let demo_listener = listener::listen(options.demo_port).await.map_err(failed)?;
    let demo_url = listener::url_of(&demo_listener).map_err(failed)?;
    let nation = Nation {
        client: listener::make_client().map_err(StartError::Client)?,
        database: Database::open(&options.data.join("demo.db"), MIGRATIONS)?,
        // What one provider gave is worth nothing at the other: not even a table is shared.
        provincial: Database::open(&options.data.join("provincial.db"), MIGRATIONS)?,
        platform_url: bound.url().into(),
        url: demo_url.clone(),
        options,
    };
    let backends = departments::ALL.iter().map(|one| nation.backend(*one)).collect::<io::Result<Vec<_>>>()?;
    let registrations = backends.iter().map(|backend| nation.registration(backend)).collect();
    let routes = nation.routes(&backends)?;
    let platform = bound.start(nation.platform(registrations)).await?;

    let (stop, stopping) = watch::channel(false);
    let mut tasks = vec![listener::serve(demo_listener, routes, stopping.clone())];
    for backend in backends {
        tasks.push(tokio::spawn(processing::run(backend, stopping.clone())));
    }
    let (platform_url, operator_token) = (platform.url.clone(), platform.operator_token.clone());
    let operation_url = platform.operation_url.clone();
    Ok(Running { platform_url, demo_url, operator_token, operation_url, platform, stop, tasks })
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

/// What the parts of the nation are made of.
struct Nation {
    options: Options,
    client: reqwest::Client,
    database: Database,
    provincial: Database,
    platform_url: Arc<str>,
    url: String,
}

impl Nation {
    fn issuer(&self) -> String {
        format!("{}/oidc", self.url)
    }

    fn provincial_issuer(&self) -> String {
        format!("{}{PROVINCIAL_PATH}", self.url)
    }

    /// As they are announced: the national one alone, or both.
    fn providers(&self) -> Vec<IdentityProvider> {
        let provider = |issuer: String, name: &str, audience: &str, classes: Classes| IdentityProvider {
            devices_url: Some(format!("{issuer}/devices")),
            issuer,
            client_id: oidc::CLIENT_ID.to_owned(),
            resource: None,
            name: said(name),
            audience: said(audience),
            assurance: AssuranceLevel::High,
            acr: classes.levels(),
        };
        let national = provider(self.issuer(), "provider-national", "audience-national", Classes::None);
        let provincial = self.options.has_provincial_provider.then(|| {
            let classes = Classes::PasscodeOrCard;
            provider(self.provincial_issuer(), "provider-provincial", "audience-provincial", classes)
        });
        std::iter::once(national).chain(provincial).collect()
    }

    fn backend_url(&self, department: &DepartmentId) -> String {
        format!("{}/departments/{department}", self.url)
    }

    fn payments_url(&self) -> String {
        format!("{}/payments", self.url)
    }

    fn key(&self, name: &str) -> io::Result<SigningKey> {
        SigningKey::load_or_make(&self.options.data.join("keys").join(format!("{name}.pk8")))
    }

    fn token_file(&self, department: &DepartmentId) -> PathBuf {
        self.options.data.join("tokens").join(department.as_str())
    }

    fn backend(&self, department: &'static dyn Department) -> io::Result<Arc<Backend>> {
        let id = department.id();
        Ok(Arc::new(Backend {
            department,
            key: self.key(id.as_str())?,
            token: secrets::load_or_make_token(&self.token_file(&id))?,
            database: self.database.clone(),
            client: self.client.clone(),
            url: self.backend_url(&id),
            door: WebhookDoor::new(&self.backend_url(&id), self.client.clone())?,
            platform_url: Arc::clone(&self.platform_url),
            payment_keys_url: format!("{}/jwks.json", self.payments_url()),
            pace: self.options.pace,
            wake: Notify::new(),
        }))
    }

    /// What a real department's operator would write into their file.
    fn registration(&self, backend: &Backend) -> Registration {
        let id = backend.department.id();
        let in_demo = || self.backend_url(&id);
        let named = |names: &[&str]| names.iter().filter_map(|name| OperationId::new(*name).ok()).collect();
        Registration {
            supervisor: Some(said("supervisor")),
            assurance: backend.department.needed_assurance(),
            backend: self.options.elsewhere.get(&id).cloned().unwrap_or_else(in_demo),
            token_file: self.token_file(&id),
            operations: named(backend.department.operations()),
            changing_operations: named(backend.department.changing_operations()),
            keys: backend.key.public_set(),
            id,
        }
    }

    fn platform(&self, departments: Vec<Registration>) -> fingertip_server::Options {
        let Options { data, repository, .. } = &self.options;
        let name = [("zh-Hans", "指尖政务（示范国家）"), ("en", "Fingertip demo nation")];
        let options = fingertip_server::Options::new(data, repository, self.issuer(), oidc::CLIENT_ID);
        fingertip_server::Options {
            name: LocalText(name.map(|(tag, text)| (tag.to_owned(), text.to_owned())).into()),
            database: self.options.database.clone().unwrap_or_else(|| options.database.clone()),
            payments_url: self.payments_url(),
            payments_audience: Some(self.payments_url()),
            devices_url: Some(format!("{}/devices", self.issuer())),
            providers: if self.options.has_provincial_provider { self.providers() } else { Vec::new() },
            sessions: self.options.sessions.clone(),
            switches: Some(self.options.switches_file()),
            departments,
            most_attempts: self.options.most_attempts.unwrap_or(options.most_attempts),
            now: self.options.now.unwrap_or(options.now),
            limits: self.options.limits.unwrap_or(Limits::NONE),
            operation_port: self.options.operation_port,
            public_url: self.options.public_url.clone(),
            helper_code_lifetime: self.options.helper_code_lifetime.unwrap_or(options.helper_code_lifetime),
            ..options
        }
    }

    fn national_provider(&self) -> io::Result<Provider> {
        let secret = secrets::load_or_make_token(&self.options.data.join("pairwise.secret"))?;
        Ok(Provider {
            issuer: self.issuer(),
            name: said("provider-national"),
            persons: &NATIONAL,
            classes: Classes::None,
            key: self.key("identity")?,
            proofs: Proofs::default(),
            database: self.database.clone(),
            access_token_lifetime: self.options.access_token_lifetime,
            logout_url: format!("{}{}", self.platform_url, Operation::EndSession.route().path),
            client: self.client.clone(),
            audiences: vec![self.payments_url()],
            pairwise_secret: secret,
        })
    }

    fn provincial_provider(&self) -> io::Result<Provider> {
        let secret = secrets::load_or_make_token(&self.options.data.join("provincial-pairwise.secret"))?;
        Ok(Provider {
            issuer: self.provincial_issuer(),
            name: said("provider-provincial"),
            persons: &PROVINCIAL,
            classes: Classes::PasscodeOrCard,
            key: self.key("provincial-identity")?,
            proofs: Proofs::default(),
            database: self.provincial.clone(),
            pairwise_secret: secret,
            ..self.national_provider()?
        })
    }

    fn routes(&self, backends: &[Arc<Backend>]) -> io::Result<Router> {
        let national = Arc::new(self.national_provider()?);
        let mut routes = Router::new()
            .merge(oidc::well_known(Arc::clone(&national)))
            .nest("/oidc", oidc::router(national));
        if self.options.has_provincial_provider {
            let provincial = Arc::new(self.provincial_provider()?);
            routes = routes
                .merge(oidc::well_known(Arc::clone(&provincial)))
                .nest(PROVINCIAL_PATH, oidc::router(provincial));
        }
        let for_payments = |one| IdentityProvider { resource: Some(self.payments_url()), ..one };
        let payments = Arc::new(Payments {
            key: self.key("payments")?,
            url: self.payments_url(),
            fresh_minutes: self.options.sessions.fresh_minutes,
            issuers: Issuers::new(self.providers().into_iter().map(for_payments).collect(), &self.client),
            database: self.database.clone(),
        });
        let routes = routes.merge(payments::router(payments));
        let routes = backends.iter().fold(routes, |routes, one| {
            let path = format!("/departments/{}", one.department.id());
            let routes = routes.nest(&path, backend::router(Arc::clone(one)));
            if !one.department.has_page() {
                return routes;
            }
            let issuers = self.providers().into_iter().map(|provider| provider.issuer).collect();
            routes.nest(&format!("{path}/night-pass"), verifier::router(Arc::clone(one), issuers))
        });
        Ok(listener::with_common(routes))
    }
}
