//! The open mini-app: opening, typing, pressing, steps, end.

use std::sync::Arc;

use fingertip_contract::{Catalogue, MiniAppEntry};
use fingertip_standard::{
    DepartmentId, ServiceId,
    events::{Acted, Changed, Event, Input, Submitted},
    repeat, validate,
    view::{Kind, View},
};
use jiff::Timestamp;

use crate::{
    areas::{
        mini_app::{
            effect::MiniAppEffect,
            lifecycle,
            model::{Arrival, ChosenFile, Held, MiniAppState, OpenMiniApp, Opened, Place, Stepped},
            msg::MiniAppMsg,
            opening, requests,
        },
        notices::model::Told,
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::Sheet,
};
use fingertip_standard::FaultClass;

pub(crate) fn update(model: &mut Model, msg: MiniAppMsg, now: Timestamp) -> Vec<Effect> {
    match msg {
        MiniAppMsg::LookedAtService(id) => {
            let entry = model.catalogue.ready().and_then(|catalogue| entry_of(catalogue, &id));
            let prepare = |(department, entry): (DepartmentId, MiniAppEntry)| {
                MiniAppEffect::PrepareMiniApp(department, entry.app).into()
            };
            entry.map(prepare).into_iter().collect()
        }
        MiniAppMsg::OpenedService(id) => {
            let Some((department, entry)) =
                model.catalogue.ready().and_then(|catalogue| entry_of(catalogue, &id))
            else {
                return Vec::new();
            };
            opening::open_at(
                model,
                Place { service: Some(id), department, app: entry.app, route: entry.route },
                Arrival::default(),
                now,
            )
        }
        MiniAppMsg::RetriedMiniApp => {
            let instance = model.next_instance;
            model.next_instance += 1;
            let Some(failed) = model.open.take() else { return Vec::new() };
            let place = Place {
                service: failed.service,
                department: failed.department,
                app: failed.app,
                route: failed.route,
            };
            *model.open = Some(OpenMiniApp::opening(instance, place, failed.arrival));
            opening::begin(model).into_iter().collect()
        }
        MiniAppMsg::ClosedMiniApp => opening::close(model, now),
        MiniAppMsg::MiniAppOpened(instance, _) if !is_open(model, instance) => {
            vec![MiniAppEffect::CloseMiniApp(instance).into()]
        }
        MiniAppMsg::MiniAppOpened(_, opened) => {
            let mut effects = on_opened(model, *opened, now);
            effects.extend(lifecycle::settle(model, now));
            effects
        }
        MiniAppMsg::MiniAppPreparing(instance) => {
            if let Some(open) = model
                .open
                .as_mut()
                .filter(|open| open.instance == instance && open.state == MiniAppState::Opening)
            {
                open.state = MiniAppState::Preparing;
            }
            Vec::new()
        }
        MiniAppMsg::MiniAppFailed(instance, fault) => {
            let fault = owned(model, fault);
            if let Some(open) = model.open.as_mut().filter(|open| open.instance == instance) {
                open.state = MiniAppState::Failed(fault);
                open.is_busy = false;
                open.pending.clear();
                model.sheets.retain(|sheet| matches!(sheet, Sheet::SignIn { .. }));
            }
            Vec::new()
        }
        MiniAppMsg::MiniAppStepped(instance, _) if !is_open(model, instance) => Vec::new(),
        MiniAppMsg::MiniAppStepped(_, stepped) => {
            if let Some(open) = &mut *model.open {
                open.in_flight = open.in_flight.saturating_sub(1);
            }
            let mut effects = step(model, *stepped, now);
            effects.extend(press_held(model));
            effects.extend(lifecycle::settle(model, now));
            effects
        }
        MiniAppMsg::DraftDue(instance) if !is_open(model, instance) => Vec::new(),
        MiniAppMsg::DraftDue(_) => opening::keep_typed(model, now),
        MiniAppMsg::WentBack => press(model, Held::WentBack),
        MiniAppMsg::ChangedInput { key, input } => change(model, key, input),
        MiniAppMsg::AddedCopy { group } => change_copies(model, &group, None, now),
        MiniAppMsg::RemovedCopy { group, copy } => change_copies(model, &group, Some(copy), now),
        MiniAppMsg::ChoseFiles { key, files } => choose_files(model, &key, files),
        MiniAppMsg::Acted { action, node, row } => press(model, Held::Acted(action, node, row)),
        MiniAppMsg::Submitted { action } => press(model, Held::Submitted(action)),
        MiniAppMsg::FrameShown(is_on_screen) => {
            if let Some(open) = &mut *model.open {
                open.is_on_screen = is_on_screen;
            }
            lifecycle::settle(model, now)
        }
        MiniAppMsg::AppInFront(is_in_front) => {
            model.is_in_front = is_in_front;
            lifecycle::settle(model, now)
        }
        MiniAppMsg::AnsweredSheet { has_agreed } => requests::on_answered_sheet(model, has_agreed, now),
        MiniAppMsg::Answered { instance, request, answer, fault } => {
            fault.into_iter().for_each(|fault| model.tell(Told::Fault(fault)));
            if is_open(model, instance) { requests::answer_guest(model, request, answer) } else { Vec::new() }
        }
        MiniAppMsg::DraftsCounted(drafts) => {
            model.drafts.set(drafts);
            Vec::new()
        }
    }
}

fn is_open(model: &Model, instance: u64) -> bool {
    model.open.as_ref().is_some_and(|open| open.instance == instance)
}

/// The department of a fault in the open mini-app.
fn owned(model: &Model, fault: ShownFault) -> ShownFault {
    match &*model.open {
        Some(open) if fault.class == FaultClass::Department => fault.owned_by(&open.department),
        _ => fault,
    }
}

fn entry_of(catalogue: &Catalogue, id: &ServiceId) -> Option<(DepartmentId, MiniAppEntry)> {
    let service = catalogue.service(id)?;
    Some((service.department.clone(), service.mini_app.clone()?))
}

fn on_opened(model: &mut Model, opened: Opened, now: Timestamp) -> Vec<Effect> {
    let Opened { running, manifest, messages, pictures, granted, draft, stepped } = opened;
    if let Some(open) = &mut *model.open {
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
    let Some(open) = &mut *model.open else { return Vec::new() };
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
        opening::fill(open);
    }
    open.is_busy = false;
    let draft = opening::draft(open, now);
    if stepped.was_restored {
        open.is_shown = false;
        open.pending.clear();
        model.tell(Told::MiniAppRestored);
    }
    let mut effects: Vec<Effect> = draft.into_iter().collect();
    for request in step.requests {
        effects.extend(requests::ask(model, request, words.clone(), now));
    }
    if let Some(open) = &mut *model.open {
        open.is_busy = open
            .pending
            .values()
            .any(|wish| !matches!(wish, fingertip_standard::requests::Wish::WatchCase(_)));
    }
    effects
}

/// The person pressed something: done now, or as soon as the guest has answered what came before.
fn press(model: &mut Model, held: Held) -> Vec<Effect> {
    let Some(open) = &mut *model.open else { return Vec::new() };
    if open.in_flight > 0 {
        open.held = Some(held);
        return Vec::new();
    }
    match held {
        Held::WentBack => event(model, |_| Event::WentBack),
        Held::Submitted(action) => submit(model, action),
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
    if is_still_there { press(model, held) } else { Vec::new() }
}

fn event(model: &mut Model, make: impl FnOnce(&View) -> Event) -> Vec<Effect> {
    let Some(open) = model.open.as_mut().filter(|open| open.state == MiniAppState::Running) else {
        return Vec::new();
    };
    let Some(view) = open.view.clone() else { return Vec::new() };
    open.is_busy = true;
    vec![Effect::MiniApp(MiniAppEffect::Guest(open.instance, make(&view)))]
}

fn change(model: &mut Model, key: String, input: Input) -> Vec<Effect> {
    let Some(open) = &mut *model.open else { return Vec::new() };
    let Some(view) = open.view.clone() else { return Vec::new() };
    let Some(node) = view.nodes.iter().find(|node| node.key == key) else { return Vec::new() };
    open.problems.remove(&key);
    open.inputs.insert(key.clone(), input.clone());
    // A word is written once, not once a letter.
    let mut effects = Vec::new();
    if !std::mem::replace(&mut open.has_unkept, true) {
        effects.push(MiniAppEffect::WaitForDraft(open.instance).into());
    }
    if node.kind.field().is_some_and(|field| field.reports_change) {
        effects.push(Effect::MiniApp(MiniAppEffect::Guest(
            open.instance,
            Event::Changed(Changed { key, input, revision: view.revision }),
        )));
    }
    effects
}

/// A copy of a repeat group is added, or the one named taken away.
fn change_copies(model: &mut Model, key: &str, removed: Option<u32>, now: Timestamp) -> Vec<Effect> {
    let Some(open) = &mut *model.open else { return Vec::new() };
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
    opening::draft(open, now).into_iter().collect()
}

fn choose_files(model: &mut Model, key: &str, files: Vec<(String, String, Vec<u8>)>) -> Vec<Effect> {
    let Some(open) = &mut *model.open else { return Vec::new() };
    open.chosen.retain(|_, chosen| chosen.key != key);
    let mut named = Vec::new();
    for (number, file) in files.into_iter().enumerate() {
        let chosen = ChosenFile::new(key, number, file);
        named.push(chosen.file.clone());
        open.chosen.insert(chosen.file.handle.clone(), chosen);
    }
    change(model, key.to_owned(), Input::Files(named))
}

/// Checks the page; goes on only when nothing is wrong.
fn submit(model: &mut Model, action: String) -> Vec<Effect> {
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
    vec![Effect::MiniApp(MiniAppEffect::Guest(
        open.instance,
        Event::Submitted(Submitted { action, inputs, revision: view.revision }),
    ))]
}
