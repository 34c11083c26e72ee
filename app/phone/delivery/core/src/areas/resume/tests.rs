//! What a device that ends the app takes away, and what it does not.

use std::collections::BTreeMap;

use fingertip_host::Arrival;
use fingertip_identity::Session;
use fingertip_standard::events::{Input, Origin};

use crate::{
    Effect, LeftOpen, LinksMsg, MiniAppEffect, MiniAppMsg, MiniAppState, Model, PersonEffect, PersonMsg,
    Preferences, Restored, ResumeEffect, ResumeMsg, SEARCH_FIELD, StartMsg, Typed,
    areas::mini_app::opening,
    testing::{BUS, at, open, opened, ready, rules, told, told_at},
};

const MINUTE: i64 = 60;

fn typed_in(model: &mut Model, place: &str, field: &'static str, text: &str) -> Vec<Effect> {
    told(model, ResumeMsg::TypedIn { place: place.into(), field, text: text.into() })
}

/// What is kept of fields, of a list of effects.
fn kept_fields(effects: &[Effect]) -> Option<&Typed> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Resume(ResumeEffect::KeepTyped(typed)) => Some(typed),
        _ => None,
    })
}

/// What is kept of an open mini-app, of a list of effects: the last word on it.
fn kept_open(effects: &[Effect]) -> Option<Option<LeftOpen>> {
    effects.iter().rev().find_map(|effect| match effect {
        Effect::Resume(ResumeEffect::KeepOpen(left)) => Some(left.as_deref().cloned()),
        _ => None,
    })
}

/// An app that begins with what was kept.
fn restored(seconds: i64, change: impl FnOnce(&mut Restored)) -> (Model, Vec<Effect>) {
    restored_in(crate::testing::model(), seconds, change)
}

/// The same where something is known before.
fn restored_in(mut model: Model, seconds: i64, change: impl FnOnce(&mut Restored)) -> (Model, Vec<Effect>) {
    let mut restored = Restored {
        preferences: Preferences { has_started: true, ..Preferences::default() },
        ..Restored::default()
    };
    change(&mut restored);
    let effects = told_at(&mut model, seconds, StartMsg::Restored(Box::new(restored)));
    (model, effects)
}

/// The bus card as it is kept while it is open.
fn left() -> LeftOpen {
    let mut model = ready();
    let (_, effects) = open(&mut model);
    kept_open(&effects).flatten().expect("it is kept which mini-app is open")
}

#[test]
fn what_is_typed_on_a_screen_is_kept_once_a_pause_and_comes_back_there() {
    let mut model = ready();
    let first = typed_in(&mut model, "/cases/1", "rating-text", "Qui");
    assert!(matches!(first[..], [Effect::Resume(ResumeEffect::WaitForTyped)]), "{first:?}");
    assert!(typed_in(&mut model, "/cases/1", "rating-text", "Quick").is_empty(), "one pause is waited for");
    let due = told(&mut model, ResumeMsg::TypedDue);
    let typed = kept_fields(&due).expect("kept").clone();
    assert!(told(&mut model, ResumeMsg::TypedDue).is_empty(), "nothing new");
    let (model, _) = restored(MINUTE, |kept| kept.typed = typed.clone());
    assert_eq!(model.typed.of("/cases/1", "rating-text"), "Quick");
    assert_eq!(model.typed.of("/cases/2", "rating-text"), "", "on that screen alone");
    let (model, _) = restored(30 * MINUTE, |kept| kept.typed = typed);
    assert_eq!(model.typed.of("/cases/1", "rating-text"), "", "that was long ago");
}

#[test]
fn what_was_typed_goes_with_its_screen() {
    let mut model = ready();
    typed_in(&mut model, "/verify", "code", "eyJ");
    let effects = told(&mut model, PersonMsg::WentTo("/me".into()));
    assert_eq!(kept_fields(&effects), Some(&Typed::default()), "it is kept no longer");
    assert_eq!(model.typed.of("/verify", "code"), "");
    assert!(
        kept_fields(&told(&mut model, PersonMsg::WentTo("/".into()))).is_none(),
        "there is nothing to forget"
    );
    typed_in(&mut model, "/", SEARCH_FIELD, "bus");
    typed_in(&mut model, "/verify", "code", "x");
    assert_eq!(model.typed.of("/", SEARCH_FIELD), "", "one screen is kept");
    typed_in(&mut model, "/verify", "code", "");
    assert!(model.typed.fields.is_empty(), "an emptied field is no field");
    typed_in(&mut model, "/verify", "code", &"x".repeat(1 << 20));
    assert!(model.typed.fields.is_empty(), "what nobody types is not written down again and again");
}

#[test]
fn what_was_searched_for_is_searched_for_again() {
    let typed = Typed {
        place: "/search".into(),
        at: at(0),
        fields: BTreeMap::from([(SEARCH_FIELD.to_owned(), "bus".to_owned())]),
    };
    let (model, _) = restored(MINUTE, |kept| {
        kept.last_place = Some(("/search".into(), at(-29 * MINUTE)));
        kept.typed = typed;
    });
    assert_eq!(model.search.text, "bus");
    let (_, since) = model.last_place.as_ref().expect("a place");
    assert_eq!(*since, at(0), "whoever typed there was there");
}

