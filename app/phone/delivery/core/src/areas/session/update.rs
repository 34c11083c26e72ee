//! Signing in and out, and what follows for everything that only the person may see.

use fingertip_identity::Session;
use jiff::Timestamp;

use crate::{
    areas::{
        cards,
        cases::effect::CasesEffect,
        family, mini_app,
        notices::model::Told,
        outbox,
        session::{effect::SessionEffect, model::SessionState, msg::SessionMsg},
    },
    effect::Effect,
    model::Model,
    sheet::Sheet,
};

pub(crate) fn update(model: &mut Model, msg: SessionMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        SessionMsg::AskedToSignIn => {
            model.session.set(SessionState::SigningIn(None));
            vec![SessionEffect::SignIn { kept: Box::new(model.preferences.for_the_next()) }.into()]
        }
        SessionMsg::CancelledSignIn => {
            model.session.set(SessionState::SignedOut { has_ended: false });
            model.sheets.retain(|sheet| !matches!(sheet, Sheet::SignIn { .. }));
            vec![SessionEffect::CancelSignIn.into()]
        }
        SessionMsg::AskedToSignOut => {
            vec![SessionEffect::SignOut { kept: Box::new(model.preferences.for_the_next()) }.into()]
        }
        SessionMsg::SignInBegan(url) => {
            if matches!(*model.session, SessionState::SigningIn(_)) {
                model.session.set(SessionState::SigningIn(Some(url)));
            }
            Vec::new()
        }
        SessionMsg::SignedIn(session) => on_signed_in(model, session, now),
        SessionMsg::SignInFailed(fault) => {
            model.session.set(SessionState::SignedOut { has_ended: false });
            match model.sheets.iter_mut().find(|sheet| matches!(sheet, Sheet::SignIn { .. })) {
                Some(sheet) => *sheet = Sheet::SignIn { fault: Some(fault) },
                None => model.tell(Told::Fault(fault)),
            }
            Vec::new()
        }
        // Several requests can learn late of one end. The person who is signing in again is already past it.
        SessionMsg::SessionEnded if matches!(*model.session, SessionState::SigningIn(_)) => Vec::new(),
        SessionMsg::SessionEnded => {
            // The person stays where they are: the sheet comes over what they were doing, and goes away again.
            model.session.set(SessionState::SignedOut { has_ended: true });
            model.ask_to_sign_in();
            Vec::new()
        }
    }
}

fn on_signed_in(model: &mut Model, session: Session, now: Timestamp) -> Vec<Effect> {
    model.session.set(SessionState::SignedIn(session));
    model.sheets.retain(|sheet| !matches!(sheet, Sheet::SignIn { .. }));
    let mut effects = mini_app::hosting::happen(model, now, |host, _| host.sign_in());
    effects.push(CasesEffect::FetchCases.into());
    effects.extend(outbox::retry::on_signed_in());
    effects.extend(family::update::on_signed_in(&model.help));
    effects.extend(cards::due::on_signed_in(model, now));
    effects
}
