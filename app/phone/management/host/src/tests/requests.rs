//! Requests: numbered by the host, decided, done, answered.

use fingertip_standard::{
    Capability,
    events::{Event, Input},
    limits,
    requests::{Answer, Call, Objection, Refusal, RequestFault, Wish},
};

use super::app::{
    World, answers, asks, bill, button, case, claims, form, of, open, opened, opening, page, performs,
    pressed, sheet, stepped, text, told,
};
use crate::{Effect, GivenFile, Notice, OpenMiniApp, RequestNumber, Running, SheetContent, Stepped};

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
    let effects =
        open(&world).take(asks(vec![(1, Wish::ReadDocuments(vec!["passport".into()]))]), &world.around(0));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::NotInManifest))]);
}

/// Whether the person is asked before the case is handed in.
fn is_asked(effects: &[Effect]) -> bool {
    let asked = sheet(effects).is_some_and(|sheet| matches!(sheet.content, SheetContent::HandIn { .. }));
    assert_ne!(asked, !performs(effects).is_empty(), "asked, or handed in: {effects:?}");
    asked
}

#[test]
fn a_case_is_handed_in_by_the_step_that_answers_a_press_and_by_no_other() {
    let world = World::signed_in();
    let hand_in = || asks(vec![(1, case(&[], &[]))]);
    let take = |app: &mut OpenMiniApp, stepped| app.take(stepped, &world.around(0));
    assert!(!is_asked(&take(&mut pressed(&world), hand_in())));
    // At its launch, by a link or by itself.
    let mut app = opening();
    assert!(is_asked(
        &app.opened(opened(stepped(Some(form(1)), vec![(1, case(&[], &[]))])), &world.around(0))
    ));
    // On a tick, a moment, what was typed, the way back.
    let mut app = open(&world);
    app.change("line", fingertip_standard::events::Input::Text("7".into()));
    assert!(is_asked(&take(&mut app, hand_in())), "typing is no press");
    let mut app = open(&world);
    app.back();
    assert!(is_asked(&take(&mut app, hand_in())), "the way back is no press");
    let mut app = open(&world);
    app.change_language("en");
    assert!(is_asked(&take(&mut app, hand_in())), "the world is no press");
    // In the step after the one that answers the press.
    let mut app = pressed(&world);
    let effects = take(&mut app, asks(vec![(2, Wish::Fetch("a".into()))]));
    app.answer(performs(&effects)[0].request, Answer::Bytes(None));
    assert!(is_asked(&take(&mut app, hand_in())), "an answer is no press");
    // After it was ended and came up again.
    let mut app = pressed(&world);
    let restored = Stepped { was_restored: true, ..stepped(Some(form(1)), vec![(1, case(&[], &[]))]) };
    assert!(is_asked(&take(&mut app, restored)), "a restored state is no press");
}

#[test]
fn a_press_hands_in_once() {
    let world = World::signed_in();
    let effects =
        pressed(&world).take(asks(vec![(1, case(&[], &[])), (2, case(&[], &[]))]), &world.around(0));
    assert_eq!(performs(&effects).len(), 1);
    assert!(matches!(sheet(&effects).expect("a sheet").content, SheetContent::HandIn { .. }));
}

#[test]
fn a_sheet_hands_in_exactly_the_case_that_it_shows() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, case(&["name"], &["line#0"]))]), &world.around(0));
    let shown = sheet(&effects).expect("a sheet");
    assert_eq!(Wish::SubmitCase(draft_of(&shown.content)), case(&["name"], &["line#0"]));
    assert_eq!(
        performs(&app.answer_sheet(shown.id, true, &world.around(1)))[0].wish,
        case(&["name"], &["line#0"])
    );
}

fn draft_of(content: &SheetContent) -> fingertip_standard::requests::CaseDraft {
    let SheetContent::HandIn { draft, .. } = content else { panic!("{content:?}") };
    (**draft).clone()
}

