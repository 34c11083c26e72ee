//! What a mini-app is told of its own life, and when.

use fingertip_standard::{
    events::{Event, Moment},
    requests::Wish,
};

use crate::{
    Effect, MiniAppEffect, MiniAppMsg, Stepped,
    testing::{at, open, ready, step, told, told_at},
};

/// The moments and ticks that the guest is told, in order.
fn moments(effects: &[Effect]) -> Vec<Event> {
    let events = effects.iter().filter_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::Guest {
            event: event @ (Event::Moment(_) | Event::Ticked(_)),
            ..
        }) => Some(event.clone()),
        _ => None,
    });
    events.collect()
}

fn moment(moment: Moment) -> Event {
    Event::Moment(moment)
}

#[test]
fn a_mini_app_is_shown_after_its_launch() {
    let (_, effects) = open(&mut ready());
    assert_eq!(moments(&effects), [moment(Moment::Shown)]);
}

#[test]
fn one_that_comes_up_behind_is_shown_when_the_app_comes_to_the_front() {
    let mut model = ready();
    told(&mut model, MiniAppMsg::AppInFront(false));
    let (_, effects) = open(&mut model);
    assert_eq!(moments(&effects), []);
    assert_eq!(moments(&told(&mut model, MiniAppMsg::AppInFront(true))), [moment(Moment::Shown)]);
    assert_eq!(moments(&told(&mut model, MiniAppMsg::AppInFront(true))), [], "nothing has changed");
}

#[test]
fn it_is_hidden_once_however_it_left_the_screen_and_shown_when_nothing_hides_it() {
    let mut model = ready();
    open(&mut model);
    assert_eq!(moments(&told(&mut model, MiniAppMsg::AppInFront(false))), [moment(Moment::Hidden)]);
    assert_eq!(moments(&told(&mut model, MiniAppMsg::FrameShown(false))), [], "hidden already");
    assert_eq!(
        moments(&told(&mut model, MiniAppMsg::AppInFront(true))),
        [],
        "its frame is not on the screen"
    );
    assert_eq!(moments(&told(&mut model, MiniAppMsg::FrameShown(true))), [moment(Moment::Shown)]);
}

#[test]
fn after_a_while_it_is_told_the_time_and_that_it_is_resumed() {
    let mut model = ready();
    open(&mut model);
    told_at(&mut model, 0, MiniAppMsg::AppInFront(false));
    assert_eq!(
        moments(&told_at(&mut model, 60, MiniAppMsg::AppInFront(true))),
        [moment(Moment::Shown)],
        "a minute is no while"
    );
    told_at(&mut model, 100, MiniAppMsg::AppInFront(false));
    let back = moments(&told_at(&mut model, 161, MiniAppMsg::AppInFront(true)));
    assert_eq!(
        back,
        [Event::Ticked(at(161).as_millisecond()), moment(Moment::Shown), moment(Moment::Resumed)]
    );
}

#[test]
fn the_last_that_it_is_told_is_that_it_is_unloaded() {
    let mut model = ready();
    let (instance, _) = open(&mut model);
    let effects = told(&mut model, MiniAppMsg::ClosedMiniApp);
    assert_eq!(moments(&effects), [moment(Moment::Hidden), moment(Moment::Unloaded)]);
    assert!(
        matches!(effects.last(), Some(Effect::MiniApp(MiniAppEffect::CloseMiniApp(own))) if *own == instance),
        "and then it ends: {effects:?}"
    );
    // Whatever it asks for then is not done.
    assert!(
        told(&mut model, MiniAppMsg::MiniAppStepped(instance, Box::new(step(vec![Wish::Locate])))).is_empty()
    );
}

#[test]
fn one_that_closes_itself_and_one_that_another_takes_the_place_of_are_unloaded_too() {
    let mut model = ready();
    let (instance, _) = open(&mut model);
    let effects = told(&mut model, MiniAppMsg::MiniAppStepped(instance, Box::new(step(vec![Wish::Close]))));
    assert!(moments(&effects).ends_with(&[moment(Moment::Unloaded)]), "{effects:?}");
    open(&mut model);
    let effects = told(
        &mut model,
        MiniAppMsg::OpenedService(fingertip_standard::ServiceId::new("tax").expect("an id")),
    );
    assert!(moments(&effects).ends_with(&[moment(Moment::Unloaded)]), "{effects:?}");
}

#[test]
fn one_that_was_ended_and_opened_again_is_shown_again() {
    let mut model = ready();
    let (instance, _) = open(&mut model);
    let restored = Stepped { was_restored: true, ..step(Vec::new()) };
    assert_eq!(
        moments(&told(&mut model, MiniAppMsg::MiniAppStepped(instance, Box::new(restored)))),
        [moment(Moment::Shown)]
    );
}

#[test]
fn one_that_has_failed_or_never_came_up_is_told_nothing() {
    let mut model = ready();
    told(&mut model, MiniAppMsg::OpenedService(fingertip_standard::ServiceId::new("tax").expect("an id")));
    assert_eq!(moments(&told(&mut model, MiniAppMsg::AppInFront(false))), []);
    assert_eq!(moments(&told(&mut model, MiniAppMsg::ClosedMiniApp)), []);
}
