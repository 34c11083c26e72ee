//! What a department of the demo nation is: the operations that it answers and how it decides on cases.

use std::{sync::Arc, time::Duration};

use async_trait::async_trait;
use axum::http::HeaderMap;
use fingertip_contract::{
    CaseAsk, Document, ProblemCode,
    api::{DispatchedAct, DispatchedCase},
};
use fingertip_kit::{ApiError, body::bearer, keys::SigningKey, secrets, webhooks::WebhookDoor};
use fingertip_server::NeededAssurance;
use fingertip_standard::{DepartmentId, OperationId, RunningApp};
use fingertip_store::Database;
use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};
use tokio::sync::Notify;

/// A department.
#[async_trait]
pub(crate) trait Department: Send + Sync {
    /// Its id in the catalogue.
    fn id(&self) -> DepartmentId;

    /// The operations that it registers with the platform.
    fn operations(&self) -> &'static [&'static str] {
        &[]
    }

    /// Those of [`operations`](Self::operations) that change something.
    fn changing_operations(&self) -> &'static [&'static str] {
        &[]
    }

    /// How surely people have to have signed in.
    fn needed_assurance(&self) -> NeededAssurance {
        NeededAssurance::default()
    }

    /// Answers an operation.
    async fn operate(
        &self,
        _backend: &Backend,
        _operation: &OperationId,
        _call: Call,
    ) -> Result<String, ApiError> {
        Err(ProblemCode::OperationUnknown.into())
    }

    /// Whether it has a page outside of the app at which people show that they are of age.
    fn has_page(&self) -> bool {
        false
    }

    /// The text that names the office which handles its cases.
    fn office(&self) -> &'static str {
        "office-service-hall"
    }

    /// Decides on a case with what its person did in it since, oldest first: without a word of its own, in the person's favour.
    fn decide(&self, _case: &DispatchedCase, _acts: &[DispatchedAct], _now: Timestamp) -> Decision {
        Decision::Grant(None)
    }
}

/// What a department decides on a case.
pub(crate) enum Decision {
    /// In the person's favour, perhaps with a document.
    Grant(Option<Box<Document>>),
    /// Something is missing that the person can supply.
    Ask(Vec<CaseAsk>),
    /// Not taken on, with the text that tells the person the reason.
    Refuse(&'static str),
}

/// What a department works with.
pub(crate) struct Backend {
    pub(crate) department: &'static dyn Department,
    /// Signs its documents.
    pub(crate) key: SigningKey,
    /// The token that it and the platform use with each other.
    pub(crate) token: String,
    pub(crate) database: Database,
    pub(crate) client: reqwest::Client,
    /// Where its own doors stand, without a slash at the end.
    pub(crate) url: String,
    /// Takes what the platform tells.
    pub(crate) door: WebhookDoor,
    /// Where the platform stands.
    pub(crate) platform_url: Arc<str>,
    /// Where the payment service publishes its keys.
    pub(crate) payment_keys_url: String,
    /// How long an officer takes for a step.
    pub(crate) pace: Duration,
    /// Told of every new case.
    pub(crate) wake: Notify,
}

impl Backend {
    /// Whether the platform, or a program of the department's own, asks.
    pub(crate) fn check_token(&self, headers: &HeaderMap) -> Result<(), ApiError> {
        match bearer(headers) {
            Some(token) if secrets::is_same(token, &self.token) => Ok(()),
            _ => Err(ProblemCode::DepartmentTokenInvalid.into()),
        }
    }
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
    pub(crate) fn read<T: DeserializeOwned>(&self, otherwise: &'static str) -> Result<T, ApiError> {
        serde_json::from_slice(&self.body).map_err(|_| ApiError::input(otherwise))
    }
}

/// A department's answer as JSON text.
pub(crate) fn reply<T: Serialize>(value: &T) -> Result<String, ApiError> {
    Ok(serde_json::to_string(value).map_err(|_| ProblemCode::PlatformFailed)?)
}

/// The id of a department that is named in this crate.
pub(crate) fn id_of(name: &str) -> DepartmentId {
    DepartmentId::new(name).expect("the names of this crate are well formed")
}
