//! A reminder is kept when the person agreed to it, told once when its time has come, and goes when they say so.

use fingertip_host::{Arrival, Place, Reminding};
use fingertip_standard::{RunningApp, ServiceId, events::Origin, limits};
use jiff::Timestamp;

use crate::{
    areas::{
        mini_app::opening,
        notices::model::Told,
        reminders::{effect::RemindersEffect, model::Reminder, msg::RemindersMsg},
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: RemindersMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        RemindersMsg::Opened(number) => {
            let Some(reminder) = model.reminders.iter().find(|own| own.number == number) else {
                return Vec::new();
            };
            let Reminder { department, app, service, opens, .. } = reminder.clone();
            let place = Place { service, department, app, route: opens };
            let arrival = Arrival { origin: Origin::Reminder, ..Arrival::default() };
            opening::open_at(model, place, arrival, now)
        }
        RemindersMsg::Removed(number) => {
            model.reminders.retain(|own| own.number != number);
            vec![keep(model)]
        }
    }
}

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

/// What has come due is told, once; what was told long ago goes.
pub(crate) fn on_ticked(model: &mut Model, now: Timestamp) -> Option<Effect> {
    let is_news = |own: &Reminder| own.is_due(now) && !own.is_told;
    if !model.reminders.iter().any(|own| is_news(own) || own.is_over(now)) {
        return None;
    }
    model.reminders.retain(|own| !own.is_over(now));
    let mut news = Vec::new();
    for reminder in model.reminders.iter_mut().filter(|own| is_news(own)) {
        reminder.is_told = true;
        news.push(reminder.title.clone());
    }
    news.into_iter().for_each(|title| model.tell(Told::Reminder(title)));
    Some(keep(model))
}

fn keep(model: &Model) -> Effect {
    RemindersEffect::Keep((*model.reminders).clone()).into()
}
