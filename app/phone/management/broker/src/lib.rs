//! Decides every request of a mini-app: allowed = the manifest asks AND the store granted AND the person agreed.
//!
//! It promises to be pure: the same facts give the same decision. It never asks, stores or sends anything; whoever
//! calls it shows the question and keeps the answer. Start reading at [`decide`].

mod decide;
mod ledger;

pub use decide::{Decision, Facts, Question, QuestionItem, decide};
pub use ledger::disclosure;
