//! How what is to be done here is done.

use std::sync::Arc;

use crate::{areas::person::effect::PersonEffect, names::PREFERENCES, world::World};

/// Under which name it is kept where the person was.
pub(crate) const PLACE: &str = "place";

pub(crate) fn carry_out(world: &Arc<World>, effect: PersonEffect) {
    match effect {
        PersonEffect::KeepPreferences(preferences) => {
            world.write(move |records| records.set_setting(PREFERENCES, &preferences).map(|()| None));
        }
        PersonEffect::KeepPlace(place, now) => {
            world.write(move |records| records.set_setting(PLACE, &(place, now)).map(|()| None));
        }
    }
}
