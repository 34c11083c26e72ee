//! Signing in and out, and what follows for everything that only the person may see.

use fingertip_identity::Session;
use fingertip_presentation::Invitation;
use jiff::Timestamp;

use crate::{
    areas::{
        cards, carry,
        cases::effect::CasesEffect,
        family, links, mini_app,
        notices::model::Told,
        outbox, presentation,
        session::{
            effect::SessionEffect,
            limits,
            model::{GraveAct, Limit, SessionState},
            msg::SessionMsg,
            step_up,
        },
        storage::effect::StorageEffect,
    },
    effect::Effect,
    model::Model,
    remote::Remote,
    sheet::Sheet,
};

pub(crate) fn update(model: &mut Model, msg: SessionMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        // The person chooses first.
        SessionMsg::AskedToSignIn if model.providers.len() > 1 => {
            let was_under_way = matches!(*model.session, SessionState::SigningIn(_));
            model.ask_to_sign_in();
            if !was_under_way {
                return Vec::new();
            }
            model.session.set(SessionState::SignedOut { has_ended: false });
            model.next_attempt();
            vec![SessionEffect::CancelSignIn.into()]
        }
        SessionMsg::AskedToSignIn => begin(model, None),
        SessionMsg::AskedToSignInAt(issuer) => begin(model, Some(issuer)),
        SessionMsg::CancelledSignIn => {
            model.session.set(SessionState::SignedOut { has_ended: false });
            model.sheets.retain(|sheet| !matches!(sheet, Sheet::SignIn { .. }));
            // Whoever asked to be shown something is not answered then, and does not come up later.
            model.arriving = model.arriving.take().filter(|link| !Invitation::is_one(link));
            model.next_attempt();
            vec![SessionEffect::CancelSignIn.into()]
        }
        SessionMsg::AskedToSignOut => {
            model.sheets.retain(|sheet| !matches!(sheet, Sheet::SessionEnds { .. }));
            vec![SessionEffect::SignOut { kept: Box::new(model.preferences.for_the_next()) }.into()]
        }
        SessionMsg::SignInBegan { attempt, .. } | SessionMsg::SignInFailed { attempt, .. }
            if attempt != model.attempt =>
        {
            Vec::new()
        }
        SessionMsg::SignInBegan { url, .. } => {
            if step_up::on_began(model, &url) {
                return Vec::new();
            }
            if matches!(*model.session, SessionState::SigningIn(_)) {
                model.session.set(SessionState::SigningIn(Some(url)));
            }
            Vec::new()
        }
        SessionMsg::SignedIn(session) => on_signed_in(model, session, now),
        SessionMsg::SignInFailed { fault, .. } if step_up::on_failed(model, &fault) => Vec::new(),
        SessionMsg::SignInFailed { fault, .. } => {
            model.session.set(SessionState::SignedOut { has_ended: false });
            match model.sheets.iter_mut().find(|sheet| matches!(sheet, Sheet::SignIn { .. })) {
                Some(sheet) => *sheet = Sheet::SignIn { fault: Some(fault) },
                None => model.tell(Told::Fault(fault)),
            }
            Vec::new()
        }
        // Several requests can learn late of one end. The person who is signing in again is already past it.
        SessionMsg::SessionEnded if matches!(*model.session, SessionState::SigningIn(_)) => Vec::new(),
        SessionMsg::AskedToProve => step_up::on_asked(model, None),
        SessionMsg::AskedToProveAt(issuer) => step_up::on_asked(model, Some(issuer)),
        SessionMsg::AssuranceNeeded { level, is_pressed } => {
            step_up::on_assurance_needed(model, level, is_pressed);
            Vec::new()
        }
        SessionMsg::CancelledProof => step_up::on_cancelled(model),
        SessionMsg::Proved(session) => match step_up::on_proved(model, session, now) {
            Some(GraveAct::Agree(sheet)) => {
                mini_app::hosting::happen(model, now, |host, around| host.answer_sheet(sheet, true, around))
            }
            Some(GraveAct::Present(number)) => presentation::update::answer(model, number, now),
            Some(GraveAct::Copy) => carry::update::begin(model),
            Some(GraveAct::Export) => vec![StorageEffect::Export.into()],
            // The mini-app asks again, what waits is sent, and what they did elsewhere may be theirs here from now on.
            Some(GraveAct::Reach(_)) => {
                let mut effects = mini_app::hosting::happen(model, now, |host, _| host.sign_in());
                effects.push(CasesEffect::FetchCases.into());
                effects.extend(outbox::retry::on_signed_in());
                effects
            }
            Some(GraveAct::Stay) | None => Vec::new(),
        },
        SessionMsg::LookedAtDevices => {
            model.devices.set(Remote::Loading);
            vec![SessionEffect::ListDevices.into()]
        }
        SessionMsg::DevicesCame(Ok(devices)) => {
            model.devices.set(Remote::Ready(devices, now));
            Vec::new()
        }
        SessionMsg::DevicesCame(Err(fault)) => {
            model.devices.set(Remote::Failed(fault));
            Vec::new()
        }
        SessionMsg::AskedToEndDevice(id) => vec![SessionEffect::EndDevice(id).into()],
        SessionMsg::AskedToStay if is_at_its_most(model) => {
            step_up::waits(model, GraveAct::Stay, now);
            Vec::new()
        }
        SessionMsg::AskedToStay => {
            limits::on_asked_to_stay(model, now);
            Vec::new()
        }
        SessionMsg::SessionEnded => {
            // The person stays where they are: the sheet comes over what they were doing, and goes away again.
            model.session.set(SessionState::SignedOut { has_ended: true });
            model.ask_to_sign_in();
            Vec::new()
        }
    }
}

/// Begins to sign in at `issuer`.
fn begin(model: &mut Model, issuer: Option<String>) -> Vec<Effect> {
    model.session.set(SessionState::SigningIn(None));
    let (attempt, kept) = (model.next_attempt(), Box::new(model.preferences.for_the_next()));
    vec![SessionEffect::SignIn { attempt, issuer, kept }.into()]
}

fn is_at_its_most(model: &Model) -> bool {
    let at_most = |sheet: &Sheet| matches!(sheet, Sheet::SessionEnds { limit: Limit::Most, .. });
    model.sheets.iter().any(at_most)
}

fn on_signed_in(model: &mut Model, session: Session, now: Timestamp) -> Vec<Effect> {
    model.sign_in(session, now);
    model.sheets.retain(|sheet| !matches!(sheet, Sheet::SignIn { .. }));
    let mut effects = mini_app::hosting::happen(model, now, |host, _| host.sign_in());
    effects.push(CasesEffect::FetchCases.into());
    effects.extend(outbox::retry::on_signed_in());
    effects.extend(family::update::on_signed_in(&model.help));
    effects.extend(cards::due::on_signed_in(model, now));
    // Who signed in to answer somebody goes on with that.
    effects.extend(links::update::follow(model, now));
    effects
}
