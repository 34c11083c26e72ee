//! The slices of the catalogue: named by what is in them, so that whoever stands between may keep them for ever.

use std::sync::Arc;

use axum::{
    extract::State,
    http::header,
    response::{IntoResponse, Response},
};
use fingertip_catalogue::slices::packed_difference;
use fingertip_contract::{ProblemCode, api::PACKED};
use fingertip_kit::{ApiError, body::PathOf};
use fingertip_store::{Transaction, catalogue_slices};

use crate::platform::Platform;

/// What is named by its content never changes (RFC 8246).
const FOR_EVER: &str = "public, max-age=31536000, immutable";

pub(crate) async fn show(
    State(platform): State<Arc<Platform>>,
    PathOf(slice): PathOf<String>,
) -> Result<Response, ApiError> {
    let find = move |work: &Transaction<'_>| Ok::<_, ApiError>(catalogue_slices::packed(work, &slice)?);
    let packed = platform.database.look(find).await?.ok_or(ProblemCode::CatalogueSliceUnknown)?;
    Ok(answer(packed))
}

/// What leads to a slice from one that a phone knows.
pub(crate) async fn show_change(
    State(platform): State<Arc<Platform>>,
    PathOf((slice, known)): PathOf<(String, String)>,
) -> Result<Response, ApiError> {
    let find = move |work: &Transaction<'_>| {
        Ok::<_, ApiError>((catalogue_slices::packed(work, &slice)?, catalogue_slices::traces(work, &known)?))
    };
    let (Some(packed), Some(traces)) = platform.database.look(find).await? else {
        return Err(ProblemCode::CatalogueSliceUnknown.into());
    };
    // A large city's takes some milliseconds: other callers do not wait for it.
    let difference = tokio::task::spawn_blocking(move || packed_difference(&traces, &packed)).await;
    match difference {
        Ok(Ok(difference)) => Ok(answer(difference)),
        Ok(Err(_)) | Err(_) => Err(ProblemCode::PlatformFailed.into()),
    }
}

fn answer(packed: Vec<u8>) -> Response {
    ([(header::CONTENT_TYPE, PACKED), (header::CACHE_CONTROL, FOR_EVER)], packed).into_response()
}