#[test]
fn between_two_presses_there_are_few_sheets_and_one_sign_in() {
    let world = World::signed_in();
    let mut app = open(&world);
    let many = (0..8).map(|number| (number, bill("Bus", 100))).collect();
    let effects = app.take(asks(many), &world.around(0));
    assert_eq!(of(&app).sheets.len(), limits::SHEETS_PER_PRESS);
    // Nobody has said no to these.
    assert!(answers(&effects).iter().all(|(_, answer)| *answer == Answer::Refused(Refusal::OverQuota)));
    let first = of(&app).sheets[0].id;
    app.answer_sheet(first, false, &world.around(0));
    assert!(sheet(&app.take(asks(vec![(9, bill("Bus", 100))]), &world.around(0))).is_none(), "no is no act");
    let nobody = World::default();
    let mut app = open(&nobody);
    let effects = app.take(asks(vec![(1, call()), (2, call())]), &nobody.around(0));
    assert_eq!(effects.iter().filter(|effect| **effect == Effect::AskToSignIn).count(), 1);
    app.take(asks(vec![(3, call())]), &nobody.around(0));
    app.take(asks(Vec::new()), &nobody.around(0));
    app.take(asks(Vec::new()), &nobody.around(0));
    app.press("more", "more", None);
    assert!(
        app.take(asks(vec![(4, call())]), &nobody.around(0)).contains(&Effect::AskToSignIn),
        "once a press"
    );
}

#[test]
fn what_answers_itself_for_ever_is_ended_and_what_the_person_does_counts_anew() {
    let world = World::signed_in();
    let mut app = open(&world);
    let mut steps = 0;
    // A refused request is answered with the next one.
    while !app.take(asks(vec![(1, Wish::Share(0))]), &world.around(0)).contains(&Effect::RunsWild) {
        steps += 1;
        assert!(steps <= limits::STEPS_WITHOUT_ACT, "it is never ended");
    }
    let mut app = open(&world);
    for _ in 0..limits::STEPS_WITHOUT_ACT * 4 {
        app.press("more", "more", None);
        assert!(!app.take(asks(Vec::new()), &world.around(0)).contains(&Effect::RunsWild));
    }
    let mut app = open(&world);
    for minute in 0..i64::try_from(limits::STEPS_WITHOUT_ACT).expect("few") * 2 {
        app.change_language("en");
        let effects = app.take(asks(Vec::new()), &world.around(minute * 60));
        assert!(!effects.contains(&Effect::RunsWild), "now and then is no loop");
    }
}

#[test]
fn with_a_case_go_only_facts_that_were_agreed_to_and_files_that_were_chosen() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    let effects = app.answer_sheet(sheet(&effects).expect("a sheet").id, true, &world.around(0));
    app.answer(performs(&effects)[0].request, Answer::Claims(vec![("name".into(), "张伟".into())]));
    app.take(asks(Vec::new()), &world.around(0));
    app.press("more", "more", None);
    app.choose_files("line", vec![GivenFile { name: "a".into(), media_type: "b".into(), content: vec![1] }]);
    let effects =
        app.take(asks(vec![(2, case(&["name", "birth-date"], &["line#0", "made-up"]))]), &world.around(0));
    let performs = performs(&effects);
    let names: Vec<&str> = performs[0].claims.keys().map(|name| name.as_str()).collect();
    assert_eq!(names, ["name"]);
    assert_eq!(performs[0].files.iter().map(|file| &*file.file.handle).collect::<Vec<_>>(), ["line#0"]);
}

#[test]
fn a_form_of_an_earlier_opening_hands_in_the_facts_that_were_agreed_to_for_good() {
    let mut world = World::signed_in();
    let mut before = pressed(&world);
    let effects = before.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    let effects = before.answer_sheet(sheet(&effects).expect("a sheet").id, true, &world.around(0));
    let given = |effect: &Effect| match effect {
        Effect::GiveConsent(consent) => Some(consent.clone()),
        _ => None,
    };
    world.consents = effects.iter().filter_map(given).collect();
    assert_eq!(world.consents.len(), 1);
    // Opened anew, the mini-app comes back to its form and asks for nothing again.
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(2, case(&["name", "birth-date"], &[]))]), &world.around(0));
    let done = performs(&effects).remove(0);
    let names: Vec<&str> = done.claims.keys().map(|name| name.as_str()).collect();
    assert_eq!(names, ["name"]);
    // What was withdrawn since, or has run out, is not told.
    let year_later = 366 * 24 * 3600;
    for (consents, now) in [(Vec::new(), 0), (world.consents.clone(), year_later)] {
        let world = World { consents, ..World::signed_in() };
        let mut app = pressed(&world);
        let effects = app.take(asks(vec![(2, case(&["name"], &[]))]), &world.around(now));
        assert!(performs(&effects).remove(0).claims.is_empty(), "{now}");
    }
}

