//! A person lets another follow their cases: by a code that is told once, until either of them ends it.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use fingertip_contract::{Case, HelperCode, HelperLink, Helpers, api::AcceptHelp};
use fingertip_standard::HelperLinkId;
use rusqlite::Transaction;

use super::{
    auth::Person,
    body::{JsonBody, PathOf, bearer},
    problem::ApiError,
};
use crate::{
    domain::{
        self,
        helper::{
            HelperRefusal, MOST_HELPERS, MOST_TRIES, TRIES_WITHIN, derive_code_hash, make_code, show_helper,
        },
    },
    platform::Platform,
    secrets,
    store::{self, StoreError, helpers},
};

pub(crate) async fn list(
    person: Person,
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Helpers>, ApiError> {
    platform
        .database
        .run(move |work| Ok::<_, ApiError>(Json(helpers::of_person(work, &person.subject)?)))
        .await
}

pub(crate) async fn make(
    person: Person,
    headers: HeaderMap,
    State(platform): State<Arc<Platform>>,
) -> Result<(StatusCode, Json<HelperCode>), ApiError> {
    let name = name_of(&platform, &headers).await?;
    let now = domain::now();
    let expires_at = now.checked_add(platform.helper_code_lifetime).unwrap_or(now);
    let secret = platform.pairwise_secret.clone();
    let keep = move |work: &Transaction<'_>| {
        if helpers::count_helpers(work, &person.subject)? >= MOST_HELPERS {
            return Err(HelperRefusal::TooMany.into());
        }
        // Two persons with one code at the same time would help each other to the wrong one.
        let (code, hash) = loop {
            let code = make_code(&mut rand::rng());
            let hash = derive_code_hash(&code, &secret);
            if !helpers::code_exists(work, &hash)? {
                break (code, hash);
            }
        };
        helpers::keep_code(work, &hash, (&person.subject, &name), now, expires_at)?;
        Ok::<_, ApiError>((StatusCode::CREATED, Json(HelperCode { code, expires_at })))
    };
    platform.database.run(keep).await
}

pub(crate) async fn accept(
    person: Person,
    headers: HeaderMap,
    State(platform): State<Arc<Platform>>,
    JsonBody(asked): JsonBody<AcceptHelp>,
) -> Result<(StatusCode, Json<HelperLink>), ApiError> {
    let name = name_of(&platform, &headers).await?;
    let hash = derive_code_hash(&asked.code, &platform.pairwise_secret);
    let id =
        secrets::make_token(16).ok().and_then(|id| HelperLinkId::new(id).ok()).ok_or(StoreError::Ended)?;
    // A refusal is no failure of the work: the wrong try stays noted.
    let outcome =
        platform.database.run(move |work| become_helper(work, &hash, (&person.subject, &name), &id)).await?;
    Ok((StatusCode::CREATED, Json(outcome?)))
}

/// The same helper with the same code is the same request.
fn become_helper(
    work: &Transaction<'_>,
    hash: &str,
    helper: (&str, &str),
    id: &HelperLinkId,
) -> Result<Result<HelperLink, HelperRefusal>, StoreError> {
    let now = domain::now();
    if helpers::tries_since(work, helper.0, now.checked_sub(TRIES_WITHIN).unwrap_or(now))? >= MOST_TRIES {
        return Ok(Err(HelperRefusal::TooManyTries));
    }
    let Some(code) = helpers::live_code(work, hash, now)?
        .filter(|code| code.used_by.as_deref().is_none_or(|by| by == helper.0))
    else {
        helpers::note_try(work, helper.0, now)?;
        return Ok(Err(HelperRefusal::CodeUnknown));
    };
    if code.subject == helper.0 {
        return Ok(Err(HelperRefusal::Own));
    }
    if code.used_by.is_none() {
        if helpers::count_helpers(work, &code.subject)? >= MOST_HELPERS {
            return Ok(Err(HelperRefusal::TooMany));
        }
        helpers::use_code(work, hash, helper.0)?;
        helpers::link(work, id, (&code.subject, &code.subject_name), helper, now)?;
    }
    // A link that was ended since is not begun again by its code.
    Ok(helpers::between(work, &code.subject, helper.0)?.ok_or(HelperRefusal::CodeUnknown))
}

pub(crate) async fn end(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<HelperLinkId>,
) -> Result<StatusCode, ApiError> {
    let end = move |work: &Transaction<'_>| helpers::end(work, &id, &person.subject);
    let was_there: Result<bool, StoreError> = platform.database.run(end).await;
    if was_there? { Ok(StatusCode::NO_CONTENT) } else { Err(ApiError::HelperLinkUnknown) }
}

pub(crate) async fn cases(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<HelperLinkId>,
) -> Result<Json<Vec<Case>>, ApiError> {
    let look = move |work: &Transaction<'_>| {
        let (subject, name) =
            helpers::helped(work, &id, &person.subject)?.ok_or(ApiError::HelperLinkUnknown)?;
        // Written down with the look, or there is none.
        helpers::note_look(work, &subject, &name, domain::now())?;
        Ok::<_, ApiError>(Json(store::cases::list(work, &subject)?.into_iter().map(show_helper).collect()))
    };
    platform.database.run(look).await
}

/// The person's name from their identity provider: what somebody calls themselves is no name to trust.
async fn name_of(platform: &Platform, headers: &HeaderMap) -> Result<String, ApiError> {
    platform.issuer.name(bearer(headers).ok_or(ApiError::TokenInvalid)?).await
}
