//! What changes something at a department is called by a hand, as a case is handed in by one.

use fingertip_standard::requests::{Answer, ClaimWish, Evidence, Refusal, Wish};

use super::app::{
    World, answers, asks, bill, call, case, open, performs, pressed, sheet, told, top_up_changes,
};
use crate::SheetContent;

const TOP_UP: &str = "bus-card.top-up";

fn world() -> World {
    World { rules: top_up_changes(), ..World::signed_in() }
}

#[test]
fn an_operation_that_changes_something_needs_a_press_and_one_that_reads_does_not() {
    let world = world();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, call("bus-card.balance")), (2, call(TOP_UP))]), &world.around(0));
    let done = performs(&effects);
    assert!(matches!(&done[..], [read] if read.wish == call("bus-card.balance")), "{effects:?}");
    let shown = sheet(&effects).expect("the person is asked");
    assert!(matches!(&shown.content, SheetContent::Change { call } if call.operation.as_str() == TOP_UP));
    assert_eq!(performs(&app.answer_sheet(shown.id, true, &world.around(0)))[0].wish, call(TOP_UP));
    // In the step that answers a press it is done, once.
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(1, call(TOP_UP)), (2, call(TOP_UP))]), &world.around(0));
    assert_eq!((performs(&effects).len(), sheet(&effects).is_some()), (1, true));
}

#[test]
fn who_has_paid_has_pressed_for_what_the_receipt_is_for() {
    let world = world();
    let mut app = pressed(&world);
    let shown = sheet(&app.take(asks(vec![(1, bill("Bus", 100))]), &world.around(0))).expect("a sheet");
    let pay = performs(&app.answer_sheet(shown.id, true, &world.around(0))).remove(0);
    let receipt = Answer::Receipt("signed".into());
    assert_eq!(answers(&app.answer(pay.request, receipt.clone())), [(1, receipt)]);
    let effects = app.take(asks(vec![(2, call(TOP_UP)), (3, call(TOP_UP))]), &world.around(0));
    assert_eq!((performs(&effects).len(), sheet(&effects).is_some()), (1, true), "once: {effects:?}");
    // Another answer gives no right.
    let mut app = pressed(&world);
    let read = performs(&app.take(asks(vec![(1, call("bus-card.balance"))]), &world.around(0))).remove(0);
    app.answer(read.request, Answer::Reply("{}".into()));
    let effects = app.take(asks(vec![(2, Wish::Locate), (3, call(TOP_UP))]), &world.around(0));
    assert!(performs(&effects).iter().all(|done| done.wish != call(TOP_UP)), "{effects:?}");
}

#[test]
fn what_the_nation_does_not_name_is_called_as_before() {
    let world = World::signed_in();
    let mut app = open(&world);
    assert_eq!(performs(&app.take(asks(vec![(1, call(TOP_UP))]), &world.around(0))).len(), 1);
}

#[test]
fn a_second_tap_on_the_same_button_is_no_second_case() {
    let world = world();
    let mut app = pressed(&world);
    app.press("more", "more", None);
    let effects = app.take(asks(vec![(1, case(&[], &[]))]), &world.around(0));
    assert_eq!(performs(&effects).len(), 1);
    assert_eq!(told(&effects), [], "the press that was held meanwhile is dropped");
}

#[test]
fn a_yes_is_an_act_and_what_follows_from_it_may_ask() {
    let world = world();
    let mut app = pressed(&world);
    for number in 0..6 {
        let shown =
            sheet(&app.take(asks(vec![(number, bill("Bus", 100))]), &world.around(0))).expect("a sheet");
        let paid = performs(&app.answer_sheet(shown.id, true, &world.around(0))).remove(0);
        app.answer(paid.request, Answer::Receipt("signed".into()));
    }
}

#[test]
fn one_request_asks_one_thing_of_a_fact() {
    let world = world();
    let test = |test: &str| ClaimWish {
        claim: "birth-date".into(),
        evidence: Evidence::Test,
        test: Some(test.into()),
        purpose: 0,
    };
    let both = Wish::Claims(vec![test(">= 18"), test(">= 60")]);
    let effects = open(&world).take(asks(vec![(1, both)]), &world.around(0));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::NotInManifest))]);
}
