//! A reminder that the person agreed to is kept.

use fingertip_host::Reminding;
use fingertip_standard::{RunningApp, ServiceId, limits};

use crate::{
    areas::reminders::{effect::RemindersEffect, model::Reminder},
    effect::Effect,
    model::Model,
};

/// The person agreed to be reminded; none where the mini-app has as many reminders as one may have.
pub(crate) fn on_agreed(
    model: &mut Model,
    (app, service): (&RunningApp, Option<ServiceId>),
    agreed: Reminding,
) -> Option<Effect> {
    let Reminding { at, title, detail, opens } = agreed;
    let number = model.reminders.iter().map(|own| own.number).max().unwrap_or(0) + 1;
    let reminder = Reminder {
        number,
        department: app.department.clone(),
        app: app.app.clone(),
        service,
        at,
        title,
        detail,
        opens,
        is_told: false,
    };
    model.reminders.retain(|own| !own.is_same(&reminder));
    let is_own = |own: &&Reminder| !own.is_told && (&own.department, &own.app) == (&app.department, &app.app);
    if model.reminders.iter().filter(is_own).count() >= limits::REMINDERS {
        return None;
    }
    model.reminders.push(reminder);
    Some(keep(model))
}

pub(super) fn keep(model: &Model) -> Effect {
    RemindersEffect::Keep((*model.reminders).clone()).into()
}
