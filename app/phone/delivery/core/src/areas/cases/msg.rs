//! What happens in this area. Past tense: a message reports, `update` decides.

use fingertip_contract::{Case, api::GivenRating};
use fingertip_standard::CaseId;
use jiff::Timestamp;

use crate::areas::notices::model::Told;

/// Cases: sent, followed, rated.
#[derive(Debug)]
pub enum CasesMsg {
    /// The person rated a case.
    RatedCase(CaseId, GivenRating),
    /// The person said that the answer to their rating is none.
    AppealedRating(CaseId, String),
    /// The person looked at their cases.
    LookedAtCases,
    /// The cases came.
    CasesCame(Vec<Case>, Timestamp),
    /// One case came: it was submitted or rated.
    CaseCame {
        /// The case.
        case: Box<Case>,
        /// When.
        as_of: Timestamp,
        /// What to tell, if anything.
        told: Option<Told>,
    },
}
