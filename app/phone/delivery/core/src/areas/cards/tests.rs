//! The cards on home.

use std::{collections::BTreeMap, sync::Arc};

use fingertip_identity::Session;
use fingertip_locale::Messages;
use fingertip_standard::{
    AppId, Capability, DepartmentId,
    events::Origin,
    view::Tone,
    widget::Widget,
    words::{Entry, Value},
};

use crate::{
    CardsEffect, CardsMsg, CatalogueMsg, Effect, KeptWidget, MiniAppEffect, MiniAppMsg, Model, Msg,
    OpenedWidget, Restored, SessionMsg, StartMsg, WidgetCard, WidgetJob, WidgetOutcome, WidgetPlace,
    testing::{BUS, at, manifest, open, ready, running, sign_in, told, told_at},
};

fn place() -> WidgetPlace {
    let id = "an id";
    WidgetPlace {
        department: DepartmentId::new("transport").expect(id),
        app: AppId::new(BUS).expect(id),
        widget: "balance".into(),
    }
}

fn begins(effects: &[Effect]) -> bool {
    effects
        .iter()
        .any(|effect| matches!(effect, Effect::Cards(CardsEffect::OpenWidget(own)) if *own == place()))
}

fn card(seconds: i64) -> WidgetCard {
    let words = vec![Entry::Value(Value::Data("Balance".into()))];
    let card = Widget {
        words,
        title: 0,
        value: None,
        details: Vec::new(),
        tone: Tone::Neutral,
        progress: None,
        params: Vec::new(),
    };
    WidgetCard::new(card, Arc::new(Messages::new([]).expect("no messages")), at(seconds))
}

fn made(model: &mut Model, seconds: i64, outcome: WidgetOutcome) -> Vec<Effect> {
    told_at(model, seconds, CardsMsg::WidgetMade(place(), Box::new(outcome)))
}

/// A signed-in person with the card of the bus card on home, made at the start.
fn on_home() -> Model {
    let mut model = ready();
    sign_in(&mut model);
    open(&mut model);
    assert!(begins(&told(&mut model, CardsMsg::AddedWidget("balance".into()))));
    made(&mut model, 0, WidgetOutcome::Shown(card(0)));
    model
}

#[test]
fn a_card_is_put_on_home_once_and_taken_off() {
    let mut model = ready();
    open(&mut model);
    let effects = told(&mut model, CardsMsg::AddedWidget("balance".into()));
    assert!(
        matches!(&effects[..], [Effect::Cards(CardsEffect::KeepWidgets(kept))] if kept.len() == 1),
        "kept; not made while nobody is signed in: {effects:?}"
    );
    assert!(told(&mut model, CardsMsg::AddedWidget("balance".into())).is_empty(), "once");
    assert!(
        told(&mut model, CardsMsg::AddedWidget("other".into())).is_empty(),
        "only what the manifest declares"
    );
    let effects = told(&mut model, CardsMsg::RemovedWidget(place()));
    assert!(
        matches!(&effects[..], [Effect::Cards(CardsEffect::KeepWidgets(kept)), Effect::Cards(CardsEffect::ForgetCard(_))] if kept.is_empty())
    );
    assert!(model.widgets.is_empty());
}

#[test]
fn cards_are_moved_one_place_at_a_time_and_never_off_the_end() {
    let mut model = on_home();
    let other = WidgetPlace { widget: "trips".into(), ..place() };
    let mut second = model.widgets[0].clone();
    second.kept.place = other.clone();
    model.widgets.push(second);
    let mut moved = |place: &WidgetPlace, is_forward| {
        let effects = told(&mut model, CardsMsg::MovedWidget { place: place.clone(), is_forward });
        let order: Vec<_> = model.widgets.iter().map(|widget| widget.kept.place.widget.clone()).collect();
        (order, effects.len())
    };
    let order = |names: [&str; 2]| names.map(str::to_owned).to_vec();
    assert_eq!(moved(&other, true), (order(["trips", "balance"]), 1), "kept");
    assert_eq!(moved(&other, true), (order(["trips", "balance"]), 0));
    assert_eq!(moved(&place(), false), (order(["trips", "balance"]), 0));
    assert_eq!(moved(&other, false), (order(["balance", "trips"]), 1));
}

#[test]
fn a_card_is_made_anew_when_it_is_due_and_not_before() {
    let mut model = on_home();
    told(&mut model, MiniAppMsg::ClosedMiniApp);
    made(&mut model, 0, WidgetOutcome::Shown(card(0)));
    assert!(!begins(&told_at(&mut model, 30 * 60 - 1, Msg::Ticked)));
    assert!(begins(&told_at(&mut model, 30 * 60, Msg::Ticked)));
    assert!(!begins(&told_at(&mut model, 30 * 60 + 1, Msg::Ticked)), "one at a time");
    made(&mut model, 30 * 60 + 2, WidgetOutcome::Later);
    assert!(model.widgets[0].card.is_some(), "the card from before stands");
    assert!(!begins(&told_at(&mut model, 30 * 60 + 61, Msg::Ticked)));
    assert!(begins(&told_at(&mut model, 30 * 60 + 62, Msg::Ticked)), "tried again after a minute");
}

