//! What is to be done. Data: whoever drives the host does it and reports back.

use std::collections::BTreeMap;

use fingertip_standard::{
    ClaimName, Disclosure, RegionCode, RunningApp, StandingConsent,
    events::{Event, Input},
    requests::Wish,
};

use crate::{ChosenFile, Destination, Reminding, RequestNumber, Sheet};

/// What is kept, so that a call, a crash or a flat battery loses nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Whose it is, as stamped.
    pub app: RunningApp,
    /// Under which it is kept: the route with its parameters.
    pub key: String,
    /// The mini-app's small state.
    pub saved: Option<Vec<u8>>,
    /// What the person typed.
    pub inputs: BTreeMap<String, Input>,
}

/// An allowed request, with all that the host adds to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Perform {
    /// Which request.
    pub request: RequestNumber,
    /// Who asks, as stamped.
    pub app: RunningApp,
    /// Under which the form that is open is kept: with a case that is handed in it is a draft no more.
    pub draft_key: String,
    /// What is asked for.
    pub wish: Wish,
    /// The ledger's line; written before anything is disclosed.
    pub disclosure: Option<Disclosure>,
    /// Facts that the person agreed to share.
    pub claims: BTreeMap<ClaimName, String>,
    /// Files that the person handed in.
    pub files: Vec<ChosenFile>,
    /// Documents that the person ticked, each a compact JWS.
    pub documents: Vec<String>,
    /// Where the person agreed to go.
    pub destination: Option<Destination>,
    /// What the person saw or gave in the mini-app's own words.
    pub said: Option<Said>,
    /// Where the person lives.
    pub region: Option<RegionCode>,
}

/// What the person saw or gave in a sheet, word for word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said {
    /// The text that goes to another program.
    Text(String),
    /// What they are reminded of.
    Reminder(Reminding),
    /// What the code says that they gave.
    Code(String),
}

/// Something that the person is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// A case is kept and sent as soon as there is a connection.
    CaseKept,
    /// The mini-app was ended and opened again where it was.
    Restored,
}

/// Everything that can be done.
#[derive(Debug, Clone, PartialEq)]
pub enum Effect {
    /// Give the guest an event; what it answers comes back by [`take`](crate::OpenMiniApp::take).
    Tell(Event),
    /// Keep a draft.
    KeepDraft(Draft),
    /// Forget the draft under this key.
    DiscardDraft(String),
    /// Show a sheet, or show it anew with what was ticked; the person's answer names it.
    Ask(Box<Sheet>),
    /// Keep a consent.
    GiveConsent(StandingConsent),
    /// What the person wrote in a form that was handed in, by what was asked ([`fingertip_standard::fill::asks_for`]): another form may
    /// offer it again.
    Remember(BTreeMap<String, String>),
    /// Do what an allowed request asks for; what came of it comes back by [`answer`](crate::OpenMiniApp::answer).
    Perform(Box<Perform>),
    /// Ask the person to sign in.
    AskToSignIn,
    /// Tell the person.
    Notice(Notice),
    /// It works without end and nobody asked it to: it is ended, and the person is told by [`fail`](crate::OpenMiniApp::fail).
    RunsWild,
    /// The mini-app is at its end: what it still answers goes nowhere.
    Closed,
}
