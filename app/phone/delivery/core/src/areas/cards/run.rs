//! How what is to be done here is done.

use std::sync::{Arc, PoisonError};

use fingertip_bundles::{BundleError, Code, VerifiedBundle};
use fingertip_host::draft_key;
use fingertip_platform_client::PlatformError;
use fingertip_records::RecordsError;
use fingertip_runtime::{Engine, RuntimeError, show_widget};
use fingertip_standard::{
    Disclosure, OperationId, Standard,
    widget::{CheckedWidget, WidgetAsk},
};
use serde::{Deserialize, Serialize};

use crate::{
    areas::{
        cards::{
            effect::{CardsEffect, WidgetJob},
            model::{OpenedWidget, WidgetCard, WidgetOutcome, WidgetPlace},
            msg::CardsMsg,
        },
        consents,
    },
    world::World,
};

/// The name under which the widgets on home are kept.
pub(crate) const WIDGETS: &str = "widgets";

pub(crate) fn carry_out(world: &Arc<World>, effect: CardsEffect) {
    let at = world.clone();
    match effect {
        CardsEffect::KeepWidgets(widgets) => {
            world.write(move |records| records.set_setting(WIDGETS, &widgets).map(|()| None));
        }
        CardsEffect::ForgetCard(place) => forget(world, &place),
        CardsEffect::OpenWidget(place) => drop(world.begin(async move { open(&at, place).await })),
        CardsEffect::MakeWidget(job) => drop(world.begin(async move { make(&at, *job).await })),
    }
}

fn forget(world: &Arc<World>, place: &WidgetPlace) {
    world.cards.lock().unwrap_or_else(PoisonError::into_inner).remove(place);
    let name = name(place);
    world.write(move |records| records.forget_cached(&name).map(|()| None));
}

/// A card as it is kept: with the texts that its words are found in, so that it can be drawn before anything is verified.
#[derive(Serialize, Deserialize)]
pub(crate) struct KeptCard {
    card: fingertip_standard::widget::Widget,
    sources: Vec<(String, String)>,
}

/// The name under which a card is kept.
pub(crate) fn name(place: &WidgetPlace) -> String {
    format!("widget:{}:{}", place.app, place.widget)
}

impl KeptCard {
    /// The card to draw; none where its texts cannot be read any more.
    pub(crate) fn draw(self, as_of: jiff::Timestamp) -> Option<WidgetCard> {
        let sources = self.sources.iter().map(|(language, text)| (language.as_str(), text.as_str()));
        let messages = fingertip_locale::Messages::new(sources).ok()?;
        Some(WidgetCard::new(self.card, Arc::new(messages), as_of))
    }
}

/// Verifies the mini-app, so that what it asks for can be judged.
async fn open(world: &World, place: WidgetPlace) {
    let opened = match world.connected() {
        Some(connected) => connected.bundles.open_behind(&place.department, &place.app, world.now()).await,
        None => Err(BundleError::Offline),
    };
    let verified = match opened {
        Ok(verified) => verified,
        Err(error) if error.is_passing() => {
            return world.send(CardsMsg::WidgetMade(place, Box::new(WidgetOutcome::Later)));
        }
        Err(error) => return fail(world, place, &error),
    };
    let opened = OpenedWidget {
        running: verified.running.clone(),
        manifest: Arc::new(verified.bundle.manifest.clone()),
        granted: verified.grants.clone(),
    };
    world.cards.lock().unwrap_or_else(PoisonError::into_inner).insert(place.clone(), verified);
    world.send(CardsMsg::WidgetOpened(place, Box::new(opened)));
}

fn fail(world: &World, place: WidgetPlace, error: &dyn std::error::Error) {
    // Not its cause: a card's parameters are its mini-app's own words.
    tracing::warn!(app = %place.app, widget = place.widget, %error, "no card for home");
    world.send(CardsMsg::WidgetMade(place, Box::new(WidgetOutcome::Failed)));
}

/// What of a card could be had.
enum Reply {
    Told(String),
    Refused,
    Later,
}

