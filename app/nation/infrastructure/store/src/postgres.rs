//! `PostgreSQL`, for a platform of several machines. Whoever writes holds one lock of the database until they have committed, so that what
//! was read is still so when it is written, on every machine, as with a file that one writes at a time; and the audit log is one chain. Who
//! only reads waits for nobody.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use postgres::{
    Client, Config, IsolationLevel, NoTls, Statement,
    config::{Host, SslMode},
};
use r2d2::{ManageConnection, Pool, PooledConnection};
use rustls::{ClientConfig, RootCertStore, crypto::aws_lc_rs};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::{error::StoreError, pending::pending, sql::SqlError, transaction::Transaction, work::Work};

/// So many connections at most: `PostgreSQL` takes a hundred of all its clients where nobody has said otherwise.
const CONNECTIONS: u32 = 16;
/// How long a request waits for a connection.
const PATIENCE: Duration = Duration::from_secs(5);
/// A machine that is cut off or stands still while it writes holds up the others no longer than this.
const BOUNDS: &str = "SET idle_in_transaction_session_timeout = '15s'; SET lock_timeout = '20s'";
/// The lock of whoever writes; a number of our own, for such locks are known by numbers.
const WRITERS: i64 = 0x0066_696e_6765_7274;

/// A database on a server.
#[derive(Debug, Clone)]
pub(crate) struct Postgres(Arc<Own>);

/// What one program has of it.
#[derive(Debug)]
struct Own {
    connections: Connections,
    /// Who waits here for their turn to write holds no connection meanwhile: whoever reads needs them.
    turn: Mutex<()>,
}

/// The connections, which are closed where waiting for that stops nobody: their client may not wait on an asynchronous thread.
#[derive(Debug)]
struct Connections(Option<Pool<Manager>>);

impl Drop for Connections {
    fn drop(&mut self) {
        let pool = self.0.take();
        std::thread::spawn(move || drop(pool));
    }
}

/// A connection, with what it was asked before.
pub(crate) struct Session {
    client: Client,
    statements: HashMap<String, Statement>,
}

/// Makes connections.
pub(crate) struct Manager {
    config: Config,
    /// None where it is reached by a socket of this machine: there is no name there that a certificate could be for.
    tls: Option<MakeRustlsConnect>,
}

impl std::fmt::Debug for Manager {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Not its configuration: a password is in it.
        formatter.debug_struct("Manager").finish_non_exhaustive()
    }
}

impl ManageConnection for Manager {
    type Connection = Session;
    type Error = postgres::Error;

    fn connect(&self) -> Result<Session, postgres::Error> {
        let mut client = match self.tls.clone() {
            Some(tls) => self.config.connect(tls)?,
            None => self.config.connect(NoTls)?,
        };
        client.batch_execute(BOUNDS)?;
        Ok(Session { client, statements: HashMap::new() })
    }

    fn is_valid(&self, session: &mut Session) -> Result<(), postgres::Error> {
        session.client.simple_query("").map(drop)
    }

    fn has_broken(&self, session: &mut Session) -> bool {
        session.client.is_closed()
    }
}

impl Postgres {
    /// Connects and brings the database to the newest schema. Beyond this machine nothing travels in the clear.
    pub(crate) fn connect(url: &str, migrations: &[&str]) -> Result<Self, StoreError> {
        let mut config: Config = url.parse().map_err(|_| StoreError::Url)?;
        let is_here = config.get_hosts().iter().all(|host| match host {
            Host::Tcp(name) => matches!(name.as_str(), "localhost" | "127.0.0.1" | "::1"),
            #[cfg(unix)]
            Host::Unix(_) => true,
        });
        if !is_here && config.get_ssl_mode() == SslMode::Prefer {
            config.ssl_mode(SslMode::Require);
        }
        config.application_name("fingertip").connect_timeout(PATIENCE);
        let is_socket = config.get_hosts().iter().all(|host| !matches!(host, Host::Tcp(_)));
        let tls = if is_socket { None } else { Some(MakeRustlsConnect::new(verifying()?)) };
        let manager = Manager { config, tls };
        // A pool says only that it has none.
        drop(manager.connect().map_err(refused)?);
        let pool = Pool::builder().max_size(CONNECTIONS).min_idle(Some(1)).connection_timeout(PATIENCE);
        let pool = pool.build(manager).map_err(|_| SqlError::NoConnection)?;
        let own = Self(Arc::new(Own { connections: Connections(Some(pool)), turn: Mutex::new(()) }));
        own.migrate(migrations)?;
        Ok(own)
    }

    fn session(&self) -> Result<PooledConnection<Manager>, StoreError> {
        let session = self.0.connections.0.as_ref().and_then(|pool| pool.get().ok());
        Ok(session.ok_or(SqlError::NoConnection)?)
    }

    /// Does `work` in one transaction: committed when it succeeds, undone when it fails. One at a time, on every machine.
    pub(crate) fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let _turn = self.0.turn.lock().unwrap_or_else(PoisonError::into_inner);
        let mut session = self.session()?;
        let Session { client, statements } = &mut *session;
        let mut transaction = client.transaction().map_err(refused)?;
        lock(&mut transaction)?;
        let own = Transaction::of_postgres(Work::new(transaction, statements));
        let value = work(&own)?;
        own.commit().map_err(StoreError::from)?;
        Ok(value)
    }

    /// Reads one moment of it, beside whoever writes.
    pub(crate) fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let mut session = self.session()?;
        let Session { client, statements } = &mut *session;
        let reading =
            client.build_transaction().read_only(true).isolation_level(IsolationLevel::RepeatableRead);
        let transaction = reading.start().map_err(refused)?;
        work(&Transaction::of_postgres(Work::new(transaction, statements)))
    }

    fn migrate(&self, migrations: &[&str]) -> Result<(), StoreError> {
        let mut session = self.session()?;
        let mut transaction = session.client.transaction().map_err(refused)?;
        lock(&mut transaction)?;
        let begin = "CREATE TABLE IF NOT EXISTS schema_version (version BIGINT NOT NULL)";
        transaction.batch_execute(begin).map_err(refused)?;
        let found = transaction
            .query_one("SELECT coalesce(max(version), 0) FROM schema_version", &[])
            .and_then(|row| row.try_get::<_, i64>(0))
            .map_err(refused)?;
        for (version, sql) in pending(u32::try_from(found).unwrap_or(u32::MAX), migrations)? {
            transaction.batch_execute(sql).map_err(refused)?;
            let note = "INSERT INTO schema_version (version) VALUES ($1)";
            transaction.execute(note, &[&i64::from(version)]).map_err(refused)?;
        }
        transaction.commit().map_err(refused)
    }
}

fn lock(transaction: &mut postgres::Transaction<'_>) -> Result<(), StoreError> {
    transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&WRITERS]).map(drop).map_err(refused)
}

fn refused(error: postgres::Error) -> StoreError {
    StoreError::Sql(error.into())
}

/// Encrypted, to a server whose certificate this machine trusts.
fn verifying() -> Result<ClientConfig, StoreError> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let config = ClientConfig::builder_with_provider(Arc::new(aws_lc_rs::default_provider()))
        .with_safe_default_protocol_versions()
        .map_err(|_| SqlError::NoConnection)?;
    Ok(config.with_root_certificates(roots).with_no_client_auth())
}
