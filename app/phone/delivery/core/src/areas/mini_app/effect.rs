//! What is to be done in this area. Data: the runner does it and reports back with messages.

use std::collections::BTreeMap;

use fingertip_contract::api::SubmittedFile;
use fingertip_host::{Arrival, Destination, RequestNumber, Said, SheetId};
use fingertip_records::Draft;
use fingertip_standard::{
    AppId, ClaimName, DepartmentId, Disclosure, HelperLinkId, RegionCode, RunningApp,
    events::{Display, Event},
    requests::Wish,
};

/// An allowed request, with all that the host adds to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Perform {
    /// Which opening of a mini-app.
    pub instance: u64,
    /// Who asks, as stamped.
    pub app: RunningApp,
    /// Under which the form that is open is kept.
    pub draft_key: String,
    /// Which request.
    pub request: RequestNumber,
    /// What is asked for.
    pub wish: Wish,
    /// The ledger's line; written before anything is disclosed.
    pub disclosure: Option<Disclosure>,
    /// Facts that the person agreed to share.
    pub claims: BTreeMap<ClaimName, String>,
    /// Files that the person handed in.
    pub files: Vec<SubmittedFile>,
    /// Documents that the person ticked, each a compact JWS.
    pub documents: Vec<String>,
    /// Where the person agreed to go.
    pub destination: Option<Destination>,
    /// What the person saw or gave in a sheet, word for word.
    pub said: Option<Said>,
    /// The person's region.
    pub region: Option<RegionCode>,
    /// The link under which the person acts for another; none where they act for themselves.
    pub on_behalf: Option<HelperLinkId>,
    /// That other's name.
    pub acting_for: Option<String>,
}

/// A mini-app to be fetched, verified, compiled and launched.
#[derive(Debug)]
pub struct OpenJob {
    /// Which opening this is.
    pub instance: u64,
    /// Whose.
    pub department: DepartmentId,
    /// Which.
    pub app: AppId,
    /// Where.
    pub route: String,
    /// How it came to be opened there.
    pub arrival: Arrival,
    /// The person's region.
    pub region: String,
    /// The person's language.
    pub language: String,
    /// The person's display mode.
    pub display: Display,
    /// Whether the person is signed in.
    pub is_signed_in: bool,
}

/// Everything that can be done.
#[derive(Debug)]
pub enum MiniAppEffect {
    /// Make a mini-app ready that is on this device, so that opening it takes no time.
    PrepareMiniApp(DepartmentId, AppId),
    /// Fetch, verify, compile and launch a mini-app.
    OpenMiniApp(Box<OpenJob>),
    /// Give the open mini-app an event.
    Guest {
        /// Which opening of a mini-app.
        instance: u64,
        /// How often the host knows it to be restored: an answer to what was asked before that is not for it.
        n_restored: u32,
        /// What happened.
        event: Event,
    },
    /// End the open mini-app.
    CloseMiniApp(u64),
    /// Wait until the person pauses, then report [`MiniAppMsg::DraftDue`](crate::MiniAppMsg::DraftDue).
    WaitForDraft(u64),
    /// Keep a draft.
    KeepDraft(Draft),
    /// Forget a draft.
    DiscardDraft(AppId, String),
    /// Read the code in a photo or a file, for a sheet that asks for one.
    ReadCode {
        /// Which opening of a mini-app.
        instance: u64,
        /// For which sheet.
        sheet: SheetId,
        /// The photo or file.
        content: Vec<u8>,
    },
    /// Do what an allowed request asks for.
    Perform(Box<Perform>),
}
