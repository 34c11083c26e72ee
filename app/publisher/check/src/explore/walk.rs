//! Walks a mini-app breadth-first from one start: every press, every kind of answer, inputs filled in and left empty.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    sync::Arc,
};

use fingertip_journeys::Happened;
use fingertip_standard::{
    Capability,
    events::{Event, Moment},
    words::Entry,
};

use super::{
    Asked, Limits, Mishap, Programs, Runs, Start, Step, answers, events,
    seen::{Speakers, shape},
    session::{Session, State},
};
use crate::Subject;

/// States of a watched case that a mini-app must be able to show.
const CASE_STATES: [&str; 9] = [
    "accepted",
    "refused",
    "correction-asked",
    "review",
    "approved",
    "rejected",
    "delivered",
    "closed",
    "withdrawn",
];

/// Stored values of one key that cards are then made from.
const STORED: usize = 3;
/// Events on one walk before the next one starts anew.
const WALK: usize = 60;
/// How far a walk goes over known ground to something new before it starts anew instead.
const DETOUR: usize = 8;

/// A way to a state.
#[derive(Clone, Default)]
struct Way {
    events: Vec<Event>,
    names: Vec<String>,
}

impl Way {
    /// The start and the last few events, for places.
    fn name(&self) -> String {
        let Some((first, rest)) = self.names.split_first() else { return String::new() };
        let last = &rest[rest.len().saturating_sub(3)..];
        let dots = if rest.len() > last.len() { " > ..." } else { "" };
        format!("{first}{dots}{}", last.iter().map(|name| format!(" > {name}")).collect::<String>())
    }

    fn and(&self, name: String, event: Event) -> Self {
        let mut longer = self.clone();
        longer.names.push(name);
        longer.events.push(event);
        longer
    }
}

/// States that look alike: one way to them, and what was done in any of them.
struct Spot {
    way: Way,
    state: State,
    /// Where each thing led; none where the mini-app ended or there were too many spots.
    done: BTreeMap<String, Option<usize>>,
}

struct Walk<'a> {
    subject: &'a Subject,
    programs: &'a Programs,
    start: &'a Start,
    limits: Limits,
    speakers: Speakers,
    spots: Vec<Spot>,
    by_shape: HashMap<String, usize>,
    /// Whole walks, for walking them again.
    walks: Vec<Way>,
    n_steps: usize,
}

/// Walks from `start` and adds what is seen to `runs`.
pub(super) fn walk(subject: &Subject, programs: &Programs, start: &Start, limits: Limits, runs: &mut Runs) {
    let way = Way::default().and(start.name(), start.launch(None));
    let (session, steps) = match Session::launch(&programs.native(), &way.events[0]) {
        Ok(launched) => launched,
        Err(error) => {
            runs.mishap(Mishap::EntryEnded(start.route.clone(), error.for_developer()), way.name());
            return runs.fault(&error, &way.name());
        }
    };
    if steps.iter().all(|happened| happened.step.view.is_none()) {
        runs.mishap(Mishap::NoView(start.route.clone()), way.name());
    }
    let (spots, by_shape, walks) = (Vec::new(), HashMap::new(), Vec::new());
    let mut walk = Walk {
        subject,
        programs,
        start,
        limits,
        speakers: Speakers::new(subject),
        spots,
        by_shape,
        walks,
        n_steps: 1,
    };
    walk.took(&session, &steps, &way, runs);
    // The oldest spot with something left to do comes first, so the ways stay short.
    let mut oldest = 0;
    while oldest < walk.spots.len() {
        if walk.n_steps >= limits.steps {
            runs.is_whole = false;
            break;
        }
        if !walk.once(oldest, runs) {
            oldest += 1;
        }
    }
    runs.n_steps += walk.n_steps;
    walk.again(runs);
}

