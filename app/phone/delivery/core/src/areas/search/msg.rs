//! What happens in this area. Past tense: a message reports, `update` decides.

use std::sync::Arc;

use fingertip_contract::{Catalogue, Service};
use fingertip_search::Index;

use crate::{areas::search::meaning::Meaning, part::Same};

/// What the person searches for.
#[derive(Debug)]
pub enum SearchMsg {
    /// The person typed in the search box.
    TypedSearch(String),
    /// The person wants what they typed, and not what it was put right to.
    AskedAsTyped,
    /// A search came to its end.
    Found {
        /// What was searched for.
        text: String,
        /// The services found, best first.
        hits: Vec<Arc<Service>>,
        /// What was searched for instead, where slips were put right.
        correction: Option<String>,
    },
    /// What finds the services and regions of this catalogue is made.
    Indexed {
        /// The catalogue.
        catalogue: Arc<Catalogue>,
        /// Its services.
        index: Same<Index>,
        /// Its regions.
        regions: Same<Index>,
    },
    /// What the services of this catalogue mean is known.
    Understood {
        /// The catalogue.
        catalogue: Arc<Catalogue>,
        /// What they mean.
        meaning: Same<Meaning>,
    },
}
