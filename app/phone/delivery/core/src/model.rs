//! Everything that a screen can show, at one moment. Cheap to clone: what is large is shared.

mod help;
mod message;
mod mini_app;
mod widget;

use std::{collections::BTreeSet, sync::Arc};

use fingertip_broker::Question;
use fingertip_contract::{Case, Catalogue, Document, ServiceRating};
use fingertip_identity::Session;
use fingertip_locale::Wording;
use fingertip_records::{AsOf, KeptDocument};
use fingertip_search::Index;
use fingertip_secrets::Protection;
use fingertip_standard::{
    Address, AlertId, AppId, CaseId, ClaimName, DepartmentId, Disclosure, RegionCode, ServiceId,
    StandingConsent,
    events::Display,
    requests::{Payment, RequestId},
    words::Entry,
};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use url::Url;

use crate::ShownFault;
pub use help::Help;
pub use message::{Message, MessageKind, MessageSubject, NextStep};
pub use mini_app::{Arrival, ChosenFile, MiniAppState, OpenMiniApp};
pub(crate) use mini_app::{Held, Place, draft_key};
pub use widget::{HomeWidget, KeptWidget, WidgetCard, WidgetPlace};

/// Light or dark.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scheme {
    /// Light.
    Light,
    /// Dark.
    Dark,
}

/// What the person chose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preferences {
    /// The language of the shell, a BCP 47 tag.
    pub language: String,
    /// Where the person lives.
    pub region: Option<RegionCode>,
    /// How the shell shows things.
    pub display: Display,
    /// Light or dark; none follows the device.
    pub scheme: Option<Scheme>,
    /// Whether contrasts are stronger than designed.
    #[serde(default)]
    pub has_more_contrast: bool,
    /// The size of text in percent of the device's own, 100 to 188 (30 points); none for the display's own.
    #[serde(default)]
    pub text_percent: Option<u16>,
    /// Whether messages are said in simple words; none for as the display has it.
    #[serde(default)]
    pub simple_words: Option<bool>,
    /// Whether the first start is behind the person.
    pub has_started: bool,
    /// Until when the person has seen their messages; none is never.
    #[serde(default)]
    pub messages_read_until: Option<Timestamp>,
    /// The kinds of messages that the person does not want to be called for.
    #[serde(default)]
    pub quiet: BTreeSet<MessageKind>,
    /// The alerts that the person put away.
    #[serde(default)]
    pub alerts_put_away: Vec<AlertId>,
}

impl Default for Preferences {
    fn default() -> Self {
        Self {
            language: fingertip_locale::SHELL_LANGUAGES[0].to_owned(),
            region: None,
            display: Display::Normal,
            scheme: None,
            has_more_contrast: false,
            text_percent: None,
            simple_words: None,
            has_started: false,
            messages_read_until: None,
            quiet: BTreeSet::new(),
            alerts_put_away: Vec::new(),
        }
    }
}

impl Preferences {
    /// How messages are worded: as the person chose, else simply in seniors mode.
    #[must_use]
    pub fn wording(&self) -> Wording {
        match self.simple_words {
            Some(true) => Wording::Simple,
            Some(false) => Wording::Usual,
            None => self.display.into(),
        }
    }
}

/// Something that comes from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remote<T> {
    /// Not there yet.
    Loading,
    /// There, as it was at a time.
    Ready(T, Timestamp),
    /// Not to be had, and nothing kept from before.
    Failed(ShownFault),
}

impl<T> Remote<T> {
    /// The thing, if it is there.
    pub fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(value, _) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// Whether somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SessionState {
    /// Nobody. `has_ended` tells a session that ended by itself from one that was never begun.
    SignedOut {
        /// Whether a session ended by itself.
        has_ended: bool,
    },
    /// The person is at the provider's page, at this address once it is known.
    SigningIn(Option<Url>),
    /// Somebody.
    SignedIn(Session),
}

/// The search index; two are the same when they are one.
#[derive(Debug, Clone)]
pub struct SearchIndex(pub Arc<Index>);

impl PartialEq for SearchIndex {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is searched for and found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// The services found, best first.
    pub hits: Vec<ServiceId>,
    pub(crate) index: Option<SearchIndex>,
}

/// A decision that only the person can take, shown over everything else.
#[derive(Debug, Clone, PartialEq)]
pub enum Sheet {
    /// Sign in to go on.
    SignIn {
        /// What went wrong with the last try.
        fault: Option<ShownFault>,
    },
    /// Agree to share.
    Consent {
        /// The mini-app's request.
        request: RequestId,
        /// The question.
        question: Question,
        /// Exactly what would be shared.
        values: Vec<(ClaimName, Option<String>)>,
    },
    /// Go to another mini-app, or to a page of the web.
    Open {
        /// The mini-app's request.
        request: RequestId,
        /// Where it wants to go.
        destination: Destination,
    },
    /// Pay.
    Payment {
        /// The mini-app's request.
        request: RequestId,
        /// The bill.
        payment: Payment,
        /// The words that the bill names.
        words: Arc<[Entry]>,
    },
}

/// Where a mini-app wants the person to go.
#[derive(Debug, Clone, PartialEq)]
pub enum Destination {
    /// Another mini-app's entry.
    MiniApp {
        /// Whose it is.
        department: DepartmentId,
        /// The service of the catalogue by whose name the person knows it.
        service: ServiceId,
        /// The entry.
        address: Address,
    },
    /// A page of the web.
    Web(Url),
}

/// Whether a document that somebody shows is genuine.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Verification {
    /// Nothing was asked yet.
    Idle,
    /// It is being looked at.
    UnderWay,
    /// It is: this is what it says.
    Genuine(Box<Document>),
    /// It is not, or nobody can say.
    Failed(ShownFault),
}

