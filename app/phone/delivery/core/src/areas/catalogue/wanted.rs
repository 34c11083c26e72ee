//! What the person wants of the catalogue.

use std::collections::BTreeSet;

use fingertip_standard::RegionCode;

use crate::{
    areas::{
        catalogue::effect::{CatalogueEffect, WantedParts},
        joint,
    },
    effect::Effect,
    model::Model,
};

impl Model {
    /// The parts of the catalogue that the person wants now.
    pub(crate) fn wanted_parts(&self) -> WantedParts {
        WantedParts {
            home: self.preferences.region.clone(),
            besides: self.places_besides(),
            is_whole: self.preferences.whole_nation,
        }
    }

    /// Where the person has to do with offices besides those of where they live: of their cases, and of the forms that they fill in.
    fn places_besides(&self) -> BTreeSet<RegionCode> {
        let cases = self.cases.iter().map(|case| case.value.region.clone());
        let steps = self.joint.cases.iter().flat_map(|case| &case.steps).map(|step| step.region.clone());
        let mut places: BTreeSet<RegionCode> = cases.chain(steps).collect();
        places.extend(joint::places::of_forms(self));
        if let Some(home) = &self.preferences.region {
            places.remove(home);
        }
        places
    }

    /// The platform is asked where things are, and for what the person wants of the catalogue.
    pub(crate) fn connect(&self) -> Effect {
        CatalogueEffect::Connect(self.wanted_parts()).into()
    }
}
