//! Which parts of the catalogue are here.

use fingertip_standard::RegionCode;

/// Which parts of the catalogue are here, where the nation offers it in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// Whether other regions offer what is not on this device.
    pub has_more: bool,
    /// Whether what is offered to all could not be brought up to date. What was here before still is.
    pub is_nation_behind: bool,
    /// Regions whose part could not be had, or not be brought up to date.
    pub behind: Vec<RegionCode>,
}

impl Parts {
    /// Whether a part is not as the nation offers it now.
    #[must_use]
    pub fn are_behind(&self) -> bool {
        self.is_nation_behind || !self.behind.is_empty()
    }
}
