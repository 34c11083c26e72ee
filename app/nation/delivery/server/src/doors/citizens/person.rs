//! Who the platform takes a person for: their devices ask, so that one person has one store at whichever provider they sign in.

use std::sync::Arc;

use axum::{Json, extract::State};
use fingertip_cases::persons::derive_own_name;
use fingertip_contract::api::KnownPerson;

use crate::{askers::Person, platform::Platform};

pub(crate) async fn show(person: Person, State(platform): State<Arc<Platform>>) -> Json<KnownPerson> {
    let Person { subject, assurance, .. } = person;
    Json(KnownPerson { person: derive_own_name(&subject, &platform.pairwise_secret), assurance })
}
