//! A reminder is told once when its time has come, and goes when the person says so.

use fingertip_host::{Arrival, Place};
use fingertip_standard::events::Origin;
use jiff::Timestamp;

use crate::{
    areas::{
        mini_app::opening,
        notices::model::Told,
        reminders::{agreed::keep, model::Reminder, msg::RemindersMsg},
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
