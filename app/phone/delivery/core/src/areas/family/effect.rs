//! What is to be done in this area. Data: the runner does it and reports back with messages.

use fingertip_contract::{Helpers, Mandate};
use fingertip_standard::HelperLinkId;
use jiff::Timestamp;

/// What the platform is asked about helpers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HelpJob {
    /// The links and looks.
    Fetch,
    /// A code for the person, and what whoever uses it may hand in.
    MakeCode(Option<Mandate>),
    /// To help whoever told this code.
    Accept(String),
    /// To end a link.
    End(HelperLinkId),
    /// The cases of somebody whom the person helps.
    FetchCases(HelperLinkId),
}

/// Everything that can be done.
#[derive(Debug)]
pub enum FamilyEffect {
    /// Ask about helpers.
    Help(HelpJob),
    /// Keep the links and looks.
    KeepHelpers(Helpers, Timestamp),
}
