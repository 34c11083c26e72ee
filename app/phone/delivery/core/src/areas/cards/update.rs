//! The cards on home: put there, taken away, made anew when they are due, pressed.

use std::sync::Arc;

use fingertip_broker::{Decision, Facts, decide, disclosure};
use fingertip_host::{Arrival, Place};
use fingertip_standard::{
    AppId, Named, OperationId, ServiceId,
    events::Origin,
    requests::{Call, Wish},
};
use jiff::{SignedDuration, Timestamp};

use crate::{
    areas::{
        cards::{
            due,
            effect::{CardsEffect, WidgetJob},
            model::{HomeWidget, KeptWidget, OpenedWidget, WidgetOutcome, WidgetPlace},
            msg::CardsMsg,
        },
        mini_app::opening,
    },
    effect::Effect,
    model::Model,
};

/// How long after a failure on the way a card is tried again.
const RETRY: SignedDuration = SignedDuration::from_mins(1);

pub(crate) fn update(model: &mut Model, msg: CardsMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        CardsMsg::AddedWidget(id) => added(model, id, now),
        CardsMsg::RemovedWidget(place) => {
            model.widgets.retain(|widget| widget.kept.place != place);
            vec![keep(model), Effect::Cards(CardsEffect::ForgetCard(place))]
        }
        CardsMsg::MovedWidget { place, is_forward } => moved(model, &place, is_forward),
        CardsMsg::OpenedWidget(place) => pressed(model, &place, now),
        CardsMsg::WidgetOpened(place, opened) => judged(model, place, &opened, now),
        CardsMsg::WidgetMade(place, outcome) => made(model, place, *outcome, now),
    }
}

fn keep(model: &Model) -> Effect {
    Effect::Cards(CardsEffect::KeepWidgets(model.widgets.iter().map(|widget| widget.kept.clone()).collect()))
}

fn added(model: &mut Model, id: String, now: Timestamp) -> Vec<Effect> {
    let Some(open) = &*model.open else { return Vec::new() };
    let Place { department, app, .. } = open.place().clone();
    let place = WidgetPlace { department, app, widget: id };
    let kept = open.manifest.as_ref().and_then(|manifest| KeptWidget::declared(place.clone(), manifest));
    let Some(kept) = kept.filter(|_| !model.widgets.iter().any(|widget| widget.kept.place == place)) else {
        return Vec::new();
    };
    model.widgets.push(HomeWidget::new(kept));
    [keep(model)].into_iter().chain(due::due(model, now)).collect()
}

fn moved(model: &mut Model, place: &WidgetPlace, is_forward: bool) -> Vec<Effect> {
    let Some(from) = model.widgets.iter().position(|widget| widget.kept.place == *place) else {
        return Vec::new();
    };
    let to =
        if is_forward { from.checked_sub(1) } else { Some(from + 1).filter(|to| *to < model.widgets.len()) };
    let Some(to) = to else { return Vec::new() };
    model.widgets.swap(from, to);
    vec![keep(model)]
}

fn pressed(model: &mut Model, place: &WidgetPlace, now: Timestamp) -> Vec<Effect> {
    let Some(widget) = model.widgets.iter().find(|widget| widget.kept.place == *place) else {
        return Vec::new();
    };
    let params = widget.card.as_ref().map(|card| card.card.params.clone()).unwrap_or_default();
    let route = widget.kept.entry.clone();
    let at = Place {
        service: service(model, &place.app, &route),
        department: place.department.clone(),
        app: place.app.clone(),
        route,
    };
    opening::open_at(model, at, Arrival { params, origin: Origin::Widget, ..Arrival::default() }, now)
}

/// The service by whose name the person knows the mini-app's entry.
fn service(model: &Model, app: &AppId, route: &str) -> Option<ServiceId> {
    let services = &model.catalogue.ready()?.services;
    let leads = services.iter().find(|service| {
        service.mini_app.as_ref().is_some_and(|entry| entry.app == *app && entry.route == route)
    });
    leads.map(|service| service.id.clone())
}

/// Decides on what the card is to be made from, exactly as if the mini-app asked for it.
fn judged(model: &mut Model, place: WidgetPlace, opened: &OpenedWidget, now: Timestamp) -> Vec<Effect> {
    let Some(declared) = opened.manifest.widget(&place.widget) else {
        tracing::warn!(app = %place.app, widget = place.widget, "the mini-app no longer has this widget");
        return made(model, place, WidgetOutcome::Failed, now);
    };
    let is_signed_in = model.signed_in().is_some();
    let facts = Facts {
        manifest: &opened.manifest,
        granted: &opened.granted,
        is_signed_in,
        consents: &model.consents,
        pending: 0,
        consent_days: model.rules.consent_days,
        now,
    };
    let is_allowed = |wish: &Wish| decide(wish, facts) == Decision::Allow;
    let call = |operation: &OperationId| {
        let wish = Wish::Call(Call {
            operation: Named::Id(operation.clone()),
            body: "{}".to_owned(),
            keep_until_online: false,
        });
        // A card is made without a hand.
        let is_changing = model.rules.changes(&opened.running.department, operation);
        (is_allowed(&wish) && !is_changing).then(|| {
            (operation.clone(), disclosure(&wish, &opened.running, &opened.manifest, Vec::new(), now))
        })
    };
    let job = WidgetJob {
        call: declared.operation.as_ref().and_then(call),
        stored: declared
            .stored
            .iter()
            .filter(|key| is_allowed(&Wish::Fetch((*key).clone())))
            .cloned()
            .collect(),
        region: model.preferences.region.as_ref().map(ToString::to_string).unwrap_or_default(),
        language: model.preferences.language.clone(),
        display: model.preferences.display,
        is_signed_in,
        place,
    };
    let Some(widget) = model.widgets.iter_mut().find(|widget| widget.kept.place == job.place) else {
        // Taken off home meanwhile.
        return vec![Effect::Cards(CardsEffect::ForgetCard(job.place))];
    };
    let mut effects = Vec::new();
    if let Some(now_declared) = KeptWidget::declared(job.place.clone(), &opened.manifest)
        && now_declared != widget.kept
    {
        widget.kept = now_declared;
        effects.push(keep(model));
    }
    effects.push(Effect::Cards(CardsEffect::MakeWidget(Box::new(job))));
    effects
}

fn made(model: &mut Model, place: WidgetPlace, outcome: WidgetOutcome, now: Timestamp) -> Vec<Effect> {
    let is_signed_in = model.signed_in().is_some();
    let Some(widget) = model.widgets.iter_mut().find(|widget| widget.kept.place == place) else {
        // Taken off home meanwhile.
        return vec![Effect::Cards(CardsEffect::ForgetCard(place))];
    };
    widget.is_under_way = false;
    let minutes = SignedDuration::from_mins(widget.kept.minutes.into());
    // Whoever was signed in when it was begun may have left.
    let is_stale = widget.kept.needs_sign_in && !is_signed_in;
    let mut effects = Vec::new();
    let wait = match outcome {
        WidgetOutcome::Later if !is_stale => RETRY,
        WidgetOutcome::Shown(card) if !is_stale => {
            widget.card = Some(Arc::new(card));
            minutes
        }
        _ => {
            widget.card = None;
            effects.push(Effect::Cards(CardsEffect::ForgetCard(place)));
            minutes
        }
    };
    widget.due_at = if std::mem::take(&mut widget.is_touched) { None } else { now.checked_add(wait).ok() };
    effects.extend(due::due(model, now));
    effects
}
