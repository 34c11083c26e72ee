//! From messages to what happens in the host.

use fingertip_contract::{Catalogue, MiniAppEntry};
use fingertip_host::{Arrival, GivenFile, OpenMiniApp as Host, Place};
use fingertip_standard::{DepartmentId, FaultClass, ServiceId, requests::Answer};
use jiff::Timestamp;

use crate::{
    areas::{
        acts, joint, lock,
        mini_app::{
            effect::MiniAppEffect,
            hosting,
            model::{OpenMiniApp, Opened},
            msg::MiniAppMsg,
            opening, scan,
        },
        notices::model::Told,
        person::effect::PersonEffect,
        resume,
        session::{model::GraveAct, step_up},
        uses,
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::settles,
};

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
            let used = uses::update::on_opened(model, &id, now);
            let place = Place { service: Some(id), department, app: entry.app, route: entry.route };
            opening::open_at(model, place, Arrival::default(), now).into_iter().chain(used).collect()
        }
        MiniAppMsg::RetriedMiniApp => {
            let instance = model.next_instance;
            model.next_instance += 1;
            let Some(failed) = model.open.take() else { return Vec::new() };
            *model.open = Some(OpenMiniApp::opening(instance, failed.host.place, failed.host.arrival));
            opening::begin(model).into_iter().collect()
        }
        MiniAppMsg::ClosedMiniApp => opening::close(model, now),
        MiniAppMsg::MiniAppOpened(instance, _) if !is_open(model, instance) => {
            vec![MiniAppEffect::CloseMiniApp(instance).into()]
        }
        MiniAppMsg::MiniAppOpened(_, opened) => {
            let mut effects =
                hosting::happen(model, now, |host, around| host.opened(of_host(*opened), around));
            effects.extend(resume::left::keep_open(model, now));
            effects
        }
        // Late messages of an earlier opening.
        MiniAppMsg::MiniAppPreparing(instance)
        | MiniAppMsg::MiniAppFetched(instance, _)
        | MiniAppMsg::MiniAppFailed(instance, _)
        | MiniAppMsg::MiniAppStepped(instance, _)
        | MiniAppMsg::DraftDue(instance)
            if !is_open(model, instance) =>
        {
            Vec::new()
        }
        MiniAppMsg::MiniAppPreparing(_) => nothing_more(model, now, Host::prepare),
        MiniAppMsg::MiniAppFetched(_, share) => {
            if let Some(open) = model.open.as_mut() {
                open.fetched = Some(share);
            }
            Vec::new()
        }
        MiniAppMsg::MiniAppFailed(_, fault) => {
            let fault = owned(model, fault);
            // What was typed a moment ago is not lost with it.
            let mut effects = opening::keep_typed(model, now);
            effects.extend(resume::left::forget_open(model));
            effects.extend(nothing_more(model, now, |host| host.fail(fault.into())));
            effects
        }
        MiniAppMsg::MiniAppStepped(_, stepped) => {
            hosting::happen(model, now, |host, around| host.take(*stepped, around))
        }
        MiniAppMsg::DraftDue(_) => opening::keep_typed(model, now),
        MiniAppMsg::WentBack => hosting::happen(model, now, |host, _| host.back()),
        MiniAppMsg::ChangedInput { key, input } => type_in(model, now, |host| host.change(&key, input)),
        MiniAppMsg::FilledIn { key, input } => type_in(model, now, |host| host.fill_in(&key, input)),
        MiniAppMsg::AddedCopy { group } => type_in(model, now, |host| host.add_copy(&group)),
        MiniAppMsg::RemovedCopy { group, copy } => type_in(model, now, |host| host.remove_copy(&group, copy)),
        MiniAppMsg::ChoseFiles { key, files } => {
            let given = |(name, media_type, content)| GivenFile { name, media_type, content };
            let files = files.into_iter().map(given).collect();
            type_in(model, now, |host| host.choose_files(&key, files))
        }
        MiniAppMsg::Acted { action, node, row } => {
            hosting::happen(model, now, |host, _| host.press(&action, &node, row))
        }
        MiniAppMsg::Submitted { action } => hosting::happen(model, now, |host, _| host.submit(&action)),
        MiniAppMsg::FrameShown(is_on_screen) => {
            if let Some(open) = &mut *model.open {
                open.is_on_screen = is_on_screen;
            }
            settle(model, now)
        }
        MiniAppMsg::AppInFront(is_in_front) => {
            model.is_in_front = is_in_front;
            model.following.restart();
            let mut effects = settle(model, now);
            if !is_in_front {
                effects.extend(resume::update::on_hidden(model, now));
            }
            effects.extend(lock::update::on_front(model, now));
            effects.extend(acts::update::keep_what_changed(model));
            effects.extend(joint::update::keep_what_changed(model));
            effects
        }
        MiniAppMsg::TickedDocument { sheet, index, is_ticked } => {
            hosting::happen(model, now, |host, _| host.tick(sheet, index, is_ticked))
        }
        MiniAppMsg::ChoseCode { sheet, content } => scan::on_chosen(model, sheet, content),
        MiniAppMsg::TypedCode { sheet, text } => scan::on_read(model, sheet, Ok(text), now),
        MiniAppMsg::CodeRead { instance, .. } if !is_open(model, instance) => Vec::new(),
        MiniAppMsg::CodeRead { sheet, read, .. } => scan::on_read(model, sheet, read, now),
        MiniAppMsg::AnsweredSheet { has_agreed: true, .. } if settles(model.sheet_since, now) => Vec::new(),
        MiniAppMsg::AnsweredSheet { sheet, has_agreed: true }
            if step_up::is_grave(model, sheet) && step_up::waits(model, GraveAct::Agree(sheet), now) =>
        {
            Vec::new()
        }
        MiniAppMsg::AnsweredSheet { sheet, has_agreed } => {
            hosting::happen(model, now, |host, around| host.answer_sheet(sheet, has_agreed, around))
        }
        MiniAppMsg::Answered { instance, request, answer, fault } => {
            fault.into_iter().for_each(|fault| model.tell(Told::Fault(fault)));
            if !is_open(model, instance) {
                return Vec::new();
            }
            // What was paid is done: nobody is in the middle of it.
            let kept = matches!(answer, Answer::Receipt(_)).then(|| remind_of_form(model, false)).flatten();
            let mut effects = hosting::answer(model, request, answer, now);
            effects.extend(kept);
            effects
        }
        MiniAppMsg::DraftsCounted(drafts) => {
            model.drafts.set(drafts);
            Vec::new()
        }
    }
}

