//! Opening and closing a mini-app, and what is kept of it.

use fingertip_records::Draft;
use fingertip_standard::{events::Input, view::Kind, words::Date};
use jiff::Timestamp;

use crate::{
    areas::{
        cards,
        mini_app::{
            effect::{MiniAppEffect, OpenJob},
            lifecycle,
            model::{Arrival, MiniAppState, OpenMiniApp, Place},
        },
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
};

/// Asks for the mini-app that stands in the model to be opened.
pub(crate) fn begin(model: &Model) -> Option<Effect> {
    let open = model.open.as_ref()?;
    Some(Effect::MiniApp(MiniAppEffect::OpenMiniApp(Box::new(OpenJob {
        instance: open.instance,
        department: open.department.clone(),
        app: open.app.clone(),
        route: open.route.clone(),
        arrival: open.arrival.clone(),
        region: model.preferences.region.as_ref().map(ToString::to_string).unwrap_or_default(),
        language: model.preferences.language.clone(),
        display: model.preferences.display,
        is_signed_in: model.signed_in().is_some(),
    }))))
}

/// Opens a mini-app, and closes the one that is open. Coming back to what is open already changes nothing.
pub(crate) fn open_at(model: &mut Model, place: Place, arrival: Arrival, now: Timestamp) -> Vec<Effect> {
    let is_there = |open: &OpenMiniApp| {
        open.app == place.app
            && open.route == place.route
            && open.arrival.params == arrival.params
            && open.state == MiniAppState::Running
    };
    if model.open.as_ref().is_some_and(is_there) {
        return Vec::new();
    }
    let mut effects = close(model, now);
    let instance = model.next_instance;
    model.next_instance += 1;
    let outage = outage(model, &place, now);
    let mut opening = OpenMiniApp::opening(instance, place, arrival);
    if let Some(fault) = outage {
        opening.state = MiniAppState::Failed(fault);
        *model.open = Some(opening);
        return effects;
    }
    *model.open = Some(opening);
    effects.extend(begin(model));
    effects
}

/// What the person is told where the department has taken the service off line.
fn outage(model: &Model, place: &Place, now: Timestamp) -> Option<ShownFault> {
    let service = model.catalogue.ready()?.service(place.service.as_ref()?)?;
    let is_out = service.outage.as_ref().is_some_and(|outage| outage.lasts(now));
    is_out.then(|| ShownFault::outage(&place.department))
}

/// Closes what is open, and keeps what was typed.
pub(crate) fn close(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    model.sheets.clear();
    let Some(mut open) = model.open.take() else { return Vec::new() };
    let mut effects: Vec<Effect> = draft(&mut open, now).into_iter().collect();
    effects.extend(lifecycle::end(&open));
    effects.push(Effect::MiniApp(MiniAppEffect::CloseMiniApp(open.instance)));
    // What was done there shows on its cards at once.
    effects.extend(cards::due::touch_all(model, &open.app, now));
    effects
}

/// What is kept, so that a call, a crash or a flat battery loses nothing.
pub(crate) fn draft(open: &mut OpenMiniApp, now: Timestamp) -> Option<Effect> {
    open.has_unkept = false;
    let running = open.running.as_ref()?;
    // What was handed in is no draft any more.
    if open.has_submitted {
        return None;
    }
    let draft = Draft {
        app: open.app.clone(),
        version: running.version,
        route: open.draft_key(),
        saved: open.saved.clone(),
        inputs: open.inputs.clone(),
        updated_at: now,
    };
    Some(MiniAppEffect::KeepDraft(draft).into())
}

/// Keeps what was typed since the last draft, if anything was.
pub(crate) fn keep_typed(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    match &mut *model.open {
        Some(open) if open.has_unkept => draft(open, now).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Puts agreed facts into the inputs that say they may be filled from them, where the person typed nothing.
pub(crate) fn fill(open: &mut OpenMiniApp) {
    let Some(view) = open.view.clone() else { return };
    for node in &view.nodes {
        let claim = node
            .kind
            .field()
            .and_then(|field| field.fills_from.as_ref())
            .and_then(|claim| open.claims.get(claim));
        if let Some(value) = claim
            && !open.inputs.contains_key(&node.key)
        {
            open.inputs.insert(node.key.clone(), shaped(&node.kind, value));
            open.generation += 1;
        }
    }
}

/// A fact in the shape of the input that it fills: a date stands in a claim as ISO 8601.
fn shaped(kind: &Kind, value: &str) -> Input {
    match (kind, value.parse::<jiff::civil::Date>()) {
        (Kind::DateInput(_), Ok(day)) => Input::Date(Date {
            year: day.year().into(),
            month: day.month().unsigned_abs(),
            day: day.day().unsigned_abs(),
        }),
        _ => Input::Text(value.to_owned()),
    }
}
