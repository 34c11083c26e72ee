//! What was used is noted, and reported when its week is over.

use fingertip_standard::ServiceId;
use jiff::Timestamp;

use crate::{
    areas::uses::{
        effect::UsesEffect,
        model::{Uses, last, monday},
        msg::UsesMsg,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: UsesMsg) -> Vec<Effect> {
    match msg {
        UsesMsg::MostUsedCame(most_used) => {
            model.most_used.set(most_used);
            Vec::new()
        }
        UsesMsg::Reported(week) => {
            let uses = &mut *model.uses;
            uses.is_sending = false;
            uses.done = uses.done.max(Some(week));
            uses.weeks.retain(|known, _| *known > week);
            vec![keep(model)]
        }
        UsesMsg::NotReported => {
            model.uses.is_sending = false;
            Vec::new()
        }
        UsesMsg::ChoseCounting(is_wanted) => {
            let done = model.uses.done;
            model.uses.set(Uses { is_off: !is_wanted, done, ..Uses::default() });
            vec![keep(model)]
        }
    }
}

/// The person opened a service. What they do for another is not counted: it would be another's.
pub(crate) fn on_opened(model: &mut Model, service: &ServiceId, now: Timestamp) -> Option<Effect> {
    if model.uses.is_off || model.acting_for.is_some() {
        return None;
    }
    let week = monday(model.rules.today(now));
    if model.uses.weeks.get(&week).is_some_and(|used| used.contains(service)) {
        return None;
    }
    model.uses.note(week, service.clone());
    Some(keep(model))
}

/// The platform answers: a week that is over is reported, also one in which nothing was used, or a report would say that something was. A
/// device begins with the week in which it begins; what it did not report in the week after is reported never.
pub(crate) fn on_online(model: &mut Model, now: Timestamp) -> Option<Effect> {
    let week = last(monday(model.rules.today(now)))?;
    let uses = &mut *model.uses;
    if uses.is_off || uses.is_sending || uses.done.is_some_and(|done| done >= week) {
        return None;
    }
    if uses.done.is_none() {
        uses.done = Some(week);
        return Some(keep(model));
    }
    uses.is_sending = true;
    let used = uses.weeks.get(&week).into_iter().flatten().cloned().collect();
    Some(UsesEffect::Report { week, used }.into())
}

fn keep(model: &Model) -> Effect {
    UsesEffect::Keep((*model.uses).clone()).into()
}
