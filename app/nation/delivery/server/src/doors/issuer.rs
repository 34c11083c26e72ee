//! What the identity provider tells the platform.

use std::sync::Arc;

use axum::{
    Form,
    extract::{State, rejection::FormRejection},
    http::header,
};
use fingertip_contract::{ProblemCode, api::Operation};
use fingertip_kit::{ApiError, clock};
use fingertip_store::{StoreError, Transaction, sessions};
use serde::Deserialize;

use crate::{audit::Actor, platform::Platform};

/// How long no token of an ended session is taken, in milliseconds: longer than any is good.
const ENDED_MS: i64 = 24 * 60 * 60 * 1000;

#[derive(Deserialize)]
pub(crate) struct Logout {
    logout_token: String,
}

/// A session has ended (OpenID Connect Back-Channel Logout 1.0, 2.5 and 2.8). The answer is not to be kept.
pub(crate) async fn end_session(
    State(platform): State<Arc<Platform>>,
    form: Result<Form<Logout>, FormRejection>,
) -> Result<[(header::HeaderName, &'static str); 1], ApiError> {
    let Form(told) = form.map_err(|_| ProblemCode::LogoutInvalid)?;
    let (issuer, sid) = platform.issuers.ended_session(&told.logout_token).await?;
    let issuer = issuer.to_owned();
    let now = clock::now().as_millisecond();
    let end = move |work: &Transaction<'_>| {
        Actor::issuer().note(work, Operation::EndSession, "", "")?;
        sessions::end(work, (&issuer, &sid), now, now + ENDED_MS)
    };
    let ended: Result<(), StoreError> = platform.database.run(end).await;
    ended?;
    Ok([(header::CACHE_CONTROL, "no-store")])
}
