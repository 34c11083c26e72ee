//! Files on their way to a case, after draft-ietf-httpbis-resumable-upload-10: begun with a length and a hash, appended to at an offset, and
//! taken up where they stand after any failure. Beside the draft: an upload is begun by a JSON body, so that it can be refused before a byte
//! of it is sent, and there is neither a 104 (Upload Resumption Supported) nor a `DELETE`, for it ends by itself.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
};
use fingertip_cases::uploads::{self as rules, Appended, MOST_OF_FILE};
use fingertip_contract::{
    ProblemCode,
    api::{self, BeginUpload, Operation, Upload},
};
use fingertip_kit::{
    ApiError,
    body::{IdempotencyKey, JsonBody, PathOf, RawBody, text_header},
};
use fingertip_store::uploads as kept;

use crate::{askers::Person, platform::Platform};

/// The largest piece, in bytes: what a cut line loses at most.
pub(crate) const PIECE_LIMIT: usize = 1 << 20;

pub(crate) async fn begin(
    person: Person,
    State(platform): State<Arc<Platform>>,
    IdempotencyKey(key): IdempotencyKey,
    JsonBody(asked): JsonBody<BeginUpload>,
) -> Result<Response, ApiError> {
    let begun = platform.database.run(move |work| rules::begin(work, &person.subject, &key, &asked)).await?;
    let location = Operation::ShowUpload.route().path_with(&[&begun.id]);
    let body = Upload { id: begun.id.clone(), offset: begun.offset.into(), length: begun.length.into() };
    Ok((StatusCode::CREATED, [(header::LOCATION, location)], told(&begun), Json(body)).into_response())
}

pub(crate) async fn show(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<String>,
) -> Result<Response, ApiError> {
    let found: Result<_, ApiError> =
        platform.database.run(move |work| rules::find(work, &person.subject, &id)).await;
    let limit = format!("max-size={MOST_OF_FILE}, max-append-size={PIECE_LIMIT}");
    let headers = [(api::UPLOAD_LIMIT, limit), ("cache-control", "no-store".to_owned())];
    Ok((StatusCode::NO_CONTENT, headers, told(&found?)).into_response())
}

pub(crate) async fn append(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<String>,
    headers: HeaderMap,
    RawBody(piece): RawBody,
) -> Result<Response, ApiError> {
    if text_header(&headers, "content-type") != Some(api::PARTIAL_UPLOAD) {
        return Err(ProblemCode::BodyMalformed.into());
    }
    let offset = text_header(&headers, api::UPLOAD_OFFSET).and_then(|text| text.parse().ok());
    let is_last = match text_header(&headers, api::UPLOAD_COMPLETE) {
        Some("?1") => Some(true),
        Some("?0") => Some(false),
        _ => None,
    };
    let at = offset.zip(is_last).ok_or(ProblemCode::BodyMalformed)?;
    let appended: Result<_, ApiError> =
        platform.database.run(move |work| rules::append(work, (&person.subject, &id), at, &piece)).await;
    match appended? {
        Appended::Kept(upload) => Ok((StatusCode::NO_CONTENT, told(&upload)).into_response()),
        Appended::OtherOffset(upload) => {
            Ok((told(&upload), ApiError::from(ProblemCode::UploadOffset)).into_response())
        }
        Appended::Broken => Err(ProblemCode::UploadIncomplete.into()),
    }
}

/// How far it is, as the draft's headers tell it.
fn told(upload: &kept::Upload) -> [(&'static str, String); 3] {
    let is_whole = upload.offset == upload.length;
    [
        (api::UPLOAD_OFFSET, upload.offset.to_string()),
        (api::UPLOAD_LENGTH, upload.length.to_string()),
        (api::UPLOAD_COMPLETE, if is_whole { "?1" } else { "?0" }.to_owned()),
    ]
}
