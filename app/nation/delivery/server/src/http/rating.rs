//! A person rates a handled case of their own; all read what people think of a service.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_contract::{Case, Rating, ServiceRating};
use fingertip_standard::CaseId;

use super::{
    auth::Person,
    body::{JsonBody, PathOf},
    problem::ApiError,
};
use crate::{domain, platform::Platform, store};

pub(crate) async fn rate(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<CaseId>,
    JsonBody(rating): JsonBody<Rating>,
) -> Result<Json<Case>, ApiError> {
    let change = move |work: &rusqlite::Transaction<'_>| {
        let mut case =
            store::cases::of_person(work, &person.subject, id.as_str())?.ok_or(ApiError::CaseNotFound)?;
        domain::case::rate(&mut case, rating.clone())?;
        store::cases::rate(work, id.as_str(), &rating, domain::now().as_millisecond())?;
        Ok(Json(case))
    };
    platform.database.run(change).await
}

pub(crate) async fn of_services(
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<ServiceRating>>, ApiError> {
    platform
        .database
        .run(|work| Ok::<_, ApiError>(Json(store::cases::ratings(work, ServiceRating::LEAST)?)))
        .await
}
