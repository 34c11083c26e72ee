//! What is to be done. Data: the runner does it and reports back with messages.

use std::collections::BTreeMap;

use fingertip_records::Draft;
use fingertip_standard::{
    AppId, Case, CaseId, ClaimName, ConsentSubject, DepartmentId, Disclosure, Rating, RegionCode, RunningApp, StandingConsent,
    api::SubmittedFile,
    events::{Display, Event},
    requests::{RequestId, Wish},
};

use crate::Preferences;

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
    /// Fetch the cases.
    FetchCases,
    /// Keep the cases, and the documents that came with them.
    KeepCases(Vec<Case>),
    /// Send a rating.
    Rate(CaseId, Rating),
    /// Send what waits.
    FlushOutbox,
}
