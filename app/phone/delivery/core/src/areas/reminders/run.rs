//! How what is to be done here is done.

use std::sync::Arc;

use crate::{areas::reminders::effect::RemindersEffect, world::World};

/// Under which name it is kept what the person is reminded of.
pub(crate) const REMINDERS: &str = "reminders";

pub(crate) fn carry_out(world: &Arc<World>, effect: RemindersEffect) {
    match effect {
        RemindersEffect::Keep(reminders) => {
            world.write(move |records| records.set_setting(REMINDERS, &reminders).map(|()| None));
        }
    }
}
