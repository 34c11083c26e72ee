//! How what is to be done here is done.

use std::{
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use async_trait::async_trait;
use fingertip_contract::api::AssuranceLevel;
use fingertip_identity::{Identity, IdentityError, Outcome, Session, SignInOptions};
use fingertip_locale::{Args, Direction, direction, shell_messages};
use fingertip_platform_client::{Credentials, PlatformError, Target, TokenSource};
use fingertip_records::ProfileName;
use fingertip_standard::Fault;
use jiff::Timestamp;
use url::Url;

use crate::{
    areas::{
        catalogue::msg::CatalogueMsg,
        notices::msg::NoticesMsg,
        person::model::Preferences,
        session::{effect::SessionEffect, elsewhere, model::Attempt, msg::SessionMsg},
    },
    fault::ShownFault,
    handover::{abandon, choose, owner_of, settle, to_nobody},
    msg::Msg,
    names::PREFERENCES,
    next::{Leaves, Next},
    people::People,
    world::{Connected, SharedConnection, World},
};

pub(crate) fn carry_out(world: &Arc<World>, effect: SessionEffect) {
    match effect {
        SessionEffect::SignIn { attempt, issuer, kept } => sign_in(world, attempt, issuer, kept),
        SessionEffect::Prove { attempt, language, acr_values, assurance, issuer } => {
            prove(world, attempt, language, Wanted { acr_values, assurance, issuer });
        }
        SessionEffect::ListDevices => {
            let at = world.clone();
            drop(world.begin(async move { list_devices(&at).await }));
        }
        SessionEffect::EndDevice(id) => {
            let at = world.clone();
            drop(world.begin(async move {
                if let Err(error) = end_device(&at, &id).await {
                    return at.send(SessionMsg::DevicesCame(Err(ShownFault::of(&error))));
                }
                list_devices(&at).await;
            }));
        }
        SessionEffect::CancelSignIn => cancel(world),
        SessionEffect::SignOut { kept } => {
            let at = world.clone();
            drop(world.begin(async move { sign_out(&at, &kept).await }));
        }
    }
}

/// Opens the provider's page and waits for the person.
fn sign_in(world: &Arc<World>, attempt: Attempt, issuer: Option<String>, kept: Box<Preferences>) {
    cancel(world);
    let at = world.clone();
    let task = world.begin(async move {
        if let Err(fault) = authorize(&at, attempt, issuer.as_deref(), &kept).await {
            at.send(SessionMsg::SignInFailed { attempt, fault });
        }
    });
    *world.sign_in.lock().unwrap_or_else(PoisonError::into_inner) = Some(task);
}

/// As whom and how surely somebody shows anew who they are.
struct Wanted {
    acr_values: Vec<String>,
    assurance: AssuranceLevel,
    issuer: Option<String>,
}

/// Opens the provider's page and waits for the person who is signed in to show anew that it is them.
fn prove(world: &Arc<World>, attempt: Attempt, language: String, wanted: Wanted) {
    cancel(world);
    let at = world.clone();
    let task = world.begin(async move {
        match show_anew(&at, attempt, &language, wanted).await {
            Ok(session) => at.send(SessionMsg::Proved(session)),
            Err(fault) => at.send(SessionMsg::SignInFailed { attempt, fault }),
        }
    });
    *world.sign_in.lock().unwrap_or_else(PoisonError::into_inner) = Some(task);
}

async fn show_anew(
    world: &Arc<World>,
    attempt: Attempt,
    language: &str,
    wanted: Wanted,
) -> Result<Session, ShownFault> {
    let connected = elsewhere::connected_for(world, wanted.issuer.as_deref(), wanted.assurance)?;
    let expected = elsewhere::expected_at(world, &connected).await?;
    let acr_values = match wanted.assurance {
        AssuranceLevel::Low => wanted.acr_values,
        level => connected.provider.classes_for(level),
    };
    let options = SignInOptions { max_age: Some(Duration::ZERO), acr_values };
    let session = at_provider(world, &connected, attempt, language, options).await?;
    match expected {
        Some(person) => elsewhere::go_on_at(world, &connected, &session, &person).await?,
        None => elsewhere::note_person(world).await,
    }
    Ok(session)
}

async fn authorize(
    world: &Arc<World>,
    attempt: Attempt,
    issuer: Option<&str>,
    kept: &Preferences,
) -> Result<(), ShownFault> {
    let connected = elsewhere::connected_for(world, issuer, AssuranceLevel::Low)?;
    let options = SignInOptions::default();
    let session = at_provider(world, &connected, attempt, &kept.language, options).await?;
    take_in(world, &connected, session, kept).await
}

/// Opens the provider's page in `language` and waits for the person to come back.
async fn at_provider(
    world: &World,
    connected: &Connected,
    attempt: Attempt,
    language: &str,
    options: SignInOptions,
) -> Result<Session, ShownFault> {
    let fault = |error: IdentityError| ShownFault::of(&error);
    let sign_in = connected.identity.begin_sign_in_with(language, options).await.map_err(fault)?;
    (world.options.open_browser)(sign_in.url());
    world.send(SessionMsg::SignInBegan { attempt, url: sign_in.url().clone() });
    let page = |outcome: Outcome<'_>| sign_in_page(language, outcome);
    connected.identity.finish_sign_in(sign_in, page, world.now()).await.map_err(fault)
}

/// A person goes on in the store that is theirs: nobody is signed in over somebody else's.
pub(crate) async fn take_in(
    world: &World,
    connected: &Arc<Connected>,
    session: Session,
    kept: &Preferences,
) -> Result<(), ShownFault> {
    let person = match elsewhere::person_to_place(world, connected, &session).await {
        Ok(person) => person,
        Err(error) => {
            // Whose store is theirs is not guessed.
            if let Err(error) = end_session(&connected.identity).await {
                tracing::error!(%error, "a session of nobody knows whom could not be ended");
            }
            return Err(ShownFault::of(&error));
        }
    };
    match settle(world, connected, &session, person.as_deref(), kept) {
        Ok(None) => {
            elsewhere::switch(world, connected).await;
            world.send(SessionMsg::SignedIn(session));
        }
        Ok(Some(next)) => world.end_with(next),
        Err(error) => {
            tracing::error!(%error, "the store of the person who has signed in cannot be opened");
            // Without a store of their own they would see somebody else's.
            if let Err(error) = end_session(&connected.identity).await {
                tracing::error!(%error, "their session could not be ended");
            }
            return Err(ShownFault::of(&error));
        }
    }
    Ok(())
}

/// A device that ended between a sign-in and the person's own store goes on from there, once the platform can say who it was.
pub(crate) async fn place_late(world: &World) {
    let Some(connected) = world.connected() else { return };
    let Some(session) = connected.identity.session() else { return };
    if elsewhere::is_placed(world, &connected, &session) {
        return;
    }
    let kept =
        world.records.setting::<Preferences>(PREFERENCES).ok().and_then(|rows| rows.rows.into_iter().next());
    if let Err(fault) = take_in(world, &connected, session, &kept.unwrap_or_default().for_the_next()).await {
        world.send(NoticesMsg::Failed(fault));
    }
}

/// What the browser shows when it comes back from the provider.
fn sign_in_page(language: &str, outcome: Outcome<'_>) -> String {
    let text = |id: &str| shell_messages().text(language, id, &Args::new());
    let (title, told) = match outcome {
        Outcome::SignedIn => ("sheet-sign-in-done-title", vec!["sheet-sign-in-done-body"]),
        Outcome::Failed(error) => {
            ("sheet-sign-in-failed-title", vec![error.message_id(), "sheet-sign-in-done-body"])
        }
        Outcome::NotOurs => ("sheet-sign-in-foreign-title", vec!["sheet-sign-in-foreign-body"]),
    };
    let told: String = told.into_iter().map(|id| format!("<p>{}</p>", text(id))).collect();
    let dir = if direction(language) == Direction::Rtl { "rtl" } else { "ltr" };
    format!(
        "<!doctype html><html lang=\"{language}\" dir=\"{dir}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{0}</title><h1>{0}</h1>{told}</html>",
        text(title)
    )
}

/// Where the issuer lists the person's devices. A platform that names another place is not believed: the token would go there.
fn devices_url(world: &World) -> Result<Option<String>, PlatformError> {
    let connected = world.connected().ok_or(PlatformError::Unreachable)?;
    let origin = |address: &str| Url::parse(address).ok().map(|url| url.origin());
    let Some(url) = connected.provider.devices_url.clone() else { return Ok(None) };
    if origin(&url) == origin(&connected.provider.issuer) {
        Ok(Some(url))
    } else {
        Err(PlatformError::Insecure)
    }
}

async fn list_devices(world: &World) {
    let devices = match devices_url(world) {
        Ok(Some(url)) => note_answer(world, world.platform.devices(&url).await),
        Ok(None) => Ok(Vec::new()),
        Err(error) => Err(error),
    };
    world.send(SessionMsg::DevicesCame(devices.map_err(|error| ShownFault::of(&error))));
}

async fn end_device(world: &World, id: &str) -> Result<(), PlatformError> {
    let Some(url) = devices_url(world)? else { return Ok(()) };
    note_answer(world, world.platform.end_device(&url, id).await)
}

fn cancel(world: &World) {
    if let Some(task) = world.sign_in.lock().unwrap_or_else(PoisonError::into_inner).take() {
        task.abort();
    }
}

/// Ends the session. The person's store is closed until they sign in again, and the app goes on in one that is nobody's.
async fn sign_out(world: &World, kept: &Preferences) {
    let Some(connected) = world.connected() else { return };
    let next = match to_nobody(world, kept, Leaves::Closed) {
        Ok(next) => next,
        Err(error) => return world.fail(&error),
    };
    // Chosen first: whenever this device ends, the next start shows nobody what is this person's.
    if let Err(error) = choose(world, &next.profile) {
        abandon(world, next);
        return world.fail(&error);
    }
    if let Err(error) = end_session(&connected.identity).await {
        if let Err(error) = choose(world, &world.profile) {
            world.fail(&error);
        }
        abandon(world, next);
        return world.fail(&error);
    }
    world.end_with(Next::Store(next));
}

/// Forgets the session on this device, and what its provider vouches for; whether the provider can be told of it does not matter to the
/// person, and nothing waits for it.
pub(crate) async fn end_session(identity: &Arc<Identity>) -> Result<(), IdentityError> {
    let ended = identity.end().await?;
    let own = identity.clone();
    drop(tokio::spawn(async move { own.tell(ended).await }));
    Ok(())
}

/// The session's tokens, for the client that asks the platform.
pub(crate) struct Tokens {
    pub(crate) connected: SharedConnection,
    pub(crate) people: Arc<Mutex<People>>,
    /// The store that they are used for.
    pub(crate) profile: ProfileName,
    pub(crate) now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    pub(crate) inbox: tokio::sync::mpsc::UnboundedSender<Msg>,
}

impl Tokens {
    /// What is known of the platform, unless somebody else than this store's person has signed in there: what waits here goes out in
    /// nobody else's name.
    fn connected(&self) -> Option<Arc<Connected>> {
        let connected = self.connected.read().unwrap_or_else(PoisonError::into_inner).clone()?;
        let people = self.people.lock().unwrap_or_else(PoisonError::into_inner);
        let is_own = connected.identity.session().is_none_or(|session| {
            let who = owner_of(&connected.provider.issuer, &session);
            people.owners(&self.profile).any(|owner| *owner == who)
        });
        is_own.then_some(connected)
    }
}

#[async_trait]
impl TokenSource for Tokens {
    async fn credentials(&self, target: &Target<'_>) -> Result<Credentials, PlatformError> {
        let connected = self.connected().ok_or(PlatformError::Unreachable)?;
        let asked =
            fingertip_identity::Target { method: target.method, url: target.url, nonce: target.nonce };
        let now = (self.now)();
        let given = match target.audience {
            Some(audience) => connected.identity.credentials_for(audience, &asked, now).await,
            None => connected.identity.credentials(&asked, now).await,
        };
        let given = given.map_err(|error| match error {
            IdentityError::SessionEnded | IdentityError::SignedOut => PlatformError::NotSignedIn,
            IdentityError::Unreachable { .. } => PlatformError::Unreachable,
            other => {
                // When the app has ended there is nobody left to tell.
                let _ = self.inbox.send(NoticesMsg::Failed(ShownFault::of(&other)).into());
                PlatformError::TokenNotTaken
            }
        })?;
        Ok(Credentials { authorization: given.authorization, proof: given.proof })
    }

    async fn drop_token(&self) {
        if let Some(connected) = self.connected() {
            connected.identity.drop_access_token().await;
        }
    }
}

/// The platform's answer to a person, with what it says of the connection and the session told: the one place that tells of
/// a session's end.
pub(crate) fn note_answer<T>(world: &World, answer: Result<T, PlatformError>) -> Result<T, PlatformError> {
    let error = answer.as_ref().err();
    let is_offline = matches!(error, Some(PlatformError::Unreachable | PlatformError::TimedOut));
    world.send(CatalogueMsg::Reached(!is_offline));
    if matches!(error, Some(PlatformError::NotSignedIn)) {
        world.send(SessionMsg::SessionEnded);
    }
    answer
}

/// Where the platform does something for whoever has signed in more surely, the person is asked to.
pub(crate) fn ask_for_assurance(world: &World, error: &PlatformError, is_pressed: bool) {
    if let Some(level) = error.needed_assurance() {
        world.send(SessionMsg::AssuranceNeeded { level, is_pressed });
    }
}
