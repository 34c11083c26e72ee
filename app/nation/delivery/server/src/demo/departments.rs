//! The departments' backends: what a real department would run, over the same HTTP.

mod human_resources;
pub(crate) mod processing;
mod receipt;
mod taxation;
mod transport;
mod utilities;

use std::{collections::HashSet, sync::Arc, time::Duration};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use fingertip_contract::api::DispatchedCase;
use fingertip_standard::{DepartmentId, OperationId, RunningApp};
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use tokio::sync::Notify;

use crate::{
    domain,
    http::{
        body::{JsonBody, PathOf, RawBody, StampedApp, bearer, text_header},
        gateway::SUBJECT,
        problem::ApiError,
    },
    keys::SigningKey,
    secrets,
    store::{Database, StoreError},
};

/// Which department.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    HumanResources,
    Taxation,
    Transport,
    Utilities,
}

impl Kind {
    /// All demo departments.
    pub(crate) const ALL: [Self; 4] =
        [Self::HumanResources, Self::Taxation, Self::Transport, Self::Utilities];

    /// Its id.
    pub(crate) fn id(self) -> DepartmentId {
        let id = match self {
            Self::HumanResources => "human-resources",
            Self::Taxation => "taxation",
            Self::Transport => "transport",
            Self::Utilities => "utilities",
        };
        DepartmentId::new(id).expect("the names above are well formed")
    }

    /// The operations that it registers with the platform.
    pub(crate) fn operations(self) -> HashSet<OperationId> {
        let names = match self {
            Self::HumanResources => human_resources::OPERATIONS,
            Self::Taxation => taxation::OPERATIONS,
            Self::Transport => transport::OPERATIONS,
            Self::Utilities => utilities::OPERATIONS,
        };
        names.iter().filter_map(|name| OperationId::new(*name).ok()).collect()
    }
}

/// One department's backend.
pub(crate) struct Backend {
    pub(crate) kind: Kind,
    /// Signs its documents.
    pub(crate) key: SigningKey,
    /// The token that it and the platform use with each other.
    pub(crate) token: String,
    pub(crate) database: Database,
    pub(crate) client: reqwest::Client,
    /// Where the platform stands.
    pub(crate) platform_url: String,
    /// Where the payment service publishes its keys.
    pub(crate) payment_keys_url: String,
    /// How long an officer takes for a step.
    pub(crate) pace: Duration,
    /// Told of every new case.
    pub(crate) wake: Notify,
}

/// A mini-app's call as it reaches a department.
pub(crate) struct Call {
    /// The person, pairwise.
    pub(crate) subject: String,
    pub(crate) app: RunningApp,
    pub(crate) body: Vec<u8>,
    pub(crate) now: Timestamp,
}

impl Call {
    /// The body, or a problem that says what it should have been.
    fn read<T: DeserializeOwned>(&self, otherwise: &'static str) -> Result<T, ApiError> {
        serde_json::from_slice(&self.body).map_err(|_| ApiError::Input { detail: otherwise })
    }
}

/// A department's answer as JSON text.
fn reply<T: Serialize>(value: &T) -> Result<String, ApiError> {
    serde_json::to_string(value).map_err(|_| ApiError::Store(StoreError::Damaged { table: "answer" }))
}

/// The backend's routes, to be nested under `/departments/{id}`.
pub(crate) fn router(backend: Arc<Backend>) -> Router {
    Router::new()
        .route("/cases", post(take_case))
        .route("/operations/{operation}", post(operate))
        .with_state(backend)
}

fn check_token(backend: &Backend, headers: &HeaderMap) -> Result<(), ApiError> {
    match bearer(headers) {
        Some(token) if secrets::is_same(token, &backend.token) => Ok(()),
        _ => Err(ApiError::DepartmentTokenInvalid),
    }
}

/// Stored before it is acknowledged; a case told twice is one case.
async fn take_case(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
    JsonBody(case): JsonBody<DispatchedCase>,
) -> Result<StatusCode, ApiError> {
    check_token(&backend, &headers)?;
    let department = backend.kind.id();
    let due_ms = domain::now().as_millisecond() + i64::try_from(backend.pace.as_millis()).unwrap_or(0);
    let take = move |work: &rusqlite::Transaction<'_>| processing::take(work, &department, &case, due_ms);
    let taken: Result<(), StoreError> = backend.database.run(take).await;
    taken?;
    backend.wake.notify_one();
    Ok(StatusCode::ACCEPTED)
}

async fn operate(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
    PathOf(operation): PathOf<OperationId>,
    StampedApp(app): StampedApp,
    RawBody(body): RawBody,
) -> Result<Response, ApiError> {
    check_token(&backend, &headers)?;
    let subject = text_header(&headers, SUBJECT).ok_or(ApiError::DepartmentTokenInvalid)?.to_owned();
    let call = Call { subject, app, body: body.to_vec(), now: domain::now() };
    let answered = match backend.kind {
        Kind::HumanResources => human_resources::operate(&operation, &call),
        Kind::Taxation => taxation::operate(&operation, &call),
        Kind::Transport => transport::operate(&backend, &operation, call).await,
        Kind::Utilities => utilities::operate(&backend, &operation, call).await,
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], answered?).into_response())
}
