//! How what is to be done here is done.

use std::sync::{Arc, PoisonError, RwLock};

use async_trait::async_trait;
use fingertip_identity::{IdentityError, Outcome};
use fingertip_locale::{Args, Direction, direction, shell_messages};
use fingertip_platform_client::{Credentials, PlatformError, Target, TokenSource};
use fingertip_standard::Fault;
use jiff::Timestamp;

use crate::{
    areas::{
        catalogue::msg::CatalogueMsg,
        notices::msg::NoticesMsg,
        session::{effect::SessionEffect, msg::SessionMsg},
    },
    fault::ShownFault,
    msg::Msg,
    world::{Connected, World},
};

pub(crate) fn carry_out(world: &Arc<World>, effect: SessionEffect) {
    match effect {
        SessionEffect::SignIn { language } => sign_in(world, language),
        SessionEffect::CancelSignIn => cancel(world),
        SessionEffect::SignOut => {
            let at = world.clone();
            drop(world.begin(async move { sign_out(&at).await }));
        }
    }
}

/// Opens the provider's page and waits for the person.
fn sign_in(world: &Arc<World>, language: String) {
    cancel(world);
    let at = world.clone();
    let task = world.begin(async move {
        match authorize(&at, &language).await {
            Ok(session) => at.send(SessionMsg::SignedIn(session)),
            Err(fault) => at.send(SessionMsg::SignInFailed(fault)),
        }
    });
    *world.sign_in.lock().unwrap_or_else(PoisonError::into_inner) = Some(task);
}

async fn authorize(world: &World, language: &str) -> Result<fingertip_identity::Session, ShownFault> {
    let connected = world.connected().ok_or_else(|| ShownFault::of(&PlatformError::Unreachable))?;
    let fault = |error: IdentityError| ShownFault::of(&error);
    let sign_in = connected.identity.begin_sign_in(language).await.map_err(fault)?;
    (world.options.open_browser)(sign_in.url());
    world.send(SessionMsg::SignInBegan(sign_in.url().clone()));
    let page = |outcome: Outcome<'_>| sign_in_page(language, outcome);
    connected.identity.finish_sign_in(sign_in, page, world.now()).await.map_err(fault)
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

fn cancel(world: &World) {
    if let Some(task) = world.sign_in.lock().unwrap_or_else(PoisonError::into_inner).take() {
        task.abort();
    }
}

async fn sign_out(world: &World) {
    let Some(connected) = world.connected() else { return };
    match connected.identity.sign_out().await {
        Ok(()) => world.send(SessionMsg::SignedOut),
        Err(error) => world.fail(&error),
    }
}

/// What is known of the platform, shared with whoever needs it.
pub(crate) type SharedConnection = Arc<RwLock<Option<Arc<Connected>>>>;

/// The session's tokens, for the client that asks the platform.
pub(crate) struct Tokens {
    pub(crate) connected: SharedConnection,
    pub(crate) now: Arc<dyn Fn() -> Timestamp + Send + Sync>,
    pub(crate) inbox: tokio::sync::mpsc::UnboundedSender<Msg>,
}

impl Tokens {
    fn connected(&self) -> Option<Arc<Connected>> {
        self.connected.read().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

#[async_trait]
impl TokenSource for Tokens {
    async fn credentials(&self, target: &Target<'_>) -> Result<Credentials, PlatformError> {
        let connected = self.connected().ok_or(PlatformError::Unreachable)?;
        let asked =
            fingertip_identity::Target { method: target.method, url: target.url, nonce: target.nonce };
        let given = connected.identity.credentials(&asked, (self.now)()).await;
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
