//! Walks a mini-app breadth-first from one start: every press, every kind of answer, inputs filled in and left empty.

use std::{
    collections::{BTreeSet, HashSet, VecDeque},
    sync::Arc,
};

use fingertip_standard::{
    Capability,
    events::{Event, Moment},
    step::Step as Answer,
    words::Entry,
};

use super::{
    Asked, Limits, Mishap, Programs, Runs, Start, Step, answers, events,
    seen::{Speakers, shape},
    session::{Session, State},
};
use crate::Subject;

/// States of a watched case that a mini-app must be able to show.
const CASE_STATES: [&str; 9] =
    ["accepted", "refused", "correction-asked", "review", "approved", "rejected", "delivered", "closed", "withdrawn"];

/// A way to a state.
#[derive(Clone)]
struct Way {
    events: Vec<Event>,
    names: Vec<String>,
    state: State,
}

impl Way {
    /// The start and the last few events, for places.
    fn name(names: &[String]) -> String {
        let (first, rest) = names.split_first().map(|(first, rest)| (first.as_str(), rest)).unwrap_or_default();
        let last = &rest[rest.len().saturating_sub(3)..];
        let dots = if rest.len() > last.len() { " > ..." } else { "" };
        format!("{first}{dots}{}", last.iter().map(|name| format!(" > {name}")).collect::<String>())
    }
}

struct Walk<'a> {
    subject: &'a Subject,
    programs: &'a Programs,
    start: &'a Start,
    limits: Limits,
    speakers: Speakers,
    known: HashSet<String>,
    queue: VecDeque<Way>,
    /// Ways that led to something new and no further: what is walked again.
    ends: Vec<Way>,
    n_steps: usize,
}

/// Walks from `start` and adds what is seen to `runs`.
pub(super) fn walk(subject: &Subject, programs: &Programs, start: &Start, limits: Limits, runs: &mut Runs) {
    let launch = start.launch(None);
    let name = start.name();
    let (session, step) = match Session::launch(&*programs.native, &launch) {
        Ok(launched) => launched,
        Err(error) => {
            runs.mishap(Mishap::EntryEnded(start.route.clone(), error.to_string()), &name);
            return runs.fault(&error, &name);
        }
    };
    if step.view.is_none() {
        runs.mishap(Mishap::NoView(start.route.clone()), &name);
    }
    let speakers = Speakers::new(subject);
    let mut walk =
        Walk { subject, programs, start, limits, speakers, known: HashSet::new(), queue: VecDeque::new(), ends: Vec::new(), n_steps: 1 };
    walk.took(&session, &step, std::slice::from_ref(&launch), &[name], runs);
    while let Some(way) = walk.queue.pop_front() {
        walk.expand(&way, runs);
    }
    runs.n_steps += walk.n_steps;
    walk.again(runs);
}

impl Walk<'_> {
    /// Does everything that can be done at the end of `way`.
    fn expand(&mut self, way: &Way, runs: &mut Runs) {
        let mut is_end = true;
        for (name, event) in self.next(&way.state) {
            if self.n_steps + way.events.len() + 1 > self.limits.steps || self.known.len() >= self.limits.states {
                runs.is_whole = false;
                break;
            }
            self.n_steps += way.events.len() + 1;
            let names: Vec<String> = way.names.iter().cloned().chain([name]).collect();
            // The way has been walked before; only the last event can be new.
            let Ok((mut session, _)) = Session::replay(&*self.programs.native, &way.events) else {
                runs.mishap(Mishap::OtherStep, Way::name(&names));
                return;
            };
            let events: Vec<Event> = way.events.iter().cloned().chain([event.clone()]).collect();
            match session.update(&event) {
                Ok(step) => is_end &= !self.took(&session, &step, &events, &names, runs),
                Err(error) => runs.fault(&error, &Way::name(&names)),
            }
        }
        if is_end {
            self.ends.push(way.clone());
        }
    }

    /// Everything that can happen in `state`, the good ways first.
    fn next(&self, state: &State) -> Vec<(String, Event)> {
        if state.is_closed {
            return Vec::new();
        }
        let mut next = Vec::new();
        if let Some(request) = state.pending.first() {
            let answers = answers::to(request, self.subject, state);
            next.extend(answers.into_iter().map(|(name, answer)| (name, Event::Answered(request.id, answer))));
            // What is pressed meanwhile is held by the shell; a person may still go back.
            next.push(("goes back".into(), Event::WentBack));
            return next;
        }
        if let Some(view) = &state.view {
            next.extend(events::on(view));
        }
        if !state.is_signed_in {
            next.push(("signs in".into(), Event::Moment(Moment::SignedIn)));
        }
        for case in state.watched.iter().take(1) {
            next.extend(CASE_STATES.map(|state| (format!("case is {state}"), Event::CaseChanged(case.clone(), state.into()))));
        }
        next.push(("goes back".into(), Event::WentBack));
        next
    }

    /// Keeps what a step showed and asked for; whether it led to a state that was not known.
    fn took(&mut self, session: &Session, step: &Answer, events: &[Event], names: &[String], runs: &mut Runs) -> bool {
        let name = Way::name(names);
        let used = session.used();
        runs.memory_bytes = runs.memory_bytes.max(used.memory_bytes);
        if let Some(fuel) = used.fuel.filter(|fuel| *fuel > runs.fuel.0) {
            runs.fuel = (fuel, name.clone());
        }
        for entry in &step.words {
            if let Entry::Message(message) = entry {
                let variables: BTreeSet<String> = message.args.iter().map(|(name, _)| name.clone()).collect();
                runs.messages.insert((message.id.clone(), variables));
            }
        }
        for request in &step.requests {
            let capability = Capability::of(&request.wish);
            let is_unasked_sign_in = events.len() == 1 && capability.row().needs_sign_in && !session.state.is_signed_in;
            if !runs.asked.iter().any(|known| known.wish == request.wish && known.is_unasked_sign_in == is_unasked_sign_in) {
                runs.asked.push(Asked { wish: request.wish.clone(), event: name.clone(), is_unasked_sign_in });
            }
        }
        let state = &session.state;
        let waits: Vec<_> = state.pending.iter().map(|request| Capability::of(&request.wish).row().wish).collect();
        let shape = format!("{} {waits:?} {} {}", shape(&state.words, state.view.as_ref()), state.is_signed_in, state.is_closed);
        if !self.known.insert(shape) {
            return false;
        }
        if let Some(view) = &state.view {
            let seen = Step {
                words: state.words.clone(),
                view: view.clone(),
                event: name,
                display: self.start.display,
                is_waiting: !state.pending.is_empty() || state.is_closed,
            };
            runs.screens.extend(self.speakers.screens(&Arc::new(seen)));
        }
        self.queue.push_back(Way { events: events.to_vec(), names: names.to_vec(), state: state.clone() });
        true
    }

    /// Walks the longest ways once more on the same engine and on the other, and opens what they saved.
    fn again(&mut self, runs: &mut Runs) {
        self.ends.sort_by_key(|way| std::cmp::Reverse(way.events.len()));
        let ends: Vec<Way> = self.ends.iter().take(self.limits.replays).cloned().collect();
        for way in ends {
            super::probe::compare(self.programs, &way.events, &Way::name(&way.names), runs);
        }
        let idle: Vec<&Way> = self.ends.iter().filter(|way| way.state.pending.is_empty() && !way.state.is_closed).collect();
        for way in idle.into_iter().take(self.limits.replays) {
            super::probe::restore(self.programs, self.start, &way.events, &Way::name(&way.names), runs);
        }
    }
}
