//! What the operator alone does: another catalogue.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_catalogue::{
    changes::Held,
    offered::{Offered, check},
};
use fingertip_contract::{Catalogue, ProblemCode, api::Operation};
use fingertip_kit::{ApiError, body::JsonBody};
use fingertip_store::{
    Transaction,
    catalogue::{remember, replace},
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
    let put = move |work: &Transaction<'_>| {
        replace(work, &body)?;
        Actor::operator().note(work, Operation::ReplaceCatalogue, &version, "")?;
        Ok::<_, ApiError>(remember(work, &version, &held)?)
    };
    platform.database.run(put).await?;
    platform.shelf.offer(offered);
    Ok((StatusCode::NO_CONTENT, [(header::ETAG, etag)]).into_response())
}
