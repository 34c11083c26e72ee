//! What is searched for and found.

use std::sync::Arc;

use fingertip_contract::Service;
use fingertip_search::Index;

use crate::part::Same;

/// What is searched for and found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// What [`Self::hits`] were found for: what was typed a moment ago, while it is still being searched for more.
    pub answered: String,
    /// The services found, best first.
    pub hits: Vec<Arc<Service>>,
    pub(crate) index: Option<Same<Index>>,
    /// Whether a search is under way. There is one at a time, so that fast typing never queues.
    pub(crate) is_finding: bool,
    /// Whether something has changed since it began: then the next begins when it has come back.
    pub(crate) is_outdated: bool,
}
