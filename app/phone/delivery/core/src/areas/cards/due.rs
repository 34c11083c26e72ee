//! When a card is made again.

use fingertip_standard::AppId;
use jiff::Timestamp;

use crate::{
    areas::cards::{effect::CardsEffect, model::HomeWidget},
    effect::Effect,
    model::Model,
};

/// The cards that are to be made now: begins with verifying their mini-apps.
pub(crate) fn due(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    // With the catalogue it is known where things are.
    if model.catalogue.ready().is_none() {
        return Vec::new();
    }
    let can_ask = model.is_online && model.signed_in().is_some();
    let is_due = |widget: &&mut HomeWidget| {
        !widget.is_under_way
            && widget.due_at.is_none_or(|due| due <= now)
            && (can_ask || !widget.kept.needs_sign_in)
    };
    let begin = |widget: &mut HomeWidget| {
        widget.is_under_way = true;
        Effect::Cards(CardsEffect::OpenWidget(widget.kept.place.clone()))
    };
    model.widgets.iter_mut().filter(is_due).map(begin).collect()
}

/// Something happened that the cards of `app` may show.
pub(crate) fn touch_all(model: &mut Model, app: &AppId, now: Timestamp) -> Vec<Effect> {
    model.widgets.iter_mut().filter(|widget| widget.kept.place.app == *app).for_each(touch);
    due(model, now)
}

fn touch(widget: &mut HomeWidget) {
    widget.due_at = None;
    widget.is_touched = widget.is_under_way;
}

pub(crate) fn on_signed_in(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    model.widgets.iter_mut().for_each(touch);
    due(model, now)
}
