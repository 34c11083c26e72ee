//! What an import gives.

use fingertip_contract::{Catalogue, Rejected};

/// What an import gave.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Imported {
    /// Everything that was taken.
    pub catalogue: Catalogue,
    /// Everything that was not.
    pub rejected: Vec<Rejected>,
}
