//! What the doors note in the audit log, in the transaction that does it: who, through which door, on what.

use std::time::Duration;

use fingertip_cases::derive_actor;
use fingertip_contract::api::Operation;
use fingertip_kit::clock;
use fingertip_standard::DepartmentId;
use fingertip_store::{
    Database, StoreError, Transaction,
    audit::{self, Note},
};

use tokio::sync::watch;

use crate::platform::Platform;

/// How often it is said where the audit log stands.
const PERIOD: Duration = Duration::from_secs(60 * 60);

/// Says where the audit log stands, at the beginning, each hour and at the end, until `stop` turns true: whoever keeps the platform's own log
/// elsewhere can tell later whether what was written then is still there (`fingertip-server audit --noted`).
pub(crate) async fn tell_head(database: Database, mut stop: watch::Receiver<bool>) {
    loop {
        let head: Result<audit::Head, StoreError> = database.look(audit::head).await;
        match head {
            Ok(head) => tracing::info!(head = format!("{}:{}", head.number, head.hash), "audit log"),
            Err(error) => tracing::error!(%error, "audit log cannot be read"),
        }
        if *stop.borrow() {
            return;
        }
        tokio::select! {
            _ = stop.wait_for(|&is_stopping| is_stopping) => {}
            () = tokio::time::sleep(PERIOD) => {}
        }
    }
}

/// Who did something.
#[derive(Debug, Clone)]
pub(crate) struct Actor(String);

impl Actor {
    /// A person: the log holds no name by which anybody else knows them.
    pub(crate) fn person(platform: &Platform, subject: &str) -> Self {
        Self(derive_actor(subject, &platform.pairwise_secret))
    }

    pub(crate) fn department(id: &DepartmentId) -> Self {
        Self(format!("department {id}"))
    }

    pub(crate) fn operator() -> Self {
        Self("operator".to_owned())
    }

    pub(crate) fn issuer() -> Self {
        Self("issuer".to_owned())
    }

    /// Notes what is done through the door of `operation` to `object`; `detail` is a word of the contract, or empty.
    ///
    /// # Errors
    /// The database refuses: then it is not done either.
    pub(crate) fn note(
        &self,
        work: &Transaction<'_>,
        operation: Operation,
        object: &str,
        detail: &str,
    ) -> Result<(), StoreError> {
        let note = Note { actor: &self.0, action: operation.id(), object, detail };
        audit::note(work, &note, clock::now().as_millisecond())
    }

    /// Notes that one of a person's identities was joined to them: by their provider's word and at no door of its own.
    ///
    /// # Errors
    /// The database refuses: then it is not joined.
    pub(crate) fn note_join(&self, work: &Transaction<'_>) -> Result<(), StoreError> {
        let note = Note { actor: &self.0, action: "join-identity", object: "", detail: "" };
        audit::note(work, &note, clock::now().as_millisecond())
    }

    /// Notes that an officer was let in at the console, which is no door of the table.
    ///
    /// # Errors
    /// The database refuses: then nobody is let in.
    pub(crate) fn note_sign_in(&self, work: &Transaction<'_>) -> Result<(), StoreError> {
        let note = Note { actor: &self.0, action: "console-sign-in", object: "", detail: "" };
        audit::note(work, &note, clock::now().as_millisecond())
    }
}
