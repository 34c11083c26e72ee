//! What is under way is followed, and nothing is asked for nothing.

use fingertip_contract::Case;

use crate::{
    CasesEffect, CasesMsg, Effect, MiniAppMsg, Model, Msg,
    testing::{at, ready, sign_in, told, told_at},
};

fn case(state: &str) -> Case {
    serde_json::from_value(serde_json::json!({
        "id": "CASE-1", "service": "bus-card", "department": "transport", "region": "100000", "app": crate::testing::BUS,
        "state": state, "submitted_at": at(0), "steps": [],
    }))
    .expect("a case")
}

fn fetches(effects: &[Effect]) -> usize {
    effects.iter().filter(|effect| matches!(effect, Effect::Cases(CasesEffect::FetchCases))).count()
}

fn keeps(effects: &[Effect]) -> bool {
    effects.iter().any(|effect| matches!(effect, Effect::Cases(CasesEffect::KeepCases(_))))
}

/// Ticks as many seconds as `seconds`, two at a time; how often cases were asked for.
fn pass(model: &mut Model, seconds: i64) -> usize {
    (0..seconds / 2)
        .map(|tick| {
            let asked = fetches(&told_at(model, tick * 2, Msg::Ticked));
            for _ in 0..asked {
                told_at(model, tick * 2, CasesMsg::CasesCame(vec![case("review")], at(tick * 2)));
            }
            asked
        })
        .sum()
}

fn following() -> Model {
    let mut model = ready();
    sign_in(&mut model);
    told(&mut model, CasesMsg::CasesCame(vec![case("review")], at(0)));
    model
}

#[test]
fn an_hour_with_a_case_that_does_not_move_costs_few_requests() {
    let mut model = following();
    let asked = pass(&mut model, 3600);
    assert!((6..=18).contains(&asked), "{asked} requests an hour; once in two seconds would be 1800");
}

#[test]
fn what_moved_is_looked_at_soon_again_and_kept_once() {
    let mut model = following();
    pass(&mut model, 3600);
    assert!(keeps(&told(&mut model, CasesMsg::CasesCame(vec![case("approved")], at(1)))));
    assert!(
        !keeps(&told(&mut model, CasesMsg::CasesCame(vec![case("approved")], at(2)))),
        "nothing is written for nothing"
    );
    assert_eq!(fetches(&told(&mut model, Msg::Ticked)), 1);
}

#[test]
fn nothing_is_asked_while_the_app_is_not_looked_at() {
    let mut model = following();
    told(&mut model, MiniAppMsg::AppInFront(false));
    assert_eq!(pass(&mut model, 3600), 0);
    told(&mut model, MiniAppMsg::AppInFront(true));
    assert_eq!(fetches(&told(&mut model, Msg::Ticked)), 1, "and at once when it is");
}

#[test]
fn a_closed_case_is_not_asked_about() {
    let mut model = following();
    told(&mut model, CasesMsg::CasesCame(vec![case("closed")], at(1)));
    assert_eq!(pass(&mut model, 3600), 0);
}
