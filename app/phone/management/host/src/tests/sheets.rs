//! Sheets: each owns the wish that it shows.

use fingertip_standard::{
    Disclosed,
    requests::{Answer, ClaimWish, Evidence, Refusal, Wish},
};

use super::app::{World, answers, asks, bill, claims, of, open, performs, pressed, sheet};
use crate::{Destination, Effect, SheetContent, SheetId};

#[test]
fn agreeing_does_exactly_what_the_sheet_shows() {
    let world = World::signed_in();
    let mut app = pressed(&world);
    // One number, two bills: the second must not be paid on the first one's sheet.
    let effects = app.take(asks(vec![(1, bill("Bus", 100)), (1, bill("Thief", 9_999))]), &world.around(0));
    let [first, second] = &of(&app).sheets.clone()[..] else { panic!("{effects:?}") };
    assert_eq!(first.content, SheetContent::Payment { payment: payment(&bill("Bus", 100)) });
    let effects = app.answer_sheet(first.id, true, &world.around(0));
    assert_eq!(performs(&effects)[0].wish, bill("Bus", 100));
    assert_eq!(
        answers(&app.answer_sheet(second.id, false, &world.around(0))),
        [(1, Answer::Refused(Refusal::DeclinedByPerson))]
    );
    assert_eq!(app.answer_sheet(second.id, true, &world.around(0)), [], "it is gone");
    assert_eq!(app.answer_sheet(SheetId(99), true, &world.around(0)), []);
}

fn payment(wish: &Wish) -> fingertip_standard::requests::Payment {
    let Wish::Pay(payment) = wish else { panic!("a bill") };
    payment.clone()
}

#[test]
fn who_signed_out_meanwhile_shares_nothing_by_an_old_sheet() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    let id = sheet(&effects).expect("a sheet").id;
    let effects = app.answer_sheet(id, true, &World::default().around(0));
    assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::NeedsSignIn))]);
    assert!(
        performs(&effects).is_empty()
            && effects.iter().all(|effect| !matches!(effect, Effect::GiveConsent(_)))
    );
}

#[test]
fn a_sheet_shows_the_facts_that_would_be_shared_and_the_yes_is_kept_with_its_purpose() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, claims(&["name", "birth-date"]))]), &world.around(0));
    let sheet = sheet(&effects).expect("a sheet");
    let SheetContent::Consent { values } = &sheet.content else { panic!("{sheet:?}") };
    assert_eq!(
        values.iter().filter_map(|(_, value)| value.as_deref()).collect::<Vec<_>>(),
        ["张伟", "1949-12-31"]
    );
    let effects = app.answer_sheet(sheet.id, true, &world.around(5));
    let given: Vec<_> = effects.iter().filter(|effect| matches!(effect, Effect::GiveConsent(_))).collect();
    assert_eq!(given.len(), 2);
    let perform = &performs(&effects)[0];
    assert_eq!(perform.claims.len(), 2);
    assert_eq!(
        perform.disclosure.as_ref().expect("a line").items,
        ["name", "birth-date"],
        "the ledger's line"
    );
}

#[test]
fn what_the_person_said_no_to_is_not_asked_again_in_this_opening() {
    let world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    app.answer_sheet(sheet(&effects).expect("a sheet").id, false, &world.around(0));
    let effects = app.take(asks(vec![(2, claims(&["name"]))]), &world.around(0));
    assert_eq!(answers(&effects), [(2, Answer::Refused(Refusal::DeclinedByPerson))]);
    let effects = app.take(asks(vec![(3, claims(&["birth-date"]))]), &world.around(0));
    assert!(sheet(&effects).is_some(), "another fact is another question");
}

#[test]
fn what_was_agreed_to_before_needs_no_sheet() {
    let mut world = World::signed_in();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, claims(&["name"]))]), &world.around(0));
    for effect in app.answer_sheet(sheet(&effects).expect("a sheet").id, true, &world.around(0)) {
        if let Effect::GiveConsent(consent) = effect {
            world.consents.push(consent);
        }
    }
    let effects = app.take(asks(vec![(2, claims(&["name"]))]), &world.around(0));
    assert!(sheet(&effects).is_none() && performs(&effects).len() == 1);
}

#[test]
fn the_person_is_asked_before_a_mini_app_takes_them_elsewhere() {
    let world = World::default();
    let mut app = open(&world);
    let effects =
        app.take(asks(vec![(1, Wish::Open("https://www.example.cn/help".into()))]), &world.around(0));
    assert!(performs(&effects).is_empty());
    let id = sheet(&effects).expect("a sheet").id;
    let effects = app.answer_sheet(id, true, &world.around(0));
    let gone = performs(&effects).remove(0);
    assert!(matches!(&gone.destination, Some(Destination::Web(url)) if url.path() == "/help"));
    assert_eq!(
        gone.disclosure.expect("a line").with,
        [Disclosed::Page("https://www.example.cn/help".into())],
        "the ledger holds the page"
    );
    assert_eq!(answers(&app.answer(gone.request, Answer::Done)), [(1, Answer::Done)]);
    let effects = app.take(asks(vec![(2, Wish::Open("nowhere".into()))]), &world.around(0));
    assert!(
        matches!(&answers(&effects)[..], [(2, Answer::Rejected(objection))] if objection.code == "link-malformed")
    );
    assert!(of(&app).sheets.is_empty(), "nobody is asked for nothing");
}

fn asks_age(evidence: Evidence, test: Option<&str>) -> Wish {
    let test = test.map(str::to_owned);
    Wish::Claims(vec![ClaimWish { claim: "birth-date".into(), evidence, test, purpose: 0 }])
}

#[test]
fn a_test_of_a_fact_tells_yes_or_no_and_no_more() {
    let mut world = World::signed_in();
    let mut app = open(&world);
    let over_60 = || asks(vec![(1, asks_age(Evidence::Test, Some(">= 60")))]);
    let effects = app.take(over_60(), &world.around(0));
    let shown = sheet(&effects).expect("a sheet");
    let SheetContent::Consent { values } = &shown.content else { panic!("{shown:?}") };
    assert_eq!(values[0].1.as_deref(), Some("true"), "the sheet shows just that");
    let effects = app.answer_sheet(shown.id, true, &world.around(1));
    for effect in &effects {
        if let Effect::GiveConsent(consent) = effect {
            world.consents.push(consent.clone());
        }
    }
    let perform = &performs(&effects)[0];
    assert_eq!(perform.claims.values().map(String::as_str).collect::<Vec<_>>(), ["true"]);
    app.answer(perform.request, Answer::Claims(vec![("birth-date".into(), "true".into())]));
    assert!(of(&app).claims.is_empty(), "an answer is no fact: it fills nothing and goes with no case");
    // The same test needs no sheet again; another test and the fact itself do.
    assert!(sheet(&app.take(over_60(), &world.around(2))).is_none());
    for other in [asks_age(Evidence::Test, Some(">= 65")), asks_age(Evidence::Value, None)] {
        let mut app = open(&world);
        assert!(sheet(&app.take(asks(vec![(1, other.clone())]), &world.around(2))).is_some(), "{other:?}");
    }
}

#[test]
fn what_is_no_test_of_the_list_is_refused() {
    let world = World::signed_in();
    for test in [None, Some(""), Some("= 1949-12-31"), Some(">= 60 or anything")] {
        let effects = open(&world).take(asks(vec![(1, asks_age(Evidence::Test, test))]), &world.around(0));
        assert_eq!(answers(&effects), [(1, Answer::Refused(Refusal::NotInManifest))], "{test:?}");
    }
}
