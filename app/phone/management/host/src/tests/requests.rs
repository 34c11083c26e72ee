//! Requests: numbered by the host, decided, done, answered.

use fingertip_standard::{
    events::Event,
    requests::{Answer, Call, Refusal, Wish},
};

use super::app::{
    World, answers, asks, bill, case, claims, form, of, open, performs, pressed, sheet, stepped, told,
};
use crate::{Effect, GivenFile, Notice, RequestNumber, Stepped};

fn call() -> Wish {
    Wish::Call(Call { operation: "bus-card.balance".into(), body: "{}".into(), keep_until_online: false })
}

#[test]
fn two_requests_under_one_number_are_two() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(7, call()), (7, Wish::Fetch("a".into()))]), &world.around(0));
    let [first, second] = &performs(&effects)[..] else { panic!("{effects:?}") };
    assert_ne!(first.request, second.request);
    assert_eq!(answers(&app.answer(second.request, Answer::Bytes(None))), [(7, Answer::Bytes(None))]);
    assert_eq!(of(&app).pending.len(), 1, "the first still waits");
    assert_eq!(
        answers(&app.answer(first.request, Answer::Reply("1".into()))),
        [(7, Answer::Reply("1".into()))]
    );
    assert_eq!(app.answer(first.request, Answer::Done), [], "it was answered");
}

#[test]
fn a_restored_mini_app_has_lost_its_requests_and_sheets_and_a_late_answer_is_dropped() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, call()), (2, claims(&["name"]))]), &world.around(0));
    let (request, sheet) = (performs(&effects)[0].request, sheet(&effects).expect("a sheet"));
    let restored = Stepped { was_restored: true, ..stepped(Some(form(1)), vec![(1, call())]) };
    let effects = app.take(restored, &world.around(0));
    assert!(effects.contains(&Effect::Notice(Notice::Restored)));
    assert!(of(&app).sheets.is_empty());
    assert_eq!(app.answer(request, Answer::Reply("late".into())), []);
    assert_eq!(app.answer_sheet(sheet.id, true, &world.around(0)), []);
    let anew = performs(&effects)[0].request;
    assert_eq!(
        answers(&app.answer(anew, Answer::Done)),
        [(1, Answer::Done)],
        "what it asks for now is answered"
    );
}

#[test]
fn a_closed_mini_app_hears_nothing_more() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, call())]), &world.around(0));
    app.close();
    assert_eq!(app.answer(performs(&effects)[0].request, Answer::Done), []);
    assert_eq!(app.answer(RequestNumber(99), Answer::Done), []);
}

#[test]
fn who_is_not_signed_in_is_asked_to_and_the_mini_app_is_told() {
    let world = World::default();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, call())]), &world.around(0));
    assert!(effects.contains(&Effect::AskToSignIn));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::NeedsSignIn))]);
    assert!(!of(&app).is_busy, "nothing is waited for");
}

#[test]
fn what_was_never_declared_is_refused() {
    let world = World::signed_in();
    let effects = open(&world).take(asks(vec![(1, Wish::Share(0))]), &world.around(0));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::NotInManifest))]);
}

#[test]
fn nothing_that_binds_the_person_happens_before_they_press_something() {
    let world = World::signed_in();
    for wish in [case(&[], &[]), bill("Bus", 100)] {
        let effects = open(&world).take(asks(vec![(1, wish.clone())]), &world.around(0));
        assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::DeclinedByPerson))], "{wish:?}");
        let effects = pressed(&world).take(asks(vec![(1, wish)]), &world.around(0));
        assert!(answers(&effects).is_empty(), "{effects:?}");
    }
}

#[test]
fn with_a_case_go_only_facts_that_were_agreed_to_and_files_that_were_chosen() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    let effects = app.answer_sheet(sheet(&effects).expect("a sheet").id, true, &world.around(0));
    app.answer(performs(&effects)[0].request, Answer::Claims(vec![("name".into(), "张伟".into())]));
    app.choose_files("line", vec![GivenFile { name: "a".into(), media_type: "b".into(), content: vec![1] }]);
    let effects =
        app.take(asks(vec![(2, case(&["name", "birth-date"], &["line#0", "made-up"]))]), &world.around(0));
    let performs = performs(&effects);
    let names: Vec<&str> = performs[0].claims.keys().map(|name| name.as_str()).collect();
    assert_eq!(names, ["name"]);
    assert_eq!(performs[0].files.iter().map(|file| &*file.file.handle).collect::<Vec<_>>(), ["line#0"]);
}

#[test]
fn what_was_handed_in_is_no_draft_and_is_told_of_its_case() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(5, case(&[], &[]))]), &world.around(0));
    let effects = app.answer(performs(&effects)[0].request, Answer::Queued);
    assert!(
        effects.contains(&Effect::DiscardDraft("/".into()))
            && effects.contains(&Effect::Notice(Notice::CaseKept))
    );
    let effects = app.take(stepped(Some(form(2)), Vec::new()), &world.around(0));
    assert!(effects.iter().all(|effect| !matches!(effect, Effect::KeepDraft(_))), "{effects:?}");
    let case = "TR-20261124-AAAAAA".parse().expect("a reference");
    assert_eq!(app.move_case(&case, "accepted"), [], "it does not know it yet");
    assert_eq!(answers(&app.deliver_case(&case)), [(5, Answer::CaseAccepted(case.to_string()))]);
    assert_eq!(
        told(&app.move_case(&case, "accepted")),
        [Event::CaseChanged(case.to_string(), "accepted".into())]
    );
    assert_eq!(app.deliver_case(&case), [], "once");
}

#[test]
fn facts_fill_what_the_person_left_open_as_soon_as_they_are_there() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    let effects = app.answer_sheet(sheet(&effects).expect("a sheet").id, true, &world.around(0));
    let generation = of(&app).generation;
    app.answer(performs(&effects)[0].request, Answer::Claims(vec![("name".into(), "张伟".into())]));
    let running = of(&app);
    assert_eq!(running.inputs.get("name"), Some(&fingertip_standard::events::Input::Text("张伟".into())));
    assert!(running.generation > generation, "the screen puts it in");
}
