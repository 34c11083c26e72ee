//! What was kept, read at start.

use fingertip_contract::{Case, Helpers, JointCase};
use fingertip_identity::Session;
use fingertip_records::{AsOf, KeptDocument, OutgoingState, Paid, Showing};
use fingertip_standard::{AppId, Disclosure, StandingConsent};
use jiff::Timestamp;

use crate::areas::{
    acts::model::ActDraft,
    answers::model::Answers,
    cards::model::{KeptWidget, WidgetCard},
    joint::model::JointDraft,
    person::model::Preferences,
    reminders::model::Reminder,
    resume::model::{LeftOpen, Typed},
    search::memory::SearchMemory,
    uses::model::Uses,
};

/// Everything that was kept, read at start.
#[derive(Debug, Clone, Default)]
pub struct Restored {
    /// What the person chose.
    pub preferences: Preferences,
    /// What search remembers.
    pub searches: SearchMemory,
    /// What the person wrote in forms before.
    pub answers: Answers,
    /// What they used, until it was reported.
    pub uses: Uses,
    /// What mini-apps remind them of.
    pub reminders: Vec<Reminder>,
    /// What they were writing in cases.
    pub acts: Vec<ActDraft>,
    /// Life events that they were asking for with one form.
    pub joint_drafts: Vec<JointDraft>,
    /// What became of those that they had handed in.
    pub joint_cases: Vec<JointCase>,
    /// Where in the shell the person was, and when.
    pub last_place: Option<(String, Timestamp)>,
    /// What stood in the fields of that screen.
    pub typed: Typed,
    /// The mini-app that was open.
    pub left_open: Option<LeftOpen>,
    /// Who is signed in.
    pub session: Option<Session>,
    /// The kept cases.
    pub cases: Vec<AsOf<Case>>,
    /// The kept documents.
    pub documents: Vec<KeptDocument>,
    /// When documents were shown.
    pub showings: Vec<Showing>,
    /// What the person paid.
    pub payments: Vec<Paid>,
    /// The standing consents.
    pub consents: Vec<StandingConsent>,
    /// The newest lines of the ledger.
    pub disclosures: Vec<Disclosure>,
    /// Whether there are older ones.
    pub has_more_disclosures: bool,
    /// Mini-apps with a draft.
    pub drafts: Vec<AppId>,
    /// Those who help, as kept.
    pub helpers: Option<AsOf<Helpers>>,
    /// What waits to be sent, and what was not accepted.
    pub outbox: Vec<OutgoingState>,
    /// The widgets on home, each with its card as it was kept.
    pub widgets: Vec<(KeptWidget, Option<WidgetCard>)>,
}