impl Walk<'_> {
    /// Walks on from a spot, each time to the nearest that was not done yet; whether there was anything left to do.
    fn once(&mut self, from: usize, runs: &mut Runs) -> bool {
        let mut way = self.spots[from].way.clone();
        if self.undone(from, &self.spots[from].state).is_none() {
            return false;
        }
        self.n_steps += way.events.len();
        // The way has been walked before: it can fail only if the mini-app is not the same twice.
        let Ok((mut session, _)) = Session::replay(&self.programs.native(), &way.events) else {
            runs.mishap(Mishap::OtherStep, way.name());
            return false;
        };
        let most = WALK.max(way.events.len() + 1);
        let mut at = from;
        while way.events.len() < most {
            let Some((name, event)) =
                self.undone(at, &session.state).or_else(|| self.towards(at, &session.state))
            else {
                break;
            };
            way = way.and(name.clone(), event.clone());
            self.n_steps += 1;
            let next = match session.update(&event) {
                Ok(steps) => self.took(&session, &steps, &way, runs),
                Err(error) => {
                    runs.fault(&error, &way.name());
                    None
                }
            };
            self.spots[at].done.insert(name, next);
            let Some(next) = next else { break };
            at = next;
        }
        self.walks.push(way);
        true
    }

    /// The first thing that was not done yet in states like this.
    fn undone(&self, spot: usize, state: &State) -> Option<(String, Event)> {
        let done = &self.spots[spot].done;
        self.next(state).into_iter().find(|(name, _)| !done.contains_key(name))
    }

    /// The first step of the shortest known way from `spot` to a spot where something is left to do.
    fn towards(&self, spot: usize, state: &State) -> Option<(String, Event)> {
        let possible = self.next(state);
        let mut seen = HashSet::from([spot]);
        let mut ring: Vec<(&String, usize)> =
            self.spots[spot].done.iter().filter_map(|(name, next)| Some((name, (*next)?))).collect();
        for _ in 0..DETOUR {
            let mut further = Vec::new();
            for (name, at) in ring {
                if !seen.insert(at) {
                    continue;
                }
                if self.undone(at, &self.spots[at].state).is_some() {
                    return possible.into_iter().find(|(own, _)| own == name);
                }
                further.extend(self.spots[at].done.values().flatten().map(|next| (name, *next)));
            }
            ring = further;
        }
        None
    }

    /// Everything that can happen in `state`, the good ways first.
    fn next(&self, state: &State) -> Vec<(String, Event)> {
        if state.is_closed {
            return Vec::new();
        }
        let mut next = Vec::new();
        if let Some(request) = state.pending().next() {
            let answers = answers::to(&request.wish, self.subject, state);
            next.extend(
                answers.into_iter().map(|(name, answer)| (name, Event::Answered(request.guest, answer))),
            );
            // What is pressed meanwhile is held by the shell; a person may still go back.
            next.push(("goes back".into(), Event::WentBack));
            return next;
        }
        if let Some(view) = state.expanded() {
            next.extend(events::on(view, &self.subject.typed));
        }
        if !state.is_signed_in {
            next.push(("signs in".into(), Event::Moment(Moment::SignedIn)));
        }
        if let Some(case) = state.watched() {
            next.extend(CASE_STATES.map(|state| {
                (format!("case is {state}"), Event::CaseChanged(case.to_string(), state.into()))
            }));
        }
        next.push(("goes back".into(), Event::WentBack));
        next
    }

    /// Keeps what a step showed and asked for; gives the spot of the state, none where there are too many.
    fn took(&mut self, session: &Session, steps: &[Happened], way: &Way, runs: &mut Runs) -> Option<usize> {
        let name = way.name();
        measure(session, &name, runs);
        let is_launch = way.events.len() == 1;
        for (at, happened) in steps.iter().enumerate() {
            keep(session, happened, is_launch && at == 0, &name, runs);
        }
        let state = &session.state;
        for (key, value) in state.stored.iter().filter(|(_, value)| !value.is_empty()) {
            let known = runs.stored.entry(key.clone()).or_default();
            if known.len() < STORED {
                known.insert(value.clone());
            }
        }
        let waits: Vec<_> = state.pending().map(|request| Capability::of(&request.wish).row().wish).collect();
        let shape = format!(
            "{} {waits:?} {} {}",
            shape(state.words(), state.view()),
            state.is_signed_in,
            state.is_closed
        );
        if let Some(spot) = self.by_shape.get(&shape) {
            return Some(*spot);
        }
        if self.spots.len() >= self.limits.states {
            runs.is_whole = false;
            return None;
        }
        if let Some(view) = state.view() {
            let is_waiting = state.pending().next().is_some() || state.is_closed;
            let seen = Step {
                words: state.words().to_vec(),
                view: view.clone(),
                event: name,
                display: self.start.display,
                is_waiting,
            };
            runs.screens.extend(self.speakers.screens(&Arc::new(seen)));
        }
        self.by_shape.insert(shape, self.spots.len());
        self.spots.push(Spot { way: way.clone(), state: state.clone(), done: BTreeMap::new() });
        Some(self.spots.len() - 1)
    }

    /// Walks the longest walks once more on the same engine and on the other, and opens what was saved on each page.
    fn again(&mut self, runs: &mut Runs) {
        self.walks.sort_by_key(|way| std::cmp::Reverse(way.events.len()));
        for way in self.walks.iter().take(self.limits.replays) {
            super::probe::compare(self.programs, &way.events, &way.name(), runs);
        }
        let mut pages: HashSet<&str> = HashSet::new();
        let idle =
            self.spots.iter().filter(|spot| spot.state.pending().next().is_none() && !spot.state.is_closed);
        for spot in idle {
            let page = spot.state.view().and_then(|view| view.nodes.first()).map(|node| node.key.as_str());
            if page.is_some_and(|page| pages.insert(page)) {
                super::probe::restore(self.programs, self.start, &spot.way.events, &spot.way.name(), runs);
            }
        }
    }
}

fn measure(session: &Session, name: &str, runs: &mut Runs) {
    let used = session.used();
    runs.memory_bytes = runs.memory_bytes.max(used.memory_bytes);
    if used.work > runs.work.0 {
        runs.work = (used.work, name.to_owned());
    }
}

fn keep(session: &Session, Happened { step, .. }: &Happened, is_first: bool, name: &str, runs: &mut Runs) {
    for entry in &step.words {
        if let Entry::Message(message) = entry {
            let variables: BTreeSet<String> = message.args.iter().map(|(name, _)| name.clone()).collect();
            runs.messages.insert((message.id.clone(), variables));
        }
    }
    for request in &step.requests {
        let is_unasked_sign_in =
            is_first && Capability::of(&request.wish).row().needs_sign_in && !session.state.is_signed_in;
        runs.ask(Asked { wish: request.wish.clone(), event: name.to_owned(), is_unasked_sign_in });
    }
}