#[test]
fn a_mini_app_that_was_open_is_opened_again_where_it_was() {
    let (mut model, effects) = restored(MINUTE, |kept| kept.left_open = Some(left()));
    let job = effects.iter().find_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::OpenMiniApp(job)) => Some(job),
        _ => None,
    });
    let job = job.expect("it opens");
    assert_eq!((job.app.as_str(), job.route.as_str()), (BUS, "/"));
    assert_eq!(
        kept_open(&effects),
        Some(None),
        "what ends the app whenever it is opened is not opened for ever"
    );
    let (_, effects) = opened(&mut model);
    assert_eq!(kept_open(&effects).flatten(), Some(left()));
}

#[test]
fn it_is_not_opened_where_that_was_long_ago_a_link_waits_or_the_session_is_over() {
    let is_open = |(model, _): &(Model, Vec<Effect>)| model.open.is_some();
    assert!(is_open(&restored(29 * MINUTE, |kept| kept.left_open = Some(left()))));
    assert!(!is_open(&restored(30 * MINUTE, |kept| kept.left_open = Some(left()))));
    assert!(!is_open(&restored(-1, |kept| kept.left_open = Some(left()))), "the clock was put back");
    assert!(!is_open(&restored(0, |kept| {
        kept.left_open = Some(left());
        kept.preferences.has_started = false;
    })));
    let mut model = crate::testing::model();
    told(&mut model, LinksMsg::FollowedLink(format!("fingertip://miniapp/{BUS}/lines")));
    let effects = super::update::on_restored(&mut model, Typed::default(), Some(left()), false, at(0));
    assert!(model.open.is_none() && kept_open(&effects) == Some(None), "a link is what the person wants now");
    let (mut model, _) = restored(0, |_| {});
    super::update::on_restored(&mut model, Typed::default(), Some(left()), true, at(0));
    assert!(model.open.is_none(), "whoever is there now is not who was there");
}

#[test]
fn one_that_was_closed_failed_or_did_what_it_was_for_stays_closed() {
    let mut model = ready();
    open(&mut model);
    assert_eq!(kept_open(&told(&mut model, MiniAppMsg::ClosedMiniApp)), Some(None));
    let (instance, _) = open(&mut model);
    let fault = crate::ShownFault::of(&fingertip_standard::EntryError::UnknownApp);
    assert_eq!(kept_open(&told(&mut model, MiniAppMsg::MiniAppFailed(instance, fault))), Some(None));
    let hidden = told(&mut model, MiniAppMsg::AppInFront(false));
    assert_eq!(kept_open(&hidden), None, "and is not kept again behind");
}

#[test]
fn nobody_goes_back_to_what_they_did_for_another() {
    let mut model = ready();
    let arrival = Arrival {
        params: Vec::new(),
        origin: Origin::Person,
        caller: None,
        version: None,
        on_behalf: Some(fingertip_standard::HelperLinkId::new("0a".repeat(16)).expect("an id")),
    };
    open(&mut model);
    let place = model.open.as_ref().expect("open").place().clone();
    let mut other = crate::OpenMiniApp::opening(9, place, arrival);
    std::mem::swap(&mut other.host.state, &mut model.open.as_mut().expect("open").host.state);
    assert_eq!(other.state(), MiniAppState::Running);
    assert_eq!(LeftOpen::of(&other, at(0)), None);
}

#[test]
fn behind_everything_is_kept_and_the_time_counts_from_then_on() {
    let mut model = ready();
    told(&mut model, PersonMsg::WentTo("/services/bus-card".into()));
    open(&mut model);
    typed_in(&mut model, "/services/bus-card", "any", "x");
    let input = Input::Text("seven".into());
    told(&mut model, MiniAppMsg::ChangedInput { key: "line".into(), input });
    let effects = told_at(&mut model, 40 * MINUTE, MiniAppMsg::AppInFront(false));
    let place = effects.iter().find_map(|effect| match effect {
        Effect::Person(PersonEffect::KeepPlace(place, at)) => Some((place.as_str(), *at)),
        _ => None,
    });
    assert_eq!(place, Some(("/services/bus-card", at(40 * MINUTE))));
    assert_eq!(kept_open(&effects).flatten().map(|left| left.at), Some(at(40 * MINUTE)));
    assert!(kept_fields(&effects).is_some(), "{effects:?}");
    assert!(opening::keep_typed(&mut model, at(40 * MINUTE)).is_empty(), "no letter waits for a pause");
}

#[test]
fn a_session_that_ended_while_nothing_ran_opens_nothing() {
    let session =
        Session { subject: "p".into(), claims: BTreeMap::new(), since: at(0), authenticated: at(0) };
    for (idle_minutes, is_open) in [(None, true), (Some(5), false)] {
        let mut model = crate::testing::model();
        rules(&mut model, |rules| rules.idle_minutes = idle_minutes);
        let (model, _) = restored_in(model, 20 * MINUTE, |kept| {
            kept.session = Some(session.clone());
            kept.last_place = Some(("/".into(), at(0)));
            kept.left_open = Some(left());
        });
        assert_eq!(model.open.is_some(), is_open, "{idle_minutes:?}");
    }
}
