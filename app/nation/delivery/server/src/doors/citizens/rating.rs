//! A person rates a handled case of their own.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_cases::state;
use fingertip_contract::{Case, ProblemCode, Rating, api::Operation};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
    clock,
};
use fingertip_standard::CaseId;
use fingertip_store::{Transaction, cases};

use crate::{askers::Person, audit::Actor, platform::Platform};

pub(crate) async fn rate(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
    JsonBody(rating): JsonBody<Rating>,
) -> Result<Json<Case>, ApiError> {
    let actor = Actor::person(&platform, &person.subject);
    let change = move |work: &Transaction<'_>| {
        let mut case =
            cases::of_person(work, &person.subject, id.as_str())?.ok_or(ProblemCode::CaseNotFound)?;
        state::rate(&mut case, rating.clone())?;
        cases::rate(work, id.as_str(), &rating, clock::now().as_millisecond())?;
        actor.note(work, Operation::RateCase, id.as_str(), "")?;
        Ok(Json(state::with_acts(case)))
    };
    platform.database.run(change).await
}
