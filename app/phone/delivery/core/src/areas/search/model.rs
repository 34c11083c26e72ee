//! What is searched for and found.

use std::sync::Arc;

use fingertip_search::Index;
use fingertip_standard::ServiceId;

/// The search index; two are the same when they are one.
#[derive(Debug, Clone)]
pub struct SearchIndex(pub Arc<Index>);

impl PartialEq for SearchIndex {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// What is searched for and found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// The services found, best first.
    pub hits: Vec<ServiceId>,
    pub(crate) index: Option<SearchIndex>,
}
