//! Starts and stops the platform.

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
    time::Duration,
};

use fingertip_calendar::WorkingDays;
use fingertip_cases::{
    deliveries::{self, Deliveries, MOST_ATTEMPTS},
    helpers::CODE_LIFETIME,
    joint::sweep::{self, Sweep},
    lateness,
    ratings::FOLLOW_UP_DAYS,
    retention,
};
use fingertip_catalogue::{
    offered::{Offered, Shelf},
    slices::cut,
};
use fingertip_contract::{
    Catalogue,
    api::{IdentityProvider, PlatformInfo, SessionRules, Switches},
};
use fingertip_departments::{Departments, Registration, RegistrationError};
use fingertip_kit::{Issuers, clock, keys::SigningKey, listener, secrets};
use fingertip_standard::{Fault, FaultClass, LocalText};
use fingertip_store::{
    Database, Place, StoreError, Transaction, catalogue_slices, outbox, persons, retention::Retention,
};
use fingertip_typed::Nation;
use jiff::Timestamp;
use tokio::{net::TcpListener, sync::watch, task::JoinHandle};

use crate::{
    audit,
    breaker::Breakers,
    counted, doors,
    limits::{self, Gates, Limits},
    metrics::Metrics,
    operation,
    platform::Platform,
    published::Published,
    readiness::Readiness,
    shared::{self, offered},
    switches::{SwitchError, SwitchFile},
    uses::Uses,
};

/// How to run.
#[derive(Debug, Clone)]
pub struct Options {
    /// The folder for the secrets; made if it is not there.
    pub data: PathBuf,
    /// Where the database is.
    pub database: Place,
    /// The TUF repository: its folders `metadata` and `targets` are served.
    pub repository: PathBuf,
    /// The nation's name for this platform.
    pub name: LocalText,
    /// The identity provider's issuer URL.
    pub issuer: String,
    /// The shell's client id there.
    pub client_id: String,
    /// This platform's resource indicator there (RFC 8707), the audience of access tokens; none where the issuer knows no resources and
    /// writes [`fingertip_kit::issuer::AUDIENCE`].
    pub resource: Option<String>,
    /// Every provider at which people sign in, the one at [`issuer`](Self::issuer) among them; none where that is the only one.
    pub providers: Vec<IdentityProvider>,
    /// Where bills are paid.
    pub payments_url: String,
    /// The audience of tokens for the payment service; none where it takes the platform's.
    pub payments_audience: Option<String>,
    /// Where the outside finds this platform, without a slash at the end; none where it is asked directly.
    pub public_url: Option<String>,
    /// The departments.
    pub departments: Vec<Registration>,
    /// How long a code for a helper is taken.
    pub helper_code_lifetime: Duration,
    /// How long a standing consent holds, in days; none leaves it to the standard.
    pub consent_days: Option<u32>,
    /// What the nation's telephone numbers, ids, postcodes and plates look like; none where they are those that shells are built with.
    pub numbers: Option<Nation>,
    /// Which days are worked in the nation, as its years are announced.
    pub working_days: WorkingDays,
    /// Where the issuer lists a person's devices; none where it does not.
    pub devices_url: Option<String>,
    /// How long sessions last, and when a person shows anew who they are.
    pub sessions: SessionRules,
    /// How long what is over stays.
    pub retention: Retention,
    /// The file with what is switched off now (a [`Switches`] in JSON), read again whenever it changes; none where nothing is.
    pub switches: Option<PathBuf>,
    /// How often something is brought to a department that does not take it while it takes others; then it is put aside.
    pub most_attempts: u32,
    /// In how many working days a department has to answer for a bad rating.
    pub follow_up_days: u16,
    /// How much is answered to whom.
    pub limits: Limits,
    /// How many proxies stand before the platform, each of which says in `X-Forwarded-For` from whom it was asked; nought where it is asked
    /// directly, and what that header says is then believed of nobody.
    pub n_proxies: usize,
    /// The port of the doors of whoever runs the platform: `/live`, `/ready`, `/metrics`; 0 lets the system choose. None where there are none.
    pub operation_port: Option<u16>,
    /// For how long it says that it is not ready before it takes no requests any more, so that they are sent elsewhere meanwhile.
    pub drain: Duration,
    /// Tells the time of what happens in a case, and by which it is late.
    pub now: fn() -> Timestamp,
}

impl Options {
    /// A platform without a name and departments, with its database in the folder of its secrets; codes for helpers are taken for ten minutes.
    #[must_use]
    pub fn new(
        data: impl Into<PathBuf>,
        repository: impl Into<PathBuf>,
        issuer: impl Into<String>,
        client_id: impl Into<String>,
    ) -> Self {
        let data = data.into();
        Self {
            database: Place::File(database_file(&data)),
            data,
            repository: repository.into(),
            name: LocalText::default(),
            issuer: issuer.into(),
            client_id: client_id.into(),
            resource: None,
            providers: Vec::new(),
            payments_url: String::new(),
            public_url: None,
            departments: Vec::new(),
            helper_code_lifetime: CODE_LIFETIME,
            consent_days: None,
            numbers: None,
            working_days: WorkingDays::built_in(),
            payments_audience: None,
            devices_url: None,
            sessions: SessionRules::default(),
            retention: Retention::default(),
            switches: None,
            most_attempts: MOST_ATTEMPTS,
            follow_up_days: FOLLOW_UP_DAYS,
            limits: Limits::default(),
            n_proxies: 0,
            operation_port: None,
            drain: Duration::ZERO,
            now: clock::now,
        }
    }