#[test]
fn a_kept_card_is_drawn_at_once_and_made_anew_when_it_is_old() {
    let kept = KeptWidget::declared(place(), &manifest()).expect("declared");
    let restored = |seconds| {
        let mut model = ready();
        let widgets = vec![(kept.clone(), Some(card(0)))];
        let restored = Restored {
            preferences: (*model.preferences).clone(),
            session: Some(Session {
                subject: "p".into(),
                claims: BTreeMap::new(),
                since: at(0),
                authenticated: at(0),
            }),
            widgets,
            ..Restored::default()
        };
        told_at(&mut model, seconds, StartMsg::Restored(Box::new(restored)));
        model
    };
    let mut model = restored(60);
    assert!(model.widgets[0].card.is_some());
    assert!(!begins(&told_at(&mut model, 60, Msg::Ticked)), "a minute old");
    assert!(begins(&told_at(&mut model, 30 * 60, Msg::Ticked)));
    assert!(begins(&told_at(&mut restored(3600), 3600, Msg::Ticked)), "it grew old while nothing ran");
    let mut model = restored(-7200);
    assert!(begins(&told_at(&mut model, -7200 + 30 * 60, Msg::Ticked)), "the clock was put back");
}

#[test]
fn nothing_is_made_offline_or_signed_out() {
    let mut model = on_home();
    told(&mut model, CatalogueMsg::Reached(false));
    assert!(!begins(&told_at(&mut model, 3600, Msg::Ticked)));
    told(&mut model, CatalogueMsg::Reached(true));
    told(&mut model, SessionMsg::SessionEnded);
    assert!(!begins(&told_at(&mut model, 3600, Msg::Ticked)));
    assert!(model.widgets[0].card.is_some(), "a session that ended by itself hides nothing from its person");
    assert!(begins(&sign_in(&mut model)));
}

#[test]
fn what_was_done_in_a_mini_app_shows_on_its_card_at_once() {
    let mut model = on_home();
    assert!(!begins(&told_at(&mut model, 60, Msg::Ticked)));
    assert!(begins(&told_at(&mut model, 61, MiniAppMsg::ClosedMiniApp)));
}

#[test]
fn what_was_done_while_a_card_was_under_way_is_not_lost() {
    let mut model = on_home();
    assert!(begins(&told_at(&mut model, 3600, Msg::Ticked)));
    assert!(!begins(&told_at(&mut model, 3601, MiniAppMsg::ClosedMiniApp)), "one at a time");
    assert!(
        begins(&made(&mut model, 3602, WidgetOutcome::Shown(card(3600)))),
        "what it was made from is old by now"
    );
    assert!(!begins(&made(&mut model, 3603, WidgetOutcome::Shown(card(3602)))));
}

#[test]
fn a_card_that_cannot_be_made_disappears_and_nobody_is_disturbed() {
    let mut model = on_home();
    let effects = made(&mut model, 1, WidgetOutcome::Failed);
    assert!(matches!(&effects[..], [Effect::Cards(CardsEffect::ForgetCard(_))]));
    assert!(model.widgets[0].card.is_none() && model.told.is_empty() && model.sheets.is_empty());
    assert_eq!(model.widgets.len(), 1, "it keeps its place for when it can be made again");
}

fn judged(model: &mut Model, granted: &[Capability]) -> WidgetJob {
    let opened = OpenedWidget {
        running: running(),
        manifest: Arc::new(manifest()),
        granted: granted.iter().copied().collect(),
    };
    let effects = told(model, CardsMsg::WidgetOpened(place(), Box::new(opened)));
    match effects.into_iter().next_back() {
        Some(Effect::Cards(CardsEffect::MakeWidget(job))) => *job,
        other => panic!("a card to be made: {other:?}"),
    }
}

#[test]
fn the_broker_judges_a_card_as_it_judges_its_mini_app() {
    let mut model = on_home();
    let job = judged(&mut model, &[Capability::Call, Capability::Storage]);
    let (operation, line) = job.call.expect("allowed");
    let line = line.expect("a line of the ledger");
    assert_eq!(
        (operation.as_str(), &line.items[..], line.app),
        ("bus-card.balance", &["bus-card.balance".to_owned()][..], running())
    );
    assert_eq!(job.stored, ["receipts"]);
    let job = judged(&mut model, &[]);
    assert!(job.call.is_none() && job.stored.is_empty(), "what the store did not grant is not done");
    told(&mut model, SessionMsg::SessionEnded);
    let job = judged(&mut model, &[Capability::Call, Capability::Storage]);
    assert!(job.call.is_none() && !job.is_signed_in, "nor what needs a person who is not there");
}

#[test]
fn a_press_opens_the_entry_with_its_parameters_as_a_widget() {
    let mut model = on_home();
    told(&mut model, MiniAppMsg::ClosedMiniApp);
    let mut shown = card(2);
    shown.card.params = vec![("card".into(), "7".into())];
    made(&mut model, 2, WidgetOutcome::Shown(shown));
    let effects = told(&mut model, CardsMsg::OpenedWidget(place()));
    let found = effects.iter().find_map(|effect| match effect {
        Effect::MiniApp(MiniAppEffect::OpenMiniApp(job)) => {
            Some((job.app.as_str(), job.route.as_str(), &job.arrival))
        }
        _ => None,
    });
    let (app, route, arrival) = found.expect("it opens");
    assert_eq!((app, route, arrival.origin), (BUS, "/", Origin::Widget));
    assert_eq!(arrival.params, [("card".to_owned(), "7".to_owned())]);
}
