//! What a person meets while messages come in an order that nobody chose.

use fingertip_locale::Wording;
use fingertip_platform_client::PlatformError;
use fingertip_standard::events::Display;

use crate::{
    Effect, PersonEffect, PersonMsg, SessionEffect, SessionMsg, SessionState, Sheet, ShownFault,
    areas::session::model::Attempt,
    testing::{model, provider, told},
};

fn began(attempt: Attempt) -> SessionMsg {
    SessionMsg::SignInBegan { attempt, url: "https://id.example/authorize".parse().expect("an address") }
}

#[test]
fn an_end_that_is_learnt_late_does_not_stop_signing_in_again() {
    let mut model = model();
    told(&mut model, SessionMsg::SessionEnded);
    assert!(matches!(model.sheets[..], [Sheet::SignIn { fault: None }]));
    assert!(matches!(
        told(&mut model, SessionMsg::AskedToSignIn)[..],
        [Effect::Session(SessionEffect::SignIn { .. })]
    ));
    told(&mut model, SessionMsg::SessionEnded);
    let attempt = model.attempt;
    told(&mut model, began(attempt));
    assert!(matches!(*model.session, SessionState::SigningIn(Some(_))), "the provider's page can be opened");
}

#[test]
fn where_there_are_several_providers_the_person_chooses_first() {
    let mut model = model();
    model.providers.set(vec![provider("https://one.example"), provider("https://two.example")]);
    for _ in 0..2 {
        assert!(told(&mut model, SessionMsg::AskedToSignIn).is_empty());
        assert!(matches!(model.sheets[..], [Sheet::SignIn { fault: None }]));
        assert_eq!(*model.session, SessionState::SignedOut { has_ended: false });
    }
    let effects = told(&mut model, SessionMsg::AskedToSignInAt("https://two.example".into()));
    assert!(matches!(
        &effects[..],
        [Effect::Session(SessionEffect::SignIn { issuer: Some(issuer), .. })] if issuer == "https://two.example"
    ));
    let attempt = model.attempt;
    told(&mut model, began(attempt));
    // Who would rather sign in elsewhere leaves the page where they are.
    let effects = told(&mut model, SessionMsg::AskedToSignIn);
    assert!(matches!(effects[..], [Effect::Session(SessionEffect::CancelSignIn)]));
    assert_eq!(*model.session, SessionState::SignedOut { has_ended: false });
    told(&mut model, began(attempt));
    assert_eq!(
        *model.session,
        SessionState::SignedOut { has_ended: false },
        "the page that was left is not opened"
    );
}

#[test]
fn what_an_earlier_visit_to_the_provider_says_late_is_not_heard() {
    let mut model = model();
    told(&mut model, SessionMsg::AskedToSignIn);
    let earlier = model.attempt;
    told(&mut model, SessionMsg::CancelledSignIn);
    told(&mut model, began(earlier));
    assert_eq!(*model.session, SessionState::SignedOut { has_ended: false });
    told(&mut model, SessionMsg::AskedToSignIn);
    told(&mut model, began(earlier));
    assert_eq!(*model.session, SessionState::SigningIn(None), "a page at which nobody waits is not opened");
    let fault = ShownFault::of(&PlatformError::Unreachable);
    told(&mut model, SessionMsg::SignInFailed { attempt: earlier, fault });
    assert_eq!(*model.session, SessionState::SigningIn(None));
    assert!(model.told.is_empty());
    let now = model.attempt;
    told(&mut model, began(now));
    assert!(matches!(*model.session, SessionState::SigningIn(Some(_))));
}

#[test]
fn a_session_that_ends_asks_once() {
    let mut model = model();
    told(&mut model, SessionMsg::SessionEnded);
    told(&mut model, SessionMsg::SessionEnded);
    assert_eq!(*model.session, SessionState::SignedOut { has_ended: true });
    assert_eq!(model.sheets.len(), 1);
}

#[test]
fn simple_words_come_with_seniors_mode_until_the_person_says_otherwise() {
    let mut model = model();
    assert_eq!(model.preferences.wording(), Wording::Usual);
    told(&mut model, PersonMsg::ChoseDisplay(Display::Seniors));
    assert_eq!(model.preferences.wording(), Wording::Simple);
    let effects = told(&mut model, PersonMsg::ChoseSimpleWords(false));
    assert!(
        matches!(effects[..], [Effect::Person(PersonEffect::KeepPreferences(ref kept))] if kept.simple_words == Some(false)),
        "no mini-app hears of it"
    );
    assert_eq!(model.preferences.wording(), Wording::Usual);
    told(&mut model, PersonMsg::ChoseDisplay(Display::Normal));
    told(&mut model, PersonMsg::ChoseSimpleWords(true));
    assert_eq!(model.preferences.wording(), Wording::Simple);
}
