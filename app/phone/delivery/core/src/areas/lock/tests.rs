//! A telephone that is left lying.

use fingertip_secrets::PinError;

use crate::{
    Effect, LockEffect, LockMsg, MiniAppMsg, Model, Msg,
    testing::{ready, told, told_at},
};

fn locks(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Lock(LockEffect::Lock)))
}

fn with_pin() -> Model {
    let mut model = ready();
    told(&mut model, LockMsg::PinRead(true));
    model
}

#[test]
fn an_app_that_is_out_of_sight_for_long_closes_and_a_short_look_elsewhere_does_not() {
    let mut model = with_pin();
    told_at(&mut model, 0, MiniAppMsg::AppInFront(false));
    assert!(!locks(&told_at(&mut model, 299, Msg::Ticked)));
    assert!(!locks(&told_at(&mut model, 299, MiniAppMsg::AppInFront(true))));
    told_at(&mut model, 400, MiniAppMsg::AppInFront(false));
    assert!(locks(&told_at(&mut model, 701, Msg::Ticked)));
    // A device that slept meanwhile ticked not once.
    let mut model = with_pin();
    told_at(&mut model, 0, MiniAppMsg::AppInFront(false));
    assert!(locks(&told_at(&mut model, 86_400, MiniAppMsg::AppInFront(true))));
}

#[test]
fn without_a_pin_nothing_closes() {
    let mut model = ready();
    told_at(&mut model, 0, MiniAppMsg::AppInFront(false));
    assert!(!locks(&told_at(&mut model, 86_400, Msg::Ticked)));
    assert!(!locks(&told(&mut model, LockMsg::AskedToLock)));
}

#[test]
fn a_pin_is_changed_once_at_a_time_and_a_refusal_is_told() {
    let mut model = with_pin();
    let chose = || LockMsg::ChosePin { new: Some("280714".into()), before: "191817".into() };
    let effects = told(&mut model, chose());
    assert!(matches!(effects[..], [Effect::Lock(LockEffect::ChangePin { .. })]));
    assert!(!format!("{effects:?}{:?}", chose()).contains("280714"), "no log shows a PIN");
    assert!(told(&mut model, chose()).is_empty());
    told(&mut model, LockMsg::PinRefused(PinError::Wrong));
    assert_eq!((model.lock.refused, model.lock.is_busy), (Some(PinError::Wrong), false));
    assert_eq!(told(&mut model, chose()).len(), 1);
    assert_eq!(model.lock.refused, None);
    told(&mut model, LockMsg::PinChanged(true));
    assert!(model.lock.has_pin && !model.lock.is_busy);
}
