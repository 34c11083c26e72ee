//! The open mini-app: opening, typing, pressing, steps, end.

use fingertip_records::Draft;
use fingertip_standard::{
    events::{Acted, Changed, Event, Input, Submitted},
    repeat, validate,
    view::{Kind, View},
    words::Date,
};
use jiff::Timestamp;
use std::sync::Arc;

use super::{lifecycle, owned, requests, service_entry, widgets};
use crate::{
    Arrival, Effect, MiniAppState, Model, Msg, OpenMiniApp, Opened, ShownFault, Stepped, Told,
    model::{Held, Place},
};

pub(super) fn update(model: &mut Model, msg: Msg, now: Timestamp) -> Vec<Effect> {
    match msg {
        Msg::OpenedService(id) => {
            let Some((department, entry)) =
                model.catalogue.ready().and_then(|catalogue| service_entry(catalogue, &id))
            else {
                return Vec::new();
            };
            open_at(
                model,
                Place { service: Some(id), department, app: entry.app, route: entry.route },
                Arrival::default(),
                now,
            )
        }
        Msg::RetriedMiniApp => {
            let instance = model.next_instance;
            model.next_instance += 1;
            let Some(failed) = model.open.take() else { return Vec::new() };
            let place = Place {
                service: failed.service,
                department: failed.department,
                app: failed.app,
                route: failed.route,
            };
            model.open = Some(OpenMiniApp::opening(instance, place, failed.arrival));
            open(model).into_iter().collect()
        }
        Msg::ClosedMiniApp => close(model, now),
        Msg::MiniAppOpened(instance, opened) => match running(model, instance) {
            Some(()) => {
                let mut effects = taken(model, *opened, now);
                effects.extend(lifecycle::settle(model, now));
                effects
            }
            None => vec![Effect::CloseMiniApp(instance)],
        },
        Msg::MiniAppPreparing(instance) => {
            if let Some(open) = model
                .open
                .as_mut()
                .filter(|open| open.instance == instance && open.state == MiniAppState::Opening)
            {
                open.state = MiniAppState::Preparing;
            }
            Vec::new()
        }
        Msg::MiniAppFailed(instance, fault) => {
            let fault = owned(model, fault);
            if let Some(open) = model.open.as_mut().filter(|open| open.instance == instance) {
                open.state = MiniAppState::Failed(fault);
                open.is_busy = false;
                open.pending.clear();
                model.sheets.retain(|sheet| matches!(sheet, crate::Sheet::SignIn { .. }));
            }
            Vec::new()
        }
        Msg::MiniAppStepped(instance, stepped) => match running(model, instance) {
            Some(()) => {
                if let Some(open) = &mut model.open {
                    open.in_flight = open.in_flight.saturating_sub(1);
                }
                let mut effects = step(model, *stepped, now);
                effects.extend(press_held(model));
                effects.extend(lifecycle::settle(model, now));
                effects
            }
            None => Vec::new(),
        },
        Msg::WentBack => pressed(model, Held::WentBack),
        Msg::ChangedInput { key, input } => changed(model, key, input, now),
        Msg::AddedCopy { group } => copied(model, &group, None, now),
        Msg::RemovedCopy { group, copy } => copied(model, &group, Some(copy), now),
        Msg::ChoseFiles { key, files } => chose_files(model, &key, files, now),
        Msg::Acted { action, node, row } => pressed(model, Held::Acted(action, node, row)),
        Msg::Submitted { action } => pressed(model, Held::Submitted(action)),
        Msg::FrameShown(is_on_screen) => {
            if let Some(open) = &mut model.open {
                open.is_on_screen = is_on_screen;
            }
            lifecycle::settle(model, now)
        }
        Msg::AppInFront(is_in_front) => {
            model.is_in_front = is_in_front;
            lifecycle::settle(model, now)
        }
        other => requests::update(model, other, now),
    }
}

fn running(model: &Model, instance: u64) -> Option<()> {
    model.open.as_ref().filter(|open| open.instance == instance).map(|_| ())
}

fn open(model: &Model) -> Option<Effect> {
    let open = model.open.as_ref()?;
    Some(Effect::OpenMiniApp {
        instance: open.instance,
        department: open.department.clone(),
        app: open.app.clone(),
        route: open.route.clone(),
        arrival: open.arrival.clone(),
        region: model.preferences.region.as_ref().map(ToString::to_string).unwrap_or_default(),
        language: model.preferences.language.clone(),
        display: model.preferences.display,
        is_signed_in: model.signed_in().is_some(),
    })
}

