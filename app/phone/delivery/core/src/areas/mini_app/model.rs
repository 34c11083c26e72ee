//! The open mini-app as the screens show it. What it is, what it may do and what is held for it is the host's; here is the
//! host, and what a screen reads of it.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_host::{Arrival, ChosenFile, OpenMiniApp as Host, Place, State, Stepped};
use fingertip_locale::{Formatter, Messages, RegionNames, Words};
use fingertip_records::Draft;
use fingertip_standard::{
    AppId, Capability, DepartmentId, Manifest, RunningApp, ServiceId, events::Input, validate, view::View,
    words::Entry,
};

use crate::fault::ShownFault;

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

/// A mini-app on the screen.
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
    pub(crate) host: Host,
    /// Whether something was typed that no draft holds yet.
    pub(crate) has_unkept: bool,
    /// Whether its frame is on the screen.
    pub(crate) is_on_screen: bool,
}

impl OpenMiniApp {
    pub(crate) fn opening(instance: u64, at: Place, arrival: Arrival) -> Self {
        Self {
            instance,
            service: at.service.clone(),
            department: at.department.clone(),
            app: at.app.clone(),
            route: at.route.clone(),
            arrival: arrival.clone(),
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
            host: Host::open(at, arrival),
            has_unkept: false,
            is_on_screen: true,
        }
    }

    /// Takes over what the host holds by now. What it held last stays to be seen below the page of a mini-app that failed.
    pub(crate) fn show(&mut self) {
        self.state = match &self.host.state {
            State::Opening => MiniAppState::Opening,
            State::Preparing => MiniAppState::Preparing,
            State::Running(_) | State::Closed => MiniAppState::Running,
            State::Failed(failure) => MiniAppState::Failed(failure.clone().into()),
        };
        let Some(own) = self.host.running() else {
            self.is_busy = false;
            return;
        };
        self.running = Some(own.app.clone());
        self.manifest = Some(own.manifest.clone());
        self.pictures = own.pictures.clone();
        self.view = own.shown.as_ref().map(|shown| shown.view.clone());
        self.inputs.clone_from(&own.inputs);
        self.problems.clone_from(&own.problems);
        self.claims.clone_from(&own.claims);
        self.chosen.clone_from(&own.chosen);
        self.generation = own.generation;
        self.is_busy = own.is_busy;
    }

    /// Under which its draft is kept.
    #[cfg(test)]
    pub(crate) fn draft_key(&self) -> String {
        self.host.draft_key()
    }

    /// The words of what it shows, in the language of `format`.
    #[must_use]
    pub fn words(&self, format: Formatter, regions: RegionNames) -> Option<Words> {
        Some(self.host.running()?.words(format, regions))
    }

    /// Other words of the same mini-app: those that a sheet holds.
    #[must_use]
    pub fn words_of(&self, entries: Arc<[Entry]>, format: Formatter, regions: RegionNames) -> Option<Words> {
        Some(self.host.running()?.words_of(entries, format, regions))
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
