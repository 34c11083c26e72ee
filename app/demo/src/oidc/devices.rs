//! On which devices a person is signed in: listed for them, and ended by them, also from another device.

use std::sync::Arc;

use axum::{
    Json,
    extract::{Path, State},
    http::{HeaderMap, Method, StatusCode, header},
};
use fingertip_contract::{ProblemCode, api::SignedInDevice};
use fingertip_kit::{ApiError, clock};
use fingertip_store::StoreError;
use jiff::Timestamp;

use super::{
    grants::{self, Device},
    logout,
    provider::Provider,
    userinfo::grant_of,
};

/// The longest name that is kept, in characters.
const LONGEST: usize = 80;
/// What browsers say of the system that they run on, and what people call it.
const SYSTEMS: [(&str, &str); 7] = [
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("OpenHarmony", "HarmonyOS"),
    ("Windows", "Windows"),
    ("Macintosh", "Mac"),
    ("Linux", "Linux"),
];

/// What a device calls itself: the system that its browser names (`User-Agent`, RFC 9110 10.1.5), which the person recognises; else the
/// whole of it, cut.
pub(crate) fn name(headers: &HeaderMap) -> String {
    let agent = headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok()).unwrap_or_default();
    match SYSTEMS.iter().find(|(mark, _)| agent.contains(mark)) {
        Some((_, name)) => (*name).to_owned(),
        None => agent.chars().take(LONGEST).collect(),
    }
}

pub(crate) async fn list(
    State(provider): State<Arc<Provider>>,
    headers: HeaderMap,
) -> Result<Json<Vec<SignedInDevice>>, ApiError> {
    let own = grant_of(&provider, &headers, &Method::GET, "devices").await?;
    let (subject, now) = (own.subject, clock::now().as_second());
    let found: Result<Vec<Device>, StoreError> =
        provider.database.run(move |work| grants::devices(work, &subject, now)).await;
    let at = |second| Timestamp::from_second(second).unwrap_or(Timestamp::UNIX_EPOCH);
    let told = found?.into_iter().map(|device| SignedInDevice {
        is_this: device.grant_id == own.id,
        id: device.grant_id,
        name: device.name,
        since: at(device.since),
        used: at(device.used),
    });
    Ok(Json(told.collect()))
}

pub(crate) async fn end(
    State(provider): State<Arc<Provider>>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> Result<StatusCode, ApiError> {
    let own = grant_of(&provider, &headers, &Method::DELETE, &format!("devices/{id}")).await?;
    let sid = id.clone();
    let ended: Result<bool, StoreError> =
        provider.database.run(move |work| grants::revoke_own(work, &own.subject, &id)).await;
    if !ended? {
        return Err(ProblemCode::NotFound.into());
    }
    logout::tell(&provider, &sid).await;
    Ok(StatusCode::NO_CONTENT)
}
