//! What the person has read, wants to be called for, and put away.

use jiff::Timestamp;

use crate::{
    areas::{inbox::msg::InboxMsg, person},
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: InboxMsg, now: Timestamp) -> Vec<Effect> {
    let preferences = &mut model.preferences;
    match msg {
        InboxMsg::ChoseMessages(kind, true) => drop(preferences.quiet.remove(&kind)),
        InboxMsg::ChoseMessages(kind, false) => drop(preferences.quiet.insert(kind)),
        InboxMsg::LookedAtMessages => preferences.messages_read_until = Some(now),
        InboxMsg::PutAwayAlert(id) => {
            // An alert that is no longer published need not be remembered.
            let published = model.catalogue.ready().map(|catalogue| &catalogue.alerts);
            preferences
                .alerts_put_away
                .retain(|known| published.is_none_or(|alerts| alerts.iter().any(|alert| alert.id == *known)));
            preferences.alerts_put_away.push(id);
        }
        InboxMsg::PutAwayForm(app) => drop(preferences.forms_put_away.insert(app)),
    }
    person::update::keep(model)
}
