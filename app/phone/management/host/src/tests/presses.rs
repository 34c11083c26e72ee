//! Presses, and what is typed meanwhile.

use fingertip_standard::{
    events::{Event, Input},
    validate::Problem,
};

use super::app::{World, asks, button, form, of, open, page, stepped, told};

fn typed(text: &str) -> Input {
    Input::Text(text.into())
}

#[test]
fn a_press_waits_for_the_guest_and_is_done_on_the_new_view() {
    let world = World::default();
    let mut app = open(&world);
    assert!(matches!(told(&app.change("line", typed("7")))[..], [Event::Changed(_)]));
    assert_eq!(told(&app.press("more", "more", None)), [], "its view is about to change");
    let effects = app.take(stepped(Some(form(2)), Vec::new()), &world.around(0));
    assert!(matches!(&told(&effects)[..], [Event::Acted(acted)] if acted.revision == 2), "{effects:?}");
}

#[test]
fn a_press_waits_for_every_answer_that_the_guest_still_owes() {
    let world = World::default();
    let mut app = open(&world);
    app.change("line", typed("7"));
    app.press("more", "more", None);
    // The step asks for what is refused at once: the guest answers that before the press.
    let wish = fingertip_standard::requests::Wish::ReadDocuments(vec!["passport".into()]);
    let effects = app.take(stepped(Some(form(2)), vec![(1, wish)]), &world.around(0));
    assert!(matches!(told(&effects)[..], [Event::Answered(1, _)]), "{effects:?}");
    let effects = app.take(stepped(Some(form(3)), Vec::new()), &world.around(0));
    assert!(matches!(&told(&effects)[..], [Event::Acted(acted)] if acted.revision == 3), "{effects:?}");
}

#[test]
fn a_press_on_what_is_gone_is_dropped() {
    let world = World::default();
    for press in [
        |app: &mut crate::OpenMiniApp| app.press("more", "more", None),
        |app: &mut crate::OpenMiniApp| app.submit("continue"),
    ] {
        let mut app = open(&world);
        app.change("line", typed("7"));
        press(&mut app);
        let elsewhere = page("elsewhere", vec![("other", button("other", false))], 2);
        assert_eq!(told(&app.take(stepped(Some(elsewhere), Vec::new()), &world.around(0))), []);
    }
}

#[test]
fn the_last_press_is_the_one_that_is_held() {
    let world = World::default();
    let mut app = open(&world);
    app.change("line", typed("7"));
    app.press("more", "more", None);
    app.back();
    assert_eq!(told(&app.take(asks(Vec::new()), &world.around(0))), [Event::WentBack]);
    assert_eq!(told(&app.take(asks(Vec::new()), &world.around(0))), [], "once");
}

#[test]
fn a_page_with_something_wrong_goes_nowhere_and_says_what() {
    let world = World::default();
    let mut app = open(&world);
    assert_eq!(app.submit("continue"), []);
    assert_eq!(of(&app).problems.get("line"), Some(&Problem::Missing));
    app.change("line", typed("7"));
    assert_eq!(of(&app).problems.get("line"), None, "typing takes it away");
    app.take(asks(Vec::new()), &world.around(0));
    app.change("name", typed("An"));
    let told = told(&app.submit("continue"));
    let [Event::Submitted(submitted)] = &told[..] else { panic!("{told:?}") };
    assert_eq!(submitted.inputs, [("line".into(), typed("7")), ("name".into(), typed("An"))]);
    assert!(of(&app).is_busy);
}

#[test]
fn what_is_wrong_stays_on_its_page() {
    let world = World::default();
    let mut app = open(&world);
    app.submit("continue");
    app.take(stepped(Some(form(2)), Vec::new()), &world.around(0));
    assert!(!of(&app).problems.is_empty(), "the same page");
    app.take(stepped(Some(page("next", Vec::new(), 3)), Vec::new()), &world.around(0));
    assert!(of(&app).problems.is_empty());
}

#[test]
fn what_is_no_input_takes_no_value() {
    let mut app = open(&World::default());
    assert_eq!(app.change("more", typed("a")), []);
    assert_eq!(app.change("nothing", typed("a")), []);
    assert!(of(&app).inputs.is_empty());
}