/// Opens a mini-app, and closes the one that is open. Coming back to what is open already changes nothing.
pub(super) fn open_at(model: &mut Model, place: Place, arrival: Arrival, now: Timestamp) -> Vec<Effect> {
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
        model.open = Some(opening);
        return effects;
    }
    model.open = Some(opening);
    effects.extend(open(model));
    effects
}

/// What the person is told where the department has taken the service off line.
fn outage(model: &Model, place: &Place, now: Timestamp) -> Option<ShownFault> {
    let service = model.catalogue.ready()?.service(place.service.as_ref()?)?;
    let is_out = service.outage.as_ref().is_some_and(|outage| outage.lasts(now));
    is_out.then(|| ShownFault::outage(&place.department))
}

fn close(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    model.sheets.clear();
    let Some(open) = model.open.take() else { return Vec::new() };
    let mut effects: Vec<Effect> = draft(&open, now).into_iter().collect();
    effects.extend(lifecycle::end(&open));
    effects.push(Effect::CloseMiniApp(open.instance));
    // What was done there shows on its cards at once.
    effects.extend(widgets::touched(model, &open.app, now));
    effects
}

fn taken(model: &mut Model, opened: Opened, now: Timestamp) -> Vec<Effect> {
    let Opened { running, manifest, messages, pictures, granted, draft, stepped } = opened;
    if let Some(open) = &mut model.open {
        open.running = Some(running);
        open.manifest = Some(manifest);
        open.messages = Some(messages);
        open.pictures = pictures;
        open.granted = granted;
        open.state = MiniAppState::Running;
        if let Some(draft) = draft {
            open.inputs = draft.inputs;
            // File contents are not kept in a draft: the person chooses the file again.
            open.inputs.retain(|_, input| !matches!(input, Input::Files(_)));
            open.generation += 1;
        }
    }
    step(model, stepped, now)
}

/// Takes a step of the guest in: what it shows, then what it asks for.
fn step(model: &mut Model, stepped: Stepped, now: Timestamp) -> Vec<Effect> {
    let Some(open) = &mut model.open else { return Vec::new() };
    if stepped.saved.is_some() {
        open.saved = stepped.saved;
    }
    let Some(checked) = stepped.step else {
        open.is_busy = !open.pending.is_empty();
        return Vec::new();
    };
    let step = checked.into_inner();
    let words: Arc<[_]> = Arc::from(step.words);
    let title = |view: Option<&View>| view.and_then(|view| view.nodes.first()).map(|page| page.key.clone());
    if let Some(view) = step.view {
        if title(open.view.as_deref()) != title(Some(&view)) {
            open.problems.clear();
        }
        open.given = Some(Arc::new(view));
        open.repeat();
        open.words = words.clone();
        fill(open);
    }
    open.is_busy = false;
    let draft = draft(open, now);
    if stepped.was_restored {
        open.is_shown = false;
        open.pending.clear();
        model.tell(Told::MiniAppRestored);
    }
    let mut effects: Vec<Effect> = draft.into_iter().collect();
    for request in step.requests {
        effects.extend(requests::asked(model, request, words.clone(), now));
    }
    if let Some(open) = &mut model.open {
        open.is_busy = open
            .pending
            .values()
            .any(|wish| !matches!(wish, fingertip_standard::requests::Wish::WatchCase(_)));
    }
    effects
}

