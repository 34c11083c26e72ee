//! Whether a department's documents still hold: each has a place in one of its status lists, by chance, so that places say nothing of
//! when or to whom a document was issued.

use std::sync::Arc;

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode},
    response::Response,
};
use fingertip_contract::{
    ProblemCode,
    document::{DocumentStatus, StatusPlace},
};
use fingertip_credential::status::{Status, StatusList};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, PathOf},
    clock, status,
};
use fingertip_store::{
    StoreError, Transaction,
    sql::{OptionalExtension, params},
};
use serde::Deserialize;
use uuid::Uuid;

use crate::department::Backend;

/// Valid, withdrawn, suspended: two bits.
const BITS: u8 = 2;
/// The places of a list. Each device fetches a whole list, a few hundred bytes while most documents hold.
const PLACES: u32 = 1 << 16;
/// A list is full when half of it is taken: a free place is then still found by chance.
const FULL: u32 = PLACES / 2;

/// What an officer says of a document.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Standing {
    /// It holds, or holds again.
    Valid,
    /// It was taken back for good.
    Withdrawn,
    /// It does not hold for now.
    Suspended,
}

/// The body of a change.
#[derive(Debug, Deserialize)]
pub(crate) struct Change {
    standing: Standing,
}

fn uri(backend: &Backend, list: u32) -> String {
    format!("{}/status/{list}", backend.url)
}

/// The place of `document`: the one that it has, else a free one.
pub(crate) async fn place(backend: &Backend, document: &str) -> Result<DocumentStatus, StoreError> {
    let (department, document) = (backend.department.id(), document.to_owned());
    let find = move |work: &Transaction<'_>| take_place(work, department.as_str(), &document);
    let (list, place) = backend.database.run(find).await?;
    let status_list = StatusPlace { idx: u64::from(place), uri: uri(backend, list) };
    Ok(DocumentStatus { status_list: Some(status_list) })
}

fn take_place(work: &Transaction<'_>, department: &str, document: &str) -> Result<(u32, u32), StoreError> {
    let known = "SELECT list, place FROM document_standings WHERE department = ?1 AND document = ?2";
    let known = work.query_row(known, [department, document], |row| Ok((row.get(0)?, row.get(1)?)));
    if let Some(place) = known.optional()? {
        return Ok(place);
    }
    let newest = "SELECT list, COUNT(*) FROM document_standings WHERE department = ?1 GROUP BY list ORDER BY list DESC LIMIT 1";
    let newest = work.query_row(newest, [department], |row| Ok((row.get(0)?, row.get(1)?)));
    let (list, taken): (u32, u32) = newest.optional()?.unwrap_or((1, 0));
    let list = if taken < FULL { list } else { list + 1 };
    loop {
        let place = u32::try_from(Uuid::new_v4().as_u128() % u128::from(PLACES)).unwrap_or_default();
        let take =
            "INSERT INTO document_standings (department, document, list, place) VALUES (?1, ?2, ?3, ?4)
                    ON CONFLICT (department, list, place) DO NOTHING";
        if work.execute(take, params![department, document, list, place])? == 1 {
            return Ok((list, place));
        }
    }
}

/// A list, to whoever asks.
pub(crate) async fn show_list(
    State(backend): State<Arc<Backend>>,
    PathOf(list): PathOf<u32>,
) -> Result<Response, ApiError> {
    let department = backend.department.id();
    let read = move |work: &Transaction<'_>| read_list(work, department.as_str(), list);
    let places: Result<Vec<(u32, u8)>, StoreError> = backend.database.run(read).await;
    let places = places?;
    if places.is_empty() {
        return Err(ProblemCode::NotFound.into());
    }
    let failed = |_| ApiError::from(ProblemCode::PlatformFailed);
    let mut made = StatusList::new(BITS, u64::from(PLACES)).map_err(failed)?;
    for (place, status) in places {
        made.set(u64::from(place), Status::read(status)).map_err(failed)?;
    }
    let issuer = backend.department.id();
    let signed = status::sign_list(&backend.key, issuer.as_str(), &uri(&backend, list), &made, clock::now());
    Ok(status::answer(signed.map_err(|_| ProblemCode::PlatformFailed)?))
}

fn read_list(work: &Transaction<'_>, department: &str, list: u32) -> Result<Vec<(u32, u8)>, StoreError> {
    let sql = "SELECT place, status FROM document_standings WHERE department = ?1 AND list = ?2";
    let statement = work.prepare(sql)?;
    let found = statement.query_map(params![department, list], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// An officer withdraws or suspends a document, or lets it hold again; with the department's token, as its own programs do.
pub(crate) async fn change(
    State(backend): State<Arc<Backend>>,
    headers: HeaderMap,
    PathOf(document): PathOf<String>,
    JsonBody(Change { standing }): JsonBody<Change>,
) -> Result<StatusCode, ApiError> {
    backend.check_token(&headers)?;
    let department = backend.department.id();
    let status = match standing {
        Standing::Valid => Status::Valid,
        Standing::Withdrawn => Status::Invalid,
        Standing::Suspended => Status::Suspended,
    };
    let change = move |work: &Transaction<'_>| {
        let known = "SELECT status FROM document_standings WHERE department = ?1 AND document = ?2";
        let known = work.query_row(known, [department.as_str(), &document], |row| row.get::<u8>(0));
        let Some(known) = known.optional()? else { return Ok(None) };
        let is_final = Status::read(known) == Status::Invalid && status != Status::Invalid;
        if !is_final {
            let sql = "UPDATE document_standings SET status = ?3 WHERE department = ?1 AND document = ?2";
            work.execute(sql, params![department.as_str(), document, status.value()])?;
        }
        Ok(Some(is_final))
    };
    let changed: Result<Option<bool>, StoreError> = backend.database.run(change).await;
    match changed? {
        None => Err(ProblemCode::NotFound.into()),
        // What was taken back for good does not come back (draft, 7.1).
        Some(true) => {
            Err(ApiError::input("已撤销的证照不能恢复。 / A document that was withdrawn stays withdrawn."))
        }
        Some(false) => Ok(StatusCode::NO_CONTENT),
    }
}
