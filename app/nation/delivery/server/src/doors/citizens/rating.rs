//! A person rates a handled case of their own, and objects to the answer that a bad rating got.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_cases::{ratings, state};
use fingertip_contract::{
    Case,
    api::{GivenRating, Operation, RatingAppeal},
};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
};
use fingertip_standard::CaseId;
use fingertip_store::Transaction;

use crate::{askers::Person, audit::Actor, platform::Platform};

pub(crate) async fn rate(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
    JsonBody(given): JsonBody<GivenRating>,
) -> Result<Json<Case>, ApiError> {
    let actor = Actor::person(&platform, &person.subject);
    let (database, at) = (platform.database.clone(), (platform.now)());
    let change = move |work: &Transaction<'_>| {
        let rated = ratings::rate(work, (&person.subject, &id), &given, at, platform.follow_up_limit());
        let (case, is_new) = rated?;
        if is_new {
            actor.note(work, Operation::RateCase, id.as_str(), "")?;
        }
        Ok(Json(ratings::with_follow_up(work, state::with_acts(case), at)?))
    };
    database.run(change).await
}

pub(crate) async fn appeal(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
    JsonBody(asked): JsonBody<RatingAppeal>,
) -> Result<Json<Case>, ApiError> {
    let (actor, at) = (Actor::person(&platform, &person.subject), (platform.now)());
    let change = move |work: &Transaction<'_>| {
        let case = ratings::appeal(work, (&person.subject, &id), &asked.words)?;
        actor.note(work, Operation::AppealRating, id.as_str(), "")?;
        Ok(Json(ratings::with_follow_up(work, state::with_acts(case), at)?))
    };
    platform.database.run(change).await
}
