//! A day is saved, and the person is told where.

use crate::{
    areas::{
        calendar::{effect::CalendarEffect, msg::CalendarMsg},
        notices::model::Told,
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: CalendarMsg) -> Vec<Effect> {
    match msg {
        CalendarMsg::AskedToSaveDay(day) => vec![CalendarEffect::SaveDay(day).into()],
        CalendarMsg::DaySaved(file) => {
            model.tell(Told::DaySaved(file));
            Vec::new()
        }
    }
}
