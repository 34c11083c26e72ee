//! Where there are several identity providers: at which one somebody signs in, whether it is the same person there, and that they go on there.

use std::sync::{Arc, PoisonError};

use async_trait::async_trait;
use fingertip_contract::api::{AssuranceLevel, IdentityProvider, PlatformInfo};
use fingertip_host::NationRules;
use fingertip_identity::{Identity, IdentityError, IdentityOptions, ProvenFacts, Session};
use fingertip_platform_client::{Credentials, Platform, PlatformError, Target, TokenSource};
use fingertip_standard::FaultClass;
use jiff::Timestamp;

use crate::{
    fault::ShownFault,
    handover::owner_of,
    world::{Connected, World},
};

/// The session of this store at `provider`, and what that vouches for.
pub(crate) fn open_at(
    world: &World,
    info: &PlatformInfo,
    provider: &IdentityProvider,
) -> Result<(Identity, ProvenFacts), IdentityError> {
    let options = IdentityOptions {
        issuer: provider.issuer.clone(),
        client_id: provider.client_id.clone(),
        resource: provider.resource.clone(),
        slot: world.profile.as_str().to_owned(),
        name_order: info
            .numbers
            .as_ref()
            .map_or_else(|| NationRules::default().numbers.name_order, |numbers| numbers.name_order),
    };
    let secrets = &world.options.secrets;
    let facts = ProvenFacts::open(secrets.clone(), &options.slot)?;
    Ok((Identity::open(options, secrets.clone())?, facts))
}

/// What is known of the platform, with the session at `issuer`; without one at the provider where the person is, or where that does not
/// reach `level`, at the first that does.
pub(crate) fn connected_for(
    world: &World,
    issuer: Option<&str>,
    level: AssuranceLevel,
) -> Result<Arc<Connected>, ShownFault> {
    let here = world.connected().ok_or_else(|| ShownFault::of(&PlatformError::Unreachable))?;
    let wanted = issuer.unwrap_or(&here.provider.issuer);
    let providers = here.info.identity_providers();
    let mut reaching = providers.iter().filter(|one| one.reaches(level));
    let provider = match reaching.clone().find(|one| one.issuer == wanted) {
        None if issuer.is_none() => reaching.next(),
        found => found,
    };
    let provider = provider.ok_or_else(nowhere)?;
    if provider.issuer == here.provider.issuer {
        return Ok(here);
    }
    let (identity, facts) = open_at(world, &here.info, provider).map_err(|error| ShownFault::of(&error))?;
    let (info, bundles) = (here.info.clone(), here.bundles.clone());
    let provider = provider.clone();
    Ok(Arc::new(Connected { info, provider, identity: Arc::new(identity), facts, bundles }))
}

/// None of the providers reaches what is needed.
fn nowhere() -> ShownFault {
    ShownFault {
        class: FaultClass::Platform,
        message_id: "fault-assurance-nowhere",
        can_retry: false,
        owner: None,
    }
}

/// Somebody else has signed in than the person whose store is open.
fn somebody_else() -> ShownFault {
    ShownFault {
        class: FaultClass::Person,
        message_id: "fault-sign-in-another-person",
        can_retry: true,
        owner: None,
    }
}

/// Whether the store of whoever has signed in is known, or there is but one provider by which to know it.
pub(crate) fn is_placed(world: &World, connected: &Connected, session: &Session) -> bool {
    let who = owner_of(&connected.provider.issuer, session);
    let people = world.people.lock().unwrap_or_else(PoisonError::into_inner);
    connected.info.identity_providers().len() < 2 || people.store_of(&who).is_some()
}

/// What the platform calls whoever has signed in at `connected`; none where nobody need ask.
///
/// # Errors
/// [`PlatformError`]: it cannot be asked now, and there is nobody else to ask.
pub(crate) async fn person_to_place(
    world: &World,
    connected: &Connected,
    session: &Session,
) -> Result<Option<String>, PlatformError> {
    if is_placed(world, connected, session) {
        return Ok(None);
    }
    person_at(world, connected).await.map(Some)
}

/// What the platform calls the person of the session at `connected`.
async fn person_at(world: &World, connected: &Connected) -> Result<String, PlatformError> {
    let tokens = OneSession { identity: connected.identity.clone(), now: world.options.now.clone() };
    let platform = Platform::new(&world.options.platform_url, Arc::new(tokens))?;
    Ok(platform.person().await?.person)
}

