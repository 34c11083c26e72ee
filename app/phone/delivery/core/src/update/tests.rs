//! What a person meets while messages come in an order that nobody chose.

mod app;
mod help;
mod lifecycle;
mod links;
mod next;
mod widgets;

use fingertip_locale::Wording;
use fingertip_secrets::Protection;
use fingertip_standard::events::Display;
use jiff::Timestamp;

use super::update;
use crate::{Effect, Model, Msg, SessionState, Sheet};

fn model() -> Model {
    Model::new(Protection::Files)
}

fn told(model: &mut Model, msg: Msg) -> Vec<Effect> {
    update(model, msg, Timestamp::UNIX_EPOCH)
}

#[test]
fn an_end_that_is_learnt_late_does_not_stop_signing_in_again() {
    let mut model = model();
    told(&mut model, Msg::SessionEnded);
    assert!(matches!(model.sheets[..], [Sheet::SignIn { fault: None }]));
    assert!(matches!(told(&mut model, Msg::AskedToSignIn)[..], [Effect::SignIn { .. }]));
    told(&mut model, Msg::SessionEnded);
    told(&mut model, Msg::SignInBegan("https://id.example/authorize".parse().expect("an address")));
    assert!(matches!(model.session, SessionState::SigningIn(Some(_))), "the provider's page can be opened");
}

#[test]
fn a_session_that_ends_asks_once() {
    let mut model = model();
    told(&mut model, Msg::SessionEnded);
    told(&mut model, Msg::SessionEnded);
    assert_eq!(model.session, SessionState::SignedOut { has_ended: true });
    assert_eq!(model.sheets.len(), 1);
}

#[test]
fn simple_words_come_with_seniors_mode_until_the_person_says_otherwise() {
    let mut model = model();
    assert_eq!(model.preferences.wording(), Wording::Usual);
    told(&mut model, Msg::ChoseDisplay(Display::Seniors));
    assert_eq!(model.preferences.wording(), Wording::Simple);
    let effects = told(&mut model, Msg::ChoseSimpleWords(false));
    assert!(
        matches!(effects[..], [Effect::KeepPreferences(ref kept)] if kept.simple_words == Some(false)),
        "no mini-app hears of it"
    );
    assert_eq!(model.preferences.wording(), Wording::Usual);
    told(&mut model, Msg::ChoseDisplay(Display::Normal));
    told(&mut model, Msg::ChoseSimpleWords(true));
    assert_eq!(model.preferences.wording(), Wording::Simple);
}
