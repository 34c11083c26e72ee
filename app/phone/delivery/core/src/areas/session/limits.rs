//! How long a session lasts: where the nation limits it, its person is warned in time and can stay with one press (WCAG 2.2, 2.2.1).
//! Where it ends nothing is lost: the store is closed with all that is in it.

use jiff::{SignedDuration, Timestamp};

use crate::{
    areas::session::{effect::SessionEffect, model::Limit},
    effect::Effect,
    model::Model,
    sheet::Sheet,
};

/// How long before its end a person is told. Whoever is away for a moment comes back in time.
const WARNS: SignedDuration = SignedDuration::from_mins(2);
/// In which steps the rest is told, in seconds: nobody reads a number that changes all the time.
const STEP: i64 = 10;
/// How exactly it is known when the person did something last: a letter in a form costs nothing more for it.
const EXACT: SignedDuration = SignedDuration::from_secs(10);

/// The person did something.
pub(crate) fn on_act(model: &mut Model, now: Timestamp) {
    if now < model.active_at || now.duration_since(model.active_at) >= EXACT {
        model.active_at = now;
    }
}

/// The person wants to stay.
pub(crate) fn on_asked_to_stay(model: &mut Model, now: Timestamp) {
    model.active_at = now;
    forget(model);
}

pub(crate) fn on_ticked(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let Some((limit, left)) = left(model, now).filter(|(_, left)| *left <= WARNS) else {
        forget(model);
        return Vec::new();
    };
    let seconds = (left.as_secs() + STEP - 1).div_euclid(STEP).max(0) * STEP;
    let is_proving = model.sheets.iter().any(|sheet| matches!(sheet, Sheet::StepUp { .. }));
    let shown = model.sheets.iter_mut().find(|sheet| matches!(sheet, Sheet::SessionEnds { .. }));
    match shown {
        // It was ended already.
        Some(Sheet::SessionEnds { seconds: 0, .. }) => return Vec::new(),
        Some(shown) => {
            let new = Sheet::SessionEnds { limit, seconds };
            if *shown != new {
                *shown = new;
            }
        }
        // Who shows who they are just now stays.
        None if is_proving && seconds > 0 => {}
        None => model.sheets.insert(0, Sheet::SessionEnds { limit, seconds }),
    }
    if seconds > 0 {
        return Vec::new();
    }
    vec![SessionEffect::SignOut { kept: Box::new(model.preferences.for_the_next()) }.into()]
}

/// Which limit comes first, and how far it is.
fn left(model: &Model, now: Timestamp) -> Option<(Limit, SignedDuration)> {
    let session = model.signed_in()?;
    let rules = &model.session_rules;
    let until = |limit, minutes: Option<u32>, since: Timestamp| {
        // A clock that was put back prolongs nothing for ever: the time then counts from now.
        let passed = now.duration_since(since).max(SignedDuration::ZERO);
        Some((limit, SignedDuration::from_mins(minutes?.into()) - passed))
    };
    let idle = until(Limit::Idle, rules.idle_minutes, model.active_at);
    let most = until(Limit::Most, rules.most_minutes, session.since);
    idle.into_iter().chain(most).min_by_key(|(_, left)| *left)
}

fn forget(model: &mut Model) {
    if model.sheets.iter().any(|sheet| matches!(sheet, Sheet::SessionEnds { .. })) {
        model.sheets.retain(|sheet| !matches!(sheet, Sheet::SessionEnds { .. }));
    }
}

#[cfg(test)]
mod tests;