    /// Where the operator's token is kept.
    #[must_use]
    pub fn operator_token_file(&self) -> PathBuf {
        operator_token_file(&self.data)
    }
}

/// Where the operator's token is kept in the data folder.
#[must_use]
pub fn operator_token_file(data: &Path) -> PathBuf {
    data.join("operator-token")
}

/// Where the database is kept in the data folder.
#[must_use]
pub fn database_file(data: &Path) -> PathBuf {
    data.join("platform.db")
}

/// Where the key is kept that signs what departments are told and asked.
fn key_file(data: &Path) -> PathBuf {
    data.join("platform.pk8")
}

/// Where the secret is kept with which names for persons are derived.
#[must_use]
pub fn pairwise_secret_file(data: &Path) -> PathBuf {
    data.join("pairwise-secret")
}

/// Why the platform does not start.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum StartError {
    /// A key, a token or a folder cannot be read or written.
    #[error("reading or making secrets in the data folder failed")]
    Data(#[source] io::Error),
    /// The database cannot be opened.
    #[error("opening the database failed")]
    Store(#[from] StoreError),
    /// A department's registration is not taken.
    #[error("registering the departments failed")]
    Departments(#[from] RegistrationError),
    /// A port is taken.
    #[error("listening on port {port} failed")]
    Listen {
        /// The port.
        port: u16,
        /// Why.
        #[source]
        source: io::Error,
    },
    /// What is switched off cannot be read.
    #[error(transparent)]
    Switches(#[from] SwitchError),
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

/// A port that is taken for the platform; its address is known before anything is served.
#[derive(Debug)]
pub struct Bound {
    listener: TcpListener,
    url: String,
}

/// Takes a port on the loopback address; 0 lets the system choose.
///
/// # Errors
/// [`StartError::Listen`] when somebody else has it.
pub async fn bind(port: u16) -> Result<Bound, StartError> {
    let failed = |source| StartError::Listen { port, source };
    let listener = listener::listen(port).await.map_err(failed)?;
    let url = listener::url_of(&listener).map_err(failed)?;
    Ok(Bound { listener, url })
}

/// The platform, running until [`Running::stop`].
#[derive(Debug)]
pub struct Running {
    /// Its URL, without a slash at the end.
    pub url: String,
    /// What the operator shows to replace the catalogue.
    pub operator_token: String,
    /// The URL of the doors of whoever runs it, without a slash at the end; none where there are none.
    pub operation_url: Option<String>,
    readiness: Arc<Readiness>,
    drain: Duration,
    stop: watch::Sender<bool>,
    tasks: Vec<JoinHandle<()>>,
}

impl Running {
    /// Ends open requests and background work, then returns; what takes longer than five seconds is cut off.
    ///
    /// Nothing that was acknowledged is lost, and nothing that was not is half done: what was on its way to a department goes out again, and
    /// what is told twice is one.
    pub async fn stop(self) {
        self.readiness.end();
        if !self.drain.is_zero() {
            tokio::time::sleep(self.drain).await;
        }
        self.stop.send_replace(true);
        listener::end(self.tasks).await;
    }
}

impl Bound {
    /// Where the platform will be, without a slash at the end.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Starts serving; returns once it answers.
    ///
    /// # Errors
    /// [`StartError`]: the data folder, the database, a department or the HTTP client.
    pub async fn start(self, options: Options) -> Result<Running, StartError> {
        let operation = match options.operation_port {
            Some(port) => Some(bind(port).await?),
            None => None,
        };
        let platform = Arc::new(make_platform(&options, &self.url).await?);
        let operator_token = platform.operator_token.clone();
        let deliveries = Deliveries {
            database: platform.database.clone(),
            departments: Arc::clone(&platform.departments),
            client: platform.client.clone(),
            key: Arc::clone(&platform.key),
            most_attempts: options.most_attempts,
        };
        let (database, departments) = (platform.database.clone(), Arc::clone(&platform.departments));
        let sweep = Sweep {
            database: database.clone(),
            departments: Arc::clone(&departments),
            working_days: Arc::clone(&platform.working_days),
            pairwise_secret: platform.pairwise_secret.clone(),
            now: options.now,
        };
        let (stop, stopping) = watch::channel(false);
        let ids: Vec<_> = platform.departments.ids().cloned().collect();
        let routes = doors::router(&platform, &options.repository);
        let mut tasks = vec![listener::serve(self.listener, routes, stopping.clone())];
        for id in ids {
            tasks.push(tokio::spawn(deliveries::run(deliveries.clone(), id, stopping.clone())));
        }
        tasks.push(tokio::spawn(audit::tell_head(database.clone(), stopping.clone())));
        tasks.push(tokio::spawn(sweep::run(sweep, stopping.clone())));
        if platform.database.is_shared() {
            tasks.push(tokio::spawn(shared::follow_catalogue(Arc::clone(&platform), stopping.clone())));
        }
        tasks.push(tokio::spawn(retention::run(
            database.clone(),
            options.retention,
            options.now,
            stopping.clone(),
        )));
        tasks.push(tokio::spawn(counted::follow(Arc::clone(&platform), stopping.clone())));
        tasks.push(tokio::spawn(lateness::run(database, departments, options.now, stopping.clone())));
        tasks.push(tokio::spawn(limits::sweep(Arc::clone(&platform.gates), stopping.clone())));
        let operation_url = match operation {
            Some(own) => {
                let Bound { listener, url } = own;
                let routes = operation::router(Arc::clone(&platform));
                tasks.push(listener::serve(listener, routes, stopping));
                Some(url)
            }
            None => None,
        };
        let drain = options.drain;
        let readiness = Arc::clone(&platform.readiness);
        Ok(Running { url: self.url, operator_token, operation_url, readiness, drain, stop, tasks })
    }
}

async fn make_platform(options: &Options, url: &str) -> Result<Platform, StartError> {
    fs::create_dir_all(&options.data).map_err(StartError::Data)?;
    let departments = Arc::new(Departments::new(&options.departments)?);
    let client = listener::make_client().map_err(StartError::Client)?;
    let database = options.database.open().await?;
    let has_others = database.is_shared();
    database.run(move |work: &Transaction<'_>| outbox::all_due(work, has_others)).await?;
    let url = outside_url(options, url);
    let metrics = Arc::<Metrics>::default();
    let info = info(options, url, &departments);
    let issuer = options.issuer.clone();
    let first = move |work: &Transaction<'_>| persons::first_issuer(work, &issuer);
    let pairwise_secret = load_secret(&pairwise_secret_file(&options.data))?;
    Ok(Platform {
        shelf: Shelf::new(known_in_slices(&database, offered(&database).await?).await?),
        issuers: Issuers::new(info.identity_providers(), &client).with_nonces_of(&pairwise_secret),
        first_issuer: database.run(first).await?,
        info,
        uses: Uses::default(),
        switches: SwitchFile::open(options.switches.clone())?,
        url: url.to_owned(),
        published: Published::new(&options.repository),
        database,
        departments,
        client,
        key: Arc::new(SigningKey::load_or_make(&key_file(&options.data)).map_err(StartError::Data)?),
        breakers: Breakers::default(),
        gates: Arc::new(Gates::new(options.limits, options.n_proxies, Arc::clone(&metrics))),
        metrics,
        readiness: Arc::default(),
        operator_token: load_secret(&options.operator_token_file())?,
        pairwise_secret,
        helper_code_lifetime: options.helper_code_lifetime,
        working_days: Arc::new(options.working_days.clone()),
        follow_up_days: options.follow_up_days,
        now: options.now,
    })
}

fn load_secret(path: &Path) -> Result<String, StartError> {
    secrets::load_or_make_token(path).map_err(StartError::Data)
}

/// A platform that offered its catalogue before there were slices has them from its next start on.
async fn known_in_slices(database: &Database, offered: Offered) -> Result<Offered, StoreError> {
    if offered.catalogue == Catalogue::default() || database.run(catalogue_slices::are_kept).await? {
        return Ok(offered);
    }
    let cut = cut(&offered.catalogue).map_err(|_| StoreError::Damaged { table: "catalogue" })?;
    database.run(move |work| doors::keep_slices(work, &cut.slices)).await?;
    Ok(offered)
}

fn outside_url<'a>(options: &'a Options, url: &'a str) -> &'a str {
    options.public_url.as_deref().unwrap_or(url).trim_end_matches('/')
}

fn info(options: &Options, url: &str, departments: &Departments) -> PlatformInfo {
    PlatformInfo {
        name: options.name.clone(),
        issuer: options.issuer.clone(),
        client_id: options.client_id.clone(),
        resource: options.resource.clone(),
        providers: options.providers.clone(),
        metadata_url: format!("{url}/repository/metadata/"),
        targets_url: format!("{url}/repository/targets/"),
        payments_url: options.payments_url.clone(),
        payments_audience: options.payments_audience.clone(),
        devices_url: options.devices_url.clone(),
        changing_operations: departments.changing_operations(),
        consent_days: options.consent_days,
        numbers: options.numbers.clone(),
        time_zone: Some(clock::NATION_ZONE.to_owned()),
        sessions: options.sessions.clone(),
        // Each answer has those of its moment.
        switches: Switches::default(),
    }
}