/// What the platform calls the person of this store, noted while they are signed in: by that they are known at another provider.
pub(crate) async fn note_person(world: &World) {
    let Some(connected) = world.connected() else { return };
    let Some(session) = connected.identity.session() else { return };
    let is_needed = connected.info.identity_providers().len() > 1;
    let is_own = || {
        let people = world.people.lock().unwrap_or_else(PoisonError::into_inner);
        let who = owner_of(&connected.provider.issuer, &session);
        people.owners(&world.profile).any(|own| *own == who)
    };
    // Asked anew each time: who signs in more surely may turn out to be somebody whom the platform knew.
    if !is_needed || !is_own() {
        return;
    }
    match person_at(world, &connected).await {
        Ok(person) => {
            let mut people = world.people.lock().unwrap_or_else(PoisonError::into_inner);
            if let Err(error) = people.note_person(&world.profile, &person) {
                tracing::warn!(%error, "what the platform calls the person could not be noted");
            }
        }
        Err(error) => tracing::warn!(%error, "the platform did not say whom it takes the person for"),
    }
}

/// Whom the platform has to know at `connected`, where that is another provider than the one where the person is: themselves.
///
/// # Errors
/// [`ShownFault`]: it cannot be asked now.
pub(crate) async fn expected_at(world: &World, connected: &Connected) -> Result<Option<String>, ShownFault> {
    let here = world.connected().ok_or_else(|| ShownFault::of(&PlatformError::Unreachable))?;
    if here.provider.issuer == connected.provider.issuer {
        return Ok(None);
    }
    person_at(world, &here).await.map(Some).map_err(|error| ShownFault::of(&error))
}

/// The person goes on with the session at `connected`, if they are `person` there too; the session before is over. Another session is left
/// at once, and nothing of it is kept.
///
/// # Errors
/// [`ShownFault`]: it is somebody else, or it cannot be known or written down.
pub(crate) async fn go_on_at(
    world: &Arc<World>,
    connected: &Arc<Connected>,
    session: &Session,
    person: &str,
) -> Result<(), ShownFault> {
    let noted = match person_at(world, connected).await {
        Ok(found) if found == person => {
            let who = owner_of(&connected.provider.issuer, session);
            let mut people = world.people.lock().unwrap_or_else(PoisonError::into_inner);
            let noted = people.note_also(&world.profile, &who);
            noted
                .and_then(|()| people.note_person(&world.profile, person))
                .map_err(|error| ShownFault::of(&error))
        }
        Ok(_) => Err(somebody_else()),
        Err(error) => Err(ShownFault::of(&error)),
    };
    match noted {
        Ok(()) => switch(world, connected).await,
        Err(_) => leave(&connected.identity).await,
    }
    noted
}

/// From now on the session at `connected` is the person's, and the one before is over.
pub(crate) async fn switch(world: &World, connected: &Arc<Connected>) {
    let before = {
        let mut own = world.connected.write().unwrap_or_else(PoisonError::into_inner);
        own.replace(connected.clone())
    };
    if let Some(before) = before.filter(|before| before.provider.issuer != connected.provider.issuer) {
        leave(&before.identity).await;
    }
}

/// A session is over: here at once, and at its provider as soon as that can be told.
async fn leave(identity: &Arc<Identity>) {
    match identity.leave().await {
        Ok(ended) => {
            let own = identity.clone();
            drop(tokio::spawn(async move { own.tell(ended).await }));
        }
        Err(error) => tracing::warn!(%error, "a session that is over could not be forgotten"),
    }
}

/// The tokens of one session, whoever's store is open.
struct OneSession {
    identity: Arc<Identity>,
    now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
}

#[async_trait]
impl TokenSource for OneSession {
    async fn credentials(&self, target: &Target<'_>) -> Result<Credentials, PlatformError> {
        let asked =
            fingertip_identity::Target { method: target.method, url: target.url, nonce: target.nonce };
        let given = self.identity.credentials(&asked, (self.now)()).await;
        let given = given.map_err(|error| match error {
            IdentityError::SessionEnded | IdentityError::SignedOut => PlatformError::NotSignedIn,
            IdentityError::Unreachable { .. } => PlatformError::Unreachable,
            _ => PlatformError::TokenNotTaken,
        })?;
        Ok(Credentials { authorization: given.authorization, proof: given.proof })
    }

    async fn drop_token(&self) {
        self.identity.drop_access_token().await;
    }
}
