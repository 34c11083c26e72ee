//! What is to be done in this area. Data: the runner does it and reports back with messages.

use std::collections::BTreeSet;

use fingertip_standard::RegionCode;

/// Whose part of the catalogue is wanted, where the nation offers it in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WantedParts {
    /// Where the person lives: what is offered there comes with what is offered to all.
    pub home: Option<RegionCode>,
    /// Other places with whose offices the person has to do.
    pub besides: BTreeSet<RegionCode>,
    /// Whether what every other region offers is wanted, too.
    pub is_whole: bool,
}

/// Everything that can be done.
#[derive(Debug)]
pub enum CatalogueEffect {
    /// Fetch the platform's address, the catalogue, what waits.
    Connect(WantedParts),
}
