//! What the operator alone does: offers another catalogue, decides on ratings.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_cases::ratings as rules;
use fingertip_catalogue::{
    changes::Held,
    offered::{Offered, check},
    slices::{CutSlice, cut},
};
use fingertip_contract::{
    Catalogue, ProblemCode,
    api::{DepartmentRating, Operation, ReviewDecision},
};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
};
use fingertip_store::{
    StoreError, Transaction,
    catalogue::{remember, replace},
    catalogue_slices::{self, KeptSlice},
    ratings,
    values::text_of,
};

use crate::{askers::Operator, audit::Actor, platform::Platform};

pub(crate) async fn replace_catalogue(
    _: Operator,
    State(platform): State<Arc<Platform>>,
    JsonBody(catalogue): JsonBody<Catalogue>,
) -> Result<Response, ApiError> {
    check(&catalogue).map_err(|flaw| ApiError::titled(ProblemCode::CatalogueInconsistent, flaw))?;
    let offered = Offered::new(catalogue).map_err(|_| ProblemCode::BodyMalformed)?;
    let (body, etag) = (offered.body.clone(), offered.etag.clone());
    let version = offered.version().to_owned();
    let held = Held::of(&offered.catalogue).and_then(|held| serde_json::to_string(&held));
    let held = held.map_err(|_| ProblemCode::BodyMalformed)?;
    let (offered, slices) = in_slices(offered).await?;
    let put = move |work: &Transaction<'_>| {
        replace(work, &body)?;
        keep_slices(work, &slices)?;
        Actor::operator().note(work, Operation::ReplaceCatalogue, &version, "")?;
        Ok::<_, ApiError>(remember(work, &version, &held)?)
    };
    platform.database.run(put).await?;
    platform.shelf.offer(offered);
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, etag)]).into_response())
}

/// The catalogue, and all its slices. A whole nation's take some seconds: other callers do not wait for it.
async fn in_slices(offered: Offered) -> Result<(Offered, Vec<CutSlice>), ApiError> {
    let cutting = tokio::task::spawn_blocking(move || Ok((cut(&offered.catalogue)?.slices, offered)));
    let cut: Result<_, serde_json::Error> = cutting.await.map_err(|_| ProblemCode::PlatformFailed)?;
    let (slices, offered) = cut.map_err(|_| ProblemCode::BodyMalformed)?;
    Ok((offered, slices))
}

/// Keeps the slices of what is offered now.
pub(crate) fn keep_slices(work: &Transaction<'_>, slices: &[CutSlice]) -> Result<(), StoreError> {
    let kept: Vec<KeptSlice<'_>> = slices
        .iter()
        .map(|cut| KeptSlice { name: &cut.slice.sha256, packed: &cut.packed, traces: &cut.traces })
        .collect();
    catalogue_slices::keep(work, &kept)
}

/// The most ratings that one answer holds.
const MOST_REVIEWS: u32 = 200;

pub(crate) async fn list_reviews(
    _: Operator,
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<DepartmentRating>>, ApiError> {
    let at = (platform.now)();
    let list = move |work: &Transaction<'_>| {
        let found = ratings::to_review(work, MOST_REVIEWS)?;
        Ok(Json(found.iter().map(|rating| rules::show(rating, at)).collect()))
    };
    platform.database.look(list).await
}

pub(crate) async fn decide_review(
    _: Operator,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<String>,
    JsonBody(decision): JsonBody<ReviewDecision>,
) -> Result<Json<DepartmentRating>, ApiError> {
    let (database, at) = (platform.database.clone(), (platform.now)());
    let decide = move |work: &Transaction<'_>| {
        let detail = text_of(&decision.kind);
        let rating = rules::decide(work, &id, decision, at, platform.follow_up_limit())?;
        Actor::operator().note(work, Operation::DecideReview, &id, &detail)?;
        Ok(Json(rating))
    };
    database.run(decide).await
}
