//! What is searched for and found.

use std::sync::Arc;

use fingertip_contract::{Region, RegionLevel, Service};
use fingertip_search::{Index, Query};
use jiff::civil::Date;

use crate::{areas::search::meaning::Meaning, model::Model, part::Same};

/// What is searched for and found.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Search {
    /// As typed.
    pub text: String,
    /// What [`Self::hits`] were found for: what was typed a moment ago, while it is still being searched for more.
    pub answered: String,
    /// The services found, best first.
    pub hits: Vec<Arc<Service>>,
    /// What was searched for instead of [`Self::answered`], where slips were put right.
    pub correction: Option<String>,
    pub(crate) index: Option<Same<Index>>,
    /// The nation's regions, to be found as services are.
    pub(crate) regions: Option<Same<Index>>,
    pub(crate) meaning: Option<Same<Meaning>>,
    /// Nothing is put right in the text as it stands: its person said so.
    pub(crate) is_as_typed: bool,
    /// Whether a search is under way. There is one at a time, so that fast typing never queues.
    pub(crate) is_finding: bool,
    /// Whether something has changed since it began: then the next begins when it has come back.
    pub(crate) is_outdated: bool,
}

impl Model {
    /// The regions that can be chosen on `today` and that match what was typed, by any of their names, pinyin or initials; while nothing is
    /// typed, the provinces.
    #[must_use]
    pub fn find_regions(&self, typed: &str, today: Date, limit: usize) -> Vec<Region> {
        let Some(catalogue) = self.catalogue.ready() else { return Vec::new() };
        let can_be_chosen = |region: &&Region| region.level != RegionLevel::Nation && region.holds_on(today);
        let found: Box<dyn Iterator<Item = &Region>> = match &self.search.regions {
            Some(index) if !typed.trim().is_empty() => {
                // Rows stand in the catalogue's order.
                let query = Query { text: typed, limit: limit.saturating_mul(2) };
                let hits = index.0.find(&query, |_| 1.0).hits;
                Box::new(hits.into_iter().filter_map(|hit| catalogue.regions.get(hit.row)))
            }
            _ => Box::new(catalogue.regions.iter().filter(|region| region.level == RegionLevel::Province)),
        };
        found.filter(can_be_chosen).take(limit).cloned().collect()
    }
}
