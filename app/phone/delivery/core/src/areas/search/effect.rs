//! What is to be done in this area. Data: the runner does it and reports back with messages.

use std::sync::Arc;

use fingertip_contract::Catalogue;
use fingertip_meaning::Meaning;
use fingertip_search::Index;
use fingertip_standard::{RegionCode, ServiceId};

use crate::{areas::search::memory::SearchMemory, part::Same};

/// A search: what for, in what, near where.
#[derive(Debug)]
pub struct FindJob {
    /// What is searched for.
    pub text: String,
    /// The index.
    pub index: Same<Index>,
    /// What the services mean, where there is an encoder.
    pub meaning: Option<Same<Meaning>>,
    /// Whether every word is taken as it was typed: nothing is put right.
    pub is_as_typed: bool,
    /// What the index was made of.
    pub catalogue: Arc<Catalogue>,
    /// The person's region.
    pub region: Option<RegionCode>,
    /// The language that the person reads, a BCP 47 tag.
    pub language: String,
    /// What the person opened before: it stands before what is like it.
    pub opened: Vec<ServiceId>,
}

/// Everything that can be done.
#[derive(Debug)]
pub enum SearchEffect {
    /// Search, beside everything else: typing waits for nothing.
    Find(Box<FindJob>),
    /// Keep what is remembered of searches.
    KeepMemory(SearchMemory),
    /// Make what finds the services and regions of a catalogue, beside everything else: a start waits for no index.
    MakeIndex(Arc<Catalogue>),
}
