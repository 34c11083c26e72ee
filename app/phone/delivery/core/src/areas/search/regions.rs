//! Regions, found as services are.

use fingertip_contract::{Region, RegionLevel};
use fingertip_search::Query;
use jiff::civil::Date;

use crate::model::Model;

impl Model {
    /// The regions that can be chosen on `today` and that match what was typed, by any of their names, pinyin or initials; while nothing is
    /// typed, the provinces.
    #[must_use]
    pub fn find_regions(&self, typed: &str, today: Date, limit: usize) -> Vec<Region> {
        let Some(catalogue) = self.catalogue.ready() else { return Vec::new() };
        let can_be_chosen = |region: &&Region| region.level != RegionLevel::Nation && region.holds_on(today);
        let found: Box<dyn Iterator<Item = &Region>> = match &self.search.made {
            Some(made) if !typed.trim().is_empty() => {
                // Rows stand in the order of the catalogue that they were made of.
                let query = Query { text: typed, limit: limit.saturating_mul(2) };
                let hits = made.regions.0.find(&query, |_| 1.0).hits;
                Box::new(hits.into_iter().filter_map(|hit| made.catalogue.0.regions.get(hit.row)))
            }
            _ => Box::new(catalogue.regions.iter().filter(|region| region.level == RegionLevel::Province)),
        };
        found.filter(can_be_chosen).take(limit).cloned().collect()
    }
}
