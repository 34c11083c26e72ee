//! Nobody agrees to a blank: each sheet shows what goes, the ledger holds it, and what changed meanwhile is shown anew.

use fingertip_standard::{
    Capability, Disclosed, LocalText, RegionCode,
    events::Input,
    limits,
    requests::{Answer, Objection, Refusal, Reminder, RequestFault, Wish},
};

use super::app::{World, answers, asks, at, case, claims, of, open, performs, pressed, sheet, worded};
use crate::{Effect, Reminding, Said, SheetContent, SheetId};

fn reads() -> Wish {
    Wish::ReadDocuments(vec!["bus-card".into(), "identity-card".into()])
}

fn with_papers() -> World {
    let mut world = World::signed_in();
    world.papers.0 =
        vec![("bus-card", "Bus card"), ("identity-card", "Identity card"), ("passport", "Passport")];
    world
}

#[test]
fn documents_are_shown_by_name_and_only_what_the_person_ticked_goes() {
    let world = with_papers();
    let mut app = open(&world);
    let shown = sheet(&app.take(asks(vec![(1, reads())]), &world.around(0))).expect("a sheet");
    let SheetContent::Documents { papers } = &shown.content else { panic!("{shown:?}") };
    assert_eq!(papers.len(), 2, "of the kinds that are asked for");
    assert!(papers.iter().all(|(_, is_ticked)| !is_ticked), "none is ticked by the mini-app");
    let effects = app.tick(shown.id, 1, true);
    assert!(matches!(&effects[..], [Effect::Ask(anew)] if anew.id == shown.id), "it is shown with the tick");
    assert_eq!(app.tick(shown.id, 7, true), [], "there is no such document");
    let perform = performs(&app.answer_sheet(shown.id, true, &world.around(0))).remove(0);
    assert_eq!(perform.documents, ["Identity card"]);
    let title = LocalText::single("en", "Identity card");
    assert_eq!(perform.disclosure.expect("a line").with, [Disclosed::Document(title)]);
}

#[test]
fn agreeing_without_a_tick_shows_no_document() {
    let world = with_papers();
    let mut app = open(&world);
    let shown = sheet(&app.take(asks(vec![(1, reads())]), &world.around(0))).expect("a sheet");
    let effects = app.answer_sheet(shown.id, true, &world.around(0));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::DeclinedByPerson))]);
    // Who has none tells just that, and only after a yes.
    let world = World::signed_in();
    let mut app = open(&world);
    let shown = sheet(&app.take(asks(vec![(1, reads())]), &world.around(0))).expect("a sheet");
    assert_eq!(shown.content, SheetContent::Documents { papers: Vec::new() });
    let perform = performs(&app.answer_sheet(shown.id, true, &world.around(0))).remove(0);
    assert!(perform.documents.is_empty());
}

#[test]
fn an_offered_document_is_shown_and_what_is_none_is_not_asked_about() {
    let world = World::signed_in();
    let mut app = open(&world);
    let offers = |jws: &str| asks(vec![(1, Wish::OfferDocument(jws.into()))]);
    let shown = sheet(&app.take(offers("Bus card"), &world.around(0))).expect("a sheet");
    assert!(matches!(&shown.content, SheetContent::Offer { paper } if paper.jws == "Bus card"));
    let effects = app.take(offers(""), &world.around(0));
    assert!(
        matches!(&answers(&effects)[..], [(1, Answer::Rejected(objection))] if objection.code == "document-malformed")
    );
}

#[test]
fn a_region_is_shown_and_shown_anew_when_it_is_another() {
    let mut world = World::signed_in();
    world.region = RegionCode::new("440100").ok();
    let mut app = open(&world);
    let shown = sheet(&app.take(asks(vec![(1, Wish::Locate)]), &world.around(0))).expect("a sheet");
    assert_eq!(shown.content, SheetContent::Region { region: RegionCode::new("440100").ok() });
    world.region = RegionCode::new("310000").ok();
    let effects = app.answer_sheet(shown.id, true, &world.around(0));
    let anew = sheet(&effects).expect("it is shown anew");
    assert!(performs(&effects).is_empty() && anew.id != shown.id && effects.len() == 1, "{effects:?}");
    let perform = performs(&app.answer_sheet(anew.id, true, &world.around(0))).remove(0);
    assert_eq!(perform.region, RegionCode::new("310000").ok());
}

#[test]
fn a_fact_that_has_changed_is_shown_anew_before_it_goes() {
    let mut world = World::signed_in();
    let mut app = open(&world);
    let shown = sheet(&app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0))).expect("a sheet");
    world.facts.iter_mut().flat_map(|facts| facts.values_mut()).for_each(|value| value.push('2'));
    let effects = app.answer_sheet(shown.id, true, &world.around(0));
    assert!(performs(&effects).is_empty() && sheet(&effects).is_some(), "{effects:?}");
    assert!(!effects.iter().any(|effect| matches!(effect, Effect::GiveConsent(_))));
}

#[test]
fn a_text_to_sign_is_shown_word_for_word() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    let shown = sheet(&app.take(asks(vec![(1, Wish::Sign("I owe nothing".into()))]), &world.around(0)));
    assert_eq!(shown.expect("a sheet").content, SheetContent::Sign { text: "I owe nothing".into() });
}

