//! What a mini-app is told of its own life, and when.

use fingertip_standard::{
    events::{Event, Moment},
    requests::Wish,
};

use super::app::{World, asks, at, form, of, open, opened, opening, stepped, told};
use crate::{Effect, Failure, State, Stepped};

fn moment(moment: Moment) -> Event {
    Event::Moment(moment)
}

#[test]
fn a_mini_app_is_shown_after_its_launch() {
    let world = World::default();
    let effects = opening().opened(opened(stepped(Some(form(1)), Vec::new())), &world.around(0));
    assert_eq!(told(&effects), [moment(Moment::Shown)]);
}

#[test]
fn one_that_comes_up_behind_is_shown_when_it_comes_on_the_screen() {
    let world = World::default();
    let mut app = opening();
    assert_eq!(app.hide(at(0)), []);
    let effects = app.opened(opened(stepped(Some(form(1)), Vec::new())), &world.around(0));
    assert_eq!(told(&effects), []);
    assert_eq!(told(&app.show(at(1))), [moment(Moment::Shown)]);
    assert_eq!(told(&app.show(at(2))), [], "nothing has changed");
}

#[test]
fn it_is_hidden_once() {
    let mut app = open(&World::default());
    assert_eq!(told(&app.hide(at(0))), [moment(Moment::Hidden)]);
    assert_eq!(told(&app.hide(at(0))), [], "hidden already");
    assert_eq!(told(&app.show(at(0))), [moment(Moment::Shown)]);
}

#[test]
fn after_a_while_it_is_told_the_time_and_that_it_is_resumed() {
    let mut app = open(&World::default());
    app.hide(at(0));
    assert_eq!(told(&app.show(at(60))), [moment(Moment::Shown)], "a minute is no while");
    app.hide(at(100));
    assert_eq!(
        told(&app.show(at(161))),
        [Event::Ticked(at(161).as_millisecond()), moment(Moment::Shown), moment(Moment::Resumed)]
    );
}

#[test]
fn the_last_that_it_is_told_is_that_it_is_unloaded_and_what_was_typed_is_kept() {
    let world = World::default();
    let mut app = open(&world);
    let effects = app.close();
    assert!(matches!(effects.first(), Some(Effect::KeepDraft(_))), "{effects:?}");
    assert_eq!(told(&effects), [moment(Moment::Hidden), moment(Moment::Unloaded)]);
    assert_eq!(effects.last(), Some(&Effect::Closed), "and then it ends");
    assert_eq!(
        app.take(asks(vec![(1, Wish::Locate)]), &world.around(0)),
        [],
        "what it then asks for is not done"
    );
}

#[test]
fn one_that_closes_itself_is_unloaded_too_and_its_draft_is_gone() {
    let world = World::default();
    let mut app = open(&world);
    let effects = app.take(asks(vec![(1, Wish::Close), (2, Wish::Fetch("a".into()))]), &world.around(0));
    assert_eq!(told(&effects), [moment(Moment::Hidden), moment(Moment::Unloaded)]);
    let discarded =
        effects.iter().position(|effect| matches!(effect, Effect::DiscardDraft(key) if key == "/"));
    let kept = effects.iter().rposition(|effect| matches!(effect, Effect::KeepDraft(_)));
    assert!(discarded > kept, "nothing is kept after it was forgotten: {effects:?}");
    assert!(
        effects.iter().all(|effect| !matches!(effect, Effect::Perform(_))),
        "it asks for nothing after that"
    );
    assert_eq!(app.state, State::Closed);
}

#[test]
fn one_that_was_ended_and_opened_again_is_shown_again() {
    let world = World::default();
    let mut app = open(&world);
    let restored = Stepped { was_restored: true, ..stepped(Some(form(1)), Vec::new()) };
    assert_eq!(told(&app.take(restored, &world.around(0))), [moment(Moment::Shown)]);
}

#[test]
fn one_that_has_failed_or_never_came_up_is_told_nothing() {
    let world = World::default();
    let mut app = opening();
    assert_eq!(told(&app.close()), []);
    let mut app = open(&world);
    app.fail(Failure {
        class: fingertip_standard::FaultClass::Bug,
        message_id: "a",
        can_retry: false,
        owner: None,
    });
    assert_eq!(told(&app.hide(at(0))), []);
    assert_eq!(told(&app.close()), []);
}

#[test]
fn who_signs_out_shares_nothing_any_more() {
    let world = World::signed_in();
    let mut app = open(&world);
    let State::Running(running) = &mut app.state else { panic!("it runs") };
    running.claims.insert("name".into(), "张伟".into());
    assert_eq!(told(&app.sign_out()), [moment(Moment::SignedOut)]);
    assert!(of(&app).claims.is_empty());
}
