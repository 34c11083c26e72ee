//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_contract::{Case, api::GivenRating};
use fingertip_standard::CaseId;

/// Everything that can be done.
#[derive(Debug)]
pub enum CasesEffect {
    /// Fetch the cases.
    FetchCases,
    /// Keep the cases, and the documents that came with them.
    KeepCases(Vec<Case>),
    /// Send a rating.
    Rate(CaseId, GivenRating),
    /// Send what the person says to the answer that their rating got.
    AppealRating(CaseId, String),
}
