//! How what is to be done here is done.

use std::sync::Arc;

use crate::{areas::person::effect::PersonEffect, world::World};

/// The names under which things are kept.
pub(crate) const PREFERENCES: &str = "preferences";
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
