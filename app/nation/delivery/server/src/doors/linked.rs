//! What regions offer, as linked data for catalogues of others.

use std::sync::Arc;

use axum::{extract::State, http::HeaderMap, response::Response};
use fingertip_catalogue::{export, offered::etag_of};
use fingertip_contract::{Catalogue, ProblemCode, api::LINKED};
use fingertip_kit::{ApiError, body::PathOf};
use fingertip_standard::RegionCode;
use serde_json::Value;

use super::tagged::tagged_as;
use crate::platform::Platform;

pub(crate) async fn cpsv_ap(
    State(platform): State<Arc<Platform>>,
    PathOf(region): PathOf<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    linked(platform, region, &headers, export::cpsv_ap).await
}

pub(crate) async fn schema_org(
    State(platform): State<Arc<Platform>>,
    PathOf(region): PathOf<String>,
    headers: HeaderMap,
) -> Result<Response, ApiError> {
    linked(platform, region, &headers, export::schema_org).await
}

/// A province's takes some tenths of a second to write: other callers do not wait for it.
async fn linked(
    platform: Arc<Platform>,
    region: String,
    headers: &HeaderMap,
    write: fn(&Catalogue, &str) -> Value,
) -> Result<Response, ApiError> {
    let region = RegionCode::new(region).map_err(|_| ProblemCode::RegionUnknown)?;
    let writing = tokio::task::spawn_blocking(move || {
        let offered = platform.shelf.offered();
        let part = export::offered_in(&offered.catalogue, &region)?;
        Some(write(&part, &platform.url).to_string())
    });
    let written = writing.await.map_err(|_| ProblemCode::PlatformFailed)?;
    let body = written.ok_or(ProblemCode::RegionUnknown)?;
    let etag = etag_of(&body);
    Ok(tagged_as(LINKED, headers, &etag, || body))
}
