//! A service in a list: who offers it, where, and whether it can be done here. One place, so that every list says so.

use dioxus::{prelude::*, router::Navigator};
use fingertip_contract::Service;
use fingertip_core::Model;
use fingertip_locale::Args;
use fingertip_ui::{
    Said,
    components::{IconName, ListRow, Tag, Tone},
};
use jiff::Timestamp;

use crate::{
    route::Route,
    state::{Words, department_name},
};

/// The services that are wanted: those that reach the person first, then the most asked for.
pub(super) fn nearest_first(model: &Model, is_wanted: impl Fn(&Service) -> bool) -> Vec<Service> {
    let Some(catalogue) = model.catalogue.ready() else { return Vec::new() };
    let home = model.preferences.region.as_ref();
    let is_far = |service: &Service| home.is_some_and(|home| !catalogue.reaches(&service.region, home));
    let mut wanted: Vec<_> =
        catalogue.services.iter().filter(|service| is_wanted(service)).cloned().collect();
    // What can be done here stands before what cannot.
    wanted.sort_by_key(|service| {
        (is_far(service), service.mini_app.is_none(), std::cmp::Reverse(service.demand))
    });
    wanted
}

/// A service in a list.
pub(super) fn service_row(model: &Model, words: &Words, service: &Service, navigator: Navigator) -> Element {
    let id = service.id.to_string();
    let open = move |()| drop(navigator.push(Route::Service { id: id.clone() }));
    let title = words.name(&service.name, service.id.as_str());
    service_row_as(model, words, service, title, false, EventHandler::new(open))
}

/// A service in a list: its name as `title`, who offers it, where that is not everywhere, and whether it can be done here; and
/// whether the nation's editors chose it for what was asked.
pub(super) fn service_row_as(
    model: &Model,
    words: &Words,
    service: &Service,
    title: Said,
    is_chosen: bool,
    on_press: EventHandler<()>,
) -> Element {
    rsx! {
        ListRow {
            key: "{service.id}",
            title,
            detail: offered_by(model, words, service),
            icon: IconName::from(service.theme),
            on_press,
            {way_tag(model, words, service)}
            if is_chosen {
                Tag { label: words.say("search-chosen"), icon: IconName::Check }
            }
        }
    }
}

/// Who offers a service, where that is not everywhere, and how it is done where it cannot be done here.
pub(super) fn offered_by(model: &Model, words: &Words, service: &Service) -> Said {
    let place = model.catalogue.ready().and_then(|catalogue| {
        let region = catalogue.region(&service.region).filter(|region| region.parent.is_some())?;
        let name = words.name(&region.name, region.code.as_str()).to_string();
        let is_far =
            model.preferences.region.as_ref().is_some_and(|home| !catalogue.reaches(&service.region, home));
        let id = if is_far { "services-elsewhere" } else { "services-in" };
        Some(words.with(id, &Args::new().text("region", name)))
    });
    let way = service.mini_app.is_none().then(|| words.say("services-at-counter"));
    let more: Vec<String> = place.into_iter().chain(way).collect();
    let department = department_name(model, words, &service.department);
    if more.is_empty() {
        return department;
    }
    department.inside(|department| format!("{department} · {}", more.join(" · ")))
}

/// Whether a service can be done here; what cannot says so in its line.
pub(super) fn way_tag(model: &Model, words: &Words, service: &Service) -> Element {
    if service.mini_app.is_none() {
        return rsx! {};
    }
    if model.outage(service, Timestamp::now()).is_some() {
        return rsx! { Tag { label: words.say("services-off-line"), tone: Tone::Warning, icon: IconName::Warning } };
    }
    rsx! { Tag { label: words.say("services-here"), tone: Tone::Success, icon: IconName::Check } }
}
