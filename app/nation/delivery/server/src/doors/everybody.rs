//! What is open to all: the platform's own data, the catalogue with an entity tag, what people think of services, and
//! the departments' keys.

use std::sync::{Arc, LazyLock};

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, header},
    response::{IntoResponse, Response},
};
use fingertip_catalogue::changes::Held;
use fingertip_contract::{
    ProblemCode, ServiceRating,
    api::{Indicator, IndicatorKind, PlatformInfo, openapi::describe},
};
use fingertip_kit::{ApiError, body::PathOf};
use fingertip_standard::{DepartmentId, ServiceId};
use fingertip_store::{Transaction, catalogue, ratings as kept, values::json_of};
use jsonwebtoken::jwk::JwkSet;

use super::tagged::tagged;
use crate::platform::Platform;

pub(crate) async fn info(State(platform): State<Arc<Platform>>) -> Json<PlatformInfo> {
    Json(PlatformInfo { switches: platform.switches.now(), ..platform.info.clone() })
}

/// The same for whole versions of this program, so it is written once.
pub(crate) async fn interface() -> Response {
    static INTERFACE: LazyLock<String> = LazyLock::new(|| describe().to_string());
    ([(header::CONTENT_TYPE, "application/json")], INTERFACE.as_str()).into_response()
}

pub(crate) async fn catalogue(State(platform): State<Arc<Platform>>, headers: HeaderMap) -> Response {
    let offered = platform.shelf.offered();
    tagged(&headers, &offered.etag, || offered.body.clone())
}

/// What leads from a version that a phone knows to the one that is offered now.
pub(crate) async fn catalogue_change(
    State(platform): State<Arc<Platform>>,
    PathOf(version): PathOf<String>,
) -> Result<Response, ApiError> {
    let offered = platform.shelf.offered();
    let change = match offered.known_change(&version) {
        Some(change) => change,
        None => {
            let since = version.clone();
            let held =
                platform.database.look(move |work| Ok::<_, ApiError>(catalogue::held(work, &since)?)).await?;
            let held: Held =
                json_of("catalogue_version", &held.ok_or(ProblemCode::CatalogueVersionUnknown)?)?;
            offered.change(&version, &held).map_err(|_| ProblemCode::PlatformFailed)?
        }
    };
    Ok(([(header::CONTENT_TYPE, "application/json")], change.to_string()).into_response())
}

pub(crate) async fn ratings(
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<ServiceRating>>, ApiError> {
    let of_services = |work: &Transaction<'_>| {
        let all = kept::indicators(work, ServiceRating::LEAST)?;
        let services = all.into_iter().filter(|one| one.kind == IndicatorKind::Service);
        let ratings = services.filter_map(|Indicator { of, count, levels, .. }| {
            Some(ServiceRating { service: ServiceId::new(of).ok()?, count, levels })
        });
        Ok(Json(ratings.collect()))
    };
    platform.database.look(of_services).await
}

pub(crate) async fn indicators(
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Vec<Indicator>>, ApiError> {
    platform.database.look(|work| Ok(Json(kept::indicators(work, ServiceRating::LEAST)?))).await
}

pub(crate) async fn department_keys(
    State(platform): State<Arc<Platform>>,
    PathOf(department): PathOf<DepartmentId>,
) -> Result<Json<JwkSet>, ApiError> {
    let registered = platform.departments.find(&department).ok_or(ProblemCode::DepartmentUnknown)?;
    Ok(Json(registered.keys.clone()))
}

pub(crate) async fn platform_keys(State(platform): State<Arc<Platform>>) -> Json<JwkSet> {
    Json(platform.key.public_set())
}
