//! The open mini-app.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_locale::{Formatter, Messages, RegionNames, Words};
use fingertip_records::Draft;
use fingertip_standard::{
    AppId, Capability, CaseId, DepartmentId, Manifest, RunningApp, ServiceId,
    check::CheckedStep,
    events::{File, Input, Origin},
    repeat,
    requests::{RequestId, Wish},
    view::View,
    words::Entry,
};
use jiff::Timestamp;

use crate::fault::ShownFault;
use fingertip_standard::validate;

/// A file that the person chose; its content never reaches the guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChosenFile {
    /// What the guest is told.
    pub file: File,
    /// The input it was chosen in.
    pub key: String,
    /// Its content.
    pub content: Arc<[u8]>,
}

impl ChosenFile {
    /// A file as the host keeps it: its name, media type and content.
    pub(crate) fn new(
        key: &str,
        number: usize,
        (name, media_type, content): (String, String, Vec<u8>),
    ) -> Self {
        let file = File { handle: format!("{key}#{number}"), name, media_type, bytes: content.len() as u64 };
        Self { file, key: key.to_owned(), content: Arc::from(content) }
    }
}

/// How far a mini-app is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MiniAppState {
    /// Being fetched, verified and compiled.
    Opening,
    /// As [`Self::Opening`], and what it runs on is being fetched and compiled too. That happens once a device and takes
    /// many seconds, which the person is told.
    Preparing,
    /// Running.
    Running,
    /// Ended, with an honest page.
    Failed(ShownFault),
}

/// How a mini-app came to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// The parameters of its route.
    pub params: Vec<(String, String)>,
    /// Who opened it.
    pub origin: Origin,
    /// Whose mini-app and which, where one opened it.
    pub caller: Option<(DepartmentId, AppId)>,
    /// The version that it must be, where the link names one.
    pub version: Option<String>,
}

impl Default for Arrival {
    /// By the person, in the shell.
    fn default() -> Self {
        Self { params: Vec::new(), origin: Origin::Person, caller: None, version: None }
    }
}

/// A mini-app on the screen, and all that the host holds for it.
#[derive(Debug, Clone, PartialEq)]
pub struct OpenMiniApp {
    /// Which opening this is: late messages of an earlier one are dropped.
    pub instance: u64,
    /// The service it was opened for.
    pub service: Option<ServiceId>,
    /// Whose it must be.
    pub department: DepartmentId,
    /// Which it must be.
    pub app: AppId,
    /// Where it was opened.
    pub route: String,
    /// How it came to be opened there.
    pub arrival: Arrival,
    /// How far it is.
    pub state: MiniAppState,
    /// Its verified identity, once it is verified.
    pub running: Option<RunningApp>,
    /// Its verified manifest.
    pub manifest: Option<Arc<Manifest>>,
    /// Pictures of the bundle by path.
    pub pictures: Arc<BTreeMap<String, Arc<[u8]>>>,
    /// What it shows, with every copy of its repeat groups.
    pub view: Option<Arc<View>>,
    /// What the person typed, on every page of it.
    pub inputs: BTreeMap<String, Input>,
    /// What is wrong with it, since the last Continue.
    pub problems: BTreeMap<String, validate::Problem>,
    /// Facts that the person agreed to share with it, since it was opened.
    pub claims: BTreeMap<String, String>,
    /// Files that the person chose.
    pub chosen: BTreeMap<String, ChosenFile>,
    /// Grows when the host itself changes what stands in an input.
    pub generation: u32,
    /// Whether it works on something that the person waits for.
    pub is_busy: bool,
    /// What it shows, as it said it.
    pub(crate) given: Option<Arc<View>>,
    pub(crate) words: Arc<[Entry]>,
    pub(crate) messages: Option<Arc<Messages>>,
    pub(crate) granted: BTreeSet<Capability>,
    pub(crate) pending: BTreeMap<RequestId, Wish>,
    /// A case that waits in the outbox; its request is answered again when it has arrived.
    pub(crate) queued: Option<RequestId>,
    pub(crate) watched: BTreeSet<CaseId>,
    pub(crate) saved: Option<Vec<u8>>,
    pub(crate) has_submitted: bool,
    /// Whether something was typed that no draft holds yet.
    pub(crate) has_unkept: bool,
    /// Whether its frame is on the screen.
    pub(crate) is_on_screen: bool,
    /// Whether it was told that it is shown.
    pub(crate) is_shown: bool,
    /// When it was told that it is hidden.
    pub(crate) hidden_at: Option<Timestamp>,
    /// Events that the guest has not answered yet.
    pub(crate) in_flight: usize,
    /// A press that came while the guest was still at work: its view would be the wrong one. It is done when the
    /// guest has answered, if what was pressed is still there.
    pub(crate) held: Option<Held>,
}

