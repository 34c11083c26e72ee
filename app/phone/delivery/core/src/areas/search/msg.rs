//! What happens in this area. Past tense: a message reports, `update` decides.

use std::sync::Arc;

use fingertip_contract::Catalogue;
use fingertip_meaning::Meaning;
use fingertip_standard::ServiceId;

use crate::{
    areas::search::model::{FoundService, Made},
    part::Same,
};

/// What the person searches for.
#[derive(Debug)]
pub enum SearchMsg {
    /// The person typed in the search box.
    TypedSearch(String),
    /// The person wants what they typed, and not what it was put right to.
    AskedAsTyped,
    /// The person looked at what was found for what they typed.
    LookedAtHits,
    /// The person opened a service that was found.
    OpenedHit(ServiceId),
    /// The person went on to something else: the next search is a new one.
    LeftSearch,
    /// The person wants one question forgotten.
    ForgotQuestion(String),
    /// The person wants everything forgotten that they searched for and opened.
    ForgotSearches,
    /// The person chose whether searches are remembered.
    ChoseMemory(bool),
    /// The person chose whether services are found by what they mean, too.
    ChoseMeaning(bool),
    /// A search came to its end.
    Found {
        /// What was searched for.
        text: String,
        /// The services found, best first.
        hits: Vec<FoundService>,
        /// What was searched for instead, where slips were put right.
        correction: Option<String>,
    },
    /// What finds the services and regions of this catalogue is made.
    Indexed(Made),
    /// What the services of this catalogue mean is known.
    Understood {
        /// The catalogue.
        catalogue: Arc<Catalogue>,
        /// What they mean.
        meaning: Same<Meaning>,
    },
}