#[test]
fn nobody_is_asked_for_what_the_shell_cannot_do() {
    let world = World { lacks: &[Capability::Share], ..World::signed_in() };
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, Wish::Share(0))]), &world.around(0));
    assert_eq!(answers(&effects), [(1, Answer::Failed(RequestFault::Device))]);
    assert!(sheet(&effects).is_none() && of(&app).sheets.is_empty());
}

#[test]
fn a_text_that_is_shared_goes_as_it_was_shown_and_is_in_the_ledger() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(worded("Bus 7 at noon", None, vec![(1, Wish::Share(0))]), &world.around(0));
    let shown = sheet(&effects).expect("a sheet");
    assert_eq!(shown.content, SheetContent::Share { text: "Bus 7 at noon".into() });
    let perform = performs(&app.answer_sheet(shown.id, true, &world.around(0))).remove(0);
    assert_eq!(perform.said, Some(Said::Text("Bus 7 at noon".into())));
    assert_eq!(perform.disclosure.expect("a line").with, [Disclosed::Text]);
}

fn reminder(seconds: i64, opens: &str) -> Wish {
    Wish::Remind(Reminder { at: at(seconds).as_millisecond(), title: 0, detail: None, opens: opens.into() })
}

#[test]
fn who_agreed_to_be_reminded_is_asked_once_and_each_reminder_is_in_their_words() {
    let mut world = World::signed_in();
    let mut app = open(&world);
    let shown =
        sheet(&app.take(worded("Fetch the card", None, vec![(1, reminder(60, "/"))]), &world.around(0)));
    let shown = shown.expect("a sheet");
    let wanted = Reminding { at: at(60), title: "Fetch the card".into(), detail: None, opens: "/".into() };
    assert_eq!(shown.content, SheetContent::Remind { reminder: wanted.clone() });
    let effects = app.answer_sheet(shown.id, true, &world.around(0));
    world.consents.extend(effects.iter().filter_map(|effect| match effect {
        Effect::GiveConsent(consent) => Some(consent.clone()),
        _ => None,
    }));
    assert_eq!(performs(&effects).remove(0).said, Some(Said::Reminder(wanted)));
    let effects = app.take(worded("Bring a photo", None, vec![(1, reminder(90, "/"))]), &world.around(1));
    assert!(sheet(&effects).is_none(), "they agreed");
    let said = performs(&effects).remove(0).said;
    assert!(
        matches!(said, Some(Said::Reminder(Reminding { title, at: when, .. })) if title == "Bring a photo" && when == at(90))
    );
}

#[test]
fn a_reminder_of_what_is_over_or_leads_elsewhere_is_none() {
    let world = World::signed_in();
    let mut app = open(&world);
    for (seconds, opens, code) in
        [(-1, "/", "reminder-time"), (0, "/", "reminder-time"), (9, "/other", "reminder-entry")]
    {
        let effects = app.take(worded("x", None, vec![(1, reminder(seconds, opens))]), &world.around(0));
        let objection = Objection { code: code.into(), words: None };
        assert_eq!(answers(&effects), [(1, Answer::Rejected(objection))]);
    }
    let far = Wish::Remind(Reminder { at: i64::MAX, title: 0, detail: None, opens: "/".into() });
    let effects = app.take(worded("x", None, vec![(1, far)]), &world.around(0));
    assert!(matches!(&answers(&effects)[..], [(1, Answer::Rejected(_))]), "{effects:?}");
}

#[test]
fn a_code_goes_that_the_person_gave_and_none_is_a_no() {
    let world = World::signed_in();
    let mut app = open(&world);
    let shown = sheet(&app.take(asks(vec![(1, Wish::ScanCode)]), &world.around(0))).expect("a sheet");
    assert_eq!(shown.content, SheetContent::Scan { code: None });
    let effects = app.answer_sheet(shown.id, true, &world.around(0));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::DeclinedByPerson))]);
    let shown = sheet(&app.take(asks(vec![(1, Wish::ScanCode)]), &world.around(0))).expect("a sheet");
    assert_eq!(app.scan(SheetId(99), "A-1".into()), [], "there is no such sheet");
    app.scan(shown.id, "x".repeat(limits::CODE_BYTES + 1));
    assert_eq!(of(&app).sheets[0].content, SheetContent::Scan { code: None }, "no code holds so much");
    let effects = app.scan(shown.id, "A-1".into());
    assert!(matches!(&effects[..], [Effect::Ask(anew)] if anew.id == shown.id), "it is shown with the code");
    let perform = performs(&app.answer_sheet(shown.id, true, &world.around(0))).remove(0);
    assert_eq!(perform.said, Some(Said::Code("A-1".into())));
}

#[test]
fn the_ledger_holds_documents_files_and_a_place_of_a_case() {
    let world = with_papers();
    let mut app = pressed(&world);
    app.choose_files(
        "line",
        vec![crate::GivenFile {
            name: "photo.jpg".into(),
            media_type: "image/jpeg".into(),
            content: vec![1],
        }],
    );
    app.change("name", Input::Place(23_000_000, 113_000_000));
    let Wish::SubmitCase(mut draft) = case(&[], &["line#0"]) else { panic!("a case") };
    draft.documents = vec!["Bus card".into()];
    let perform = performs(&app.take(asks(vec![(1, Wish::SubmitCase(draft))]), &world.around(0))).remove(0);
    assert_eq!(
        perform.disclosure.expect("a line").with,
        [
            Disclosed::Document(LocalText::single("en", "Bus card")),
            Disclosed::File("photo.jpg".into()),
            Disclosed::Place
        ]
    );
}
