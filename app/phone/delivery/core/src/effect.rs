//! What is to be done. Data: the runner does it and reports back with messages.

use std::collections::BTreeMap;

use fingertip_contract::{Case, Helpers, Rating, api::SubmittedFile};
use fingertip_records::Draft;
use fingertip_standard::{
    AppId, CaseId, ClaimName, ConsentSubject, DepartmentId, Disclosure, HelperLinkId, OperationId,
    RegionCode, RunningApp, StandingConsent,
    events::{Display, Event},
    requests::{RequestId, Wish},
};

use jiff::Timestamp;
use url::Url;

use crate::{Arrival, Destination, KeptWidget, Preferences, WidgetPlace};

/// An allowed request, with all that the host adds to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Perform {
    /// Which opening of a mini-app.
    pub instance: u64,
    /// Who asks, as stamped.
    pub app: RunningApp,
    /// Which request.
    pub request: RequestId,
    /// What is asked for.
    pub wish: Wish,
    /// The ledger's line; written before anything is disclosed.
    pub disclosure: Option<Disclosure>,
    /// Facts that the person agreed to share.
    pub claims: BTreeMap<ClaimName, String>,
    /// Files that the person handed in.
    pub files: Vec<SubmittedFile>,
    /// The person's region.
    pub region: Option<RegionCode>,
}

/// A card to be made, with all that the broker decided and the host adds.
#[derive(Debug, Clone, PartialEq)]
pub struct WidgetJob {
    /// Which.
    pub place: WidgetPlace,
    /// The operation to call first, allowed by the broker, with the ledger's line.
    pub call: Option<(OperationId, Option<Disclosure>)>,
    /// The stored values that the broker lets it read.
    pub stored: Vec<String>,
    /// The person's region.
    pub region: String,
    /// The person's language.
    pub language: String,
    /// The person's display mode.
    pub display: Display,
    /// Whether the person is signed in.
    pub is_signed_in: bool,
}

/// What the platform is asked about helpers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpJob {
    /// The links and looks.
    Fetch,
    /// A code for the person.
    MakeCode,
    /// To help whoever told this code.
    Accept(String),
    /// To end a link.
    End(HelperLinkId),
    /// The cases of somebody whom the person helps.
    FetchCases(HelperLinkId),
}

/// Everything that can be done.
#[derive(Debug)]
pub enum Effect {
    /// Read what was kept.
    Restore,
    /// Fetch the platform's address, the catalogue, what waits.
    Connect,
    /// Keep what the person chose.
    KeepPreferences(Preferences),
    /// Begin to sign in.
    SignIn {
        /// The language of the provider's page.
        language: String,
    },
    /// Stop waiting for the person at the provider's page.
    CancelSignIn,
    /// Sign out.
    SignOut,
    /// Fetch, verify, compile and launch a mini-app.
    OpenMiniApp {
        /// Which opening this is.
        instance: u64,
        /// Whose.
        department: DepartmentId,
        /// Which.
        app: AppId,
        /// Where.
        route: String,
        /// How it came to be opened there.
        arrival: Arrival,
        /// The person's region.
        region: String,
        /// The person's language.
        language: String,
        /// The person's display mode.
        display: Display,
        /// Whether the person is signed in.
        is_signed_in: bool,
    },
    /// Give the open mini-app an event.
    Guest(u64, Event),
    /// End the open mini-app.
    CloseMiniApp(u64),
    /// Keep a draft.
    KeepDraft(Draft),
    /// Forget a draft.
    DiscardDraft(AppId, String),
    /// Keep a consent.
    GiveConsent(StandingConsent),
    /// Forget a consent.
    RevokeConsent(AppId, ConsentSubject),
    /// Do what an allowed request asks for.
    Perform(Box<Perform>),
    /// Fetch and verify where a mini-app wants to go, and see whether it is open to it.
    CheckDestination {
        /// Which opening of a mini-app.
        instance: u64,
        /// Which request.
        request: RequestId,
        /// Who asks, as stamped.
        caller: RunningApp,
        /// Where to.
        destination: Box<Destination>,
    },
    /// Open a page in the system's browser.
    OpenWeb(Url),
    /// Keep which widgets are on home, in their order.
    KeepWidgets(Vec<KeptWidget>),
    /// Forget the kept card of a widget, and what was verified to make it.
    ForgetCard(WidgetPlace),
    /// Verify a widget's mini-app.
    OpenWidget(WidgetPlace),
    /// Make a card.
    MakeWidget(Box<WidgetJob>),
    /// Keep where in the shell the person is.
    KeepPlace(String, Timestamp),
    /// Measure what is kept on this device.
    MeasureStorage,
    /// Give back the room of what is made again when needed.
    FreeSpace,
    /// Write everything of the person to a file that they take along.
    Export,
    /// Sign out, and forget everything of the person.
    DeleteEverything,
    /// Check whether a document that somebody shows is genuine: a compact JWS, as its code holds it.
    VerifyDocument(String),
    /// Ask about helpers.
    Help(HelpJob),
    /// Keep the links and looks.
    KeepHelpers(Helpers, Timestamp),
    /// Fetch the cases.
    FetchCases,
    /// Keep the cases, and the documents that came with them.
    KeepCases(Vec<Case>),
    /// Send a rating.
    Rate(CaseId, Rating),
    /// Send what waits.
    FlushOutbox,
}
