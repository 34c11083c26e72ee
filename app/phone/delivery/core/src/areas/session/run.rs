//! How what is to be done here is done.

use std::sync::{Arc, PoisonError};

use fingertip_identity::IdentityError;
use fingertip_locale::{Args, shell_messages};
use fingertip_platform_client::PlatformError;

use crate::{
    areas::{
        catalogue::msg::CatalogueMsg,
        session::{effect::SessionEffect, msg::SessionMsg},
    },
    fault::ShownFault,
    world::World,
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
    let text = |id: &str| shell_messages().text(language, id, &Args::new());
    let page = format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{0}</title><h1>{0}</h1><p>{1}</p></html>",
        text("sheet-sign-in-done-title"),
        text("sheet-sign-in-done-body")
    );
    connected.identity.finish_sign_in(sign_in, &page, world.now()).await.map_err(fault)
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

/// A token for the platform.
pub(crate) async fn token(world: &World) -> Result<String, PlatformError> {
    let connected = world.connected().ok_or(PlatformError::Unreachable)?;
    connected.identity.access_token(world.now()).await.map_err(|error| match error {
        IdentityError::SessionEnded | IdentityError::SignedOut => PlatformError::NotSignedIn,
        IdentityError::Unreachable { .. } => PlatformError::Unreachable,
        other => {
            world.fail(&other);
            PlatformError::NotSignedIn
        }
    })
}

pub(crate) async fn fresh_token(world: &World) -> Result<String, PlatformError> {
    if let Some(connected) = world.connected() {
        connected.identity.drop_access_token().await;
    }
    token(world).await
}

/// Whether the platform answered, and whether the session still holds: the one place that tells of its end.
pub(crate) fn note_answer(world: &World, error: Option<&PlatformError>) {
    world.send(CatalogueMsg::Reached(!matches!(
        error,
        Some(PlatformError::Unreachable | PlatformError::TimedOut)
    )));
    if matches!(error, Some(PlatformError::NotSignedIn)) {
        world.send(SessionMsg::SessionEnded);
    }
}

/// Asks the platform with a token; when it does not take it, once more with a fresh one. A macro, because a closure's
/// future that borrows could not be sent between threads.
macro_rules! with_token {
    ($world:expr, $token:ident => $call:expr) => {{
        let answer = match $crate::areas::session::run::token($world).await {
            Ok($token) => match $call.await {
                Err(fingertip_platform_client::PlatformError::NotSignedIn) => {
                    match $crate::areas::session::run::fresh_token($world).await {
                        Ok($token) => $call.await,
                        Err(error) => Err(error),
                    }
                }
                other => other,
            },
            Err(error) => Err(error),
        };
        $crate::areas::session::run::note_answer($world, answer.as_ref().err());
        answer
    }};
}
pub(crate) use with_token;
