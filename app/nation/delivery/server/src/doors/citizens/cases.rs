//! A person's cases: handed in once per idempotency key, listed, shown.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_cases::submission::Submission;
use fingertip_catalogue::offered::{SubmitRefusal, service_for};
use fingertip_contract::{Case, ProblemCode, api::SubmitCase};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf, StampedApp},
};
use fingertip_standard::CaseId;
use fingertip_store::{StoreError, Transaction, cases};

use crate::{askers::Person, platform::Platform};

pub(crate) async fn list(
    person: Person,
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<Case>>, ApiError> {
    platform.database.run(move |work| Ok(Json(cases::list(work, &person.subject)?))).await
}

pub(crate) async fn show(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
) -> Result<Json<Case>, ApiError> {
    let find = move |work: &Transaction<'_>| cases::of_person(work, &person.subject, id.as_str());
    let found: Result<Option<Case>, StoreError> = platform.database.run(find).await;
    Ok(Json(found?.ok_or(ProblemCode::CaseNotFound)?))
}

pub(crate) async fn submit(
    person: Person,
    State(platform): State<Arc<Platform>>,
    IdempotencyKey(key): IdempotencyKey,
    StampedApp(app): StampedApp,
    JsonBody(asked): JsonBody<SubmitCase>,
) -> Result<Response, ApiError> {
    let department = app.department.clone();
    let submission = Submission::new(person.subject, key, app, asked)?;
    let at = Arc::clone(&platform);
    let response = platform.database.run(move |work| receive(&at, work, submission)).await?;
    if let Some(registered) = platform.departments.find(&department) {
        registered.wake.notify_one();
    }
    Ok((StatusCode::CREATED, [(header::CONTENT_TYPE, "application/json")], response).into_response())
}

fn receive(platform: &Platform, work: &Transaction<'_>, submission: Submission) -> Result<String, ApiError> {
    if let Some(before) = submission.answer_before(work)? {
        return Ok(before);
    }
    let offered = platform.shelf.offered();
    let service =
        service_for(&offered.catalogue, &submission.asked, &submission.app).map_err(code_of_refusal)?;
    if platform.departments.find(&service.department).is_none() {
        return Err(ProblemCode::ServiceNotOnline.into());
    }
    submission.receive(work, service, &platform.pairwise_secret)
}

fn code_of_refusal(refusal: SubmitRefusal) -> ProblemCode {
    match refusal {
        SubmitRefusal::ServiceUnknown => ProblemCode::ServiceUnknown,
        SubmitRefusal::RegionNotServed => ProblemCode::RegionNotServed,
        SubmitRefusal::WrongDepartment => ProblemCode::WrongDepartment,
    }
}
