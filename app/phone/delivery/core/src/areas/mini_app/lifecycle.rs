//! The moments of a mini-app's life: shown, hidden, resumed, unloaded. `docs/lifecycle.md` of the standard says when.

use fingertip_standard::{
    events::{Event, Moment},
    limits,
};
use jiff::{SignedDuration, Timestamp};

use crate::{
    areas::mini_app::{
        effect::MiniAppEffect,
        model::{MiniAppState, OpenMiniApp},
    },
    effect::Effect,
    model::Model,
};

/// Tells the running mini-app whether it is on the screen, where that has changed.
pub(crate) fn settle(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let is_in_front = model.is_in_front;
    let Some(open) = model.open.as_mut().filter(|open| open.state == MiniAppState::Running) else {
        return Vec::new();
    };
    let is_visible = is_in_front && open.is_on_screen;
    if is_visible == open.is_shown {
        return Vec::new();
    }
    open.is_shown = is_visible;
    let instance = open.instance;
    let guest = |event| Effect::MiniApp(MiniAppEffect::Guest(instance, event));
    if !is_visible {
        open.hidden_at = Some(now);
        return vec![guest(Event::Moment(Moment::Hidden))];
    }
    let was_away = open.hidden_at.take().map(|at| now.duration_since(at));
    let after = SignedDuration::try_from(limits::RESUMED_AFTER).unwrap_or(SignedDuration::MAX);
    if was_away.is_some_and(|away| away > after) {
        let moments = [
            Event::Ticked(now.as_millisecond()),
            Event::Moment(Moment::Shown),
            Event::Moment(Moment::Resumed),
        ];
        return moments.map(guest).into();
    }
    vec![guest(Event::Moment(Moment::Shown))]
}

/// The last that a running mini-app is told.
pub(crate) fn end(open: &OpenMiniApp) -> Vec<Effect> {
    if open.state != MiniAppState::Running {
        return Vec::new();
    }
    let hidden = open.is_shown.then_some(Moment::Hidden);
    hidden
        .into_iter()
        .chain([Moment::Unloaded])
        .map(|moment| Effect::MiniApp(MiniAppEffect::Guest(open.instance, Event::Moment(moment))))
        .collect()
}

/// Tells the running mini-app of `event`; one that is still opening learns it at its launch.
pub(crate) fn tell(model: &Model, event: Event) -> Vec<Effect> {
    let running = model.open.iter().filter(|open| open.running.is_some());
    running.map(|open| MiniAppEffect::Guest(open.instance, event.clone()).into()).collect()
}
