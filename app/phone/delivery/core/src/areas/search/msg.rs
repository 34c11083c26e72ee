//! What happens in this area. Past tense: a message reports, `update` decides.

use std::sync::Arc;

use fingertip_contract::Service;

/// What the person searches for.
#[derive(Debug)]
pub enum SearchMsg {
    /// The person typed in the search box.
    TypedSearch(String),
    /// A search came to its end.
    Found {
        /// What was searched for.
        text: String,
        /// The services found, best first.
        hits: Vec<Arc<Service>>,
    },
}
