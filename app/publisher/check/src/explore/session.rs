//! One mini-app at work, and what a host would know of it.

use std::collections::BTreeMap;

use fingertip_runtime::{MiniApp, Program, RuntimeError, Stepped, Used};
use fingertip_standard::{
    events::{Event, Moment},
    requests::{Answer, Request, Wish},
    step::Step,
    view::View,
    words::Entry,
};

/// What a host knows between two events.
#[derive(Debug, Clone, Default)]
pub(crate) struct State {
    pub(crate) words: Vec<Entry>,
    pub(crate) view: Option<View>,
    /// Requests without an answer, oldest first.
    pub(crate) pending: Vec<Request>,
    pub(crate) is_signed_in: bool,
    pub(crate) is_closed: bool,
    /// Cases that the mini-app watches.
    pub(crate) watched: Vec<String>,
    /// What it stored.
    pub(crate) stored: BTreeMap<String, Vec<u8>>,
}

impl State {
    /// What is known after `event` brought `step`.
    pub(crate) fn after(&self, event: &Event, step: &Step) -> Self {
        let mut next = self.clone();
        match event {
            Event::Launched(launch) => next.is_signed_in = launch.signed_in,
            Event::Moment(Moment::SignedIn) => next.is_signed_in = true,
            Event::Answered(id, answer) => next.answered(*id, answer),
            _ => {}
        }
        if let Some(view) = &step.view {
            (next.view, next.words) = (Some(view.clone()), step.words.clone());
        }
        next.is_closed |= step.requests.iter().any(|request| matches!(request.wish, Wish::Close));
        next.pending.extend(step.requests.iter().cloned());
        next
    }

    fn answered(&mut self, id: u32, answer: &Answer) {
        let Some(at) = self.pending.iter().position(|request| request.id == id) else { return };
        match (self.pending.remove(at).wish, answer) {
            (Wish::Store { key, value }, Answer::Done) => drop(self.stored.insert(key, value)),
            (Wish::WatchCase(case), Answer::Done) => self.watched.push(case),
            _ => {}
        }
    }
}

/// A mini-app at work.
pub(crate) struct Session {
    app: MiniApp,
    pub(crate) state: State,
}

impl Session {
    /// Launches it; gives the first step as well.
    pub(crate) fn launch(program: &dyn Program, event: &Event) -> Result<(Self, Step), RuntimeError> {
        let Event::Launched(launch) = event else { return Err(RuntimeError::Ended) };
        let (app, step) = MiniApp::launch(program, launch.clone())?;
        let step = step.into_inner();
        Ok((Self { app, state: State::default().after(event, &step) }, step))
    }

    /// Launches it and gives it `events` one after another; gives every step.
    pub(crate) fn replay(program: &dyn Program, events: &[Event]) -> Result<(Self, Vec<Step>), RuntimeError> {
        let Some((launch, rest)) = events.split_first() else { return Err(RuntimeError::Ended) };
        let (mut session, first) = Self::launch(program, launch)?;
        let mut steps = vec![first];
        for event in rest {
            steps.push(session.update(event)?);
        }
        Ok((session, steps))
    }

    /// Gives it an event; a stale one answers with an empty step, as it does on a device.
    pub(crate) fn update(&mut self, event: &Event) -> Result<Step, RuntimeError> {
        let step = match self.app.update(event)? {
            Stepped::Step(step) => step.into_inner(),
            Stepped::Stale => Step::default(),
        };
        self.state = self.state.after(event, &step);
        Ok(step)
    }

    pub(crate) fn save(&mut self) -> Result<Vec<u8>, RuntimeError> {
        self.app.save()
    }

    pub(crate) fn used(&self) -> Used {
        self.app.used()
    }
}
