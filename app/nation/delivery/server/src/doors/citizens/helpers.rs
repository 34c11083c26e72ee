//! A person lets another follow their cases, and with a mandate hand some in: by a code that is told once, until either of them ends it.

use std::sync::Arc;

use axum::{
    Json,
    extract::State,
    http::{HeaderMap, StatusCode},
};
use fingertip_cases::helpers::{become_helper, derive_code_hash, make_helper_code, show_helper};
use fingertip_contract::{
    Case, HelperCode, HelperLink, Helpers, ProblemCode,
    api::{AcceptHelp, AskForHelp, Operation},
};
use fingertip_kit::{
    ApiError,
    body::{JsonBody, OptionalBody, PathOf},
    clock, secrets,
};
use fingertip_standard::HelperLinkId;
use fingertip_store::{StoreError, Transaction, cases as kept, helpers};

use crate::{askers::Person, audit::Actor, platform::Platform};

pub(crate) async fn list(
    person: Person,
    State(platform): State<Arc<Platform>>,
) -> Result<Json<Helpers>, ApiError> {
    platform.database.run(move |work| Ok(Json(helpers::of_person(work, &person.subject)?))).await
}

pub(crate) async fn make(
    person: Person,
    headers: HeaderMap,
    State(platform): State<Arc<Platform>>,
    OptionalBody(asked): OptionalBody<AskForHelp>,
) -> Result<(StatusCode, Json<HelperCode>), ApiError> {
    let name = name_of(&platform, &person, &headers).await?;
    let (secret, lifetime) = (platform.pairwise_secret.clone(), platform.helper_code_lifetime);
    let actor = Actor::person(&platform, &person.subject);
    let keep = move |work: &Transaction<'_>| {
        actor.note(work, Operation::MakeHelperCode, "", "")?;
        make_helper_code(work, (&person.subject, &name), asked.mandate.as_ref(), &secret, lifetime)
    };
    Ok((StatusCode::CREATED, Json(platform.database.run(keep).await?)))
}

pub(crate) async fn accept(
    person: Person,
    headers: HeaderMap,
    State(platform): State<Arc<Platform>>,
    JsonBody(asked): JsonBody<AcceptHelp>,
) -> Result<(StatusCode, Json<HelperLink>), ApiError> {
    let name = name_of(&platform, &person, &headers).await?;
    let hash = derive_code_hash(&asked.code, &platform.pairwise_secret);
    let id =
        secrets::make_token(16).ok().and_then(|id| HelperLinkId::new(id).ok()).ok_or(StoreError::Ended)?;
    // A refusal is no failure of the work: the wrong try stays noted.
    let actor = Actor::person(&platform, &person.subject);
    let begin = move |work: &Transaction<'_>| {
        let outcome = become_helper(work, &hash, (&person.subject, &name), &id)?;
        if let Ok(link) = &outcome {
            actor.note(work, Operation::BecomeHelper, link.id.as_str(), "")?;
        }
        Ok::<_, StoreError>(outcome)
    };
    let outcome = platform.database.run(begin).await?;
    Ok((StatusCode::CREATED, Json(outcome?)))
}

pub(crate) async fn end(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<HelperLinkId>,
) -> Result<StatusCode, ApiError> {
    let actor = Actor::person(&platform, &person.subject);
    let end = move |work: &Transaction<'_>| {
        actor.note(work, Operation::EndHelp, id.as_str(), "")?;
        helpers::end(work, &id, &person.subject)
    };
    let was_there: Result<bool, StoreError> = platform.database.run(end).await;
    if was_there? { Ok(StatusCode::NO_CONTENT) } else { Err(ProblemCode::HelperLinkUnknown.into()) }
}

pub(crate) async fn cases(
    person: Person,
    State(platform): State<Arc<Platform>>,
    PathOf(id): PathOf<HelperLinkId>,
) -> Result<Json<Vec<Case>>, ApiError> {
    let actor = Actor::person(&platform, &person.subject);
    let look = move |work: &Transaction<'_>| {
        let helped = helpers::helped(work, &id, &person.subject)?.ok_or(ProblemCode::HelperLinkUnknown)?;
        // Written down with the look, or there is none.
        helpers::note_look(work, &helped.subject, &helped.helper_name, None, clock::now())?;
        actor.note(work, Operation::ListHelpedCases, id.as_str(), "")?;
        Ok(Json(
            kept::list_for_helper(work, &helped.subject, &person.subject)?
                .into_iter()
                .map(show_helper)
                .collect(),
        ))
    };
    platform.database.run(look).await
}

/// The person's name from their identity provider: what somebody calls themselves is no name to trust.
async fn name_of(platform: &Platform, person: &Person, headers: &HeaderMap) -> Result<String, ApiError> {
    match person.name.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
        Some(name) => Ok(name.to_owned()),
        None => person.issuer(platform)?.name(headers).await,
    }
}