#[test]
fn what_is_handed_in_is_no_draft_and_is_told_of_its_case() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let keeps = |effects: &[Effect]| effects.iter().any(|effect| matches!(effect, Effect::KeepDraft(_)));
    let effects = app.take(asks(vec![(5, case(&[], &[]))]), &world.around(0));
    let request = performs(&effects)[0].request;
    assert_eq!(performs(&effects)[0].draft_key, "/", "the form goes with it");
    assert!(!keeps(&app.keep()), "nothing of it is written beside what is on its way");
    assert!(app.running().is_some_and(Running::is_handed_in));
    let effects = app.answer(request, Answer::Queued);
    assert!(effects.contains(&Effect::Notice(Notice::CaseKept)));
    let effects = app.take(stepped(Some(form(2)), Vec::new()), &world.around(0));
    assert!(!keeps(&effects), "{effects:?}");
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
fn what_is_not_taken_is_a_draft_again() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(5, case(&[], &[]))]), &world.around(0));
    let objection = Objection { code: "region-not-served".into(), words: None };
    app.answer(performs(&effects)[0].request, Answer::Rejected(objection));
    assert!(app.keep().iter().any(|effect| matches!(effect, Effect::KeepDraft(_))));
    assert!(!app.running().is_some_and(Running::is_handed_in));
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

#[test]
fn what_is_withheld_is_answered_as_the_persons_no_and_nobody_is_asked() {
    let world = World { withheld: &[Capability::Claims, Capability::Storage], ..World::signed_in() };
    let mut app = open(&world);
    let effects = app.take(
        asks(vec![(1, claims(&["name"])), (2, Wish::Fetch("a".into())), (3, call())]),
        &world.around(0),
    );
    let no = Answer::Refused(Refusal::DeclinedByPerson);
    assert_eq!(answers(&effects), [(1, no.clone()), (2, no)]);
    assert!(sheet(&effects).is_none());
    assert_eq!(performs(&effects).len(), 1, "the rest is done");
}

#[test]
fn what_a_person_wrote_is_remembered_when_it_was_handed_in_and_not_what_they_were_told() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    let effects = app.answer_sheet(sheet(&effects).expect("a sheet").id, true, &world.around(0));
    app.answer(performs(&effects)[0].request, Answer::Claims(vec![("name".into(), "张伟".into())]));
    let nodes = vec![
        ("name", text(Some("name"), false)),
        ("line", text(None, false)),
        ("phone", text(Some("phone"), false)),
        ("continue", button("continue", true)),
    ];
    app.take(stepped(Some(page("form", nodes, 2)), Vec::new()), &world.around(0));
    for (key, value) in [("line", "a story"), ("phone", " 13800138000 ")] {
        app.change(key, Input::Text(value.into()));
    }
    let remembers = |effects: &[Effect]| {
        effects.iter().find_map(|effect| {
            if let Effect::Remember(written) = effect { Some(written.clone()) } else { None }
        })
    };
    assert_eq!(remembers(&app.submit("continue")), None, "nothing is handed in yet");
    let effects = app.take(asks(vec![(2, case(&["name"], &[]))]), &world.around(0));
    let request = performs(&effects)[0].request;
    let effects = app.answer(request, Answer::Failed(RequestFault::PlatformUnavailable));
    assert_eq!(remembers(&effects), None, "it was not taken");
    app.take(asks(Vec::new()), &world.around(0));
    app.submit("continue");
    let effects = app.take(asks(vec![(3, case(&["name"], &[]))]), &world.around(0));
    let effects = app.answer(performs(&effects)[0].request, Answer::Queued);
    assert_eq!(remembers(&effects), Some([("phone".to_owned(), "13800138000".to_owned())].into()));
}
