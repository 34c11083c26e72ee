//! What is grave waits for its person.

use super::*;
use crate::{
    MiniAppMsg, OutboxEffect, OutboxMsg, SessionMsg, StorageEffect, StorageMsg,
    testing::{at, model, rules, sign_in, told_at},
};

fn exports(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Storage(StorageEffect::Export)))
}

fn proved(seconds: i64) -> SessionMsg {
    SessionMsg::Proved(Session {
        subject: "p".into(),
        claims: std::collections::BTreeMap::new(),
        since: at(seconds),
        authenticated: at(seconds),
    })
}

#[test]
fn a_grave_act_waits_until_its_person_has_shown_who_they_are() {
    let mut model = model();
    sign_in(&mut model);
    rules(&mut model, |rules| rules.fresh_minutes = Some(10));
    assert!(exports(&told_at(&mut model, 599, StorageMsg::AskedToExport)), "just signed in");
    assert!(!exports(&told_at(&mut model, 600, StorageMsg::AskedToExport)));
    let waits = |model: &Model| matches!(model.sheets[..], [Sheet::StepUp { proving: Proving::Waits, .. }]);
    assert!(waits(&model));
    let effects = told_at(&mut model, 601, SessionMsg::AskedToProve);
    assert!(matches!(effects[..], [Effect::Session(SessionEffect::Prove { .. })]));
    let fault = ShownFault::of(&fingertip_platform_client::PlatformError::Unreachable);
    let attempt = model.attempt;
    told_at(&mut model, 602, SessionMsg::SignInFailed { attempt, fault });
    assert!(waits(&model) && model.signed_in().is_some(), "it can be tried again, and nobody is signed out");
    told_at(&mut model, 603, SessionMsg::AskedToProve);
    assert!(exports(&told_at(&mut model, 604, proved(604))), "and then it is done");
    assert!(model.sheets.is_empty());
    assert!(exports(&told_at(&mut model, 700, StorageMsg::AskedToExport)), "it counts for a while");
}

#[test]
fn whoever_leaves_it_does_nothing_and_stays_signed_in() {
    let mut model = model();
    sign_in(&mut model);
    rules(&mut model, |rules| rules.fresh_minutes = Some(1));
    told_at(&mut model, 100, StorageMsg::AskedToExport);
    let effects = told_at(&mut model, 101, SessionMsg::CancelledProof);
    assert!(matches!(effects[..], [Effect::Session(SessionEffect::CancelSignIn)]));
    assert!(model.sheets.is_empty() && model.signed_in().is_some());
    assert!(!exports(&told_at(&mut model, 102, proved(102))), "a late answer does nothing");
}

#[test]
fn a_clock_that_was_put_back_makes_nothing_fresh_and_without_a_rule_nobody_is_asked() {
    let mut model = model();
    sign_in(&mut model);
    assert!(exports(&told_at(&mut model, 1_000_000, StorageMsg::AskedToExport)));
    rules(&mut model, |rules| rules.fresh_minutes = Some(10));
    assert!(!exports(&told_at(&mut model, -5, StorageMsg::AskedToExport)));
}

#[test]
fn an_answer_to_a_sheet_that_is_gone_meanwhile_meets_nothing() {
    let mut model = model();
    sign_in(&mut model);
    model.sheets.push(Sheet::StepUp {
        act: GraveAct::Agree(SheetId(7)),
        proving: Proving::Waits,
        fault: None,
    });
    assert!(told_at(&mut model, 1, proved(1)).is_empty());
    assert!(
        told_at(&mut model, 9, MiniAppMsg::AnsweredSheet { sheet: SheetId(7), has_agreed: true }).is_empty()
    );
}

fn needed(is_pressed: bool) -> SessionMsg {
    SessionMsg::AssuranceNeeded { level: AssuranceLevel::High, is_pressed }
}

#[test]
fn what_needs_a_surer_sign_in_asks_for_one_and_goes_on_after_it() {
    let mut model = model();
    sign_in(&mut model);
    told_at(&mut model, 1, needed(false));
    told_at(&mut model, 1, needed(true));
    let reach = GraveAct::Reach(AssuranceLevel::High);
    assert!(matches!(&model.sheets[..], [Sheet::StepUp { act, .. }] if *act == reach), "once");
    let effects = told_at(&mut model, 2, SessionMsg::AskedToProveAt("https://two.example".into()));
    assert!(matches!(
        &effects[..],
        [Effect::Session(SessionEffect::Prove { assurance: AssuranceLevel::High, issuer: Some(issuer), .. })] if issuer == "https://two.example"
    ));
    let effects = told_at(&mut model, 3, proved(3));
    let sends = |effect: &Effect| matches!(effect, Effect::Outbox(OutboxEffect::SendNow));
    assert!(effects.iter().any(sends), "what waited is sent");
    assert!(model.sheets.is_empty());
}

#[test]
fn who_leaves_a_surer_sign_in_is_asked_again_when_they_press_for_something_and_not_by_what_waits() {
    let mut model = model();
    told_at(&mut model, 0, needed(true));
    assert!(model.sheets.is_empty(), "nobody is signed in: that comes first");
    sign_in(&mut model);
    let is_asked = |model: &mut Model, is_pressed| {
        told_at(model, 1, needed(is_pressed));
        !model.sheets.is_empty()
    };
    assert!(is_asked(&mut model, false));
    told_at(&mut model, 2, SessionMsg::CancelledProof);
    assert!(!is_asked(&mut model, false), "it waits, and does not nag");
    assert!(is_asked(&mut model, true));
    told_at(&mut model, 3, SessionMsg::CancelledProof);
    told_at(&mut model, 4, OutboxMsg::AskedToSend);
    assert!(is_asked(&mut model, false), "the person wants it sent now");
}
