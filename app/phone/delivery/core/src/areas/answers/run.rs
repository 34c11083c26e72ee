//! How what is to be done here is done.

use std::sync::Arc;

use crate::{areas::answers::effect::AnswersEffect, world::World};

/// Under which name it is kept what the person wrote.
pub(crate) const ANSWERS: &str = "answers";

pub(crate) fn carry_out(world: &Arc<World>, effect: AnswersEffect) {
    match effect {
        AnswersEffect::Keep(answers) => {
            world.write(move |records| records.set_setting(ANSWERS, &answers).map(|()| None));
        }
    }
}
