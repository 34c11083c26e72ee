//! What is open to all: the platform's own data and the departments' keys.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_contract::api::PlatformInfo;
use fingertip_standard::DepartmentId;
use jsonwebtoken::jwk::JwkSet;

use super::{body::PathOf, problem::ApiError};
use crate::platform::Platform;

pub(crate) async fn show(State(platform): State<Arc<Platform>>) -> Json<PlatformInfo> {
    Json(platform.info.clone())
}

pub(crate) async fn department_keys(
    State(platform): State<Arc<Platform>>,
    PathOf(department): PathOf<DepartmentId>,
) -> Result<Json<JwkSet>, ApiError> {
    let registered = platform.departments.get(&department).ok_or(ApiError::DepartmentUnknown)?;
    Ok(Json(registered.keys.clone()))
}