/// Whether the person is reminded of the open form, kept where that is another answer than before.
fn remind_of_form(model: &mut Model, is_wanted: bool) -> Option<Effect> {
    let app = &model.open.as_ref()?.place().app;
    if model.preferences.forms_put_away.contains(app) != is_wanted {
        return None;
    }
    let app = app.clone();
    let put_away = &mut model.preferences.forms_put_away;
    if is_wanted {
        put_away.remove(&app);
    } else {
        put_away.insert(app);
    }
    Some(PersonEffect::KeepPreferences((*model.preferences).clone()).into())
}

fn is_open(model: &Model, instance: u64) -> bool {
    model.open.as_ref().is_some_and(|open| open.instance == instance)
}

/// The department of a fault in the open mini-app.
fn owned(model: &Model, fault: ShownFault) -> ShownFault {
    match &*model.open {
        Some(open) if fault.class == FaultClass::Department => fault.owned_by(&open.place().department),
        _ => fault,
    }
}

fn entry_of(catalogue: &Catalogue, id: &ServiceId) -> Option<(DepartmentId, MiniAppEntry)> {
    let service = catalogue.service(id)?;
    Some((service.department.clone(), service.mini_app.clone()?))
}

/// What the host has by itself of a mini-app that came up.
fn of_host(opened: Opened) -> fingertip_host::Opened {
    let Opened { running, manifest, messages, pictures, granted, draft, stepped } = opened;
    let inputs = draft.map(|draft| draft.inputs);
    fingertip_host::Opened { running, manifest, messages, pictures, granted, inputs, stepped }
}

fn nothing_more(model: &mut Model, now: Timestamp, happen: impl FnOnce(&mut Host)) -> Vec<Effect> {
    hosting::happen(model, now, |host, _| {
        happen(host);
        Vec::new()
    })
}

/// A word is written down once, not once a letter: its draft waits until the person pauses.
fn type_in(
    model: &mut Model,
    now: Timestamp,
    change: impl FnOnce(&mut Host) -> Vec<fingertip_host::Effect>,
) -> Vec<Effect> {
    let mut has_typed = false;
    let mut effects = hosting::happen(model, now, |host, _| {
        let mut wanted = change(host);
        wanted.retain(|wanted| {
            let is_draft = matches!(wanted, fingertip_host::Effect::KeepDraft(_));
            has_typed |= is_draft;
            !is_draft
        });
        wanted
    });
    if has_typed
        && let Some(open) = &mut *model.open
        && !std::mem::replace(&mut open.has_unkept, true)
    {
        effects.insert(0, MiniAppEffect::WaitForDraft(open.instance).into());
    }
    // Whoever goes on with a form that they put away wants to be reminded of it again.
    effects.extend(remind_of_form(model, true));
    effects
}

/// The mini-app is on the screen where its frame is there and the app itself is in front.
fn settle(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    let is_visible = model.is_in_front && model.open.as_ref().is_some_and(|open| open.is_on_screen);
    hosting::happen(
        model,
        now,
        |host, around| {
            if is_visible { host.show(around.now) } else { host.hide(around.now) }
        },
    )
}
