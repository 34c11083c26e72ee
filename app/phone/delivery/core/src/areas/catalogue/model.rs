//! Which parts of the catalogue are here.

use fingertip_standard::RegionCode;

use crate::areas::catalogue::effect::WantedParts;

/// Which parts of the catalogue are here, where the nation offers it in parts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Parts {
    /// What was asked for when these came.
    pub wanted: WantedParts,
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

    /// Whether what a place offers may be missing here: it was not asked for since the start, or a part of `and_above`, of the place or a
    /// region that it is in, did not come.
    #[must_use]
    pub fn lack<'a>(&self, place: &RegionCode, and_above: impl IntoIterator<Item = &'a RegionCode>) -> bool {
        // All that the nation offers is here, or nobody has said yet that it is not.
        if !self.has_more && self.behind.is_empty() {
            return false;
        }
        let WantedParts { home, besides, is_whole } = &self.wanted;
        let was_wanted = *is_whole || home.as_ref() == Some(place) || besides.contains(place);
        !was_wanted || and_above.into_iter().any(|region| self.behind.contains(region))
    }
}
