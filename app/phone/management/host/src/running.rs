//! What a host holds for a mini-app that runs.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::Arc,
    time::Duration,
};

use fingertip_locale::{Formatter, Messages, RegionNames, Words};
use fingertip_standard::{
    Capability, CaseId, ConsentSubject, Manifest, RunningApp,
    events::{Event, Input},
    limits, repeat,
    requests::{RequestId, Wish},
    validate::Problem,
    view::View,
    words::Entry,
};
use fingertip_typed::Nation;
use jiff::{SignedDuration, Timestamp};

use crate::{ChosenFile, Draft, Effect, Opened, Sheet, presses::Held};

/// The host's own number for a request, never used twice in one opening. The guest's number is only remembered to answer it:
/// two requests under one number are two requests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RequestNumber(pub u32);

/// A request that has no answer yet.
#[derive(Debug, Clone, PartialEq)]
pub struct Pending {
    /// The guest's number.
    pub guest: RequestId,
    /// What is asked for.
    pub wish: Wish,
}

/// What is shown.
#[derive(Debug, Clone, PartialEq)]
pub struct Shown {
    /// The view as the mini-app said it.
    pub given: Arc<View>,
    /// The same with every copy of its repeat groups.
    pub view: Arc<View>,
    /// Its words.
    pub words: Arc<[Entry]>,
}

impl Shown {
    /// What is seen of `given` while `inputs` are held.
    #[must_use]
    pub fn new(given: View, words: Arc<[Entry]>, inputs: &BTreeMap<String, Input>) -> Self {
        let given = Arc::new(given);
        Self { view: expanded(&given, inputs), given, words }
    }

    /// The key of the page.
    #[must_use]
    pub fn page(&self) -> &str {
        self.given.nodes.first().map_or("", |page| &page.key)
    }
}

/// Whose an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Cause {
    /// The person pressed something that is shown.
    Press,
    /// The person did something else: typed, went back.
    Act,
    /// An answer, a tick, a moment of its life: no act of the person.
    World,
}

/// What a mini-app has brought about since the person last did something.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Unasked {
    /// Sheets.
    pub(crate) sheets: usize,
    /// Whether the person was asked to sign in.
    pub(crate) sign_in: bool,
    /// When it took each of its last steps, the oldest first.
    pub(crate) steps: VecDeque<Timestamp>,
    /// How many steps it took in all.
    pub(crate) count: usize,
}

impl Unasked {
    /// One more step at `now` that nobody pressed or typed for; false where there were too many in too short a time, or in all since
    /// the person last did something.
    pub(crate) fn allows_step(&mut self, now: Timestamp) -> bool {
        self.count += 1;
        push_within(&mut self.steps, now, limits::STEPS_WITHIN) <= limits::STEPS_WITHOUT_ACT
            && self.count <= limits::STEPS_WITHOUT_ACT_IN_ALL
    }
}

/// Adds `now` to the times of the same thing and forgets those that are longer ago than `within`; gives how many there are.
fn push_within(times: &mut VecDeque<Timestamp>, now: Timestamp, within: Duration) -> usize {
    let within = SignedDuration::try_from(within).unwrap_or(SignedDuration::MAX);
    // What lies ahead was before a clock was set back.
    times.retain(|at| *at <= now && now.duration_since(*at) < within);
    times.push_back(now);
    times.len()
}

/// What a draft holds.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Kept {
    saved: Option<Vec<u8>>,
    inputs: BTreeMap<String, Input>,
}

/// A mini-app that runs.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// Its verified identity.
    pub app: RunningApp,
    /// Its verified manifest.
    pub manifest: Arc<Manifest>,
    /// Its messages.
    pub messages: Arc<Messages>,
    /// Pictures of the bundle by path.
    pub pictures: Arc<BTreeMap<String, Arc<[u8]>>>,
    /// What the store granted.
    pub granted: BTreeSet<Capability>,
    /// What numbers look like in the nation, as it was when the mini-app was opened.
    pub(crate) numbers: Arc<Nation>,
    /// What it shows; none before its first view.
    pub shown: Option<Shown>,
    /// What the person typed, on every page of it.
    pub inputs: BTreeMap<String, Input>,
    /// What is wrong with it, since the last Continue.
    pub problems: BTreeMap<String, Problem>,
    /// Facts that the person agreed to share with it, since it was opened.
    pub claims: BTreeMap<String, String>,
    /// What the person wrote on the pages that they went on from, by what was asked, until it is handed in.
    pub(crate) answers: BTreeMap<String, String>,
    /// Files that the person chose, by handle.
    pub chosen: BTreeMap<String, ChosenFile>,
    /// Grows when the host itself changes what stands in an input.
    pub generation: u32,
    /// Whether it works on something that the person waits for.
    pub is_busy: bool,
    /// Requests without an answer, oldest first.
    pub pending: BTreeMap<RequestNumber, Pending>,
    /// Decisions that wait for the person, the oldest first.
    pub sheets: Vec<Sheet>,
    /// Its own cases, of which it is told.
    pub watched: BTreeSet<CaseId>,
    /// Its small state.
    pub saved: Option<Vec<u8>>,
    pub(crate) draft_key: String,
    /// What was kept of it last, saved state and inputs.
    pub(crate) kept: Option<Kept>,
    /// How often it was opened again from its small state: an answer from before meets nothing that was asked since.
    pub n_restored: u32,
    /// A case that waits in the outbox; its request is answered again when it has arrived.
    pub(crate) queued: Option<RequestId>,
    /// What the person said no to: it is not asked again in this opening.
    pub(crate) declined: BTreeSet<ConsentSubject>,
    pub(crate) has_submitted: bool,
    pub(crate) is_closed: bool,
    /// Whether it was told that it is shown.
    pub(crate) is_shown: bool,
    /// When it was told that it is hidden.
    pub(crate) hidden_at: Option<Timestamp>,
    /// Events that the guest has not answered yet, the oldest first, and whose they are.
    pub(crate) in_flight: VecDeque<Cause>,
    /// Whether the step that is being taken answers a press of what is shown: then one case may be handed in without a sheet.
    pub(crate) has_right: bool,
    /// What it has brought about since the person last did something.
    pub(crate) unasked: Unasked,
    pub(crate) held: Option<Held>,
    /// When it made its last requests of each capability, the oldest first.
    pub(crate) asked: BTreeMap<Capability, VecDeque<Timestamp>>,
    pub(crate) n_requests: u32,
    pub(crate) n_sheets: u32,
}

