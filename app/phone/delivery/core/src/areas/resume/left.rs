//! Which mini-app is opened again after an end without a word.

use jiff::Timestamp;

use crate::{
    areas::resume::{effect::ResumeEffect, model::LeftOpen},
    effect::Effect,
    model::Model,
};

/// Which mini-app is open is kept from now on; nothing for one that is not opened again by itself, as what was handed in is not begun
/// once more.
pub(crate) fn keep_open(model: &mut Model, now: Timestamp) -> Option<Effect> {
    let open = model.open.as_mut()?;
    open.running().filter(|running| !running.is_handed_in())?;
    let left = LeftOpen::of(open, now)?;
    open.is_resumable = true;
    Some(ResumeEffect::KeepOpen(Some(Box::new(left))).into())
}

/// It is not opened again: it ended, or what it was opened for is done.
pub(crate) fn forget_open(model: &mut Model) -> Option<Effect> {
    let open = model.open.as_mut()?;
    std::mem::take(&mut open.is_resumable).then(|| ResumeEffect::KeepOpen(None).into())
}