/// A press that waits for the guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Held {
    /// The page was submitted.
    Submitted(String),
    /// Something was pressed: action, node, row.
    Acted(String, String, Option<u32>),
    /// Back.
    WentBack,
}

/// Where a mini-app is opened.
#[derive(Debug, Clone)]
pub(crate) struct Place {
    pub(crate) service: Option<ServiceId>,
    pub(crate) department: DepartmentId,
    pub(crate) app: AppId,
    pub(crate) route: String,
}

/// Under which a draft is kept.
pub(crate) fn draft_key(route: &str, params: &[(String, String)]) -> String {
    if params.is_empty() {
        return route.to_owned();
    }
    let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(params).finish();
    format!("{route}?{query}")
}

impl OpenMiniApp {
    pub(crate) fn opening(instance: u64, at: Place, arrival: Arrival) -> Self {
        let Place { service, department, app, route } = at;
        Self {
            instance,
            service,
            department,
            app,
            route,
            arrival,
            state: MiniAppState::Opening,
            running: None,
            manifest: None,
            pictures: Arc::default(),
            view: None,
            inputs: BTreeMap::new(),
            problems: BTreeMap::new(),
            claims: BTreeMap::new(),
            chosen: BTreeMap::new(),
            generation: 0,
            is_busy: false,
            given: None,
            words: Arc::from([]),
            messages: None,
            granted: BTreeSet::new(),
            pending: BTreeMap::new(),
            queued: None,
            watched: BTreeSet::new(),
            saved: None,
            has_submitted: false,
            has_unkept: false,
            is_on_screen: true,
            is_shown: false,
            hidden_at: None,
            in_flight: 0,
            held: None,
        }
    }

    /// Under which its draft is kept: the route, and the parameters that it was opened with. Two links to one route lead to two
    /// things, and what was begun at one must not come up at the other.
    pub(crate) fn draft_key(&self) -> String {
        draft_key(&self.route, &self.arrival.params)
    }

    /// Puts every copy of its repeat groups into what it shows.
    pub(crate) fn repeat(&mut self) {
        self.view = self.given.as_ref().map(|given| match repeat::repeats(given) {
            true => Arc::new(repeat::expanded(given, &self.inputs)),
            false => given.clone(),
        });
    }

    /// The words of what it shows, in the language of `format`.
    #[must_use]
    pub fn words(&self, format: Formatter, regions: RegionNames) -> Option<Words> {
        self.words_of(self.words.clone(), format, regions)
    }

    /// Other words of the same mini-app: those that a sheet holds.
    #[must_use]
    pub fn words_of(&self, entries: Arc<[Entry]>, format: Formatter, regions: RegionNames) -> Option<Words> {
        Some(Words::new(entries, self.messages.clone()?, format, regions))
    }
}

/// A mini-app that was verified, compiled and launched.
#[derive(Debug)]
pub struct Opened {
    /// Its verified identity.
    pub running: RunningApp,
    /// Its verified manifest.
    pub manifest: Arc<Manifest>,
    /// Its words.
    pub messages: Arc<Messages>,
    /// Its pictures.
    pub pictures: Arc<BTreeMap<String, Arc<[u8]>>>,
    /// What the store granted.
    pub granted: BTreeSet<Capability>,
    /// The draft that it was launched with.
    pub draft: Option<Draft>,
    /// Its first step.
    pub stepped: Stepped,
}

/// What came of an event for a mini-app.
#[derive(Debug)]
pub struct Stepped {
    /// What it says; none for an event that came too late.
    pub step: Option<CheckedStep>,
    /// Its small state after that.
    pub saved: Option<Vec<u8>>,
    /// Whether it had to be ended and opened again from its last small state.
    pub was_restored: bool,
}
