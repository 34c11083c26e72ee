//! Signing in and out.

use std::sync::{Arc, PoisonError};

use fingertip_identity::IdentityError;
use fingertip_locale::{Args, shell_messages};

use super::{World, device};
use crate::{Msg, PlatformError, ShownFault};

/// Opens the provider's page and waits for the person.
pub(super) fn sign_in(world: &Arc<World>, language: String) {
    cancel(world);
    let at = world.clone();
    let task = world.begin(async move {
        match through(&at, &language).await {
            Ok(session) => at.send(Msg::SignedIn(session)),
            Err(fault) => at.send(Msg::SignInFailed(fault)),
        }
    });
    *world.sign_in.lock().unwrap_or_else(PoisonError::into_inner) = Some(task);
}

async fn through(world: &World, language: &str) -> Result<fingertip_identity::Session, ShownFault> {
    let connected = world.connected().ok_or_else(|| ShownFault::of(&PlatformError::Unreachable))?;
    let fault = |error: IdentityError| ShownFault::of(&error);
    let sign_in = connected.identity.begin_sign_in(language).await.map_err(fault)?;
    (world.options.open_browser)(sign_in.url());
    world.send(Msg::SignInBegan(sign_in.url().clone()));
    let text = |id: &str| shell_messages().text(language, id, &Args::new());
    let page = format!(
        "<!doctype html><html lang=\"{language}\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>{0}</title><h1>{0}</h1><p>{1}</p></html>",
        text("sheet-sign-in-done-title"),
        text("sheet-sign-in-done-body")
    );
    connected.identity.finish_sign_in(sign_in, &page, world.now()).await.map_err(fault)
}

pub(super) fn cancel(world: &World) {
    if let Some(task) = world.sign_in.lock().unwrap_or_else(PoisonError::into_inner).take() {
        task.abort();
    }
}

pub(super) async fn sign_out(world: &World) {
    let Some(connected) = world.connected() else { return };
    match connected.identity.sign_out().await {
        Ok(()) => world.send(Msg::SignedOut),
        Err(error) => world.fail(&error),
    }
}

/// Signs out and forgets everything of the person on this device. What is under way for them is ended first: it would write
/// again what was forgotten.
pub(super) async fn delete(world: &Arc<World>) {
    world.end_work().await;
    world.cards.lock().unwrap_or_else(PoisonError::into_inner).clear();
    // Without a connection the provider learns nothing of it and that is no error; a session that stays in the key store is one, for
    // the next start would find it.
    if let Some(connected) = world.connected()
        && let Err(error) = connected.identity.sign_out().await
    {
        return world.send(Msg::NotDeleted(ShownFault::of(&error)));
    }
    device::forget_everything(world);
}

/// A token for the platform.
pub(super) async fn token(world: &World) -> Result<String, PlatformError> {
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

/// Asks the platform with a token; when it does not take it, once more with a fresh one. A macro, because a closure's
/// future that borrows could not be sent between threads.
macro_rules! with_token {
    ($world:expr, $token:ident => $call:expr) => {{
        let answer = match $crate::runner::session::token($world).await {
            Ok($token) => match $call.await {
                Err($crate::PlatformError::NotSignedIn) => {
                    match $crate::runner::session::fresh_token($world).await {
                        Ok($token) => $call.await,
                        Err(error) => Err(error),
                    }
                }
                other => other,
            },
            Err(error) => Err(error),
        };
        $crate::runner::session::heard($world, answer.as_ref().err());
        answer
    }};
}
pub(super) use with_token;

pub(super) async fn fresh_token(world: &World) -> Result<String, PlatformError> {
    if let Some(connected) = world.connected() {
        connected.identity.drop_access_token().await;
    }
    token(world).await
}

/// Whether the platform answered, and whether the session still holds: the one place that tells of its end.
pub(super) fn heard(world: &World, error: Option<&PlatformError>) {
    world.send(Msg::Reached(!matches!(error, Some(PlatformError::Unreachable | PlatformError::TimedOut))));
    if matches!(error, Some(PlatformError::NotSignedIn)) {
        world.send(Msg::SessionEnded);
    }
}
