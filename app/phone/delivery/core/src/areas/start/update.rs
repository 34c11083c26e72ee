//! What was kept comes back.

use fingertip_records::OutgoingSubject;
use jiff::Timestamp;

use crate::{
    areas::{
        acts::model::ActDraft,
        cards::model::HomeWidget,
        documents,
        joint::model::JointDraft,
        outbox, resume,
        session::{limits, model::SessionState},
        start::{model::Restored, msg::StartMsg},
    },
    effect::Effect,
    model::Model,
};

pub(crate) fn update(model: &mut Model, msg: StartMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        StartMsg::Restored(restored) => {
            let Restored {
                preferences,
                searches,
                answers,
                uses,
                reminders,
                joint_drafts,
                joint_cases,
                acts,
                last_place,
                typed,
                left_open,
                session,
                cases,
                documents,
                showings,
                payments,
                consents,
                disclosures,
                has_more_disclosures,
                drafts,
                helpers,
                outbox,
                widgets,
            } = *restored;
            model.preferences.set(preferences);
            model.search.memory = searches;
            model.answers.set(answers);
            model.uses.set(uses);
            model.reminders.set(reminders);
            model.joint.cases = joint_cases;
            // What was on its way when the app ended is not filled in as well.
            let is_sent = |draft: &JointDraft| {
                let sent = OutgoingSubject::Joint(draft.life_event.clone());
                model.outbox.iter().any(|outgoing| outgoing.is_waiting() && outgoing.subject == sent)
            };
            model.joint.drafts = joint_drafts.into_iter().filter(|draft| !is_sent(draft)).collect();
            model.last_place = last_place;
            model
                .session
                .set(session.map_or(SessionState::SignedOut { has_ended: false }, SessionState::SignedIn));
            model.cases.set(cases);
            model.documents.set(documents);
            model.showings.set(showings);
            model.payments.set(payments);
            model.consents.set(consents);
            model.disclosures.set(disclosures);
            model.has_more_disclosures = has_more_disclosures;
            model.drafts.set(drafts);
            model.help.helpers = helpers;
            model.outbox.set(outbox);
            // What was on its way when the app ended is not being written as well.
            let is_sent = |draft: &ActDraft| {
                let sent = OutgoingSubject::Act(draft.case.clone(), draft.kind.clone());
                model.outbox.iter().any(|outgoing| outgoing.is_waiting() && outgoing.subject == sent)
            };
            model.acts.drafts = acts.into_iter().filter(|draft| !is_sent(draft)).collect();
            let cards = widgets.into_iter().map(|(kept, card)| HomeWidget::restored(kept, card, now));
            model.widgets.set(cards.collect());
            model.is_restored = true;
            // While the app was closed nobody did anything.
            model.active_at = model.last_place.as_ref().map_or(now, |(_, at)| *at);
            let mut effects = vec![model.connect()];
            let ended = limits::on_ticked(model, now);
            let is_over = !ended.is_empty();
            effects.extend(ended);
            effects.extend(resume::update::on_restored(model, typed, left_open, is_over, now));
            effects.extend(documents::update::check_as_kept(model));
            if model.signed_in().is_some() {
                effects.extend(outbox::retry::on_back_online(model));
            }
            effects
        }
    }
}
