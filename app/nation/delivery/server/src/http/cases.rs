//! A person's cases: handed in once per idempotency key, listed, shown.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_contract::{
    Case, Service,
    api::{DispatchedCase, SubmitCase},
};
use fingertip_standard::{AppId, CaseId, DepartmentId, RunningApp};
use rusqlite::Transaction;

use super::{
    auth::Person,
    body::{IdempotencyKey, JsonBody, PathOf, StampedApp},
    problem::ApiError,
};
use crate::{
    domain::{self, catalogue, pairwise, reference},
    platform::Platform,
    secrets,
    store::{
        self, StoreError,
        idempotency::{self, Answer, Known},
        outbox,
    },
};

pub(crate) async fn list(
    person: Person,
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<Case>>, ApiError> {
    platform
        .database
        .run(move |work| Ok::<_, ApiError>(Json(store::cases::list(work, &person.subject)?)))
        .await
}

pub(crate) async fn show(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
) -> Result<Json<Case>, ApiError> {
    let find = move |work: &Transaction<'_>| store::cases::of_person(work, &person.subject, id.as_str());
    let found: Result<Option<Case>, StoreError> = platform.database.run(find).await;
    found?.map(Json).ok_or(ApiError::CaseNotFound)
}

pub(crate) async fn submit(
    person: Person,
    State(platform): State<Arc<Platform>>,
    IdempotencyKey(key): IdempotencyKey,
    StampedApp(app): StampedApp,
    JsonBody(asked): JsonBody<SubmitCase>,
) -> Result<Response, ApiError> {
    let request_hash = derive_request_hash(&app.app, &asked)?;
    let department = app.department.clone();
    let submission = Submission {
        platform: Arc::clone(&platform),
        subject: person.subject,
        key,
        request_hash,
        app,
        asked,
    };
    let response = platform.database.run(move |work| submission.store(work)).await?;
    if let Some(registered) = platform.departments.get(&department) {
        registered.wake.notify_one();
    }
    Ok((StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], response).into_response())
}

/// Written anew from what was read, so that spaces and the order of members make no other request.
fn derive_request_hash(app: &AppId, asked: &SubmitCase) -> Result<String, ApiError> {
    let text = serde_json::to_string(&(app, asked)).map_err(|_| ApiError::BodyMalformed)?;
    Ok(secrets::derive_hash(&text))
}

struct Submission {
    platform: Arc<Platform>,
    subject: String,
    key: String,
    request_hash: String,
    app: RunningApp,
    asked: SubmitCase,
}

impl Submission {
    /// Case, answer and dispatch stand or fall together. The key is looked up first: a case once received is answered
    /// as it was, whatever the catalogue has become.
    fn store(self, work: &Transaction<'_>) -> Result<String, ApiError> {
        match idempotency::look_up(work, &self.subject, &self.key, &self.request_hash)? {
            Known::Same(response) => return Ok(response),
            Known::Other => return Err(ApiError::IdempotencyKeyReused),
            Known::New => {}
        }
        let offered = self.platform.offered();
        let service = catalogue::service_for(&offered.catalogue, &self.asked, &self.app)?;
        if !self.platform.departments.contains_key(&service.department) {
            return Err(ApiError::ServiceNotOnline);
        }
        self.receive(work, service)
    }

    fn receive(self, work: &Transaction<'_>, service: &Service) -> Result<String, ApiError> {
        let now = domain::now();
        let at_ms = now.as_millisecond();
        let id = free_reference(work, &service.department)?;
        let case = domain::case::receive(id.clone(), self.app.app.clone(), &self.asked, service, now);
        let response = serde_json::to_string(&case).map_err(|_| ApiError::BodyMalformed)?;
        store::cases::insert(work, &self.subject, &case)?;
        let (subject, key, request_hash) = (&*self.subject, &*self.key, &*self.request_hash);
        idempotency::keep(work, &Answer { subject, key, request_hash, response: &response, at_ms })?;
        let pairwise =
            pairwise::derive_subject(&self.subject, &service.department, &self.platform.pairwise_secret);
        let dispatched =
            DispatchedCase { id: id.clone(), subject: pairwise, app: self.app, case: self.asked };
        let body = serde_json::to_string(&dispatched).map_err(|_| ApiError::BodyMalformed)?;
        outbox::put(work, id.as_str(), service.department.as_str(), &body, at_ms)?;
        Ok(response)
    }
}

fn free_reference(work: &Transaction<'_>, department: &DepartmentId) -> Result<CaseId, StoreError> {
    loop {
        let id = reference::make_reference(department, domain::now(), &mut rand::rng());
        if !store::cases::exists(work, id.as_str())? {
            return Ok(id);
        }
    }
}
