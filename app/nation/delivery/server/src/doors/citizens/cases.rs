//! A person's cases: handed in once per idempotency key, listed, shown.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use fingertip_cases::{
    documents::{Owner, check_handed_in},
    facts::{Request, check_facts},
    ratings::with_follow_up,
    state::with_acts,
    submission::Submission,
};
use fingertip_catalogue::offered::{SubmitRefusal, service_for};
use fingertip_contract::{
    Case, ProblemCode, Service,
    api::{Operation, ProvenFacts, SubmitCase},
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf, StampedApp},
};
use fingertip_standard::CaseId;
use fingertip_store::{StoreError, Transaction, cases, persons};

use super::super::{tagged::tagged_json, written::written};
use crate::{askers::Person, audit::Actor, platform::Platform};

pub(crate) async fn list(
    person: Person,
    State(platform): State<Arc<Platform>>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    let at = (platform.now)();
    let list = move |work: &Transaction<'_>| {
        let cases = cases::list(work, &person.subject)?;
        cases.into_iter().map(|case| with_follow_up(work, with_acts(case), at)).collect()
    };
    let cases: Result<Vec<Case>, StoreError> = platform.database.run(list).await;
    tagged_json(&headers, &cases?)
}

pub(crate) async fn show(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
) -> Result<Json<Case>, ApiError> {
    let at = (platform.now)();
    let find = move |work: &Transaction<'_>| {
        let case = cases::of_person(work, &person.subject, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
        Ok(Json(with_follow_up(work, with_acts(case), at)?))
    };
    platform.database.run(find).await
}

pub(crate) async fn submit(
    person: Person,
    State(platform): State<Arc<Platform>>,
    IdempotencyKey(key): IdempotencyKey,
    StampedApp(app): StampedApp,
    JsonBody(asked): JsonBody<SubmitCase>,
) -> Result<Response, ApiError> {
    let department = app.department.clone();
    let submission = Arc::new(Submission::new(person.subject.clone(), key.clone(), app, asked)?);
    // A case that is here already is answered as it was, whatever has run out since.
    let same = Arc::clone(&submission);
    if let Some(before) = platform.database.run(move |work| same.once.answer_before(work)).await? {
        return Ok(written(StatusCode::CREATED, before));
    }
    // The cheap questions first, and again when it is received: the catalogue may be another by then.
    check_service(&platform, &submission)?;
    let asking = Arc::clone(&submission);
    let of_principal = move |work: &Transaction<'_>| {
        let principal = asking.principal(work)?;
        Ok::<_, ApiError>(persons::names(work, &principal.subject)?)
    };
    let names = platform.database.run(of_principal).await?;
    person.check_assurance(platform.departments.needed_for_cases(&department))?;
    let proven = check(&platform, (&person, &names), &key, &submission).await?;
    let at = Arc::clone(&platform);
    let received = platform.database.run(move |work| receive(&at, work, &submission, proven));
    let response = received.await?;
    platform.wake(&[department]);
    Ok(written(StatusCode::CREATED, response))
}

/// Whether all that comes with the case is what it says and its person's; what is proven of them.
async fn check(
    platform: &Platform,
    (person, names): (&Person, &[String]),
    key: &str,
    submission: &Submission,
) -> Result<Option<ProvenFacts>, ApiError> {
    if !platform.published.knows(&submission.app) {
        return Err(ProblemCode::AppNotPublished.into());
    }
    let owner = Owner { names, pairwise_secret: &platform.pairwise_secret };
    check_handed_in(&submission.asked.documents, &platform.departments, owner)?;
    // Who is helped proves nothing by their helper's provider: then there is no proof.
    let request = Request { subject: &person.issuer_subject, audience: &platform.url, key };
    let asked = &submission.asked;
    check_facts(person.issuer(platform)?, (&asked.claims, asked.proof.as_deref()), request).await
}

fn receive(
    platform: &Platform,
    work: &Transaction<'_>,
    submission: &Submission,
    proven: Option<ProvenFacts>,
) -> Result<String, ApiError> {
    if let Some(before) = submission.once.answer_before(work)? {
        return Ok(before);
    }
    let service = check_service(platform, submission)?;
    let received = submission.receive(work, &service, proven, &platform.pairwise_secret)?;
    let actor = Actor::person(platform, submission.once.subject());
    actor.note(work, Operation::SubmitCase, received.case.as_str(), "")?;
    Ok(received.response)
}

/// The service, if it is offered and its department takes cases.
fn check_service(platform: &Platform, submission: &Submission) -> Result<Service, ApiError> {
    let offered = platform.shelf.offered();
    let service =
        service_for(&offered.catalogue, &submission.asked, &submission.app).map_err(code_of_refusal)?;
    match platform.departments.find(&service.department) {
        Some(_) => Ok(service.clone()),
        None => Err(ProblemCode::ServiceNotOnline.into()),
    }
}

fn code_of_refusal(refusal: SubmitRefusal) -> ProblemCode {
    match refusal {
        SubmitRefusal::ServiceUnknown => ProblemCode::ServiceUnknown,
        SubmitRefusal::RegionNotServed => ProblemCode::RegionNotServed,
        SubmitRefusal::WrongDepartment => ProblemCode::WrongDepartment,
    }
}