/// Makes the card and keeps it.
async fn make(world: &Arc<World>, job: WidgetJob) {
    let Some(verified) = world.cards.lock().unwrap_or_else(PoisonError::into_inner).remove(&job.place) else {
        return world.send(CardsMsg::WidgetMade(job.place, Box::new(WidgetOutcome::Failed)));
    };
    let reply = match &job.call {
        None => None,
        Some((operation, line)) => match call(world, &verified, operation, line.as_ref()).await {
            Reply::Told(body) => Some(body),
            Reply::Refused => None,
            Reply::Later => {
                return world.send(CardsMsg::WidgetMade(job.place, Box::new(WidgetOutcome::Later)));
            }
        },
    };
    let (at, place) = (world.clone(), job.place.clone());
    let made = tokio::task::spawn_blocking(move || {
        let ask = ask(&at, &verified, &job, reply)?;
        let shown = show(&at, &verified, &ask)?;
        Ok::<_, Unmade>(shown.map(|card| (card.into_inner(), verified.bundle.messages.clone())))
    });
    let outcome = match made.await {
        Ok(Ok(Some((card, messages)))) => {
            let kept = KeptCard { card: card.clone(), sources: messages.sources().to_vec() };
            if let Err(error) = world.records.keep_cached(&name(&place), &kept, world.now()) {
                tracing::warn!(%error, "a card for home could not be kept");
            }
            WidgetOutcome::Shown(WidgetCard::new(card, messages, world.now()))
        }
        Ok(Ok(None)) => WidgetOutcome::Nothing,
        Ok(Err(error)) => return fail(world, place, &error),
        // A panic's words are nobody's that we know.
        Err(_) => return fail(world, place, &Unmade::Broken),
    };
    world.send(CardsMsg::WidgetMade(place, Box::new(outcome)));
}

/// Why a card was not made.
#[derive(Debug, thiserror::Error)]
enum Unmade {
    #[error(transparent)]
    Runtime(#[from] RuntimeError),
    #[error(transparent)]
    Records(#[from] RecordsError),
    #[error("something broke while it was made")]
    Broken,
}

/// Calls the one operation of the card. The ledger's line comes first, as for every disclosure.
async fn call(
    world: &World,
    verified: &VerifiedBundle,
    operation: &OperationId,
    line: Option<&Disclosure>,
) -> Reply {
    if let Some(line) = line {
        let written = world.records.record_disclosure(line).and_then(|()| consents::run::read_ledger(world));
        match written {
            Ok(told) => told.into_iter().for_each(|msg| world.send(msg)),
            Err(error) => {
                tracing::warn!(%error, "what cannot be written down is not disclosed; the card waits");
                return Reply::Later;
            }
        }
    }
    // Nobody is at the screen for it: a session that has ended is told when the person next does something.
    match world.platform.call(&verified.running, operation, "{}", None).await {
        Ok(body) => Reply::Told(body),
        Err(error @ (PlatformError::Unreachable | PlatformError::TimedOut | PlatformError::NotSignedIn)) => {
            tracing::info!(%error, "a card for home waits");
            Reply::Later
        }
        Err(error) if error.is_passing() => Reply::Later,
        Err(error) => {
            tracing::info!(%error, "a card for home is made without an answer");
            Reply::Refused
        }
    }
}

fn ask(
    world: &World,
    verified: &VerifiedBundle,
    job: &WidgetJob,
    reply: Option<String>,
) -> Result<WidgetAsk, RecordsError> {
    let app = &job.place.app;
    let entry = verified
        .bundle
        .manifest
        .widget(&job.place.widget)
        .map(|widget| widget.entry.as_str())
        .unwrap_or_default();
    let draft = world.records.draft(app, &draft_key(entry, &[]))?;
    let mut stored = Vec::new();
    for key in &job.stored {
        stored.extend(world.records.fetch_for_app(app, key)?.map(|value| (key.clone(), value)));
    }
    let now = world.now();
    Ok(WidgetAsk {
        widget: job.place.widget.clone(),
        region: job.region.clone(),
        language: job.language.clone(),
        display: job.display,
        now: now.as_millisecond(),
        today: world.today(now),
        signed_in: job.is_signed_in,
        // Another version may not understand what this one kept.
        saved: draft.filter(|draft| draft.version == verified.running.version).and_then(|draft| draft.saved),
        stored,
        reply,
    })
}

fn show(
    world: &World,
    verified: &VerifiedBundle,
    ask: &WidgetAsk,
) -> Result<Option<CheckedWidget>, RuntimeError> {
    let manifest = &verified.bundle.manifest;
    let Code::Component(component) = &verified.bundle.code else {
        let reason = "a script has no widgets".to_owned();
        return Err(RuntimeError::WrongWorld { standard: Standard::V1_0, reason });
    };
    let engine: &dyn Engine = &*world.engine;
    let program = engine.compile(component, &verified.running.sha256, manifest.fingertip.standard)?;
    show_widget(&*program, ask, manifest).map(|(card, _)| card)
}