impl Running {
    /// What a host holds for a mini-app that has come up and was not yet shown.
    #[must_use]
    pub fn of(opened: &Opened) -> Self {
        let Opened { running, manifest, messages, .. } = opened;
        Self::new(
            String::new(),
            running.clone(),
            manifest.clone(),
            messages.clone(),
            Arc::new(Nation::built_in()),
        )
    }

    pub(crate) fn new(
        draft_key: String,
        app: RunningApp,
        manifest: Arc<Manifest>,
        messages: Arc<Messages>,
        numbers: Arc<Nation>,
    ) -> Self {
        Self {
            app,
            manifest,
            messages,
            pictures: Arc::default(),
            granted: BTreeSet::new(),
            numbers,
            shown: None,
            inputs: BTreeMap::new(),
            problems: BTreeMap::new(),
            claims: BTreeMap::new(),
            answers: BTreeMap::new(),
            chosen: BTreeMap::new(),
            generation: 0,
            is_busy: false,
            pending: BTreeMap::new(),
            sheets: Vec::new(),
            watched: BTreeSet::new(),
            saved: None,
            draft_key,
            kept: None,
            n_restored: 0,
            queued: None,
            declined: BTreeSet::new(),
            has_submitted: false,
            is_closed: false,
            is_shown: false,
            hidden_at: None,
            in_flight: VecDeque::new(),
            has_right: false,
            unasked: Unasked::default(),
            held: None,
            asked: BTreeMap::new(),
            n_requests: 0,
            n_sheets: 0,
        }
    }

    /// Whether what it was opened for is handed in: nothing of it is filled in any more.
    #[must_use]
    pub fn is_handed_in(&self) -> bool {
        self.has_submitted
    }

    /// The words of what it shows, in the language of `format`.
    #[must_use]
    pub fn words(&self, format: Formatter, regions: RegionNames) -> Words {
        let words = self.shown.as_ref().map_or_else(|| Arc::from([]), |shown| shown.words.clone());
        self.words_of(words, format, regions)
    }

    /// Other words of the same mini-app: those that a sheet holds.
    #[must_use]
    pub fn words_of(&self, entries: Arc<[Entry]>, format: Formatter, regions: RegionNames) -> Words {
        Words::new(entries, self.messages.clone(), format, regions)
    }

    /// One more request of this capability at `now`; false where there were too many of the kind in the last minute.
    pub(crate) fn allows_request(&mut self, capability: Capability, now: Timestamp) -> bool {
        let times = self.asked.entry(capability).or_default();
        if times.len() > limits::REQUESTS_OF_A_KIND {
            // Those that are refused count no more, or a flood would shut itself out for ever.
            times.pop_back();
        }
        push_within(times, now, limits::REQUESTS_WITHIN) <= limits::REQUESTS_OF_A_KIND
    }

    /// Tells the guest something that the world brings.
    pub(crate) fn tell(&mut self, event: Event) -> Effect {
        self.in_flight.push_back(Cause::World);
        Effect::Tell(event)
    }

    /// Tells the guest what the person did.
    pub(crate) fn tell_act(&mut self, event: Event, cause: Cause) -> Effect {
        self.unasked = Unasked::default();
        self.in_flight.push_back(cause);
        Effect::Tell(event)
    }

    /// Puts every copy of its repeat groups into what it shows.
    pub(crate) fn repeat(&mut self) {
        if let Some(shown) = &mut self.shown {
            shown.view = expanded(&shown.given, &self.inputs);
        }
    }

    /// What is kept of it now, if that is another thing than was kept last; what was handed in is no draft any more.
    pub(crate) fn changed_draft(&mut self) -> Option<Effect> {
        if self.kept.as_ref().is_some_and(|kept| kept.saved == self.saved && kept.inputs == self.inputs) {
            return None;
        }
        self.kept = Some(Kept { saved: self.saved.clone(), inputs: self.inputs.clone() });
        self.draft()
    }

    /// What is kept of it now; what is being handed in is no draft any more.
    pub(crate) fn draft(&self) -> Option<Effect> {
        let draft = Draft {
            app: self.app.clone(),
            key: self.draft_key.clone(),
            saved: self.saved.clone(),
            inputs: self.inputs.clone(),
        };
        (!self.has_submitted).then_some(Effect::KeepDraft(draft))
    }
}

/// `given` with every copy of its repeat groups.
fn expanded(given: &Arc<View>, inputs: &BTreeMap<String, Input>) -> Arc<View> {
    match repeat::repeats(given) {
        true => Arc::new(repeat::expanded(given, inputs)),
        false => given.clone(),
    }
}