/// Puts agreed facts into the inputs that say they may be filled from them, where the person typed nothing.
pub(super) fn fill(open: &mut OpenMiniApp) {
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

/// What is kept, so that a call, a crash or a flat battery loses nothing.
fn draft(open: &OpenMiniApp, now: Timestamp) -> Option<Effect> {
    let running = open.running.as_ref()?;
    // What was handed in is no draft any more.
    if open.has_submitted {
        return None;
    }
    Some(Effect::KeepDraft(Draft {
        app: open.app.clone(),
        version: running.version,
        route: open.draft_key(),
        saved: open.saved.clone(),
        inputs: open.inputs.clone(),
        updated_at: now,
    }))
}

/// The person pressed something: done now, or as soon as the guest has answered what came before.
fn pressed(model: &mut Model, held: Held) -> Vec<Effect> {
    let Some(open) = &mut model.open else { return Vec::new() };
    if open.in_flight > 0 {
        open.held = Some(held);
        return Vec::new();
    }
    match held {
        Held::WentBack => event(model, |_| Event::WentBack),
        Held::Submitted(action) => submitted(model, action),
        Held::Acted(action, node, row) => {
            event(model, |view| Event::Acted(Acted { action, node, row, revision: view.revision }))
        }
    }
}

fn press_held(model: &mut Model) -> Vec<Effect> {
    let Some(open) = model.open.as_mut().filter(|open| open.in_flight == 0) else { return Vec::new() };
    let Some(held) = open.held.take() else { return Vec::new() };
    let is_there = |is_it: &dyn Fn(&fingertip_standard::view::Node) -> bool| {
        open.view.as_ref().is_some_and(|view| view.nodes.iter().any(is_it))
    };
    let is_still_there = match &held {
        Held::WentBack => true,
        Held::Submitted(action) => is_there(
            &|node| matches!(&node.kind, Kind::Button(button) if button.submits && button.action == *action),
        ),
        Held::Acted(_, key, _) => is_there(&|node| node.key == *key),
    };
    if is_still_there { pressed(model, held) } else { Vec::new() }
}

fn event(model: &mut Model, make: impl FnOnce(&View) -> Event) -> Vec<Effect> {
    let Some(open) = model.open.as_mut().filter(|open| open.state == MiniAppState::Running) else {
        return Vec::new();
    };
    let Some(view) = open.view.clone() else { return Vec::new() };
    open.is_busy = true;
    vec![Effect::Guest(open.instance, make(&view))]
}

fn changed(model: &mut Model, key: String, input: Input, now: Timestamp) -> Vec<Effect> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let Some(view) = open.view.clone() else { return Vec::new() };
    let Some(node) = view.nodes.iter().find(|node| node.key == key) else { return Vec::new() };
    open.problems.remove(&key);
    open.inputs.insert(key.clone(), input.clone());
    let mut effects: Vec<Effect> = draft(open, now).into_iter().collect();
    if node.kind.field().is_some_and(|field| field.reports_change) {
        effects.push(Effect::Guest(
            open.instance,
            Event::Changed(Changed { key, input, revision: view.revision }),
        ));
    }
    effects
}

/// A copy of a repeat group is added, or the one named taken away.
fn copied(model: &mut Model, key: &str, removed: Option<u32>, now: Timestamp) -> Vec<Effect> {
    let Some(open) = &mut model.open else { return Vec::new() };
    let Some(Kind::RepeatGroup(group)) = open
        .given
        .as_ref()
        .and_then(|view| view.nodes.iter().find(|node| node.key == key))
        .map(|node| node.kind.clone())
    else {
        return Vec::new();
    };
    match removed {
        None => repeat::add_copy(key, &group, &mut open.inputs),
        Some(removed) => {
            repeat::remove_copy(key, &group, removed, &mut open.inputs);
            // What was found wrong stood under the old numbers.
            open.problems.clear();
            open.generation += 1;
        }
    }
    open.repeat();
    draft(open, now).into_iter().collect()
}

fn chose_files(
    model: &mut Model,
    key: &str,
    files: Vec<(String, String, Vec<u8>)>,
    now: Timestamp,
) -> Vec<Effect> {
    let Some(open) = &mut model.open else { return Vec::new() };
    open.chosen.retain(|_, chosen| chosen.key != key);
    let mut named = Vec::new();
    for (number, file) in files.into_iter().enumerate() {
        let chosen = Msg::chosen(key, number, file);
        named.push(chosen.file.clone());
        open.chosen.insert(chosen.file.handle.clone(), chosen);
    }
    changed(model, key.to_owned(), Input::Files(named), now)
}

/// Checks the page; goes on only when nothing is wrong.
fn submitted(model: &mut Model, action: String) -> Vec<Effect> {
    let Some(open) = model.open.as_mut().filter(|open| open.state == MiniAppState::Running) else {
        return Vec::new();
    };
    let Some(view) = open.view.clone() else { return Vec::new() };
    let (inputs, problems) = validate::gather(&view, &open.inputs);
    open.problems = problems;
    if !open.problems.is_empty() {
        return Vec::new();
    }
    open.is_busy = true;
    vec![Effect::Guest(
        open.instance,
        Event::Submitted(Submitted { action, inputs, revision: view.revision }),
    )]
}
