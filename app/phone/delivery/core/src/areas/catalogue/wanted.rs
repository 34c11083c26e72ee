//! What the person wants of the catalogue.

use crate::{
    areas::catalogue::effect::{CatalogueEffect, WantedParts},
    effect::Effect,
    model::Model,
};

impl Model {
    /// The parts of the catalogue that the person wants now.
    pub(crate) fn wanted_parts(&self) -> WantedParts {
        WantedParts { home: self.preferences.region.clone(), is_whole: self.preferences.whole_nation }
    }

    /// The platform is asked where things are, and for what the person wants of the catalogue.
    pub(crate) fn connect(&self) -> Effect {
        CatalogueEffect::Connect(self.wanted_parts()).into()
    }

    /// The person chose another part of the catalogue: it is asked for where not all is on this device.
    pub(crate) fn follow_choice(&self) -> Option<Effect> {
        self.parts.has_more.then(|| self.connect())
    }
}