/// Something that the person is told, until they put it away.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// Something went wrong.
    Fault(ShownFault),
    /// A case is kept and sent as soon as there is a connection.
    CaseKept,
    /// A case that was kept has reached the department.
    CaseArrived(CaseId),
    /// A document has come.
    DocumentCame(String),
    /// A mini-app was ended and opened again where it was.
    MiniAppRestored,
    /// A rating was received.
    Rated(CaseId),
    /// Everything of the person is in this file.
    Exported(String),
    /// Somebody, by this name, may follow the person's cases from now on.
    HelperCame(String),
}

impl Told {
    /// Whether it stays until the person puts it away: nothing else tells it.
    fn stays(&self) -> bool {
        matches!(self, Self::Fault(_) | Self::Exported(_))
    }
}

/// What is kept on this device, in bytes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Storage {
    /// Cases, documents, drafts, the catalogue: encrypted.
    pub records: u64,
    /// Verified mini-apps, to open without a connection.
    pub mini_apps: u64,
    /// Mini-apps made ready for this device: made again when needed.
    pub prepared: u64,
}

/// Everything that a screen can show.
#[derive(Debug, Clone, PartialEq)]
pub struct Model {
    /// What the person chose.
    pub preferences: Preferences,
    /// Whether the kept state has been read; before that nothing is known.
    pub is_restored: bool,
    /// Everything of the person is being forgotten.
    pub is_deleting: bool,
    /// Where in the shell the person was at the end of the last run, and when: a start soon after goes back there. Where they are now is
    /// the shell's own affair: it changes nothing that a screen shows.
    pub last_place: Option<(String, Timestamp)>,
    /// What the nation offers.
    pub catalogue: Remote<Arc<Catalogue>>,
    /// What people think of services.
    pub ratings: Vec<ServiceRating>,
    /// What is searched for.
    pub search: Search,
    /// Who is signed in.
    pub session: SessionState,
    /// The person's cases, newest first.
    pub cases: Vec<AsOf<Case>>,
    /// The person's documents, newest first.
    pub documents: Vec<KeptDocument>,
    /// What the person agreed to.
    pub consents: Vec<StandingConsent>,
    /// What was disclosed, newest first.
    pub disclosures: Vec<Disclosure>,
    /// Mini-apps that were left in the middle of something.
    pub drafts: Vec<AppId>,
    /// Cases and ratings that wait for a connection.
    pub waiting: usize,
    /// The open mini-app.
    pub open: Option<OpenMiniApp>,
    /// Those who help the person, and those whom the person helps.
    pub help: Help,
    /// The cards on home, in the person's order.
    pub widgets: Vec<HomeWidget>,
    /// The decisions that wait for the person, the first one shown.
    pub sheets: Vec<Sheet>,
    /// What the person is told.
    pub told: Vec<Told>,
    /// How many of these, from the first, were there when the person came to this screen.
    pub(crate) told_before: usize,
    /// Whether the document that somebody shows is genuine.
    pub verification: Verification,
    /// What is kept on this device; none before it was measured.
    pub storage: Option<Storage>,
    /// Whether the platform answered last time.
    pub is_online: bool,
    /// How secrets are protected on this device.
    pub protection: Protection,
    pub(crate) next_instance: u64,
    /// A link that came before the app was ready for it.
    pub(crate) arriving: Option<String>,
    /// The hosts at whose `/miniapp/` the nation's own addresses stand.
    pub(crate) hosts: Vec<String>,
    /// Whether the app itself is in front.
    pub(crate) is_in_front: bool,
}

impl Model {
    /// Nothing known yet.
    #[must_use]
    pub fn new(protection: Protection) -> Self {
        Self {
            preferences: Preferences::default(),
            is_restored: false,
            is_deleting: false,
            last_place: None,
            catalogue: Remote::Loading,
            ratings: Vec::new(),
            search: Search::default(),
            session: SessionState::SignedOut { has_ended: false },
            cases: Vec::new(),
            documents: Vec::new(),
            consents: Vec::new(),
            disclosures: Vec::new(),
            drafts: Vec::new(),
            waiting: 0,
            open: None,
            help: Help::default(),
            widgets: Vec::new(),
            sheets: Vec::new(),
            told: Vec::new(),
            told_before: 0,
            verification: Verification::Idle,
            storage: None,
            is_online: true,
            protection,
            next_instance: 1,
            arriving: None,
            hosts: Vec::new(),
            is_in_front: true,
        }
    }

    /// Who is signed in.
    #[must_use]
    pub fn signed_in(&self) -> Option<&Session> {
        match &self.session {
            SessionState::SignedIn(session) => Some(session),
            SessionState::SignedOut { .. } | SessionState::SigningIn(_) => None,
        }
    }

    /// The case with this reference.
    #[must_use]
    pub fn case(&self, id: &CaseId) -> Option<&AsOf<Case>> {
        self.cases.iter().find(|case| case.value.id == *id)
    }

    /// The person goes to another screen. What went well and stood on the whole of this one goes: cases, documents and messages
    /// tell it too.
    pub(crate) fn leave_screen(&mut self) {
        let mut before = self.told_before;
        self.told.retain(|told| {
            let was_before = before > 0;
            before = before.saturating_sub(1);
            !was_before || told.stays()
        });
        self.told_before = self.told.len();
    }

    pub(crate) fn put_away(&mut self, index: usize) {
        if index < self.told.len() {
            self.told.remove(index);
            self.told_before -= usize::from(index < self.told_before);
        }
    }

    pub(crate) fn tell(&mut self, told: Told) {
        if !self.told.contains(&told) {
            self.told.push(told);
        }
    }
}
