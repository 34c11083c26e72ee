//! Keeping what the person is in the middle of, and going back there.

use jiff::Timestamp;

use crate::{
    areas::{
        mini_app::opening,
        person::effect::PersonEffect,
        resume::{
            effect::ResumeEffect,
            left::keep_open,
            model::{LeftOpen, Typed, is_recent},
            msg::ResumeMsg,
        },
    },
    effect::Effect,
    model::Model,
};

/// The field in which the person searches, on whichever screen: what was found for it comes back with it.
pub const SEARCH_FIELD: &str = "search";

pub(crate) fn update(model: &mut Model, msg: ResumeMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        ResumeMsg::TypedIn { place, field, text } => {
            if model.typed.of(&place, field) == text {
                return Vec::new();
            }
            model.typed.take(place, field, text, now);
            let waits = std::mem::replace(&mut model.typed_waits, true);
            if waits { Vec::new() } else { vec![ResumeEffect::WaitForTyped.into()] }
        }
        ResumeMsg::TypedDue => keep_typed(model).into_iter().collect(),
    }
}

/// The person is at `place` now: what stood in the fields of another screen is for nobody.
pub(crate) fn on_went(model: &mut Model, place: &str) -> Option<Effect> {
    model.here = Some(place.to_owned());
    if model.typed.place == place || model.typed.fields.is_empty() {
        return None;
    }
    model.typed.set(Typed::default());
    model.typed_waits = true;
    keep_typed(model)
}

/// What was typed and is not kept yet.
fn keep_typed(model: &mut Model) -> Option<Effect> {
    let waits = std::mem::replace(&mut model.typed_waits, false);
    waits.then(|| ResumeEffect::KeepTyped((*model.typed).clone()).into())
}

/// The app went behind: it may be ended there without a word. Everything is kept, and from now on the time counts.
pub(crate) fn on_hidden(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let mut effects = opening::keep_typed(model, now);
    effects.extend(keep_typed(model));
    effects.extend(model.here.clone().map(|here| PersonEffect::KeepPlace(here, now).into()));
    if model.open.as_ref().is_some_and(|open| open.is_resumable) {
        effects.extend(keep_open(model, now));
    }
    effects
}

/// What came back when the app began. `is_over` says that the person's session has ended meanwhile: then nothing of theirs is opened.
pub(crate) fn on_restored(
    model: &mut Model,
    typed: Typed,
    left: Option<LeftOpen>,
    is_over: bool,
    now: Timestamp,
) -> Vec<Effect> {
    if is_recent(typed.at, now) {
        // Whoever typed there was there.
        if let Some((_, at)) = model.last_place.as_mut().filter(|(place, _)| *place == typed.place) {
            *at = typed.at.max(*at);
        }
        typed.of(&typed.place, SEARCH_FIELD).clone_into(&mut model.search.text);
        model.typed.set(typed);
    }
    model.here =
        model.last_place.as_ref().filter(|(_, at)| is_recent(*at, now)).map(|(place, _)| place.clone());
    let Some(left) = left else { return Vec::new() };
    // Kept again once it has come up: what ends the app whenever it is opened is not opened for ever.
    let mut effects = vec![ResumeEffect::KeepOpen(None).into()];
    let is_wanted = model.preferences.has_started && model.arriving.is_none() && !is_over;
    if is_wanted && is_recent(left.at, now) {
        let (place, arrival) = left.open();
        effects.extend(opening::open_at(model, place, arrival, now));
    }
    effects
}
