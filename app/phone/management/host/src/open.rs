//! One opening of one mini-app.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_locale::Messages;
use fingertip_standard::{
    Capability, DepartmentId, Fault, FaultClass, Manifest, RunningApp, events::Input, step::CheckedStep,
};
use jiff::Timestamp;

use crate::{Around, Arrival, Effect, Place, Running};

/// Why a mini-app is at its end, as a screen needs it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// Whose it is.
    pub class: FaultClass,
    /// The Fluent message.
    pub message_id: &'static str,
    /// Whether doing it again may help.
    pub can_retry: bool,
    /// The department to turn to, where it is one's.
    pub owner: Option<DepartmentId>,
}

impl Failure {
    /// What a screen says of `fault`.
    pub fn of(fault: &impl Fault) -> Self {
        Self {
            class: fault.class(),
            message_id: fault.message_id(),
            can_retry: fault.can_retry(),
            owner: None,
        }
    }
}

/// A mini-app that was verified, compiled and launched.
#[derive(Debug, Clone)]
pub struct Opened {
    /// Its verified identity.
    pub running: RunningApp,
    /// Its verified manifest.
    pub manifest: Arc<Manifest>,
    /// Its words.
    pub messages: Arc<Messages>,
    /// Its pictures by path.
    pub pictures: Arc<BTreeMap<String, Arc<[u8]>>>,
    /// What the store granted.
    pub granted: BTreeSet<Capability>,
    /// What the person had typed in the draft that it was launched with.
    pub inputs: Option<BTreeMap<String, Input>>,
    /// Its first step.
    pub stepped: Stepped,
}

/// What came of an event for a mini-app.
#[derive(Debug, Clone)]
pub struct Stepped {
    /// What it says; none for an event that came too late.
    pub step: Option<CheckedStep>,
    /// Its small state after that; none where it is as before.
    pub saved: Option<Vec<u8>>,
    /// Whether it had to be ended and opened again from its last small state.
    pub was_restored: bool,
}

/// How far a mini-app is. Each holds what exists then, and nothing else.
#[derive(Debug, Clone, PartialEq)]
pub enum State {
    /// Being fetched, verified and compiled.
    Opening,
    /// As [`Self::Opening`], and what it runs on is being fetched and compiled too. That happens once a device and takes
    /// many seconds, which the person is told.
    Preparing,
    /// Running.
    Running(Box<Running>),
    /// Ended, with an honest page.
    Failed(Failure),
    /// At its end, because the person or itself wished so.
    Closed,
}

/// A mini-app on the screen, and all that the host holds for it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenMiniApp {
    /// Where it was opened.
    pub place: Place,
    /// How it came to be opened there.
    pub arrival: Arrival,
    /// How far it is.
    pub state: State,
    /// Whether it is on the screen, once it runs.
    is_visible: bool,
}

impl OpenMiniApp {
    /// A mini-app that is being fetched.
    #[must_use]
    pub fn open(place: Place, arrival: Arrival) -> Self {
        Self { place, arrival, state: State::Opening, is_visible: true }
    }

    /// Under which its draft is kept.
    #[must_use]
    pub fn draft_key(&self) -> String {
        self.arrival.draft_key(&self.place.route)
    }

    /// What runs, while it runs.
    #[must_use]
    pub fn running(&self) -> Option<&Running> {
        match &self.state {
            State::Running(running) => Some(running),
            State::Opening | State::Preparing | State::Failed(_) | State::Closed => None,
        }
    }

    /// What it runs on is fetched and compiled too.
    pub fn prepare(&mut self) {
        if self.state == State::Opening {
            self.state = State::Preparing;
        }
    }

    /// It has come up. One that is no longer waited for is at its end at once.
    pub fn opened(&mut self, opened: Opened, around: &Around<'_>) -> Vec<Effect> {
        if !matches!(self.state, State::Opening | State::Preparing) {
            return vec![Effect::Closed];
        }
        let Opened { running, manifest, messages, pictures, granted, inputs, stepped } = opened;
        let mut own =
            Running::new(self.draft_key(), running, manifest, messages, around.rules.numbers.clone());
        own.pictures = pictures;
        own.granted = granted;
        if let Some(inputs) = inputs {
            own.inputs = inputs;
            // File contents are not kept in a draft: the person chooses the file again.
            own.inputs.retain(|_, input| !matches!(input, Input::Files(_)));
            own.generation += 1;
        }
        self.state = State::Running(Box::new(own));
        let is_visible = self.is_visible;
        self.run(|running| running.begin(stepped, is_visible, around))
    }

    /// The guest has answered an event.
    pub fn take(&mut self, stepped: Stepped, around: &Around<'_>) -> Vec<Effect> {
        let is_visible = self.is_visible;
        self.run(|running| running.take(stepped, is_visible, around))
    }

    /// What is kept of it now, if anything is.
    pub fn keep(&mut self) -> Vec<Effect> {
        self.run(|running| running.draft().into_iter().collect())
    }

    /// It came on the screen.
    pub fn show(&mut self, now: Timestamp) -> Vec<Effect> {
        self.is_visible = true;
        self.run(|running| running.settle(true, now))
    }

    /// It left the screen.
    pub fn hide(&mut self, now: Timestamp) -> Vec<Effect> {
        self.is_visible = false;
        self.run(|running| running.settle(false, now))
    }

    /// It was ended and cannot be opened again.
    pub fn fail(&mut self, failure: Failure) {
        self.state = State::Failed(failure);
    }

    /// The person leaves it. What was typed is kept; the last that it is told is that it is unloaded.
    pub fn close(&mut self) -> Vec<Effect> {
        let effects = match &mut self.state {
            State::Running(running) => running.close(),
            State::Opening | State::Preparing | State::Failed(_) | State::Closed => vec![Effect::Closed],
        };
        self.state = State::Closed;
        effects
    }

    /// Lets `happen` happen to what runs; nothing happens to what does not.
    pub(crate) fn run(&mut self, happen: impl FnOnce(&mut Running) -> Vec<Effect>) -> Vec<Effect> {
        let State::Running(running) = &mut self.state else { return Vec::new() };
        let effects = happen(running);
        if running.is_closed {
            self.state = State::Closed;
        }
        effects
    }
}
