//! The open mini-app. What it is, what it may do and what is held for it is the host's, which the screens read.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fingertip_host::{Arrival, OpenMiniApp as Host, Place, Running, State, Stepped};
use fingertip_locale::Messages;
use fingertip_records::Draft;
use fingertip_standard::{Address, Capability, Manifest, RunningApp, view::View};

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
    /// Its verified manifest, once it came up. It still names a mini-app that failed afterwards.
    pub manifest: Option<Arc<Manifest>>,
    /// How much of it has come over the network, from 0 to 100; none where nothing had to come.
    pub fetched: Option<u8>,
    pub(crate) host: Host,
    /// Whether something was typed that no draft holds yet.
    pub(crate) has_unkept: bool,
    /// Whether a start after an end without a word opens it again.
    pub(crate) is_resumable: bool,
    /// Whether its frame is on the screen.
    pub(crate) is_on_screen: bool,
}

impl OpenMiniApp {
    pub(crate) fn opening(instance: u64, at: Place, arrival: Arrival) -> Self {
        Self {
            instance,
            manifest: None,
            fetched: None,
            host: Host::open(at, arrival),
            has_unkept: false,
            is_resumable: false,
            is_on_screen: true,
        }
    }

    /// Where it was opened: its service, whose it must be, which it must be, its entry.
    #[must_use]
    pub fn place(&self) -> &Place {
        &self.host.place
    }

    /// How it came to be opened there.
    #[must_use]
    pub fn arrival(&self) -> &Arrival {
        &self.host.arrival
    }

    /// The address that leads here again.
    pub(crate) fn address(&self) -> Address {
        let (place, arrival) = (self.place(), self.arrival());
        Address {
            app: place.app.clone(),
            version: arrival.version.clone(),
            route: place.route.clone(),
            params: arrival.params.clone(),
        }
    }

    /// How far it is.
    #[must_use]
    pub fn state(&self) -> MiniAppState {
        match &self.host.state {
            State::Opening => MiniAppState::Opening,
            State::Preparing => MiniAppState::Preparing,
            State::Running(_) | State::Closed => MiniAppState::Running,
            State::Failed(failure) => MiniAppState::Failed(failure.clone().into()),
        }
    }

    /// All that the host holds for it, while it runs.
    #[must_use]
    pub fn running(&self) -> Option<&Running> {
        self.host.running()
    }

    /// What it shows, with every copy of its repeat groups.
    #[must_use]
    pub fn view(&self) -> Option<&Arc<View>> {
        Some(&self.running()?.shown.as_ref()?.view)
    }

    /// Under which its draft is kept.
    #[cfg(test)]
    pub(crate) fn draft_key(&self) -> String {
        self.host.draft_key()
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
