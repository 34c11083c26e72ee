//! Sessions end in time, and not before.

use fingertip_contract::api::SessionRules;

use super::*;
use crate::{
    Msg, SessionMsg,
    testing::{at, model, rules, sign_in, told_at},
};

fn signed_in(change: impl FnOnce(&mut SessionRules)) -> Model {
    let mut model = model();
    sign_in(&mut model);
    rules(&mut model, change);
    model
}

fn warned(model: &Model) -> Option<(Limit, i64)> {
    match model.sheets[..] {
        [Sheet::SessionEnds { limit, seconds }] => Some((limit, seconds)),
        _ => None,
    }
}

fn signs_out(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Session(SessionEffect::SignOut { .. })))
}

#[test]
fn who_does_nothing_is_warned_in_time_and_stays_with_one_press() {
    let mut model = signed_in(|rules| rules.idle_minutes = Some(10));
    assert!(!signs_out(&told_at(&mut model, 479, Msg::Ticked)));
    assert_eq!(warned(&model), None);
    told_at(&mut model, 480, Msg::Ticked);
    assert_eq!(warned(&model), Some((Limit::Idle, 120)));
    told_at(&mut model, 545, Msg::Ticked);
    assert_eq!(warned(&model), Some((Limit::Idle, 60)), "told in steps");
    told_at(&mut model, 546, SessionMsg::AskedToStay);
    assert!(!signs_out(&told_at(&mut model, 700, Msg::Ticked)));
    assert_eq!(warned(&model), None);
    assert!(signs_out(&told_at(&mut model, 546 + 600, Msg::Ticked)));
    assert!(!signs_out(&told_at(&mut model, 546 + 602, Msg::Ticked)), "once");
}

#[test]
fn whoever_does_something_is_not_asked() {
    let mut model = signed_in(|rules| rules.idle_minutes = Some(10));
    for seconds in (0..6_000).step_by(60) {
        on_act(&mut model, at(seconds));
        assert!(!signs_out(&told_at(&mut model, seconds + 30, Msg::Ticked)));
        assert_eq!(warned(&model), None);
    }
}

#[test]
fn the_most_that_a_session_lasts_ends_whatever_is_done_and_showing_who_one_is_begins_another() {
    let mut model = signed_in(|rules| rules.most_minutes = Some(60));
    on_act(&mut model, at(3_599));
    told_at(&mut model, 3_540, Msg::Ticked);
    assert_eq!(warned(&model), Some((Limit::Most, 60)));
    told_at(&mut model, 3_541, SessionMsg::AskedToStay);
    assert!(matches!(model.sheets[..], [Sheet::StepUp { .. }]), "a press is not enough");
    assert!(!signs_out(&told_at(&mut model, 3_550, Msg::Ticked)), "nobody is cut off while they do it");
    assert!(signs_out(&told_at(&mut model, 3_600, Msg::Ticked)));
}

#[test]
fn an_app_that_slept_past_the_limit_ends_at_once_and_no_rule_ends_nothing() {
    let mut model = signed_in(|rules| rules.idle_minutes = Some(10));
    assert!(signs_out(&told_at(&mut model, 86_400, Msg::Ticked)));
    let mut model = signed_in(|_| ());
    assert!(!signs_out(&told_at(&mut model, 864_000_000, Msg::Ticked)));
    let mut model = signed_in(|rules| rules.idle_minutes = Some(10));
    assert!(!signs_out(&told_at(&mut model, -86_400, Msg::Ticked)), "the clock was put back");
}
