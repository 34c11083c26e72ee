//! Opening and closing a mini-app, and what is kept of it.

use fingertip_contract::api::AppState;
use fingertip_host::{Arrival, Place};
use jiff::Timestamp;

use crate::{
    areas::mini_app::{
        effect::{MiniAppEffect, OpenJob},
        hosting,
        model::{MiniAppState, OpenMiniApp},
    },
    effect::Effect,
    fault::ShownFault,
    model::Model,
    sheet::Sheet,
};

/// Asks for the mini-app that stands in the model to be opened.
pub(crate) fn begin(model: &Model) -> Option<Effect> {
    let open = model.open.as_ref()?;
    Some(Effect::MiniApp(MiniAppEffect::OpenMiniApp(Box::new(OpenJob {
        instance: open.instance,
        department: open.place().department.clone(),
        app: open.place().app.clone(),
        route: open.place().route.clone(),
        arrival: open.arrival().clone(),
        region: model.preferences.region.as_ref().map(ToString::to_string).unwrap_or_default(),
        language: model.preferences.language.clone(),
        display: model.preferences.display,
        is_signed_in: model.signed_in().is_some(),
    }))))
}

/// Opens a mini-app, for whom the person acts now, and closes the one that is open. Coming back to what is open already changes nothing.
pub(crate) fn open_at(model: &mut Model, place: Place, arrival: Arrival, now: Timestamp) -> Vec<Effect> {
    let acting = model.acting_for.as_ref();
    let arrival = Arrival { on_behalf: acting.map(|acting| acting.link.clone()), ..arrival };
    let is_there = |open: &OpenMiniApp| {
        open.place().app == place.app
            && open.place().route == place.route
            && open.arrival().params == arrival.params
            && open.arrival().on_behalf == arrival.on_behalf
            && open.state() == MiniAppState::Running
    };
    if model.open.as_ref().is_some_and(is_there) {
        return Vec::new();
    }
    let mut effects = close(model, now);
    let instance = model.next_instance;
    model.next_instance += 1;
    let outage = outage(model, &place, now).or_else(|| beyond_mandate(model, &place));
    let mut opening = OpenMiniApp::opening(instance, place, arrival);
    if let Some(fault) = outage {
        opening.host.fail(fault.into());
        *model.open = Some(opening);
        return effects;
    }
    if !model.is_in_front {
        opening.host.hide(now);
    }
    *model.open = Some(opening);
    effects.extend(begin(model));
    effects
}

/// What the person is told where the service, or the whole app, is switched off.
fn outage(model: &Model, place: &Place, now: Timestamp) -> Option<ShownFault> {
    match model.app_state(now) {
        AppState::UpdateNeeded => return Some(ShownFault::update_needed()),
        AppState::Unavailable(_) => return Some(ShownFault::unavailable()),
        AppState::Fine | AppState::UpdateAdvised => {}
    }
    let service = model.catalogue.ready()?.service(place.service.as_ref()?)?;
    model.outage(service, now).map(|_| ShownFault::outage(&place.department))
}

/// What the person is told where they may not act for the other at this department.
fn beyond_mandate(model: &Model, place: &Place) -> Option<ShownFault> {
    let acting = model.acting_for.as_ref()?;
    (!acting.mandate.covers(&place.department)).then(ShownFault::beyond_mandate)
}

/// Closes what is open, and keeps what was typed.
pub(crate) fn close(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    // What a page outside asks for is none of its affair.
    model.sheets.retain(|sheet| matches!(sheet, Sheet::Present { .. }));
    hosting::happen(model, now, |host, _| host.close())
}

/// Keeps what was typed since the last draft, if anything was.
pub(crate) fn keep_typed(model: &mut Model, now: Timestamp) -> Vec<Effect> {
    match &*model.open {
        Some(open) if open.has_unkept => hosting::happen(model, now, |host, _| host.keep()),
        _ => Vec::new(),
    }
}
