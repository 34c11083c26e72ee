//! What each message changes and what is then to be done. Pure; each area decides on its own messages, and a message
//! without a handler does not compile.

use jiff::Timestamp;

use crate::{
    areas::{
        acts, answers, calendar, cards, carry, cases, catalogue, consents, documents, family, inbox, joint,
        links, lock, mini_app, notices, outbox, payments, person, presentation, reminders, resume, search,
        session, start, storage, uses,
    },
    effect::Effect,
    model::Model,
    msg::Msg,
    sheet::Sheet,
};

/// Takes a message in: changes the model, and says what is to be done. `now` is the only clock.
#[must_use]
pub fn update(model: &mut Model, msg: impl Into<Msg>, now: Timestamp) -> Vec<Effect> {
    let was_deleting = model.is_deleting;
    let wanted = model.parts.has_more.then(|| model.wanted_parts());
    let first = model.sheets.first().and_then(Sheet::id);
    let mut effects = decide(model, msg.into(), now);
    // What is offered at another place that matters now may not be on this device.
    if wanted.is_some_and(|before| before != model.wanted_parts()) {
        effects.push(model.connect());
    }
    if was_deleting {
        // Nothing of the person is begun, sent or written while everything of theirs is forgotten.
        effects.clear();
    }
    if model.sheets.first().and_then(Sheet::id) != first {
        model.sheet_since = now;
    }
    effects
}

fn decide(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    match msg {
        Msg::Start(msg) => start::update::update(model, msg, now),
        Msg::Person(msg) => person::update::update(model, msg, now),
        Msg::Resume(msg) => resume::update::update(model, msg, now),
        Msg::Search(msg) => search::update::update(model, msg),
        Msg::Session(msg) => session::update::update(model, msg, now),
        Msg::Catalogue(msg) => catalogue::update::update(model, msg, now),
        Msg::Inbox(msg) => inbox::update::update(model, msg, now),
        Msg::Uses(msg) => uses::update::update(model, msg),
        Msg::Answers(msg) => answers::update::update(model, msg),
        Msg::Reminders(msg) => reminders::update::update(model, msg, now),
        Msg::Acts(msg) => acts::update::update(model, msg, now),
        Msg::Joint(msg) => joint::update::update(model, msg, now),
        Msg::Cases(msg) => cases::update::update(model, msg, now),
        Msg::Outbox(msg) => outbox::update::update(model, msg),
        Msg::Documents(msg) => documents::update::update(model, msg, now),
        Msg::Presentation(msg) => presentation::update::update(model, msg, now),
        Msg::Payments(msg) => payments::update::update(model, msg),
        Msg::Calendar(msg) => calendar::update::update(model, msg),
        Msg::Consents(msg) => consents::update::update(model, msg),
        Msg::MiniApp(msg) => mini_app::update::update(model, msg, now),
        Msg::Cards(msg) => cards::update::update(model, msg, now),
        Msg::Links(msg) => links::update::update(model, msg, now),
        Msg::Family(msg) => family::update::update(model, msg, now),
        Msg::Storage(msg) => storage::update::update(model, msg, now),
        Msg::Carry(msg) => carry::update::update(model, msg, now),
        Msg::Lock(msg) => lock::update::update(model, msg),
        Msg::Notices(msg) => notices::update::update(model, msg),
        Msg::Ticked => on_ticked(model, now),
    }
}

/// From time to time: what waits is sent, what is under way is looked at, what is missing is fetched.
fn on_ticked(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let mut effects = catalogue::update::reconnect(model);
    effects.extend(documents::update::on_ticked(model, now));
    effects.extend(acts::update::keep_what_changed(model));
    effects.extend(joint::update::keep_what_changed(model));
    effects.extend(reminders::update::on_ticked(model, now));
    if model.signed_in().is_some() {
        effects.extend(outbox::retry::on_ticked(model, now));
        effects.extend(cases::update::on_ticked(model));
        effects.extend(family::update::on_ticked(model, now));
    }
    effects.extend(cards::due::due(model, now));
    effects.extend(session::limits::on_ticked(model, now));
    effects.extend(storage::update::on_ticked(model, now));
    effects.extend(lock::update::on_ticked(model, now));
    effects
}
