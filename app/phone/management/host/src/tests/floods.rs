//! Requests of a kind are bounded by the minute, whatever the person does.

use fingertip_standard::{
    limits,
    requests::{Answer, Refusal, Wish},
};

use super::app::{World, answers, asks, open, performs};

fn fetch() -> Wish {
    Wish::Fetch("a".into())
}

#[test]
fn requests_of_a_kind_are_bounded_by_the_minute_and_the_next_minute_begins_anew() {
    let world = World::signed_in();
    let mut app = open(&world);
    let mut done = 0;
    let mut ask = |seconds: i64| {
        app.press("more", "more", None);
        let effects = app.take(asks(vec![(1, fetch())]), &world.around(seconds));
        for perform in performs(&effects) {
            done += 1;
            app.answer(perform.request, Answer::Bytes(None));
            app.take(asks(Vec::new()), &world.around(seconds));
        }
        answers(&effects)
    };
    for _ in 0..limits::REQUESTS_OF_A_KIND {
        assert_eq!(ask(0), []);
    }
    for _ in 0..3 {
        assert_eq!(ask(1), [(1, Answer::Refused(Refusal::OverQuota))]);
        // The guest takes the refusal.
    }
    assert_eq!(done, limits::REQUESTS_OF_A_KIND);
}
