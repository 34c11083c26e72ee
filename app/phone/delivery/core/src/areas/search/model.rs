//! What is searched for and found.

use std::{ops::Range, sync::Arc};

use fingertip_contract::{Catalogue, Service};
use fingertip_meaning::Meaning;
use fingertip_search::Index;

use crate::{areas::search::memory::SearchMemory, part::Same};

/// A service that was found.
#[derive(Debug, Clone, PartialEq)]
pub struct FoundService {
    /// The service.
    pub service: Arc<Service>,
    /// What of its name, as the person reads it, answers to the question: ranges of bytes, in order.
    pub marked: Vec<Range<usize>>,
    /// Whether it answers nearly as well as the best: the others only may fit.
    pub is_close: bool,
    /// Whether the nation's editors chose it for this very question.
    pub is_chosen: bool,
}

/// By what the services and regions of a catalogue are found.
#[derive(Debug, Clone, PartialEq)]
pub struct Made {
    /// The catalogue: a row of an index is a place in its lists.
    pub catalogue: Same<Catalogue>,
    /// Its services.
    pub index: Same<Index>,
    /// Its regions.
    pub regions: Same<Index>,
}

/// What is searched for and found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// What [`Self::hits`] were found for: what was typed a moment ago, while it is still being searched for more.
    pub answered: String,
    /// The services found, best first.
    pub hits: Vec<FoundService>,
    /// What was searched for instead of [`Self::answered`], where slips were put right.
    pub correction: Option<String>,
    /// What is remembered of earlier searches.
    pub memory: SearchMemory,
    /// By what services and regions are found: of the newest catalogue for which that is made.
    pub(crate) made: Option<Made>,
    /// What the services of that one mean.
    pub(crate) meaning: Option<Same<Meaning>>,
    /// Nothing is put right in the text as it stands: its person said so.
    pub(crate) is_as_typed: bool,
    /// Whether a search is under way. There is one at a time, so that fast typing never queues.
    pub(crate) is_finding: bool,
    /// Whether something has changed since it began: then the next begins when it has come back.
    pub(crate) is_outdated: bool,
}

impl Search {
    /// Whether services can be found by what they mean: this device has an encoder, and has read every name with it.
    #[must_use]
    pub fn has_meaning(&self) -> bool {
        self.meaning.is_some()
    }
}
