//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_contract::{JointCase, api::SubmitJointCase};
use fingertip_standard::{CaseId, Disclosure};

use crate::areas::joint::model::JointDraft;

/// Everything that can be done.
#[derive(Debug)]
pub enum JointEffect {
    /// Keep the forms that are being filled in.
    KeepDrafts(Vec<JointDraft>),
    /// Hand one in: the ledger's lines first, then it is in the outbox, and no form any more.
    Send {
        /// As it goes.
        case: Box<SubmitJointCase>,
        /// What each department is told.
        disclosures: Vec<Disclosure>,
        /// The forms that are still filled in.
        left: Vec<JointDraft>,
    },
    /// What was not accepted is a form again: take it out of the outbox.
    Reopen(String),
    /// Fetch the person's joint cases.
    Fetch,
    /// Keep them.
    Keep(Vec<JointCase>),
    /// Take back a step, or all that is not decided yet.
    Withdraw(CaseId, Option<String>),
}
